"""Request and response stand side by side, under a line that says how it went and where the time went."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Exchange, Message, Stage, Timing
from mktgui.soap.messages import read_message
from mktgui.ui.call_before import AS_IT_IS, MOST_PACKED
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.message_view import MessageView
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner

SENT = Message("POST /soap HTTP/1.1", (), b"<ask><requestSignature>0123abcd</requestSignature></ask>")
RECEIVED = Message("HTTP/1.1 200 OK", (), b"<answer>" + b"x" * 1183 + b"</answer>")
EXCHANGE = Exchange(
    endpoint="http://127.0.0.1/soap",
    sent=SENT,
    left=True,
    received=RECEIVED,
    status=200,
    complete=True,
    started=datetime(2026, 3, 14, tzinfo=UTC),
    timings=(Timing(Stage.CONNECTING, 0.012), Timing(Stage.WAITING, 1.5)),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Figures are written as the window's language writes them."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


@pytest.fixture
def view(
    qtbot: QtBot, runner: Runner, theme: Theme, preferences: Preferences, clipboard_text: None
) -> Iterator[ExchangeView]:
    view = ExchangeView(read_message, mask_body, runner, theme, QGuiApplication.clipboard(), preferences)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    yield view
    view.close()


def test_before_the_first_call_it_says_what_will_be_here(view: ExchangeView) -> None:
    assert view.summary.text() == "Nothing went over the wire yet."
    assert view.request.note.text() == "The exact request appears here."
    assert view.response.note.text() == "The exact answer appears here."


def test_both_messages_are_shown_and_named(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_exchange(EXCHANGE)
    qtbot.waitUntil(lambda: "***" in view.request.text() and "xxx" in view.response.text())
    titles = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert {"Request", "Response"} <= set(titles)
    assert view.request.view.accessibleName() == "Request"
    assert view.response.view.accessibleName() == "Response"


def test_the_line_says_status_size_and_times(view: ExchangeView) -> None:
    view.show_exchange(EXCHANGE)
    assert view.summary.text() == "HTTP/1.1 200 OK · 1.17 KiB · 1.51 s · connecting 12 ms · waiting 1,500 ms"


def test_a_request_that_never_left_is_told_apart(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_exchange(replace(EXCHANGE, left=False, received=None, timings=()))
    assert view.summary.text() == "Not sent: this is the request as it would have been. · 0.00 s"
    qtbot.waitUntil(lambda: "***" in view.request.text())


def test_no_answer_is_said_in_both_places(view: ExchangeView) -> None:
    view.show_exchange(replace(EXCHANGE, received=None))
    assert view.summary.text().startswith("No answer came back. · 1.51 s")
    assert view.response.note.text() == "No answer came back."


def test_an_answer_that_was_cut_off_says_how_much_there_is(view: ExchangeView) -> None:
    view.show_exchange(replace(EXCHANGE, complete=False))
    assert "HTTP/1.1 200 OK · cut off after 1.17 KiB" in view.summary.text()


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_word(view: ExchangeView, stage: Stage) -> None:
    view.show_exchange(replace(EXCHANGE, timings=(Timing(stage, 0.25),)))
    assert view.summary.text().endswith(f"0.25 s · {stage.value} 250 ms")


def test_a_status_line_with_markup_is_only_text(view: ExchangeView) -> None:
    view.show_exchange(replace(EXCHANGE, received=Message("HTTP/1.1 200 <b>OK</b>", (), b"")))
    assert "<b>OK</b>" in view.summary.text()
    assert view.summary.textFormat() == Qt.TextFormat.PlainText


def test_the_messages_go_when_there_is_nothing_to_show_any_more(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_exchange(EXCHANGE)
    qtbot.waitUntil(lambda: "***" in view.request.text())
    view.show_exchange(None)
    assert view.request.text() == view.response.text() == ""
    assert view.summary.text() == "Nothing went over the wire yet."


def lead(value: str) -> bytes:
    attribute = f"<attribute><attrName>Title</attrName><attrValue>{value}</attrValue></attribute>"
    return f"<r><leadRecord><leadAttributeList>{attribute}</leadAttributeList></leadRecord></r>".encode()


def call(value: str) -> Exchange:
    return replace(EXCHANGE, sent=Message("x", (), lead("asked")), received=Message("y", (), lead(value)))


def lit(message: MessageView) -> list[str]:
    return ["".join(message.text()[slice(*span)].split()) for span in message.view.marked("lit")]


def test_a_field_lights_up_in_both_messages(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_exchange(call("is"))
    view.light_up("Title")
    wanted = "<attribute><attrName>Title</attrName><attrValue>{}</attrValue></attribute>"
    qtbot.waitUntil(
        lambda: lit(view.request) == [wanted.format("asked")] and lit(view.response) == [wanted.format("is")]
    )


def test_a_field_that_is_picked_in_one_message_lights_up_in_the_other(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_exchange(call("is"))
    qtbot.waitUntil(lambda: "is" in view.response.text() and "asked" in view.request.text())
    told: list[str] = []
    view.attribute_picked.connect(told.append)
    cursor = view.response.view.textCursor()
    cursor.setPosition(view.response.text().index("Title"))
    view.response.view.setTextCursor(cursor)
    assert told == ["Title"]
    assert len(lit(view.request)) == len(lit(view.response)) == 1


def test_side_by_side_or_stacked_is_remembered(
    view: ExchangeView, qtbot: QtBot, runner: Runner, theme: Theme, preferences: Preferences
) -> None:
    assert view.request.y() == view.response.y()
    view.stack.click()
    qtbot.waitUntil(lambda: view.request.y() < view.response.y())
    assert view.stack.accessibleName() == "Show side by side"
    other = ExchangeView(read_message, mask_body, runner, theme, QGuiApplication.clipboard(), preferences)
    qtbot.addWidget(other)
    assert other.stack.accessibleName() == "Show side by side"
    other.stack.click()
    assert other.stack.accessibleName() == "Show one above the other"
    assert not preferences.stacked


def test_a_call_is_compared_with_the_one_before_it(view: ExchangeView, qtbot: QtBot) -> None:
    assert not view.compare_button.isEnabled()
    view.show_exchange(call("was"))
    assert not view.with_before.isEnabled()
    assert view.with_request.isEnabled()
    view.show_exchange(call("is"))
    view.with_before.trigger()
    assert view.comparison is not None
    says = view.comparison.says
    qtbot.waitUntil(lambda: says.text() == "Difference 1 of 1")
    titles = [choice.currentText() for choice in view.comparison.parts]
    assert titles[0].startswith("Call before (")
    assert titles[1].startswith("This call (")
    view.with_request.trigger()
    qtbot.waitUntil(lambda: says.text() == "Difference 1 of 1" and "asked" in view.comparison.texts.left.text())  # type: ignore[union-attr] # it is still there
    view.comparison.close()


def test_a_request_without_an_answer_has_nothing_to_be_compared_with(view: ExchangeView) -> None:
    view.show_exchange(replace(EXCHANGE, received=None))
    assert not view.compare_button.isEnabled()
    view.show_exchange(None)
    assert not view.compare_button.isEnabled()
    view.with_before.triggered.emit()
    view.with_request.triggered.emit()
    assert view.comparison is None


def test_a_big_call_is_compared_too(view: ExchangeView, qtbot: QtBot) -> None:
    long = b"<attribute><attrName>Bio</attrName><attrValue>%s</attrValue></attribute></leadAttributeList>" % (
        b"x" * 9999
    )
    many = long[: -len(b"</leadAttributeList>")] * (AS_IT_IS // 9999) + long
    was, now = (
        replace(EXCHANGE, received=Message("y", (), lead(value).replace(b"</leadAttributeList>", many)))
        for value in ("was", "is")
    )
    view.show_exchange(was)
    view.show_exchange(now)
    assert not view.with_before.isEnabled()
    qtbot.waitUntil(view.with_before.isEnabled)
    view.with_before.trigger()
    qtbot.waitUntil(lambda: view.comparison is not None and view.comparison.says.text() == "Difference 1 of 1")
    assert view.comparison is not None
    view.comparison.close()


def test_one_that_is_too_big_for_that_is_said_to_be(view: ExchangeView, qtbot: QtBot) -> None:
    noise = random.Random(1).randbytes(MOST_PACKED + 1)  # noqa: S311 - the same each time
    view.show_exchange(replace(EXCHANGE, received=Message("x", (), noise)))
    view.show_exchange(call("is"))
    qtbot.waitUntil(lambda: view.with_before.text() == "The call &before this one is too big to be kept for comparing")
    assert not view.with_before.isEnabled()
    view.show_exchange(call("next"))
    assert view.with_before.isEnabled()
    assert view.with_before.text() == "With the call &before this one"


def test_it_fits_into_a_window_of_the_least_width(view: ExchangeView) -> None:
    assert view.minimumSizeHint().width() <= 1000


def test_copies_are_offered_once_somebody_has_some(view: ExchangeView) -> None:
    assert view.copy_button.isHidden()
    menu = QMenu(view)
    view.offer_copies(menu)
    assert view.copy_button.menu() is menu
    assert not view.copy_button.isHidden()
    assert view.copy_button.accessibleName() == "Copy the call as code"
    assert view.minimumSizeHint().width() <= 1000
