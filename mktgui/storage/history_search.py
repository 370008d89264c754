"""Turns a query into SQL: the index narrows where it can, and the rows themselves decide."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace

from mktgui.domain.history import Page, Query
from mktgui.storage.history_index import tags_of
from mktgui.storage.history_rows import FAILED_NOW, SUMMARY, WRITTEN_NOW, milliseconds, summary_of
from mktgui.storage.history_words import expression, words_of

Parameters = list[object]

_COLUMNS = ", ".join(f"c.{name.strip()}" for name in SUMMARY.split(","))
_COLUMN_OF = {"profile": "c.profile_id", "written": WRITTEN_NOW, "failed": FAILED_NOW}
_AT_A_TIME = 500


def search(connection: sqlite3.Connection, query: Query, *, by_index: bool) -> Page:
    """One page, newest first. Raises sqlite3.Error."""
    rows = _found(connection, query, f"c.id, {_COLUMNS}", query.limit + 1, by_index=by_index)
    page = rows[: query.limit]
    more = int(str(page[-1][0])) if len(rows) > len(page) else None
    return Page(tuple(summary_of(row[1:]) for row in page), more)


def all_ids(connection: sqlite3.Connection, query: Query, *, by_index: bool) -> Iterator[int]:
    """The row of every call that fits, newest first, whatever page the query asks for. Raises sqlite3.Error."""
    query, before = replace(query, before=None), None
    while True:
        rows = _found(connection, query, "c.id", _AT_A_TIME, by_index=by_index, before=before)
        for (found,) in rows:
            before = int(str(found))
            yield before
        if len(rows) < _AT_A_TIME:
            return


def _found(  # noqa: PLR0913 - all of one statement
    connection: sqlite3.Connection,
    query: Query,
    columns: str,
    limit: int,
    *,
    by_index: bool,
    before: int | None = None,
) -> list[tuple[object, ...]]:
    words = words_of(query.text)
    facts = _facts(query)
    matching = expression(words, tags_of(facts)) if by_index else ""
    conditions, parameters = _conditions(query, facts)
    for word in words:
        conditions.append("(instr(w.said, ?) OR instr(w.added, ?))")
        parameters += [word, word]
    tables, row_id = ("grams g CROSS JOIN call c ON c.id = g.rowid", "g.rowid") if matching else ("call c", "c.id")
    if words:
        tables += " CROSS JOIN words w ON w.id = c.id"
    if matching:
        conditions.insert(0, "grams MATCH ?")
        parameters.insert(0, matching)
    newest = query.before if before is None else before
    for bound, value in (("<", newest), *_bounds(connection, query)):
        if value is not None:
            conditions.append(f"{row_id} {bound} ?")
            parameters.append(value)
    where = " AND ".join(conditions) or "1"
    statement = f"SELECT {columns} FROM {tables} WHERE {where} ORDER BY {row_id} DESC LIMIT ?"  # noqa: S608 - our words
    return connection.execute(statement, (*parameters, limit)).fetchall()


def _conditions(query: Query, facts: Mapping[str, object]) -> tuple[list[str], Parameters]:
    wanted: dict[str, object] = {f"{_COLUMN_OF.get(name, f'c.{name}')} = ?": fact for name, fact in facts.items()}
    if query.since is not None:
        wanted["c.began >= ?"] = milliseconds(query.since)
    if query.until is not None:
        wanted["c.began < ?"] = milliseconds(query.until)
    return list(wanted), list(wanted.values())


def _facts(query: Query) -> dict[str, object]:
    """What is asked for besides the text and the time, as the table has it."""
    wanted: dict[str, object] = {
        "profile": query.profile_id or None,
        "environment": query.environment,
        "kind": query.kind,
        "written": query.written,
        "failed": None if query.failed is None else int(query.failed),
        "pinned": 1 if query.pinned else None,
    }
    return {name: fact for name, fact in wanted.items() if fact is not None}


def _bounds(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[str, object]]:
    """The rows between two moments: near enough to begin with, since rows come in the order of time."""
    if query.since is None and query.until is None:
        return
    since = -(2**62) if query.since is None else milliseconds(query.since)
    until = 2**62 if query.until is None else milliseconds(query.until)
    between = "SELECT min(id), max(id) FROM call WHERE began >= ? AND began < ?"
    oldest, newest = connection.execute(between, (since, until)).fetchone()
    yield ">=", 1 if oldest is None else oldest
    yield "<=", 0 if newest is None else newest
