"""Texts of the form as JSON values of the right type (facts sheet 6.6)."""

import json
import re

NUMBERS = frozenset({"integer", "score", "percent", "currency", "float", "reference"})
BOOLEAN = "boolean"
_NUMBER = re.compile(r"\+?(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)")
_TRUTH = {"true": "true", "1": "true", "yes": "true", "false": "false", "0": "false", "no": "false"}


def literal(text: str, kind: str) -> str:
    """The text as a JSON value of this type, digit for digit; empty text is null, which clears.

    What does not fit its type goes as a string: Marketo then says what is wrong with it, and nothing is bent here.
    """
    if not text:
        return "null"
    if kind in NUMBERS and (number := _NUMBER.fullmatch(text.strip())):
        return number[1]
    if kind == BOOLEAN and text.strip().lower() in _TRUTH:
        return _TRUTH[text.strip().lower()]
    return json.dumps(text, ensure_ascii=False)


def is_bent(text: str, kind: str) -> bool:
    """Whether a number or a truth goes out in other characters than were typed."""
    sent = literal(text, kind)
    return (kind == BOOLEAN or kind in NUMBERS) and sent != text and not sent.startswith('"')
