"""Requests taken apart strictly by name, namespace and case; answers with the prefixes of the recorded ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mktgui.practice import message
from mktgui.practice.faults import ApiFault
from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA, ANAS_EMAIL, LISTED, MARKETO, NIL, SOAP, Caller, envelope, get_lead, sync_lead

NOT_SOAP = [
    b"",
    b"no xml",
    b"\xff\xfe\x00",
    b"<?xml version='1.0' encoding='nonsense'?><a/>",
    envelope(LISTED)[:-9],
    b"<html><body>hello</body></html>",
    envelope(""),
    envelope(LISTED).replace(SOAP.encode(), b"http://www.w3.org/2003/05/soap-envelope"),  # SOAP 1.2
    envelope(LISTED).replace(b"SOAP-ENV:Body", b"SOAP-ENV:body"),
    envelope(LISTED)
    .replace(b"<SOAP-ENV:Body>", b"<SOAP-ENV:Bodies>")
    .replace(b"</SOAP-ENV:Body>", b"</SOAP-ENV:Bodies>"),
    b"<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + envelope(get_lead("EMAIL", "")),
    b"<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + envelope("<x>&b;</x>"),
]
NO_OPERATION = [
    '<ns1:paramsMergeLeads xmlns:ns1="http://www.marketo.com/mktows/"/>',
    "<ns1:paramssynclead/>",
    "<ns1:syncLead/>",
    "<paramsListMObjects/>",
    '<ns1:paramsListMObjects xmlns:ns1="http://www.marketo.com/mktows"/>',  # without the slash at the end
]


@pytest.mark.parametrize("body", NOT_SOAP)
def test_what_is_no_soap_message_is_20012(caller: Caller, body: bytes) -> None:
    assert caller.post(body).fault == ("20012", "Unexpected SOAP message")


@pytest.mark.parametrize("content", NO_OPERATION)
def test_an_element_that_is_no_operation_is_20019(caller: Caller, content: str) -> None:
    name = etree.QName(etree.fromstring(envelope(content))[1][0]).localname
    assert caller.ask(content).fault == ("20019", f"Operation {name} is not supported")


def test_prefixes_do_not_matter_and_neither_do_comments_or_instructions(caller: Caller) -> None:
    body = envelope(get_lead("EMAIL", ANAS_EMAIL), caller.blocks()).decode()
    odd = body.replace("SOAP-ENV", "s").replace("ns1", "m").replace("ana.ruiz", "ana<!-- . -->.<?x y?>ruiz")
    assert caller.post(f"<?xml version='1.0'?><!-- hello -->\n{odd}\n<!-- bye -->".encode()).lead["Id"] == str(ANA)
    assert caller.post(b"\xef\xbb\xbf" + body.encode()).status == 200
    assert caller.post(body.encode("utf-16")).status == 200
    assert caller.post(body.replace(ANAS_EMAIL, f"<![CDATA[{ANAS_EMAIL}]]>").encode()).lead["Email"] == ANAS_EMAIL


def test_the_operation_is_told_by_the_body_alone(caller: Caller, server: PracticeServer) -> None:
    assert caller.ask(LISTED).status == 200  # no SOAPAction at all
    assert server.journal[0].operation == "listMObjects"
    assert "SOAPAction" not in dict(server.journal[0].headers)


def test_children_in_a_namespace_are_not_the_children_that_are_meant(caller: Caller) -> None:
    wrong = get_lead("EMAIL", ANAS_EMAIL).replace("leadKey>", "ns1:leadKey>")
    assert caller.ask(wrong).fault == ("20101", "Lead Key Required")
    default = f'<paramsGetLead xmlns="{MARKETO}">{get_lead("EMAIL", "x").partition(">")[2]}'
    assert caller.ask(default.replace("ns1:", "")).fault[0] == "20101"


def test_header_blocks_without_their_namespace_are_missing(caller: Caller) -> None:
    assert caller.post(envelope(LISTED, caller.blocks().replace("ns1:", ""))).fault[0] == "20014"
    context = "<MktowsContextHeader><targetWorkspace>Nowhere</targetWorkspace></MktowsContextHeader>"
    body = envelope(sync_lead(f"<Id>{ANA}</Id>"), caller.blocks() + context)
    assert caller.post(body).outcome == ("UPDATED", ANA)
    assert caller.post(body.replace(b"MktowsContextHeader", b"ns1:MktowsContextHeader")).fault[0] == "20110"


def test_a_request_is_taken_apart() -> None:
    request = message.read_request(envelope(LISTED, "<ns1:MktowsContextHeader/>"))
    assert (request.operation, request.authentication) == ("listMObjects", None)
    assert request.params.tag == f"{{{MARKETO}}}paramsListMObjects"
    assert request.context is not None
    with pytest.raises(ApiFault, match="Unexpected SOAP message"):
        message.read_request(f'<e:Envelope xmlns:e="{SOAP}"/>'.encode())


def test_the_text_of_a_child() -> None:
    parent = etree.fromstring(f'<p xmlns:n="{MARKETO}"><n:a>no</n:a><A>no</A><a>yes</a><a>no</a><b/></p>')
    assert [message.text(parent, name) for name in ("a", "b", "c")] == ["yes", "", ""]
    assert message.text(None, "a") == ""
    assert message.child(parent, "a", MARKETO) is parent[0]


def test_an_answer_has_the_prefixes_and_declarations_of_the_recorded_ones() -> None:
    written = message.answer("getLead", message.element("count", 0), message.element("leadRecordList", message.NIL))
    assert written == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'
        b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="http://www.marketo.com/mktows/">'
        b"<SOAP-ENV:Body><ns1:successGetLead><result><count>0</count>"
        b'<leadRecordList xsi:nil="true"/></result></ns1:successGetLead></SOAP-ENV:Body></SOAP-ENV:Envelope>'
    )
    assert etree.fromstring(written).find(".//leadRecordList").get(NIL) == "true"  # type: ignore[union-attr] # there


def test_a_fault_may_have_no_detail() -> None:
    fault = etree.fromstring(message.bare_fault("Bad <Request>"))[0][0]
    assert [(one.tag, one.text) for one in fault] == [
        ("faultcode", "SOAP-ENV:Client"),
        ("faultstring", "Bad <Request>"),
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert (etree.fromstring(message.element("a", text)).text or "") == text


def test_line_ends_and_markup_come_back_over_the_wire(caller: Caller, server: PracticeServer) -> None:
    notes = "a\r\nb\tc & <b> ]]> \"'\u00a0\U0001f389e\u0301"
    server.world.leads[ANA].attributes["Notes__c"] = notes
    assert caller.get("IDNUM", ANA).lead["Notes__c"] == notes


def test_blocks_nest() -> None:
    assert message.block("a", message.element("b", 1), message.block("c")) == "<a><b>1</b><c></c></a>"
