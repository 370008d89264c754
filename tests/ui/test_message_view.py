"""A message can be read, searched, copied and saved, and shows no signature unless it is asked to."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Message
from mktgui.domain.ports import MessageText, TextForm
from mktgui.soap.messages import read_message
from mktgui.ui.message_view import ASK_FROM, MessageView
from mktgui.ui.theme import Scheme, Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Job, Runner

BODY = b"<a><requestSignature>0123abcd</requestSignature><b>\xe4\xb8\xad one two One</b></a>"
HEADERS = (("Host", "example"), ("Authorization", "Bearer canary"))
MESSAGE = Message("POST /x HTTP/1.1", HEADERS, BODY)


class Remembering(Runner):
    """A runner whose jobs can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def run(self, function: Callable[[], object], *expected: type[Exception]) -> Job:
        self.jobs.append(super().run(function, *expected))
        return self.jobs[-1]


@pytest.fixture
def view(qtbot: QtBot, runner: Runner, theme: Theme, clipboard_text: None) -> Iterator[MessageView]:
    view = MessageView(read_message, mask_body, runner, theme, QGuiApplication.clipboard())
    view.name("Request")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    yield view
    view.close()


def shown(view: MessageView, qtbot: QtBot, part: str) -> str:
    qtbot.waitUntil(lambda: part in view.text())
    return view.text()


