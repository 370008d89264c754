"""Puts placeholders into a message in place of personal values, without breaking it: XML, JSON, or any other text."""

import json
import re
from collections.abc import Iterable

from mktgui.domain.exchange import CREDENTIAL_HEADERS, Message
from mktgui.domain.ports import ReadMessage, TextForm
from mktgui.domain.pseudonyms import Pseudonyms
from mktgui.wire.disguise_json import disguised_json
from mktgui.wire.disguise_xml import disguised_xml
from mktgui.wire.redact import MASK, mask_text

# What every message has: nothing of a person is in them, and a changed one would mislead whoever reads the ticket.
_PLUMBING = re.compile(
    "(accept(-.*)?|cache-control|connection|content-(encoding|length|type)|date|host|server|soapaction|"
    "transfer-encoding|user-agent|vary)",
    re.IGNORECASE,
)


def disguised_body(text: str, pseudonyms: Pseudonyms) -> str:
    """The text of a body with credentials masked first, and then every ticked value. Any state of repair.

    What was well-formed stays so, with the same elements or keys in the same order; all other bytes stay as they are.
    """
    text = mask_text(text)
    beginning = text.lstrip("\ufeff \t\r\n")[:1]
    if beginning == "<":
        return disguised_xml(text, pseudonyms)
    if beginning in {"{", "["} and _is_json(text):
        return disguised_json(text, pseudonyms)
    return pseudonyms.inside(text)


def disguised_message(read: ReadMessage, message: Message, pseudonyms: Pseudonyms, form: TextForm) -> str:
    """The body of a message as it is shown, masked."""
    return disguised_body(read(message.body, form, masked=True).text, pseudonyms)


def disguised_head(message: Message, pseudonyms: Pseudonyms) -> str:
    """The first line and the headers of a message, masked likewise."""
    lines = [_start_line(message.start_line, pseudonyms), *_headers(message.headers, pseudonyms)]
    return mask_text("\n".join(lines))


def _start_line(line: str, pseudonyms: Pseudonyms) -> str:
    """Method and version stay; an answer's first line has nothing to mask."""
    method, _, rest = line.partition(" ")
    target, space, version = rest.rpartition(" ")
    if method.startswith("HTTP/") or not space:
        return line
    return f"{method} {pseudonyms.inside(target).replace(' ', '%20')} {version}"


def _headers(headers: Iterable[tuple[str, str]], pseudonyms: Pseudonyms) -> Iterable[str]:
    for name, value in headers:
        if name.lower() in CREDENTIAL_HEADERS:
            yield f"{name}: {MASK}"
        else:
            yield f"{name}: {value if _PLUMBING.fullmatch(name) else pseudonyms.inside(value)}"


def _is_json(text: str) -> bool:
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True
