"""What there is to say about a message besides its body: first line, headers, size, encoding, times, TLS."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from mktgui.domain.exchange import CREDENTIAL_HEADERS, Exchange, Message, Secured
from mktgui.domain.ports import MessageText
from mktgui.ui.stage_words import StageWords

_MASK = "***"
_MARK = "\ufeff"
_UNPACKED = frozenset({"gzip", "x-gzip", "deflate", "identity", ""})  # others nobody here can undo


class MessageDetails(QObject):
    """In words, one a line. Never with a credential, in whichever header or address it is: no button reveals those."""

    def __init__(self, mask: Callable[[bytes], bytes]) -> None:
        super().__init__()
        self._mask = mask

    def text(self, message: Message, read: MessageText | None, exchange: Exchange | None) -> str:
        """Everything. `read` is None while the body has not been read, `exchange` where nothing went over the wire."""
        parts = [self._head(message), "\n".join(self._about_body(message, read))]
        if exchange is not None:
            parts.append("\n".join(self._about_call(exchange)))
            parts += ["\n".join(self._about_tls(exchange.secured))] if exchange.secured else []
        return "\n\n".join(part for part in parts if part)

    def _head(self, message: Message) -> str:
        lines = (f"{name}: {_MASK if name.lower() in CREDENTIAL_HEADERS else value}" for name, value in message.headers)
        head = "\n".join((message.start_line, *lines))
        return self._mask(head.encode(errors="surrogateescape")).decode(errors="replace")

    def _about_body(self, message: Message, read: MessageText | None) -> Iterator[str]:
        locale, size = QLocale(), len(message.body)
        yield _line(
            self.tr("Body"),
            self.tr("{size} ({bytes} bytes)").format(size=locale.formattedDataSize(size), bytes=locale.toString(size)),
        )
        packed = message.header("content-encoding")
        if packed:
            known = all(name.strip().lower() in _UNPACKED for name in packed.split(","))
            shown = self.tr("{encoding}, shown unpacked") if known else self.tr("{encoding}, not all of it unpacked")
            yield _line(self.tr("Sent as"), shown.format(encoding=packed))
        if read is None:
            return
        marked = self.tr("{encoding}, with a byte order mark") if read.text.startswith(_MARK) else "{encoding}"
        yield _line(self.tr("Read as"), marked.format(encoding=read.encoding))
        claimed = _charset(message.header("content-type"))
        if claimed and claimed != read.encoding:
            yield self.tr("The header claims {claimed}; what the bytes say of themselves counted.").format(
                claimed=claimed
            )

    def _about_call(self, exchange: Exchange) -> Iterator[str]:
        names = StageWords().names()
        yield _line(self.tr("Address"), self._mask(exchange.endpoint.encode()).decode())
        yield _line(self.tr("Began"), _moment(exchange.started))
        if exchange.received is not None and not exchange.complete:
            yield self.tr("The answer broke off before its end.")
        if exchange.went_on:
            yield self.tr("It went over the connection of the request before it.")
        for timing in exchange.timings:
            yield _line(names[timing.stage], self._milliseconds(timing.seconds))
        yield _line(self.tr("in all"), self._milliseconds(exchange.seconds))

    def _about_tls(self, secured: Secured) -> Iterator[str]:
        yield _line(self.tr("TLS"), ", ".join(part for part in (secured.version, secured.cipher) if part))
        yield _line(self.tr("Certificate of"), secured.subject)
        yield _line(self.tr("Vouched for by"), secured.issuer)
        if secured.expires is not None:
            yield _line(self.tr("Valid until"), _moment(secured.expires))

    def _milliseconds(self, seconds: float) -> str:
        return self.tr("{milliseconds} ms").format(milliseconds=QLocale().toString(seconds * 1000, "f", 1))


def _line(name: str, value: str) -> str:
    return f"{name}: {value}"


def _moment(when: datetime) -> str:
    """With its zone, because support asks for it."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")


def _charset(content_type: str) -> str:
    """What a header claims, as Python would call it."""
    _, found, rest = content_type.lower().partition("charset=")
    return rest.partition(";")[0].strip(" \"'") if found else ""
