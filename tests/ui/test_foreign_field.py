"""The field for foreign ids is found by asking a Marketo for its fields, over REST."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Severity
from mktgui.domain.ports import Transport
from mktgui.domain.profile import PRACTICE_REST, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.ui.field_notes import Note
from mktgui.ui.foreign_field import FindParts, ForeignField
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish
from tests.ui.desk import LABELS


class Place:
    """A practice Marketo that may not be there yet."""

    def __init__(self, server: PracticeServer) -> None:
        self.server = server
        self.is_saved = True

    def reach(self) -> Transport | None:
        there = replace(PRACTICE_REST, endpoint=self.server.rest_endpoint, user_id=self.server.client_id)
        return RestTransport(there, lambda: Secret(self.server.client_secret), Told()) if self.is_saved else None


@pytest.fixture
def place() -> Iterator[Place]:
    with PracticeServer() as server:
        yield Place(server)


@pytest.fixture
def foreign(place: Place, runner: Runner, theme: Theme, qtbot: QtBot) -> ForeignField:
    line = QLineEdit()
    parts = FindParts(place.reach, lambda: LABELS.standard(TransportKind.REST), runner)
    foreign = ForeignField(line, Note(line, theme), parts, theme)
    qtbot.addWidget(foreign)
    foreign.show()
    return foreign


def ask(foreign: ForeignField, qtbot: QtBot) -> None:
    QTest.mouseClick(foreign.find_button, Qt.MouseButton.LeftButton)
    assert foreign.told.text() == "Asking Marketo for its fields…"
    assert not foreign.find_button.isEnabled()
    qtbot.waitUntil(foreign.find_button.isEnabled)


def test_fields_of_ones_own_are_offered_and_one_is_taken(foreign: ForeignField, qtbot: QtBot) -> None:
    ask(foreign, qtbot)
    offered = foreign.menu.actions()
    assert offered
    assert foreign.menu.isVisible()
    assert not any("firstName" in action.text() for action in offered)
    assert foreign.told.text() == "Choose from the list, or type a part of the name."
    foreign.menu.hide()
    offered[0].trigger()
    assert f"({foreign.line.text()})" in offered[0].text()
    assert not foreign.told.isVisible()
    assert foreign.line.completer() is not None


def test_what_is_not_saved_cannot_be_asked(foreign: ForeignField, place: Place) -> None:
    place.is_saved = False
    foreign.find_button.click()
    assert foreign.told.text().startswith("Save the connection first")
    assert foreign.told.severity is Severity.WARNING
    assert foreign.find_button.isEnabled()


def test_a_refusal_is_told_with_where_to_look(foreign: ForeignField, place: Place, qtbot: QtBot) -> None:
    place.server.next("fault-603")
    ask(foreign, qtbot)
    assert foreign.told.text().startswith("Marketo did not tell its fields.")
    assert not foreign.menu.isVisible()


def test_where_there_is_none_that_is_said(foreign: ForeignField, place: Place, qtbot: QtBot) -> None:
    world = place.server.world
    for name, one in list(world.fields.items()):
        if one.custom:
            del world.fields[name]
    ask(foreign, qtbot)
    assert foreign.told.text().startswith("This Marketo has no field of its own")
    assert foreign.menu.actions() == []


def test_hidden_it_does_not_open_a_menu(foreign: ForeignField, qtbot: QtBot) -> None:
    foreign.find_button.click()
    foreign.hide()
    qtbot.waitUntil(lambda: bool(foreign.menu.actions()))
    assert not foreign.menu.isVisible()


def test_what_was_found_is_forgotten_with_the_connection(foreign: ForeignField, runner: Runner, qtbot: QtBot) -> None:
    ask(foreign, qtbot)
    foreign.menu.hide()
    foreign.forget()
    assert foreign.menu.actions() == []
    assert foreign.line.completer() is None
    foreign.find_button.click()
    foreign.forget()  # while it is being asked
    let_workers_finish(runner, qtbot)
    assert foreign.menu.actions() == []
