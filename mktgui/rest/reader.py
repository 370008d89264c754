"""Replies of the REST API as the answers that the house knows, from their bytes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Described, Fault, FieldDescription, Found, Synced
from mktgui.domain.lead import ABSENT, NIL, Extra, LeadAttribute, LeadRecord, Value, text_value, values_of
from mktgui.domain.profile import TransportKind
from mktgui.rest.envelope import extras_of, fault_of, read_reply, reasons_of, status_of, text_of, value_of, words_of
from mktgui.rest.jsontext import BrokenJsonError, Members, Number
from mktgui.rest.names import FieldName, Names, standard_names
from mktgui.rest.token import GONE

_OPPOSITES = {CREATED: {FAILED}, UPDATED: {FAILED}, FAILED: {CREATED, UPDATED}}
_OF_RECORD = frozenset({"id", "status", "reasons", "reason", "errors", "error"})
_TRUE, _FALSE = frozenset({"true", "1"}), frozenset({"false", "0"})  # also as words and as numbers
_MOST_DIGITS = 18
_SIZE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class LeadsPage:
    """One page of leads. `next_page` is the token of the next, empty on the last."""

    found: Found
    next_page: str = ""


@dataclass(frozen=True, slots=True)
class DescribedFields:
    """The catalogue, and what its fields are called on both sides."""

    described: Described
    names: Names


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition that the API user may see."""

    id: str
    name: str
    description: str = ""


def read_synced(body: bytes) -> Synced | Fault:
    """The answer to Sync Leads for one lead. Raises NotJsonError and BrokenJsonError.

    A record that is skipped for a reason with a code is a Fault: nothing was written. Only a code about the token is
    no Fault there. It is one of whole replies (facts sheet 6.5): the token was taken, or no record had been looked at,
    so that neither another token nor what is said of a token that was refused would help. An unknown status is kept
    verbatim, and where the record is missing there is no status, so that nobody can call it written or not.
    """
    reply = read_reply(body, by_record=True)
    if isinstance(reply, Fault):
        return reply
    records = _objects(reply.result)
    extras = reply.extras + tuple(extra for one in records[1:] for extra in extras_of(one, "result"))
    if not records:
        return Synced(error=_remarks(reply.warnings), extras=extras)
    record = records[0]
    status, reasons = status_of(record), reasons_of(record)
    if status in _OPPOSITES and any(status_of(one) in _OPPOSITES[status] for one in records):
        message = "the reply says of the lead that it was written, and that it was not"
        raise BrokenJsonError(message)
    refusal = fault_of(reasons)
    if status == FAILED and refusal.code and refusal.code not in GONE:
        return refusal
    return Synced(
        lead_id=_id_of(record),
        status=text_value(status) if status else value_of(record, "status"),
        error=_remarks(words_of(reasons), reply.warnings) if reasons or reply.warnings else NIL,
        extras=extras + _extras(record, _OF_RECORD, "result"),
    )


def read_leads(body: bytes, names: Names) -> LeadsPage | Fault:
    """A page of leads, newest first as over SOAP. Raises NotJsonError and BrokenJsonError.

    That there is no lead is said by an empty list alone: a new one would be made for want of it. A record that was
    skipped for reasons is no lead, and tells why there is none.
    """
    reply = read_reply(body)
    if isinstance(reply, Fault):
        return reply
    listed = _objects(reply.result)
    refused = next((one for one in listed if status_of(one) == FAILED and "id" not in one and reasons_of(one)), None)
    if refused is not None:
        return fault_of(reasons_of(refused))
    if reply.result is None or (reply.result and not listed):
        message = "the reply has no list of leads"
        raise BrokenJsonError(message)
    warnings = (Extra("warnings", reply.warnings),) if reply.warnings else ()
    found = Found(records=in_order(_record(one, names) for one in listed), extras=reply.extras + warnings)
    return LeadsPage(found, reply.next_page)


def in_order(records: Iterable[LeadRecord]) -> tuple[LeadRecord, ...]:
    """The records newest first, as SOAP gives them (facts sheet 4.6); one that came on two pages is one."""
    found: dict[object, LeadRecord] = {}
    for number, one in enumerate(records):
        found.setdefault(one.id.text or number, one)
    return tuple(sorted(found.values(), key=_age))


def read_described(body: bytes, words: TransportKind = TransportKind.SOAP) -> DescribedFields | Fault:
    """The catalogue of describe.json. Raises NotJsonError and BrokenJsonError.

    Fields go by their SOAP names where they have one, or by those of REST if so worded. What REST has not got is there
    and read-only: over REST it is.
    """
    reply = read_reply(body)
    if isinstance(reply, Fault):
        return reply
    items = _objects(reply.result)
    names = Names((_field_name(one) for one in items), words)
    fields = tuple(one for item in items if (one := _field(item, words)).name)
    return DescribedFields(Described(name="LeadRecord", fields=fields), names)


