"""Scenarios by name, in order, and each either before or after the write."""

from contextlib import suppress
from http.client import HTTPException

import pytest

from mktgui.practice.faults import TEXTS
from mktgui.practice.scenarios import BEFORE_WRITE, Agenda, Scenario, Trick, names, scenario
from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA, LISTED, Caller, attributes, sync_lead

SMALL = {"slow": "slow=0.01", "slow-after-write": "slow-after-write=0.01", "huge": "huge=3", "drip": "drip=0"}
WRITTEN = {  # by name, so that a trick which changes sides is noticed
    *("slow", "cut-after-write", "never-after-write", "slow-after-write", "cut-in-headers", "cut-in-body", "truncated"),
    *("drip", "gzip", "huge", "unknown-status", "extra-elements", "kinds-of-nothing", "other-namespace", "chunked"),
}
NOT_WRITTEN = {
    *("reset", "never", "html-503", "not-found", "redirect", "redirect-307", "not-xml", "empty", "retired"),
    *("fault-without-detail", "fault-with-cause", "failed"),
}


def test_every_scenario_has_a_name() -> None:
    assert set(names()) == WRITTEN | NOT_WRITTEN | {f"fault-{code}" for code in TEXTS}
    assert len(names()) == len(set(names()))


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


def test_only_slow_strikes_before_and_goes_on() -> None:
    before = {one.value for one in BEFORE_WRITE}
    assert before == NOT_WRITTEN | {"slow", "fault"}
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
    ],
)
def test_a_name_is_a_scenario(text: str, expected: Scenario) -> None:
    assert scenario(text) == expected


@pytest.mark.parametrize("text", ["", "fault", "fault-99999", "FAULT-20016", "slower", "slow=soon"])
def test_any_other_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no scenario; choose from slow, .*fault-20123|soon"):
        scenario(text)


def test_every_name_offered_is_taken() -> None:
    taken = [scenario(name) for name in names()]
    assert [f"fault-{one.code}" if one.code else one.trick.value for one in taken] == names()


def test_an_agenda_is_kept_in_order_and_ends() -> None:
    agenda, slow, reset = Agenda(), Scenario(Trick.SLOW), Scenario(Trick.RESET)
    assert agenda.take() is None
    agenda.add(slow, 2)
    agenda.add(reset, 1)
    agenda.add(slow, 0)
    assert [agenda.take() for _ in range(4)] == [slow, slow, reset, None]


def test_the_coming_calls_get_what_was_arranged_and_then_everything_is_well(
    caller: Caller, server: PracticeServer
) -> None:
    server.next("html-503", times=2)
    server.next("fault-20011")
    assert [caller.ask(LISTED).status for _ in range(4)] == [503, 503, 500, 200]
    assert [entry.status for entry in server.journal] == [503, 503, 500, 200]
