"""Turns the bytes of a message into text for the screen: raw or formatted, masked unless the person reveals it."""

from functools import partial

from lxml import etree

from mktgui.domain.ports import MessageText, TextForm
from mktgui.soap.markup import Markup
from mktgui.soap.message_tree import Tree
from mktgui.soap.parsing import declared_encoding, parsed
from mktgui.wire.decoding import decoded_by
from mktgui.wire.redact import encoding_of, mask_text

_BYTE_BY_BYTE = "latin-1"  # what `encoding_of` says of everything that is not UTF-16
_UTF_8 = "utf-8"
_DOCTYPE = "<!DOCTYPE"


def read_message(body: bytes, form: TextForm, *, masked: bool) -> MessageText:
    """Implements the port `ReadMessage`. Never fails: what cannot be formatted is shown raw, and says so.

    The formatted text is the raw one with line breaks put between tags; not one character of it is changed.
    """
    text, encoding = _text_of(body, masked=masked)
    markup = Markup(text)
    sound = markup.whole and _is_well_formed(body, text)
    formatted = sound and form is TextForm.FORMATTED
    shown, outline = markup.broken_into_lines() if formatted else (text, markup.outline())
    # To XPath an entity is its text, as long as that may be: and in SOAP there is no place for a document type.
    can_be_asked = sound and _DOCTYPE not in text
    tree = Tree(partial(_text_of, body, masked=masked)) if can_be_asked else None
    return MessageText(shown, formatted=formatted, encoding=encoding, outline=outline, tree=tree)


def _text_of(body: bytes, *, masked: bool) -> tuple[str, str]:
    text, encoding = _decoded(body)
    return mask_text(text) if masked else text, encoding


def _decoded(body: bytes) -> tuple[str, str]:
    """The bytes as text, and how: by mark, zeros or declaration, or as UTF-8; a mark is the first character.

    What does not decode shows as its hex value. What an HTTP header says is not asked: it is wrong too often.
    """
    encoding = _UTF_8 if body.startswith(b"\xef\xbb\xbf") else encoding_of(body)
    if encoding == _BYTE_BY_BYTE:
        encoding = declared_encoding(body) or _UTF_8
    try:
        return decoded_by(encoding, body), encoding
    except (LookupError, UnicodeError):  # no encoding, or none that takes these bytes
        return decoded_by(_UTF_8, body), _UTF_8


def _is_well_formed(body: bytes, text: str) -> bool:
    """Whether it is XML to the last byte, by a parser that reads nothing from outside.

    Without definitions of entities nothing can blow up, so depth and length need no limits then.
    """
    try:
        parsed(body, huge_tree=_DOCTYPE not in text)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True
