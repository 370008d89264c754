"""The text of a ticket: words, request and response in one piece, masked, plain or for a page that knows Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import Answer
from mktgui.domain.calls import Call
from mktgui.domain.exchange import Exchange, Message, Part
from mktgui.domain.leaks import Leak, leaks
from mktgui.domain.ports import TextForm
from mktgui.domain.pseudonyms import Pseudonyms

LARGEST = 512 * 1024  # bytes: no ticket takes a longer message, and nobody reads one there

_FENCES = re.compile("`{3,}")


class TicketForm(StrEnum):
    """How the text is to be written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSource:
    """What a ticket is about.

    `words` say how it ended, in the language of the window; `types` are those of the fields by their API names, as far
    as the catalogue knows them.
    """

    call: Call
    answer: Answer | None = None
    exchange: Exchange | None = None
    words: str = ""
    types: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The words between the parts. `left_out` stands for a message that is too long."""

    words: str
    request: str
    response: str
    left_out: str


@dataclass(frozen=True, slots=True)
class TicketPart:
    """A heading and what stands under it. `language` is Markdown's word for what it is."""

    heading: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """The masked parts, and what a second look found in them."""

    parts: tuple[TicketPart, ...] = ()
    leaks: tuple[Leak, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketStyle:
    """How the messages are written: their bodies in this form, with the first line and the headers or without."""

    form: TextForm = TextForm.FORMATTED
    with_head: bool = False


DisguiseMessage = Callable[[Message, Pseudonyms, TextForm], str]
"""The body of a message as text, credentials and every ticked value masked. For worker threads. Never fails."""
DisguiseHead = Callable[[Message, Pseudonyms], str]
"""The first line and the headers likewise."""


@dataclass(frozen=True, slots=True)
class TicketMaker:
    """Makes tickets: masks everything, and then looks at all of it once more. For worker threads."""

    body: DisguiseMessage
    head: DisguiseHead

    def make(self, source: TicketSource, masked: Pseudonyms, headings: Headings, style: TicketStyle) -> Ticket:
        """The ticket with these values masked."""
        parts = [TicketPart(headings.words, masked.inside(source.words), "text")]
        for heading, message in _messages(source.exchange, headings):
            text = self._text(message, masked, style) if len(message.body) <= LARGEST else headings.left_out
            parts.append(TicketPart(heading, text, _language(text)))
        filled = tuple(part for part in parts if part.text.strip())
        return Ticket(filled, leaks("\n".join(part.text for part in filled), masked))

    def _text(self, message: Message, masked: Pseudonyms, style: TicketStyle) -> str:
        body, head = self.body(message, masked, style.form), self.head(message, masked)
        if style.with_head:
            return f"{head}\n\n{body}"
        return body or head.partition("\n")[0]  # of a GET the first line says it all


def _messages(exchange: Exchange | None, headings: Headings) -> Iterator[tuple[str, Message]]:
    """Each message under its heading, numbered where there are several exchanges.

    Asking for a token or for the names of the fields is no part of what the person did.
    """
    if exchange is None:
        return
    shown = [one for one in exchange.all if one is exchange or one.part not in {Part.TOKEN, Part.FIELDS}]
    for number, one in enumerate(shown, 1):
        ending = f" {number}" if len(shown) > 1 else ""
        yield f"{headings.request}{ending}", one.sent
        if one.received is not None:
            yield f"{headings.response}{ending}", one.received


def _language(text: str) -> str:
    beginning = text.lstrip("\ufeff\r\n\t ")[:1]
    return {"<": "xml", "{": "json", "[": "json"}.get(beginning, "text")


def ticket_text(ticket: Ticket, form: TicketForm) -> str:
    """All parts, one below the other."""
    write = {TicketForm.PLAIN: _plain, TicketForm.MARKDOWN: _markdown}[form]
    return "\n\n".join(write(part) for part in ticket.parts) + "\n"


def _plain(part: TicketPart) -> str:
    return f"{part.heading}\n{'-' * len(part.heading)}\n{part.text}"


def _markdown(part: TicketPart) -> str:
    longest = max((len(fence) for fence in _FENCES.findall(part.text)), default=2)
    fence = "`" * (longest + 1)
    return f"**{part.heading}**\n\n{fence}{part.language}\n{part.text}\n{fence}"
