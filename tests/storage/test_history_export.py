"""Past calls leave as CSV that no spreadsheet takes for formulas, as JSON with a fixed shape, and as HAR."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mktgui.domain.history import Ended, FieldChange, Query, Settled, State
from mktgui.domain.history_port import ExportForm, HistoryError
from mktgui.domain.lead import NIL, text_value
from mktgui.domain.outcome import Written
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_export import HEADER, guarded, write_calls
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_messages import pack
from tests.storage.hard_times import room_for
from tests.storage.past_calls import EXCHANGE, NOON, PHONE, TITLE, begun, ended

CALLS = Calls(Index(), "run")
ODD = FieldChange(
    name="=HYPERLINK(1)", was=text_value('say "hi", ok'), asked="a\r\nb", now=text_value("@SUM"), fate="x"
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Three calls: one with two fields, one with an odd one, a look without any that is under way."""
    with closing(HistoryFile(tmp_path / "h" / "history.sqlite").open().connection) as connection:
        Index().prepare(connection)
        CALLS.finish(connection, begun(1, id="call-1"), ended(told="fine"), with_values=True)
        CALLS.keep(connection, "call-1", pack(EXCHANGE))
        CALLS.add(connection, "call-1", {"note": "-1+1", "ticket": "MOPS-7", "pinned": 1})
        CALLS.finish(connection, begun(2, id="call-2", fields=(ODD,), who="王芳"), ended(), with_values=True)
        CALLS.begin(connection, begun(3, id="call-3", fields=(), draft=None, verdict=None), with_values=True)
        yield connection


