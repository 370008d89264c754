"""JSON as a strict reader takes it."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.jsontext import Number, read, written

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{} {}",
        b"{'a':1}",
        b'{"a":1,}',
        b'{"a":1,"a":1}',
        b'[{"b":{"a":1,"a":2}}]',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":01}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xe9"}',
        '{"a":1}'.encode("utf-16"),
        rb'{"a":"\ud800"}',
        rb'{"\udfff":1}',
        b'{"a":"line\nbreak"}',
        b"[" * 200_000,
        b"[" * 200_000 + b"]" * 200_000,
    ],
)
def test_anything_else_is_609(body: bytes) -> None:
    with pytest.raises(RestError) as caught:
        read(body)
    assert caught.value.code == "609"


@given(VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    assert read(written(value)) == json.loads(json.dumps(value), parse_int=float)


def test_a_whole_character_may_be_written_as_two_halves() -> None:
    assert read(rb'["\ud83d\ude00"]') == ["😀"]


def test_numbers_keep_their_digits() -> None:
    found = read(b"[1.10, 12345678901234567890, 1e999, " + b"9" * 5000 + b"]")
    assert isinstance(found, list)
    assert all(isinstance(one, Number) for one in found)
    assert [one.text for one in found[:3]] == ["1.10", "12345678901234567890", "1e999"]
    assert found[0] == 1.1
    assert math.isinf(found[2])
    assert found[3].text == "9" * 5000


def test_answers_are_short_and_in_utf_8() -> None:
    assert written({"a": ["ő", None, True, 1.5]}) == '{"a":["ő",null,true,1.5]}'.encode()
    with pytest.raises(ValueError, match="not JSON compliant"):
        written(math.nan)
