"""What a ticket would hold is shown before it is copied, can be changed value by value, and is what is copied."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QTableView
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mktgui.domain.exchange import Message
from mktgui.domain.ports import TextForm
from mktgui.domain.pseudonyms import Pseudonyms
from mktgui.domain.ticket import TicketMaker, TicketSource
from mktgui.ui.theme import Theme
from mktgui.ui.ticket_window import REVEAL_SECONDS, TicketWindow
from mktgui.wire.disguise import disguised_head
from mktgui.workers.runner import Runner
from tests.ui.tickets import SOURCE, STRANGE, parts

pytestmark = pytest.mark.usefixtures("clipboard_text")
NOTHING = "A second look found nothing else that looks personal."

Open = Callable[[TicketSource], TicketWindow]


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, theme: Theme) -> TicketWindow:
    window = TicketWindow(parts(runner, theme))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def show(window: TicketWindow, qtbot: QtBot) -> Open:
    def show(source: TicketSource) -> TicketWindow:
        window.show_source(source)
        qtbot.waitUntil(lambda: window.state.title.text() != "Masking…")
        return window

    return show


def wait(window: TicketWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.state.title.text() != "Masking…")


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_nothing_personal_is_shown_or_copied(show: Open) -> None:
    window = show(SOURCE)
    assert not window.isModal()
    assert window.state.title.text() == NOTHING
    window.copy_button.click()
    assert copied() == window.text.toPlainText()
    assert "Lead lead-1 (person-1) was updated." in copied()
    assert "<note>Phone of person-1: person-1 phone</note>" in copied()
    assert "<mktowsUserId>***</mktowsUserId>" in copied()
    for value in ("Ana", "Ruiz", "acme", "318815", "5512345678"):
        assert value not in copied()
    assert window.note.text() == "Copied. 8 value(s) are masked; user ID and signature always are."


def test_markdown(show: Open) -> None:
    show(SOURCE).markdown_button.click()
    assert copied().startswith("**What happened**\n\n```text\nLead lead-1 (person-1) was updated.\n```\n")
    assert "```xml\n<Envelope>\n" in copied()


def test_space_takes_a_tick_away_and_the_value_shows(show: Open, qtbot: QtBot) -> None:
    window = show(SOURCE)
    assert isinstance(window.table, QTableView)
    window.table.setFocus()
    row = [one.fields[0] for one in window.model.masked.values].index("Id")
    window.table.setCurrentIndex(window.model.index(row, 0))
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert not window.copy_button.isEnabled()
    wait(window, qtbot)
    assert "<Id>318815</Id>" in window.text.toPlainText()
    assert window.state.lines.text().endswith("1 personal value(s) are shown.")
    assert window.copy_button.isEnabled()


def test_values_can_be_seen_for_a_while(show: Open) -> None:
    window = show(SOURCE)
    value = window.model.index(0, 3)
    assert value.data() == "•••"
    window.reveal.click()
    assert value.data() == "Ana.Ruiz@acme.example"
    assert window.reveal.text() == "Hide &values (30 s)"
    for _ in range(REVEAL_SECONDS):
        window.countdown.timeout.emit()
    assert value.data() == "•••"
    assert window.reveal.text() == "Show &values"
    assert not window.countdown.isActive()


def test_another_ticket_hides_the_values_again(show: Open) -> None:
    show(SOURCE).reveal.click()
    window = show(STRANGE)
    assert window.model.index(0, 3).data() == "•••"


def test_findings_have_to_be_looked_at(show: Open) -> None:
    window = show(STRANGE)
    assert window.state.title.text() == "A second look found 1 thing(s) that may be personal:"
    assert "• somebody.else@other.example (looks like an email address)" in window.state.lines.text()
    buttons = (window.copy_button, window.markdown_button, window.save_button)
    assert not any(button.isEnabled() for button in buttons)
    window.meant.click()
    assert all(button.isEnabled() for button in buttons)
    window.copy_button.click()
    assert "somebody.else@other.example" in copied()


def test_to_mean_it_is_not_for_ever(show: Open, qtbot: QtBot) -> None:
    window = show(STRANGE)
    window.meant.click()
    window.head.click()
    wait(window, qtbot)
    assert not window.meant.isChecked()
    assert not window.copy_button.isEnabled()


def test_headers_and_form(show: Open, qtbot: QtBot) -> None:
    window = show(SOURCE)
    assert "<Envelope>\n  <mktowsUserId>" in window.text.toPlainText()
    assert "HTTP/1.1" not in window.text.toPlainText()
    window.formatted.click()
    window.head.click()
    wait(window, qtbot)
    text = window.text.toPlainText()
    assert "<Envelope><mktowsUserId>" in text
    assert "POST /soap HTTP/1.1\nHost: h.example\n" in text
    assert "Set-Cookie: ***\n" in text


def choose(window: TicketWindow, path: Path) -> None:
    window.save_button.click()
    chooser = window.chooser
    assert isinstance(chooser, QFileDialog)
    chooser.setDirectory(str(path.parent))
    chooser.selectFile(str(path))
    chooser.accept()


@pytest.mark.parametrize(("name", "beginning"), [("a.txt", "What happened\n---"), ("a.MD", "**What happened**\n\n```")])
def test_saved(show: Open, qtbot: QtBot, tmp_path: Path, name: str, beginning: str) -> None:
    window = show(SOURCE)
    choose(window, tmp_path / name)
    qtbot.waitUntil(lambda: window.note.text() == f"Saved as {name}.")
    text = (tmp_path / name).read_text("utf-8")
    assert text.startswith(beginning)
    assert "Ruiz" not in text


def test_where_it_cannot_be_saved_is_told(show: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = show(SOURCE)
    (tmp_path / "there.txt").mkdir()
    window.save_button.click()
    assert window.chooser is not None
    window.chooser.fileSelected.emit(str(tmp_path / "there.txt"))
    window.chooser.reject()
    qtbot.waitUntil(lambda: window.note.text().startswith("It could not be saved there (Is a directory)."))


def test_a_slip_of_our_own_while_saving_is_told(show: Open, qtbot: QtBot) -> None:
    window = show(SOURCE)
    window.save_button.click()
    assert window.chooser is not None
    window.chooser.fileSelected.emit("a\x00b.txt")
    window.chooser.reject()
    qtbot.waitUntil(lambda: window.note.text() == "It could not be saved there (ValueError). Choose another place.")


def test_what_is_not_ready_is_not_saved(show: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = show(SOURCE)
    window.save_button.click()
    window.head.click()
    assert window.chooser is not None
    window.chooser.fileSelected.emit(str(tmp_path / "a.txt"))
    window.chooser.reject()
    wait(window, qtbot)
    assert not (tmp_path / "a.txt").exists()


def test_a_slip_of_our_own_masks_nothing_and_shows_nothing(qtbot: QtBot, runner: Runner, theme: Theme) -> None:
    def broken(message: Message, masked: Pseudonyms, form: TextForm) -> str:
        raise ZeroDivisionError

    window = TicketWindow(parts(runner, theme, TicketMaker(broken, disguised_head)))
    qtbot.addWidget(window)
    window.show_source(SOURCE)
    wait(window, qtbot)
    assert window.state.title.text() == "This could not be masked, so there is nothing to copy."
    assert window.text.toPlainText() == ""
    assert not window.copy_button.isEnabled()


def test_only_the_last_one_counts(show: Open, window: TicketWindow, qtbot: QtBot) -> None:
    window.show_source(SOURCE)
    show(replace(SOURCE, words="Later."))
    window.formatted.click()
    window.formatted.click()
    wait(window, qtbot)
    assert "Later." in window.text.toPlainText()
    assert "was updated" not in window.text.toPlainText()


def test_closed_while_it_works(qtbot: QtBot, runner: Runner, theme: Theme) -> None:
    window = TicketWindow(parts(runner, theme))
    window.show_source(SOURCE)
    delete(window)
    other = TicketWindow(parts(runner, theme))
    qtbot.addWidget(other)
    other.formatted.click()  # nothing to show yet, and nothing happens
    assert other.text.toPlainText() == ""
    other.show_source(SOURCE)
    wait(other, qtbot)
    assert other.state.title.text() == NOTHING


def test_keys_and_names(show: Open, qtbot: QtBot) -> None:
    window = show(SOURCE)
    assert window.table.accessibleName() == "What is masked: the space bar masks or shows a value"
    assert window.text.accessibleName() == "The text as it would be copied"
    assert window.copy_button.isDefault()
    for button in window.findChildren(QAbstractButton):
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus and button.isVisible():
            assert button.text() or button.accessibleName()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
