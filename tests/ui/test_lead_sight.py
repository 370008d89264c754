"""What is known of a lead is shown where it belongs: at the paste box, as a choice, in the table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import FieldDescription
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind, LeadRecord, text_value
from mktgui.domain.outcome import Outcome
from mktgui.ui.lead_sight import LeadSight
from mktgui.ui.theme import Theme
from mktgui.workers.reckoning import Reckoning
from mktgui.workers.runner import Runner
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk
from tests.ui.front import Front, shown


class Office(Front):
    """The parts that a sight keeps in step, and what it told."""

    def __init__(self, desk: Desk, reckoning: Reckoning | None = None) -> None:
        super().__init__(desk, reckoning)
        self.sight = LeadSight(self.errand, self.finder, self.table, desk.parts, self.put)
        self.told = Told()
        self.sight.loaded.connect(lambda: self.told.loaded.append(self.errand.seen))
        self.sight.failed.connect(self.told.failed.append)
        self.errand.known_changed.connect(self.sight.follow)

    @property
    def says(self) -> str:
        return self.finder.box.state.words.text()


@dataclass
class Told:
    loaded: list[object] = field(default_factory=list)
    failed: list[Outcome] = field(default_factory=list)


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        with shown(office, qtbot):
            yield office


@pytest.fixture
def slow(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    """One to which every lead is a big one, and which has seen Ana, but means nobody."""
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk, Reckoning(runner, at_once=0))
        with shown(office, qtbot):
            load(office, Draft(email=ANA), qtbot)
            qtbot.waitUntil(lambda: office.table.model.has_record)
            office.show_draft(Draft())
            office.sight.follow()
            assert not office.table.model.has_record
            yield office


def load(office: Office, draft: Draft, qtbot: QtBot) -> None:
    office.show_draft(draft)
    with qtbot.waitSignal(office.errand.rested):
        office.finder.load_wanted.emit()
        assert office.says == "Reading…"


def twins(office: Office) -> str:
    shared = [lead.email for lead in office.desk.server.world.leads.values() if lead.email]
    return next(one for one in shared if shared.count(one) > 1)


def test_a_lead_is_shown_and_the_keyboard_goes_to_its_fields(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=ANA), qtbot)
    assert office.says.startswith("Read ")
    assert office.table.model.has_record
    assert len(office.told.loaded) == 1
    qtbot.waitUntil(office.table.filter.text.hasFocus)
    load(office, Draft(email=ANA), qtbot)  # again
    assert len(office.told.loaded) == 2


def test_with_changes_already_there_the_keyboard_goes_to_them(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),)), qtbot)
    qtbot.waitUntil(office.table.view.hasFocus)


def test_several_leads_are_a_choice_and_the_chosen_one_goes_by_its_number(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=twins(office)), qtbot)
    assert office.sight.chooser.isVisible()
    qtbot.waitUntil(office.sight.chooser.list.hasFocus)
    seen = office.errand.seen
    assert seen is not None
    older = seen.records[1]
    office.sight.chooser.chosen.emit(older.id.text)
    draft = office.draft()
    assert (draft.key, draft.marketo_id, draft.email) == (KeyKind.MARKETO_ID, older.id.text, "")
    assert office.errand.seen is not None
    assert office.errand.seen.records == (older,)
    assert not office.sight.chooser.isVisible()
    assert office.desk.operations.count("getLead") == 1  # it was seen already
    office.sight.chooser.chosen.emit("1")  # nobody of these
    assert office.draft().marketo_id == older.id.text


def test_the_fields_of_the_choice_are_called_as_this_marketo_calls_them(office: Office, qtbot: QtBot) -> None:
    city = FieldDescription(name="City", label="Town", type="string", soap_name="City", rest_name="city")
    state = FieldDescription(name="state", label="Province", type="string", soap_name="State", rest_name="state")
    office.errand.use_catalogue(Catalogue((city, state)))
    shared = twins(office)
    for number, lead in enumerate(one for one in office.desk.server.world.leads.values() if one.email == shared):
        lead.attributes.update({"City": f"C{number}", "State": f"S{number}"})
    load(office, Draft(email=shared), qtbot)
    titles = [office.sight.chooser.list.headerItem().text(at) for at in range(office.sight.chooser.list.columnCount())]
    assert {"Town", "Province"} <= set(titles)


def test_a_choice_without_anything_known_chooses_nothing(office: Office) -> None:
    office.sight.chooser.chosen.emit("7")
    assert office.draft() == Draft()


def test_nobody_has_the_key_and_a_new_lead_can_be_begun_with_it(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email="nobody@acme.example"), qtbot)
    assert office.says.startswith("No lead")
    assert not office.table.model.has_record
    office.finder.box.state.new_lead.click()
    qtbot.waitUntil(lambda: office.table.isAncestorOf(office.focusWidget()))


def test_a_look_that_failed_says_why_and_leaves_what_was_seen(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=ANA), qtbot)
    office.desk.server.next("fault-20014")
    load(office, Draft(email=ANA), qtbot)
    assert office.says.startswith("Not read.")
    assert office.table.model.has_record
    assert len(office.told.failed) == 1


def test_what_cannot_be_looked_up_is_said_at_once(office: Office) -> None:
    office.finder.form.show_draft(Draft(key=KeyKind.FOREIGN_ID, foreign_id="7", foreign_type="NETSUITE"))
    office.sight.load()
    assert "NETSUITE" in office.says
    assert not office.errand.busy


def test_a_look_that_was_stopped_leaves_the_box_as_it_was(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=ANA), qtbot)
    before = office.says
    office.desk.server.next("never")
    office.sight.load()
    office.finder.box.stop_wanted.emit()
    assert office.says == before
    office.finder.form.show_draft(Draft(email="nobody@acme.example"))
    office.sight.follow()
    office.desk.server.next("never")
    office.sight.load()
    office.finder.box.stop_wanted.emit()
    assert office.says == ""


def test_while_something_is_sent_no_look_begins(office: Office, qtbot: QtBot) -> None:
    load(office, Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),)), qtbot)
    office.desk.server.next("slow=0.5")
    with qtbot.waitSignal(office.errand.told):
        office.errand.send(lambda _plan: "")
        office.sight.load()
        assert office.says.startswith("Read ")


def test_what_came_back_is_shown_for_a_key_that_cannot_be_looked_up(office: Office) -> None:
    office.finder.form.show_draft(Draft(key=KeyKind.FOREIGN_ID, foreign_id="7", foreign_type="CUSTOM"))
    office.sight.follow(LeadRecord(id=text_value(ANA_ID)))
    assert office.table.model.has_record
    office.sight.follow()
    assert not office.table.model.has_record


def load_anew(office: Office) -> None:
    """Ask for Ana, and be told that she was seen before while the look is under way."""
    office.show_draft(Draft(email=ANA))
    office.sight.load()
    office.sight.follow()


def test_a_big_lead_waits_for_the_look_that_shows_it_as_it_is_now(slow: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slow.errand.rested):
        load_anew(slow)
        assert slow.says == "Reading…"
        assert not slow.table.is_listing
    qtbot.waitUntil(lambda: slow.table.model.has_record)
    assert slow.says.startswith("Read ")


def test_without_a_look_a_big_lead_that_was_seen_is_shown(slow: Office, qtbot: QtBot) -> None:
    slow.show_draft(Draft(email=ANA))
    slow.sight.follow()
    qtbot.waitUntil(lambda: slow.table.model.has_record)
    slow.desk.server.next("never")
    slow.sight.load()
    slow.sight.follow()
    assert slow.table.model.has_record, "what is in the table stays there while it is read again"


@pytest.mark.parametrize("ending", ["stopped", "failed"])
def test_what_waited_is_shown_when_the_look_brings_nothing(slow: Office, qtbot: QtBot, ending: str) -> None:
    slow.desk.server.next("never" if ending == "stopped" else "fault-20014")
    load_anew(slow)
    if ending == "stopped":
        slow.finder.box.stop_wanted.emit()
    qtbot.waitUntil(lambda: slow.table.model.has_record)
    assert slow.says.startswith("Read " if ending == "stopped" else "Not read.")


def test_a_lead_does_not_wait_for_a_look_at_another_one(slow: Office, qtbot: QtBot) -> None:
    slow.desk.server.next("never")
    slow.show_draft(Draft(email="nobody@acme.example"))
    slow.sight.load()
    slow.show_draft(Draft(email=ANA))
    slow.sight.follow()
    qtbot.waitUntil(lambda: slow.table.model.has_record)
    assert slow.says.startswith("Read ")


def test_what_came_back_from_a_send_stays_when_a_look_is_stopped(office: Office) -> None:
    office.finder.form.show_draft(Draft(key=KeyKind.FOREIGN_ID, foreign_id="7", foreign_type="CUSTOM"))
    office.sight.follow(LeadRecord(id=text_value(ANA_ID)))
    office.desk.server.next("never")
    office.errand.looking.look(GetLead(LookupKey.IDNUM, ANA_ID), office.errand.profile)
    office.errand.stop()
    assert office.table.model.has_record
