"""The one redactor: stands before everything that is shown by default, copied, saved, logged or exported.

It changes byte ranges and nothing else, so what is around a masked value stays exactly as it was; and it works on
broken, truncated and oddly encoded bodies, where a parser would give up.
"""

import re

MASK = "***"

_XML_NAMES = ("requestSignature", "mktowsUserId")
_JSON_NAMES = ("access_token", "client_secret", "client_id")

# Any prefix: also one whose letters are several bytes, which come here one by one.
_TAG = r"""(?P<tag>(?:[^ \t\r\n<>&:;/="']+:)?(?:""" + "|".join(_XML_NAMES) + "))"
# An element by local name, with attributes, up to its own end tag or, where it is cut off, to the end.
_ELEMENT = re.compile(rf"(<{_TAG}(?:\s[^<>]*)?(?<!/)>)(?P<secret>.*?)(?=</(?P=tag)\s*>|\Z)", re.DOTALL)
# The same as text in another document: a server that repeats a request in its complaint.
_ESCAPED = re.compile(rf"(&lt;{_TAG}(?:\s(?:[^<>&]|&(?!lt;|gt;))*)?(?<!/)&gt;)(?P<secret>[^<]*?)(?=&lt;/|<|\Z)")
_ATTRIBUTE = re.compile(
    r"((?:" + "|".join(_XML_NAMES) + r""")\s*=\s*(?P<quote>["']))(?P<secret>.*?)(?=(?P=quote)|\Z)""", re.DOTALL
)
_PAIR = re.compile(r'("(?:' + "|".join(_JSON_NAMES) + r')"\s*:\s*")(?P<secret>(?:[^"\\]|\\.)*)', re.DOTALL)
_QUERY = re.compile(r"((?:" + "|".join(_JSON_NAMES) + r")=)(?P<secret>[^&\s\"'<>]*)")
_PATTERNS = (_ELEMENT, _ESCAPED, _ATTRIBUTE, _PAIR, _QUERY)


def mask_body(body: bytes) -> bytes:
    """The same bytes with stars in place of signature, user and tokens. Any state of repair."""
    encoding = encoding_of(body)
    whole = len(body) if encoding == "latin-1" else len(body) // 2 * 2
    return mask_text(body[:whole].decode(encoding, "surrogatepass")).encode(encoding, "surrogatepass") + body[whole:]


def mask_text(text: str) -> str:
    """The same text with stars in place of signature, user and tokens."""
    for pattern in _PATTERNS:
        text = pattern.sub(_stars, text)
    return text


def _stars(match: re.Match[str]) -> str:
    return match.group(1) + (MASK if match.group("secret") else "")


def encoding_of(body: bytes) -> str:
    """UTF-16 by its mark or by its zeros; everything else is read byte by byte, which changes nothing."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if body.startswith(b"\xff\xfe") else "utf-16-be"
    zeros = body[:4]
    if zeros[1:2] == b"\0" and zeros[3:4] == b"\0":
        return "utf-16-le"
    if zeros[:1] == b"\0" and zeros[2:3] == b"\0":
        return "utf-16-be"
    return "latin-1"
