"""Blots known secrets out of what a server says, wherever it repeats them: the names beside them do not count.

What stands beside the name of a secret is masked in `redact`, whatever it is; this is for those whose text is known.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

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
_ESCAPES = ("%{:02x}", "%{:02X}", "%25{:02x}", "%25{:02X}", "&#{};", "&#x{:x};", "&#x{:X};", "\\u{:04x}", "\\u{:04X}")
_LARGE = 256 * 1024  # bytes
_SHORTEST = 6  # characters; what is shorter stands in any text by chance


class Blots:
    """Some secrets of one call, and by what they are found.

    Where one stands it is gone whole, also where any of its letters are escaped, with all of them large or small (the
    history keeps what is searched in small ones), or in base64.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._known: dict[str, tuple[str, ...]] = {}  # and parts of each that stand in every form of it
        self._packed: set[str] = set()
        self._signs: tuple[str, ...] = ()  # all of them: what has none of these has none of the secrets unescaped
        self._escapes: tuple[str, ...] = ()  # and how those begin of which every letter is escaped, once that is asked
        for one in secrets:
            self.add(one)

    def add(self, secret: Secret) -> None:
        """One more. What is as short as many a word is left wherever it stands."""
        known = secret.reveal().strip()
        if len(known) < _SHORTEST:
            return
        halves = _halves_of(known)
        for change in (str, str.lower, str.upper):
            self._known[change(known)] = tuple(map(change, halves))
        self._packed.update(_in_base64(known))
        self._signs = (*self._packed, *dict.fromkeys(sign for signs in self._known.values() for sign in signs))
        self._escapes = ()

    def add_id(self, name: str) -> None:
        """An id that only the two ends know. A plain word is none of Marketo's, and may be the name of a member."""
        if not name.isalpha():
            self.add(Secret(name))

    def text(self, text: str) -> str:
        """The text with stars wherever one of them stands in it."""
        has_escapes = _has_escapes(text)
        if not _is_any_in(self._signs, text) and not (has_escapes and _is_any_in(self._begins(), text)):
            return text
        for known in sorted(self._known, key=len, reverse=True):  # the longest first: one may be a part of another
            signs = self._known[known]
            if any(sign in text for sign in (*signs, *(_begins_of(known) if has_escapes else ()))):
                text = re.sub(_any_form(known), MASK, text)
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
        """Whether one of the signs is there, as it is if one of the secrets is.

        Whoever escapes every letter of one repeats a request, and no 10 MB.
        """
        for sign in self._signs:
            if sign.encode() in body:
                return True
        if len(body) > _LARGE:
            return False
        text = body.decode(BYTE_BY_BYTE)
        return _has_escapes(text) and _is_any_in(self._begins(), text)

    def _begins(self) -> tuple[str, ...]:
        if not self._escapes:
            self._escapes = tuple(dict.fromkeys(begin for known in self._known for begin in _begins_of(known)))
        return self._escapes


def _has_escapes(text: str) -> bool:
    return "%" in text or "&#" in text or "\\u" in text


def _is_any_in(signs: tuple[str, ...], text: str) -> bool:
    for sign in signs:  # noqa: SIM110 - `any` would make a generator of it, which takes three times as long
        if sign in text:
            return True
    return False


def _halves_of(known: str) -> tuple[str, ...]:
    """The longest part that nothing has to escape, in two: a letter of it may be escaped all the same."""
    parts: list[str] = re.findall("[A-Za-z0-9]*", known)
    core = max(parts, key=len)
    half = len(core) // 2
    return (core[:half], core[half:]) if half >= _SHORTEST else (core,)


def _begins_of(known: str) -> Iterator[str]:
    """Where every letter of it is escaped."""
    return ("".join(form.format(ord(one)) for one in known[:2]) for form in _ESCAPES)


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