def test_it_is_formatted_and_masked_by_default(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    text = shown(view, qtbot, "one")
    assert text.splitlines()[1] == "  <requestSignature>***</requestSignature>"


def test_raw_is_one_line_as_it_came(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.formatted.click()
    qtbot.waitUntil(lambda: view.text() == BODY.decode().replace("0123abcd", "***"))


def test_the_signature_is_shown_on_demand_and_hides_itself_again(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.reveal.click()
    shown(view, qtbot, "0123abcd")
    assert "30 s" in view.reveal.text()
    for _ in range(30):
        view.countdown.timeout.emit()
    qtbot.waitUntil(lambda: "***" in view.text())
    assert view.reveal.text() == "Show signature"


def test_another_message_is_masked_again(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.reveal.click()
    shown(view, qtbot, "0123abcd")
    view.show_message(Message("x", (), BODY.replace(b"two", b"three")))
    assert "0123abcd" not in shown(view, qtbot, "three")


def test_headers_come_without_credentials(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.details.click()
    text = shown(view, qtbot, "POST /x")
    assert "Host: example" in text
    assert "canary" not in text


@pytest.mark.parametrize("name", ["Authorization", "proxy-authorization", "COOKIE", "Set-Cookie"])
def test_a_credential_shows_in_no_header_and_not_in_the_first_line(view: MessageView, qtbot: QtBot, name: str) -> None:
    headers = ((name, "Basic canary"), ("Location", "/x?access_token=canary&a=1"), ("X-Name", "安娜"))
    view.show_message(Message("GET /token?client_secret=canary HTTP/1.1", headers, BODY))
    view.details.click()
    view.reveal.click()  # which is for the body
    text = shown(view, qtbot, "0123abcd")
    assert "canary" not in text
    assert text.splitlines()[:4] == [
        "GET /token?client_secret=*** HTTP/1.1",
        f"{name}: ***",
        "Location: /x?access_token=***&a=1",
        "X-Name: 安娜",
    ]


def test_what_is_not_xml_is_shown_as_it_came_and_said(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(Message("HTTP/1.1 200 OK", (), b"It works!\n"))
    shown(view, qtbot, "It works!")
    assert view.note.text() == "This is not well-formed XML, so it is shown as it came."


def test_no_message_says_why(view: MessageView) -> None:
    view.show_message(None, "No answer came back.")
    assert view.note.text() == "No answer came back."
    assert not view.copy_button.isEnabled()


def test_a_long_message_is_shown_when_it_is_asked_for_and_whole(view: MessageView, qtbot: QtBot) -> None:
    body = b"<a>" + b"<b>some text</b>" * (ASK_FROM // 16 + 1) + b"</a>"
    view.show_message(Message("x", (), body))
    assert "MiB" in view.note.text()
    assert view.text() == ""
    view.show_all.click()
    qtbot.waitUntil(lambda: view.text().endswith("</a>"), timeout=20_000)
    assert view.text().count("<b>") == ASK_FROM // 16 + 1


def test_a_late_text_of_an_older_message_is_dropped(qtbot: QtBot, theme: Theme) -> None:
    gate = threading.Event()

    def slow_for_old(body: bytes, form: TextForm, *, masked: bool) -> MessageText:
        if body == b"old":
            gate.wait(5)
        return MessageText(body.decode(), formatted=True)

    runner = Remembering()
    view = MessageView(slow_for_old, mask_body, runner, theme, QGuiApplication.clipboard())
    qtbot.addWidget(view)
    view.show_message(Message("x", (), b"old"))
    view.show_message(Message("x", (), b"new"))
    qtbot.waitUntil(lambda: view.text() == "new")
    with qtbot.waitSignal(runner.jobs[0].finished):
        gate.set()
    assert view.text() == "new"
    assert runner.close()


def test_copy_takes_what_is_shown(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    shown(view, qtbot, "one")
    view.copy_button.click()
    assert "***" in QGuiApplication.clipboard().text()
    assert "0123abcd" not in QGuiApplication.clipboard().text()


def test_save_writes_the_exact_bytes_masked(view: MessageView, qtbot: QtBot, tmp_path: Path) -> None:
    body = b"\xef\xbb\xbf" + BODY.replace(b"two", b"a\r\nb\xc2\xa0\xe2\x80\xa8")
    view.show_message(Message("x", (), body))
    view.save_to(str(tmp_path / "m.xml"))
    qtbot.waitUntil(lambda: view.note.text().startswith("Saved as"))
    assert (tmp_path / "m.xml").read_bytes() == body.replace(b"0123abcd", b"***")
    view.reveal.click()
    view.save_to(str(tmp_path / "n.xml"))
    qtbot.waitUntil((tmp_path / "n.xml").exists)
    qtbot.waitUntil(lambda: (tmp_path / "n.xml").read_bytes() == body)


def test_a_save_that_fails_is_said(view: MessageView, qtbot: QtBot, tmp_path: Path) -> None:
    view.show_message(MESSAGE)
    view.save_to(str(tmp_path / "no" / "m.xml"))
    qtbot.waitUntil(lambda: view.note.text().startswith("Not saved:"))


def test_without_a_message_there_is_nothing_to_save(view: MessageView, tmp_path: Path) -> None:
    view.show_message(None, "No answer came back.")
    assert not view.save_button.isEnabled()
    view.save_to(str(tmp_path / "m.xml"))
    assert list(tmp_path.glob("*.xml")) == []


def test_save_asks_where_without_blocking(view: MessageView) -> None:
    view.show_message(MESSAGE)
    view.save_button.click()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_finding_counts_marks_and_goes_round(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    shown(view, qtbot, "one")
    view.find_bar.open()
    qtbot.keyClicks(view.find_bar.text, "one")
    assert view.find_bar.count.text() == "1 of 2"
    view.find_bar.next()
    assert view.view.textCursor().selectedText() == "One"
    view.find_bar.next()
    assert view.find_bar.count.text() == "1 of 2"
    view.find_bar.previous()
    assert view.find_bar.count.text() == "2 of 2"
    view.find_bar.case.click()
    assert view.find_bar.count.text() == "1 of 1"
    assert len(view.view.extraSelections()) == 1
    view.find_bar.text.setText("nowhere")
    assert view.find_bar.count.text() == "Not found"
    qtbot.keyClick(view.find_bar.text, Qt.Key.Key_Escape)
    view.find_bar.shut()
    assert not view.find_bar.isVisible()


def test_wrapping_and_the_dark_scheme_keep_the_text(view: MessageView, qtbot: QtBot, theme: Theme) -> None:
    view.show_message(MESSAGE)
    text = shown(view, qtbot, "one")
    view.wrap.click()
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    assert view.text() == text
    assert view.view.lineWrapMode() == view.view.LineWrapMode.WidgetWidth
