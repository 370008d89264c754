"""Answers that are odd or broken on purpose, made from an honest one."""

import re

from mktgui.practice import message
from mktgui.practice.message import block, element
from mktgui.practice.pages import PAGES, Sent
from mktgui.practice.scenarios import Scenario
from mktgui.practice.sync import failed
from mktgui.practice.tricks import Trick

XML = "text/xml; charset=utf-8"

RETIRED_PAGE = (
    b"<!DOCTYPE html>\n<html><head><title>410 Gone</title></head>"
    b"<body><p>The SOAP API was removed on 2026-07-31.</p></body></html>"
)


def instead(one: Scenario, lead_id: int) -> Sent:
    """What is said instead of doing anything, but for a fault with a code."""
    made = {
        Trick.EMPTY: (200, XML, b""),
        Trick.RETIRED: (410, "text/html; charset=utf-8", RETIRED_PAGE),
        Trick.FAULT_WITHOUT_DETAIL: (500, XML, message.bare_fault("Bad Request")),
        Trick.FAULT_WITH_CAUSE: (500, XML, _with_cause()),
        Trick.FAILED: (200, XML, failed(lead_id, "Lead could not be saved")),
    }
    return PAGES[one.trick] if one.trick in PAGES else made[one.trick]


def changed(one: Scenario, body: bytes) -> bytes:
    """An honest answer changed by a scenario that strikes after the write; unchanged where it strikes elsewhere."""
    spoil = {
        Trick.TRUNCATED: _truncated,
        Trick.UNKNOWN_STATUS: _unknown_status,
        Trick.EXTRA_ELEMENTS: _extra_elements,
        Trick.KINDS_OF_NOTHING: _kinds_of_nothing,
        Trick.OTHER_NAMESPACE: _other_namespace,
    }.get(one.trick)
    if one.trick is Trick.HUGE:
        return _huge(body, int(one.amount))
    return spoil(body) if spoil else body


def _truncated(body: bytes) -> bytes:
    return body[: len(body) * 2 // 3]


def _unknown_status(body: bytes) -> bytes:
    return re.sub(rb"<status>\w+</status>", b"<status>UNCHANGED</status>", body)


def _extra_elements(body: bytes) -> bytes:
    extra = b"<warnings><warning>Something new</warning></warnings></result>"
    return body.replace(b"</result>", extra).replace(b"<Id>", b"<marketoGUID>g-1</marketoGUID><Id>")


def _kinds_of_nothing(body: bytes) -> bytes:
    return body.replace(b"<leadAttributeList>", b"<leadAttributeList>" + _nothings())


def _other_namespace(body: bytes) -> bytes:
    return re.sub(rb"<(/?)(result|leadId|syncStatus|status|leadRecord)(?=[ >/])", rb"<\1ns1:\2", body)


def _with_cause() -> bytes:
    """The variant with no code in its texts and an empty cause (facts sheet 5.2)."""
    inside = (element("name", "mktServiceException"), element("message", "No selection criteria found in request"))
    exception = f'<ns1:serviceException xmlns:ns1="{message.MARKETO}">'
    detail = block("detail", exception, *inside, element("code", "10001"), "<cause/>", "</ns1:serviceException>")
    return message.bare_fault("Parameter required", detail)


def _nothings() -> bytes:
    empty = block("attribute", element("attrName", "EmptyText"), element("attrType", "string"), "<attrValue/>")
    nil = block(
        "attribute", element("attrName", "NilText"), element("attrType", message.NIL), '<attrValue xsi:nil="true"/>'
    )
    absent = block("attribute", element("attrName", "AbsentText"))
    return (empty + nil + absent).encode()


def _huge(body: bytes, count: int) -> bytes:
    """So many attributes of some 200 bytes each: 50,000 make 10 MB."""
    value = "x" * 100
    attributes = "".join(
        block(
            "attribute",
            element("attrName", f"Huge{number:06d}"),
            element("attrType", "string"),
            element("attrValue", value),
        )
        for number in range(count)
    ).encode()
    return body.replace(b"</leadAttributeList>", attributes + b"</leadAttributeList>", 1)
