"""Placeholders in JSON: string by string, so that keys, numbers that are no values and all white space stay."""

import json
import re

from mktgui.domain.pseudonyms import Pseudonyms

_TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*")|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(?P<colon>:)')
# Words of the protocol (facts sheet 6.2 to 6.5).
_PROTOCOL = frozenset(
    {"status", "success", "requestId", "code", "lookupField", "action", "type", "token_type", "scope"}
)
_FIELDS = {"leadId": "Id"}


def disguised_json(text: str, pseudonyms: Pseudonyms) -> str:
    """The same document with placeholders in its values. A number that is masked becomes a string."""
    pieces, at, key = list[str](), 0, ""
    tokens = list(_TOKEN.finditer(text))
    for found, following in zip(tokens, [*tokens[1:], None], strict=True):
        if found.lastgroup == "colon":
            continue
        if following is not None and following.lastgroup == "colon":
            key = json.loads(found.group())
            continue
        pieces += text[at : found.start()], _value(found.group(), key, pseudonyms)
        at = found.end()
    return "".join((*pieces, text[at:]))


def _value(token: str, key: str, pseudonyms: Pseudonyms) -> str:
    if key in _PROTOCOL:
        return token
    said = json.loads(token) if token.startswith('"') else token
    whole = pseudonyms.whole(_FIELDS.get(key, key), said)
    if whole is None and token.startswith('"'):
        inside = pseudonyms.inside(said)
        return token if inside == said else json.dumps(inside, ensure_ascii=False)
    return token if whole is None else json.dumps(whole, ensure_ascii=False)
