"""From the main window into the past and back: drafts open for the Marketo they came from, and for no other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui.domain.history_port import HistoryProblem, HistoryTrouble, Opened
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.domain.recall import Recall, Wish
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.history_door import HistoryDoor
from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import LIVE, SANDBOX
from tests.ui.desk import Desk, practice_desk
from tests.ui.past import DRAFT, LOST, begun, look, put

PAST = Recall(wish=Wish.AGAIN, profile_id=LIVE.id, profile_name="Acme then", draft=DRAFT)


class Hall(QWidget):
    """A main window as the door knows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        parts = desk.parts
        self.bar, self.notice = ConnectionBar(parts.theme), NoticeBar(parts.theme)
        for one in (self.bar, self.notice):
            one.setParent(self)
        self.bar.show_profiles((SANDBOX, LIVE), SANDBOX.id)
        self.door = HistoryDoor(parts, self.bar, self.notice, self)
        self.opened = QSignalSpy(self.door.draft_opened)

    @property
    def past(self) -> HistoryWindow:
        past = self.door.past
        assert past is not None
        return past


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk
        desk.parts.desks.history.close()


@pytest.fixture
def hall(desk: Desk, qtbot: QtBot) -> Iterator[Hall]:
    hall = Hall(desk)
    qtbot.addWidget(hall)
    hall.show()
    yield hall
    hall.door.close()


def enter(hall: Hall, qtbot: QtBot) -> HistoryWindow:
    hall.door.show()
    qtbot.waitUntil(lambda: hall.past.model.rowCount() > 0 and hall.past.details.entry is not None)
    return hall.past


def test_the_history_opens_once_with_the_connections_there_are(hall: Hall, desk: Desk, qtbot: QtBot) -> None:
    put(desk.store, begun())
    past = enter(hall, qtbot)
    names = [past.filter.connection.itemText(number) for number in range(past.filter.connection.count())]
    assert SANDBOX.name in names
    hall.door.show()
    assert hall.past is past
    hall.door.close()
    assert hall.door.past is None
    qtbot.waitUntil(lambda: not isValid(past))
    hall.door.close()


def test_a_draft_of_the_same_connection_is_opened_at_once(hall: Hall) -> None:
    recall = replace(PAST, profile_id=SANDBOX.id)
    hall.door.take(recall)
    assert hall.opened.at(0) == [recall]
    assert not hall.notice.isVisible()


def test_a_mere_draft_is_opened_for_the_connection_in_use_and_that_is_said(hall: Hall) -> None:
    recall = replace(PAST, wish=Wish.DRAFT)
    hall.door.take(recall)
    assert hall.opened.at(0) == [recall]
    assert hall.notice.text.text().startswith("This was made for the connection Acme then. It is open for ")
    assert hall.bar.profile == SANDBOX


def test_another_connection_is_used_only_once_the_person_says_so(hall: Hall) -> None:
    hall.door.take(PAST)
    assert hall.opened.count() == 0
    assert hall.bar.profile == SANDBOX
    assert "All open drafts would go to" in hall.notice.text.text()
    hall.notice.act_button.click()
    assert hall.bar.profile == LIVE
    assert hall.opened.at(0) == [PAST]


def test_where_the_connection_goes_meanwhile_nothing_is_opened(hall: Hall) -> None:
    hall.door.take(PAST)
    hall.bar.show_profiles((SANDBOX,), SANDBOX.id)
    hall.notice.act_button.click()
    assert hall.opened.count() == 0


def test_a_connection_that_is_gone_is_told_where_the_person_looks(hall: Hall, desk: Desk, qtbot: QtBot) -> None:
    put(desk.store, begun(profile_id="gone", profile_name="Old Acme"))
    past = enter(hall, qtbot)
    past.acts.again.trigger()
    assert past.notice.text.text().startswith("The connection Old Acme is not there any more")
    assert not past.notice.offers
    assert hall.opened.count() == 0


@pytest.mark.parametrize("profile", [PRACTICE, PRACTICE_REST])
def test_the_practice_server_is_always_there(hall: Hall, profile: object) -> None:
    practice = profile if isinstance(profile, type(PRACTICE)) else PRACTICE
    hall.door.take(replace(PAST, profile_id=practice.id))
    assert hall.notice.offers


def test_a_receipt_of_a_past_change_is_copied(hall: Hall, desk: Desk, clipboard_text: None, qtbot: QtBot) -> None:
    put(desk.store, look(0))
    put(desk.store, begun(1, profile_name="Acme then"))
    past = enter(hall, qtbot)
    past.acts.receipt.trigger()
    copied = QGuiApplication.clipboard().text()
    assert "VP → CEO" in copied
    assert "Acme then" in copied
    assert "ana.ops" in copied
    assert past.notice.text.text() == "Receipt copied."
    QGuiApplication.clipboard().setText("")
    past.table.selectRow(1)
    qtbot.waitUntil(lambda: past.details.entry is not None and past.details.entry.summary.id == "call-0")
    past.receipt_wanted.emit(past.details.entry)  # a look has none
    assert QGuiApplication.clipboard().text() == ""


def test_what_is_kept_is_chosen_from_either_window(hall: Hall, desk: Desk, qtbot: QtBot) -> None:
    put(desk.store, begun())
    past = enter(hall, qtbot)
    past.keeping.click()
    kept = hall.door.kept
    assert kept is not None
    hall.door.show_keeping()
    assert hall.door.kept is kept
    qtbot.waitUntil(kept.no_values.isEnabled)
    kept.no_values.click()
    with qtbot.waitSignal(hall.door.values_chosen) as chosen:
        kept.question.leave.click()
    assert chosen.args == [False]
    assert not desk.parts.preferences.keeps_values
    kept.close()
    qtbot.waitUntil(lambda: not isValid(kept))
    hall.door.show_keeping()
    other = hall.door.kept
    assert other is not None
    hall.door.close()
    qtbot.waitUntil(lambda: not isValid(other))


def test_trouble_and_lost_calls_are_told_in_the_main_window(hall: Hall, desk: Desk, qtbot: QtBot) -> None:
    history = desk.parts.desks.history
    history.troubled.emit(HistoryProblem(HistoryTrouble.FULL))
    assert hall.notice.text.text().startswith("The disk is full")
    history.opened.emit(Opened(records=True, readable=True))
    assert hall.notice.text.text().startswith("The disk is full")
    put(desk.store, begun(), LOST)
    history.opened.emit(Opened(records=True, readable=True, unknown=1))
    assert "it is not known what became of them" in hall.notice.text.text()
    hall.notice.act_button.click()
    qtbot.waitUntil(lambda: hall.past.model.rowCount() == 1)
