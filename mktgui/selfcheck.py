"""Does the main job in the real window, as a person would, and says how each step went."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mktgui.domain.answers import Found
from mktgui.domain.call_note import CallKind
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.history import Query
from mktgui.domain.history_port import HistoryStore
from mktgui.domain.outcome import Answered, Outcome, Written
from mktgui.domain.ports import Connect
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile, lead_to_try
from mktgui.ui.attribute_cells import Column
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.main_window import MainWindow
from mktgui.ui.record_model import Column as ResultColumn
from mktgui.workers.runner import Runner

EMAIL = lead_to_try(PRACTICE.id)

PATIENCE = 30_000  # milliseconds for a step
POLL = 10

Until = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Way:
    """One API: what it calls the attribute that is changed, to what, and a word that stands in its every answer."""

    profile: Profile
    attribute: str
    value: str
    answers: str


OVER_SOAP = Way(PRACTICE, "Title", "VP Marketing (self-check)", "successSyncLead")
OVER_REST = Way(PRACTICE_REST, "title", "VP Marketing (self-check over REST)", "requestId")


def is_kept(store: HistoryStore, way: Way, since: datetime) -> bool:
    """Whether the send that went this way is in the history as written, with its value and messages where any are kept.

    For worker threads. Raises HistoryError.
    """
    text = f'"{way.value}"' if store.keeps_values() else ""
    found = store.search(Query(text=text, profile_id=way.profile.id, kind=CallKind.SYNC_LEAD, since=since)).entries
    if not found or found[0].written is not Written.YES:
        return False
    return not found[0].has_values or store.messages(found[0].id) is not None


class SelfCheck(QObject):
    """The job over SOAP, and then over REST with the same draft.

    Steps one after the other, each given up after `PATIENCE`. Needs a window on the practice profile over SOAP.
    """

    ended = Signal(int)
    """0 where every step held, 1 where one did not."""

    def __init__(
        self, window: MainWindow, runner: Runner, connect: Connect, history: HistoryDesk, screenshots: Path | None
    ) -> None:
        super().__init__()
        self._window, self._runner, self._connect, self._history = window, runner, connect, history
        self._screenshots = screenshots
        self._began = datetime.now(UTC)
        self._way = OVER_SOAP
        self._steps = self._both_jobs()
        self._name = ""
        self._until: Until = window.isVisible
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._look)
        self._read: str | None = None
        self._is_kept = False
        self._pictures = 0

    def start(self) -> None:
        """Begin; `ended` comes when it is over."""
        self._next()

    def _both_jobs(self) -> Iterator[tuple[str, Until]]:
        window, page = self._window, self._window.page
        yield "the window is open on the practice server", lambda: window.bar.profile is PRACTICE
        QTest.keyClicks(page.finder.box.text, EMAIL)
        yield from self._job(OVER_SOAP)
        self._type(OVER_REST.value)
        yield "another value typed, to be sent the other way", lambda: self._typed() == OVER_REST.value
        QTest.mouseClick(window.bar.switch, Qt.MouseButton.LeftButton)
        yield "one click, and the window speaks REST", lambda: window.bar.profile is PRACTICE_REST
        yield (
            "the change came along under its REST name",
            lambda: [row.name for row in page.draft.rows if row.edit.is_sent] == [OVER_REST.attribute],
        )
        page.finder.focus_key()
        yield from self._job(OVER_REST)

    def _job(self, way: Way) -> Iterator[tuple[str, Until]]:
        """Load, edit, send, read back: whose key is typed already."""
        self._way, page = way, self._window.page
        attribute, value = way.attribute, way.value
        QTest.keyClick(page.finder.box.text, Qt.Key.Key_Return)
        yield f"load {EMAIL}", lambda: self._place_of(attribute) is not None and page.errand.seen is not None
        page.table.filter.text.clear()
        QTest.keyClicks(page.table.filter.text, attribute)
        yield f"{attribute} is found in the table", lambda: self._place_of(attribute) == 0
        self._photograph("loaded")
        if self._typed() != value:
            self._type(value)
        yield "value typed, Send is open", lambda: self._typed() == value and page.panel.send.isEnabled()
        self._photograph("filled-in")
        QTest.mouseClick(page.panel.send, Qt.MouseButton.LeftButton)
        yield "sent, and the window says what happened", lambda: page.drawer.isVisible() and not page.panel.busy
        yield "the lead was updated", lambda: "318815" in page.result.title.text()
        yield "the result shows the new value", lambda: value in self._shown_values()
        self._photograph("result")
        page.show_tab(1)
        yield "the raw request and response are there", lambda: self._messages_hold(attribute, way.answers)
        self._photograph("messages")
        self._ask_for_title()
        yield "read back: the value stuck", lambda: self._read == value
        self._ask_history()
        yield "the send is in the history, with its messages", lambda: self._is_kept

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
        transport = self._connect(self._way.profile)
        self._runner.call(GetLead(LookupKey.EMAIL, EMAIL), transport).finished.connect(self._take_title)

    def _take_title(self, outcome: Outcome) -> None:
        if isinstance(outcome, Answered) and isinstance(outcome.answer, Found):
            record = outcome.answer.records[0]
            self._read = next((one.value.text for one in record.attributes if one.name == self._way.attribute), "")

    def _ask_history(self) -> None:
        """Ask again and again: the messages are kept a moment after the answer is on the screen."""
        self._is_kept = False
        way, since = self._way, self._began
        self._history.ask(lambda store: is_kept(store, way, since)).finished.connect(self._take_kept)

    def _take_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._is_kept = is_kept
        if not is_kept and self._timer.isActive():
            QTimer.singleShot(POLL, self, self._ask_history)

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
