"""Reads answers from their bytes. zeep is kept out of it: it merges empty, absent and nil (facts sheet 3.4)."""

import re
from collections.abc import Iterator

from lxml import etree

from mktgui.domain.answers import Answer, Described, Fault, FieldDescription, Found, Listed, Synced
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, SyncLead
from mktgui.domain.lead import ABSENT, NIL, Extra, LeadAttribute, LeadRecord, Value, text_value

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_TRUE = {"true", "1"}
_SIZE = re.compile(r"[0-9]{1,9}")
_LEADING_CODE = re.compile(r"\s*(\d{5})\b")
_TRAILING_CODE = re.compile(r"\((\d{5})\)\s*$")


class NotSoapError(Exception):
    """It is no SOAP envelope, or not one that answers this call."""


class BrokenXmlError(Exception):
    """It begins like XML and is not well-formed, or breaks off."""


def read_answer(body: bytes, call: Call) -> Answer:
    """What Marketo said to this call. Raises NotSoapError and BrokenXmlError.

    Namespaces of the children are not looked at, elements may come in any order, and what nobody expects is kept as
    `extras`.
    """
    content = _content_of_body(_parse(body))
    if _name(content) == "Fault":
        return _fault(content)
    wanted = {SyncLead: "successSyncLead", GetLead: "successGetLead"}
    wanted |= {DescribeObject: "successDescribeMObject", ListObjects: "successListMObjects"}
    result = _child(content, "result")
    if _name(content) != wanted[type(call)] or result is None:
        message = f"the body holds {_name(content)}"
        raise NotSoapError(message)
    match call:
        case SyncLead():
            return _synced(result)
        case GetLead():
            return _found(result)
        case DescribeObject():
            return _described(result)
        case ListObjects():
            return Listed(tuple(one.text or "" for one in result if _name(one) == "objects"))


def _parse(body: bytes) -> etree._Element:
    if not body.strip():
        message = "the body is empty"
        raise NotSoapError(message)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        looks_like_soap = b"Envelope" in body[:2000].replace(b"\0", b"")
        raise (BrokenXmlError if looks_like_soap else NotSoapError)(str(error)) from error
    if root.getroottree().docinfo.doctype:
        message = "a document type declaration has no place in SOAP"
        raise NotSoapError(message)
    return root


def _content_of_body(root: etree._Element) -> etree._Element:
    body = _child(root, "Body") if _name(root) == "Envelope" else None
    content = next(_elements(body), None) if body is not None else None
    if content is None:
        message = f"the document is a {_name(root)} without a SOAP body"
        raise NotSoapError(message)
    return content


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    return (child for child in parent if isinstance(child.tag, str))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    if parent is None:
        return None
    return next((child for child in _elements(parent) if _name(child) == name), None)


def _value(parent: etree._Element | None, name: str) -> Value:
    element = _child(parent, name)
    if element is None:
        return ABSENT
    return NIL if element.get(_NIL) in _TRUE else text_value("".join(element.itertext()))


def _text(parent: etree._Element | None, name: str) -> str:
    return _value(parent, name).text


def _is_nil(element: etree._Element) -> bool:
    return element.get(_NIL) in _TRUE


def _extras(parent: etree._Element, known: set[str], path: str) -> tuple[Extra, ...]:
    """The children nobody expects, at any depth, each leaf with its path."""
    return tuple(
        extra
        for child in _elements(parent)
        if _name(child) not in known
        for extra in _leaves(child, f"{path}/{_name(child)}")
    )


def _leaves(element: etree._Element, path: str) -> Iterator[Extra]:
    children = list(_elements(element))
    if not children:
        yield Extra(path, element.text or "")
    for child in children:
        yield from _leaves(child, f"{path}/{_name(child)}")


def _synced(result: etree._Element) -> Synced:
    status, record = _child(result, "syncStatus"), _child(result, "leadRecord")
    extras = _extras(result, {"leadId", "syncStatus", "leadRecord"}, "result")
    if status is not None:
        extras += _extras(status, {"leadId", "status", "error"}, "syncStatus")
    lead_id = _value(result, "leadId")
    return Synced(
        lead_id=lead_id if lead_id.text else _value(status, "leadId"),
        status=_value(status, "status"),
        error=_value(status, "error"),
        record=None if record is None or _is_nil(record) else _record(record),
        extras=extras,
    )


def _record(record: etree._Element) -> LeadRecord:
    known = {"Id", "Email", "ForeignSysPersonId", "ForeignSysType", "leadAttributeList"}
    attributes = _child(record, "leadAttributeList")
    extras = _extras(record, known, "leadRecord")
    if attributes is None:
        attributes = etree.Element("leadAttributeList")
    for attribute in _elements(attributes):
        extras += _extras(attribute, {"attrName", "attrType", "attrValue"}, "attribute")
    return LeadRecord(
        id=_value(record, "Id"),
        email=_value(record, "Email"),
        foreign_id=_value(record, "ForeignSysPersonId"),
        foreign_type=_value(record, "ForeignSysType"),
        attributes=tuple(
            LeadAttribute(_text(one, "attrName"), _value(one, "attrType"), _value(one, "attrValue"))
            for one in _elements(attributes)
        ),
        extras=extras,
    )


def _found(result: etree._Element) -> Found:
    records = _child(result, "leadRecordList")
    listed = [] if records is None else [one for one in _elements(records) if not _is_nil(one)]
    return Found(
        records=tuple(_record(one) for one in listed), extras=_extras(result, {"count", "leadRecordList"}, "result")
    )


def _described(result: etree._Element) -> Described:
    metadata = _child(result, "metadata")
    fields = _child(metadata, "fieldList")
    return Described(
        name=_text(metadata, "name"),
        fields=() if fields is None else tuple(_field(one) for one in _elements(fields)),
    )


def _field(field: etree._Element) -> FieldDescription:
    size = _text(field, "size")
    return FieldDescription(
        name=_text(field, "name"),
        label=_text(field, "displayName") or _text(field, "name"),
        type=_text(field, "dataType"),
        size=int(size) if _SIZE.fullmatch(size) else None,
        read_only=_text(field, "isReadonly") in _TRUE,
        update_blocked=_text(field, "isUpdateBlocked") in _TRUE,
        custom=_text(field, "isCustom") in _TRUE,
    )


def _fault(fault: etree._Element) -> Fault:
    """All recorded shapes (facts sheet 5.2), with or without detail, prefix and suffix; SOAP 1.2 as a courtesy."""
    exception = next(
        (one for one in fault.iter() if isinstance(one.tag, str) and _name(one) == "serviceException"), None
    )
    reason = _child(_child(fault, "Reason"), "Text")
    text = _text(fault, "faultstring") or (reason.text or "" if reason is not None else "")
    message = _text(exception, "message")
    found = (
        _text(exception, "code").strip(),
        *(match.group(1) for match in (_LEADING_CODE.match(text), _TRAILING_CODE.search(message)) if match),
        *(match.group(1) for match in (_TRAILING_CODE.search(text),) if match),
    )
    return Fault(code=next((code for code in found if code), ""), text=text, message=message)
