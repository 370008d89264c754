"""Turns the bytes of a message into text for the screen: raw or formatted, masked unless the person reveals it."""

import re

from lxml import etree

from mktgui.domain.ports import MessageText, TextForm
from mktgui.wire.redact import encoding_of, mask_text

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_message(body: bytes, form: TextForm, *, masked: bool) -> MessageText:
    """Implements the port `ReadMessage`. Never fails: what cannot be formatted is shown raw, and says so."""
    formatted = _formatted(body) if form is TextForm.FORMATTED else None
    text = _decoded(body) if formatted is None else formatted
    return MessageText(mask_text(text) if masked else text, formatted=formatted is not None)


def _decoded(body: bytes) -> str:
    """The bytes as text: by mark, zeros or declaration, or as UTF-8; what does not decode shows as its hex value."""
    encoding = next((name for mark, name in _MARKS if body.startswith(mark)), None)
    if encoding is None and encoding_of(body) != "latin-1":
        encoding = encoding_of(body)
    declared = _DECLARED.match(body)
    name = encoding or (declared.group(1).decode("ascii") if declared else "utf-8")
    try:
        return body.decode(name, "backslashreplace")
    except (LookupError, UnicodeError):  # no encoding, or none that takes these bytes
        return body.decode("utf-8", "backslashreplace")


def _formatted(body: bytes) -> str | None:
    """One element a line, indented; text that stands between tags is never touched. None where that is impossible."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, strip_cdata=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return etree.tostring(root.getroottree(), pretty_print=True, encoding="unicode").rstrip("\n")