def test_csv_has_a_line_for_each_field(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    assert write_calls(connection, Query(), ExportForm.CSV, path, by_index=True) == 3
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfat,profile,")
    assert b"\r\n" in content
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    assert tuple(header) == HEADER
    rows = [dict(zip(header, line, strict=True)) for line in lines]
    assert [row["id"] for row in rows] == ["call-3", "call-2", "call-1", "call-1"]
    look, odd, title, phone = rows
    assert (look["field"], look["old"], look["state"], look["seconds"]) == ("", "", "under-way", "")
    assert (odd["field"], odd["old"], odd["asked"]) == ("'=HYPERLINK(1)", 'say "hi", ok', "a\r\nb")
    assert (odd["new"], odd["who"]) == ("'@SUM", "王芳")
    assert (title["field"], title["old"], title["asked"], title["new"], title["fate"]) == (
        "Title",
        "CTO",
        "市场总监",
        "市场总监",
        "stuck",
    )
    assert (phone["old"], phone["asked"], phone["new"]) == ("", "'+49 30 1234", "")
    assert (phone["at"], phone["profile"], phone["written"]) == ("2026-11-23T12:31:00+08:00", "Acme EMEA", "yes")
    assert (phone["seconds"], phone["ticket"], phone["note"]) == ("0.875", "MOPS-7", "'-1+1")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"])
def test_what_a_spreadsheet_would_reckon_with_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1", "a=1", " =1", "'=1", "王芳"])
def test_other_cells_stay(text: str) -> None:
    assert guarded(text) == text


def test_json_has_the_shape_that_is_promised(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    assert write_calls(connection, ["call-1", "nobody", "call-3"], ExportForm.JSON, path, by_index=True) == 2
    whole = json.loads(path.read_text("utf-8"))
    assert (whole["format"], whole["version"]) == ("mktgui history", 1)
    first, third = whole["calls"]
    assert first == {
        "id": "call-1",
        "at": "2026-11-23T12:31:00+08:00",
        "profile": "Acme EMEA",
        "environment": "production",
        "transport": "soap",
        "kind": "sync-lead",
        "key_kind": "email",
        "key": "ana.ruiz@acme.example",
        "lead_id": "318815",
        "who": "Ana Ruiz",
        "workspace": "EMEA",
        "verdict": "updates",
        "state": "ended",
        "ending": "answered",
        "written": "yes",
        "surprise": "",
        "settled": "",
        "settled_at": "",
        "status": "UPDATED",
        "failure": "",
        "fault": "",
        "told": "fine",
        "seconds": 0.875,
        "timings": [["connecting", 0.125], ["securing", 0.25], ["waiting", 0.5]],
        "fields": [plain(TITLE), plain(PHONE)],
        "note": "-1+1",
        "ticket": "MOPS-7",
        "pinned": True,
    }
    assert (third["state"], third["seconds"], third["fields"]) == (State.UNDER_WAY, None, [])


def test_what_a_later_look_has_proven_leaves_with_the_call(connection: sqlite3.Connection, tmp_path: Path) -> None:
    lost, at = begun(4, id="lost", fields=()), NOON + timedelta(days=1)
    CALLS.finish(connection, lost, Ended(state=State.OUTCOME_UNKNOWN), with_values=True)
    CALLS.keep(connection, "lost", pack(EXCHANGE))
    CALLS.settle(connection, "lost", Settled(written=Written.NO, at=at))
    whole = {}
    for form in ExportForm:
        path = tmp_path / f"calls.{form}"
        assert write_calls(connection, ["lost"], form, path, by_index=True) == 1
        whole[form] = path.read_text("utf-8-sig")
    (line,) = csv.DictReader(whole[ExportForm.CSV].splitlines())
    assert (line["written"], line["settled"], line["settled at"]) == ("unknown", "no", "2026-11-24T12:30:00+08:00")
    (call,) = json.loads(whole[ExportForm.JSON])["calls"]
    assert (call["written"], call["settled"], call["settled_at"]) == ("unknown", "no", "2026-11-24T12:30:00+08:00")
    (entry,) = json.loads(whole[ExportForm.HAR])["log"]["entries"]
    assert (entry["_written"], entry["_settled"], entry["_settledAt"]) == (
        "unknown",
        "no",
        "2026-11-24T12:30:00+08:00",
    )


def plain(field: FieldChange) -> dict[str, object]:
    values = [value and {"presence": value.presence, "text": value.text} for value in (field.was, field.now)]
    return {
        "name": field.name,
        "type": field.type,
        "old": values[0],
        "asked": field.asked,
        "new": values[1],
        "fate": field.fate,
    }


def test_har_holds_the_calls_of_which_there_are_messages(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "calls.har"
    assert write_calls(connection, Query(text="acme"), ExportForm.HAR, path, by_index=True) == 1
    entries = json.loads(path.read_text("utf-8"))["log"]["entries"]
    assert [one["_id"] for one in entries] == ["call-1"]


def test_none_is_a_whole_file_too(connection: sqlite3.Connection, tmp_path: Path) -> None:
    for form in ExportForm:
        assert write_calls(connection, Query(text="nowhere"), form, tmp_path / form, by_index=True) == 0
    assert json.loads((tmp_path / "json").read_text())["calls"] == []
    assert (tmp_path / "csv").read_text("utf-8-sig").count("\n") == 1


def test_half_characters_do_not_stop_an_export(connection: sqlite3.Connection, tmp_path: Path) -> None:
    field = FieldChange(name="\ud800", was=NIL, asked="\udfff")
    CALLS.finish(connection, begun(4, id="call-4", fields=(field,)), ended(), with_values=True)
    for form in (ExportForm.CSV, ExportForm.JSON):
        assert write_calls(connection, ["call-4"], form, tmp_path / form, by_index=True) == 1
    assert json.loads((tmp_path / "json").read_text("utf-8"))["calls"][0]["fields"][0]["name"] == "?"


def test_all_or_nothing(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_text("before")
    with room_for(100), pytest.raises(OSError, match="too large"):
        write_calls(connection, Query(), ExportForm.CSV, path, by_index=True)
    connection.execute("UPDATE detail SET timings = 'x'")
    for form in (ExportForm.CSV, ExportForm.JSON):
        with pytest.raises(HistoryError):
            write_calls(connection, Query(), form, path, by_index=True)
    assert path.read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["calls.csv", "h", "home"]
