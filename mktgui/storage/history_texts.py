"""Puts the searchable text of a call there: what it says, by its rows in the other tables.

It is not there from the beginning: with the index it takes as long as all else that is kept before a call leaves. It
comes with the first change of the call, at the latest when it has ended or is found lost.
"""

import sqlite3

from mktgui.storage.history_rows import SAID, fields_in, said_of
from mktgui.storage.history_words import searchable

_COLUMNS = ", ".join(f"c.{name}" for name in SAID)
_ROW = f"SELECT {_COLUMNS}, d.told, d.fields, d.http_status FROM call c JOIN detail d ON d.id = c.id WHERE c.id = ?"  # noqa: S608 - ours
_PUT = "INSERT INTO words (id, said) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET said = excluded.said"


def put_text(connection: sqlite3.Connection, row_id: int, said: str) -> None:
    """This is what a call says now. What the person added stays. Raises sqlite3.Error."""
    connection.execute(_PUT, (row_id, said))


def see_to_text(connection: sqlite3.Connection, row_id: int) -> None:
    """Where a call has none yet. Raises sqlite3.Error."""
    if connection.execute("SELECT 1 FROM words WHERE id = ?", (row_id,)).fetchone() is None:
        put_text_anew(connection, row_id)


def put_text_anew(connection: sqlite3.Connection, row_id: int) -> None:
    """By what stands in the other tables now. A call that is gone gets none. Raises sqlite3.Error."""
    row = connection.execute(_ROW, (row_id,)).fetchone()
    if row is None:
        return
    *texts, told, fields, http_status = row
    try:
        known = fields_in(str(fields))
    except (ValueError, TypeError):  # spoiled: the rest can still be found
        known = ()
    said = said_of(dict(zip(SAID, texts, strict=True)), known, str(told), http_status)
    put_text(connection, row_id, searchable(said))
