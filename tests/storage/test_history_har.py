"""HAR 1.2 as browsers and proxies read it: every member that has to be there, and the times in their places."""

import base64
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pytest

from mktgui.domain.calls import Action, AttributeToSend, SyncLead
from mktgui.domain.exchange import Exchange, Message, Part, Stage, Timing
from mktgui.domain.history import Entry, Query
from mktgui.domain.history_port import ExportForm, HistoryProblem
from mktgui.domain.outcome import Answered
from mktgui.domain.recording import context_of
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.storage.history import SqliteHistory
from mktgui.storage.history_har import har_texts
from mktgui.storage.history_rows import SUMMARY, begun_columns, ended_columns, summary_of
from mktgui.workers.recorded import RecordedTransport
from tests.practice.raw import ANA
from tests.rest.connecting import no_report, profile_for, told_by, transport_to
from tests.storage.past_calls import EXCHANGE, begun, ended

Plain = dict[str, object]

# What HAR 1.2 asks for: http://www.softwareishard.com/blog/har-12-spec/
ENTRY = {"startedDateTime": str, "time": float, "request": dict, "response": dict, "cache": dict, "timings": dict}
REQUEST = {
    "method": str,
    "url": str,
    "httpVersion": str,
    "cookies": list,
    "headers": list,
    "queryString": list,
    "headersSize": int,
    "bodySize": int,
}
RESPONSE = {
    "status": int,
    "statusText": str,
    "httpVersion": str,
    "cookies": list,
    "headers": list,
    "content": dict,
    "redirectURL": str,
    "headersSize": int,
    "bodySize": int,
}


def entry(note: str = "Asked by Mei", ticket: str = "MOPS-7") -> Entry:
    names = [name.strip() for name in SUMMARY.split(",")]
    columns: Plain = {**dict.fromkeys(names, ""), "gist": "[]", "field_count": 0, "pinned": 0}
    columns |= begun_columns(begun(id="call-1"), with_values=True) | ended_columns(ended(), with_values=True)
    columns |= {"note": note, "ticket": ticket}
    return Entry(summary=summary_of(tuple(columns[name] for name in names)))


def har(*exchanges: Exchange) -> list[Plain]:
    """The entries, after a look at what is around them."""
    pieces = list(har_texts((entry(), one) for one in exchanges))
    assert sum(calls for _, calls in pieces) == len(exchanges)
    return checked("".join(text for text, _ in pieces))


def checked(text: str) -> list[Plain]:
    """The entries of a log that is one by HAR 1.2."""
    whole = json.loads(text)
    assert list(whole) == ["log"]
    log = whole["log"]
    assert (log["version"], log["creator"]["name"]) == ("1.2", "mktgui")
    assert isinstance(log["creator"]["version"], str)
    for one in log["entries"]:
        assert_has(one, ENTRY)
        assert_has(one["request"], REQUEST)
        assert_has(one["response"], RESPONSE)
        assert_has(one["response"]["content"], {"size": int, "mimeType": str})
        if one["request"]["bodySize"]:
            assert_has(one["request"]["postData"], {"mimeType": str, "params": list, "text": str})
        for pairs in (one["request"]["headers"], one["request"]["queryString"], one["response"]["headers"]):
            assert all(set(map(type, pair.values())) == {str} and list(pair) == ["name", "value"] for pair in pairs)
        assert {"send", "wait", "receive"} <= set(one["timings"])
        assert all(isinstance(took, int | float) for took in one["timings"].values())
        assert datetime.fromisoformat(one["startedDateTime"]).tzinfo is not None
    entries: list[Plain] = log["entries"]
    return entries


def assert_has(plain: Plain, members: dict[str, type]) -> None:
    for name, kind in members.items():
        assert isinstance(plain[name], kind if kind is not float else (int, float)), name


def part(plain: Plain, *names: str) -> object:
    found: object = plain
    for name in names:
        assert isinstance(found, dict)
        found = found[name]
    return found


def test_none_is_a_log_too() -> None:
    assert har() == []


def test_a_call_is_an_entry() -> None:
    first, second = har(EXCHANGE, EXCHANGE)
    assert first == second
    assert part(first, "request", "method") == "POST"
    assert part(first, "request", "url") == EXCHANGE.endpoint
    assert part(first, "request", "httpVersion") == "HTTP/1.1"
    assert part(first, "request", "queryString") == [{"name": "a", "value": "b"}, {"name": "c", "value": ""}]
    assert part(first, "request", "headers") == [
        {"name": "Content-Type", "value": "text/xml"},
        {"name": "X-Odd", "value": "Ä"},
    ]
    assert part(first, "request", "postData", "text") == "<a>芳</a>"
    assert part(first, "response", "status") == 200
    assert part(first, "response", "statusText") == "Very OK"
    assert part(first, "response", "content") == {"size": 4, "mimeType": "text/xml", "text": "<b/>"}
    assert (first["comment"], first["_id"], first["_written"]) == ("MOPS-7 Asked by Mei", "call-1", "yes")


