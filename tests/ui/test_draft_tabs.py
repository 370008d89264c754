"""Drafts in tabs: several at once, each with its own undo and its own look at the lead, and none lost by a slip."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft, says_nothing
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish
from tests.ui.connections import SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

TITLE = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")), Row("Phone")))


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def tabs(desk: Desk, qtbot: QtBot) -> Iterator[DraftTabs]:
    tabs = DraftTabs(lambda: DraftPage(desk.parts, lambda: ""))
    qtbot.addWidget(tabs)
    tabs.resize(1000, 600)
    tabs.show()
    yield tabs
    tabs.stop()
    tabs.close()


def titles(tabs: DraftTabs) -> list[str]:
    return [tabs.tabText(number) for number in range(tabs.count())]


def test_one_draft_has_no_row_of_tabs(tabs: DraftTabs) -> None:
    assert titles(tabs) == ["New change"]
    assert not tabs.tabBar().isVisible()
    tabs.add_new(TITLE)
    assert tabs.tabBar().isVisible()
    assert titles(tabs) == ["New change", f"{ANA} (1)"]
    assert tabs.page.draft == TITLE


def test_a_title_follows_what_is_typed_and_is_plain_text(tabs: DraftTabs) -> None:
    tabs.page.form.fields[KeyKind.EMAIL].setText("a&b@acme.example")
    assert titles(tabs) == ["a&&b@acme.example"]
    tabs.page.form.fields[KeyKind.EMAIL].setText("x" * 100 + "@acme.example")
    assert titles(tabs) == ["x" * 27 + "…"]


def test_a_title_says_whose_lead_it_is_once_it_was_seen(tabs: DraftTabs, qtbot: QtBot) -> None:
    tabs.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="318815"))
    assert titles(tabs) == ["318815"]
    with qtbot.waitSignal(tabs.page.errand.known_changed):
        tabs.page.load()
    assert titles(tabs) == [ANA]


def test_each_draft_has_its_own_undo(tabs: DraftTabs) -> None:
    first = tabs.page
    first.table.model.edits.merge((Row("Title", edit_from_text("CTO")),), "Add rows")
    second = tabs.add_new(Draft())
    assert first.undo.canUndo()
    assert not second.undo.canUndo()
    first.undo.undo()
    assert first.draft.rows == ()


def test_a_duplicate_knows_what_the_first_one_knew(tabs: DraftTabs, qtbot: QtBot) -> None:
    tabs.page.show_draft(TITLE)
    with qtbot.waitSignal(tabs.page.errand.known_changed):
        tabs.page.load()
    first, second = tabs.page, tabs.duplicate()
    assert second is not first
    assert second is tabs.page
    assert (second.draft, second.errand.known) == (TITLE, first.errand.known)
    assert len({one.id for one in tabs.drafts}) == 2


def test_closing_gives_the_draft_to_whoever_wants_to_keep_it(tabs: DraftTabs, qtbot: QtBot) -> None:
    tabs.add_new(TITLE)
    with qtbot.waitSignal(tabs.closed) as closed:
        tabs.close_page(1)
    assert closed.args is not None
    assert isinstance(closed.args[0], OpenDraft)
    assert closed.args[0].draft == TITLE
    assert titles(tabs) == ["New change"]
    assert tabs.state_of(closed.args[0].id) is None


def test_in_place_of_the_last_one_comes_an_empty_one(tabs: DraftTabs) -> None:
    tabs.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA", rows=TITLE.rows))
    tabs.close_page(0)
    assert tabs.count() == 1
    assert tabs.page.draft == Draft(key=KeyKind.MARKETO_ID, workspace="EMEA")
    tabs.close_page(5)
    assert tabs.count() == 1


def test_a_draft_is_told_of_by_its_name_whenever_it_changes(tabs: DraftTabs) -> None:
    [name] = [one.id for one in tabs.drafts]
    edited = QSignalSpy(tabs.edited)
    tabs.page.form.workspace.setText("EMEA")
    assert [edited.at(number) for number in range(edited.count())] == [[name]]
    state = tabs.state_of(name)
    assert state is not None
    assert state.draft.workspace == "EMEA"


def test_others_are_opened_in_place_of_what_is_there(tabs: DraftTabs) -> None:
    tabs.show_drafts([])
    assert [one.draft for one in tabs.drafts] == [Draft()]
    drafts = [OpenDraft(id="a" * 32, draft=TITLE), OpenDraft(id="b" * 32, draft=Draft(email=ANA))]
    tabs.show_drafts(drafts)
    assert [(one.id, one.draft) for one in tabs.drafts] == [(one.id, one.draft) for one in drafts]


def test_which_one_is_on_top_is_told(tabs: DraftTabs, qtbot: QtBot) -> None:
    first = tabs.page
    with qtbot.waitSignal(tabs.page_shown):
        second = tabs.add_new(Draft())
    assert tabs.pages == (first, second)
    with qtbot.waitSignal(tabs.page_shown, check_params_cb=lambda page: page is first):
        tabs.setCurrentIndex(0)


def test_all_drafts_go_to_the_same_marketo(tabs: DraftTabs, qtbot: QtBot) -> None:
    tabs.page.show_draft(TITLE)
    with qtbot.waitSignal(tabs.page.errand.known_changed):
        tabs.page.load()
    tabs.use_profile(SANDBOX)
    added = tabs.add_new(Draft())
    assert [page.errand.profile for page in tabs.pages] == [SANDBOX, SANDBOX]
    assert added.panel.send.text() == "&Send to TEST"
    assert tabs.pages[0].errand.known is None
    tabs.use_profile(PRACTICE)


def test_a_draft_is_brought_back_with_what_is_known(tabs: DraftTabs, qtbot: QtBot) -> None:
    tabs.page.show_draft(TITLE)
    with qtbot.waitSignal(tabs.page.errand.known_changed):
        tabs.page.load()
    state = tabs.drafts[0]
    tabs.close_page(0)
    page = tabs.add(state)
    assert page.errand.seen is state.known
    assert tabs.state_of(state.id) == state


def test_what_is_being_typed_belongs_to_the_draft_that_is_kept(tabs: DraftTabs, qtbot: QtBot) -> None:
    page = tabs.add_new(Draft(email=ANA))
    edited = QSignalSpy(tabs.edited)
    page.table.add_row()
    qtbot.keyClicks(page.table.view.findChildren(QLineEdit)[0], "Title")
    assert edited.count() == len("Title")
    assert tabs.drafts[1].draft == Draft(email=ANA, rows=(Row("Title"),))
    assert page.draft == Draft(email=ANA)


def test_a_row_of_tabs_that_is_hidden_takes_no_keyboard(tabs: DraftTabs) -> None:
    assert tabs.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert tabs.focusProxy() is None


def test_a_draft_can_be_slipped_in_beside_the_one_that_is_typed_into(tabs: DraftTabs, qtbot: QtBot) -> None:
    page = tabs.page
    page.table.add_row()
    [editor] = page.table.view.findChildren(QLineEdit)
    qtbot.keyClicks(editor, "Ti")
    tabs.slip_in(OpenDraft(id="a", draft=TITLE), 0)
    assert (tabs.page, titles(tabs)) == (page, [f"{ANA} (1)", "New change"])
    qtbot.keyClicks(editor, "tle")
    assert page.draft_as_typed.rows == (Row("Title"),)


def test_what_comes_late_finds_a_page_that_was_put_away_no_more(
    tabs: DraftTabs, desk: Desk, runner: Runner, qtbot: QtBot
) -> None:
    page = tabs.add_new(TITLE)
    with qtbot.waitSignal(page.errand.looked):
        page.load()
    desk.server.next("slow-after-write=0.2")
    with qtbot.waitSignal(page.sending.began):
        page.send()
    qtbot.waitUntil(lambda: "syncLead" in desk.operations)
    tabs.close_page(tabs.indexOf(page))
    let_workers_finish(runner, qtbot)
    assert desk.title_of() == "CTO"
    assert titles(tabs) == ["New change"]


def test_a_draft_tells_what_would_be_sent_and_whose_lead_was_seen(tabs: DraftTabs, qtbot: QtBot) -> None:
    page = tabs.add_new(TITLE)
    assert (tabs.drafts[1].marked, tabs.drafts[1].lead_id) == (1, "")
    with qtbot.waitSignal(page.errand.looked):
        page.load()
    assert tabs.drafts[1].lead_id == ANA_ID
    tabs.use_profile(SANDBOX)
    assert tabs.profile == SANDBOX


@pytest.mark.parametrize(
    ("draft", "empty"),
    [
        (Draft(), True),
        (Draft(key=KeyKind.COOKIE, workspace="EMEA", return_lead=False), True),
        (Draft(email=ANA), False),
        (Draft(rows=(Row("Title"),)), False),
    ],
)
def test_a_draft_says_nothing_as_long_as_nobody_would_miss_it(draft: Draft, empty: bool) -> None:  # noqa: FBT001 - a column of the table
    assert says_nothing(draft) is empty


def test_a_draft_that_was_put_away_is_told_of_no_more(tabs: DraftTabs) -> None:
    gone = tabs.page
    tabs.close_page(0)
    edited = QSignalSpy(tabs.edited)
    gone.form.workspace.setText("EMEA")
    assert edited.count() == 0
    assert titles(tabs) == ["New change"]
