"""A keyring may ask the person and wait for a minute: the editor says so, and there is always a way to go on."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import SecretPlace
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui import profile_editor
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import CANARY, SANDBOX
from tests.ui.editing import Open, editors


class Asking(KeyringSecrets):
    """A keyring that asks before it keeps something."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Event()

    def put(self, profile_id: str, secret: Secret) -> SecretPlace:
        assert self.answered.wait(20)
        return super().put(profile_id, secret)


@pytest.fixture
def keyring() -> Asking:
    return Asking()


@pytest.fixture
def open_editor(
    home: Path, keyring: Asking, qtbot: QtBot, runner: Runner, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    monkeypatch.setattr(profile_editor, "SLOW", 20)
    with editors(home, keyring, qtbot, runner, theme) as start:
        yield start
        keyring.answered.set()


def test_the_key_can_be_kept_for_this_run_instead(open_editor: Open, keyring: Asking, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    secret = editor.pages.basic.secret
    secret.field.setText(CANARY)
    editor.save.click()
    qtbot.waitUntil(lambda: "asking you in a window of its own" in editor.note.text())
    assert secret.typed == Secret(CANARY)
    secret.this_run_button.click()
    qtbot.waitUntil(lambda: editor.note.text() == "Saved.")
    assert keyring.get("s") == Secret(CANARY)
    keyring.answered.set()  # what the keyring says now interests nobody any more
    assert editor.note.text() == "Saved."


def test_it_can_be_closed_while_the_keyring_asks(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    editor.pages.basic.secret.field.setText(CANARY)
    editor.save.click()
    qtbot.waitUntil(lambda: "asking you in a window of its own" in editor.note.text())
    editor.shut.click()
    assert not editor.isVisible()


def test_an_answer_that_comes_in_the_end_is_taken(open_editor: Open, keyring: Asking, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    editor.pages.basic.secret.field.setText(CANARY)
    editor.save.click()
    qtbot.waitUntil(lambda: "asking you in a window of its own" in editor.note.text())
    keyring.answered.set()
    qtbot.waitUntil(lambda: editor.note.text() == "Saved.")
    assert not editor.pages.basic.secret.this_run_button.isVisible()
