"""Requests by expanded names, texts and order: exactly the vendor's, and nothing more."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from mktgui.domain.calls import (
    AttributeToSend,
    Call,
    DescribeObject,
    FieldKey,
    GetLead,
    ListObjects,
    LookupKey,
    SyncLead,
)
from mktgui.domain.lead import ForeignType
from mktgui.practice.message import read_request
from mktgui.soap.envelope import MARKETO, SOAP_ENV, EnvelopeBuilder, RequestInvalidError, operation_of
from mktgui.soap.signature import Credentials

WHO = Credentials("U", "0123456789abcdef" * 2 + "01234567", "2026-03-14T09:26:53-07:00")
E, M = f"{{{SOAP_ENV}}}", f"{{{MARKETO}}}"
Tree = tuple[str, "str | list[Tree]"]
AUTHENTICATION: Tree = (
    f"{M}AuthenticationHeader",
    [("mktowsUserId", WHO.user_id), ("requestSignature", WHO.signature), ("requestTimestamp", WHO.timestamp)],
)
calm = settings(deadline=None)  # a busy machine is no failure
# What XML 1.0 can carry.
xml_text = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff").filter(lambda one: one in "\t\n\r" or one >= " "),
    max_size=40,
)


def tree(element: etree._Element) -> Tree:
    """Expanded names and texts in order; there must be no attribute and no text between elements."""
    assert not element.attrib
    inside = [tree(child) for child in element]
    assert not inside or element.text is None
    assert all(child.tail is None for child in element)
    return str(element.tag), inside or element.text or ""


def built(envelopes: EnvelopeBuilder, call: Call) -> Tree:
    return tree(etree.fromstring(envelopes.build(call, WHO)))


def envelope(body: Tree, *headers: Tree) -> Tree:
    return f"{E}Envelope", [(f"{E}Header", [AUTHENTICATION, *headers]), (f"{E}Body", [body])]


def attribute(name: str, value: str) -> Tree:
    return "attribute", [("attrName", name), ("attrValue", value)]


def test_a_new_builder_builds_the_same(envelopes: EnvelopeBuilder) -> None:
    """And making it quietens the one logger that would print signatures."""
    logging.getLogger("zeep.transports").setLevel(logging.DEBUG)
    assert EnvelopeBuilder().build(ListObjects(), WHO) == envelopes.build(ListObjects(), WHO)
    assert logging.getLogger("zeep.transports").level == logging.WARNING


def test_by_email_with_two_attributes(envelopes: EnvelopeBuilder) -> None:
    """Facts sheet 5b.1."""
    attributes = (AttributeToSend("Title", "CTO"), AttributeToSend("Company", ""))
    call = SyncLead(email="ada@corp.example", attributes=attributes, return_lead=False)
    listed: Tree = ("leadAttributeList", [attribute("Title", "CTO"), attribute("Company", "")])
    record: Tree = ("leadRecord", [("Email", "ada@corp.example"), listed])
    assert built(envelopes, call) == envelope((f"{M}paramsSyncLead", [record, ("returnLead", "false")]))


def test_by_id_with_foreign_id_and_workspace(envelopes: EnvelopeBuilder) -> None:
    """Facts sheet 5b.2 and 5b.3."""
    call = SyncLead(marketo_id=6, foreign_id="A-9", foreign_type=ForeignType.CUSTOM, workspace="EMEA")
    record: Tree = ("leadRecord", [("Id", "6"), ("ForeignSysPersonId", "A-9"), ("ForeignSysType", "CUSTOM")])
    body: Tree = (f"{M}paramsSyncLead", [record, ("returnLead", "true")])
    assert built(envelopes, call) == envelope(body, (f"{M}MktowsContextHeader", [("targetWorkspace", "EMEA")]))


def test_a_field_of_ones_own_is_no_key(envelopes: EnvelopeBuilder) -> None:
    with pytest.raises(RequestInvalidError, match="crmId"):
        envelopes.build(GetLead(FieldKey("crmId"), "A-9"), WHO)


def test_by_cookie_alone(envelopes: EnvelopeBuilder) -> None:
    """Facts sheet 5b.4."""
    cookie = "id:123-ABC-456&token:_mch-corp.example-1300000000000-12345"
    body: Tree = (f"{M}paramsSyncLead", [("leadRecord", ""), ("returnLead", "true"), ("marketoCookie", cookie)])
    assert built(envelopes, SyncLead(cookie=cookie)) == envelope(body)
    assert b"123-ABC-456&amp;token:" in envelopes.build(SyncLead(cookie=cookie), WHO)


def test_empty_cookie_and_workspace_are_none(envelopes: EnvelopeBuilder) -> None:
    body: Tree = (f"{M}paramsSyncLead", [("leadRecord", [("Email", "a")]), ("returnLead", "true")])
    assert built(envelopes, SyncLead(email="a", cookie="", workspace="")) == envelope(body)


@pytest.mark.parametrize("key", LookupKey)
def test_reading_by_every_key(envelopes: EnvelopeBuilder, key: LookupKey) -> None:
    lead_key: Tree = ("leadKey", [("keyType", key.value), ("keyValue", " 1 ")])
    assert built(envelopes, GetLead(key, " 1 ")) == envelope((f"{M}paramsGetLead", [lead_key]))


def test_reading_the_catalogue_and_the_objects(envelopes: EnvelopeBuilder) -> None:
    named: Tree = (f"{M}paramsDescribeMObject", [("objectName", "Opportunity")])
    assert built(envelopes, DescribeObject("Opportunity")) == envelope(named)
    assert built(envelopes, ListObjects()) == envelope((f"{M}paramsListMObjects", ""))


def test_dress(envelopes: EnvelopeBuilder) -> None:
    """UTF-8 with a declaration, the vendor's two prefixes and no other, one line."""
    request = envelopes.build(SyncLead(email="ő@例え.example", workspace="EMEA"), WHO)
    start = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP_ENV}" xmlns:ns1="{MARKETO}"><SOAP-ENV:Header>'
        "<ns1:AuthenticationHeader><mktowsUserId>U</mktowsUserId>"
    )
    assert request.startswith(start.encode())
    assert "<Email>ő@例え.example</Email>".encode() in request
    assert request.count(b"xmlns") == 2
    assert request.count(b"\n") == 1


