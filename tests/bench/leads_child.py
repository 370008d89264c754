"""A big lead in the whole window, in a process of its own: looked at, sent, filtered, read in its message, and dropped.

Run as `python -m tests.bench.leads_child PORT ROUNDS [rest]`. Prints one JSON line: for each act the longest gap of the
GUI thread in milliseconds in each round, and how long the act took.
"""

import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QEventLoop, QTimer

from mktgui.desktop import make_qt
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.ports import LoadedProfiles, Transport
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.recording import Context
from mktgui.domain.secret import Secret
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.storage.history import SqliteHistory
from mktgui.ui.main_window import MainWindow
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.collector import Collector
from mktgui.workers.crew import Crew
from mktgui.workers.recorded import RecordedTransport
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import Work
from tests.bench.calls import window_parts
from tests.bench.messages_child import Pulse
from tests.ui.desk import fail

if TYPE_CHECKING:
    from collections.abc import Callable

EMAIL = "ana@corp.example"
SIZE = (1280, 800)
QUIET = 300  # milliseconds in which no job is open and next to nothing is done: then what an act has set off is over
IDLE = 0.3  # of a processor: the beat takes a tenth, anything that is worth the name more than half


class Watched(Runner):
    """A runner that tells whether it has nothing to do."""

    def __init__(self) -> None:
        super().__init__()
        self._started: WeakSet[Job] = WeakSet()

    @property
    def rests(self) -> bool:
        """Whether no job is open."""
        return not any(job.is_open for job in self._started)

    def start(self, work: Work, *expected: type[Exception]) -> Job:
        job = super().start(work, *expected)
        self._started.add(job)
        return job


class Sheet:
    """The window on a server whose every lead is big."""

    def __init__(self, theme: Theme, port: str, home: Path, *, rest: bool) -> None:
        self.runner, self._loop, self.pulse = Watched(), QEventLoop(), Pulse()
        self._clerk, self._store = Crew(1, "clerk"), SqliteHistory(home / "history")
        envelopes, told = EnvelopeBuilder(), Told()

        def connect_for(context: Context) -> Transport:
            if context.profile.transport is TransportKind.REST:
                line: Transport = RestTransport(context.profile, lambda: Secret("key"), told)
            else:
                line = SoapTransport(context.profile, lambda: Secret("key"), envelopes, lambda: datetime.now(UTC))
            return RecordedTransport(line, self._store, context, fail, self._clerk.submit_for_later)

        base = f"http://127.0.0.1:{port}"
        profile = Profile(
            id="b",
            name="B",
            endpoint=f"{base}/rest" if rest else f"{base}/big",
            user_id="acme1_55",
            transport=TransportKind.REST if rest else TransportKind.SOAP,
        )
        self._name = "title" if rest else "Title"
        self.window = MainWindow(window_parts(theme, self.runner, connect_for, self._store, envelopes, home, told))
        self.window.resize(*SIZE)
        self.window.show_profiles(LoadedProfiles((profile,)), profile.id)
        self.window.show()
        self.page = self.window.page
        self.acts: dict[str, Callable[[], None]] = {
            "look": self._look,
            "send": self._send,
            "filter the table": lambda: self.page.table.filter.text.setText("field_1"),
            "filter it no more": lambda: self.page.table.filter.text.setText(""),
            "filter the result": lambda: self.page.result.filter.setText("field_1"),
            "filter it no longer": lambda: self.page.result.filter.setText(""),
            "show the messages": partial(self.page.show_tab, 1),
            "reveal the answer": self._reveal,
            "find in it": self._find,
            "show it raw": self._show_raw,
            "show it formatted": self._show_formatted,
            "show its details": self._show_details,
            "look again": self._look_again,
            "another lead": lambda: self.page.show_draft(Draft(email="bob@corp.example")),
        }
        self.rest()

    def rest(self) -> None:
        """Until nothing has gone on for a while, on any thread."""
        worked = 1.0
        while worked > IDLE or not self.runner.rests:
            began, cpu = time.perf_counter(), time.process_time()
            self._wait(QUIET)
            worked = (time.process_time() - cpu) / (time.perf_counter() - began)

    def act(self, name: str) -> float:
        """The longest gap until everything that it sets off is over."""
        self.pulse.start_over()
        QTimer.singleShot(0, self.acts[name])
        self.rest()
        return self.pulse.longest

    def close(self) -> None:
        """Shut it."""
        self.window.close()
        self.runner.close()
        self._clerk.close(1.0)
        self._store.close()

    def _wait(self, milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, self._loop.quit)
        self._loop.exec()

    def _look(self) -> None:
        self.page.show_draft(Draft(email=EMAIL, rows=(Row(self._name, edit_from_text("CTO")),)))
        self.page.load()

    def _look_again(self) -> None:
        self.page.show_tab(0)
        self.page.load()

    def _send(self) -> None:
        self.page.send()

    def _reveal(self) -> None:
        self.page.exchange.response.guard.all.click()

    def _show_raw(self) -> None:
        self.page.exchange.response.raw.click()

    def _show_formatted(self) -> None:
        self.page.exchange.response.formatted.click()

    def _show_details(self) -> None:
        self.page.exchange.response.details.click()

    def _find(self) -> None:
        view = self.page.exchange.response
        view.find_bar.open()
        view.find_bar.text.setText("Field_49")


def main(port: str, rounds: int, *, rest: bool) -> None:
    """Measure, tell, and end."""
    qt = make_qt(["mktgui"])
    theme, collector = Theme(qt, Scheme.LIGHT), Collector()
    with tempfile.TemporaryDirectory() as home:
        sheet = Sheet(theme, port, Path(home), rest=rest)
        collector.start()
        told: dict[str, list[float]] = {name: [] for name in sheet.acts}
        for _ in range(rounds):
            for name, gaps in told.items():
                gaps.append(sheet.act(name))
        sheet.close()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), rest="rest" in sys.argv[3:])
