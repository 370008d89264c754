"""Keeps the history of calls in an SQLite file.

`history_file` makes it and sets it aside, `history_schema` has its tables, `history_access` its connections,
`history_calls` the acts on single calls, `history_texts`, `history_words` and `history_search` the search,
`history_forget` what becomes of the past.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mktgui.domain.history_port import ExportForm, HistoryError, HistoryProblem, HistoryTrouble, Opened
from mktgui.storage import history_forget as forgetting
from mktgui.storage.files import FILE_MODE, make_folder
from mktgui.storage.history_access import Access, Tell
from mktgui.storage.history_calls import Calls, read_entry, read_messages
from mktgui.storage.history_file import BUSY_SECONDS, HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_messages import pack
from mktgui.storage.history_rows import clean
from mktgui.storage.history_search import search
from mktgui.storage.history_trouble import history_error
from mktgui.wire.redact import mask_text

if TYPE_CHECKING:
    import sqlite3

    from mktgui.domain.exchange import Exchange
    from mktgui.domain.history import Begun, Ended, Entry, Page, Query, Retention, Settled

NAME = "history.sqlite"
NO_VALUES = "no-values"  # a file whose being there is the choice: it outlives a broken history, and all copies see it
EASE_EVERY = 8  # calls


def tell_nobody(_problem: HistoryProblem) -> None:
    """For those who look at what the methods give."""


class SqliteHistory:
    """Implements the port `HistoryStore`, in a folder of its own.

    `tell` hears, on the thread that found it, of a file that was set aside while it was in use. It must not call back.
    """

    def __init__(
        self,
        folder: Path,
        tell: Tell = tell_nobody,
        *,
        index: Index | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self._folder, self._index = folder, index or Index()
        self._file = HistoryFile(folder / NAME, busy_seconds)
        self._access = Access(self._file, self._index, tell)
        self._calls = Calls(self._index, self._access.run.name)
        self._kept = 0

    def open(self) -> Opened:
        """Make ready."""
        return self._access.open()

    def check(self) -> HistoryProblem | None:
        """Look at the whole file, make the search index whole, and take values out where that was only begun."""
        try:
            problem = self._access.check()
            self._index.rebuild(self._access.patiently)
            if self._access.read(forgetting.is_scrub_begun):
                self._scrub(go_on=True)
        except HistoryError as error:
            return error.problem
        return problem

    def begin(self, begun: "Begun") -> None:
        """Keep that a call is about to leave."""

        def begin(connection: "sqlite3.Connection") -> None:
            self._calls.begin(connection, begun, with_values=self.keeps_values())

        self._access.write(begin, again=True)

    def describe(self, entry_id: str) -> None:
        """Let a call be found that has begun."""
        self._access.write(lambda connection: self._calls.describe(connection, entry_id))

    def finish(self, begun: "Begun", ended: "Ended") -> None:
        """Keep how it ended."""

        def finish(connection: "sqlite3.Connection") -> None:
            self._calls.finish(connection, begun, ended, with_values=self.keeps_values())

        self._access.write(finish, again=True)

    def settle(self, entry_id: str, settled: "Settled") -> None:
        """Add what a later look has proven."""
        self._access.write(lambda connection: self._calls.settle(connection, entry_id, settled))

    def keep_messages(self, entry_id: str, exchange: "Exchange") -> None:
        """Keep what went over the wire, masked."""
        if not self.keeps_values():
            return
        packed = pack(exchange)

        def keep(connection: "sqlite3.Connection") -> None:
            if self.keeps_values():  # asked within the step: a scrub that follows the choice comes after it
                self._calls.keep(connection, entry_id, packed)

        self._access.write(keep)
        self._kept += 1
        if self._kept % EASE_EVERY == 0:
            self._access.ease()

    def search(self, query: "Query") -> "Page":
        """One page of what fits."""

        def look(connection: "sqlite3.Connection") -> "Page":
            return search(connection, query, by_index=self._index.is_usable(connection))

        return self._access.read(look)

    def entry(self, entry_id: str) -> "Entry | None":
        """All of a call but its messages."""
        return self._access.read(partial(read_entry, entry_id=entry_id))

    def messages(self, entry_id: str) -> "Exchange | None":
        """What went over the wire."""
        return self._access.read(partial(read_messages, entry_id=entry_id))

    def set_note(self, entry_id: str, note: str) -> None:
        """Put a note on a call."""
        self._add_words(entry_id, "note", note)

    def set_ticket(self, entry_id: str, ticket: str) -> None:
        """Put a ticket number on a call."""
        self._add_words(entry_id, "ticket", ticket)

    def set_pinned(self, entry_id: str, *, pinned: bool) -> None:
        """Keep a call for good, or not."""
        self._access.write(lambda connection: self._calls.add(connection, entry_id, {"pinned": int(pinned)}))

    def remove(self, entry_ids: Iterable[str]) -> int:
        """Forget these."""
        return self._forget(forgetting.these(entry_ids))

    def purge(self, retention: "Retention", now: datetime) -> int:
        """Forget what is past its time."""
        return self._forget(forgetting.past(retention, now))

    def clear(self) -> int:
        """Forget every call."""
        count = self._forget(forgetting.every_one)
        self._remove_set_aside()
        return count

    def count(self) -> int:
        """How many calls are kept."""
        return self._access.read(lambda connection: int(connection.execute("SELECT count(*) FROM call").fetchone()[0]))

    def stamp(self) -> int:
        """Another number once anything may have changed."""
        return self._access.stamp()

    def keeps_values(self) -> bool:
        """Whether calls are kept with what was in them."""
        return not (self._folder / NO_VALUES).exists()

    def keep_values(self, *, keep: bool) -> None:
        """Keep calls whole from now on, or not."""
        try:
            if keep:
                (self._folder / NO_VALUES).unlink(missing_ok=True)
            else:
                make_folder(self._folder)
                (self._folder / NO_VALUES).touch(FILE_MODE)
        except OSError as error:
            raise history_error(error) from None

    def scrub(self) -> int:
        """Take all values out."""
        count, is_done = self._scrub(go_on=False)
        if not is_done:
            detail = "the journal still holds what was taken out, because another copy of the program reads it"
            raise HistoryError(HistoryProblem(HistoryTrouble.BUSY, detail=detail))
        return count

    def export(self, which: "Query | Iterable[str]", form: ExportForm, path: Path) -> int:
        """Write the calls that fit, or these, to a file."""
        from mktgui.storage.history_export import write_calls  # noqa: PLC0415 - only then

        with self._access.apart() as connection:
            by_index = self._index.is_usable(connection)
            try:
                return write_calls(connection, which, form, path, by_index=by_index)
            except OSError as error:
                raise history_error(error) from None

    def close(self) -> None:
        """Let go."""
        self._access.close()

    def _add_words(self, entry_id: str, name: str, text: str) -> None:
        """Masked, because what is pasted may be anything."""
        columns: dict[str, object] = {name: mask_text(clean(text.strip()))}

        def add(connection: "sqlite3.Connection") -> None:
            if text and not self.keeps_values():
                raise HistoryError(HistoryProblem(HistoryTrouble.NO_VALUES, detail="no values are kept"))
            self._calls.add(connection, entry_id, columns)

        self._access.write(add)

    def _scrub(self, *, go_on: bool) -> tuple[int, bool]:
        """How many calls had values, and whether nothing of them is left. Raises HistoryError."""
        count = forgetting.scrub(self._access.patiently, self._index, go_on=go_on)
        forgetting.pack_up(self._access.patiently, self._index)
        self._remove_set_aside()
        is_done = self._access.empty_journal()
        if is_done:  # else the next start goes on with it
            self._access.write(forgetting.scrubbed)
        return count, is_done

    def _forget(self, find: Callable[["sqlite3.Connection"], Iterable[int]]) -> int:
        count = forgetting.in_batches(self._access.patiently, self._index, find)
        if count:
            forgetting.pack_up(self._access.patiently, self._index)
            self._access.empty_journal()
        return count

    def _remove_set_aside(self) -> None:
        """Raises HistoryError."""
        try:
            self._file.remove_set_aside()
        except OSError as error:
            raise history_error(error) from None
