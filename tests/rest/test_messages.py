"""JSON messages as text: never a failure, never a secret unless it is asked for, never a letter changed."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mktgui.domain.lead import text_value
from mktgui.domain.ports import MessageText, TextForm, TextKind
from mktgui.domain.selection import FieldValue, PathTrouble
from mktgui.rest.messages import is_json, read_json_message
from tests.rest.json_texts import bare, texts

CANARY = "CANARY0123456789"
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def read(body: bytes, form: TextForm = TextForm.FORMATTED, *, masked: bool = False) -> MessageText:
    return read_json_message(body, form, masked=masked)


@given(text=texts(), encoding=st.sampled_from(sorted(MARKS)), marked=st.booleans())
def test_formatting_changes_white_space_and_raw_nothing(text: str, encoding: str, *, marked: bool) -> None:
    whole = "[" + text.encode("utf-8", "replace").decode() + "]"
    body = (MARKS[encoding] if marked else b"") + whole.encode(encoding)
    raw, made = read(body, TextForm.RAW), read(body)
    assert raw.text == "\ufeff" * marked + whole
    assert raw.text.encode(raw.encoding) == body
    assert (made.formatted, raw.formatted, made.encoding) == (True, False, encoding)
    assert bare(made.text) == bare(raw.text)
    assert json.loads(made.text.removeprefix("\ufeff")) == json.loads(whole)


TOKENS = (
    '{{"access_token":"{0}","token_type":"bearer"}}',
    '{{"a":"client_secret={0}&grant_type=client_credentials"}}',
    '{{"Client_Id" : "{0}"}}',
    '{{"Authorization":"Bearer {0}"}}',
    '{{"echo":"{{\\"access_token\\":\\"{0}\\"}}","b":1}}',
    '{{"access_token":"{0}',
    '{{"echo":"<requestSignature>{0}</requestSignature>"}}',
)


@pytest.mark.parametrize("encoding", sorted(MARKS))
@pytest.mark.parametrize("form", TextForm)
@pytest.mark.parametrize("text", TOKENS)
def test_no_secret_shows_unless_it_is_asked_for(text: str, form: TextForm, encoding: str) -> None:
    body = text.format(CANARY).encode(encoding)
    message = read(body, form, masked=True)
    assert CANARY not in message.text
    assert "***" in message.text
    assert CANARY in read(body, form).text
    if message.tree is not None:
        assert not any(CANARY in hit.text for hit in message.tree.select("..*").hits)


def test_what_is_masked_is_still_formatted() -> None:
    assert read(TOKENS[0].format(CANARY).encode(), masked=True).text == (
        '{\n  "access_token": "***",\n  "token_type": "bearer"\n}'
    )


def test_a_secret_in_a_field_shows_in_no_field_either() -> None:
    body = b'{"input":[{"email":"a@b.c","client_secret":"%s"}]}' % CANARY.encode()
    tree = read(body, masked=True).tree
    assert tree is not None
    assert tree.fields() == (
        FieldValue(0, "email", text_value("a@b.c")),
        FieldValue(0, "client_secret", text_value("***")),
    )


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":"caf\xc3',
        b'{"a":"caf\xe9"}',
        b'{"a":"\\\xe9"}',  # which as text would look like an escaped backslash
        b'{"a":1}{',
        b'{"a":1} trailing',
        b'{"a":"\0"}',
        b"{\0}",
        b"[1,2",
        b'{"success":tru',
        "[1]".encode("utf-16-le")[:-1],
        b"\xff\xfe[\0\0\xd8]\0",
        b"[NaN]",
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_formatted_is_shown_raw(body: bytes) -> None:
    message = read(body)
    assert not message.formatted
    assert message.tree is None
    assert message.kind is TextKind.JSON
    assert message.text == read(body, TextForm.RAW).text


def test_stray_bytes_show_as_their_values() -> None:
    assert read(b'{"a":"caf\xe9"}').text == '{"a":"caf\\xe9"}'
    assert read('{"a":"价'.encode()[:-1]).text == '{"a":"\\xe4\\xbb'


def test_what_looks_odd_and_is_well_formed_is_formatted() -> None:
    body = b'{"a":"\\ud800","a":12345678901234567890.10,"":"\\u0000"}'
    assert read(body).text == '{\n  "a": "\\ud800",\n  "a": 12345678901234567890.10,\n  "": "\\u0000"\n}'


def test_it_can_be_asked_for_paths_and_fields() -> None:
    tree = read(b'{"result":[{"id":7,"title":"VP"}]}', TextForm.RAW, masked=True).tree
    assert tree is not None
    assert [hit.text for hit in tree.select("title").hits] == ['"title":"VP"']
    assert tree.select("//a[1=2]").trouble is PathTrouble.INVALID
    assert tree.fields() == (FieldValue(0, "id", text_value("7")), FieldValue(0, "title", text_value("VP")))


@pytest.mark.parametrize("depth", [300, 20_000])
def test_deep_messages_are_formatted_too(depth: int) -> None:
    message = read(b"[" * depth + b"]" * depth)
    assert message.formatted
    assert message.text.count("\n") == 2 * depth - 2


@pytest.mark.parametrize(
    "body", [b"{}", b"[", b" \r\n\t{", b"\xef\xbb\xbf[", b"\xff\xfe{\0", b"\xfe\xff\0[", b"\0{", b"\n\0{\0", b"\0 \0["]
)
def test_what_begins_as_json(body: bytes) -> None:
    assert is_json(body)


@pytest.mark.parametrize(
    "body", [b"", b" ", b"<a>{</a>", b"It works!", b'"text"', b"1", b"null", b"\xef\xbb\xbf", b"x{"]
)
def test_what_does_not(body: bytes) -> None:
    assert not is_json(body)


@given(body=st.binary(max_size=80), form=st.sampled_from(TextForm), masked=st.booleans())
@example(body=b"\xff\xfe", form=TextForm.FORMATTED, masked=True)
def test_no_bytes_make_it_fail(body: bytes, form: TextForm, *, masked: bool) -> None:
    message = read(b"[" + body, form, masked=masked)
    assert message.text
    assert message.formatted <= (form is TextForm.FORMATTED)
    assert message.formatted <= (message.tree is not None)
