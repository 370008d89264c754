"""The request can be read before it is sent, and is then exactly that."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.profile import PRACTICE
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.ui.message_view import MessageView
from mktgui.ui.preview_page import PreviewPage
from mktgui.ui.theme import Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner

REQUEST = SyncLead(email="ana@corp.example", attributes=(AttributeToSend("Title", "副总裁"),), workspace="EMEA")
USER = "acme1_canary_user"
MINE = replace(PRACTICE, user_id=USER)


@pytest.fixture
def page(qtbot: QtBot, runner: Runner, theme: Theme, clipboard_text: None) -> Iterator[PreviewPage]:
    view = MessageView(read_message, mask_body, runner, theme, QGuiApplication.clipboard())
    build = RequestPreview(EnvelopeBuilder())
    page = PreviewPage(lambda profile, call: build(call, profile.user_id), view, runner)
    qtbot.addWidget(page)
    yield page
    page.close()


def test_it_shows_the_request_without_user_and_signature(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_request(REQUEST, MINE)
    page.show()
    qtbot.waitUntil(lambda: "<attrValue>副总裁</attrValue>" in page.message.text())
    assert "<targetWorkspace>EMEA</targetWorkspace>" in page.message.text()
    assert USER not in page.message.text()


def test_it_follows_the_form_while_it_is_looked_at(page: PreviewPage, qtbot: QtBot) -> None:
    page.show()
    assert "nothing to send yet" in page.message.note.text()
    page.show_request(REQUEST, MINE)
    page.show_request(REQUEST, MINE)
    qtbot.waitUntil(lambda: "ana@corp.example" in page.message.text())
    page.show_request(None, MINE)
    qtbot.waitUntil(lambda: "nothing to send yet" in page.message.note.text())
    assert page.message.text() == ""


def test_of_two_requests_the_last_is_shown(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_request(REQUEST, MINE)
    page.show()
    page.hide()
    page.show_request(SyncLead(marketo_id=7), MINE)
    page.show()
    qtbot.waitUntil(lambda: "<Id>7</Id>" in page.message.text())


def test_while_it_is_hidden_nothing_is_built(page: PreviewPage, runner: Runner, qtbot: QtBot) -> None:
    page.show_request(REQUEST, MINE)
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    assert page.message.text() == ""


def test_what_cannot_be_written_is_said(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_request(SyncLead(email="a\x07@corp.example"), MINE)
    page.show()
    qtbot.waitUntil(lambda: "cannot be written" in page.message.note.text())
