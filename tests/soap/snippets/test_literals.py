"""Nested values are written one entry a line, and what a message leaves out is left out."""

import pytest

from mktgui.soap.snippets.literals import Style, given, literal

STYLE = Style(text=repr, dictionary=("{", "}"), sequence=("[", "]"), pair=": ", truth=("no", "yes"))


def test_nested() -> None:
    value = given({"a": {"b": [{"c": "x'"}, {"d": 1}], "e": None}, "f": True, "g": False, "h": {}, "i": []})
    assert literal(value, STYLE) == (
        "{\n    'a': {\n        'b': [\n            {\n                'c': \"x'\",\n            },\n"
        "            {\n                'd': 1,\n            },\n        ],\n    },\n"
        "    'f': yes,\n    'g': no,\n    'h': {},\n    'i': [],\n}"
    )


def test_anything_else_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        given({"a": 1.5})
