"""Recent leads and recipes of a page are those of all pages, and what is done on one is there on all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.known import Known, Verdict, VerdictKind
from mktgui.domain.lead import ForeignType, KeyKind, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, lead_to_try
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.reread import Proven
from mktgui.domain.story import Story
from mktgui.ui.side_lists import SideLists
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))
RECORD = LeadRecord(
    id=text_value(ANA_ID),
    email=text_value(ANA),
    attributes=(LeadAttribute("FirstName", text_value("string"), text_value("Ana")),),
)
KNOWN = Known(profile_id="p", asked=GetLead(LookupKey.EMAIL, ANA), at=NOW, records=(RECORD,))
CALL = SyncLead(email=ANA, attributes=(AttributeToSend("Title", "CTO"),))
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=NOW)
STORY = Story(
    request=CALL, verdict=Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL), at=NOW, was=RECORD, now=RECORD
)
LOST = NotAnswered(CALL, Failure(kind=FailureKind.CUT_OFF), EXCHANGE)


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def lists(desk: Desk, theme: Theme, runner: Runner, qtbot: QtBot) -> Iterator[SideLists]:
    window = QWidget()
    lists = SideLists(theme, desk.parts.desks, "p", lambda: DRAFT, window)
    layout = QVBoxLayout(window)
    for widget in (lists.recents, lists.recipes):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    let_workers_finish(runner, qtbot)
    yield lists
    let_workers_finish(runner, qtbot)


def noted(desk: Desk) -> list[Recent]:
    return list(desk.parts.desks.recents.recents("p"))


def answered(status: str) -> Outcome:
    return Answered(CALL, EXCHANGE, Synced(lead_id=text_value(ANA_ID), status=text_value(status), record=RECORD))


def test_a_loaded_lead_is_one_click_away(lists: SideLists, desk: Desk, qtbot: QtBot) -> None:
    lists.note_load(KNOWN)
    assert noted(desk) == [
        Recent(key=KeyKind.EMAIL, text=ANA, deed=Deed.LOADED, at=NOW, lead_id=ANA_ID, who="Ana"),
    ]
    with qtbot.waitSignal(lists.lead_wanted) as wanted:
        lists.recents.opened.emit(noted(desk)[0])
    assert wanted.args == noted(desk)


def test_on_the_practice_server_there_is_a_lead_to_begin_with(lists: SideLists, desk: Desk) -> None:
    assert not lists.recents.try_one.isVisible()  # these leads are real
    lists.use_profile(PRACTICE_REST.id)
    assert lists.recents.try_one.isVisible()
    there = {lead.email for lead in desk.server.world.leads.values()}
    assert {lead_to_try(one.id) for one in (PRACTICE, PRACTICE_REST)} <= there


@pytest.mark.parametrize("seen", [None, replace(KNOWN, records=()), replace(KNOWN, records=(RECORD, RECORD))])
def test_what_is_no_single_lead_is_not_noted(lists: SideLists, desk: Desk, seen: Known | None) -> None:
    lists.note_load(seen)
    assert noted(desk) == []


@pytest.mark.parametrize(
    ("outcome", "deed", "fields"),
    [
        (answered("UPDATED"), Deed.CHANGED, 1),
        (answered("CREATED"), Deed.CREATED, 1),
        (NotSent(CALL, Failure(kind=FailureKind.REFUSED)), Deed.FAILED, 0),
    ],
)
def test_a_send_is_noted_by_how_it_ended(
    lists: SideLists, desk: Desk, outcome: Outcome, deed: Deed, fields: int
) -> None:
    lists.note_send(replace(STORY, outcome=outcome))
    assert [(one.deed, one.fields) for one in noted(desk)] == [(deed, fields)]


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (SyncLead(email=ANA), 0),
        (SyncLead(marketo_id=int(ANA_ID), email="new@acme.example"), 1),
        (
            SyncLead(
                marketo_id=int(ANA_ID), foreign_id="A-9", foreign_type=ForeignType.CUSTOM, attributes=CALL.attributes
            ),
            2,
        ),
        (SyncLead(foreign_id="A-9", lookup_field="key__c", attributes=CALL.attributes), 1),
    ],
)
def test_identifiers_that_are_changed_count_and_the_key_does_not(
    lists: SideLists, desk: Desk, asked: SyncLead, fields: int
) -> None:
    lists.note_send(replace(STORY, request=asked, outcome=answered("UPDATED")))
    assert [one.fields for one in noted(desk)] == [fields]


def test_what_is_open_is_noted_once_it_is_settled(lists: SideLists, desk: Desk) -> None:
    lists.note_send(replace(STORY, outcome=LOST))
    assert noted(desk) == []
    lists.note_send(replace(STORY, outcome=LOST, fresh=KNOWN, proven=Proven.WRITTEN))
    assert [one.deed for one in noted(desk)] == [Deed.CHANGED]


def test_a_look_after_a_send_is_no_new_deed(lists: SideLists, desk: Desk) -> None:
    lists.note_send(replace(STORY, outcome=answered("UPDATED"), fresh=KNOWN))
    assert noted(desk) == []


def test_a_draft_without_a_key_is_nobody(desk: Desk, theme: Theme, runner: Runner, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lists = SideLists(theme, desk.parts.desks, "p", Draft, window)
    lists.recents.setParent(window)
    lists.recipes.setParent(window)
    lists.note_load(KNOWN)
    assert noted(desk) == []
    let_workers_finish(runner, qtbot)


def test_one_or_all_can_be_forgotten(lists: SideLists, desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    lists.note_load(KNOWN)
    let_workers_finish(runner, qtbot)
    lists.recents.forget_wanted.emit(noted(desk)[0])
    assert noted(desk) == []
    lists.note_load(KNOWN)
    lists.recents.forget_all_wanted.emit()
    assert noted(desk) == []


def test_another_connection_has_other_leads(lists: SideLists, desk: Desk) -> None:
    lists.note_load(KNOWN)
    lists.use_profile("q")
    lists.note_load(KNOWN)
    assert len(noted(desk)) == 1
    assert len(desk.parts.desks.recents.recents("q")) == 1


def test_changes_become_a_recipe_and_a_recipe_is_wanted(lists: SideLists, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: lists.recipes.list.count() == 3)
    lists.follow(Draft())
    assert not lists.recipes.save.isEnabled()
    lists.follow(DRAFT)
    assert lists.recipes.save.isEnabled()
    lists.recipes.new_wanted.emit("Promote")
    qtbot.waitUntil(lambda: lists.recipes.list.count() == 4)
    loaded = desk.parts.desks.recipes.loaded
    assert loaded is not None
    assert loaded.recipes[-1].rows == DRAFT.rows
    with qtbot.waitSignal(lists.recipe_wanted):
        lists.recipes.apply_wanted.emit(loaded.recipes[-1])
