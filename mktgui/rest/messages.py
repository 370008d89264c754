"""Turns the bytes of a JSON message into text for the screen: raw or formatted, masked unless the person reveals it."""

import re
from functools import partial

from mktgui.domain.ports import MessageText, TextForm, TextKind
from mktgui.domain.selection import FieldValue, Selected
from mktgui.rest.json_path import select
from mktgui.rest.layout import Layout
from mktgui.wire.decoding import decoded_by
from mktgui.wire.redact import encoding_of, mask_text

_BYTE_BY_BYTE = "latin-1"  # what `encoding_of` says of everything that is not UTF-16 or UTF-32
_UTF_8 = "utf-8"
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0 \t\r\n]*+[\[{]")


def is_json(body: bytes) -> bool:
    """Whether it begins as an object or an array does, in UTF-8 or UTF-16."""
    return _BEGINNING.match(body) is not None


def read_json_message(body: bytes, form: TextForm, *, masked: bool) -> MessageText:
    """Implements the port `ReadMessage`. Never fails: what cannot be formatted is shown raw, and says so.

    The formatted text is the raw one with other white space between its tokens: strings keep their escapes, numbers
    their digits, members their order, and one that is there twice is there twice.
    """
    text, encoding, is_clean = _text_of(body, masked=masked)
    layout = Layout(text)
    sound = layout.whole and is_clean
    formatted = sound and form is TextForm.FORMATTED
    shown, outline = layout.broken_into_lines() if formatted else (text, layout.outline())
    tree = JsonTree(body, masked=masked) if sound else None
    return MessageText(shown, formatted=formatted, encoding=encoding, outline=outline, tree=tree, kind=TextKind.JSON)


class JsonTree:
    """Implements the port `MessageTree`. It reads the text anew each time: kept, it would be several times as large."""

    def __init__(self, body: bytes, *, masked: bool) -> None:
        self._read = partial(_text_of, body, masked=masked)

    def select(self, expression: str) -> Selected:
        """What a path finds; `mktgui.rest.json_path` says what a path is."""
        return select(Layout(self._read()[0]), expression)

    def fields(self) -> tuple[FieldValue, ...]:
        """What it says of the fields of its leads: the members of the records in `input` or `result`."""
        return tuple(Layout(self._read()[0]).fields())


def _text_of(body: bytes, *, masked: bool) -> tuple[str, str, bool]:
    """The bytes as text, by which encoding, and whether all of them were text; a mark is the first character."""
    encoding = encoding_of(body)
    encoding = _UTF_8 if encoding == _BYTE_BY_BYTE else encoding
    try:
        text, is_clean = body.decode(encoding), True
    except UnicodeDecodeError:
        text, is_clean = decoded_by(encoding, body), False
    return mask_text(text) if masked else text, encoding, is_clean
