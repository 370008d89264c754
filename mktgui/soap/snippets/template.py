"""The request as text with gaps for user, signature and time, in characters that no shell and no editor changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from mktgui.domain.calls import Call
from mktgui.domain.code_text import endpoint_text, is_kept, with_spaces_kept
from mktgui.soap.envelope import MARKETO, EnvelopeBuilder, operation_of
from mktgui.soap.signature import Credentials

USER, SIGNATURE, TIMESTAMP = "{user}", "{signature}", "{timestamp}"
_GAPS = frozenset({USER, SIGNATURE, TIMESTAMP})


@dataclass(frozen=True, slots=True)
class Template:
    """What there is to put into code. `lines` are the envelope, one element a line, with the gaps in the header."""

    operation: str
    action: str
    endpoint: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The envelope in one piece."""
        return "\n".join(self.lines)


def template_of(envelopes: EnvelopeBuilder, call: Call, endpoint: str, *, ascii_only: bool) -> Template:
    """The call as the program itself would send it. Raises RequestInvalidError.

    What a shell might change is written as a reference of XML, and so is everything beyond ASCII where that is wanted.
    """
    body = envelopes.build(call, Credentials(USER, SIGNATURE, TIMESTAMP))
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    operation = operation_of(call)
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items())
    first, *rest = _lines(root, 0, ascii_only=ascii_only)
    return Template(
        operation=operation,
        action=f"{MARKETO}{operation}",
        endpoint=endpoint_text(endpoint),
        lines=('<?xml version="1.0" encoding="UTF-8"?>', first.replace(">", f"{spaces}>", 1), *rest),
    )


def _lines(element: etree._Element, depth: int, *, ascii_only: bool) -> Iterator[str]:
    local = _local_name(element)
    name, indent = f"{element.prefix}:{local}" if element.prefix else local, " " * depth
    if not len(element):
        text = element.text or ""
        # A value that is spelled like a gap is none: only the header has gaps.
        is_gap = text in _GAPS and _local_name(element.getparent()) == "AuthenticationHeader"
        yield f"{indent}<{name}>{text if is_gap else _spelled(text, ascii_only=ascii_only)}</{name}>"
        return
    yield f"{indent}<{name}>"
    for child in element:
        yield from _lines(child, depth + 1, ascii_only=ascii_only)
    yield f"{indent}</{name}>"


def _local_name(element: etree._Element | None) -> str:
    """The name without its namespace."""
    return "" if element is None else etree.QName(element).localname


def _spelled(text: str, *, ascii_only: bool) -> str:
    spelled = "".join(one if is_kept(one, ascii_only=ascii_only) else f"&#{ord(one)};" for one in text)
    return with_spaces_kept(spelled, "&#32;")
