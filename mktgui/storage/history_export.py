"""Writes past calls as CSV, JSON or HAR, one after the other, so that their number does not matter.

CSV has a line for each field of a call, and one for a call without fields; `HEADER` names the columns. It is UTF-8 with
a mark, as Excel wants it, and lines end with CR LF (RFC 4180). What comes from a person or from Marketo and begins with
= + - @, also as wide characters, or with a tab or a line end, gets an apostrophe in front: spreadsheets would take it
for a formula, and a phone number that begins with + for a sum.

JSON is `{"format": "mktgui history", "version": 1, "calls": [...]}`. A call has these members:

| member | is |
|---|---|
| id, at | text; the moment in ISO 8601 with its offset |
| profile, environment, transport, kind | text |
| key_kind, key, lead_id, who, workspace | text, empty where there is none |
| verdict | what was expected: updates, creates, ..., empty where nothing was |
| state | under-way, ended, outcome-unknown |
| ending | answered, refused, not-sent, not-answered, empty where nobody knows |
| written | yes, no, unknown: what was known when it ended |
| surprise | what was done to another lead than was meant: created-instead, another-lead, ..., else empty |
| settled, settled_at | what a later look at the lead has proven, yes or no, and when; empty where none has |
| status, failure, fault, told | Marketo's word; our word for a failure; the fault's code; what was said of it |
| seconds | a number, or null |
| timings | a list of [stage, seconds] |
| fields | a list of {name, type, old, asked, new, fate} |
| old, new | {presence, text}, or null where it was not seen; asked is text, or null where it was not sent |
| note, ticket, pinned | text, text, true or false |

HAR is in `history_har`. None of them holds a signature, a user id, a token or the draft; CSV and JSON no cookie either.
"""

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator
from io import BufferedWriter, TextIOWrapper
from pathlib import Path

from mktgui.domain.history import Entry, FieldChange, Query, Summary
from mktgui.domain.history_port import ExportForm
from mktgui.domain.lead import Value
from mktgui.storage.files import replacing
from mktgui.storage.history_calls import read_entry, read_messages
from mktgui.storage.history_har import har_texts
from mktgui.storage.history_search import all_ids

FORMAT, VERSION = "mktgui history", 1

HEADER = (
    "at",
    "profile",
    "environment",
    "kind",
    "lead id",
    "who",
    "key kind",
    "key",
    "workspace",
    "verdict",
    "field",
    "old",
    "asked",
    "new",
    "fate",
    "written",
    "state",
    "ending",
    "status",
    "failure",
    "fault",
    "told",
    "seconds",
    "ticket",
    "note",
    "id",
    "settled",
    "settled at",
    "surprise",
)

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_calls(
    connection: sqlite3.Connection, which: Query | Iterable[str], form: ExportForm, path: Path, *, by_index: bool
) -> int:
    """Write what fits to a file; gives how many calls. Raises OSError, sqlite3.Error, HistoryError: all or nothing."""
    keys = _keys(connection, which, by_index=by_index)
    with replacing(path) as file:
        if form is ExportForm.HAR:
            messages = ((key, read_messages(connection, key)) for key in keys)
            return _write_texts(file, har_texts((read_entry(connection, key), one) for key, one in messages if one))
        entries = (entry for entry in (read_entry(connection, key) for key in keys) if entry is not None)
        return _write_csv(file, entries) if form is ExportForm.CSV else _write_texts(file, _json_texts(entries))


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _keys(connection: sqlite3.Connection, which: Query | Iterable[str], *, by_index: bool) -> Iterator[str]:
    if not isinstance(which, Query):
        yield from which
        return
    for row_id in all_ids(connection, which, by_index=by_index):
        yield str(connection.execute("SELECT key FROM call WHERE id = ?", (row_id,)).fetchone()[0])


def _write_csv(file: BufferedWriter, entries: Iterable[Entry]) -> int:
    text = TextIOWrapper(file, "utf-8-sig", "replace", newline="")
    writer, count = csv.writer(text), 0
    writer.writerow(HEADER)
    for count, entry in enumerate(entries, start=1):  # noqa: B007 - the last one counts
        writer.writerows(_lines(entry))
    text.detach()
    return count


def _lines(entry: Entry) -> Iterator[list[str]]:
    one = entry.summary
    lead = [one.lead_id, one.who, one.key_kind, one.key_value, one.workspace, one.verdict or ""]
    ending = [one.written, one.state, one.ending or "", one.status, one.failure or "", one.fault, entry.told]
    seconds = "" if one.seconds is None else f"{one.seconds:.3f}"
    before = [one.at.isoformat(timespec="seconds"), one.profile_name, one.environment, one.kind, *lead]
    after = [*ending, seconds, one.ticket, one.note, one.id, *_settled(one), one.surprise or ""]
    for field in entry.fields or (None,):
        yield [guarded(text) for text in (*before, *_cells(field), *after)]


def _settled(one: Summary) -> tuple[str, str]:
    return (one.proof.written, one.proof.at.isoformat(timespec="seconds")) if one.proof else ("", "")


def _cells(field: FieldChange | None) -> tuple[str, ...]:
    if field is None:
        return ("",) * 5
    was, now = (value.text if value else "" for value in (field.was, field.now))
    return field.name, was, field.asked or "", now, field.fate


def _write_texts(file: BufferedWriter, texts: Iterable[tuple[str, int]]) -> int:
    """Each text comes with how many calls it finishes."""
    count = 0
    for text, calls in texts:
        file.write(text.encode("utf-8", "replace"))
        count += calls
    return count


def _json_texts(entries: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    yield f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "calls": [', 0
    between = "\n"
    for entry in entries:
        yield between + json.dumps(_plain(entry), ensure_ascii=False), 1
        between = ",\n"
    yield "\n]}\n", 0


def _plain(entry: Entry) -> dict[str, object]:
    one = entry.summary
    settled, settled_at = _settled(one)
    return {
        "id": one.id,
        "at": one.at.isoformat(),
        "profile": one.profile_name,
        "environment": one.environment,
        "transport": one.transport,
        "kind": one.kind,
        "key_kind": one.key_kind,
        "key": one.key_value,
        "lead_id": one.lead_id,
        "who": one.who,
        "workspace": one.workspace,
        "verdict": one.verdict or "",
        "state": one.state,
        "ending": one.ending or "",
        "written": one.written,
        "surprise": one.surprise or "",
        "settled": settled,
        "settled_at": settled_at,
        "status": one.status,
        "failure": one.failure or "",
        "fault": one.fault,
        "told": entry.told,
        "seconds": one.seconds,
        "timings": [[timing.stage, timing.seconds] for timing in entry.timings],
        "fields": [_plain_field(field) for field in entry.fields],
        "note": one.note,
        "ticket": one.ticket,
        "pinned": one.pinned,
    }


def _plain_field(field: FieldChange) -> dict[str, object]:
    return {
        "name": field.name,
        "type": field.type,
        "old": _plain_value(field.was),
        "asked": field.asked,
        "new": _plain_value(field.now),
        "fate": field.fate,
    }


def _plain_value(value: Value | None) -> object:
    return None if value is None else {"presence": value.presence, "text": value.text}
