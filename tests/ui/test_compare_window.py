"""Two calls or two messages compared, masked throughout, in their text or field by field."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Exchange, Message
from mktgui.soap.messages import read_message
from mktgui.ui.compare_window import CompareWindow, Side, compare_bodies
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless
from tests.ui.pane import LEAD

OTHER = LEAD.replace("<attrValue>1<", "<attrValue>2<").replace("Bonn", "Köln")


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[CompareWindow]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    window = CompareWindow(read_message, runner, theme)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    QLocale.setDefault(before)


def message(text: str | bytes) -> Message:
    return Message("", (), text.encode() if isinstance(text, str) else text)


def answer(title: str, text: str | bytes) -> Side:
    return Side(title, response=message(text))


def test_what_differs_is_counted_and_gone_through(window: CompareWindow, qtbot: QtBot) -> None:
    window.compare(answer("before", LEAD), answer("after", OTHER))
    assert window.says.text() == "Comparing…"
    qtbot.waitUntil(lambda: window.says.text() == "Difference 1 of 2")
    assert not window.isModal()
    window.next.click()
    assert window.says.text() == "Difference 2 of 2"
    window.next.click()
    window.previous.click()
    assert window.says.text() == "Difference 2 of 2"
    assert [choice.currentText() for choice in window.parts] == ["before: response", "after: response"]


def test_by_field_it_is_a_table(window: CompareWindow, qtbot: QtBot) -> None:
    window.compare(answer("before", LEAD), answer("after", OTHER))
    qtbot.waitUntil(lambda: window.says.text() == "Difference 1 of 2")
    window.by_field.click()
    assert window.says.text().startswith("2 field")
    assert window.table.isVisible()
    assert not window.next.isVisible()
    assert window.filtered.rowCount() == 4
    window.only_differing.click()
    assert [window.filtered.index(row, 0).data() for row in range(window.filtered.rowCount())] == ["Phone", "City"]
    window.by_field.click()
    assert window.texts.isVisible()
    assert not window.only_differing.isVisible()


@pytest.mark.parametrize(
    ("left", "right", "by_text", "by_field"),
    [
        (LEAD, LEAD, "The two are identical, byte for byte.", "The two are identical, byte for byte."),
        (
            LEAD.encode(),
            LEAD.encode("utf-16"),
            "Difference 1 of 1",
            "All fields are the same.",
        ),
        (
            "<a><b/></a>",
            "<a>\n  <b/>\n</a>",
            "Formatted they are the same: only spaces, line ends or the encoding differ.",
            "Neither message names a field.",
        ),
    ],
)
def test_what_is_the_same_is_said(
    window: CompareWindow, qtbot: QtBot, left: str | bytes, right: str | bytes, by_text: str, by_field: str
) -> None:
    window.compare(answer("a", left), answer("b", right))
    qtbot.waitUntil(lambda: window.says.text() == by_text)
    window.by_field.click()
    assert window.says.text() == by_field


def test_of_a_call_either_message_can_be_chosen(window: CompareWindow, qtbot: QtBot) -> None:
    exchange = Exchange(
        endpoint="", sent=message("<ask/>"), left=True, received=message("<answer/>"), started=datetime.now(UTC)
    )
    side = Side.of("call", exchange)
    window.compare(side, side, request=(True, False))
    qtbot.waitUntil(lambda: window.texts.left.text() == "<ask/>" and window.texts.right.text() == "<answer/>")
    window.parts[0].setCurrentIndex(1)
    qtbot.waitUntil(lambda: window.says.text() == "The two are identical, byte for byte.")


def test_where_a_side_has_nothing_it_is_said(window: CompareWindow) -> None:
    window.compare(Side("before"), answer("after", LEAD))
    assert window.says.text() == "There is nothing to compare."


def test_no_signature_is_shown_here(window: CompareWindow, qtbot: QtBot) -> None:
    for number in range(2):
        text = f"<a><requestSignature>canary{number}</requestSignature></a>"
        window.compare(answer("a", text), answer("b", text.replace("canary", "canary9")))
        qtbot.waitUntil(lambda: "***" in window.texts.left.text())
        assert "canary" not in window.texts.left.text() + window.texts.right.text()


def test_only_the_last_comparison_is_shown(window: CompareWindow, qtbot: QtBot) -> None:
    window.compare(answer("a", "<a/>"), answer("b", "<b/>"))
    window.compare(answer("a", "<c/>"), answer("b", "<d/>"))
    qtbot.waitUntil(lambda: window.texts.left.text() == "<c/>")
    qtbot.waitUntil(lambda: window.texts.right.text() == "<d/>")


def test_what_is_not_xml_is_compared_line_by_line() -> None:
    found = compare_bodies(read_message, b"one\ntwo", b"one\nthree")
    assert len(found.changes) == 1
    assert found.pairs == ()


def test_everything_has_a_name(window: CompareWindow) -> None:
    assert nameless(window) == []
