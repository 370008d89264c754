"""From the call on top to a ticket and to code, through the menus of the real window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.call_note import CallKind
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.outcome import Answered
from mktgui.domain.profile import TransportKind
from mktgui.domain.snippets import Language
from mktgui.ui.equivalent_window import EquivalentWindow
from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.ticket_door import TicketDoor
from mktgui.ui.ticket_window import TicketWindow
from tests.applications import applications

ANA = "ana.ruiz@acme.example"
DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("VP Marketing")),))
CLEARED = Draft(email=ANA, rows=(*DRAFT.rows, Row("Phone", CLEAR)))


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Application]:
    with applications(qapp, qtbot, home) as start:
        application = start(practice=True)
        application.window.page.show_draft(DRAFT)
        qtbot.waitUntil(lambda: "doors" in vars(application.window), timeout=10_000)
        yield application


def load(application: Application, qtbot: QtBot) -> None:
    page = application.window.page
    page.load()
    qtbot.waitUntil(lambda: page.errand.seen is not None, timeout=30_000)


def send(application: Application, qtbot: QtBot) -> None:
    page = application.window.page
    with qtbot.waitSignal(page.errand.told, timeout=30_000):
        page.send()


def text_of(window: TicketWindow | None, qtbot: QtBot, part: str) -> str:
    assert window is not None
    qtbot.waitUntil(lambda: part in window.text.toPlainText(), timeout=20_000)
    return window.text.toPlainText()


def history(application: Application, qtbot: QtBot) -> HistoryWindow:
    """The history with the change that was sent; fields may have been read after it."""
    application.window.menus.history_wanted.emit()
    past = application.window.doors.history.past
    assert past is not None
    past.filter.kind.setCurrentIndex(past.filter.kind.findData(CallKind.SYNC_LEAD))
    qtbot.waitUntil(past.acts.ticket.isEnabled, timeout=20_000)
    return past


def test_before_any_call_there_is_a_sentence_and_no_ticket(application: Application) -> None:
    application.window.menus.ticket_wanted.emit()
    assert application.window.notice.text.text().startswith("There is no call to copy yet.")
    assert isinstance(application.window.doors.tickets, TicketDoor)
    assert application.window.doors.tickets.ticket is None


def test_a_load_is_shown_and_copied_without_the_person(application: Application, qtbot: QtBot) -> None:
    load(application, qtbot)
    application.window.menus.ticket_wanted.emit()
    text = text_of(application.window.doors.tickets.ticket, qtbot, "successGetLead")
    assert ANA not in text
    assert "Ruiz" not in text
    application.window.page.show_tab(1)
    exchange = application.window.page.exchange
    qtbot.waitUntil(lambda: ANA in exchange.request.text(), timeout=10_000)


def test_a_send_is_copied_with_its_words(application: Application, qtbot: QtBot) -> None:
    application.window.page.show_draft(CLEARED)
    send(application, qtbot)
    application.window.menus.ticket_wanted.emit()
    text = text_of(application.window.doors.tickets.ticket, qtbot, "paramsSyncLead")
    assert "Updated lead" in text
    assert ANA not in text
    assert "555 0142" not in text


def test_a_past_call_is_masked_like_a_fresh_one(application: Application, qtbot: QtBot) -> None:
    application.window.page.show_draft(CLEARED)
    send(application, qtbot)
    past = history(application, qtbot)

    def is_open() -> bool:
        """The messages of a call are kept a moment after it is told, and without them there is nothing to tell."""
        if past.chosen.tickets.ticket is None:
            past.acts.ticket.trigger()
            qtbot.wait(100)
        return past.chosen.tickets.ticket is not None

    qtbot.waitUntil(is_open, timeout=20_000)
    text = text_of(past.chosen.tickets.ticket, qtbot, "paramsSyncLead")
    assert "successSyncLead" in text
    assert "555 0142" not in text
    assert ANA not in text
    assert "Ruiz" not in text


def test_a_kept_message_that_cannot_be_read_says_so_and_nothing_is_copied(
    application: Application, qtbot: QtBot
) -> None:
    send(application, qtbot)
    story = application.window.page.errand.story
    assert story is not None
    assert isinstance(story.outcome, Answered)
    answer = story.outcome.exchange.received
    assert answer is not None
    spoiled = replace(story.outcome.exchange, received=replace(answer, body=answer.body[:-8]))
    QGuiApplication.clipboard().setText("what was there")
    door = application.window.doors.tickets
    door.show_kept(story, spoiled, "", {})
    notice = application.window.notice
    qtbot.waitUntil(lambda: notice.text.text().startswith("A message of this call cannot be read"))
    assert notice.text.text().endswith("Nothing was copied.")
    assert door.ticket is None
    assert QGuiApplication.clipboard().text() == "what was there"


def test_a_past_call_is_shown_over_both_apis(application: Application, qtbot: QtBot) -> None:
    send(application, qtbot)
    past = history(application, qtbot)
    past.acts.equivalent.trigger()
    [window] = past.findChildren(EquivalentWindow)
    rest = window.panes[TransportKind.REST].text
    qtbot.waitUntil(lambda: '"title": "VP Marketing"' in rest.toPlainText(), timeout=10_000)
    window.close()


def test_the_change_that_the_form_says_is_copied_as_code(application: Application, qtbot: QtBot) -> None:
    window = application.window
    with qtbot.waitSignal(window.doors.copies.said, timeout=30_000) as said:
        window.doors.copies.copy(Language.PYTHON)
    assert said.args is not None
    assert "Running it writes to the practice server." in said.args[0]
    assert "VP Marketing" in QGuiApplication.clipboard().text()
    assert application.connections.practice.server().secret not in QGuiApplication.clipboard().text()


def test_over_rest_it_is_code_for_rest(application: Application, qtbot: QtBot) -> None:
    window = application.window
    window.bar.switch_practice()
    window.page.show_plan()
    with qtbot.waitSignal(window.doors.copies.said, timeout=30_000) as said:
        window.doors.copies.copy(Language.PYTHON)
    assert said.args is not None
    assert "Running it writes to the practice server." in said.args[0]
    code = QGuiApplication.clipboard().text()
    assert f'ENDPOINT = "{application.connections.practice.server().rest_endpoint}"' in code
    assert '"title": "VP Marketing"' in code
    assert application.connections.practice.server().client_secret not in code


@pytest.mark.parametrize("switches", [0, 1])
def test_a_past_call_is_copied_as_code_of_the_api_that_it_went_over(
    application: Application, qtbot: QtBot, switches: int
) -> None:
    for _ in range(switches):
        application.window.bar.switch_practice()
    application.window.page.show_plan()
    send(application, qtbot)
    past = history(application, qtbot)
    application.window.bar.switch_practice()
    with qtbot.waitSignal(past.chosen.copies.said, timeout=30_000):
        past.chosen.copies.copy(Language.PHP)
    assert past.notice.text.text().startswith(f"Copied as PHP ({['SoapClient', 'curl'][switches]}).")
    code, server = QGuiApplication.clipboard().text(), application.connections.practice.server()
    assert (server.endpoint in code, server.rest_endpoint in code) == (not switches, bool(switches))
    assert "VP Marketing" in code
