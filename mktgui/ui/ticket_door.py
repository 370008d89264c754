"""From a call to a ticket, and to code: the way from the windows that show calls into those that copy them."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mktgui.domain.answers import Found
from mktgui.domain.exchange import Exchange
from mktgui.domain.said_of_leads import UnreadableError, before, records_in
from mktgui.domain.ticket import TicketSource
from mktgui.ui.ticket_window import TicketParts, TicketWindow
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.lead import LeadRecord
    from mktgui.domain.story import Story


class TicketDoor(QObject):
    """One for each window that shows calls. Opens one ticket at a time."""

    said = Signal(str)
    """A sentence: why there is no ticket."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self.ticket: TicketWindow | None = None

    def show(self, source: TicketSource | None) -> None:
        """Open a ticket about this call."""
        if source is None:
            self.said.emit(self.tr("There is no call to copy yet. Load a lead or send something first."))
            return
        parts = self._parts
        given = TicketParts(
            maker=parts.ticket_maker(), runner=parts.runner, theme=parts.theme, clipboard=parts.clipboard
        )
        self.close()
        self.ticket = TicketWindow(given, self._window)
        self.ticket.show_source(source)
        self.ticket.show()

    def close(self) -> None:
        """Shut the ticket that is open."""
        if self.ticket is not None and isValid(self.ticket):
            self.ticket.close()

    def show_kept(self, story: "Story", exchange: Exchange, words: str, types: Mapping[str, str]) -> None:
        """The same about a past call, of whose answer nothing is kept but its messages."""
        job = self._parts.runner.run(partial(records_in, exchange, self._parts.read_message, types), UnreadableError)
        job.finished.connect(partial(self._take_records, story, exchange, words, types))
        job.failed.connect(self._fail)

    def _take_records(
        self,
        story: "Story",
        exchange: Exchange,
        words: str,
        types: Mapping[str, str],
        records: "tuple[LeadRecord, ...]",
    ) -> None:
        if isValid(self):
            source = TicketSource(
                call=story.request,
                answer=Found(records=(before(story), *records)),
                exchange=exchange,
                words=words,
                types=types,
            )
            self.show(source)

    def _fail(self, _error: object) -> None:
        if isValid(self):
            self.said.emit(
                self.tr(
                    "A message of this call cannot be read, so nobody can tell which values in it are personal. "
                    "Nothing was copied."
                )
            )
