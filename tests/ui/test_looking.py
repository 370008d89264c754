"""A look at a lead ends in what is known of it; one that is given up ends unheard."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import Call, GetLead, LookupKey
from mktgui.domain.exchange import Stage
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Report
from mktgui.domain.profile import PRACTICE
from mktgui.ui.looking import Looking, utc_now
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from mktgui.workers.work import Crash
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
BY_EMAIL, BY_ID = GetLead(LookupKey.EMAIL, ANA), GetLead(LookupKey.IDNUM, ANA_ID)


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def looking(desk: Desk, runner: Runner) -> Looking:
    return Looking(runner, desk.parts.connect, lambda: NOON)


def test_a_lead_that_is_there_is_known_with_the_time(looking: Looking, qtbot: QtBot) -> None:
    stages: list[object] = []
    looking.staged.connect(stages.append)
    with qtbot.waitSignal(looking.looked) as looked, qtbot.waitSignals([looking.began, looking.rested]):
        looking.look(BY_EMAIL, PRACTICE)
        assert looking.busy
        asked = looking.question
    assert looked.args is not None
    known = looked.args[0]
    assert isinstance(known, Known)
    assert (known.profile_id, known.asked, known.at) == (PRACTICE.id, BY_EMAIL, NOON)
    assert known.record is not None
    assert known.record.id.text == ANA_ID
    assert Stage.WAITING in stages
    assert (asked, looking.question) == (BY_EMAIL, None)
    assert not looking.busy


def test_nobody_and_no_answer_are_two_things(desk: Desk, looking: Looking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(looking.looked) as nobody:
        looking.look(GetLead(LookupKey.EMAIL, "nobody@acme.example"), PRACTICE)
    assert nobody.args is not None
    assert isinstance(nobody.args[0], Known)
    assert nobody.args[0].records == ()
    desk.server.next("reset")
    with qtbot.waitSignal(looking.looked) as unanswered:
        looking.look(BY_EMAIL, PRACTICE)
    assert unanswered.args is not None
    assert isinstance(unanswered.args[0], FailedLook)


def test_a_newer_question_takes_the_place_of_the_one_under_way(desk: Desk, looking: Looking, qtbot: QtBot) -> None:
    heard: list[object] = []
    looking.looked.connect(lambda known, _outcome: heard.append(known.asked))
    looking.stopped.connect(lambda: heard.append("stopped"))
    desk.server.next("never")
    looking.look(BY_EMAIL, PRACTICE)
    qtbot.waitUntil(lambda: len(desk.server.journal) == 1)  # before, the newer one could be what is never answered
    with qtbot.waitSignal(looking.looked):
        looking.look(BY_ID, PRACTICE)
    assert heard == [BY_ID]


def test_stop_gives_control_back_and_nothing_new_is_known(desk: Desk, looking: Looking, qtbot: QtBot) -> None:
    desk.server.next("never")
    looking.stop()  # nothing to stop yet
    with qtbot.waitSignals([looking.stopped, looking.rested]), qtbot.assertNotEmitted(looking.looked):
        looking.look(BY_EMAIL, PRACTICE)
        looking.stop()
    assert not looking.busy


class Broken:
    """A transport with a mistake in it."""

    def send(self, call: Call, report: Report) -> Outcome:  # noqa: ARG002 - the shape of the port
        raise ZeroDivisionError

    def abort(self) -> None:
        pass


def test_a_mistake_of_the_program_is_told_as_one(runner: Runner, qtbot: QtBot) -> None:
    looking = Looking(runner, lambda _profile: Broken())
    with qtbot.waitSignal(looking.crashed) as told:
        looking.look(BY_ID, PRACTICE)
    assert told.args is not None
    assert isinstance(told.args[0], Crash)
    assert not looking.busy


def test_news_of_a_look_that_was_given_up_is_not_passed_on(runner: Runner, qtbot: QtBot) -> None:
    looking = Looking(runner, lambda _profile: Broken())
    with qtbot.waitSignals([looking.crashed]) as told:
        looking.look(BY_ID, PRACTICE)
        looking.look(BY_EMAIL, PRACTICE)
    assert told.signal_triggered
    assert (utc_now() - datetime.now(UTC)).total_seconds() < 1


def test_one_that_nobody_waits_for_any_more_is_over_at_once_and_ends_unheard(
    desk: Desk, looking: Looking, qtbot: QtBot
) -> None:
    heard: list[object] = []
    looking.looked.connect(lambda known, _outcome: heard.append(known.asked))
    looking.give_up()  # there is none
    desk.server.next("slow=0.2")
    looking.look(BY_EMAIL, PRACTICE)
    with qtbot.waitSignals([looking.rested, looking.stopped]):
        looking.give_up()
        assert not looking.busy
    with qtbot.waitSignal(looking.looked):
        looking.look(BY_ID, PRACTICE)
    assert heard == [BY_ID]
