"""The one redactor: stands before everything that is shown by default, copied, saved, logged or exported.

It changes byte ranges and nothing else, so what is around a masked value stays exactly as it was; and it works on
broken, truncated and oddly encoded bodies, where a parser would give up.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

MASK = "***"
BYTE_BY_BYTE = "latin-1"  # in which every byte is a character, and the same one again

_XML_NAMES = ("requestSignature", "mktowsUserId")
_OTHER_NAMES = ("access_token", "client_secret", "client_id", "bearer")

# Any prefix: also one whose letters are several bytes, which come here one by one.
_PREFIX = r"""(?:[^ \t\r\n<>&:;/="']+:)?"""
_END_OF_ESCAPED = re.compile("&lt;/|<")
_OTHERS_AS_BYTES = tuple(name.encode() for name in _OTHER_NAMES)
_OTHER_NAME = re.compile("|".join(_OTHER_NAMES), re.IGNORECASE)
_LIKE_OTHERS = "\u0130\u0131\u017f\u212a"  # without regard to case these are i, s and k
_NEAR = 64  # characters: a name that ends a value may have one of its own behind it
_SLICE = 128 * 1024  # characters looked through before other threads have their turn
_GAP = r"(?:\s|\\{1,16}[nrt])*"  # text in text has its white space as escapes
_MEMBERS = ("access_token", "client_secret", "client_id")
_NAMED = f"(?:{'|'.join(_MEMBERS)})"


def _pair(named: str) -> re.Pattern[str]:
    return re.compile(rf'"{named}"\s*:\s*"(?P<secret>[^"\\]*(?:\\.[^"\\]*)*)', re.DOTALL | re.IGNORECASE)


def _quoted_pair(named: str) -> re.Pattern[str]:
    """The same as text in another document, or as Python writes it."""
    return re.compile(
        rf"""(?:\\"|'|&quot;|%22){named}(?:\\+"|'|&quot;|%22){_GAP}(?::|%3A){_GAP}(?P<quote>\\+"|'|&quot;|%22)"""
        r"(?P<secret>.*?)(?=(?P=quote)|\Z)",
        re.DOTALL | re.IGNORECASE,
    )


def _spelled(letter: str) -> str:
    """A letter as it is or as an escape of JSON, which in text in text has several backslashes."""
    return rf"(?:{letter}|\\{{1,16}}u00(?:{ord(letter):02x}|{ord(letter.upper()):02x}))"


_PAIR, _QUOTED_PAIR = _pair(_NAMED), _quoted_pair(_NAMED)
_SPELLED = f"(?:{'|'.join(''.join(map(_spelled, name)) for name in _MEMBERS)})"
_ESCAPE = re.compile(r"\\u00[4-7]")  # of a letter of a name; nobody has to write one so, and hardly anybody does
_LONGEST_SPELLED = 21 * max(map(len, _MEMBERS))  # characters
_SPELLED_RULES = (('"', _pair(_SPELLED)), *((quote, _quoted_pair(_SPELLED)) for quote in ('\\"', "'", "&quot;", "%22")))
_QUERY = re.compile(rf"{_NAMED}(?:=|%3D)(?P<secret>[^&\s\"'<>]*)", re.IGNORECASE)
# As long as a token is: there are titles and companies with the word.
_BEARER = re.compile(r"Bearer(?:\s+|%20|\+)(?P<secret>[A-Za-z0-9._~+/:=%-]{16,})", re.IGNORECASE)
# How each begins before the name, and what it is.
_RULES = (
    (1, _PAIR),
    (1, _QUOTED_PAIR),
    (2, _QUOTED_PAIR),
    (3, _QUOTED_PAIR),
    (6, _QUOTED_PAIR),
    (0, _QUERY),
    (0, _BEARER),
)
Span = tuple[int, int]
Find = Callable[[str, str, int, int], Span | None]
"""Takes a text, a name, where the name stands and where to begin to look back; gives where its value is."""


def mask_body(body: bytes) -> bytes:
    """The same bytes with stars in place of signature, user and tokens. Any state of repair."""
    encoding = encoding_of(body)
    whole = whole_units(body, encoding)
    return mask_text(body[:whole].decode(encoding, "surrogatepass")).encode(encoding, "surrogatepass") + body[whole:]


def mask_text(text: str) -> str:
    """The same text with stars in place of signature, user and tokens.

    Looks for names, which is quick, and at what is around them: a pattern over 10 MB would hold the whole program up.
    """
    for name in _XML_NAMES:
        for find in (_element, _escaped, _attribute) if name in text else ():
            text = _replaced(text, _spans_of(text, name, find))
    return _replaced(text, _joined((*_other_spans(text), *_spelled_spans(text))))


def _replaced(text: str, spans: Iterator[Span]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], MASK)
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _joined(spans: tuple[Span, ...]) -> Iterator[Span]:
    """In order; those that overlap or touch are one."""
    start, end = -1, -1
    for one in sorted(spans):
        if one[0] > end:
            if start >= 0:
                yield start, end
            start, end = one
        end = max(end, one[1])
    if start >= 0:
        yield start, end


def _spans_of(text: str, name: str, find: Find) -> Iterator[Span]:
    at = 0
    while (begin := text.find(name, at)) >= 0:
        start, end = find(text, name, begin, at) or (0, 0)
        at = max(begin + len(name), end)
        if end > start:
            yield start, end


def _element(text: str, name: str, at: int, back: int) -> Span | None:
    """An element by local name, with attributes, up to its own end tag or, where it is cut off, to the end."""
    begin = text.rfind("<", back, at)
    opened = _start_tag(name).match(text, begin) if begin >= 0 else None
    if opened is None:
        return None
    shut = re.compile(rf"</{re.escape(opened['tag'])}\s*>").search(text, opened.end())
    return opened.end(), shut.start() if shut else len(text)


def _escaped(text: str, name: str, at: int, back: int) -> Span | None:
    """The same as text in another document: a server that repeats a request in its complaint."""
    begin = text.rfind("&lt;", back, at)
    opened = _escaped_tag(name).match(text, begin) if begin >= 0 else None
    if opened is None:
        return None
    shut = _END_OF_ESCAPED.search(text, opened.end())
    return opened.end(), shut.start() if shut else len(text)


def _attribute(text: str, name: str, at: int, _back: int) -> Span | None:
    opened = re.compile(rf"{name}\s*=\s*([\"'])").match(text, at)
    if opened is None:
        return None
    end = text.find(opened[1], opened.end())
    return opened.end(), end if end >= 0 else len(text)


def _other_spans(text: str) -> Iterator[Span]:
    """Tokens and the like, in whichever case their names are written."""
    done = 0
    for at in _places_of_others(text):
        if at < done - _NEAR:
            continue
        matches = (rule.match(text, at - back) for back, rule in _RULES if at >= back)
        found = next((match for match in matches if match is not None), None)
        if found is not None and found["secret"] and found.end("secret") > done:
            yield max(found.start("secret"), done), found.end("secret")
            done = found.end("secret")


def _spelled_spans(text: str) -> Iterator[Span]:
    """The same where letters of the name are written as escapes: from each escape back to where a name would begin.

    As above, a name that ends a value may have one of its own behind it.
    """
    done = 0
    for at in _places_of_escapes(text) if "\\u00" in text else ():
        if at < done - _LONGEST_SPELLED:
            continue
        for quote, rule in _SPELLED_RULES:
            begin = text.rfind(quote, max(0, at - _LONGEST_SPELLED), at)
            found = rule.match(text, begin) if begin >= 0 else None
            if found is not None and found["secret"] and found.end("secret") > done:
                yield max(found.start("secret"), done), found.end("secret")
                done = found.end("secret")
                break


def _places_of_escapes(text: str) -> Iterator[int]:
    for start in range(0, len(text), _SLICE):
        yield from (match.start() for match in _ESCAPE.finditer(text, start, start + _SLICE + len("\\u00")))


def _places_of_others(text: str) -> Iterator[int]:
    overlap = max(map(len, _OTHER_NAMES)) - 1
    for start in range(0, len(text), _SLICE):
        piece = text[start : start + _SLICE + overlap]
        lower = piece.encode("latin-1", "replace").lower()  # of bytes that is quick, and the names have no others
        odd = not piece.isascii() and any(sign in piece for sign in _LIKE_OTHERS)
        if odd or any(name in lower for name in _OTHERS_AS_BYTES):
            places = (match.start() for match in _OTHER_NAME.finditer(text, start, start + len(piece)))
            yield from (place for place in places if place < start + _SLICE)


@cache
def _start_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(?P<tag>{_PREFIX}{name})(?:\s[^<>]*)?(?<!/)>")


@cache
def _escaped_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"&lt;{_PREFIX}{name}(?:\s(?:[^<>&]|&(?!lt;|gt;))*)?(?<!/)&gt;")