def test_a_call_that_took_several_requests_has_an_entry_for_each_in_order() -> None:
    token = replace(EXCHANGE, sent=Message("GET /identity/oauth/token HTTP/1.1", (), b""), part=Part.TOKEN)
    fields = replace(EXCHANGE, sent=Message("GET /rest/v1/leads/describe2.json HTTP/1.1", (), b""), part=Part.FIELDS)
    back = replace(EXCHANGE, sent=Message("GET /rest/v1/lead/7.json HTTP/1.1", (), b""), part=Part.READ_BACK)
    pieces = list(har_texts([(entry(), replace(EXCHANGE, before=(token, fields), after=(back,))), (entry(), EXCHANGE)]))
    assert [calls for _, calls in pieces] == [0, 1, 1, 0]
    entries = json.loads("".join(text for text, _ in pieces))["log"]["entries"]
    assert [one["_part"] for one in entries] == ["token", "fields", "call", "read-back", "call"]
    assert ["_written" in one for one in entries] == [False, False, True, False, True]
    assert ["postData" in one["request"] for one in entries] == [False, False, True, False, True]
    assert {one["_id"] for one in entries} == {"call-1"}


def test_the_times_are_in_milliseconds_and_connect_includes_ssl() -> None:
    (one,) = har(EXCHANGE)
    assert one["timings"] == {
        "blocked": -1,
        "dns": -1,
        "connect": 375,
        "ssl": 250,
        "send": 0,
        "wait": 500,
        "receive": 0,
    }
    assert one["time"] == 875


def test_holding_and_preparing_are_blocked() -> None:
    timings = (Timing(Stage.HOLDING, 1), Timing(Stage.PREPARING, 0.5), Timing(Stage.SENDING, 0.25))
    (one,) = har(replace(EXCHANGE, timings=timings))
    assert part(one, "timings", "blocked") == 1500
    assert (part(one, "timings", "connect"), part(one, "timings", "ssl"), one["time"]) == (-1, -1, 1750)


def test_a_call_without_an_answer_has_status_0() -> None:
    (one,) = har(replace(EXCHANGE, received=None, status=None, complete=False))
    assert part(one, "response", "status") == 0
    assert part(one, "response", "content") == {"size": 0, "mimeType": "", "text": ""}
    assert part(one, "response", "_complete") is False


def test_bytes_that_are_no_text_come_as_base64() -> None:
    body = "<a>芳</a>".encode("utf-16")
    (one,) = har(replace(EXCHANGE, sent=Message("", (), body), received=Message("", (), body)))
    assert part(one, "response", "content", "encoding") == "base64"
    assert base64.b64decode(str(part(one, "response", "content", "text"))) == body


def test_a_call_that_went_in_the_meantime_is_left_out() -> None:
    pieces = list(har_texts([(None, EXCHANGE), (entry("", ""), EXCHANGE)]))
    entries = json.loads("".join(text for text, _ in pieces))["log"]["entries"]
    assert [one["comment"] for one in entries] == [""]


@pytest.mark.parametrize("location", ["https://a.example/"])
def test_a_redirection_is_told(location: str) -> None:
    (one,) = har(replace(EXCHANGE, received=Message("HTTP/1.1 302 Found", (("Location", location),), b""), status=302))
    assert part(one, "response", "redirectURL") == location


def test_a_real_call_over_rest_is_one_of_three_requests_without_its_secrets(tmp_path: Path) -> None:
    """From the history as it was kept: token, write and reading back."""
    store, path = SqliteHistory(tmp_path / "history"), tmp_path / "calls.har"
    value = '芳 "x" \\ <b>&\r\n'
    call = SyncLead(
        marketo_id=ANA, attributes=(AttributeToSend("title", value),), action=Action.UPDATE_ONLY, lookup_field="id"
    )
    with PracticeServer() as server:
        known = Told(names=told_by(server).names)
        profile = profile_for(server.rest_endpoint, server.client_id)
        recorded = RecordedTransport(transport_to(server, known), store, context_of(profile), fail)
        assert isinstance(recorded.send(call, no_report), Answered)
        secrets = (server.client_secret, server.client_id, *(tokens_of(server)))
    assert store.export(Query(), ExportForm.HAR, path) == 1
    text = path.read_text(encoding="utf-8")
    store.close()
    assert [secret for secret in secrets if secret in text or quote(secret, safe="") in text] == []
    entries = checked(text)
    token, write, back = entries
    assert [one["_part"] for one in entries] == ["token", "call", "read-back"]
    assert ["_written" in one for one in entries] == [False, True, False]
    assert [part(one, "request", "method") for one in entries] == ["GET", "POST", "GET"]
    assert part(token, "request", "queryString") == [
        {"name": "grant_type", "value": "client_credentials"},
        {"name": "client_id", "value": "***"},
        {"name": "client_secret", "value": "***"},
    ]
    said = json.loads(str(part(token, "response", "content", "text")))
    assert (said["access_token"], said["token_type"]) == ("***", "bearer")
    for one in (write, back):
        assert {"name": "Authorization", "value": "***"} in cast("list[object]", part(one, "request", "headers"))
    posted = part(write, "request", "postData")
    assert isinstance(posted, dict)
    assert posted["mimeType"] == "application/json"
    assert json.loads(posted["text"])["input"] == [{"id": ANA, "title": value}]
    assert json.loads(str(part(write, "response", "content", "text")))["result"] == [{"id": ANA, "status": "updated"}]
    asked = cast("list[dict[str, str]]", part(back, "request", "queryString"))
    assert {"name": "filterValues", "value": str(ANA)} in asked
    assert json.loads(str(part(back, "response", "content", "text")))["result"][0]["title"] == value
    assert [one["startedDateTime"] for one in entries] == sorted(str(one["startedDateTime"]) for one in entries)


def tokens_of(server: PracticeServer) -> list[str]:
    """What it gave."""
    replies = [entry.reply for entry in server.journal if entry.path.startswith("/identity")]
    return [json.loads(one)["access_token"] for one in replies]


def fail(problem: HistoryProblem) -> None:
    raise AssertionError(problem)
