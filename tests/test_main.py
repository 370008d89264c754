"""The command line: what it prints, what it refuses, and that the program starts from it."""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui import __version__, unattended
from mktgui import app as roof
from mktgui.__main__ import broken_pair, hasten, main
from mktgui.app import Options
from tests.applications import applications


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"mktgui {__version__}\n"


def test_ctrl_c_at_the_start_prints_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL


@pytest.mark.parametrize(
    ("qt", "python", "broken"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("7.0.1", (3, 11), True),
    ],
)
def test_a_qt_that_aborts_on_this_python_is_refused_in_words(qt: str, python: tuple[int, int], broken: bool) -> None:  # noqa: FBT001 - a column of the table
    words = broken_pair(qt, python)
    assert bool(words) is broken
    assert ("Nothing was started" in words) is broken


def test_such_a_pair_starts_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("PySide6.__version__", "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    assert main([]) == 1
    assert "6.12.0 aborts on Python 3.11" in capsys.readouterr().err


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The command changes what Ctrl-C does to its process."""
    on_interrupt = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, on_interrupt)


def test_arguments_reach_the_roof(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[object] = []

    def run(options: Options) -> int:
        asked.append(options)
        return 0

    def check(options: Options, screenshots: Path | None) -> int:
        asked.append((options, screenshots))
        return 1

    monkeypatch.setattr(roof, "run", run)
    monkeypatch.setattr(unattended, "run_self_check", check)
    assert main([]) == 0
    assert asked.pop() == Options()
    assert main(["--practice", "--home", str(tmp_path), "--language", "zh_CN"]) == 0
    assert main(["--self-check", "--screenshots", str(tmp_path)]) == 1
    assert asked == [Options(practice=True, home=tmp_path, language="zh_CN"), (Options(), tmp_path)]


def test_without_arguments_it_takes_those_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["mktgui", "--no-such"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


def test_at_the_start_the_collector_rests_and_no_source_text_is_read() -> None:
    script = (
        "import gc, linecache; from mktgui.__main__ import hasten; print(hasten()); "
        "import mktgui.domain.plan, PySide6.QtWidgets; "
        "print(gc.isenabled(), [name for name in linecache.cache if 'mktgui' in name])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{PySide6.__version__}\nFalse []\n"


AFTER_THE_PAINT = """
import os, pathlib, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from mktgui.__main__ import hasten
hasten()
from mktgui.app import Application, Options
from mktgui.desktop import make_qt
application = Application(make_qt(["mktgui"]), Options(practice=True, home=pathlib.Path(sys.argv[1])))
read = [name for name in sys.argv[2:] if name in sys.modules]
application.close()
print(read)
"""


def test_what_the_first_paint_does_not_need_is_read_later(tmp_path: Path) -> None:
    """Each of these was there once, for one name in an annotation or one exception that was to be caught."""
    late = (
        *(f"mktgui.domain.{name}" for name in ("answers", "check", "exchange", "guard", "keeping", "known", "plan")),
        *(f"mktgui.domain.{name}" for name in ("field_map", "outcome", "ports", "story")),
        *(f"mktgui.ui.{name}" for name in ("attribute_clipboard", "cell_delegate", "drawer", "halt_note", "marks")),
        *(f"mktgui.ui.{name}" for name in ("lead_chooser", "notice_bar", "side_lists")),
        *("mktgui.domain.calls", "mktgui.domain.lead", "mktgui.domain.zones", "mktgui.ui.typed_values"),
        *("mktgui.ui.line_breaks", "mktgui.workers.collector", "mktgui.signals"),
        *("mktgui.practice", "mktgui.soap", "mktgui.storage.history", "mktgui.wire"),
        *("_hashlib", "importlib.resources", "json", "lxml", "requests", "sqlite3", "tomllib", "uuid", "zeep"),
        *("argparse", "datetime", "logging", "queue"),
    )
    command = [sys.executable, "-c", AFTER_THE_PAINT, str(tmp_path), *late]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_after_the_first_paint_the_window_collects(qapp: QApplication, qtbot: QtBot, home: Path) -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    hasten()
    with applications(qapp, qtbot, home) as start:
        start()
        watched = weakref.ref(Ring())
        many = [[number] for number in range(3_000)]
        qtbot.waitUntil(lambda: watched() is None)
        assert many


def test_as_a_module_it_is_the_same_command() -> None:
    command = [sys.executable, "-m", "mktgui", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout == f"mktgui {__version__}\n"
