"""Answers that are odd on purpose, each in exactly one way."""

import json
import math
from typing import Any

import pytest

from mktgui.practice.rest.spoiled import changed
from mktgui.practice.scenarios import Scenario, scenario
from mktgui.practice.server import PracticeServer
from mktgui.practice.tricks import ABOUT, Door, Trick
from tests.practice.raw import ANA
from tests.practice.rest.raw import Reply, RestCaller

HONEST = {"success": True, "result": [{"id": ANA, "status": "updated"}]}
TRICKS = [trick for trick, about in ABOUT.items() if about.doors & Door.REST and not about.before_write]


def got(rest: RestCaller, name: str) -> Reply:
    """An update of Ana's lead, with this scenario in the way."""
    assert rest.token
    rest.server.next(name)
    return rest.update(ANA, title="CTO")


def envelope(reply: Reply) -> Any:
    said = json.loads(reply.body)
    said.pop("requestId")
    return said


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("as-usual", HONEST),
        ("wrong-content-type", HONEST),
        ("unknown-status", {"success": True, "result": [{"id": ANA, "status": "unchanged"}]}),
        ("no-success", {"result": HONEST["result"]}),
        ("success-as-text", {**HONEST, "success": "true"}),
        ("success-and-errors", {**HONEST, "errors": [{"code": "611", "message": "System error"}]}),
        ("no-result", {"success": True}),
        ("empty-result", {"success": True, "result": []}),
    ],
)
def test_what_is_left_of_the_honest_answer(rest: RestCaller, name: str, expected: object) -> None:
    assert envelope(got(rest, name)) == expected


def test_only_the_wrong_content_type_has_one(rest: RestCaller) -> None:
    assert got(rest, "wrong-content-type").headers["Content-Type"] == "text/html"
    assert got(rest, "nan").headers["Content-Type"] == "application/json;charset=UTF-8"


def test_other_encodings(rest: RestCaller) -> None:
    with_mark = got(rest, "bom").body
    assert with_mark.startswith(b"\xef\xbb\xbf{")
    assert json.loads(with_mark.decode("utf-8-sig"))["success"] is True
    assert json.loads(got(rest, "utf-16").body.decode("utf-16"))["success"] is True
    with pytest.raises(UnicodeDecodeError):
        got(rest, "not-utf-8").body.decode()
    assert json.loads(got(rest, "lone-surrogate").body)["result"][0]["odd"] == "\ud800"


def test_numbers_beyond_any_type(rest: RestCaller) -> None:
    said = json.loads(got(rest, "nan").body)
    assert math.isnan(said["notANumber"])
    assert said["result"][0]["endless"] == -math.inf
    said = json.loads(got(rest, "huge-numbers").body, parse_int=str)
    assert len(said["result"][0]["long"]) == 5000
    assert said["far"] == math.inf


def test_members_that_are_there_twice(rest: RestCaller) -> None:
    pairs: list[list[tuple[str, object]]] = []
    json.loads(got(rest, "duplicate-keys").body, object_pairs_hook=pairs.append)
    assert [name for name, _ in pairs[0]] == ["id", "status", "success", "id", "id", "status"]
    assert [name for name, _ in pairs[1]].count("success") == 2


def test_other_roots(rest: RestCaller) -> None:
    assert [one["success"] for one in json.loads(got(rest, "not-an-object").body)] == [True]
    assert got(rest, "null").body == b"null"


def test_depth(rest: RestCaller) -> None:
    body = got(rest, "deep").body
    assert body.count(b"[") == 100_001
    with pytest.raises(RecursionError):
        json.loads(body)


def test_a_truncated_answer_ends_early_with_a_length_that_is_right(rest: RestCaller) -> None:
    reply = got(rest, "truncated")
    assert int(reply.headers["Content-Length"]) == len(reply.body) > 30
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(reply.body)


def test_new_members_and_kinds_of_nothing(rest: RestCaller) -> None:
    new = {"somethingNew": {"a": [1, {"b": None, "somethingNew": 1}]}}
    assert list(new) == ["somethingNew"]
    said = json.loads(got(rest, "extra-elements").body)
    assert said["somethingNew"] == said["result"][0]["somethingNew"]
    nothing = json.loads(got(rest, "kinds-of-nothing").body)["result"][0]
    assert [nothing[name] for name in ("emptyText", "nullText", "emptyList", "emptyObject")] == ["", None, [], {}]


def test_a_huge_answer_has_so_many_fields_more(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.token
    server.next("huge=1000")
    [lead] = rest.get(f"lead/{ANA}.json").result
    assert len([name for name in lead if name.startswith("huge")]) == 1000
    assert 9_000_000 < len(changed(scenario("huge"), b'{"result":[{"id":1}],"success":true}')) < 12_000_000


def test_values_with_braces_and_quotes_are_left_alone(rest: RestCaller, server: PracticeServer) -> None:
    text = '{"a":1} "status":"x" {"'
    assert rest.update(ANA, title=text).outcome == ("updated", ANA)
    server.next("kinds-of-nothing")
    [lead] = rest.get(f"lead/{ANA}.json", fields="title").envelope["result"]
    assert (lead["title"], lead["emptyText"]) == (text, "")


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if trick not in {Trick.TRUNCATED, Trick.NULL}])
def test_nothing_is_lost_on_the_way(trick: Trick) -> None:
    body = b'{"requestId":"a#1","result":[],"success":true}'
    made = changed(Scenario(trick, amount=5), body)
    kept = made.decode("utf-16").encode() if trick is Trick.UTF_16 else made
    assert b'"requestId":"a#1"' in kept
