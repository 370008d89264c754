"""Every act is in a menu, has keys of its own, and only says what the person wants."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from mktgui.domain.place_names import Place
from mktgui.ui.menus import Menus
from mktgui.ui.theme import Scheme
from tests.ui.alt_keys import shared_keys

CTRL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SIGNALS = (
    "new_wanted",
    "send_wanted",
    "stop_wanted",
    "key_wanted",
    "load_wanted",
    "duplicate_wanted",
    "close_wanted",
    "reopen_wanted",
    "file_wanted",
    "to_file_wanted",
    "receipt_wanted",
    "history_wanted",
    "keeping_wanted",
    "connections_wanted",
    "drawer_wanted",
    "tab_wanted",
    "scheme_chosen",
    "language_chosen",
    "keys_wanted",
    "about_wanted",
)
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = (
    (Qt.Key.Key_N, CTRL, "new_wanted", ()),
    (Qt.Key.Key_W, CTRL, "close_wanted", ()),
    (Qt.Key.Key_D, CTRL, "duplicate_wanted", ()),
    (Qt.Key.Key_T, CTRL | SHIFT, "reopen_wanted", ()),
    (Qt.Key.Key_O, CTRL, "file_wanted", ()),
    (Qt.Key.Key_S, CTRL | SHIFT, "to_file_wanted", ()),
    (Qt.Key.Key_C, CTRL | SHIFT, "receipt_wanted", ()),
    (Qt.Key.Key_L, CTRL, "key_wanted", ()),
    (Qt.Key.Key_F5, NO_KEY, "load_wanted", ()),
    (Qt.Key.Key_R, CTRL, "load_wanted", ()),
    (Qt.Key.Key_Return, CTRL, "send_wanted", ()),
    (Qt.Key.Key_Enter, CTRL, "send_wanted", ()),
    (Qt.Key.Key_Period, CTRL, "stop_wanted", ()),
    (Qt.Key.Key_P, CTRL, "connections_wanted", ()),
    (Qt.Key.Key_J, CTRL, "drawer_wanted", (True,)),
    (Qt.Key.Key_1, CTRL, "tab_wanted", (0,)),
    (Qt.Key.Key_2, CTRL, "tab_wanted", (1,)),
    (Qt.Key.Key_H, CTRL, "history_wanted", ()),
    (Qt.Key.Key_4, CTRL, "history_wanted", ()),
    (Qt.Key.Key_F1, NO_KEY, "keys_wanted", ()),
)


class Office:
    """A window with the menus, and what was wanted in it."""

    def __init__(self, language: str = "zh_CN") -> None:
        self.window = QMainWindow()
        self.add = QAction("Add row")
        self.menus = Menus(self.window, Scheme.DARK, language)
        self.menus.show_row_actions((self.add,))
        self.menus.fill()
        self.wanted: list[tuple[str, tuple[object, ...]]] = []
        for name in SIGNALS:
            getattr(self.menus, name).connect(partial(self._note, name))

    def menu(self, title: str) -> QMenu:
        return next(
            menu for menu in self.window.menuBar().findChildren(QMenu) if menu.title().replace("&", "") == title
        )

    def entries(self, title: str) -> dict[str, QAction]:
        return {action.text().replace("&", ""): action for action in self.menu(title).actions() if action.text()}

    def _note(self, name: str, *values: object) -> None:
        self.wanted.append((name, values))


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[Office]:
    office = Office()
    qtbot.addWidget(office.window)
    with qtbot.waitActive(office.window):
        office.window.show()
    yield office
    office.window.close()


@pytest.mark.parametrize("title", ["Lead", "View", "Help"])
def test_each_letter_leads_to_one_entry(office: Office, title: str) -> None:
    assert shared_keys(action.text() for action in office.menu(title).actions()) == set()


def test_everything_is_in_the_menus(office: Office) -> None:
    titles = [action.text() for action in office.window.menuBar().actions()]
    assert titles == ["&Lead", "&Edit", "&View", "&Help"]
    assert list(office.entries("Lead")) == [
        "New change",
        "Duplicate",
        "Close",
        "Bring back what was closed",
        "Open a draft from a file…",
        "Save the draft as a file…",
        "Go to the key",
        "Load the lead",
        "Send",
        "Stop",
        "Copy the receipt",
        "Copy for a ticket…",
        "The same over SOAP and REST…",
        "Connections…",
        "Check a workspace…",
        "History…",
        "Kept on this computer…",
        "Quit",
    ]
    assert list(office.entries("Edit")) == ["Add row"]
    shown = ["Result drawer", "Result", "Request and response", "Preview", "Colours", "Language"]
    assert list(office.entries("View")) == shown
    assert list(office.entries("Help")) == ["Keys", "Support file…", "About mktgui"]


@pytest.mark.parametrize(("key", "modifier", "name", "values"), KEYS)
def test_keys_say_what_is_wanted_once(
    office: Office,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    name: str,
    values: tuple[object, ...],
) -> None:
    qtbot.keyClick(office.window, key, modifier)
    assert office.wanted == [(name, values)]


def test_no_key_stands_for_two_acts(office: Office) -> None:
    keys = [key.toString() for action in office.window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 10


def test_about_has_no_key_but_an_entry(office: Office) -> None:
    office.entries("Help")["About mktgui"].trigger()
    assert office.wanted == [("about_wanted", ())]


def test_quit_closes_the_window(office: Office) -> None:
    assert QKeySequence(QKeySequence.StandardKey.Quit) in office.entries("Lead")["Quit"].shortcuts()
    office.entries("Lead")["Quit"].trigger()
    assert not office.window.isVisible()


def test_the_tick_keeps_step_with_the_drawer_without_asking_for_it(office: Office) -> None:
    drawer = office.entries("View")["Result drawer"]
    office.menus.show_drawer(shown=True)
    assert drawer.isChecked()
    assert office.wanted == []
    drawer.trigger()
    assert office.wanted == [("drawer_wanted", (False,))]


def test_one_colour_scheme_is_ticked_and_another_can_be_chosen(office: Office) -> None:
    schemes = office.entries("Colours")
    assert [name for name, action in schemes.items() if action.isChecked()] == ["Dark"]
    schemes["Light"].trigger()
    assert [name for name, action in schemes.items() if action.isChecked()] == ["Light"]
    schemes["As the system"].trigger()
    assert office.wanted == [("scheme_chosen", (Scheme.LIGHT,)), ("scheme_chosen", (Scheme.SYSTEM,))]


def test_languages_are_named_in_themselves(office: Office) -> None:
    languages = office.entries("Language")
    assert [name for name, action in languages.items() if action.isChecked()] == ["简体中文"]
    for name in ("English", "As the system"):
        languages[name].trigger()
    assert office.wanted == [("language_chosen", ("en",)), ("language_chosen", ("",))]


def test_the_systems_language_is_ticked_where_none_was_chosen(qtbot: QtBot) -> None:
    office = Office(language="")
    qtbot.addWidget(office.window)
    ticked = [name for name, action in office.entries("Language").items() if action.isChecked()]
    assert ticked == ["As the system"]


def test_what_can_be_checked_may_be_named_before_there_are_entries(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, Scheme.DARK, "en")
    menus.name_place(Place.PARTITION)
    menus.fill()
    texts = [action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert "Check a pa&rtition…" in texts


def test_what_can_be_checked_is_named_as_the_api_calls_it(office: Office) -> None:
    office.menus.name_place(Place.PARTITION)
    assert "Check a partition…" in office.entries("Lead")
    assert shared_keys(action.text() for action in office.menu("Lead").actions()) == set()
    office.menus.name_place(Place.WORKSPACE)
    assert "Check a workspace…" in office.entries("Lead")
