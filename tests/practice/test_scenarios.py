"""Scenarios by name, in order, and each either before or after the write."""

from contextlib import suppress
from http.client import HTTPException

import pytest

from mktgui.practice.faults import TEXTS
from mktgui.practice.rest.errors import TEXTS as REST_TEXTS
from mktgui.practice.scenarios import Agenda, Scenario, names, scenario, told
from mktgui.practice.server import PracticeServer
from mktgui.practice.tricks import Door, Trick
from tests.practice.raw import ANA, LISTED, Caller, attributes, sync_lead
from tests.practice.rest.raw import RestCaller

SMALL = {"slow": "slow=0.01", "slow-after-write": "slow-after-write=0.01", "huge": "huge=3", "drip": "drip=0"}
WRITTEN = {  # by name, so that a trick which changes sides is noticed
    *("as-usual", "html-502-after-write"),
    *("slow", "cut-after-write", "never-after-write", "slow-after-write", "cut-in-headers", "cut-in-body", "truncated"),
    *("drip", "gzip", "huge", "unknown-status", "extra-elements", "kinds-of-nothing", "other-namespace", "chunked"),
}
NOT_WRITTEN = {
    *("html-429", "html-502"),
    *("reset", "never", "html-503", "not-found", "redirect", "redirect-307", "not-xml", "empty", "retired"),
    *("fault-without-detail", "fault-with-cause", "failed"),
}
ONLY_SOAP = {"retired", "fault-with-cause", "other-namespace"}
WRITTEN_OVER_REST = (WRITTEN - ONLY_SOAP) | {
    *("604-after-write", "wrong-content-type", "bom", "utf-16", "not-utf-8", "lone-surrogate", "nan", "huge-numbers"),
    *("duplicate-keys", "deep", "not-an-object", "null", "no-success", "success-as-text", "success-and-errors"),
    *("no-result", "empty-result"),
}
NOT_WRITTEN_OVER_REST = (NOT_WRITTEN - ONLY_SOAP) | {"token-expires-now", "token-invalid"}
SKIPPED = {f"skipped-{code}" for code in REST_TEXTS if code.startswith("1")}


def test_every_scenario_has_a_name() -> None:
    assert set(names(Door.SOAP)) == WRITTEN | NOT_WRITTEN | {f"fault-{code}" for code in TEXTS}
    over_rest = WRITTEN_OVER_REST | NOT_WRITTEN_OVER_REST | {f"fault-{code}" for code in REST_TEXTS} | SKIPPED
    assert set(names(Door.REST)) == over_rest
    assert set(names()) == {*names(Door.SOAP), *names(Door.REST)}
    assert len(names()) == len(set(names()))


def test_every_scenario_is_told_in_a_line() -> None:
    lines = told()
    assert [line.split()[0] for line in lines] == [*names(), "identity-NAME"]
    assert all(len(line.split(maxsplit=1)[1]) > 8 for line in lines)
    by_name = dict(line.split(maxsplit=1) for line in lines)
    assert by_name["slow"] == "waits so many seconds, then goes on; usually 3"
    assert by_name["fault-20016"] == "Request Expired (SOAP only)"
    assert by_name["skipped-1007"] == "Multiple lead match lookup criteria (REST only)"


@pytest.mark.parametrize("name", sorted(WRITTEN | NOT_WRITTEN | {"fault-20106", "fault-20011"}))
def test_a_lead_is_written_exactly_where_it_strikes_afterwards(
    caller: Caller, server: PracticeServer, name: str
) -> None:
    server.next(SMALL.get(name, name))
    record = f"<Id>{ANA}</Id>" + attributes({"Title": "CTO"})
    with suppress(OSError, HTTPException):  # what the caller sees of it is told elsewhere
        caller.ask(sync_lead(record), timeout=0.3)
    assert server.world.leads[ANA].attributes["Title"] == ("CTO" if name in WRITTEN else "VP Sales")
    assert len(server.journal) == 1


