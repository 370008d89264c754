"""The self-check does the main job in a real window, and fails loudly where a step does not hold."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui import selfcheck
from mktgui.app import Application
from mktgui.selfcheck import OVER_REST, OVER_SOAP, SelfCheck, is_kept
from mktgui.storage.history import SqliteHistory
from tests.applications import Start, applications
from tests.storage.past_calls import NOON, begun, ended


def job(attribute: str) -> list[str]:
    return [
        "load ana.ruiz@acme.example",
        f"{attribute} is found in the table",
        "value typed, Send is open",
        "sent, and the window says what happened",
        "the lead was updated",
        "the result shows the new value",
        "the raw request and response are there",
        "read back: the value stuck",
        "the send is in the history, with its messages",
    ]


STEPS = [
    "the window is open on the practice server",
    *job("Title"),
    "another value typed, to be sent the other way",
    "one click, and the window speaks REST",
    "the change came along under its REST name",
    *job("title"),
]
SHOTS = ("loaded", "filled-in", "result", "messages")
PICTURES = [f"{number}-{name}.png" for number, name in enumerate((*SHOTS, *SHOTS), start=1)]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Start]:
    with applications(qapp, qtbot, home) as start:
        yield start


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    history = SqliteHistory(tmp_path / "history")
    yield history
    history.close()


def made_check(application: Application, folder: Path | None = None) -> SelfCheck:
    connect = application.connections.connect
    return SelfCheck(application.window, application.runner, connect, application.history, folder)


def test_every_step_holds_and_is_told(
    start: Start, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    application = start()
    folder = tmp_path / "pictures"
    check = made_check(application, folder)
    with qtbot.waitSignal(check.ended, timeout=60_000) as ended:
        check.start()
    assert ended.args == [0]
    lines = capsys.readouterr().out.splitlines()
    assert [line.removeprefix("ok    ") for line in lines if line.startswith("ok    ")] == STEPS
    assert lines[-1] == "ok"
    assert sorted(path.name for path in folder.iterdir()) == PICTURES


def test_a_step_that_does_not_hold_ends_it_with_what_the_window_says(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(selfcheck, "PATIENCE", 1_500)
    application = start()
    application.connections.practice.server().next("fault-20105", 2)
    check = made_check(application)
    with qtbot.waitSignal(check.ended, timeout=60_000) as ended:
        check.start()
    assert ended.args == [1]
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("FAIL  load ana.ruiz@acme.example (the window says: Not read. ")


def test_a_send_that_is_not_in_the_history_does_not_hold(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(selfcheck, "PATIENCE", 1_500)
    application = start()
    monkeypatch.setattr(selfcheck, "is_kept", lambda *_what: False)
    check = made_check(application)
    with qtbot.waitSignal(check.ended, timeout=60_000) as ended:
        check.start()
    assert ended.args == [1]
    assert capsys.readouterr().out.splitlines()[-1].startswith("FAIL  the send is in the history")


def test_what_is_not_to_be_kept_need_not_be_there(history: SqliteHistory) -> None:
    since = NOON
    assert not is_kept(history, OVER_REST, since)
    history.keep_values(keep=False)
    call = begun(profile_id=OVER_REST.profile.id)
    history.begin(call)
    assert not is_kept(history, OVER_REST, since)
    history.finish(call, ended())
    assert is_kept(history, OVER_REST, since)
    assert not is_kept(history, OVER_SOAP, since)


def test_as_a_command_it_exits_with_0_and_leaves_nothing_behind(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = dict(os.environ, TMPDIR=str(scratch))
    command = [sys.executable, "-m", "mktgui", "--self-check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "ok"
    assert done.stderr == ""
    assert list(scratch.iterdir()) == []
