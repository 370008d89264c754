"""The drawer is made once a lead was looked at, or when somebody wants it, and is open once something was sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.domain.snippets import Language
from mktgui.ui.aftermath import Aftermath
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.ui.drawer import Drawer
from mktgui.ui.late_drawer import LateDrawer
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.desk import ANA, Desk, practice_desk
from tests.ui.front import Front, shown

BY_EMAIL = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))
CHANGE = SyncLead(email=ANA, attributes=(AttributeToSend("Title", "CTO"),))
NO_CALL = "Nothing was copied: there is no complete call yet."


class Office(Front):
    """A drawer that is not there yet, and what it tells."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.late = LateDrawer(desk.parts, self.errand, self.table, self.draft, lambda name: f"<{name}>")
        self.made: list[object] = []
        for signal in (self.late.drawer_made, self.late.aftermath_made):
            signal.connect(self.made.append)
        self.late.drawer_made.connect(self.put)
        self.errand.looked.connect(self.late.take_look)

    def send(self, qtbot: QtBot) -> None:
        with qtbot.waitSignals([self.errand.told, self.late.aftermath.seen]):
            self.errand.send(lambda _plan: "")


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        office.show_draft(BY_EMAIL)
        with shown(office, qtbot):
            yield office


def test_after_the_first_look_it_is_ready_with_its_messages_and_shut(office: Office, qtbot: QtBot) -> None:
    office.look(qtbot)
    assert office.made == []  # what the look brought is on the screen first
    qtbot.waitUntil(lambda: len(office.made) == 2)
    assert [type(one) for one in office.made] == [Drawer, Aftermath]
    assert not office.late.is_shown
    office.late.show_tab(1)
    qtbot.waitUntil(lambda: ANA in office.late.drawer.exchange.response.text())
    office.look(qtbot)
    qtbot.wait(30)  # another one would be made within a turn or two
    assert len(office.made) == 2


def test_what_was_sent_opens_it(office: Office, qtbot: QtBot) -> None:
    moved = QSignalSpy(office.late.moved)
    assert not office.late.is_shown
    office.send(qtbot)
    assert office.late.drawer.isVisible()
    assert moved.count() == 1
    assert office.late.drawer.result.title.text() == "Updated lead 318815 (Ana Ruiz). <Title>: VP Sales → CTO."
    office.late.show(shown=False)
    assert not office.late.is_shown
    assert moved.count() == 2


def test_its_pages_open_by_number_with_what_a_send_would_say(office: Office, qtbot: QtBot) -> None:
    office.late.show_request(None)
    assert office.made == []  # not only for this
    office.late.show_tab(2)
    drawer = office.late.drawer
    assert office.late.is_shown
    assert drawer.currentWidget() is drawer.preview
    qtbot.waitUntil(lambda: "CTO" in drawer.preview.message.text())
    office.late.show_request(SyncLead(email=ANA, attributes=(AttributeToSend("Title", "CEO"),)))
    qtbot.waitUntil(lambda: "CEO" in drawer.preview.message.text())


def test_a_row_of_the_table_and_its_place_in_the_messages_lead_to_each_other(office: Office, qtbot: QtBot) -> None:
    office.send(qtbot)
    office.late.show_tab(1)
    exchange = office.late.drawer.exchange
    qtbot.waitUntil(lambda: "CTO" in exchange.request.text())
    exchange.attribute_picked.emit("Title")
    index = office.table.view.currentIndex()
    assert index.siblingAtColumn(0).data() == "Title"


def test_a_call_to_copy_is_the_one_given_or_else_the_one_that_is_shown(office: Office, qtbot: QtBot) -> None:
    assert office.late.call_to_copy() == NO_CALL
    given = SyncLead(email="x@acme.example")
    assert office.late.call_to_copy(given) == CallToCopy(given, PRACTICE)
    office.send(qtbot)
    office.errand.use(PRACTICE_REST)
    assert office.late.call_to_copy() == CallToCopy(CHANGE, PRACTICE)  # its messages are still those of the other API


def test_the_call_whose_messages_are_shown_is_copied_there(office: Office, clipboard_text: None, qtbot: QtBot) -> None:
    office.send(qtbot)
    menu = office.late.drawer.exchange.copy_button.menu()
    assert isinstance(menu, CopyAsMenu)
    with qtbot.waitSignal(office.late.said) as said:
        menu.copy(Language.PYTHON)
    assert said.args is not None
    assert said.args[0].startswith("Copied as Python (zeep).")
    assert "syncLead" in QGuiApplication.clipboard().text()


def test_a_receipt_has_the_person_and_the_labels(office: Office, clipboard_text: None, qtbot: QtBot) -> None:
    office.send(qtbot)
    office.late.drawer.result.copy_receipt()
    copied = QGuiApplication.clipboard().text()
    assert "ana.ops" in copied
    assert "<Title>" in copied
