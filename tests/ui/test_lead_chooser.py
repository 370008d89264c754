"""Several leads on one address: what tells them apart, and one of them is picked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.lead import LeadRecord, text_value
from mktgui.ui.lead_chooser import MOST_ROWS, LeadChooser
from mktgui.ui.theme import Scheme, Theme
from tests.ui.looks import record

ANA = record(7, FirstName="Ana", LastName="Ruiz", Company="Acme", CreatedAt="2025-03-05T09:14:59Z", Country="Spain")
BEA = record(3, FirstName="Bea", Company="Beta", CreatedAt="2020-01-02T03:04:05+01:00", Notes="a\nb")


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme) -> Iterator[LeadChooser]:
    window, chooser = QWidget(), LeadChooser(theme)
    layout = QVBoxLayout(window)
    layout.addWidget(chooser)
    layout.addWidget(QTextEdit())  # as the table below it
    qtbot.addWidget(window)
    window.resize(420, 400)
    window.show()
    yield chooser
    window.close()


def columns(chooser: LeadChooser) -> list[str]:
    return [chooser.list.headerItem().text(number) for number in range(chooser.list.columnCount())]


def row(chooser: LeadChooser, number: int) -> list[str]:
    item = chooser.list.topLevelItem(number)
    assert item is not None
    return [item.text(column) for column in range(chooser.list.columnCount())]


@pytest.mark.parametrize("records", [(), (ANA,)])
def test_where_there_is_nothing_to_choose_it_is_not_there(
    chooser: LeadChooser, records: tuple[LeadRecord, ...]
) -> None:
    chooser.show_leads((ANA, BEA))
    chooser.show_leads(records)
    assert not chooser.isVisible()


def test_it_shows_what_tells_the_leads_apart(chooser: LeadChooser) -> None:
    chooser.show_leads((ANA, BEA), {"Company": "Company Name", "Country": "Land", "Notes": "Notes"}.__getitem__)
    assert chooser.isVisible()
    assert chooser.title.text() == "2 leads have this key. Which one do you mean?"
    assert columns(chooser) == ["Marketo ID", "Name", "Company Name", "Created", "Land", "Notes"]
    assert row(chooser, 0) == ["▶ 7", "Ana Ruiz", "Acme", "2025-03-05 09:14", "Spain", "–"]
    assert row(chooser, 1) == ["3", "Bea", "Beta", "2020-01-02 03:04", "–", "a b"]


def test_what_there_is_room_for_needs_no_scrolling(chooser: LeadChooser, qtbot: QtBot) -> None:
    chooser.window().resize(800, 400)
    for _ in range(2):
        chooser.show_leads((ANA, BEA))
        qtbot.waitUntil(lambda: chooser.list.header().length() == chooser.list.viewport().width())
    assert chooser.list.horizontalScrollBar().maximum() == 0
    assert chooser.list.sizeHintForRow(0) > chooser.list.fontMetrics().height()


def test_what_marketo_has_no_label_for_is_named_by_us(chooser: LeadChooser) -> None:
    two = replace(record(1, leadPartitionId="1"), foreign_id=text_value("C-1")), record(2, leadPartitionId="2")
    chooser.show_leads(two)
    assert columns(chooser) == ["Marketo ID", "Name", "Created", "Foreign ID", "Partition"]
    chooser.show_leads(two, {"Company": "", "ForeignSysPersonId": "Ours", "leadPartitionId": "Place"}.__getitem__)
    assert columns(chooser)[3:] == ["Ours", "Place"]


def test_what_is_the_same_in_all_is_left_out(chooser: LeadChooser) -> None:
    chooser.show_leads((record(1, Company="Acme", City="Rome"), record(2, Company="Acme", City="Rome")))
    assert columns(chooser) == ["Marketo ID", "Name", "Created"]


def test_the_one_that_marketo_would_change_is_named_in_words(chooser: LeadChooser) -> None:
    chooser.show_leads((ANA, BEA))
    index = chooser.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "7, Marketo would change this one"
    assert chooser.legend.text().startswith("▶ Marketo would change this one")


def test_where_marketo_would_change_none_of_them_none_is_named(chooser: LeadChooser) -> None:
    chooser.show_leads((ANA, BEA), newest_changes=False)
    assert not chooser.legend.isVisible()
    item = chooser.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "7"


def test_the_whole_of_a_value_is_in_its_tip(chooser: LeadChooser) -> None:
    chooser.show_leads((ANA, BEA))
    item = chooser.list.topLevelItem(1)
    assert item is not None
    assert item.toolTip(3) == "2020-01-02T03:04:05+01:00"


def double_click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("way", ["enter", "keypad", "double click", "button"])
def test_one_is_picked(chooser: LeadChooser, way: str, qtbot: QtBot) -> None:
    chooser.show_leads((ANA, BEA))
    chooser.window().activateWindow()
    chooser.focus()
    qtbot.waitUntil(chooser.list.hasFocus)
    told = QSignalSpy(chooser.chosen)
    QTest.keyClick(chooser.list, Qt.Key.Key_Down)
    place = chooser.list.visualRect(chooser.list.currentIndex()).center()
    {
        "enter": lambda: QTest.keyClick(chooser.list, Qt.Key.Key_Return),
        "keypad": lambda: QTest.keyClick(chooser.list, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        "double click": lambda: double_click(chooser.list.viewport(), place),
        "button": lambda: QTest.mouseClick(chooser.use, Qt.MouseButton.LeftButton),
    }[way]()
    assert [told.at(number) for number in range(told.count())] == [["3"]]


@pytest.mark.parametrize("way", ["escape", "button"])
def test_it_can_be_put_away(chooser: LeadChooser, way: str, qtbot: QtBot) -> None:
    chooser.show_leads((ANA, BEA))
    chooser.window().activateWindow()
    chooser.focus()
    qtbot.waitUntil(chooser.list.hasFocus)
    told, picked = QSignalSpy(chooser.put_away), QSignalSpy(chooser.chosen)
    if way == "escape":
        QTest.keyClick(chooser.list, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(chooser.close_button, Qt.MouseButton.LeftButton)
    assert not chooser.isVisible()
    assert (told.count(), picked.count()) == (1, 0)


def test_without_a_lead_nothing_is_picked(chooser: LeadChooser) -> None:
    told = QSignalSpy(chooser.chosen)
    chooser.use.click()
    assert told.count() == 0


def test_many_leads_take_no_more_room_than_a_few(chooser: LeadChooser) -> None:
    chooser.show_leads([record(number) for number in range(MOST_ROWS)])
    few = chooser.sizeHint().height()
    chooser.show_leads([record(number) for number in range(50)])
    assert chooser.sizeHint().height() == few
    assert chooser.height() <= few


def test_colours_follow_the_scheme(chooser: LeadChooser, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    assert chooser.title.palette().windowText().color().name() == theme.colours.warning
    theme.choose(Scheme.LIGHT)
