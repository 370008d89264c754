"""What comes into a draft from elsewhere comes by the names of the API in use, and can be taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import FAILED, UPDATED, Synced
from mktgui.domain.calls import SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.outcome import Answered
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.domain.put_back import Limit, Limited, PutBack
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.story import Sent, Story, story_of
from mktgui.ui.draft_intake import DraftIntake
from mktgui.ui.recent_list import RecentList
from mktgui.ui.theme import Theme
from mktgui.ui.two_line_delegate import SECOND_LINE
from mktgui.workers.runner import Runner
from tests.domain.leads import answered
from tests.ui import stories
from tests.ui.connections import SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk
from tests.ui.front import Front, shown
from tests.ui.stories import ASKED, EXPECTED, STOPPED, UNANSWERED

CTO = Row("Title", edit_from_text("CTO"))
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
REFUSED = story_of(EXPECTED, answered(ASKED, FAILED), at=NOW)


class Office(Front):
    """A front, and an intake into it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.intake = DraftIntake(desk.parts, self.errand, self.finder, self.table, self.put)

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.draft().rows]

    def take_recipe(self, number: int, qtbot: QtBot) -> None:
        recipes = self.intake.side.recipes
        qtbot.waitUntil(lambda: recipes.list.count() == 3)
        recipes.list.setCurrentRow(number)
        recipes.list.itemClicked.emit(recipes.list.item(number))


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        office.show_draft(Draft(email=ANA, rows=(CTO,)))
        with shown(office, qtbot):
            yield office


def test_a_recent_lead_is_opened_by_its_number_where_it_has_one(office: Office) -> None:
    wanted = QSignalSpy(office.intake.load_wanted)
    side = office.intake.side
    side.lead_wanted.emit(Recent(key=KeyKind.EMAIL, text=ANA, deed=Deed.LOADED, at=NOW, lead_id=ANA_ID))
    assert (office.draft().key, office.draft().marketo_id) == (KeyKind.MARKETO_ID, ANA_ID)
    side.lead_wanted.emit(Recent(key=KeyKind.EMAIL, text="nobody@acme.example", deed=Deed.FAILED, at=NOW))
    assert (office.draft().key, office.draft().email) == (KeyKind.EMAIL, "nobody@acme.example")
    assert wanted.count() == 2


def test_a_recipe_is_taken_in_and_can_be_taken_back(office: Office, qtbot: QtBot) -> None:
    office.take_recipe(0, qtbot)
    assert set(office.names) == {"Title", "Unsubscribed", "UnsubscribedReason"}
    assert office.table.view.hasFocus()
    office.undo.undo()
    assert office.draft().rows == (CTO,)


def test_a_recipe_comes_by_the_names_of_the_api_in_use(office: Office, qtbot: QtBot) -> None:
    office.show_draft(Draft(email=ANA))
    office.errand.use(PRACTICE_REST)
    office.take_recipe(0, qtbot)
    assert set(office.names) == {"unsubscribed", "unsubscribedReason"}


def test_the_lists_follow_the_draft_the_connection_and_what_was_loaded(office: Office, qtbot: QtBot) -> None:
    for step in (office.intake.follow, office.intake.note_load):
        step()
    office.intake.use_profile(SANDBOX.id)
    assert office.finder.findChildren(RecentList) == []  # they are not made for that
    side = office.intake.side
    qtbot.waitUntil(lambda: side.recipes.list.count() == 3)
    office.intake.follow()
    assert side.recipes.save.isEnabled()
    office.show_draft(Draft(email=ANA))
    office.intake.follow()
    assert not side.recipes.save.isEnabled()
    office.look(qtbot)
    office.intake.note_load()
    assert side.recents.list.count() == 1
    assert office.errand.seen is not None
    changed = Recent(key=KeyKind.EMAIL, text=ANA, deed=Deed.CHANGED, at=NOW, lead_id=ANA_ID, fields=2)
    office.desk.parts.desks.recents.add(office.errand.profile.id, changed)
    request = SyncLead(email=ANA)
    sent = Sent(request=request, verdict=office.errand.plan().verdict, known=office.errand.seen)
    exchange = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=NOW)
    answer = Synced(lead_id=text_value(ANA_ID), status=text_value(UPDATED))
    office.errand.story = story_of(sent, Answered(request, exchange, answer), at=NOW)
    office.intake.note_load()  # a look at what became of it
    assert "2 fields changed" in side.recents.list.item(0).data(SECOND_LINE)
    office.intake.use_profile(SANDBOX.id)
    assert side.recents.list.count() == 0


def test_the_other_api_has_other_names_and_one_step_back_brings_the_old_ones(office: Office) -> None:
    office.show_draft(Draft(email=ANA, rows=(Row("FirstName", edit_from_text("Anne")), Row("Nonsense__c"))))
    office.errand.use(PRACTICE_REST)
    office.intake.carry_over(PRACTICE)
    assert office.names == ["firstName", "Nonsense__c"]
    assert "It is not known what REST calls these fields: Nonsense__c." in office.table.message.text()
    office.undo.undo()
    assert office.names == ["FirstName", "Nonsense__c"]


@pytest.mark.parametrize("rows", [(), (Row("Nonsense__c"),)])
def test_where_nothing_is_called_otherwise_there_is_no_step_to_take_back(office: Office, rows: tuple[Row, ...]) -> None:
    office.show_draft(Draft(email=ANA, rows=rows))
    office.errand.use(PRACTICE_REST)
    office.intake.carry_over(PRACTICE)
    assert office.draft().rows == rows
    assert not office.undo.canUndo()


def test_what_is_left_of_a_send_and_what_is_taken_over_are_one_step_each(office: Office) -> None:
    office.intake.settle(())
    assert office.undo.undoText() == "What was sent"
    office.undo.undo()
    assert office.draft().rows == (CTO,)
    office.intake.take_over(Draft(email=ANA, rows=(Row("Title"),)))
    assert office.undo.undoText() == "Take over what is there now"
    assert office.draft().rows == (Row("Title"),)
    office.undo.undo()
    assert office.draft().rows == (CTO,)


def test_what_putting_back_will_not_undo_is_said_beside_the_old_values(office: Office) -> None:
    note = office.intake.put_back_note
    note.tell(PutBack(draft=Draft(email=ANA), limits=(Limited(Limit.MAY_NOT_CLEAR, ("Fax",)),)))
    assert note.isVisible()
    assert note.text.text().startswith("These are the old values. Nothing has been written yet.\n")


@pytest.mark.parametrize(
    ("story", "stays"), [(stories.UPDATED, False), (UNANSWERED, False), (STOPPED, False), (REFUSED, True)]
)
def test_once_old_values_may_be_written_it_is_not_said_any_more_that_they_are_not(
    office: Office, story: Story, *, stays: bool
) -> None:
    office.intake.note_send(story)
    assert "put_back_note" not in vars(office.intake)
    office.intake.put_back_note.tell(PutBack(draft=Draft(email=ANA), limits=()))
    office.intake.note_send(story)
    assert office.intake.put_back_note.isVisible() is stays
