"""Bytes as text where some of them may be no text: what does not decode shows as its hex value."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from mktgui.domain.exchange import Message

_SLICE = 16 * 1024  # bytes: each stray one is an exception, and the window gets its turn only after a slice
_CHARSET = re.compile(
    r"""charset\s*=\s*["']?(iso-?8859-[0-9]+|latin-?1|windows-[0-9]+|cp[0-9]+|gbk|gb2312|gb18030|big5|shift_jis"""
    r"""|euc-(?:jp|kr)|koi8-[ru])["']?\s*(?:;|$)""",
    re.IGNORECASE,
)


def read_by_its_header(message: Message) -> bytes:
    """The body in UTF-8 where it is in none of Unicode's encodings, and Content-Type says in which it is.

    Neither API writes so, but some programs on the way do. Any other body is as it came.
    """
    body, charset = message.body, _CHARSET.search(message.header("Content-Type"))
    if charset is None or body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return body
    try:
        body.decode()
    except UnicodeDecodeError:
        pass
    else:
        return body
    try:
        return body.decode(charset[1]).encode()
    except (LookupError, UnicodeError):
        return body


def decoded_by(encoding: str, body: bytes) -> str:
    """The bytes as text. Raises LookupError where there is no such encoding, UnicodeError where it takes no bytes."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        decode = getincrementaldecoder(encoding)("backslashreplace").decode
    parts = [decode(body[start : start + _SLICE]) for start in range(0, len(body), _SLICE)]
    return "".join((*parts, decode(b"", final=True)))
