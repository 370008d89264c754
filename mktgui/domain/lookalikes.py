"""What looks like something that should not leave the house, whosever it is: addresses, numbers, credentials."""

import re
from collections.abc import Iterator
from enum import StrEnum


class Look(StrEnum):
    """What a text looks like."""

    ADDRESS = "address"
    PHONE = "phone"
    SIGNATURE = "signature"
    USER_ID = "user-id"
    TOKEN = "token"  # noqa: S105 - the name of a finding, not a token


_PATTERNS = {
    Look.ADDRESS: r"""[^\s@<>"'(),:;=&/?]+(?:@|%40)[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}""",
    Look.SIGNATURE: r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{40}(?![0-9A-Fa-f])",
    # The vendor's shape (facts sheet 3.1): an account, and something like hexadecimal digits.
    Look.USER_ID: r"(?<!\w)[A-Za-z][A-Za-z0-9]*_(?:[0-9]+_)?[0-9A-F]{10,}(?!\w)",
    Look.TOKEN: (
        r"(?i:(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?::[a-z]{2,4})?(?!\w)"
        r"|(?:bearer|basic)\s+(?!\*\*\*)[\w+/=.:~-]{8,}"
        r"""|(?:access_token|client_secret)["']?\s*[=:]\s*["']?(?!\*\*\*)[\w.:~-]{4,})"""
    ),
    Look.PHONE: (
        r"(?<![\w.:+-])(?:\+|00|\()[\d()][\d\s().\-/]{6,18}\d(?![\w:])"
        r"|(?<![\w.:+-])\d{2,5}(?:[ ./-]\d{2,5}){2,5}(?![\w:.-])"
    ),
}
_COMPILED = tuple((look, re.compile(pattern)) for look, pattern in _PATTERNS.items())
# Dates, times and network addresses are groups of digits too.
_NO_PHONE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\d.])"
)


def lookalikes(text: str) -> Iterator[tuple[Look, str]]:
    """Everything that looks like one of these, with what it is, each as often as it is there."""
    for look, pattern in _COMPILED:
        searched = _NO_PHONE.sub(" ", text) if look is Look.PHONE else text
        yield from ((look, found.group()) for found in pattern.finditer(searched))
