"""A message can be read, searched, copied and saved, and shows no signature unless it is asked to."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Message
from mktgui.domain.ports import MessageText, TextForm
from mktgui.rest.messages import read_json_message
from mktgui.soap.messages import read_message
from mktgui.ui.message_view import MessageView
from mktgui.ui.size_guard import ASK_FROM
from mktgui.ui.theme import Scheme, Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Job, Runner
from tests.ui.checks import nameless
from tests.ui.contrast import contrast

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
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    view = MessageView(read_message, mask_body, runner, theme, QGuiApplication.clipboard())
    view.name("Request")
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitActive(view):
        view.show()
    yield view
    view.close()
    QLocale.setDefault(before)


def shown(view: MessageView, qtbot: QtBot, part: str) -> str:
    qtbot.waitUntil(lambda: part in view.text())
    return view.text()


def test_it_is_formatted_and_masked_by_default(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    text = shown(view, qtbot, "one")
    assert text.splitlines()[1] == "  <requestSignature>***</requestSignature>"
    assert view.view.toPlainText() == text


def test_of_a_message_without_a_body_the_first_line_and_the_headers_are_shown(view: MessageView, qtbot: QtBot) -> None:
    line = "GET /rest/v1/leads.json?filterType=email&filterValues=ana%40corp.example HTTP/1.1"
    view.show_message(Message(line, (("Host", "corp.example"),), b""))
    assert shown(view, qtbot, "Host: corp.example").startswith(line)
    qtbot.waitUntil(lambda: view.note.text() == "This message has no body: these are its first line and its headers.")
    view.raw.click()
    assert view.text().startswith(line)
    view.show_message(MESSAGE)
    assert shown(view, qtbot, "one").startswith("<a>")


def test_the_form_that_is_chosen_can_be_told_in_the_dark(view: MessageView, theme: Theme, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    theme.choose(Scheme.DARK)

    def edge(button: QWidget) -> QColor:
        return view.grab().toImage().pixelColor(button.geometry().topLeft() + QPoint(3, button.height() // 2))

    qtbot.waitUntil(lambda: edge(view.raw).lightnessF() < 0.5)  # the colours have come
    assert contrast(edge(view.formatted), edge(view.raw)) > 1.3
    theme.choose(Scheme.LIGHT)


def test_raw_is_one_line_as_it_came(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.raw.click()
    qtbot.waitUntil(lambda: view.text() == BODY.decode().replace("0123abcd", "***"))
    view.raw.click()
    assert view.text().startswith("<a>")
    view.formatted.click()
    qtbot.waitUntil(lambda: view.text().startswith("<a>\n"))


def test_the_signature_is_shown_on_demand_and_hides_itself_again(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    view.reveal.click()
    shown(view, qtbot, "0123abcd")
    assert "30 s" in view.reveal.text()
    for _ in range(30):
        view.reveal.countdown.timeout.emit()
    qtbot.waitUntil(lambda: "***" in view.text())
    assert view.reveal.text() == "Reveal"


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
    view.reveal.click()  # which is for the body
    shown(view, qtbot, "0123abcd")
    view.details.click()
    text = view.text()
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


PIECE = b"<b>" + b"some text " * 20 + b"</b>"  # not shorter: it is the number of lines that takes time
BIG = b"<a>" + PIECE * (ASK_FROM // len(PIECE) + 1) + b"<requestSignature>0123abcd</requestSignature></a>"


def test_a_big_message_is_shown_when_it_is_asked_for_and_whole(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(Message("x", (), BIG))
    assert view.pages.currentWidget() is view.guard
    assert "MiB" in view.guard.says.text()
    assert view.text() == ""
    view.guard.all.click()
    qtbot.waitUntil(lambda: view.text().endswith("</a>") and view.view.is_filled, timeout=20_000)
    assert view.text().count("<b>") == ASK_FROM // len(PIECE) + 1
    assert view.view.toPlainText() == view.text()
    view.raw.click()  # who asked for all of it is not asked again
    qtbot.waitUntil(lambda: "</b><b>" in view.text() and view.view.is_filled, timeout=20_000)
    assert view.note.text() == "Long lines go on behind ↪. Copy and Save take them whole."
    view.show_message(MESSAGE)
    qtbot.waitUntil(lambda: "two" in view.view.toPlainText())


def test_of_a_big_message_the_beginning_can_be_seen(view: MessageView, qtbot: QtBot, tmp_path: Path) -> None:
    view.show_message(Message("x", (), BIG))
    view.guard.part.click()
    shown(view, qtbot, "some text")
    assert view.text() == BIG[: 256 * 1024].decode()
    assert view.note.text() == "This is only the beginning, as it came. Copy and Save take all of it."
    view.copy_button.click()
    qtbot.waitUntil(lambda: len(QGuiApplication.clipboard().text()) > ASK_FROM)
    view.save_to(str(tmp_path / "m.xml"))
    qtbot.waitUntil(lambda: view.note.text().startswith("Saved as"))
    assert (tmp_path / "m.xml").read_bytes() == BIG.replace(b"0123abcd", b"***")
    view.formatted.click()
    assert view.pages.currentWidget() is view.guard


def test_a_big_message_can_be_taken_unseen(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(Message("x", (), BIG))
    view.details.click()
    assert f"{len(BIG):,}" in view.text()
    view.formatted.click()
    assert view.pages.currentWidget() is view.guard
    view.guard.copy.click()
    qtbot.waitUntil(lambda: view.note.text() == "Copied; signature and user ID are masked.")
    assert QGuiApplication.clipboard().text() == BIG.decode().replace("0123abcd", "***")
    view.guard.save.click()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


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
    text = shown(view, qtbot, "one")
    view.copy_button.click()
    qtbot.waitUntil(lambda: view.note.text() == "Copied; signature and user ID are masked.")
    assert QGuiApplication.clipboard().text() == text
    assert "0123abcd" not in text
    view.reveal.click()
    text = shown(view, qtbot, "0123abcd")
    view.copy_button.click()
    qtbot.waitUntil(lambda: view.note.text() == "Copied, with signature and user ID.")
    assert QGuiApplication.clipboard().text() == text


def test_what_is_chosen_is_copied_exactly(view: MessageView, qtbot: QtBot) -> None:
    body = "<a>x\xa0y\u2028z\r\nnext</a>".encode()
    view.show_message(Message("x", (), body))
    view.raw.click()
    shown(view, qtbot, "next")
    view.view.selectAll()
    view.copy_button.click()
    assert QGuiApplication.clipboard().text() == body.decode()
    assert view.note.text() == "Copied as it is shown."


def test_details_are_copied_as_they_stand_there(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(MESSAGE)
    shown(view, qtbot, "one")
    view.details.click()
    view.copy_button.click()
    assert "Authorization: ***" in QGuiApplication.clipboard().text()
    assert "Read as: utf-8" in QGuiApplication.clipboard().text()


def test_a_raw_copy_has_the_bytes_beside_the_text(view: MessageView, qtbot: QtBot) -> None:
    body = "\ufeff<a>é</a>".encode("utf-16-le")
    view.show_message(Message("x", (), body))
    view.raw.click()
    shown(view, qtbot, "é")
    view.copy_button.click()
    qtbot.waitUntil(lambda: view.note.text() == "Copied.")
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("application/xml").data() == body
    assert data.data("text/plain").data() == "\ufeff<a>é</a>".encode()
    assert view.view.toPlainText() == "◌<a>é</a>"


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


def test_what_became_of_a_save_stays_when_the_text_comes_after_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    gate = threading.Event()

    def slow(body: bytes, form: TextForm, *, masked: bool) -> MessageText:
        gate.wait(5)
        return read_message(body, form, masked=masked)

    runner = Remembering()
    view = MessageView(slow, mask_body, runner, theme, QGuiApplication.clipboard())
    qtbot.addWidget(view)
    view.show_message(MESSAGE)
    view.save_to(str(tmp_path / "no" / "m.xml"))
    qtbot.waitUntil(lambda: view.note.text().startswith("Not saved:"))
    gate.set()
    qtbot.waitUntil(lambda: view.text() != "")
    assert view.note.text().startswith("Not saved:")
    assert runner.close()


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
    qtbot.keyClick(view.view, Qt.Key.Key_F3)
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
    view.menu.wrap.trigger()
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    assert view.text() == text
    assert view.view.lineWrapMode() == view.view.LineWrapMode.WidgetWidth


LEAD = (
    b"<r><leadRecord><Email>ana@corp.example</Email><leadAttributeList><attribute><attrName>Title</attrName>"
    b"<attrValue>VP</attrValue></attribute><attribute><attrName>Phone</attrName><attrValue>1</attrValue></attribute>"
    b"</leadAttributeList></leadRecord></r>"
)


def lit(view: MessageView) -> list[str]:
    """What is lit up."""
    return [view.text()[slice(*span)] for span in view.view.marked("lit")]


@pytest.mark.parametrize("mode", ["formatted", "raw"])
def test_a_field_lights_up_also_before_its_text_has_come(view: MessageView, qtbot: QtBot, mode: str) -> None:
    view.show_message(Message("x", (), LEAD))
    getattr(view, mode).click()
    view.light_up("Title")
    qtbot.waitUntil(lambda: bool(lit(view)))
    (piece,) = lit(view)
    assert "".join(piece.split()) == "<attribute><attrName>Title</attrName><attrValue>VP</attrValue></attribute>"
    view.light_up("Email")
    assert lit(view) == ["<Email>ana@corp.example</Email>"]
    view.light_up("Nothing")
    assert lit(view) == []
    view.light_up("")
    assert lit(view) == []


def test_putting_the_cursor_into_an_element_tells_its_field(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(Message("x", (), LEAD))
    text = shown(view, qtbot, "VP")
    told: list[str] = []
    view.attribute_picked.connect(told.append)
    for wanted in ("VP", "VP", "Title", "ana@", "<r>"):
        cursor = view.view.textCursor()
        cursor.setPosition(text.index(wanted))
        view.view.setTextCursor(cursor)
    assert told == ["Title", "Email"]
    assert lit(view) == ["<Email>ana@corp.example</Email>"]
    view.light_up("Phone")
    assert told == ["Title", "Email"]


def test_a_result_of_the_xpath_filter_leads_to_its_place(view: MessageView, qtbot: QtBot) -> None:
    view.show_message(Message("x", (), LEAD))
    shown(view, qtbot, "VP")
    view.path_bar.open()
    view.path_bar.expression.setText("//attribute[attrName='Phone']")
    qtbot.keyClick(view.path_bar.expression, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.path_bar.count.text().startswith("1 "))
    view.path_bar.results.itemActivated.emit(view.path_bar.results.item(0))
    assert "Phone" in lit(view)[0]
    view.show_message(None, "No answer came back.")
    view.path_bar.wanted.emit(0)
    view.path_bar.shut()
    assert view.view.hasFocus()


def test_without_a_message_copying_does_nothing(view: MessageView) -> None:
    view.show_message(None, "No answer came back.")
    view.guard.copy_wanted.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_everything_has_a_name_for_a_screen_reader(view: MessageView) -> None:
    view.show_message(MESSAGE)
    assert nameless(view) == []


FOUND = (
    b'{"requestId":"a#1","success":true,"result":[{"id":7,"email":"ana@corp.example","title":"VP \\u00e9",'
    b'"score":1.50}],'
    b'"access_token":"0123abcd0123abcd"}'
)


@pytest.fixture
def of_json(qtbot: QtBot, runner: Runner, theme: Theme, clipboard_text: None) -> Iterator[MessageView]:
    view = MessageView(read_json_message, mask_body, runner, theme, QGuiApplication.clipboard())
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitActive(view):
        view.show()
    yield view
    view.close()


def test_json_is_formatted_folded_and_found_in(of_json: MessageView, qtbot: QtBot) -> None:
    of_json.show_message(Message("HTTP/1.1 200 OK", (), FOUND))
    text = shown(of_json, qtbot, "VP")
    assert text.splitlines()[7] == '      "title": "VP \\u00e9",'
    assert text.splitlines()[-2] == '  "access_token": "***"'
    assert not of_json.note.text()
    pane = of_json.view
    qtbot.waitUntil(lambda: pane.folding.is_possible)
    pane.folding.fold(3)
    assert [line for line, _, _ in pane.visible_lines()] == [0, 1, 2, 3, 11, 12]
    assert pane.folding.summary(3).startswith('… { "id": 7, "email": "ana@corp.example"')
    of_json.find_bar.open()
    qtbot.keyClicks(of_json.find_bar.text, "1.50")
    assert of_json.find_bar.count.text() == "1 of 1"
    assert not pane.folding.is_folded(3)


@pytest.mark.parametrize("mode", ["formatted", "raw"])
def test_a_field_lights_up_in_json_and_is_told(of_json: MessageView, qtbot: QtBot, mode: str) -> None:
    of_json.show_message(Message("HTTP/1.1 200 OK", (), FOUND))
    getattr(of_json, mode).click()
    of_json.light_up("title")
    qtbot.waitUntil(lambda: bool(lit(of_json)))
    assert [piece.replace(" ", "") for piece in lit(of_json)] == ['"title":"VP\\u00e9"']
    told: list[str] = []
    of_json.attribute_picked.connect(told.append)
    cursor = of_json.view.textCursor()
    cursor.setPosition(of_json.text().index("1.50"))
    of_json.view.setTextCursor(cursor)
    assert told == ["score"]


def test_a_path_leads_to_its_place_in_json(of_json: MessageView, qtbot: QtBot) -> None:
    of_json.show_message(Message("HTTP/1.1 200 OK", (), FOUND))
    shown(of_json, qtbot, "VP")
    of_json.path_bar.open()
    of_json.path_bar.expression.setText("$.result[0].score")
    qtbot.keyClick(of_json.path_bar.expression, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: of_json.path_bar.results.count() == 1)
    of_json.path_bar.results.itemActivated.emit(of_json.path_bar.results.item(0))
    assert lit(of_json) == ['"score": 1.50']


def test_json_is_saved_byte_for_byte(of_json: MessageView, qtbot: QtBot, tmp_path: Path) -> None:
    body = b"\xef\xbb\xbf" + FOUND.replace(b":", b" :\r\n")
    of_json.show_message(Message("HTTP/1.1 200 OK", (("Content-Type", "application/json;charset=UTF-8"),), body))
    of_json.save_button.click()
    dialog = of_json.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "json"
    dialog.reject()
    of_json.reveal.click()
    of_json.save_to(str(tmp_path / "m.json"))
    qtbot.waitUntil(lambda: of_json.note.text().startswith("Saved as"))
    assert (tmp_path / "m.json").read_bytes() == body


def test_json_that_breaks_off_is_shown_as_it_came_and_said(of_json: MessageView, qtbot: QtBot) -> None:
    of_json.show_message(Message("HTTP/1.1 200 OK", (), FOUND[:60]))
    assert shown(of_json, qtbot, "success") == FOUND[:60].decode()
    assert of_json.note.text() == "This is not well-formed JSON, so it is shown as it came."
