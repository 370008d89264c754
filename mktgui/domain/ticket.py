"""The text of a ticket: words, request and response in one piece, masked, plain or for a page that knows Markdown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import Answer
from mktgui.domain.calls import Call
from mktgui.domain.exchange import Exchange, Message
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
        sent, received = (source.exchange.sent, source.exchange.received) if source.exchange else (None, None)
        parts = [TicketPart(headings.words, masked.inside(source.words), "text")]
        for heading, message in ((headings.request, sent), (headings.response, received)):
            if message is not None:
                text = self._text(message, masked, style) if len(message.body) <= LARGEST else headings.left_out
                parts.append(TicketPart(heading, text, _language(text)))
        filled = tuple(part for part in parts if part.text.strip())
        return Ticket(filled, leaks("\n".join(part.text for part in filled), masked))

    def _text(self, message: Message, masked: Pseudonyms, style: TicketStyle) -> str:
        body = self.body(message, masked, style.form)
        return f"{self.head(message, masked)}\n\n{body}" if style.with_head else body


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
