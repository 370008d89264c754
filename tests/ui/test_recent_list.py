"""Recent leads: who, what was done, how long ago; one click opens one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import Deed, Recent
from mktgui.ui import recent_list
from mktgui.ui.recent_list import ROWS_SEEN, RecentList
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.two_line_delegate import SECOND_LINE
from tests.ui.looks import SEEN
from tests.ui.recents import ANA, BEA, CHLOE, DAN, looked_at

ALL = (ANA, BEA, CHLOE, DAN)


class Watch:
    def __init__(self) -> None:
        self.now = SEEN + timedelta(minutes=3)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, watch: Watch) -> Callable[[], RecentList]:
    def make() -> RecentList:
        recents = RecentList(theme, watch)
        qtbot.addWidget(recents)
        recents.resize(260, 220)
        recents.show()
        return recents

    return make


@pytest.fixture
def recents(make: Callable[[], RecentList]) -> RecentList:
    return make()


def told(recents: RecentList) -> list[tuple[str, str]]:
    items = [recents.list.item(number) for number in range(recents.list.count())]
    return [(item.text(), item.data(SECOND_LINE)) for item in items]


def test_a_lead_to_try_is_offered_as_long_as_there_is_none(recents: RecentList, watch: Watch, qtbot: QtBot) -> None:
    assert not recents.try_one.isVisible()
    recents.suggest("ana&bea@corp.example")
    assert recents.try_one.text() == "Try ana&&bea@corp.example"
    with qtbot.waitSignal(recents.opened) as opened:
        QTest.keyClick(recents.try_one, Qt.Key.Key_Space)
    assert opened.args == [Recent(key=KeyKind.EMAIL, text="ana&bea@corp.example", deed=Deed.LOADED, at=watch.now)]
    recents.show_recents(ALL)
    assert not recents.try_one.isVisible()
    recents.show_recents(())
    assert recents.try_one.isVisible()
    recents.suggest("")
    assert not recents.try_one.isVisible()


def test_without_any_a_sentence_says_what_will_be_here(recents: RecentList) -> None:
    assert recents.empty.isVisible()
    assert not recents.list.isVisible()
    recents.show_recents(ALL)
    assert not recents.empty.isVisible()
    assert recents.list.isVisible()


def test_each_says_who_what_and_when(recents: RecentList) -> None:
    recents.show_recents(ALL)
    assert told(recents) == [
        ("Ana Ruiz  #318815", "2 fields changed, 3 minutes ago"),
        ("bea@corp.example", "read, 2 hours ago"),
        ("#42", "created, yesterday 09:14"),
        ("C-1", "send failed, 24 Feb 09:14"),
    ]
    item = recents.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Ana Ruiz  #318815, 2 fields changed, 3 minutes ago"
    assert item.toolTip().startswith("ana@corp.example")


def test_a_send_that_changed_no_field_is_told_as_that(recents: RecentList) -> None:
    recents.show_recents((replace(ALL[0], fields=0),))
    assert told(recents) == [("Ana Ruiz  #318815", "nothing changed, 3 minutes ago")]


def test_the_age_is_told_anew_while_it_is_seen(
    make: Callable[[], RecentList], watch: Watch, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(recent_list, "AGE_TICK", 10)
    recents = make()
    recents.show_recents((ANA,))
    watch.now = SEEN + timedelta(minutes=4)
    qtbot.waitUntil(lambda: "4 minutes" in told(recents)[0][1])
    recents.hide()
    watch.now = SEEN + timedelta(minutes=5)
    recents.show()
    assert "5 minutes" in told(recents)[0][1]


def test_a_click_opens_one(recents: RecentList) -> None:
    recents.show_recents(ALL)
    spy = QSignalSpy(recents.opened)
    place = recents.list.visualItemRect(recents.list.item(1)).center()
    QTest.mouseClick(recents.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert spy.count() == 0
    QTest.mouseClick(recents.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [spy.at(number) for number in range(spy.count())] == [[BEA]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_one(recents: RecentList, key: Qt.Key, qtbot: QtBot) -> None:
    recents.show_recents(ALL)
    recents.activateWindow()
    recents.list.setFocus()
    qtbot.waitUntil(recents.list.hasFocus)
    recents.list.setCurrentRow(2)
    spy = QSignalSpy(recents.opened)
    QTest.keyClick(recents.list, key)
    assert [spy.at(number) for number in range(spy.count())] == [[CHLOE]]


def test_one_or_all_can_be_forgotten(recents: RecentList, qtbot: QtBot) -> None:
    recents.show_recents(ALL)
    recents.activateWindow()
    recents.list.setFocus()
    qtbot.waitUntil(recents.list.hasFocus)
    one, every = QSignalSpy(recents.forget_wanted), QSignalSpy(recents.forget_all_wanted)
    recents.list.setCurrentRow(3)
    QTest.keyClick(recents.list, Qt.Key.Key_Delete)
    recents.forget_all.trigger()
    assert one.at(0) == [DAN]
    assert every.count() == 1
    assert [action.text() for action in recents.list.actions()] == ["&Forget this one", "Forget &all"]


def test_where_none_is_chosen_nothing_happens(recents: RecentList, qtbot: QtBot) -> None:
    recents.show_recents(ALL)
    recents.list.setCurrentRow(-1)
    recents.activateWindow()
    recents.list.setFocus()
    qtbot.waitUntil(recents.list.hasFocus)
    recents.list.setCurrentRow(-1)
    opened, forgotten = QSignalSpy(recents.opened), QSignalSpy(recents.forget_wanted)
    QTest.keyClick(recents.list, Qt.Key.Key_Return)
    recents.forget.trigger()
    assert (opened.count(), forgotten.count()) == (0, 0)


def test_a_new_one_in_front_leaves_the_choice_where_it_was(recents: RecentList) -> None:
    recents.show_recents((ANA, BEA))
    recents.list.setCurrentRow(1)
    recents.show_recents((CHLOE, ANA, BEA))
    assert recents.list.currentRow() == 2
    recents.show_recents((CHLOE,))
    assert told(recents)[0][0] == "#42"


def test_it_asks_for_room_for_a_few(recents: RecentList) -> None:
    recents.show_recents([looked_at(number) for number in range(ROWS_SEEN)])
    few = recents.list.sizeHint().height()
    recents.show_recents([looked_at(number) for number in range(30)])
    assert recents.list.sizeHint().height() == few
    recents.show_recents(())
    assert recents.list.minimumSizeHint().height() < few


def test_colours_follow_the_scheme(recents: RecentList, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    assert recents.empty.palette().windowText().color().name() == theme.colours.muted
    theme.choose(Scheme.LIGHT)
