"""The request as text with gaps for user, signature and time, in characters that no shell and no editor changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from mktgui.domain.calls import Call
from mktgui.soap.envelope import MARKETO, EnvelopeBuilder, operation_of
from mktgui.soap.signature import Credentials

USER, SIGNATURE, TIMESTAMP = "{user}", "{signature}", "{timestamp}"
_GAPS = frozenset({USER, SIGNATURE, TIMESTAMP})
CONNECT_SECONDS, ANSWER_SECONDS = 20, 90  # facts sheet 3.1

# As they are: what every code page has, and no shell, batch file or here-document looks at.
_ASCII = re.compile(r"[A-Za-z0-9 @.,:;/()+=*?#~|\[\]_-]")
# In a file that is UTF-8 anyhow, also every character that can be seen: a name in Chinese should be readable.
_MARKS = frozenset("'!{}&<>")
_ONE_LINE_SPACES = re.compile("^ | $| (?= )")  # wikis, mails and consoles eat them
_URL = ":/?#[]@()*+,;=&%-._~"


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


def endpoint_text(endpoint: str) -> str:
    """The endpoint in characters that need no quoting in any language but the ampersand and the percent sign."""
    return quote(endpoint.strip().removesuffix("?WSDL"), safe=_URL)


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
    spelled = "".join(one if _is_kept(one, ascii_only=ascii_only) else f"&#{ord(one)};" for one in text)
    return _ONE_LINE_SPACES.sub("&#32;", spelled)


def _is_kept(character: str, *, ascii_only: bool) -> bool:
    if ascii_only:
        return bool(_ASCII.fullmatch(character))
    return character == " " or (character.isprintable() and character not in _MARKS)
