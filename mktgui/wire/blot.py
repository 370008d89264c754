"""Blots known secrets out of what a server says, wherever it repeats them: the names beside them do not count.

What stands beside the name of a secret is masked in `redact`, whatever it is; this is for those whose text is known.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator

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
_SHORTEST = 6  # characters; what is shorter stands in any text by chance


def blot(text: str, secrets: Collection[Secret]) -> str:
    """The text with stars wherever one of these secrets stands in it, also where any of its letters are escaped."""
    for known in _known(secrets):
        if _core_of(known) in text:
            text = re.sub(_any_form(known), MASK, text)
        for packed in _in_base64(known):
            text = text.replace(packed, MASK)
    return text


def blot_body(body: bytes, secrets: Collection[Secret]) -> bytes:
    """The same for the bytes of a body in any encoding, which else stay as they are."""
    encoding = encoding_of(body)
    if encoding == BYTE_BY_BYTE and not any(sign.encode() in body for sign in _signs_of(secrets)):
        return body  # without turning 10 MB into text for it
    whole = whole_units(body, encoding)
    text = body[:whole].decode(encoding, "surrogatepass")
    blotted = blot(text, secrets)
    return body if blotted == text else blotted.encode(encoding, "surrogatepass") + body[whole:]


def blot_message(message: Message, secrets: Collection[Secret]) -> Message:
    """The same for a message, its first line and its headers."""
    headers = tuple((name, blot(value, secrets)) for name, value in message.headers)
    return Message(blot(message.start_line, secrets), headers, blot_body(message.body, secrets))


def _known(secrets: Collection[Secret]) -> list[str]:
    """The longest first: one may be a part of another."""
    return sorted({known for one in secrets if len(known := one.reveal().strip()) >= _SHORTEST}, key=len, reverse=True)


def _signs_of(secrets: Collection[Secret]) -> Iterator[str]:
    """What stands in every form of one of these secrets; all of it is ASCII."""
    for known in _known(secrets):
        yield _core_of(known)
        yield from _in_base64(known)


def _in_base64(known: str) -> Iterator[str]:
    """The letters that base64 makes of it whatever stands around it, at each of the three places it may begin."""
    octets = known.encode("utf-8", "surrogatepass")
    for place in range(3):
        packed = b64encode(bytes(place) + octets).decode("ascii").rstrip("=")
        own = packed[-(-place * 8 // 6) : (place + len(octets)) * 8 // 6]
        if len(own) >= _SHORTEST:
            yield own


def _core_of(text: str) -> str:
    """The longest part that nothing escapes: where it is not, a slow search would find nothing either."""
    parts: list[str] = re.findall("[A-Za-z0-9]*", text)
    return max(parts, key=len)


def _any_form(text: str) -> str:
    return r"\\*".join(map(_sign, text))  # as many backslashes as text in text in text has


def _sign(sign: str) -> str:
    """A letter as it is, in an address once or twice over, in JSON, in XML, or read byte by byte."""
    octets = sign.encode("utf-8", "surrogatepass")
    halves = sign.encode("utf-16-be", "surrogatepass").hex(" ", 2).split()
    plain = "|".join(map(re.escape, (sign, octets.decode("latin-1"), *_ENTITIES.get(sign, ()))))
    in_address = "".join(f"%(?:25)?{octet:02x}" for octet in octets)
    in_json = r"\\+".join(f"u{half}" for half in halves)
    return f"(?:{plain}|(?i:{in_address}|{in_json}|&#{ord(sign)};|&#x0*{ord(sign):x};))"
