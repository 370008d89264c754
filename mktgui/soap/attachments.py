"""An answer with attachments, as some gateways pack it (RFC 2387; MTOM): its envelope is one of the parts."""

import re
from email.message import Message as Mime
from email.parser import BytesParser

from mktgui.domain.exchange import Message
from mktgui.soap.reader import BrokenXmlError

_OF_PARTS = re.compile(r"\s*multipart/", re.IGNORECASE)
_BY_REFERENCE = re.compile(rb"<(?:[^\s<>:/]+:)?Include\s[^<>]*href", re.IGNORECASE)
_REFERENCES = b"http://www.w3.org/2004/08/xop/include"


def with_envelope(message: Message) -> Message:
    """The part that holds the envelope, as a message; any other message is that itself.

    Raises BrokenXmlError where something in it is only a reference to another part (XOP): left out it would pass for
    empty. Texts never are, and Marketo has nothing else (facts sheet 2.4).
    """
    kind = message.header("Content-Type")
    root = _root_of(f"Content-Type: {kind}\r\n\r\n".encode() + message.body) if _OF_PARTS.match(kind) else None
    if root is None:
        return message
    body = root.get_payload(decode=True)
    assert isinstance(body, bytes)  # noqa: S101 - all that is no list of parts is
    if _REFERENCES in body and _BY_REFERENCE.search(body):
        raise BrokenXmlError("a value stands outside the envelope")
    return Message(message.start_line, (("Content-Type", str(root.get("Content-Type", ""))),), body)


def _root_of(entity: bytes) -> Mime | None:
    """The part that `start` names, else the first; None where there are no parts, or that is made of parts itself."""
    whole = BytesParser().parsebytes(entity)
    parts = [one for one in whole.get_payload() if isinstance(one, Mime)] if whole.is_multipart() else []
    start = _bare(whole.get_param("start"))
    named = (one for one in parts if start and _bare(one.get("Content-ID")) == start)
    root = next(named, next(iter(parts), None))
    return None if root is None or root.is_multipart() else root


def _bare(name: object) -> str:
    return str(name or "").strip().strip("<>")
