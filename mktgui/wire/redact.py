"""The one redactor: stands before everything that is shown by default, copied, saved, logged or exported.

It changes byte ranges and nothing else, so what is around a masked value stays exactly as it was; and it works on
broken, truncated and oddly encoded bodies, where a parser would give up.
"""

import re

MASK = "***"

_XML_NAMES = ("requestSignature", "mktowsUserId")
_JSON_NAMES = ("access_token", "client_secret", "client_id")
_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})

# An element by local name, any prefix and attributes, up to its own end tag or, where it is cut off, to the end.
_ELEMENT = re.compile(
    r"(<(?P<tag>(?:[\w.-]+:)?(?:"
    + "|".join(_XML_NAMES)
    + r"))(?:\s[^<>]*)?(?<!/)>)(?P<secret>.*?)(?=</(?P=tag)\s*>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""((?:[\w.-]+:)?(?:""" + "|".join(_XML_NAMES) + r""")\s*=\s*(?P<quote>["']))(?P<secret>.*?)(?=(?P=quote)|\Z)""",
    re.DOTALL,
)
_PAIR = re.compile(r'("(?:' + "|".join(_JSON_NAMES) + r')"\s*:\s*")(?P<secret>(?:[^"\\]|\\.)*)')
_QUERY = re.compile(r"\b((?:" + "|".join(_JSON_NAMES) + r")=)(?P<secret>[^&\s\"'<>]*)")
_PATTERNS = (_ELEMENT, _ATTRIBUTE, _PAIR, _QUERY)


def mask_body(body: bytes) -> bytes:
    """The same bytes with stars in place of signature, user and tokens. Any encoding, any state of repair."""
    encoding = _encoding_of(body)
    return mask_text(body.decode(encoding, "surrogateescape")).encode(encoding, "surrogateescape")


def mask_text(text: str) -> str:
    """The same text with stars in place of signature, user and tokens."""
    for pattern in _PATTERNS:
        text = pattern.sub(_stars, text)
    return text


def mask_headers(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The same headers with stars in place of credentials."""
    return tuple((name, MASK if name.lower() in _HEADERS else mask_text(value)) for name, value in headers)


def _stars(match: re.Match[str]) -> str:
    return match.group(1) + (MASK if match.group("secret") else "")


def _encoding_of(body: bytes) -> str:
    """UTF-16 by its mark or by its zeros; everything else is read byte by byte, which changes nothing."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if body.startswith(b"\xff\xfe") else "utf-16-be"
    zeros = body[:4]
    if zeros[1:2] == b"\0" and zeros[3:4] == b"\0":
        return "utf-16-le"
    if zeros[:1] == b"\0" and zeros[2:3] == b"\0":
        return "utf-16-be"
    return "latin-1"
