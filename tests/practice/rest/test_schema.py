"""The validator, and the schema of our own writing."""

import copy
import json
from typing import Any

import pytest

from mktgui.practice.rest.schema import Schema, bundled

SCHEMA = Schema(
    {
        "$defs": {
            "small": {"type": "integer", "minimum": 1},
            "either": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/small"}]},
            "word": {"type": "string", "pattern": "^[a-z]+$"},
            "choice": {"enum": [True, 1, "one"]},
            "some": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/$defs/small"}},
            "open": {"type": "object", "required": ["a"], "properties": {"a": {"type": ["number", "boolean"]}}},
            "closed": {"type": "object", "properties": {"a": {"type": "null"}}, "additionalProperties": False},
            "typed": {"type": "object", "properties": {}, "additionalProperties": {"$ref": "#/$defs/word"}},
        }
    }
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("small", 1),
        ("small", 2.0),
        ("either", None),
        ("either", 7),
        ("word", "abc"),
        ("choice", True),
        ("choice", "one"),
        ("some", [1]),
        ("some", [1, 2]),
        ("open", {"a": 1.5, "b": []}),
        ("open", {"a": False}),
        ("closed", {}),
        ("closed", {"a": None}),
        ("typed", {"x": "abc"}),
    ],
)
def test_what_is_allowed(name: str, value: object) -> None:
    assert SCHEMA.problems(value, name) == []


@pytest.mark.parametrize(
    ("name", "value", "problems"),
    [
        ("small", 0, ["$ is less than 1"]),
        ("small", 1.5, ["$ is not integer"]),
        ("small", float("inf"), ["$ is not integer"]),
        ("small", True, ["$ is not integer"]),
        ("small", "1", ["$ is not integer"]),
        ("either", 0, ["$ is none of what it may be"]),
        ("word", "Abc", ["$ does not look like ^[a-z]+$"]),
        ("word", None, ["$ is not string"]),
        ("choice", False, ["$ is not one of [True, 1, 'one']"]),
        ("choice", 1.0, ["$ is not one of [True, 1, 'one']"]),
        ("some", [], ["$ has fewer than 1 items"]),
        ("some", [1, 0, "x"], ["$ has more than 2 items", "$[1] is less than 1", "$[2] is not integer"]),
        ("some", {}, ["$ is not array"]),
        ("open", {}, ["$ has no a"]),
        ("open", {"a": "1"}, ["$.a is not number or boolean"]),
        ("open", [], ["$ is not object"]),
        ("closed", {"a": 1, "b": 2}, ["$.a is not null", "$ has b, which is not known"]),
        ("typed", {"x": 1}, ["$.x is not string"]),
    ],
)
def test_what_is_not(name: str, value: object, problems: list[str]) -> None:
    found = SCHEMA.problems(value, name)
    assert sorted(found) == sorted(problems)


@pytest.mark.parametrize(
    "rule",
    [
        {"format": "date"},
        {"properties": {"a": {"maxLength": 3}}},
        {"anyOf": [{"not": {}}]},
        {"items": {"const": 1}},
        {"additionalProperties": {"multipleOf": 2}},
    ],
)
def test_a_schema_with_words_that_would_not_be_checked_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="this validator does not know"):
        Schema({"$defs": {"x": rule}})


def test_closed_objects_are_the_rule_in_ours() -> None:
    success = {"requestId": "a1b2#14272d07d78", "success": True, "result": [{"id": 702, "status": "updated"}]}
    assert bundled().problems(success, "syncLeads") == []
    for change in ({"success": "true"}, {"result": [{"id": 702}]}, {"more": 1}, {"requestId": "x"}):
        assert bundled().problems({**copy.deepcopy(success), **change}, "syncLeads"), change
    assert bundled() is bundled()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("failure", '{"requestId":"a1#1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}'),
        (
            "syncLeads",
            (
                '{"requestId":"a1#2","success":true,"result":[{"id":702,"status":"updated"},'
                '{"status":"skipped","reasons":[{"code":"1007","message":"Multiple lead match lookup criteria"}]}]}'
            ),
        ),
        ("syncRequest", '{"action":"updateOnly","lookupField":"id","input":[{"id":7,"title":null,"x":1.5,"y":true}]}'),
    ],
)
def test_the_shapes_of_the_facts_sheet_are_allowed(name: str, raw: str) -> None:
    assert bundled().problems(json.loads(raw), name) == []
