"""Send looks first where nothing fresh is known, and stops where the look shows what has to be weighed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.difference import Fate
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Stage
from mktgui.domain.history import Settled
from mktgui.domain.known import FailedLook, Known, VerdictKind
from mktgui.domain.lead import KeyKind, value_of
from mktgui.domain.lookup import NoLookup
from mktgui.domain.outcome import Written
from mktgui.domain.plan import Plan
from mktgui.domain.profile import PRACTICE
from mktgui.domain.recheck import Turn
from mktgui.domain.reread import Proven
from mktgui.domain.story import Sent, story_of
from mktgui.ui.errand import Errand
from mktgui.ui.halts import Halt, Halted
from mktgui.ui.looking import Looking
from mktgui.ui.sending import Sending
from mktgui.ui.theme import Theme
from mktgui.workers.reckoning import Reckoning
from mktgui.workers.runner import Runner
from tests.ui.connections import SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

if TYPE_CHECKING:
    from mktgui.domain.story import Story

CTO = (Row("Title", edit_from_text("CTO")),)
BY_EMAIL = Draft(email=ANA, rows=CTO)
BY_ID = Draft(key=KeyKind.MARKETO_ID, marketo_id=ANA_ID, rows=CTO)
NOBODY = Draft(email="nobody@acme.example", rows=CTO)


class Case:
    """An errand on a practice desk, with a clock and a draft that tests may move."""

    def __init__(self, desk: Desk, runner: Runner, reckoning: Reckoning | None = None) -> None:
        self.desk, self.draft, self.now = desk, BY_EMAIL, datetime.now(UTC)
        self.gate_says = ""
        parts = desk.parts
        looking = Looking(runner, parts.connect, lambda: self.now)
        sending = Sending(runner, parts.connect_for)
        self.errand = Errand(looking, sending, lambda: self.draft, lambda: self.now, reckoning)
        self.halted: list[Halted] = []
        self.stories: list[Story] = []
        self.errand.halted.connect(self.halted.append)
        self.errand.told.connect(self.stories.append)

    def gate(self, made: Plan) -> str:
        assert made.request is not None
        return self.gate_says

    def send(self) -> None:
        self.errand.send(self.gate)

    @property
    def halts(self) -> list[Halt]:
        return [one.halt for one in self.halted]

    def verdict(self) -> VerdictKind:
        return self.errand.plan().verdict.kind


@pytest.fixture
def case(home: Path, runner: Runner, theme: Theme) -> Iterator[Case]:
    with practice_desk(home, runner, theme) as desk:
        yield Case(desk, runner)


def twins(case: Case) -> Draft:
    """A draft by an address that several leads of the practice world share."""
    shared = [lead.email for lead in case.desk.server.world.leads.values() if lead.email]
    return Draft(email=next(one for one in shared if shared.count(one) > 1), rows=CTO)


def test_a_look_is_kept_and_says_what_a_send_would_do(case: Case, qtbot: QtBot) -> None:
    assert case.verdict() is VerdictKind.NOT_LOOKED_UP
    with qtbot.waitSignals([case.errand.looked, case.errand.rested, case.errand.known_changed]):
        assert case.errand.look() is None
        assert case.errand.busy
    assert case.verdict() is VerdictKind.UPDATES
    assert case.errand.seen is case.errand.known
    case.draft = NOBODY
    assert case.errand.seen is None
    assert case.verdict() is VerdictKind.NOT_LOOKED_UP


def test_a_look_at_what_is_known_is_told_from_one_at_something_else(case: Case, qtbot: QtBot) -> None:
    told = []
    for draft in (BY_EMAIL, NOBODY, BY_EMAIL):
        case.draft = draft
        case.errand.look()
        told.append(case.errand.looks_again)
        if draft is not NOBODY:
            qtbot.waitUntil(lambda: not case.errand.busy)
            told.append(case.errand.looks_again)
    assert told == [False, False, False, True, False]


def test_what_cannot_be_looked_up_is_said_and_sent_without_a_look(case: Case, qtbot: QtBot) -> None:
    case.draft = Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-7", foreign_type="CUSTOM", rows=CTO)
    assert case.errand.look() is NoLookup.FOREIGN_CUSTOM
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["syncLead"]


def test_a_send_looks_first_and_goes_on_where_one_lead_is_there(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.told):
        case.send()
        case.send()  # pressed twice
    assert case.desk.operations == ["getLead", "syncLead"]
    assert case.desk.title_of() == "CTO"
    assert case.halts == []


def test_a_fresh_look_is_not_repeated_and_an_old_one_is(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["getLead", "syncLead"]
    case.now += timedelta(minutes=5)
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations[2:] == ["getLead", "syncLead"]


def test_the_record_that_came_back_is_what_is_known(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.told):
        case.send()
    seen = case.errand.seen
    assert seen is not None
    assert seen.record is not None
    assert value_of(seen.record, "Title").text == "CTO"


@pytest.mark.parametrize(
    ("draft", "halt"),
    [(Draft(key=KeyKind.MARKETO_ID, marketo_id="99", rows=CTO), Halt.NOBODY_HAS_ID), (None, Halt.SEVERAL)],
)
def test_a_surprise_stops_the_send_once(case: Case, draft: Draft | None, halt: Halt, qtbot: QtBot) -> None:
    case.draft = draft or twins(case)
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    assert case.halts == [halt]
    assert case.desk.operations == ["getLead"]
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["getLead", "syncLead"]


def test_a_creation_waits_until_it_is_meant(case: Case, qtbot: QtBot) -> None:
    case.draft = NOBODY
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    assert case.halts == [Halt.HAS_TO_BE_MEANT]
    case.gate_says = "Tick it."
    case.send()
    assert not case.errand.busy
    case.gate_says = ""
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["getLead", "syncLead"]
    assert case.verdict() is VerdictKind.UPDATES


def test_an_old_creation_that_was_meant_is_looked_at_again_and_goes_on(case: Case, qtbot: QtBot) -> None:
    case.draft = NOBODY
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    case.now += timedelta(minutes=5)
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["getLead", "getLead", "syncLead"]


def test_a_gate_that_shuts_during_the_look_is_respected(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.halted):
        case.send()
        case.gate_says = "Locked."
    assert case.halts == [Halt.HAS_TO_BE_MEANT]
    assert case.desk.operations == ["getLead"]


def test_a_lead_that_vanished_is_told_and_not_created(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    del case.desk.server.world.leads[int(ANA_ID)]
    case.now += timedelta(minutes=5)
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    assert case.halts == [Halt.CHANGED]
    assert case.halted[0].found is not None
    assert case.halted[0].found.turn is Turn.VANISHED
    assert case.desk.operations == ["getLead", "getLead"]


def test_a_look_that_failed_is_told_once_and_does_not_block(case: Case, qtbot: QtBot) -> None:
    case.desk.server.next("fault-10001")
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    assert case.halts == [Halt.LOOK_FAILED]
    assert isinstance(case.errand.known, FailedLook)
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert len(case.desk.operations) == 2
    assert case.desk.title_of() == "CTO"


def test_a_reread_that_failed_takes_nothing_away(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    before = case.errand.known
    case.desk.server.next("fault-10001")
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    assert case.errand.known is before


def test_a_form_that_was_edited_during_the_look_is_not_sent(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.halted):
        case.send()
        case.draft = replace(BY_EMAIL, rows=(Row("Title", edit_from_text("CEO")),))
    assert case.halts == [Halt.FORM_EDITED]


def test_stop_during_the_look_sends_nothing(case: Case, qtbot: QtBot) -> None:
    case.desk.server.next("never")
    with qtbot.waitSignal(case.errand.staged, check_params_cb=lambda stage: stage is Stage.WAITING):
        case.send()
    case.errand.stop()
    assert case.halts == [Halt.STOPPED]
    assert not case.errand.busy
    case.errand.stop()
    assert case.halts == [Halt.STOPPED]


def test_a_look_that_was_stopped_by_itself_halts_nothing(case: Case) -> None:
    case.errand.look()
    case.errand.stop()
    assert case.halts == []


def test_after_a_cut_connection_the_next_send_looks_first(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    case.desk.server.next("cut-after-write")
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert isinstance(case.errand.known, Known)  # what it was before is not forgotten
    assert case.errand.still_open == case.stories[0].request
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.desk.operations == ["getLead", "syncLead", "getLead", "syncLead"]
    assert case.errand.still_open is None  # the same again was written


def test_a_reread_proves_what_a_cut_connection_left_open(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    case.desk.server.next("cut-after-write")
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.stories[-1].is_open
    with qtbot.waitSignal(case.errand.settled) as came:
        assert case.errand.reread() is None
    entry_id, settled = came.args
    assert case.stories[-1].proven is Proven.WRITTEN
    assert (entry_id, settled) == (case.stories[-1].id, Settled(written=Written.YES, at=case.now))
    assert len(entry_id) == 32
    assert case.errand.still_open is None
    assert case.errand.story is case.stories[-1]


def test_a_reread_of_what_was_sent_does_not_forget_whose_address_it_is(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.told):
        case.send()
    case.desk.server.world.leads[318815].attributes["Title"] = "COO"
    with qtbot.waitSignal(case.errand.looked):
        assert case.errand.reread() is None
    assert case.verdict() is VerdictKind.UPDATES
    assert case.errand.seen is not None
    assert case.errand.seen.record is not None
    assert value_of(case.errand.seen.record, "Title").text == "COO"
    case.draft = NOBODY
    with qtbot.waitSignal(case.errand.looked):
        assert case.errand.reread() is None
    assert case.verdict() is VerdictKind.NOT_LOOKED_UP


def test_a_send_of_another_time_is_settled_by_the_next_look(case: Case, qtbot: QtBot) -> None:
    made = case.errand.plan()
    assert made.request is not None
    lost = story_of(Sent(request=made.request, verdict=made.verdict), None, at=case.now)
    case.errand.take_up(lost)
    assert case.errand.still_open == made.request
    assert case.stories == []  # nothing has happened yet
    with qtbot.waitSignal(case.errand.told):
        case.errand.look()
    assert case.stories[-1].proven is Proven.NOT_WRITTEN
    assert case.errand.still_open is None


def test_without_a_send_a_reread_is_a_look(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        assert case.errand.reread() is None
    assert case.stories == []
    case.draft = Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-7", foreign_type="CUSTOM", rows=CTO)
    assert case.errand.reread() is NoLookup.FOREIGN_CUSTOM


def test_a_look_at_somebody_else_adds_nothing_to_the_story(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.told):
        case.send()
    case.draft = NOBODY
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    assert len(case.stories) == 1


def test_a_field_that_somebody_changed_meanwhile_is_not_overwritten_unseen(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    case.desk.server.world.leads[int(ANA_ID)].attributes["Title"] = "COO"
    case.now += timedelta(minutes=5)
    with qtbot.waitSignal(case.errand.halted):
        case.send()
    assert case.halts == [Halt.CHANGED]
    assert case.halted[0].found is not None
    [field] = case.halted[0].found.in_the_way
    assert (field.name, field.asked) == ("Title", "CTO")
    assert case.desk.title_of() == "COO"
    with qtbot.waitSignal(case.errand.told):
        case.send()  # meant now
    assert case.desk.title_of() == "CTO"


def test_the_fields_of_the_marketo_tell_how_values_are_compared(case: Case, qtbot: QtBot) -> None:
    field = FieldDescription(name="Unsubscribed", label="Unsubscribed", type="boolean")
    case.errand.use_catalogue(Catalogue((field,), case.now))
    assert case.errand.catalogue.fields == (field,)
    case.draft = replace(BY_EMAIL, rows=(Row("Unsubscribed", edit_from_text("1")),))
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.stories[0].count()[Fate.STUCK] == 1


def test_a_refusal_leaves_what_is_known_as_it_was(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    known = case.errand.known
    case.desk.server.next("fault-20110")
    with qtbot.waitSignal(case.errand.told):
        case.send()
    assert case.errand.known is known


def test_another_marketo_knows_other_leads(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    changed = QSignalSpy(case.errand.known_changed)
    case.errand.use(PRACTICE)
    assert changed.count() == 0
    case.errand.use(SANDBOX)
    assert changed.count() == 1
    assert case.errand.known is None


def test_a_connection_that_leads_elsewhere_now_knows_other_leads_too(case: Case, qtbot: QtBot) -> None:
    def knows() -> tuple[bool, bool]:
        """Something of a lead, and what became of the last send."""
        return case.errand.known is not None, case.errand.story is not None

    case.errand.use(SANDBOX)
    with qtbot.waitSignal(case.errand.told):
        case.send()
    case.errand.use(replace(SANDBOX, name="Renamed", workspaces=("EMEA",)))
    assert knows() == (True, True)
    case.errand.use(replace(SANDBOX, user_id="somebody else"))
    assert knows() == (False, True)  # it was sent to the same Marketo
    case.errand.use(replace(SANDBOX, endpoint="https://789-XYZ-012.mktoapi.com/soap/mktows/3_1"))
    assert knows() == (False, False)


def test_what_may_have_been_written_stays_open_for_whoever_else_is_used_there(case: Case, qtbot: QtBot) -> None:
    case.errand.use(SANDBOX)
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    case.desk.server.next("reset")
    with qtbot.waitSignal(case.errand.told):
        case.send()
        case.errand.use(replace(SANDBOX, user_id="somebody else"))
    assert case.stories[-1].written is Written.UNKNOWN
    assert case.errand.still_open == case.stories[-1].request
    assert case.errand.known is None


def test_nothing_is_asked_while_something_is_sent(case: Case, qtbot: QtBot) -> None:
    case.draft = Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-7", foreign_type="CUSTOM", rows=CTO)
    case.desk.server.next("slow=0.5")
    with qtbot.waitSignal(case.errand.told):
        case.send()
        case.draft = BY_EMAIL
        case.errand.look()
    assert case.desk.operations == ["syncLead"]


def test_with_a_mistake_nothing_is_asked(case: Case) -> None:
    case.draft = Draft(email="a b@acme.example")
    case.send()
    assert not case.errand.busy


@pytest.fixture
def slow(home: Path, runner: Runner, theme: Theme) -> Iterator[Case]:
    """A case for which every lead is a big one: what it comes to is worked out on a thread."""
    with practice_desk(home, runner, theme) as desk:
        yield Case(desk, runner, Reckoning(runner, at_once=0))


def test_with_a_big_lead_the_errand_is_busy_until_the_story_is_told(slow: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slow.errand.looked):
        slow.errand.look()
    with qtbot.waitSignal(slow.errand.sending.rested):
        slow.send()
    assert slow.stories == []
    assert slow.errand.busy
    slow.send()  # is not begun: nobody has seen yet what became of the first
    qtbot.waitUntil(lambda: len(slow.stories) == 1)
    assert slow.desk.operations == ["getLead", "syncLead"]
    assert [one.fate for one in slow.stories[0].differences if one.asked is not None] == [Fate.STUCK, Fate.KEY]


def test_a_big_lead_that_somebody_changed_meanwhile_is_not_overwritten_unseen(slow: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slow.errand.looked):
        slow.errand.look()
    slow.desk.server.world.leads[int(ANA_ID)].attributes["Title"] = "Intern"
    slow.now += timedelta(minutes=5)
    with qtbot.waitSignal(slow.errand.halted):
        slow.send()
    assert slow.halts == [Halt.CHANGED]


def test_a_look_adds_to_the_story_of_a_big_lead_unless_another_one_was_told(slow: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slow.errand.told):
        slow.send()
    with qtbot.waitSignals([slow.errand.looked, slow.errand.told]):
        slow.errand.reread()
    assert slow.stories[-1].fresh is not None
    with qtbot.waitSignal(slow.errand.looked):
        slow.errand.reread()
    slow.errand.take_up(slow.stories[0])
    qtbot.waitUntil(lambda: not slow.errand.busy)
    assert len(slow.stories) == 2


OTHER = replace(SANDBOX, id="other")


def begun(case: Case, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Begin it, and wait until Marketo has been asked."""
    case.desk.server.next("slow=0.2")
    with qtbot.waitSignal(case.errand.staged, check_params_cb=lambda stage: stage is Stage.WAITING):
        act()


