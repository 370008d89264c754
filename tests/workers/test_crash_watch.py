"""Whatever breaks, wherever it breaks, ends in one report that holds nobody's values."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, QTimerEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mktgui.storage.crash_reports import CrashReports
from mktgui.wire.redact import mask_text
from mktgui.workers import crash_watch
from mktgui.workers.crash_watch import CrashWatch
from mktgui.workers.work import Crash, crash_from
from tests.domain.canaries import REQUEST, SECRET, VALUE, assert_no_canary

ROOT = Path(__file__).parents[2]

# pytest-qt has a hook of its own, which would be asked first
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> Iterator[CrashWatch]:
    before = sys.excepthook, threading.excepthook
    watch = CrashWatch(CrashReports(tmp_path / "log", mask_text, {"mktgui": "0"}).keep)
    watch.install()
    yield watch
    watch.remove()
    assert (sys.excepthook, threading.excepthook) == before


def files(tmp_path: Path) -> list[str]:
    return [path.read_text() for path in sorted((tmp_path / "log").glob("crash-*.txt"))]


def breaks(lead_value: str = VALUE) -> None:
    secret = SECRET
    raise ValueError(f"{secret} {lead_value} {REQUEST}")


def test_an_exception_in_a_slot_is_reported_after_the_slot(
    watch: CrashWatch, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(watch.crashed) as heard:
        QTimer.singleShot(0, breaks)
    [text] = heard.args or []
    assert files(tmp_path) == [text]
    assert "what: ValueError" in text
    assert "in breaks\nbuiltins.ValueError\n" in text
    assert_no_canary(text)
    said = capsys.readouterr()
    assert_no_canary(said.out + said.err)
    assert said.err.startswith("mktgui: ValueError\n")


def test_an_exception_in_a_virtual_method_of_qt_is_reported(watch: CrashWatch, qtbot: QtBot, tmp_path: Path) -> None:
    class Broken(QObject):
        """Breaks at the first event."""

        def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
            self.killTimer(event.timerId())
            breaks()

    broken = Broken()
    with qtbot.waitSignal(watch.crashed) as heard:
        broken.startTimer(0)
    assert_no_canary(str(heard.args))
    assert "in timerEvent" in files(tmp_path)[0]


def test_an_exception_on_another_thread_is_reported_on_this_one(
    watch: CrashWatch, qtbot: QtBot, tmp_path: Path
) -> None:
    heard_on: list[threading.Thread] = []
    watch.crashed.connect(lambda: heard_on.append(threading.current_thread()))
    with qtbot.waitSignal(watch.crashed):
        worker = threading.Thread(target=breaks)
        worker.start()
        worker.join()
    assert heard_on == [threading.main_thread()]
    assert_no_canary(files(tmp_path)[0])


def test_the_file_is_there_before_the_window_hears_of_it(watch: CrashWatch, tmp_path: Path) -> None:
    told = QSignalSpy(watch.crashed)
    try:
        breaks()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(files(tmp_path)) == 1
    assert told.count() == 0  # it comes when the event loop turns, not in the middle of what failed


def test_the_same_crash_is_reported_once(watch: CrashWatch, qtbot: QtBot, tmp_path: Path) -> None:
    told = QSignalSpy(watch.crashed)
    for _ in range(5):
        QTimer.singleShot(0, breaks)
    with qtbot.waitSignal(watch.crashed):
        pass
    watch.take(Crash("KeyError", "elsewhere"))
    qtbot.waitUntil(lambda: told.count() == 2)
    assert len(files(tmp_path)) == 2


def test_more_than_a_few_different_ones_are_not_reported(
    watch: CrashWatch, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash_watch, "MOST", 3)
    told = QSignalSpy(watch.crashed)
    for number in range(6):
        watch.take(Crash("ValueError", str(number)))
    qtbot.waitUntil(lambda: told.count() == 3)
    assert len(files(tmp_path)) == 3


def test_a_crash_of_a_job_can_be_handed_in(watch: CrashWatch, qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="canary") as caught:
        breaks()
    with qtbot.waitSignal(watch.crashed) as heard:
        watch.take(crash_from(caught.value))
    assert_no_canary(str(heard.args).replace("test_crash_watch", ""))


def test_ctrl_c_is_no_crash(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *seen: asked.append(seen[0]))
    watch = CrashWatch(CrashReports(tmp_path / "log", mask_text, {}).keep)
    watch.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    watch.remove()
    assert asked == [KeyboardInterrupt]
    assert files(tmp_path) == []


@pytest.mark.parametrize("ending", [SystemExit, None])
def test_a_thread_that_ends_itself_is_no_crash(
    watch: CrashWatch, tmp_path: Path, ending: type[BaseException] | None
) -> None:
    kind = ending or ValueError
    threading.excepthook(threading.ExceptHookArgs((kind, ending() if ending else None, None, None)))
    assert files(tmp_path) == []


def test_a_report_that_cannot_be_made_does_not_hide_the_crash(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    def keep(_type_name: str, _trace: str) -> str:
        raise OSError("no room")

    watch = CrashWatch(keep)
    watch.install()
    try:
        sys.excepthook(KeyError, KeyError(SECRET), None)
    finally:
        watch.remove()
    assert capsys.readouterr().err == "mktgui: KeyError\nbuiltins.KeyError\n"


def test_without_a_terminal_it_is_reported_all_the_same(
    watch: CrashWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(KeyError, KeyError(SECRET), None)
    assert len(files(tmp_path)) == 1


def test_after_the_window_system_is_gone_the_file_is_still_written(qapp: QApplication, tmp_path: Path) -> None:
    watch = CrashWatch(CrashReports(tmp_path / "log", mask_text, {}).keep)
    delete(watch)
    watch.take(Crash("KeyError", "at the end"))
    assert len(files(tmp_path)) == 1


GOING_DOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mktgui.storage.crash_reports import CrashReports
from mktgui.wire.redact import mask_text
from mktgui.workers.crash_watch import CrashWatch
application = QCoreApplication([])
watch = CrashWatch(CrashReports(Path(sys.argv[1]) / "log", mask_text, {}).keep)
watch.install()
secret = sys.argv[2]
raise RuntimeError(secret)
"""


def test_a_program_that_goes_down_leaves_its_report(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GOING_DOWN, str(tmp_path), SECRET],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    [text] = files(tmp_path)
    assert "what: RuntimeError" in text
    assert_no_canary(text + done.stdout + done.stderr)
