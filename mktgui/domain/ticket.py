"""The text of a ticket: words, request and response in one piece, plain or for a page that knows Markdown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_FENCES = re.compile("`{3,}")


class TicketForm(StrEnum):
    """How the text is to be written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class TicketPart:
    """A heading and what stands under it. `language` is Markdown's word for a message; empty for sentences."""

    heading: str
    text: str
    language: str = ""


def ticket_text(parts: Iterable[TicketPart], form: TicketForm) -> str:
    """All parts that have text, one below the other."""
    write = {TicketForm.PLAIN: _plain, TicketForm.MARKDOWN: _markdown}[form]
    return "\n\n".join(write(part) for part in parts if part.text.strip()) + "\n"


def _plain(part: TicketPart) -> str:
    return f"{part.heading}\n{'-' * len(part.heading)}\n{part.text}"


def _markdown(part: TicketPart) -> str:
    if not part.language:
        return f"**{part.heading}**\n\n{part.text}"
    longest = max((len(fence) for fence in _FENCES.findall(part.text)), default=2)
    fence = "`" * (longest + 1)
    return f"**{part.heading}**\n\n{fence}{part.language}\n{part.text}\n{fence}"