_WIDEST = {
    "utf-32-le": re.compile(rb"\xff\xfe\0\0|[^\0]\0\0\0(?!\0)"),
    "utf-32-be": re.compile(rb"\0\0\xfe\xff|\0\0\0[^\0]"),
}


def encoding_of(body: bytes) -> str:
    """UTF-32 or UTF-16 by its mark or its zeros; everything else is read byte by byte, which changes nothing."""
    for encoding, begins in _WIDEST.items():
        if begins.match(body) and _is_sound(body, encoding):
            return encoding
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if body.startswith(b"\xff\xfe") else "utf-16-be"
    zeros = body[:4]
    if zeros[1:2] == b"\0" and zeros[3:4] == b"\0":
        return "utf-16-le"
    if zeros[:1] == b"\0" and zeros[2:3] == b"\0":
        return "utf-16-be"
    return BYTE_BY_BYTE


def _is_sound(body: bytes, encoding: str) -> bool:
    """Most numbers of 32 bits are no character, so that other bytes hardly ever pass for them."""
    try:
        body[: whole_units(body, encoding)].decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def whole_units(body: bytes, encoding: str) -> int:
    """How many bytes of it are whole units of this encoding."""
    size = {BYTE_BY_BYTE: 1, "utf-16-le": 2, "utf-16-be": 2}.get(encoding, 4)
    return len(body) // size * size
