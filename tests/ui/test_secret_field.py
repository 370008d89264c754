"""The key can be typed, shown, replaced and removed, and one is told where it is. Against real keyrings."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import SecretError, SecretHome, SecretPlace, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui import secret_field
from mktgui.ui.confidential_clipboard import ConfidentialClipboard
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.storage.keyring_daemon import KeyringDaemon
from tests.ui.checks import let_workers_finish
from tests.ui.connections import CANARY, unlocked_keyring

# keyring leaves its connection to the bus open when it meets a locked keyring
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


@pytest.fixture
def field(qtbot: QtBot, runner: Runner, theme: Theme) -> SecretField:
    """On a computer without a keyring."""
    return shown_field(KeyringSecrets(), qtbot, runner, theme)


@pytest.fixture
def daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringDaemon]:
    with unlocked_keyring(monkeypatch) as daemon:
        yield daemon


def shown_field(secrets: KeyringSecrets, qtbot: QtBot, runner: Runner, theme: Theme) -> SecretField:
    field = SecretField(secrets, runner, theme)
    qtbot.addWidget(field)
    field.show()
    return field


def open_for(field: SecretField, profile_id: str, qtbot: QtBot) -> None:
    field.open_for(profile_id)
    assert field.note.text() == "Looking for it…"
    qtbot.waitUntil(lambda: field.note.text() != "Looking for it…", timeout=20_000)


def test_without_a_keyring_the_window_says_that_the_key_is_lost_at_the_end(field: SecretField, qtbot: QtBot) -> None:
    open_for(field, "s", qtbot)
    assert "no keyring to trust" in field.note.text()
    assert field.field.placeholderText() == "not set"
    assert not field.show_button.isEnabled()
    assert not field.remove_button.isEnabled()


def test_what_is_typed_is_dots_until_it_is_shown_below_and_then_hidden_again(field: SecretField, qtbot: QtBot) -> None:
    open_for(field, "s", qtbot)
    QTest.keyClicks(field.field, f" {CANARY} ")
    assert field.field.echoMode() is QLineEdit.EchoMode.Password
    assert CANARY not in field.field.displayText()
    assert field.typed == Secret(CANARY)
    field.show_button.click()
    assert field.shown.isVisible()
    assert field.shown.text() == CANARY
    assert not field.shown.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    QTest.keyClicks(field.field, "x")
    assert not field.shown.isVisible()
    assert field.shown.text() == ""


def test_a_shown_key_hides_itself(qtbot: QtBot, runner: Runner, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret_field, "SHOWN_SECONDS", 0)
    short = shown_field(KeyringSecrets(), qtbot, runner, theme)
    short.field.setText(CANARY)
    short.show_button.click()
    assert short.shown.isVisible()
    qtbot.waitUntil(lambda: not short.shown.isVisible())
    assert short.show_button.text() == "S&how"


def test_the_key_never_reaches_the_clipboard(field: SecretField, qtbot: QtBot, clipboard_text: None) -> None:
    QGuiApplication.clipboard().clear()
    open_for(field, "s", qtbot)
    field.field.setText(CANARY)
    field.show_button.click()
    field.field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(field.field, key, Qt.KeyboardModifier.ControlModifier)
    assert CANARY not in QGuiApplication.clipboard().text()


def test_a_kept_key_is_named_with_its_place_shown_and_removed(
    daemon: KeyringDaemon, qtbot: QtBot, runner: Runner, theme: Theme
) -> None:
    secrets = KeyringSecrets()
    secrets.put("s", Secret(CANARY))
    field = shown_field(secrets, qtbot, runner, theme)
    open_for(field, "s", qtbot)
    assert field.note.text() == "Kept in GNOME Keyring, never in a file."
    assert field.field.placeholderText() == "kept; type to replace it"
    field.show_button.click()
    assert field.shown.text() == CANARY
    field.remove_button.click()
    field.remove_button.click()
    qtbot.waitUntil(lambda: field.note.text() == "Will be kept in GNOME Keyring.", timeout=20_000)
    assert field.shown.text() == ""
    assert KeyringSecrets().get("s") is None


def test_a_locked_keyring_is_told_and_nothing_typed_is_lost(
    daemon: KeyringDaemon, qtbot: QtBot, runner: Runner, theme: Theme
) -> None:
    secrets = KeyringSecrets()
    secrets.put("s", Secret("old"))
    daemon.lock()
    field = shown_field(secrets, qtbot, runner, theme)
    open_for(field, "s", qtbot)
    assert "locked" in field.note.text()
    field.field.setText(CANARY)
    field.say_trouble(SecretError(SecretTrouble.LOCKED, "KeyringLocked"))
    assert field.this_run_button.isVisible()
    assert field.typed == Secret(CANARY)
    with qtbot.waitSignal(field.this_run_wanted):
        field.this_run_button.click()


def test_after_saving_the_field_is_empty_and_says_where(field: SecretField, qtbot: QtBot) -> None:
    open_for(field, "s", qtbot)
    field.field.setText(CANARY)
    field.show_kept(SecretPlace(SecretHome.KEYRING, "KWallet"), Secret(CANARY))
    assert field.typed is None
    assert field.note.text() == "Kept in KWallet, never in a file."


def test_a_look_that_comes_too_late_is_not_believed(field: SecretField, qtbot: QtBot, runner: Runner) -> None:
    field.open_for("s")
    field.show_kept(SecretPlace(SecretHome.KEYRING, "KWallet"), Secret(CANARY))
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    assert field.note.text() == "Kept in KWallet, never in a file."


def test_a_look_that_comes_after_the_window_is_gone_finds_nobody(qtbot: QtBot, runner: Runner, theme: Theme) -> None:
    unlocked = Event()

    class Asking(KeyringSecrets):
        """Waits for the person to answer a prompt."""

        def get(self, profile_id: str) -> Secret | None:
            assert unlocked.wait(20)
            return super().get(profile_id)

    field = SecretField(Asking(), runner, theme)
    field.open_for("s")
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    unlocked.set()
    let_workers_finish(runner, qtbot)


def test_any_other_error_is_told_as_a_refusal(field: SecretField) -> None:
    field.say_trouble(SecretError(SecretTrouble.NOT_KEPT, ""))
    assert "something else" in field.note.text()
    field.say_trouble(SecretError(SecretTrouble.REFUSED, ""))
    assert "refused" in field.note.text()
    assert not field.this_run_button.isVisible()  # nothing was typed


@pytest.fixture
def copying(qtbot: QtBot, runner: Runner, theme: Theme, clipboard_text: None) -> SecretField:
    """A field with a button to copy, whose clipboard counts quickly."""
    confidential = ConfidentialClipboard(QGuiApplication.clipboard(), 3, 20)
    field = SecretField(KeyringSecrets(), runner, theme, confidential)
    qtbot.addWidget(field)
    field.show()
    return field


def test_without_a_confidential_clipboard_there_is_no_button_to_copy(field: SecretField) -> None:
    field.field.setText(CANARY)
    assert not field.copy_button.isVisible()
    field.copy_button.click()
    assert not field.copied.isVisible()


def test_a_copied_key_is_counted_down_and_taken_away(copying: SecretField, qtbot: QtBot) -> None:
    open_for(copying, "s", qtbot)
    assert not copying.copy_button.isEnabled()
    copying.field.setText(CANARY)
    assert copying.copy_button.isEnabled()
    copying.copy_button.click()
    assert QGuiApplication.clipboard().text() == CANARY
    assert copying.copied.text() == "Copied. The clipboard is cleared in 3 s."
    assert copying.copied.isVisible()
    qtbot.waitUntil(lambda: copying.copied.text() == "Copied. The clipboard is cleared in 1 s.")
    qtbot.waitUntil(lambda: not copying.copied.isVisible())
    assert QGuiApplication.clipboard().text() == ""


def test_a_kept_key_can_be_copied_without_being_shown(copying: SecretField, qtbot: QtBot) -> None:
    open_for(copying, "s", qtbot)
    copying.show_kept(SecretPlace(SecretHome.KEYRING, "KWallet"), Secret(CANARY))
    copying.copy_button.click()
    assert QGuiApplication.clipboard().text() == CANARY
    assert CANARY not in copying.copied.text() + copying.copied.accessibleName() + copying.shown.text()
    open_for(copying, "other", qtbot)
    assert not copying.copied.isVisible()  # said of another connection it would be misread
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


class Asking(KeyringSecrets):
    """A keyring that waits for a person who does not come."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Event()

    def get(self, profile_id: str) -> Secret | None:
        assert self.answered.wait(20)
        return super().get(profile_id)


def test_a_keyring_that_asks_the_person_is_said_to_be_waiting(
    qtbot: QtBot, runner: Runner, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_field, "SLOW", 20)
    secrets = Asking()
    field = shown_field(secrets, qtbot, runner, theme)
    field.open_for("s")
    qtbot.waitUntil(lambda: "asking you in a window of its own" in field.note.text())
    secrets.answered.set()
    qtbot.waitUntil(lambda: "will be kept in memory" in field.note.text())
