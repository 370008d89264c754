"""The request in code is the request that the program would send, in characters that nothing on the way changes."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from mktgui.domain.calls import AttributeToSend, Call, ListObjects, SyncLead
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.signature import Credentials
from mktgui.soap.snippets.template import template_of
from tests.copied_code import VALUES
from tests.soap.snippets.running import FULL, HOSTILE, READS, call_with

GAPS = ("{user}", "{signature}", "{timestamp}")


def filled(text: str) -> bytes:
    for gap in GAPS:
        assert text.count(gap) == 1
        text = text.replace(gap, "x")
    return text.encode()


def canonical(document: bytes) -> bytes:
    """Without the white space between elements, which says nothing."""
    root = etree.fromstring(document)
    for element in root.iter():
        element.tail = None
        if len(element):
            element.text = None
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize(
    "call", [FULL, replace(FULL, workspace="EMEA {user}"), SyncLead(email="a@b.example"), *READS.values()]
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_it_says_what_send_would_say(envelopes: EnvelopeBuilder, call: Call, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    template = template_of(envelopes, call, "https://h.example/soap", ascii_only=ascii_only)
    assert canonical(filled(template.text)) == canonical(envelopes.build(call, Credentials("x", "x", "x")))


@given(value=VALUES)
def test_any_value_is_written_so_that_nothing_changes_it(envelopes: EnvelopeBuilder, value: str) -> None:
    for ascii_only in (True, False):
        template = template_of(envelopes, call_with(value), "https://h.example", ascii_only=ascii_only)
        root = etree.fromstring(filled(template.text))
        assert root.findtext(".//attrValue") == value
        (written,) = re.findall("<attrValue>(.*)</attrValue>", template.text)
        assert not set(written) & set("'!{}<>\r\n\t")
        assert written.isprintable()
        assert not written.startswith(" ")
        assert not written.endswith(" ")
        assert "  " not in written
        if ascii_only:
            assert re.fullmatch(r"[A-Za-z0-9 @.,:;/()+=*?#~|\[\]_&-]*", written)


def test_names_stay_readable_where_the_file_is_utf_8(envelopes: EnvelopeBuilder) -> None:
    call = SyncLead(attributes=(AttributeToSend("FirstName", "Zoë 王小明 \u202e"),))
    assert "Zoë 王小明 &#8238;" in template_of(envelopes, call, "", ascii_only=False).text
    assert template_of(envelopes, call_with(HOSTILE), "", ascii_only=True).text.isascii()


def test_the_operation_is_named(envelopes: EnvelopeBuilder) -> None:
    template = template_of(envelopes, ListObjects(), "http://h", ascii_only=True)
    assert (template.operation, template.action) == ("listMObjects", "http://www.marketo.com/mktows/listMObjects")
    assert template.lines[0] == '<?xml version="1.0" encoding="UTF-8"?>'
