"""JSON spread over lines says exactly what it said before."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.json_text import spread

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_one_member_a_line() -> None:
    text = '{"action":"updateOnly","input":[{"id":7,"score":1.50,"none":null}],"empty":{},"list":[]}'
    assert spread(text).split("\n") == [
        "{",
        '  "action": "updateOnly",',
        '  "input": [',
        "    {",
        '      "id": 7,',
        '      "score": 1.50,',
        '      "none": null',
        "    }",
        "  ],",
        '  "empty": {},',
        '  "list": []',
        "}",
    ]


@pytest.mark.parametrize("text", ['"a{b,[c:\\"}"', '{"a\\\\":"b, c"}', "7", ""])
def test_what_stands_in_quotes_is_left_alone(text: str) -> None:
    assert spread(text).replace("\n", "").replace("  ", "").replace('": "', '":"') == text


@given(VALUES)
def test_it_means_the_same_and_a_second_time_changes_nothing(value: object) -> None:
    once = spread(json.dumps(value, ensure_ascii=False))
    assert json.loads(once) == value
    assert once == json.dumps(value, ensure_ascii=False, indent=2)
    assert spread(once) == once


@given(st.text(st.sampled_from('{}[],:"\\ \n\tab1')))
def test_of_anything_nothing_but_blanks_changes(text: str) -> None:
    bare = re.compile(r"[ \t\r\n]+")
    assert bare.sub("", spread(text)) == bare.sub("", text)


def test_what_is_very_deep_is_not_indented_for_ever() -> None:
    assert len(spread("[" * 5000)) < 5000 * 110