@pytest.mark.parametrize("name", sorted(WRITTEN_OVER_REST | NOT_WRITTEN_OVER_REST | {"fault-611", "skipped-1007"}))
def test_over_rest_it_is_the_same(server: PracticeServer, name: str) -> None:
    rest = RestCaller(server)
    assert rest.token
    server.next(SMALL.get(name, name))
    with suppress(OSError, HTTPException):
        rest.update(ANA, title="CTO", timeout=0.3)
    assert server.world.leads[ANA].attributes["Title"] == ("CTO" if name in WRITTEN_OVER_REST else "VP Sales")
    assert len(server.journal) == 2


def test_only_slow_strikes_before_and_goes_on() -> None:
    before = NOT_WRITTEN | {"slow", "fault", "skipped"}
    assert all(Scenario(trick).before_write == (trick.value in before) for trick in Trick)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fault-20016", Scenario(Trick.FAULT, code="20016")),
        ("fault-without-detail", Scenario(Trick.FAULT_WITHOUT_DETAIL)),
        ("slow", Scenario(Trick.SLOW, amount=3.0)),
        ("slow=0.5", Scenario(Trick.SLOW, amount=0.5)),
        ("huge", Scenario(Trick.HUGE, amount=50_000.0)),
        ("huge=7", Scenario(Trick.HUGE, amount=7.0)),
        ("gzip", Scenario(Trick.GZIP)),
        ("fault-602", Scenario(Trick.FAULT, code="602")),
        ("skipped-1007", Scenario(Trick.SKIPPED, code="1007")),
        ("604-after-write", Scenario(Trick.TIMEOUT_AFTER_WRITE)),
        ("identity-slow=2", Scenario(Trick.SLOW, amount=2.0, identity=True)),
    ],
)
def test_a_name_is_a_scenario(text: str, expected: Scenario) -> None:
    assert scenario(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "fault", "fault-99999", "FAULT-20016", "slower", "slow=soon", "skipped", "skipped-20016"),
        *("identity-", "identity-retired", "identity-fault-602", "identity-token-invalid", "identity-identity-slow"),
    ],
)
def test_any_other_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no scenario; choose from as-usual, slow, .*fault-20123|soon"):
        scenario(text)


def test_every_name_offered_is_taken() -> None:
    taken = [scenario(name) for name in names()]
    assert [f"{one.trick}-{one.code}" if one.code else one.trick.value for one in taken] == names()


def test_an_agenda_is_kept_in_order_and_ends() -> None:
    agenda, slow, reset = Agenda(), Scenario(Trick.SLOW), Scenario(Trick.RESET)
    assert agenda.take(Door.SOAP) is None
    agenda.add(slow, 2)
    agenda.add(reset, 1)
    agenda.add(slow, 0)
    assert [agenda.take(Door.REST) for _ in range(4)] == [slow, slow, reset, None]


def test_whoever_cannot_have_what_is_arranged_leaves_it_to_others() -> None:
    agenda = Agenda()
    token, rest, soap, both = map(scenario, ("identity-slow", "fault-602", "fault-20016", "slow"))
    for one in (token, rest, soap, both):
        agenda.add(one, 1)
    assert [agenda.take(Door.SOAP) for _ in range(3)] == [soap, both, None]
    assert [agenda.take(Door.REST) for _ in range(2)] == [rest, None]
    assert [agenda.take(Door.IDENTITY) for _ in range(2)] == [token, None]


def test_the_coming_calls_get_what_was_arranged_and_then_everything_is_well(
    caller: Caller, server: PracticeServer
) -> None:
    server.next("html-503", times=2)
    server.next("fault-20011")
    assert [caller.ask(LISTED).status for _ in range(4)] == [503, 503, 500, 200]
    assert [entry.status for entry in server.journal] == [503, 503, 500, 200]
