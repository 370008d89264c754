"""Every fault has the recorded shape and HTTP 500, and a fault means that nothing was written."""

from collections.abc import Callable

import pytest
from lxml import etree

from mktgui.practice.faults import SERVER_SIDE, TEXTS, ApiFault
from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA, FAULT, LISTED, Caller, canonical

# The codes of the documentation; in the second place the words that were recorded on the wire.
CODES = [
    *("10001", "20011", "20012", "20013", "20014", "20015", "20016", "20017", "20018", "20019", "20022", "20023"),
    *("20024", "20101", "20102", "20103", "20104", "20105", "20106", "20107", "20108", "20109", "20110", "20111"),
    *("20113", "20114", "20122", "20123"),
]
RECORDED = {
    "20014": "Authentication failed",
    "20103": "Lead not found",
    "20105": "Unknown lead field",
    "20110": "Input error",
}


def test_all_documented_codes_are_there_and_no_others() -> None:
    assert list(TEXTS) == CODES
    assert {code: TEXTS[code] for code in RECORDED} == RECORDED
    assert all(text and text == text.strip() for text in TEXTS.values())


@pytest.mark.parametrize("code", CODES)
def test_on_the_wire_it_is_the_recorded_shape(caller: Caller, server: PracticeServer, code: str) -> None:
    server.next(f"fault-{code}")
    reply = caller.sync(f"<Id>{ANA}</Id>", {"Title": "CTO"})
    title = TEXTS[code]
    expected = FAULT.format(code=code, title=title, message=title, origin="Client")
    assert reply.status == 500
    assert reply.headers["Content-Type"].startswith("text/xml")
    assert canonical(reply.body) == canonical(expected.encode())
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"


def test_only_the_service_exception_is_namespaced_and_it_declares_its_own_prefix(caller: Caller) -> None:
    reply = caller.post(b"no xml")
    assert b'<ns1:serviceException xmlns:ns1="http://www.marketo.com/mktows/">' in reply.body
    namespaced = [one.tag for one in etree.fromstring(reply.body).iter("{http://www.marketo.com/mktows/}*")]
    assert namespaced == ["{http://www.marketo.com/mktows/}serviceException"]
    assert b"xmlns:xsi" not in reply.body


def test_a_message_of_its_own_goes_before_the_code(caller: Caller) -> None:
    assert caller.get("EMAIL", "no<body>@x.example").fault == ("20103", "No lead found with EMAIL = no<body>@x.example")


@pytest.mark.parametrize(("code", "origin"), [("10001", "Server"), ("20011", "Server"), ("20014", "Client")])
def test_the_server_may_blame_itself_for_its_own_faults(
    caller: Caller, server: PracticeServer, turn: Callable[..., None], code: str, origin: str
) -> None:
    turn(server_faultcode="Server")
    server.next(f"fault-{code}")
    reply = caller.ask(LISTED)
    assert etree.fromstring(reply.body).findtext(".//faultcode") == f"SOAP-ENV:{origin}"
    assert reply.fault[0] == code


def test_a_fault_says_its_words() -> None:
    bare, worded = ApiFault("20014"), ApiFault("20106", "Could not save")
    assert (bare.code, bare.message, str(bare)) == ("20014", "Authentication failed", "Authentication failed")
    assert (worded.code, worded.message, str(worded)) == ("20106", "Could not save", "Could not save")
    assert set(TEXTS) >= SERVER_SIDE


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        ApiFault("99999")