def read_described2(body: bytes, words: TransportKind = TransportKind.SOAP) -> DescribedFields | Fault:
    """The catalogue of describe2.json, which has REST names alone: those of SOAP are known of standard fields only.

    Raises NotJsonError and BrokenJsonError.
    """
    reply = read_reply(body)
    if isinstance(reply, Fault):
        return reply
    listed = [item for one in _objects(reply.result) for item in _objects(_as_list(one.get("fields")))]
    items = [one for one in listed if text_of(one.get("name"))]
    fields = [_field2(one, words) for one in items]
    names = Names((FieldName(one.soap_name, one.rest_name, one.type) for one in fields), words)
    return DescribedFields(Described(name="LeadRecord", fields=tuple(fields)), names)


def read_partitions(body: bytes) -> tuple[Partition, ...] | Fault:
    """The partitions of the API user. Raises NotJsonError and BrokenJsonError."""
    reply = read_reply(body)
    if isinstance(reply, Fault):
        return reply
    return tuple(
        Partition(text_of(one.get("id")), text_of(one.get("name")), text_of(one.get("description")))
        for one in _objects(reply.result)
    )


def read_associated(body: bytes) -> Fault | None:
    """Why a cookie was not given; None where it was. Raises NotJsonError and BrokenJsonError.

    A reply that is none has no result (facts sheet 6.3); one that has may tell of the lead that it was skipped.
    """
    reply = read_reply(body)
    if isinstance(reply, Fault):
        return reply
    refused = next((one for one in _objects(reply.result) if status_of(one) == FAILED), None)
    return None if refused is None else fault_of(reasons_of(refused))


def _as_list(value: object) -> list[object] | None:
    return value if isinstance(value, list) else None


def _objects(result: list[object] | None) -> list[Members]:
    return [one for one in result or () if isinstance(one, dict)]


def _record(record: Members, names: Names) -> LeadRecord:
    attributes: list[LeadAttribute] = []
    extras: list[Extra] = []
    for rest, value in record.items():
        if rest in {"id", "email"}:
            continue
        if not rest.strip() or (isinstance(value, dict | list) and not names.knows(rest)):
            extras += extras_of(value, f"lead/{rest}")
            continue
        name, kind = names.in_answers(rest)
        attributes.append(LeadAttribute(name, _type(kind), value_of(record, rest)))
    made = LeadRecord(
        id=_id_of(record),
        email=value_of(record, "email"),
        partition=value_of(record, "leadPartitionId"),
        attributes=tuple(attributes),
        extras=tuple(extras),
    )
    values_of(made)  # now, while nobody waits for it but the thread that reads
    return made


def _remarks(*said: str) -> Value:
    told = "; ".join(one for one in said if one)
    return text_value(told) if told else ABSENT


def _id_of(record: Members) -> Value:
    """The id; one that went through a program whose numbers are all fractions is the whole number it was."""
    value, given = value_of(record, "id"), record.get("id")
    if isinstance(given, Number):
        number = Decimal(given.text)
        if number.is_finite() and number.adjusted() < _MOST_DIGITS and number == number.to_integral_value():
            return text_value(str(int(number)))
    return text_value(value.text.strip()) if value.text else value


@lru_cache(256)  # one value for all fields of a type
def _type(kind: str) -> Value:
    return text_value(kind) if kind else ABSENT


def _age(record: LeadRecord) -> int:
    return -int(record.id.text) if _SIZE.fullmatch(record.id.text) else 0


def _extras(record: Members, known: frozenset[str], path: str) -> tuple[Extra, ...]:
    return tuple(extra for name in record if name not in known for extra in extras_of(record[name], f"{path}/{name}"))


def _child(item: Members, name: str) -> Members:
    child = item.get(name)
    return child if isinstance(child, dict) else {}


def _field_name(item: Members) -> FieldName:
    return FieldName(
        text_of(_child(item, "soap").get("name")),
        text_of(_child(item, "rest").get("name")),
        text_of(item.get("dataType")),
    )


def _field(item: Members, words: TransportKind) -> FieldDescription:
    name, size = _field_name(item), text_of(item.get("length"))
    called = (name.rest or name.soap) if words is TransportKind.REST else (name.soap or name.rest)
    return FieldDescription(
        name=called,
        label=text_of(item.get("displayName")) or called,
        type=name.type,
        size=int(size) if _SIZE.fullmatch(size) else None,
        read_only=not name.rest or text_of(_child(item, "rest").get("readOnly")).lower() in _TRUE,
        soap_name=name.soap,
        rest_name=name.rest,
    )


def _field2(item: Members, words: TransportKind) -> FieldDescription:
    name, size = text_of(item["name"]), text_of(item.get("length"))
    soap = standard_names().soap_of(name)
    called = soap if words is TransportKind.SOAP else name
    return FieldDescription(
        name=called,
        label=text_of(item.get("displayName")) or called,
        type=text_of(item.get("dataType")),
        size=int(size) if _SIZE.fullmatch(size) else None,
        read_only=text_of(item.get("updateable")).lower() in _FALSE,
        soap_name="" if soap == name else soap,
        rest_name=name,
    )
