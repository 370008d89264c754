"""Does the main job in the real window, as a person would, and says how each step went."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mktgui.domain.answers import Found
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.ports import Connect
from mktgui.domain.profile import PRACTICE
from mktgui.ui.attribute_cells import Column
from mktgui.ui.main_window import MainWindow
from mktgui.ui.record_model import Column as ResultColumn
from mktgui.workers.runner import Runner

EMAIL = "ana.ruiz@acme.example"  # the lead for newcomers in the practice world
ATTRIBUTE, VALUE = "Title", "VP Marketing (self-check)"
PATIENCE = 30_000  # milliseconds for a step
POLL = 10

Until = Callable[[], bool]


class SelfCheck(QObject):
    """Steps one after the other, each given up after `PATIENCE`. Needs a window on the practice profile."""

    ended = Signal(int)
    """0 where every step held, 1 where one did not."""

    def __init__(self, window: MainWindow, runner: Runner, connect: Connect, screenshots: Path | None) -> None:
        super().__init__()
        self._window, self._runner, self._connect, self._screenshots = window, runner, connect, screenshots
        self._steps = self._job()
        self._name = ""
        self._until: Until = window.isVisible
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._look)
        self._read: str | None = None
        self._pictures = 0

    def start(self) -> None:
        """Begin; `ended` comes when it is over."""
        self._next()

    def _job(self) -> Iterator[tuple[str, Until]]:
        window, page = self._window, self._window.page
        yield "the window is open on the practice server", lambda: window.bar.profile is PRACTICE
        QTest.keyClicks(page.finder.box.text, EMAIL)
        QTest.keyClick(page.finder.box.text, Qt.Key.Key_Return)
        yield f"load {EMAIL}", lambda: self._place_of(ATTRIBUTE) is not None and page.errand.seen is not None
        QTest.keyClicks(page.table.filter.text, ATTRIBUTE)
        yield f"{ATTRIBUTE} is found in the table", lambda: self._place_of(ATTRIBUTE) == 0
        self._photograph("loaded")
        self._type(VALUE)
        yield "value typed, Send is open", lambda: self._typed() == VALUE and page.panel.send.isEnabled()
        self._photograph("filled-in")
        QTest.mouseClick(page.panel.send, Qt.MouseButton.LeftButton)
        yield "sent, and the window says what happened", lambda: page.drawer.isVisible() and not page.panel.busy
        yield "the lead was updated", lambda: "318815" in page.result.title.text()
        yield "the result shows the new value", lambda: VALUE in self._shown_values()
        self._photograph("result")
        page.show_tab(1)
        yield "the raw request and response are there", lambda: self._messages_hold(ATTRIBUTE, "successSyncLead")
        self._photograph("messages")
        self._ask_for_title()
        yield "read back: the value stuck", lambda: self._read == VALUE

    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._say("ok")
            self.ended.emit(0)
            return
        self._name, self._until = step
        self._since.start()
        self._timer.start()

    def _look(self) -> None:
        if self._until():
            self._timer.stop()
            self._say(f"ok    {self._name}")
            self._next()
        elif self._since.elapsed() > PATIENCE:
            self._timer.stop()
            page = self._window.page
            told = page.finder.box.state.words.text() if page.errand.story is None else page.result.title.text()
            self._say(f"FAIL  {self._name} (the window says: {told})")
            self._photograph("failed")
            self.ended.emit(1)

    def _place_of(self, name: str) -> int | None:
        """Where the line of a field is to be seen."""
        return next((line.place for line in self._window.page.table.model.lines() if line.name == name), None)

    def _type(self, text: str) -> None:
        view = self._window.page.table.view
        index = self._window.page.table.model.index(0, Column.VALUE)
        view.setCurrentIndex(index)
        view.open(index)
        for editor in view.findChildren(QLineEdit):
            QTest.keyClicks(editor, text)
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def _typed(self) -> str:
        model = self._window.page.table.model
        return str(model.data(model.index(0, Column.VALUE)))

    def _ask_for_title(self) -> None:
        self._read = None
        transport = self._connect(PRACTICE)
        self._runner.call(GetLead(LookupKey.EMAIL, EMAIL), transport).finished.connect(self._take_title)

    def _take_title(self, outcome: Outcome) -> None:
        if isinstance(outcome, Answered) and isinstance(outcome.answer, Found):
            record = outcome.answer.records[0]
            self._read = next((one.value.text for one in record.attributes if one.name == ATTRIBUTE), "")

    def _shown_values(self) -> set[str]:
        model = self._window.page.result.model
        return {str(model.data(model.index(row, ResultColumn.NOW))) for row in range(model.rowCount())}

    def _messages_hold(self, asked: str, answered: str) -> bool:
        shown = self._window.page.exchange
        return asked in shown.request.text() and answered in shown.response.text()

    def _photograph(self, name: str) -> None:
        if self._screenshots is None:
            return
        self._screenshots.mkdir(parents=True, exist_ok=True)
        self._pictures += 1
        path = self._screenshots / f"{self._pictures}-{name}.png"
        self._window.grab().save(str(path))
        self._say(f"      picture: {path}")

    def _say(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
