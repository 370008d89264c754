"""What every test stands on: an offscreen Qt, silence as the norm, and no way to a person's own files or keyring."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt loads
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # no test can touch a person's keyring
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

import pytest
from coverage import Coverage
from hypothesis import settings

settings.register_profile("mktgui", deadline=None)  # no test is a stopwatch: machines are busy
settings.load_profile("mktgui")

ROOT = Path(__file__).parent.parent
MEASURED = pytest.StashKey[Coverage | None]()
RUNNING = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let packaging/test ask which test file covered which line."""
    parser.addoption("--context-by-file", action="store_true", help="tell coverage which test file is running")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Name the test file as the context of what is covered from now on, on every thread.

    What no module is measured by runs without: measuring doubles the time of a test. Nothing is said twice of one
    file: with each word, coverage writes to its database.
    """
    if not item.config.getoption("--context-by-file") or item.config.stash.get(RUNNING, None) == item.path:
        return
    item.config.stash[RUNNING] = item.path
    current = Coverage.current()
    measured = item.config.stash.setdefault(MEASURED, current)
    if measured is None:
        return
    if is_a_mirror(item.path):
        if current is None:
            measured.start()
        measured.switch_context(item.path.relative_to(ROOT).as_posix())
    elif current is not None:
        measured.stop()


@cache
def is_a_mirror(path: Path) -> bool:
    """Whether a test file is what a module is measured by: tests/a/test_b.py for mktgui/a/b.py."""
    folder = ROOT / "mktgui" / path.parent.relative_to(ROOT / "tests")
    return any(path.stem == f"test_{module.stem.strip('_')}" for module in folder.glob("*.py"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, with nothing of the machine's proxies in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder))
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name in {"REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "NETRC"}:
            monkeypatch.delenv(name)
    return folder


@pytest.fixture(autouse=True, scope="session")
def collect_here() -> Iterator[None]:
    """As the program does: a worker that collects would destroy windows of earlier tests on its own thread."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What this test left behind goes on this thread: a little after each, and everything now and then."""
    yield
    due = [number for number, limit in enumerate(gc.get_threshold()) if limit and gc.get_count()[number] > limit]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning that no test expected is a failure; a test that expects one clears `caplog`."""
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud}"


@pytest.fixture(autouse=True)
def no_window_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A widget that outlives its test would strike another one later."""
    yield
    if "PySide6.QtWidgets" not in sys.modules or "qapp" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - tests without Qt must not load it

    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not left, f"still open: {left}"
