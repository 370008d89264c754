"""A keyring may ask the person and wait for a minute: the editor says so, and there is always a way to go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.ui import profile_editor
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import CANARY, SANDBOX
from tests.ui.editing import Asking, Open, editors


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
