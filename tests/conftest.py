"""What every test stands on: an offscreen Qt, silence as the norm, and no way to a person's own files or keyring."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from shutil import rmtree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt loads
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # no test can touch a person's keyring
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

import pytest
from coverage import Coverage
from hypothesis import settings

settings.register_profile("mktgui", deadline=None)  # no test is a stopwatch: machines are busy
settings.load_profile("mktgui")
gc.disable()  # while tests are read in, next to nothing goes; from then on see `collect_here`

ROOT = Path(__file__).parent.parent
MEASURED = pytest.StashKey[Coverage | None]()
RUNNING = pytest.StashKey[Path]()
TESTS_BETWEEN = 500  # two looks at everything, each of which takes a fifth of a second


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


HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True, scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for whoever asks for none, with nothing of the machine's proxies in it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as machine:
        for name in HOMES:
            machine.setenv(name, str(folder))
        for name in list(os.environ):
            if name.lower().endswith("_proxy") or name in {"REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "NETRC"}:
                machine.delenv(name)
        yield folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(autouse=True)
def at_home(request: pytest.FixtureRequest, empty_home: Path) -> Iterator[None]:
    """A test that has files has a home of its own; most have none, and find the one for all as empty as it was."""
    if "tmp_path" in request.fixturenames:
        request.getfixturevalue("home")
    yield
    for left in empty_home.iterdir():
        if left.is_dir() and not left.is_symlink():
            rmtree(left)
        else:
            left.unlink()


@pytest.fixture(autouse=True, scope="session")
def collect_here() -> Iterator[Callable[[], None]]:
    """As the program does: a worker that collects would destroy windows of earlier tests on its own thread.

    All tests there are make so many objects that to look at them takes as long as many a test. So what is there is set
    aside, and after a test only what it left is looked at. What becomes a ring later, or was let loose again by a
    program in a test, is found when everything is looked at, now and then.
    """
    tests = count(1)

    def collect() -> None:
        if next(tests) % TESTS_BETWEEN == 0:
            gc.unfreeze()
            gc.collect()
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)
        gc.freeze()

    gc.collect()
    gc.freeze()
    yield collect
    gc.unfreeze()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def collected(collect_here: Callable[[], None]) -> Iterator[None]:
    """What this test left behind goes on this thread."""
    yield
    collect_here()


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
