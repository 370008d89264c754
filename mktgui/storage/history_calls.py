"""The single acts on calls: begin, finish, add to, read. Each within a step of the caller's; raises sqlite3.Error."""

import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from mktgui.domain.exchange import Exchange
from mktgui.domain.history import Begun, Ended, Entry, FieldChange, Settled
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.storage.history_index import Index, added_of
from mktgui.storage.history_messages import Packed, unpack
from mktgui.storage.history_rows import (
    SUMMARY,
    Columns,
    begun_columns,
    begun_detail,
    ended_columns,
    ended_detail,
    entry_of,
    said_of,
    summary_of,
)
from mktgui.storage.history_texts import put_text, see_to_text
from mktgui.storage.history_words import searchable

_NOT_DESCRIBED = "SELECT id FROM call WHERE key = ? AND id NOT IN (SELECT id FROM words)"


@dataclass(frozen=True, slots=True)
class Calls:
    """`run` is whose calls they are."""

    index: Index
    run: str

    def begin(self, connection: sqlite3.Connection, begun: Begun, *, with_values: bool) -> int:
        """Put a call there, and give its row. Its searchable text is left to `describe`, or to how it ends."""
        columns = begun_columns(begun, with_values=with_values)
        row_id = _insert(connection, "call", {**columns, "run": self.run})
        _insert(connection, "detail", {"id": row_id, **(begun_detail(begun) if with_values else {})})
        return row_id

    def describe(self, connection: sqlite3.Connection, entry_id: str) -> None:
        """Let a call be found that has begun."""
        row = connection.execute(_NOT_DESCRIBED, (entry_id,)).fetchone()
        if row is not None:
            self.index.put_in(connection, row[0])

    def finish(self, connection: sqlite3.Connection, begun: Begun, ended: Ended, *, with_values: bool) -> None:
        """Say how it ended; put it there first where it is not. What was begun without values stays without."""
        row = connection.execute("SELECT id, has_values FROM call WHERE key = ?", (begun.id,)).fetchone()
        row_id, has_values = row or (self.begin(connection, begun, with_values=with_values), with_values)
        with_values = with_values and bool(has_values)
        columns = ended_columns(ended, with_values=with_values)
        with self.index.changing(connection, row_id):
            _update(connection, "call", row_id, columns)
            detail = ended_detail(ended, with_values=with_values)
            _update(connection, "detail", row_id, detail)
            if with_values or not has_values:
                everything = begun_columns(begun, with_values=with_values) | columns
                fields: tuple[FieldChange, ...] = ()
                if with_values:
                    fields = begun.fields if ended.fields is None else ended.fields
                told = str(detail.get("told", ""))  # the redactor has seen it
                put_text(connection, row_id, searchable(said_of(everything, fields, told, ended.http_status)))

    def keep(self, connection: sqlite3.Connection, entry_id: str, packed: Packed) -> None:
        """Keep what went over the wire, where the call is kept with its values."""
        row = connection.execute("SELECT id FROM call WHERE key = ? AND has_values", (entry_id,)).fetchone()
        if row is not None:
            columns = {"id": row[0], "head": packed.head, "sent": packed.sent, "received": packed.received}
            _insert(connection, "message", columns, " OR REPLACE")

    def add(self, connection: sqlite3.Connection, entry_id: str, columns: Columns) -> None:
        """What a person puts on a call. A call that is gone takes nothing."""
        row = connection.execute("SELECT id FROM call WHERE key = ?", (entry_id,)).fetchone()
        if row is None:
            return
        with self.index.changing(connection, row[0]):
            _update(connection, "call", row[0], columns)
            _say_added(connection, row[0])

    def settle(self, connection: sqlite3.Connection, entry_id: str, settled: Settled) -> None:
        """What a later look has proven. A call that is gone takes nothing, and once it is known as written it is."""
        statement = "SELECT id FROM call WHERE key = ? AND settled != 'yes'"
        row = connection.execute(statement, (entry_id,)).fetchone()
        if row is not None:
            with self.index.changing(connection, row[0]):
                at = settled.at.isoformat(timespec="milliseconds")
                _update(connection, "call", row[0], {"settled": settled.written.value, "settled_at": at})
                _say_added(connection, row[0])


def read_entry(connection: sqlite3.Connection, entry_id: str) -> Entry | None:
    """All but the messages. Raises HistoryError where it is spoiled."""
    row = connection.execute(f"SELECT {SUMMARY} FROM call WHERE key = ?", (entry_id,)).fetchone()  # noqa: S608 - ours
    if row is None:
        return None
    names = ("fields", "verdict", "draft", "told", "http_status", "timings")
    statement = f"SELECT d.{', d.'.join(names)} FROM detail d JOIN call c ON c.id = d.id WHERE c.key = ?"  # noqa: S608
    detail = connection.execute(statement, (entry_id,)).fetchone()
    try:
        return entry_of(summary_of(row), dict(zip(names, detail, strict=True)))
    except (ValueError, KeyError, TypeError) as error:
        raise _spoiled(error) from None


def read_messages(connection: sqlite3.Connection, entry_id: str) -> Exchange | None:
    """What went over the wire. Raises HistoryError where it is spoiled."""
    statement = "SELECT m.head, m.sent, m.received FROM message m JOIN call c ON c.id = m.id WHERE c.key = ?"
    row = connection.execute(statement, (entry_id,)).fetchone()
    if row is None:
        return None
    try:
        return unpack(Packed(*row))
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise _spoiled(error) from None


def _spoiled(error: Exception) -> HistoryError:
    return HistoryError(HistoryProblem(HistoryTrouble.UNREADABLE, detail=type(error).__name__))


def _say_added(connection: sqlite3.Connection, row_id: int) -> None:
    see_to_text(connection, row_id)
    added = connection.execute("SELECT note, ticket, settled FROM call WHERE id = ?", (row_id,)).fetchone()
    _update(connection, "words", row_id, {"added": added_of(*added)})


def _insert(connection: sqlite3.Connection, table: str, columns: Mapping[str, object], how: str = "") -> int:
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    statement = f"INSERT{how} INTO {table} ({names}) VALUES ({marks})"
    return int(connection.execute(statement, columns).lastrowid or 0)


def _update(connection: sqlite3.Connection, table: str, row_id: int, columns: Mapping[str, object]) -> None:
    names = ", ".join(f"{name} = :{name}" for name in columns)
    connection.execute(f"UPDATE {table} SET {names} WHERE id = :row_id", {**columns, "row_id": row_id})  # noqa: S608
