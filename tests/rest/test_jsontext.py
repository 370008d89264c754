"""JSON as it comes: broken, odd, contradictory, or no JSON at all."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.rest.jsontext import DEEPEST, BrokenJsonError, NotJsonError, Number, read_object, whole


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \r\n",
        b"<!DOCTYPE html><html></html>",
        b"It works!\n",
        b"null",
        b"[]",
        b'[{"a":1}]',
        b'"text"',
        b"\xe9t\xe9",
    ],
)
def test_what_is_no_json_object(body: bytes) -> None:
    with pytest.raises(NotJsonError):
        read_object(body)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"success":tru',
        b'{"a":1}{',
        b'{"a":"caf\xe9"}',
        b'{"success":false,"success":true}',
        b'{"result":[{"id":1,"id":2}]}',
        '{"a"'.encode("utf-16"),
        b"\xef\xbb\xbf{",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":' + b"[" * DEEPEST + b"]" * DEEPEST + b"}",
    ],
)
def test_what_begins_like_json_and_is_not(body: bytes) -> None:
    with pytest.raises(BrokenJsonError) as caught:
        read_object(body)
    assert 0 < len(str(caught.value)) <= 200


@pytest.mark.parametrize(
    "body", [b"\xef\xbb\xbf%s", "\ufeff".encode("utf-16-le"), "\ufeff".encode("utf-16-be")], ids=["8", "16le", "16be"]
)
def test_marks_and_other_encodings_are_put_up_with(body: bytes) -> None:
    text = '{"a":"ő"}'
    encodings = {b"\xff": "utf-16-le", b"\xfe": "utf-16-be"}
    encoded = body.replace(b"%s", b"") + text.encode(encodings.get(body[:1], "utf-8"))
    assert read_object(encoded) == {"a": "ő"}


def test_a_member_twice_with_the_same_value_is_no_contradiction() -> None:
    assert read_object(b'{"a":1,"a":1}') == {"a": Number("1")}


def test_numbers_keep_their_digits_and_words() -> None:
    found = read_object(b'{"a":1.10,"b":[NaN,-Infinity,1e999,' + b"9" * 5000 + b"]}")
    assert found == {"a": Number("1.10"), "b": [*map(Number, ("NaN", "-Infinity", "1e999", "9" * 5000))]}


def test_the_deepest_that_is_read() -> None:
    depth = DEEPEST - 2
    assert read_object(b'{"a":' + b"[" * depth + b"1" + b"]" * depth + b"}")["a"]


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.text() | st.lists(st.text())))
def test_whatever_was_written_is_read(value: dict[str, object]) -> None:
    assert read_object(json.dumps(value).encode()) == value
    assert read_object(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary())
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(NotJsonError, BrokenJsonError):
        assert isinstance(read_object(body), dict)


@pytest.mark.parametrize(
    ("text", "made"), [("a\ud800b", "a\ufffdb"), ("\udc00", "\ufffd"), ("😀", "😀"), ("\ud83d\ude00", "😀"), ("", "")]
)
def test_half_a_character_is_replaced(text: str, made: str) -> None:
    assert whole(text) == made


LONG = b" " * (256 * 1024)


def read_or_refused(body: bytes) -> object:
    try:
        return read_object(body)
    except (BrokenJsonError, NotJsonError) as error:
        return type(error)  # in which words and at which place may differ


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": [1, 2.50, -1e5, true, false, null, NaN, "\\u00e9\\n"], "b": {"c": {}, "d": []}}',
        b'{"a": 1, "a": 1}',
        b'{"a": 1, "a": 2}',
        b'{"a": tru}',
        b'{"a": 1,}',
        b'{"a" 1}',
        b'{"a": 1',
        b'{"a": "\x01"}',
        b"[1]",
        b"words",
        b'{"a":' + b"[" * DEEPEST + b"]" * DEEPEST + b"}",
        b'{"a":' + b"[" * 100_000,
    ],
)
def test_a_long_text_is_read_or_refused_like_a_short_one(body: bytes) -> None:
    assert read_or_refused(body + LONG) == read_or_refused(body)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_whatever_was_written_is_read_from_a_long_text_too(value: object) -> None:
    body = json.dumps({"a": value}).encode()
    assert read_object(body + LONG) == read_object(body)


def test_a_line_end_in_the_middle_of_a_text_is_put_up_with_and_stays() -> None:
    assert read_object(b'{"a":"one\ntwo\tthree"}') == {"a": "one\ntwo\tthree"}
    long = b'{"a":"one\n' + b"x" * 300_000 + b'"}'
    assert read_object(long) == {"a": "one\n" + "x" * 300_000}
