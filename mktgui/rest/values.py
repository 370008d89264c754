"""Texts of the form as JSON values of the right type (facts sheet 6.6)."""

import json
import re

NUMBERS = frozenset({"integer", "score", "percent", "currency", "float", "reference"})
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
    if kind == "boolean" and text.strip().lower() in _TRUTH:
        return _TRUTH[text.strip().lower()]
    return json.dumps(text, ensure_ascii=False)
