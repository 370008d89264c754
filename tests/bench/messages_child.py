"""Big answers over a real line into the real view, in a process of its own.

Run as `python -m tests.bench.messages_child PORT ROUNDS`. Prints one JSON line: the longest gap of the GUI thread in
milliseconds when idle and in each round, and the memory in MiB before all of them, at most, and after.
"""

import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from mktgui.desktop import make_qt
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.outcome import Answered
from mktgui.domain.ports import Transport
from mktgui.domain.profile import Profile
from mktgui.domain.recording import Context, context_of
from mktgui.domain.secret import Secret
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.storage.history import SqliteHistory
from mktgui.ui.main_window import MainWindow
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.collector import Collector
from mktgui.workers.runner import Runner
from tests.bench.calls import window_parts
from tests.bench.window_child import resident

BEAT = 2  # milliseconds
SETTLE = 700  # milliseconds until what was freed has gone back
CALL = SyncLead(email="ana@corp.example", attributes=(AttributeToSend("Title", "CTO"),))
SIZE = (1024, 640)


class Pulse:
    """Beats on the GUI thread, and remembers how long it had to wait for a beat."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.start_over()

    def start_over(self) -> None:
        """Forget the longest gap."""
        self._last, self.longest = time.perf_counter(), 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


class Reader:
    """The messages in the drawer of the real window, and calls to a server that answers big or small."""

    def __init__(self, theme: Theme, port: str, home: Path) -> None:
        self.runner, self._port, self._loop = Runner(), port, QEventLoop()
        self._envelopes, self._store = EnvelopeBuilder(), SqliteHistory(home / "history")
        parts = window_parts(theme, self.runner, self._connect_for, self._store, self._envelopes, home)
        self.window = MainWindow(parts)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.page.show_tab(1)
        self.view = self.window.page.exchange
        # Made once: what is connected anew in each round would stay in the memory that is measured.
        self._awaited, self._alarm = "", QTimer()
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._loop.quit)
        self.view.response.view.filled.connect(partial(self._come, "filled"))
        self.view.response.view.clearing.done.connect(partial(self._come, "gone"))

    def wait(self, milliseconds: int) -> None:
        """So long, and everything else has its turn meanwhile."""
        self._alarm.start(milliseconds)
        self._loop.exec()

    def wait_for(self, what: str) -> None:
        """Until the long text has come, or is gone."""
        self._awaited = what
        while self._awaited:
            self._loop.exec()

    def _come(self, what: str) -> None:
        if what == self._awaited:
            self._awaited = ""
            self._loop.quit()

    def call(self, path: str) -> None:
        """Send, and show what came, all of it."""
        profile = Profile(id="b", name="B", endpoint=f"http://127.0.0.1:{self._port}/{path}", user_id="acme1_55")
        job = self.runner.call(CALL, self._connect_for(context_of(profile)))
        job.finished.connect(self._show)
        response = self.view.response
        while not response.view.text():
            self.wait_for("filled")

    def _connect_for(self, context: Context) -> Transport:
        return SoapTransport(context.profile, lambda: Secret("key"), self._envelopes, lambda: datetime.now(UTC))

    def _show(self, outcome: object) -> None:
        assert isinstance(outcome, Answered), outcome
        self.view.show_exchange(outcome.exchange)
        if self.view.response.pages.currentWidget() is self.view.response.guard:
            self.view.response.guard.all.click()

    def close(self) -> None:
        """Shut what the window stands on."""
        self.runner.close()
        self._store.close()

    def close_message(self) -> None:
        """Show nothing any more, and wait until it is gone."""
        response = self.view.response
        was_long = response.view.document().blockCount() > 10_000
        self.view.show_exchange(None)
        if was_long:
            self.wait_for("gone")
        self.wait(SETTLE)


def main(port: str, rounds: int) -> None:
    """Measure, tell, and end."""
    qt = make_qt(["mktgui"])
    theme, collector = Theme(qt, Scheme.LIGHT), Collector()
    with tempfile.TemporaryDirectory() as home:
        reader, pulse = Reader(theme, port, Path(home)), Pulse()
        collector.start()
        reader.call("small")
        reader.close_message()
        pulse.start_over()
        reader.wait(SETTLE)
        told: dict[str, object] = {"idle": pulse.longest, "before": resident() / 1024}
        stalls, most = [], 0.0
        for _ in range(rounds):
            pulse.start_over()
            reader.call("big")
            stalls.append(pulse.longest)
            most = max(most, resident() / 1024)
            reader.close_message()
        told |= {"stalls": stalls, "most": most, "after": resident() / 1024}
        reader.window.close()
        reader.close()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
