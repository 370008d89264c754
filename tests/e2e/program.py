"""`python -m mktgui` as a process of its own, with everything a person or the system may do to it."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests.e2e.desk import ROOT, Desk
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.waiting import until
from tests.e2e.x_server import XServer

Start = Callable[..., "Program"]
NOISE = "QSpiApplication::"  # of Qt, where the registry of the accessibility bus is slow to answer on a busy machine
PROMPT = 3.0  # seconds within which it has to end, whatever is under way


class Program:
    """One run. What it prints goes to files beside its home."""

    def __init__(self, desk: Desk, home: Path, *arguments: str) -> None:
        self.home, self._desk = home, desk
        self._out, self._err = home.with_suffix(".out"), home.with_suffix(".err")
        with self._out.open("a") as out, self._err.open("a") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mktgui", "--home", str(home), *arguments],
                cwd=ROOT,
                env=desk.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                text=True,
            )

    @cached_property
    def reader(self) -> ScreenReader:
        """A screen reader, once the window is there."""
        return ScreenReader(self._desk.accessibility, self.process.pid)

    @cached_property
    def x(self) -> XServer:
        return XServer(self._desk.display)

    @property
    def printed(self) -> str:
        """On both streams."""
        return self._out.read_text() + self._err.read_text()

    def windows(self) -> list[int]:
        """What it has on the screen, the main window first, what opened last at the end."""
        return until(lambda: self.x.windows_of(self.process.pid), lambda: f"no window; it printed: {self.printed}")

    def take_keyboard(self) -> None:
        """Let the window on top have the keyboard, as a window manager does. The reader is there to be told of it."""
        _ = self.reader
        self.x.focus(self.windows()[-1])

    def quit(self) -> None:
        """Close the window as a person does; it has to end in good order."""
        self.x.ask_to_close(self.windows()[0])
        assert self.status() == 0

    def status(self, patience: float = PROMPT) -> int:
        """How it ended. It must not take long, and must not say anything."""
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
            raise AssertionError(f"it does not end; it printed: {self.printed}") from None
        said = [line for line in self.printed.splitlines() if not line.startswith(NOISE)]
        assert not said, f"it printed: {self.printed}"
        return status

    def clear_away(self) -> None:
        """Leave nothing, whatever happened. Pytest shows what is said here when the test has failed."""
        sys.stdout.write(f"process {self.process.pid}: status {self.process.poll()}, printed: {self.printed!r}\n")
        self.process.kill()
        self.process.wait()
        for name in {"reader", "x"} & vars(self).keys():
            getattr(self, name).close()


@contextmanager
def programs(desk: Desk) -> Iterator[Start]:
    """Starts as many as are asked for, and clears them all away."""
    started: list[Program] = []

    def start(home: Path, *arguments: str) -> Program:
        started.append(Program(desk, home, *arguments))
        return started[-1]

    try:
        yield start
    finally:
        for program in started:
            program.clear_away()
