"""A ticket window on a real exchange."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication

from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.ticket import TicketMaker, TicketSource
from mktgui.soap.messages import read_message
from mktgui.ui.theme import Theme
from mktgui.ui.ticket_window import TicketParts
from mktgui.wire.disguise import disguised_head, disguised_message
from mktgui.workers.runner import Runner
from tests.domain.leads import AT
from tests.domain.tickets import ANSWER, CALL

REQUEST = (
    "<Envelope><mktowsUserId>acme1_5512345678ABCDEF01234567</mktowsUserId><Email>Ana.Ruiz@acme.example</Email>"
    "<attribute><attrName>FirstName</attrName><attrValue>Ana</attrValue></attribute></Envelope>"
)
RESPONSE = "<Envelope><Id>318815</Id><note>Phone of Ana Ruiz: +1 512 555 0142</note></Envelope>"
EXCHANGE = Exchange(
    endpoint="https://h.example/soap",
    sent=Message("POST /soap HTTP/1.1", (("Host", "h.example"),), REQUEST.encode()),
    received=Message("HTTP/1.1 200 OK", (("Set-Cookie", "a=b"),), RESPONSE.encode()),
    left=True,
    started=AT,
)
SOURCE = TicketSource(call=CALL, answer=ANSWER, exchange=EXCHANGE, words="Lead 318815 (Ana Ruiz) was updated.")
STRANGE = replace(SOURCE, words="Copy to somebody.else@other.example, please.")


def parts(runner: Runner, theme: Theme, maker: TicketMaker | None = None) -> TicketParts:
    """What the roof gives to the window."""
    return TicketParts(
        maker=maker or TicketMaker(partial(disguised_message, read_message), disguised_head),
        runner=runner,
        theme=theme,
        clipboard=QGuiApplication.clipboard(),
    )
