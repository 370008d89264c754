"""What was kept of a call comes back as it was, half characters in drafts and fields included."""

import json
import re
import sqlite3
from datetime import UTC, datetime

import pytest
from hypothesis import given

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import GIST, GIST_CHARACTERS, Begun, Ended, FieldChange, State
from mktgui.domain.lead import NIL, text_value
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from mktgui.storage.history_rows import (
    SUMMARY,
    begun_columns,
    begun_detail,
    clean,
    ended_columns,
    ended_detail,
    entry_of,
    fields_in,
    fields_json,
    gist,
    known_fault,
    known_status,
    milliseconds,
    said_of,
    summary_of,
)
from tests.storage.past_calls import BEGUNS, ENDEDS, NOON, PHONE, TITLE, begun, ended

NAMES = [name.strip() for name in SUMMARY.split(",")]
USUAL: dict[str, object] = {
    **dict.fromkeys(NAMES, ""),
    "gist": "[]",
    "field_count": 0,
    "note": "",
    "ticket": "",
    "pinned": 0,
    "seconds": None,
}
EMPTY_DETAIL: dict[str, object] = {
    "fields": "[]",
    "verdict": "null",
    "draft": "null",
    "told": "",
    "http_status": None,
    "timings": "[]",
}


def through_sqlite(columns: dict[str, object]) -> dict[str, object]:
    """As SQLite gives it back."""
    connection = sqlite3.connect(":memory:")
    marks = ", ".join("?" for _ in columns)
    row = connection.execute(f"SELECT {marks}", tuple(columns.values())).fetchone()
    connection.close()
    return dict(zip(columns, row, strict=True))


@given(BEGUNS, ENDEDS)
def test_a_call_comes_back_as_it_was(one: Begun, end: Ended) -> None:
    columns = begun_columns(one, with_values=True) | ended_columns(end, with_values=True)
    kept = through_sqlite(USUAL | columns)
    summary = summary_of(tuple(kept[name] for name in NAMES))
    assert abs((summary.at - one.at).total_seconds()) < 0.001
    assert (summary.id, summary.environment, summary.kind) == (one.id, one.environment, one.kind)
    assert (summary.state, summary.ending, summary.written) == (end.state, end.ending, end.written)
    assert (summary.failure, summary.seconds) == (end.failure, end.seconds)
    assert (summary.key_value, summary.status) == (clean(one.key_value), clean(end.status))
    assert summary.lead_id == clean(end.lead_id or one.lead_id)
    assert summary.verdict == (one.verdict.kind if one.verdict else None)
    fields = one.fields if end.fields is None else end.fields
    assert (summary.field_count, summary.gist) == (len(fields), fields[:GIST])
    detail = through_sqlite(EMPTY_DETAIL | begun_detail(one) | ended_detail(end, with_values=True))
    entry = entry_of(summary, detail)
    assert (entry.fields, entry.verdict, entry.draft) == (fields, one.verdict, one.draft)
    assert (entry.timings, entry.http_status) == (end.timings, end.http_status)


@given(BEGUNS, ENDEDS)
def test_without_values_only_our_own_words_are_kept(one: Begun, end: Ended) -> None:
    harmless = {one.id, one.profile_id, one.profile_name, one.transport, *State, *Environment, *CallKind, *Ending}
    harmless |= {*Written, *FailureKind, "CREATED", "UPDATED", "FAILED", "SKIPPED", ""}
    columns = begun_columns(one, with_values=False) | ended_columns(end, with_values=False)
    del columns["at"]
    fault = columns.pop("fault")
    assert {clean(text) for text in harmless} >= {value for value in columns.values() if isinstance(value, str)}
    assert re.fullmatch("[0-9]{0,5}", str(fault))
    assert set(ended_detail(end, with_values=False)) == {"timings", "http_status"}


@pytest.mark.parametrize(
    ("status", "kept"), [("UPDATED", "UPDATED"), ("FAILED", "FAILED"), ("ana@acme.example", ""), ("updated", "")]
)
def test_a_status_that_is_not_the_vendors_may_be_a_value(status: str, kept: str) -> None:
    assert known_status(status) == kept


@pytest.mark.parametrize(("code", "kept"), [("20103", "20103"), ("318815", ""), ("abc", ""), ("٣", ""), ("", "")])
def test_a_code_that_is_too_long_may_be_a_lead(code: str, kept: str) -> None:
    assert known_fault(code) == kept


def test_a_gist_is_short() -> None:
    long = FieldChange(name="Notes", was=text_value("x" * 5000), asked="y" * 5000, now=NIL)
    cut = fields_in(gist((long, TITLE, PHONE, TITLE)))
    assert len(cut) == GIST
    assert cut[0] == FieldChange(
        name="Notes", was=text_value("x" * GIST_CHARACTERS), asked="y" * GIST_CHARACTERS, now=NIL
    )
    assert cut[1:] == (TITLE, PHONE)


def test_a_call_is_found_by_all_that_it_says() -> None:
    columns = begun_columns(begun(), with_values=True) | ended_columns(ended(fault="20103"), with_values=True)
    said = said_of(columns, (TITLE, PHONE), "No such lead")
    for text in ("2026-11-23 12:31", "Acme EMEA", "ana.ruiz@acme.example", "318815", "Ana Ruiz", "UPDATED", "20103"):
        assert text in said
    for text in ("Title", "CTO", "市场总监", "+49 30 1234", "No such lead", "EMEA", "updates", "production"):
        assert text in said
    assert "HTTP 503" in said_of(columns, (), "", 503)
    for status in (200, None):
        assert not any("HTTP" in text for text in said_of(columns, (), "", status))


def test_what_was_said_passes_the_redactor() -> None:
    told = "<requestSignature>abc</requestSignature> client_secret=xyz&a"
    kept = ended_detail(ended(told=told), with_values=True)["told"]
    assert kept == "<requestSignature>***</requestSignature> client_secret=***&a"


def test_a_spoiled_row_shows_what_can_be_read() -> None:
    row = ["?"] * 19 + ["?", "[]", 0, "", "", 0, 1, "?", "?", "?"]
    summary = summary_of(tuple(row))
    assert (summary.at, summary.state) == (datetime(1970, 1, 1, tzinfo=UTC), State.OUTCOME_UNKNOWN)
    assert (summary.environment, summary.written) == (Environment.PRODUCTION, Written.UNKNOWN)
    assert (summary.seconds, summary.failure, summary.verdict, summary.ending) == (None, None, None, None)
    assert (summary.settled, summary.surprise) == (None, None)


@pytest.mark.parametrize(
    "spoiled",
    [
        {"fields": "["},
        {"fields": "[1]"},
        {"verdict": '{"kind": "?"}'},
        {"draft": "{}"},
        {"timings": '[["?", 1]]'},
        {"timings": "[1]"},
    ],
)
def test_a_spoiled_detail_is_an_error(spoiled: dict[str, object]) -> None:
    columns = USUAL | begun_columns(begun(), with_values=True) | ended_columns(ended(), with_values=True)
    summary = summary_of(tuple(columns[name] for name in NAMES))
    with pytest.raises((ValueError, KeyError, TypeError)):
        entry_of(summary, EMPTY_DETAIL | spoiled)


def test_moments_are_compared_in_utc() -> None:
    assert milliseconds(NOON) == milliseconds(NOON.astimezone(UTC)) == 1_795_408_200_000
    assert milliseconds(datetime(1970, 1, 1, tzinfo=UTC)) == 0


def test_fields_are_plain_lists() -> None:
    assert json.loads(fields_json([PHONE])) == [["Phone", "", ["nil"], "+49 30 1234", None, "unknown"]]