def test_operations() -> None:
    calls: dict[str, Call] = {
        "syncLead": SyncLead(),
        "getLead": GetLead(LookupKey.IDNUM, "1"),
        "describeMObject": DescribeObject(),
        "listMObjects": ListObjects(),
    }
    assert {name: operation_of(call) for name, call in calls.items()} == {name: name for name in calls}


@calm
@given(xml_text, xml_text, xml_text, xml_text)
@example("a\r\nb\rc\nd", "\t tabs \t", "🦊 客户 価格 ő", "]]>")
@example("<b>&amp;</b>", "&#13;", "<![CDATA[x]]>", "\x85\u2028\ud7ff\ue000\ufffd")
def test_every_text_arrives_as_it_was(
    envelopes: EnvelopeBuilder, name: str, value: str, email: str, workspace: str
) -> None:
    attributes = (AttributeToSend(name, value),)
    call = SyncLead(email=email, foreign_id=value, foreign_type=ForeignType.SFDC, cookie=name, attributes=attributes)
    root = etree.fromstring(envelopes.build(call, WHO))
    assert [one.text or "" for one in root.iter("attrName", "attrValue")] == [name, value]
    assert root.findtext(".//Email") == email
    assert root.findtext(".//ForeignSysPersonId") == value
    assert (root.findtext(".//marketoCookie") or "") == name
    with_context = SyncLead(email="a", workspace=workspace)
    assert (etree.fromstring(envelopes.build(with_context, WHO)).findtext(".//targetWorkspace") or "") == workspace


@calm
@given(xml_text, st.integers(-(2**31), 2**31 - 1), st.sampled_from(("true", "false")))
def test_practice_server_understands_it(envelopes: EnvelopeBuilder, value: str, number: int, word: str) -> None:
    """Another hand wrote that reader."""
    call = SyncLead(marketo_id=number, attributes=(AttributeToSend("A", value),), return_lead=word == "true")
    request = read_request(envelopes.build(call, WHO))
    assert request.operation == "syncLead"
    assert request.params.findtext("leadRecord/Id") == str(number)
    assert request.params.findtext("returnLead") == word
    assert request.params.findtext(".//attrValue") == value


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (SyncLead(marketo_id=2**31), "Id"),
        (SyncLead(marketo_id=-(2**31) - 1), "Id"),
        (SyncLead(email="a\0b"), "XML"),
        (SyncLead(email="a\x1bb"), "XML"),
        (SyncLead(email="\ud800"), "surrogate"),
        (SyncLead(email="a", attributes=(AttributeToSend("Title", "\uffff"),)), "XML"),
        (SyncLead(email="a", workspace="\x0b"), "XML"),
        (GetLead(LookupKey.EMAIL, "\x00"), "XML"),
        (DescribeObject("\x08"), "XML"),
    ],
)
def test_what_cannot_be_sent_is_refused_by_name(envelopes: EnvelopeBuilder, call: Call, word: str) -> None:
    with pytest.raises(RequestInvalidError, match=word):
        envelopes.build(call, WHO)
    assert built(envelopes, ListObjects()) == envelope((f"{M}paramsListMObjects", ""))


def test_threads_do_not_mix_their_requests(envelopes: EnvelopeBuilder) -> None:
    calls = [SyncLead(email=f"{number}@corp.example", workspace=str(number)) for number in range(60)]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda call: envelopes.build(call, WHO), calls))
    assert together == [envelopes.build(call, WHO) for call in calls]


def test_whole_envelopes_are_kept_from_the_log(envelopes: EnvelopeBuilder) -> None:
    assert not logging.getLogger("zeep.transports").isEnabledFor(logging.DEBUG)


def test_what_was_made_ready_is_signed_anew_each_time(envelopes: EnvelopeBuilder) -> None:
    """The user and all values may hold what XML escapes; a signature is never one of another moment."""
    call = SyncLead(
        email="a&b@corp.example", attributes=(AttributeToSend("Title", "<VP> & 副总裁"),), workspace="<EMEA>"
    )
    fresh = EnvelopeBuilder().build(call, Credentials("u<1>&", "sig<1>", "now"))
    envelopes.make_ready(call, "u<1>&")
    assert envelopes.build(call, Credentials("u<1>&", "sig<1>", "now")) == fresh
    later = envelopes.build(call, Credentials("u<1>&", "sig-2", "later"))
    assert later == fresh.replace(b"sig&lt;1&gt;", b"sig-2").replace(b">now<", b">later<")


def test_what_was_made_ready_is_not_taken_for_another(envelopes: EnvelopeBuilder) -> None:
    envelopes.make_ready(SyncLead(email="ana@corp.example"), WHO.user_id)
    assert b"bob@corp.example" in envelopes.build(SyncLead(email="bob@corp.example"), WHO)
    other = Credentials("V", WHO.signature, WHO.timestamp)
    assert b"<mktowsUserId>V</mktowsUserId>" in envelopes.build(SyncLead(email="bob@corp.example"), other).replace(
        b"ns1:", b""
    )


def test_what_cannot_be_sent_cannot_be_made_ready(envelopes: EnvelopeBuilder) -> None:
    with pytest.raises(RequestInvalidError):
        envelopes.make_ready(SyncLead(email="\x00"), "U")
