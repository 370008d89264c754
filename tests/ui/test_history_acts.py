"""What can be done with which call: offered where it makes sense, by button, menu and key."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import Entry, State
from mktgui.domain.outcome import Written
from mktgui.domain.recall import Wish
from mktgui.ui.history_acts import ActsBar, HistoryActs
from mktgui.ui.theme import Scheme, Theme
from tests.domain.test_recall import entry, look, lost


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def acts(window: QWidget) -> HistoryActs:
    return HistoryActs(window)


def offered(acts: HistoryActs) -> set[QAction]:
    return {one for one in (*acts.of_one, *acts.of_all) if one.isEnabled()}


def test_without_a_call_only_the_search_can_leave(acts: HistoryActs) -> None:
    assert offered(acts) == {acts.export_all}


def test_everything_can_be_done_with_a_change(acts: HistoryActs) -> None:
    acts.show_entry(entry())
    assert offered(acts) == {*acts.of_one, *acts.of_all}


def test_a_look_can_be_read_again_and_opened(acts: HistoryActs) -> None:
    acts.show_entry(look("EMAIL", "ana@acme.example"))
    assert offered(acts) == {acts.reread, acts.draft, acts.pin, acts.export, acts.export_all, acts.remove}


def test_what_is_unknown_is_not_put_back_before_it_is_read(acts: HistoryActs) -> None:
    acts.show_entry(lost())
    assert acts.reread.isEnabled()
    assert acts.again.isEnabled()
    assert not acts.put_back.isEnabled()


def test_a_call_under_way_cannot_be_removed(acts: HistoryActs) -> None:
    under_way = lost()
    acts.show_entry(replace(under_way, summary=replace(under_way.summary, state=State.UNDER_WAY)))
    assert not acts.remove.isEnabled()


def test_without_values_little_can_be_done(acts: HistoryActs) -> None:
    bare = entry(None, lead_id="", kind=CallKind.SYNC_LEAD, ending=Ending.ANSWERED, written=Written.YES)
    acts.show_entry(bare)
    assert offered(acts) == {acts.pin, acts.export, acts.export_all, acts.remove}


def test_each_act_says_what_is_wanted(acts: HistoryActs) -> None:
    acts.show_entry(entry())
    wished = QSignalSpy(acts.wished)
    for act in (acts.reread, acts.again, acts.put_back, acts.draft):
        act.trigger()
    assert [wished.at(number)[0] for number in range(4)] == [Wish.REREAD, Wish.AGAIN, Wish.PUT_BACK, Wish.DRAFT]
    for act, signal in (
        (acts.receipt, acts.receipt_wanted),
        (acts.ticket, acts.ticket_wanted),
        (acts.export, acts.export_wanted),
        (acts.export_all, acts.export_all_wanted),
        (acts.remove, acts.remove_wanted),
    ):
        heard = QSignalSpy(signal)
        act.trigger()
        assert heard.count() == 1


@pytest.mark.parametrize(("pinned", "text"), [(False, "&Pin"), (True, "Un&pin")])
def test_a_pin_goes_on_and_off(acts: HistoryActs, pinned: bool, text: str) -> None:  # noqa: FBT001 - a parameter
    one = entry()
    acts.show_entry(Entry(summary=replace(one.summary, pinned=pinned)))
    heard = QSignalSpy(acts.pin_wanted)
    acts.pin.trigger()
    assert acts.pin.text() == text
    assert heard.at(0) == [not pinned]


def test_all_are_in_the_menu_with_keys_of_their_own(acts: HistoryActs) -> None:
    menu = QMenu()
    acts.fill(menu)
    keys = [key.toString() for act in menu.actions() for key in act.shortcuts()]
    assert len(menu.actions()) == 11
    assert len(set(keys)) == len(keys) == 11
    assert all(act.toolTip().endswith(".") for act in menu.actions())
    menu.deleteLater()


def test_the_buttons_do_the_same_and_are_named(acts: HistoryActs, theme: Theme, qtbot: QtBot) -> None:
    bar = ActsBar(theme, acts)
    qtbot.addWidget(bar)
    acts.show_entry(entry())
    names = [button.accessibleName() for button in bar.buttons.values()]
    assert names[:4] == ["Re-read the lead", "Send again…", "Put it back…", "Open as a new draft"]
    assert bar.buttons[acts.again].text() == "Send again…"
    heard = QSignalSpy(acts.wished)
    bar.buttons[acts.draft].click()
    assert heard.at(0) == [Wish.DRAFT]


def test_while_it_is_unknown_reading_again_stands_out(acts: HistoryActs, theme: Theme, qtbot: QtBot) -> None:
    bar = ActsBar(theme, acts)
    qtbot.addWidget(bar)
    main = bar.buttons[acts.reread]
    bar.show_open(is_open=False)
    assert main.styleSheet() == ""
    bar.show_open(is_open=True)
    assert theme.colours.accent in main.styleSheet()
    theme.choose(Scheme.DARK)
    assert theme.colours.accent in main.styleSheet()
    theme.choose(Scheme.LIGHT)
    bar.show_open(is_open=False)
    assert main.styleSheet() == ""
