"""A ticket holds words and messages, masked and looked at twice; nothing in a message ends its Markdown block."""

from dataclasses import replace

from mktgui.domain.exchange import Exchange, Message, Part
from mktgui.domain.leaks import Leak
from mktgui.domain.ports import TextForm
from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from mktgui.domain.ticket import (
    LARGEST,
    Headings,
    Ticket,
    TicketForm,
    TicketMaker,
    TicketPart,
    TicketSource,
    TicketStyle,
    ticket_text,
)
from tests.domain.leads import AT
from tests.domain.tickets import ANSWER, CALL

HEADINGS = Headings(words="What happened", request="Request", response="Response", left_out="(too long)")
MASKED = pseudonyms_for(CALL, ANSWER)
SENT = Message("POST /ana.ruiz HTTP/1.1", (), b"<a>Ana</a>")
RECEIVED = Message("HTTP/1.1 200 OK", (), b'{"a": "Ana"}')
EXCHANGE = Exchange(endpoint="", sent=SENT, received=RECEIVED, left=True, started=AT)
SOURCE = TicketSource(call=CALL, answer=ANSWER, exchange=EXCHANGE, words="Ana Ruiz was updated.")


def body(message: Message, masked: Pseudonyms, form: TextForm) -> str:
    return f"{masked.inside(message.body.decode())}{'' if form is TextForm.RAW else ' '}"


def head(message: Message, masked: Pseudonyms) -> str:
    return masked.inside(message.start_line)


MAKER = TicketMaker(body, head)


def test_everything_is_masked() -> None:
    ticket = MAKER.make(SOURCE, MASKED, HEADINGS, TicketStyle(TextForm.RAW, with_head=True))
    assert ticket == Ticket(
        (
            TicketPart("What happened", "person-1 was updated.", "text"),
            TicketPart("Request", "POST /person-1 HTTP/1.1\n\n<a>person-1 first name</a>", "text"),
            TicketPart("Response", 'HTTP/1.1 200 OK\n\n{"a": "person-1 first name"}', "text"),
        )
    )


def test_without_headers_the_language_is_that_of_the_body() -> None:
    ticket = MAKER.make(SOURCE, MASKED, HEADINGS, TicketStyle())
    assert [part.language for part in ticket.parts] == ["text", "xml", "json"]


def test_what_is_left_is_found() -> None:
    careless = TicketMaker(lambda message, *_: message.body.decode(), head)
    assert careless.make(SOURCE, MASKED, HEADINGS, TicketStyle()).leaks == (Leak("Ana"),)


def test_what_there_is_not_is_not_in_it() -> None:
    bare = TicketSource(call=CALL)
    assert MAKER.make(bare, MASKED, HEADINGS, TicketStyle()) == Ticket()
    unanswered = replace(SOURCE, exchange=replace(EXCHANGE, received=None), words=" ")
    assert [part.heading for part in MAKER.make(unanswered, MASKED, HEADINGS, TicketStyle()).parts] == ["Request"]


def test_a_call_of_several_exchanges() -> None:
    got = replace(EXCHANGE, sent=replace(SENT, start_line="GET /ana.ruiz HTTP/1.1", body=b""))
    several = replace(
        EXCHANGE,
        before=(replace(got, part=Part.TOKEN), replace(got, part=Part.FIELDS)),
        after=(replace(got, part=Part.READ_BACK, received=None),),
    )
    ticket = MAKER.make(replace(SOURCE, exchange=several), MASKED, HEADINGS, TicketStyle(TextForm.RAW))
    assert [part.heading for part in ticket.parts] == ["What happened", "Request 1", "Response 1", "Request 2"]
    assert ticket.parts[-1].text == "GET /person-1 HTTP/1.1"
    refused = replace(got, part=Part.TOKEN)
    ticket = MAKER.make(replace(SOURCE, exchange=refused), MASKED, HEADINGS, TicketStyle(TextForm.RAW))
    assert [part.heading for part in ticket.parts] == ["What happened", "Request", "Response"]


def test_a_message_that_no_ticket_takes_is_left_out() -> None:
    huge = replace(EXCHANGE, received=replace(RECEIVED, body=b"x" * (LARGEST + 1)))
    ticket = MAKER.make(replace(SOURCE, exchange=huge), MASKED, HEADINGS, TicketStyle())
    assert ticket.parts[-1] == TicketPart("Response", "(too long)", "text")


TICKET = Ticket((TicketPart("What happened", "Updated *all*.", "text"), TicketPart("Request", "<a>\n```\n</a>", "xml")))


def test_plain() -> None:
    assert ticket_text(TICKET, TicketForm.PLAIN) == (
        "What happened\n-------------\nUpdated *all*.\n\nRequest\n-------\n<a>\n```\n</a>\n"
    )


def test_markdown() -> None:
    assert ticket_text(TICKET, TicketForm.MARKDOWN) == (
        "**What happened**\n\n```text\nUpdated *all*.\n```\n\n**Request**\n\n````xml\n<a>\n```\n</a>\n````\n"
    )