def test_a_send_that_waits_for_its_look_never_goes_to_another_connection(case: Case, qtbot: QtBot) -> None:
    begun(case, qtbot, case.send)
    case.errand.use(OTHER)
    assert case.halts == [Halt.STOPPED]
    assert not case.errand.busy
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    assert "syncLead" not in case.desk.operations
    assert not case.stories


def test_what_a_look_over_another_connection_brings_is_not_known_here(case: Case, qtbot: QtBot) -> None:
    looked = QSignalSpy(case.errand.looked)
    begun(case, qtbot, case.errand.look)
    case.errand.use(OTHER)
    assert not case.errand.busy
    case.draft = NOBODY
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    assert looked.count() == 1
    assert case.verdict() is VerdictKind.CREATES


def test_the_same_connection_again_stops_nothing(case: Case, qtbot: QtBot) -> None:
    begun(case, qtbot, case.errand.look)
    with qtbot.waitSignal(case.errand.looked):
        case.errand.use(replace(PRACTICE))
    assert case.verdict() is VerdictKind.UPDATES


def test_a_big_lead_that_is_weighed_for_one_connection_is_not_sent_over_another(slow: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slow.errand.looked):
        slow.errand.look()
    slow.now += timedelta(minutes=5)
    with qtbot.waitSignal(slow.errand.looking.looked):
        slow.send()
    slow.errand.use(OTHER)
    with qtbot.waitSignal(slow.errand.halted):
        assert slow.errand.busy
    assert slow.halts == [Halt.STOPPED]
    assert "syncLead" not in slow.desk.operations


def test_of_a_send_that_ends_when_another_connection_is_in_use_it_is_told_and_no_more(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.errand.looked):
        case.errand.look()
    begun(case, qtbot, case.send)
    case.errand.use(OTHER)
    qtbot.waitUntil(lambda: len(case.stories) == 1)
    assert case.stories[0].written is Written.YES
    assert (case.errand.story, case.errand.known, case.errand.still_open) == (None, None, None)
