"""A ticket can be read as it is, and as Markdown nothing in a message ends its block."""

from mktgui.domain.ticket import TicketForm, TicketPart, ticket_text

PARTS = (
    TicketPart("What happened", "Updated."),
    TicketPart("Request", "<a>\n```\n</a>", "xml"),
    TicketPart("Empty", " "),
)


def test_plain() -> None:
    assert ticket_text(PARTS, TicketForm.PLAIN) == (
        "What happened\n-------------\nUpdated.\n\nRequest\n-------\n<a>\n```\n</a>\n"
    )


def test_markdown() -> None:
    assert ticket_text(PARTS, TicketForm.MARKDOWN) == (
        "**What happened**\n\nUpdated.\n\n**Request**\n\n````xml\n<a>\n```\n</a>\n````\n"
    )
    assert "\n```xml\nx\n```\n" in ticket_text([TicketPart("Request", "x", "xml")], TicketForm.MARKDOWN)
