"""Reads answers from their bytes. zeep is kept out of it: it merges empty, absent and nil (facts sheet 3.4)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from mktgui.domain.answers import Answer, Described, Fault, FieldDescription, Found, Listed, Synced
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, SyncLead
from mktgui.domain.lead import Extra, LeadAttribute, LeadRecord, Value, text_value, values_of
from mktgui.domain.outcome import HALF_WAY_FAULTS
from mktgui.soap.elements import child_of, children_of, elements, is_nil, name_of, named, text_of, value_in, value_of
from mktgui.soap.parsing import parsed

_TRUE = {"true", "1"}
_IN_ATTRIBUTE = {"attrName", "attrType", "attrValue"}
_SIZE = re.compile(r"[0-9]{1,9}")
_LEADING_CODE = re.compile(r"\s*(\d{5})\b")
_TRAILING_CODE = re.compile(r"\((\d{5})\)\s*$")
_CODE_OF_KIND = re.compile(r"(?:^|[:.])(\d{5})\s*$")


class NotSoapError(Exception):
    """It is no SOAP envelope, or not one that answers this call."""


class BrokenXmlError(Exception):
    """It begins like XML and is not well-formed, or breaks off."""


def read_answer(body: bytes, call: Call) -> Answer:
    """What Marketo said to this call. Raises NotSoapError and BrokenXmlError.

    Namespaces of the children are not looked at, elements may come in any order, and what nobody expects is kept as
    `extras`.
    """
    root = _root(body)
    content = _content_of_body(root)
    if isinstance(call, SyncLead):
        _see_that_it_agrees(root)
    if name_of(content) == "Fault":
        return _fault(content)
    wanted = {SyncLead: "successSyncLead", GetLead: "successGetLead"}
    wanted |= {DescribeObject: "successDescribeMObject", ListObjects: "successListMObjects"}
    result = child_of(content, "result")
    if name_of(content) != wanted[type(call)] or result is None:
        message = f"the body holds {name_of(content)}"
        raise NotSoapError(message)
    match call:
        case SyncLead():
            return _synced(result, _extras(content, {"result"}, name_of(content)))
        case GetLead():
            return _found(result, _extras(content, {"result"}, name_of(content)))
        case DescribeObject():
            return _described(result)
        case ListObjects():
            return Listed(tuple((one.text or "").strip() for one in named(result, "objects")))


def _root(body: bytes) -> etree._Element:
    if not body.strip():
        message = "the body is empty"
        raise NotSoapError(message)
    try:
        root = parsed(body, huge_tree=False, bare=True)
    except etree.XMLSyntaxError as error:
        looks_like_soap = b"Envelope" in body[:2000].replace(b"\0", b"")
        raise (BrokenXmlError if looks_like_soap else NotSoapError)(str(error)) from error
    if root.getroottree().docinfo.doctype:
        message = "a document type declaration has no place in SOAP"
        raise NotSoapError(message)
    return root


def _content_of_body(root: etree._Element) -> etree._Element:
    body = child_of(root, "Body") if name_of(root) == "Envelope" else None
    content = next(elements(body), None) if body is not None else None
    if content is None:
        message = f"the document is a {name_of(root)} without a SOAP body"
        raise NotSoapError(message)
    return content


def _see_that_it_agrees(root: etree._Element) -> None:
    """Raises BrokenXmlError where it says of a write that it was done, and that it was not.

    There is one verdict in an answer. Which of two counted would be a guess.
    """
    contents = [one for body in named(root, "Body") for one in elements(body)]
    results = [one for content in contents for one in named(content, "result")]
    statuses = [one for result in results for one in named(result, "syncStatus")]
    said = {_trimmed(value_of(one, "status")).text for one in statuses}
    said |= {"" for one in contents if name_of(one) == "Fault"}
    if len(said) > 1:
        message = "it says more than one thing of what became of the lead"
        raise BrokenXmlError(message)


def _extras(parent: etree._Element, known: set[str], path: str) -> tuple[Extra, ...]:
    """The children nobody expects, at any depth, each leaf with its path; so is a second one where one is expected."""
    expected, found = set(known), list[Extra]()
    for child in elements(parent):
        name = name_of(child)
        if name in expected:
            expected.remove(name)
        else:
            found += _leaves(child, f"{path}/{name}")
    return tuple(found)


def _leaves(element: etree._Element, path: str) -> Iterator[Extra]:
    children = list(elements(element))
    if not children:
        yield Extra(path, element.text or "")
    for child in children:
        yield from _leaves(child, f"{path}/{name_of(child)}")


def _synced(result: etree._Element, beside: tuple[Extra, ...]) -> Synced:
    status, record = child_of(result, "syncStatus"), child_of(result, "leadRecord")
    extras = beside + _extras(result, {"leadId", "syncStatus", "leadRecord"}, "result")
    if status is not None:
        extras += _extras(status, {"leadId", "status", "error"}, "syncStatus")
    lead_id, other = _trimmed(value_of(result, "leadId")), _trimmed(value_of(status, "leadId"))
    if lead_id.text and other.text not in {"", lead_id.text}:
        extras += (Extra("syncStatus/leadId", other.text),)
    return Synced(
        lead_id=lead_id if lead_id.text else other,
        status=_trimmed(value_of(status, "status")),
        error=_said(child_of(status, "error")),
        record=None if record is None or is_nil(record) else _record(record),
        extras=extras,
    )


def _trimmed(value: Value) -> Value:
    """For figures and words of the protocol: XML that was laid out for people has spaces around them."""
    return text_value(value.text.strip()) if value.text else value


def _said(element: etree._Element | None) -> Value:
    """What Marketo says in words, the parts apart where it has elements of its own."""
    value = value_in(element)
    if element is None or not len(element) or not value.text:
        return value
    return text_value(" ".join(text for one in element.itertext() if (text := one.strip())))


def _record(record: etree._Element) -> LeadRecord:
    known = {"Id", "Email", "ForeignSysPersonId", "ForeignSysType", "leadAttributeList"}
    attributes = child_of(record, "leadAttributeList")
    extras = _extras(record, known, "leadRecord")
    if attributes is None:
        attributes = etree.Element("leadAttributeList")
    listed = [_attribute(one) for one in elements(attributes)]
    made = LeadRecord(
        id=_trimmed(value_of(record, "Id")),
        email=value_of(record, "Email"),
        foreign_id=value_of(record, "ForeignSysPersonId"),
        foreign_type=value_of(record, "ForeignSysType"),
        attributes=tuple(attribute for attribute, _ in listed if attribute.name),
        extras=(*extras, *(extra for _, more in listed for extra in more)),
    )
    values_of(made)  # now, while nobody waits for it but the thread that reads
    return made


def _attribute(element: etree._Element) -> tuple[LeadAttribute, tuple[Extra, ...]]:
    """One look at each child: there may be 50,000 of these, and the window wants its turn meanwhile."""
    found = children_of(element)
    attribute = LeadAttribute(
        value_in(found.get("attrName")).text.strip(),
        _shared(_trimmed(value_in(found.get("attrType")))),
        value_in(found.get("attrValue")),
    )
    is_usual = found.keys() <= _IN_ATTRIBUTE and len(found) == len(element)
    if not attribute.name:
        return attribute, tuple(_leaves(element, "attribute"))
    return attribute, () if is_usual else _extras(element, _IN_ATTRIBUTE, "attribute")


@lru_cache(256)
def _shared(value: Value) -> Value:
    """One value for all attributes of a type: the garbage collector goes through every value there is."""
    return value


def _found(result: etree._Element, beside: tuple[Extra, ...]) -> Found:
    """That nobody has the key is said by a count of none or an empty list: for want of a lead a new one is made."""
    records, count = child_of(result, "leadRecordList"), text_of(result, "count").strip()
    listed = [] if records is None else [one for one in elements(records) if not is_nil(one)]
    is_list = records is not None and not is_nil(records)
    if not listed and count != "0" and (count or not is_list):
        message = f"the leads are missing, of which there are {count or 'some or none'}"
        raise BrokenXmlError(message)
    extras = beside + _extras(result, {"count", "leadRecordList"}, "result")
    return Found(records=tuple(_record(one) for one in listed), extras=extras)


def _described(result: etree._Element) -> Described:
    metadata = child_of(result, "metadata")
    fields = child_of(metadata, "fieldList")
    return Described(
        name=_word(metadata, "name"),
        fields=() if fields is None else tuple(_field(one) for one in elements(fields)),
    )


def _field(field: etree._Element) -> FieldDescription:
    name, size = _word(field, "name"), _word(field, "size")
    return FieldDescription(
        name=name,
        label=_word(field, "displayName") or name,
        type=_word(field, "dataType"),
        size=int(size) if _SIZE.fullmatch(size) else None,
        read_only=_word(field, "isReadonly") in _TRUE,
        update_blocked=_word(field, "isUpdateBlocked") in _TRUE,
        custom=_word(field, "isCustom") in _TRUE,
    )


def _word(parent: etree._Element | None, name: str) -> str:
    """A name or a word of the protocol, without the spaces of XML that was laid out for people."""
    return text_of(parent, name).strip()


def _fault(fault: etree._Element) -> Fault:
    """All recorded shapes (facts sheet 5.2), with or without detail, prefix and suffix; SOAP 1.2 as a courtesy.

    Where there are several numbers the most particular counts, unless one tells of something after which nobody knows
    how far it had got.
    """
    exception = next(
        (one for one in fault.iter() if isinstance(one.tag, str) and name_of(one) == "serviceException"), None
    )
    reason = child_of(fault, "Reason")
    reasons = [] if reason is None else [one.text for one in elements(reason) if one.text]
    text = text_of(fault, "faultstring") or " / ".join(reasons)
    message = text_of(exception, "message")
    looks = (
        *(_LEADING_CODE.match(one) for one in (text, *reasons)),
        *(_TRAILING_CODE.search(one) for one in (message, text)),
        *(_CODE_OF_KIND.search(one) for one in _kinds(fault)),
    )
    found = (text_of(exception, "code").strip(), *(match.group(1) for match in looks if match))
    codes = [code for code in found if code]
    half_way = (code for code in codes if code in HALF_WAY_FAULTS)
    return Fault(code=next(half_way, next(iter(codes), "")), text=text, message=message)


def _kinds(fault: etree._Element) -> tuple[str, ...]:
    """Where SOAP 1.1 and 1.2 say what kind of fault it is: some put the number there."""
    code = child_of(fault, "Code")
    return text_of(fault, "faultcode"), text_of(child_of(code, "Subcode"), "Value"), text_of(code, "Value")
