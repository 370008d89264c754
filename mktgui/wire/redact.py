"""The one redactor: stands before everything that is shown by default, copied, saved, logged or exported.

It changes byte ranges and nothing else, so what is around a masked value stays exactly as it was; and it works on
broken, truncated and oddly encoded bodies, where a parser would give up.
"""

import json
import re
from collections.abc import Collection, Iterator
from urllib.parse import quote, quote_plus

from mktgui.domain.secret import Secret

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
_NAMED = "(?:" + "|".join(_JSON_NAMES) + ")"
_PAIR = re.compile(rf'("{_NAMED}"\s*:\s*")(?P<secret>(?:[^"\\]|\\.)*)', re.DOTALL | re.IGNORECASE)
# The same as text in another document, or as Python writes it.
_QUOTED_PAIR = re.compile(
    rf"""((?:\\+"|'|&quot;|%22){_NAMED}(?:\\+"|'|&quot;|%22)\s*(?::|%3A)\s*(?P<quote>\\+"|'|&quot;|%22))"""
    r"(?P<secret>.*?)(?=(?P=quote)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_QUERY = re.compile(rf"({_NAMED}(?:=|%3D))(?P<secret>[^&\s\"'<>]*)", re.IGNORECASE)
# As long as a token is: there are titles and companies with the word.
_BEARER = re.compile(r"(\bBearer(?:\s+|%20|\+))(?P<secret>[A-Za-z0-9._~+/:=%-]{16,})", re.IGNORECASE)
_PATTERNS = (_ELEMENT, _ESCAPED, _ATTRIBUTE, _PAIR, _QUOTED_PAIR, _QUERY, _BEARER)
_SHORTEST = 6  # characters; what is shorter stands in any text by chance


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


def blot(text: str, secrets: Collection[Secret]) -> str:
    """The text with stars wherever one of these secrets stands in it, plain or as an address, JSON or XML has it."""
    for form in _all_forms(secrets):
        text = text.replace(form, MASK)
    return text


def blot_body(body: bytes, secrets: Collection[Secret]) -> bytes:
    """The same for the bytes of a body in any encoding."""
    encoding = encoding_of(body).replace("latin-1", "utf-8")
    for form in _all_forms(secrets):
        body = body.replace(form.encode(encoding), MASK.encode(encoding))
    return body


def _all_forms(secrets: Collection[Secret]) -> list[str]:
    """The longest first: one may be a part of another."""
    return sorted({form for one in secrets for form in _forms(one.reveal().strip())}, key=len, reverse=True)


def _forms(secret: str) -> Iterator[str]:
    if len(secret) >= _SHORTEST:
        yield secret
        yield from (quote(secret, safe=""), quote_plus(secret), quote(quote_plus(secret), safe=""))
        yield from (json.dumps(secret)[1:-1], secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


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
