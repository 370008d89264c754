"""Answers that are odd on purpose: well-formed where they should be, and odd in exactly one way."""

import pytest
from lxml import etree

from mktgui.practice.scenarios import Scenario, scenario
from mktgui.practice.server import PracticeServer
from mktgui.practice.spoiled import RETIRED_PAGE, changed, instead
from mktgui.practice.tricks import Trick
from tests.practice.raw import ANA, LISTED, MARKETO, NIL, Caller, Reply, canonical, schema, sync_lead

INSTEAD = [  # name, HTTP status, content type, what is in it
    ("html-503", 503, "text/html; charset=utf-8", b"Service Unavailable"),
    ("not-found", 404, "text/html; charset=utf-8", b"Not Found"),
    ("redirect", 302, "text/html; charset=utf-8", b"Found"),
    ("redirect-307", 307, "text/html; charset=utf-8", b"Temporary Redirect"),
    ("not-xml", 200, "text/plain", b"It works!"),
    ("empty", 200, "text/xml; charset=utf-8", b""),
    ("retired", 410, "text/html; charset=utf-8", b"removed on 2026-07-31"),
    (
        "fault-without-detail",
        500,
        "text/xml; charset=utf-8",
        b"<faultstring>Bad Request</faultstring></SOAP",
    ),
    ("fault-with-cause", 500, "text/xml; charset=utf-8", b"<cause/>"),
    ("failed", 200, "text/xml; charset=utf-8", b"<status>FAILED</status>"),
]
AFTERWARDS = [trick for trick in Trick if not Scenario(trick).before_write]


def got(caller: Caller, server: PracticeServer, name: str) -> Reply:
    """Ana's lead, with this scenario in the way."""
    server.next(name)
    return caller.ask(sync_lead(f"<Id>{ANA}</Id>"))


def children(reply: Reply, path: str) -> list[str]:
    return [str(one.tag) for one in etree.fromstring(reply.body).iterfind(f".//{path}/*")]


@pytest.mark.parametrize(("name", "status", "kind", "inside"), INSTEAD)
def test_what_is_said_instead(
    caller: Caller, server: PracticeServer, name: str, status: int, kind: str, inside: bytes
) -> None:
    reply = got(caller, server, name)
    assert (reply.status, reply.headers["Content-Type"]) == (status, kind)
    assert inside in reply.body
    assert reply.body == server.journal[0].reply
    assert caller.ask(LISTED).status == 200


def test_a_redirection_points_elsewhere_on_this_computer_and_nothing_else_does(
    caller: Caller, server: PracticeServer
) -> None:
    base = server.endpoint.removesuffix("/soap/mktows/3_1")
    places = [got(caller, server, name).headers.get("Location") for name in ("redirect", "redirect-307", "html-503")]
    assert places == [f"{base}/elsewhere", f"{base}/elsewhere", None]


def test_pages_are_no_xml(caller: Caller, server: PracticeServer) -> None:
    for name in ("html-503", "not-xml", "empty"):
        with pytest.raises(etree.XMLSyntaxError):
            etree.fromstring(got(caller, server, name).body)


def test_the_fault_with_a_cause_has_no_code_in_its_texts(caller: Caller, server: PracticeServer) -> None:
    assert canonical(got(caller, server, "fault-with-cause").body) == canonical(
        b'<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault>'
        b"<faultcode>SOAP-ENV:Client</faultcode><faultstring>Parameter required</faultstring><detail>"
        b'<ns1:serviceException xmlns:ns1="http://www.marketo.com/mktows/"><name>mktServiceException</name>'
        b"<message>No selection criteria found in request</message><code>10001</code><cause/></ns1:serviceException>"
        b"</detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )


def test_failed_has_a_sentence_and_no_lead(caller: Caller, server: PracticeServer) -> None:
    result = got(caller, server, "failed").result
    assert result.findtext("syncStatus/error") == "Lead could not be saved"
    assert [one.get(NIL) for one in result.iterfind("leadRecord")] == ["true"]


def test_a_truncated_answer_ends_early_with_a_length_that_is_right(caller: Caller, server: PracticeServer) -> None:
    reply = got(caller, server, "truncated")
    assert int(reply.headers["Content-Length"]) == len(reply.body) > 100
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(reply.body)


def test_a_huge_answer_has_so_many_attributes_more(caller: Caller, server: PracticeServer) -> None:
    few, many = got(caller, server, "huge=0"), got(caller, server, "huge=1000")
    assert len(list(many.result.iter("attribute"))) == len(list(few.result.iter("attribute"))) + 1000
    assert len(many.body) > 190_000


def test_the_default_hugeness_is_ten_megabytes() -> None:
    assert 9_000_000 < len(changed(scenario("huge"), b"<leadAttributeList></leadAttributeList>")) < 12_000_000


def test_an_unknown_status_breaks_the_schema_alone(caller: Caller, server: PracticeServer) -> None:
    reply = got(caller, server, "unknown-status")
    status = etree.fromstring(reply.body).findtext(".//status")
    assert status == "UNCHANGED"
    assert not schema().validate(etree.fromstring(reply.body)[0][0])
    assert schema().validate(etree.fromstring(reply.body.replace(b"UNCHANGED", b"UPDATED"))[0][0])


def test_extra_elements_stand_beside_the_known_ones(caller: Caller, server: PracticeServer) -> None:
    reply = got(caller, server, "extra-elements")
    assert children(reply, "result") == ["leadId", "syncStatus", "leadRecord", "warnings"]
    assert children(reply, "leadRecord")[:2] == ["marketoGUID", "Id"]


def test_there_are_three_kinds_of_nothing(caller: Caller, server: PracticeServer) -> None:
    reply = got(caller, server, "kinds-of-nothing")
    listed = etree.fromstring(reply.body).findall(".//attribute")[:3]
    values = {one.findtext("attrName"): one.find("attrValue") for one in listed}
    empty, nil, absent = (values[name] for name in ("EmptyText", "NilText", "AbsentText"))
    assert empty is not None
    assert (empty.text, empty.get(NIL)) == (None, None)
    assert nil is not None
    assert (nil.text, nil.get(NIL)) == (None, "true")
    assert absent is None


def test_another_namespace_is_on_the_elements_that_should_have_none(caller: Caller, server: PracticeServer) -> None:
    root = etree.fromstring(got(caller, server, "other-namespace").body)
    assert [one.text for one in root.iter(f"{{{MARKETO}}}leadId")] == [str(ANA), str(ANA)]
    assert root.find(f".//{{{MARKETO}}}leadRecord/Id") is not None
    assert root.find(".//leadId") is None


@pytest.mark.parametrize("trick", AFTERWARDS)
def test_whatever_has_nothing_to_change_leaves_the_answer_alone(trick: Trick) -> None:
    body = b"<a><b>text</b></a>"
    if trick is not Trick.TRUNCATED:
        assert changed(Scenario(trick, amount=5), body) == body


def test_the_page_of_the_retired_server_is_the_whole_answer() -> None:
    assert instead(Scenario(Trick.RETIRED), 1) == (410, "text/html; charset=utf-8", RETIRED_PAGE)


def test_only_what_strikes_before_can_be_said_instead() -> None:
    with pytest.raises(KeyError):
        instead(Scenario(Trick.GZIP), 1)
