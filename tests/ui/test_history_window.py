"""The history in its window: searched as one types, kept in step with what happens, and nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.history import Page, Query
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble, Opened
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE, TransportKind
from mktgui.domain.recall import Recall, Wish
from mktgui.domain.snippets import Language
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_model import Column
from mktgui.ui.history_note import Words
from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE, NOON
from tests.ui.connections import SANDBOX
from tests.ui.desk import Desk, practice_desk
from tests.ui.past import DRAFT, LOST, begun, put, summary_of

OVER_REST = replace(SANDBOX, transport=TransportKind.REST, endpoint="123-ABC-456.mktorest.com")


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk
        desk.parts.desks.history.close()


@pytest.fixture
def store(desk: Desk) -> SqliteHistory:
    return desk.store


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> HistoryWindow:
    window = HistoryWindow(desk.parts)
    qtbot.addWidget(window)
    return window


def open_on(window: HistoryWindow, rows: int, qtbot: QtBot) -> None:
    window.open_anew((SANDBOX,))
    qtbot.waitUntil(lambda: window.model.rowCount() == rows)
    if rows:
        chosen = window.model.summary(0)
        assert chosen is not None
        qtbot.waitUntil(lambda: window.details.entry is not None and window.details.entry.summary.id == chosen.id)


def ids(window: HistoryWindow) -> list[str]:
    return [one.id for one in window.model.rows]


def shown(window: HistoryWindow) -> str:
    return window.details.entry.summary.id if window.details.entry is not None else ""


def test_where_nothing_was_sent_that_is_said(window: HistoryWindow, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.parts.desks.history.opened):
        window.open_anew(())
    qtbot.waitUntil(lambda: window.empty.text().startswith("Nothing sent yet. The history stays on this computer"))
    assert window.empty.isVisible()
    assert not window.table.isVisible()
    assert not window.clear.isVisible()
    assert window.filter.text.hasFocus() or not window.isActiveWindow()
    with qtbot.waitSignal(window.keeping_wanted):
        window.keeping.click()


def test_before_it_was_read_nothing_is_said_of_what_is_in_it(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    put(store, begun(0))
    told = set()
    desk.parts.desks.history.opened.connect(lambda: told.add(window.empty.text()))
    open_on(window, 1, qtbot)
    assert told == {"Reading the history…"}
    assert not window.empty.isVisible()


def test_the_newest_call_is_shown_at_once(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    for number in range(3):
        put(store, begun(number))
    open_on(window, 3, qtbot)
    assert (ids(window)[0], shown(window)) == ("call-2", "call-2")
    window.table.selectRow(2)
    qtbot.waitUntil(lambda: shown(window) == "call-0")


def test_each_key_searches(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    put(store, begun(0, who="Bo Li", key_value="bo@acme.example", draft=None))
    put(store, begun(1))
    open_on(window, 2, qtbot)
    window.table.selectRow(1)
    QTest.keyClicks(window.filter.text, "bo li")
    qtbot.waitUntil(lambda: ids(window) == ["call-0"])
    assert window.table.currentIndex().row() == 0
    QTest.keyClicks(window.filter.text, "x")
    qtbot.waitUntil(window.clear.isVisible)
    assert window.empty.text() == "No call fits this search."
    window.clear.click()
    qtbot.waitUntil(lambda: len(ids(window)) == 2)
    assert not window.empty.isVisible()


def test_what_is_removed_can_be_taken_back_and_the_next_one_is_shown(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    for number in range(3):
        put(store, begun(number))
    open_on(window, 3, qtbot)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: ids(window) == ["call-1", "call-0"])
    qtbot.waitUntil(lambda: shown(window) == "call-1")
    assert window.notice.isVisible()
    window.notice.act_button.click()
    qtbot.waitUntil(lambda: len(ids(window)) == 3)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(ids(window)) == 2)
    QTest.keyClick(window.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(ids(window)) == 3)
    assert not window.notice.isVisible()
    QTest.keyClick(window.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # there is nothing more
    window.table.selectAll()
    window.acts.remove.trigger()
    qtbot.waitUntil(window.empty.isVisible)
    desk.parts.desks.history.finish_removal()
    qtbot.waitUntil(lambda: store.count() == 0)
    qtbot.waitUntil(lambda: not window.notice.isVisible())
    window.acts.remove_wanted.emit()  # nothing is chosen
    assert desk.parts.desks.history.removed == 0


def test_pins_go_on_all_that_are_chosen(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    put(store, begun(0))
    put(store, begun(1))
    open_on(window, 2, qtbot)
    window.table.selectAll()
    window.acts.pin.trigger()
    qtbot.waitUntil(lambda: all(one.pinned for one in window.model.rows))
    assert summary_of(store, "call-0").pinned
    qtbot.waitUntil(lambda: window.acts.pin.text() == "Un&pin")


@pytest.mark.parametrize("everything", ["chosen", "all that fit"])
def test_calls_leave_as_a_file(
    window: HistoryWindow, store: SqliteHistory, qtbot: QtBot, tmp_path: Path, everything: str
) -> None:
    put(store, begun(0))
    put(store, begun(1))
    open_on(window, 2, qtbot)
    (window.acts.export if everything == "chosen" else window.acts.export_all).trigger()
    [dialog] = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "calls.csv"))
    qtbot.waitUntil(lambda: "written to" in window.notice.text.text())
    assert window.notice.text.text().startswith("1" if everything == "chosen" else "2")
    dialog.reject()


def test_a_past_call_is_wanted_as_a_draft(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    put(store, begun())
    open_on(window, 1, qtbot)
    with qtbot.waitSignal(window.recalled) as recalled:
        window.acts.again.trigger()
    assert recalled.args == [Recall(wish=Wish.AGAIN, profile_id=PRACTICE.id, profile_name=PRACTICE.name, draft=DRAFT)]
    with qtbot.waitSignal(window.receipt_wanted) as receipt:
        window.acts.receipt.trigger()
    assert receipt.args == [window.details.entry]


def test_a_past_call_is_copied_for_a_ticket_where_its_messages_were_kept(
    window: HistoryWindow, store: SqliteHistory, qtbot: QtBot
) -> None:
    put(store, begun(0), exchange=EXCHANGE)
    put(store, begun(1))
    open_on(window, 2, qtbot)
    window.acts.ticket.trigger()
    qtbot.waitUntil(lambda: window.notice.text.text() == "No messages were kept of this call.")
    window.table.selectRow(1)
    qtbot.waitUntil(lambda: shown(window) == "call-0")
    window.acts.ticket.trigger()
    qtbot.waitUntil(lambda: window.chosen.tickets.ticket is not None)
    store.close()
    window.acts.ticket.trigger()
    qtbot.waitUntil(lambda: "The program is ending" in window.notice.text.text())
    window.close()


def test_nothing_is_wanted_of_no_call(window: HistoryWindow, qtbot: QtBot) -> None:
    heard = QSignalSpy(window.recalled), QSignalSpy(window.receipt_wanted)
    window.acts.wished.emit(Wish.DRAFT)
    window.acts.receipt_wanted.emit()
    window.acts.ticket_wanted.emit()
    assert [one.count() for one in heard] == [0, 0]


def test_a_call_that_another_copy_removed_is_told(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    put(store, begun(0))
    put(store, begun(1))
    open_on(window, 2, qtbot)
    store.remove(["call-0"])
    window.table.selectRow(1)
    qtbot.waitUntil(lambda: window.notice.text.text() == "This call is not kept any more.")
    qtbot.waitUntil(lambda: ids(window) == ["call-1"])


def test_the_keys_go_where_they_should(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    put(store, begun())
    open_on(window, 1, qtbot)
    window.activateWindow()
    window.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.details.pages.currentIndex() == 1
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.details.pages.currentIndex() == 0
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.filter.text.hasFocus)
    QTest.keyClicks(window.filter.text, "ana")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.filter.is_empty
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_delete_in_a_field_deletes_only_what_is_typed(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    put(store, begun())
    open_on(window, 1, qtbot)
    field = window.details.note.fields[Words.NOTE]
    field.setFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "b"
    assert desk.parts.desks.history.removed == 0


def test_shutting_it_keeps_what_was_typed_and_where_it_was(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    put(store, begun())
    open_on(window, 1, qtbot)
    window.resize(900, 640)
    QTest.keyClicks(window.details.note.fields[Words.TICKET], "OPS-1")
    window.close()
    qtbot.waitUntil(lambda: summary_of(store, "call-0").ticket == "OPS-1")
    window.close()
    other = HistoryWindow(desk.parts)
    qtbot.addWidget(other)
    assert other.size() == window.size()
    put(store, begun(1))
    desk.parts.desks.history.poke()  # while it is shut nothing is asked
    assert window.model.rowCount() == 1


def test_fields_are_called_as_their_marketo_calls_them(
    window: HistoryWindow, store: SqliteHistory, desk: Desk, qtbot: QtBot
) -> None:
    put(store, begun())
    open_on(window, 1, qtbot)
    cell = window.model.index(0, Column.CHANGES)
    assert window.model.data(cell) == "Job Title: VP → CEO"
    fields = desk.parts.desks.fields
    described = FieldDescription(name="Title", label="Position", type="string", size=255, custom=False)
    fields._put(PRACTICE.id, Catalogue((described,), NOON))  # noqa: SLF001 - as when Marketo was asked
    assert window.model.data(cell) == "Position: VP → CEO"


class Spoiled(SqliteHistory):
    """Cannot be read."""

    def search(self, query: Query) -> Page:  # noqa: ARG002 - the port's words
        raise HistoryError(HistoryProblem(HistoryTrouble.UNREADABLE, detail="page 7"))


def test_a_history_that_cannot_be_read_is_told(
    window: HistoryWindow, desk: Desk, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled = Spoiled(home / "other")
    monkeypatch.setattr(desk.parts.desks.history, "_store", lambda: spoiled)
    window.open_anew(())
    qtbot.waitUntil(lambda: "could not be read (page 7)" in window.notice.text.text())
    assert window.empty.text().startswith("The history cannot be read just now.")
    spoiled.close()


@pytest.mark.parametrize("readable", ["seen", "not seen"])
def test_where_nothing_is_recorded_that_is_said(
    window: HistoryWindow, desk: Desk, store: SqliteHistory, home: Path, qtbot: QtBot, readable: str
) -> None:
    window.open_anew(())
    qtbot.waitUntil(lambda: window.empty.text().startswith("Nothing sent yet."))
    problem = HistoryProblem(HistoryTrouble.NEWER)
    desk.parts.desks.history.state = state = Opened(records=False, readable=readable == "seen", problem=problem)
    desk.parts.desks.history.opened.emit(state)
    assert "made by a newer version" in window.notice.text.text()
    told = "Nothing is recorded just now." if readable == "seen" else "The history cannot be read just now."
    assert window.empty.text().startswith(told)
    with qtbot.waitSignal(desk.parts.desks.history.opened):
        window.open_anew(())  # it has become well meanwhile
    assert not window.notice.isVisible()
    assert window.empty.text().startswith("Nothing sent yet.")
    window.notice.say("Something else.")
    with qtbot.waitSignal(desk.parts.desks.history.opened):
        window.open_anew(())
    assert window.notice.isVisible()


def test_light_and_dark(window: HistoryWindow, store: SqliteHistory, theme: Theme, qtbot: QtBot) -> None:
    put(store, begun(), LOST)
    open_on(window, 1, qtbot)
    theme.choose(Scheme.DARK)
    assert window.empty.palette().windowText().color().name() == theme.colours.muted
    theme.choose(Scheme.LIGHT)
    window.table.selectionModel().clear()
    assert window.details.banner.title.text().startswith("Choose a call")


def test_it_knows_the_connections_there_are(window: HistoryWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    draft = replace(DRAFT, key=KeyKind.FOREIGN_ID, email="", foreign_id="A-9")
    put(store, begun(0, draft=draft, profile_id=OVER_REST.id, profile_name=OVER_REST.name, transport="rest"), LOST)
    open_on(window, 1, qtbot)
    window.open_anew((OVER_REST,))
    window.acts.again.trigger()
    assert "the connection Sandbox names no field for foreign IDs" in window.notice.text.text()


def test_a_past_call_is_copied_as_code_from_list_and_messages(
    window: HistoryWindow, store: SqliteHistory, clipboard_text: None, qtbot: QtBot
) -> None:
    window.chosen.copies.copy(Language.PYTHON)
    assert window.notice.text.text() == "Nothing was copied: no call is chosen."
    put(store, begun(0))
    open_on(window, 1, qtbot)
    assert window.chosen.copies.menuAction() in window.table.actions()
    assert window.details.exchange.copy_button.menu() is window.chosen.copies
    with qtbot.waitSignal(window.chosen.copies.said):
        window.chosen.copies.copy(Language.PYTHON)
    assert "ana@acme.example" in QGuiApplication.clipboard().text()
    assert window.notice.text.text().startswith("Copied as Python (zeep).")
