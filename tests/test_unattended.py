"""The self-check drives the whole program and leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mktgui import unattended
from mktgui.app import Options
from tests.applications import with_own_loop


def test_it_runs_in_a_home_of_its_own(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_own_loop(qapp, monkeypatch, unattended)
    assert unattended.run_self_check(Options(language="en"), None) == 0
    assert capsys.readouterr().out.endswith("ok\n")
    assert list(home.iterdir()) == []
    for widget in QApplication.topLevelWidgets():
        widget.close()
