"""Blots known secrets out of what a server says, wherever it repeats them: the names beside them do not count.

What stands beside the name of a secret is masked in `redact`, whatever it is; this is for those whose text is known.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import AnyStr

from mktgui.domain.exchange import Message
from mktgui.domain.secret import Secret
from mktgui.wire.redact import BYTE_BY_BYTE, MASK, encoding_of, whole_units

_ENTITIES = {
    "&": ("&amp;",),
    "<": ("&lt;",),
    ">": ("&gt;",),
    '"': ("&quot;",),
    "'": ("&apos;",),
    " ": ("+", "%2B", "%2b"),
}
_ENTITIES |= {"\n": ("n",), "\r": ("r",), "\t": ("t",), "\b": ("b",), "\f": ("f",)}  # behind a backslash
_MARKS = ("%", "&#", "\\u")  # without one of these no letter or digit is escaped
_OF_LETTERS = re.compile(
    r"%(?:25)?([3-7][0-9A-Fa-f])|&#[xX]0*([3-7][0-9A-Fa-f]);|\\[uU]00([3-7][0-9A-Fa-f])|&#0*([0-9]{2,3});"
)
_LAST_OF_ASCII = 127
_SLICE = 128 * 1024  # characters looked through before other threads have their turn
_LONGEST_LETTER = 100  # characters: two escapes of JSON, each behind as many backslashes as text five times in text has
_SHORTEST = 6  # characters; what is shorter stands in any text by chance


class Blots:
    """Some secrets of one call, and by what they are found.

    Where one stands it is gone whole, also where any of its letters are escaped, with all of them large or small (the
    history keeps what is searched in small ones), or in base64.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._known: dict[str, str] = {}  # and the part of each that stands in every form of it
        self._packed: set[str] = set()
        self._signs: tuple[str, ...] = ()  # what has none of these has none of the secrets, unless it is escaped
        for one in secrets:
            self.add(one)

    def add(self, secret: Secret) -> None:
        """One more. What is as short as many a word is left wherever it stands."""
        known = secret.reveal().strip()
        if len(known) < _SHORTEST:
            return
        core = _core_of(known)
        for change in (str, str.lower, str.upper):
            self._known[change(known)] = change(core)
        self._packed.update(_in_base64(known))
        self._signs = (*self._packed, *dict.fromkeys(self._known.values()))

    def add_id(self, name: str) -> None:
        """An id that only the two ends know. A plain word is none of Marketo's, and may be the name of a member."""
        if not name.isalpha():
            self.add(Secret(name))

    def text(self, text: str) -> str:
        """The text with stars wherever one of them stands in it."""
        escaped = self._escaped_in(text) if _has_escapes(text) else set()
        if not escaped and not _is_any_in(self._signs, text):
            return text
        for known in sorted(self._known, key=len, reverse=True):  # the longest first: one may be a part of another
            if known in escaped or self._known[known] in text:
                text = _blotted(text, known)
        for packed in self._packed:
            text = text.replace(packed, MASK)
        return text

    def body(self, body: bytes) -> bytes:
        """The same for the bytes of a body in any encoding, which else stay as they are."""
        encoding = encoding_of(body)
        if encoding == BYTE_BY_BYTE and not self._may_stand_in(body):
            return body  # without turning 10 MB into text for it
        whole = whole_units(body, encoding)
        text = body[:whole].decode(encoding, "surrogatepass")
        blotted = self.text(text)
        return body if blotted == text else blotted.encode(encoding, "surrogatepass") + body[whole:]

    def message(self, message: Message) -> Message:
        """The same for a message, its first line and its headers."""
        line, headers, body = message.start_line, message.headers, self.body(message.body)
        head = "\n".join((line, *(value for _, value in headers)))
        if self.text(head) != head:  # as good as never, and so not asked of each header
            line, headers = self.text(line), tuple((name, self.text(value)) for name, value in headers)
        elif body is message.body:
            return message
        return Message(line, headers, body)

    def _may_stand_in(self, body: bytes) -> bool:
        """Whether one of the signs is there, as it is if one of the secrets is."""
        return any(_stands_in(body, sign.encode()) for sign in (*_MARKS, *self._signs))

    def _escaped_in(self, text: str) -> set[str]:
        """Those whose core stands in it once the letters that are escapes are put back."""
        found: set[str] = set()
        for start in range(0, len(text), _SLICE):
            piece = text[start : start + _SLICE + _longest_form(self._known)]
            if _has_escapes(piece):
                plain = _OF_LETTERS.sub(_letter, piece).replace("\\", "")
                found |= {known for known, core in self._known.items() if core in plain}
        return found


def _has_escapes(text: str) -> bool:
    return _is_any_in(_MARKS, text)


def _is_any_in(signs: Iterable[str], text: str) -> bool:
    for sign in signs:  # noqa: SIM110 - `any` would make a generator of it, which takes three times as long
        if sign in text if len(text) <= _SLICE else _stands_in(text, sign):
            return True
    return False


def _stands_in(whole: AnyStr, sign: AnyStr) -> bool:
    """In slices: to look for a few letters in 10 MB may take 40 ms, in which nobody else has their turn."""
    more = len(sign) - 1
    return any(whole.find(sign, start, start + _SLICE + more) >= 0 for start in range(0, len(whole), _SLICE))


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[4]) if escape[4] else int(escape[1] or escape[2] or escape[3], 16)
    return chr(code) if code <= _LAST_OF_ASCII else escape[0]


def _longest_form(known: Iterable[str]) -> int:
    return _LONGEST_LETTER * max(map(len, known), default=0)


def _blotted(text: str, known: str) -> str:
    """In slices, since a pattern over 10 MB would hold the whole program up."""
    form, more = re.compile(_any_form(known)), _longest_form((known,))
    parts: list[str] = []
    done = 0
    for start in range(0, len(text), _SLICE):
        for match in form.finditer(text, max(start, done), start + _SLICE + more):
            if match.start() < start + _SLICE:
                parts += (text[done : match.start()], MASK)
                done = match.end()
    return "".join((*parts, text[done:])) if parts else text


def _core_of(known: str) -> str:
    """The longest part that nothing has to escape."""
    parts: list[str] = re.findall("[A-Za-z0-9]*", known)
    return max(parts, key=len)


def _in_base64(known: str) -> Iterator[str]:
    """The letters that base64 makes of it whatever stands around it, at each of the three places it may begin."""
    octets = known.encode("utf-8", "surrogatepass")
    for place in range(3):
        packed = b64encode(bytes(place) + octets).decode("ascii").rstrip("=")
        own = packed[-(-place * 8 // 6) : (place + len(octets)) * 8 // 6]
        if len(own) >= _SHORTEST:
            yield own


def _any_form(text: str) -> str:
    return r"(?:\\{1,16}(?=u))?" + r"\\*".join(map(_sign, text))  # as many backslashes as text in text in text has


def _sign(sign: str) -> str:
    """A letter as it is, in an address once or twice over, in JSON, in XML, or read byte by byte."""
    octets = sign.encode("utf-8", "surrogatepass")
    halves = sign.encode("utf-16-be", "surrogatepass").hex(" ", 2).split()
    plain = "|".join(map(re.escape, (sign, octets.decode("latin-1"), *_ENTITIES.get(sign, ()))))
    in_address = "".join(f"%(?:25)?{octet:02x}" for octet in octets)
    in_json = r"\\+".join(f"u{half}" for half in halves)
    return f"(?:{plain}|(?i:{in_address}|{in_json}|&#{ord(sign)};|&#x0*{ord(sign):x};))"
