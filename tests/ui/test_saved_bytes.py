"""What is saved and copied of a message is what a raw socket captured of it, byte for byte, but for what is masked."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mktgui.connections import Connections
from mktgui.domain.calls import AttributeToSend, Call, GetLead, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.history import SqliteHistory
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.message_view import MessageView
from mktgui.ui.theme import Theme
from mktgui.workers.call_book import CallBook
from mktgui.workers.runner import Runner
from tests.rest.connecting import SECRET, Marketo
from tests.rest.connecting import profile_for as rest_profile
from tests.soap.connecting import no_report, now, profile_for
from tests.storage.past_calls import begun
from tests.wire.scripted import ScriptedServer, Talk, http

ODD = "a\r\nb\nc\rd\u00a0e\u2028f\u2029g\u0085h\u200bi\ufeffj 王芳 🦤"
XML = f"<r>\r\n\t<v>{ODD}</v> \r\n</r>\r\n"
DECLARED = '<?xml version="1.0" encoding="{}"?>\r\n' + XML
JSON = f'{{"requestId":"1",\r\n "success":true,\u00a0"result":[{{"id":7,"title":"{ODD}"}}]}}\r\n'

BODIES = {
    "line ends, spaces and separators": XML.encode(),
    "byte order mark": b"\xef\xbb\xbf" + XML.encode(),
    "UTF-16 with its mark": DECLARED.format("utf-16").encode("utf-16"),
    "UTF-16 without": DECLARED.format("utf-16le").encode("utf-16-le"),
    "UTF-32": DECLARED.format("utf-32").encode("utf-32"),
    "Latin-1": DECLARED.format("iso-8859-1").encode("latin-1", "xmlcharrefreplace"),
    "invalid UTF-8": b"<r>\xff\xfe\x80 \xed\xa0\x80 \xc3</r>\r\n",
    "NULs": b"<r>\x00\x00a\x00</r>\x00",
    "cut in a character": "<r>王".encode()[:-1],
    "no text at all": bytes(range(256)) * 3,
    "JSON": JSON.encode(),
    "JSON in UTF-16": JSON.encode("utf-16"),
    "JSON with NULs": b'{"a":"\x00\\u0000"}\x00\r\n',
    "an empty one": b"",
    "one long line": b"<r>" + b"x" * 300_000 + b"</r>",
}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"


def chunked(body: bytes) -> bytes:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(body[at : at + 7]), body[at : at + 7]) for at in range(0, len(body), 7))
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


@pytest.fixture
def view(qtbot: QtBot, runner: Runner, theme: Theme, home: Path) -> Iterator[MessageView]:
    """With the readers that the program has."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    book = CallBook(CallCounts(home / "calls.json"), lambda chore: chore())
    made = Connections(KeyringSecrets(), book)
    view = MessageView(made.read_message, made.mask, runner, theme, QGuiApplication.clipboard())
    qtbot.addWidget(view)
    yield view
    QGuiApplication.clipboard().clear()
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def envelopes() -> EnvelopeBuilder:
    return EnvelopeBuilder()


def over_soap(reply: bytes, call: Call, envelopes: EnvelopeBuilder) -> tuple[Exchange, bytes]:
    """The exchange of a call, and the body of the request as the socket got it."""

    def script(talk: Talk) -> None:
        talk.hear_request()
        talk.say(reply)

    with ScriptedServer(script) as server:
        profile: Profile = profile_for(server.url)
        exchange = SoapTransport(profile, lambda: Secret("key"), envelopes, now).send(call, no_report).exchange
        heard = bytes(server.heard)
    assert exchange is not None
    return exchange, heard.partition(b"\r\n\r\n")[2]


def over_rest(reply: bytes, call: Call) -> tuple[Exchange, bytes]:
    """The same over REST."""
    marketo = Marketo({"leads": [reply], "sync": [reply]})
    with ScriptedServer(marketo) as server:
        profile = rest_profile(f"http://127.0.0.1:{server.port}/rest")
        exchange = RestTransport(profile, lambda: Secret(SECRET), Told()).send(call, no_report).exchange
    assert exchange is not None
    place = marketo.asked.index("leads" if isinstance(call, GetLead) else "sync")
    return exchange, marketo.heard[place].partition(b"\r\n\r\n")[2]


def saved(view: MessageView, exchange: Exchange, path: Path, qtbot: QtBot, *, masked: bool, answer: bool) -> bytes:
    view.show_message(exchange.received if answer else exchange.sent, exchange=exchange)
    view.reveal.setChecked(not masked)
    view.save_to(str(path))
    qtbot.waitUntil(lambda: view.note.text().startswith("Saved as"))
    view.note.clear()
    return path.read_bytes()


def copied(view: MessageView, qtbot: QtBot) -> bytes:
    """The bytes that a raw copy has beside its text."""
    view.raw.click()
    view.note.clear()
    view.copy_button.click()
    qtbot.waitUntil(lambda: view.note.text().startswith("Copied"))
    data = QGuiApplication.clipboard().mimeData()
    kind = next(one for one in ("application/xml", "application/json") if data.hasFormat(one))
    return bytes(data.data(kind).data())


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("way", ["plain", "gzip", "chunked"])
def test_an_answer(
    view: MessageView, envelopes: EnvelopeBuilder, qtbot: QtBot, tmp_path: Path, *, way: str, name: str, masked: bool
) -> None:
    body = BODIES[name]
    on_the_wire = {"plain": http, "gzip": lambda one: http(gzip.compress(one), "200 OK", "Content-Encoding: gzip")}
    reply = on_the_wire.get(way, chunked)(body)
    read = GetLead(LookupKey.EMAIL, "a@x.example")
    kind = TransportKind.REST if name.startswith("JSON") else TransportKind.SOAP
    exchange, _ = over_rest(reply, read) if kind is TransportKind.REST else over_soap(reply, read, envelopes)
    assert saved(view, exchange, tmp_path / "m", qtbot, masked=masked, answer=True) == body
    if body:
        assert copied(view, qtbot) == body


WRITE = SyncLead(marketo_id=318815, email="a@x.example", attributes=(AttributeToSend("title", ODD),))
SIGNED = re.compile(rb"(<(?:\w+:)?(?:requestSignature|mktowsUserId)>)[^<]*")


def test_a_request_over_soap(view: MessageView, envelopes: EnvelopeBuilder, qtbot: QtBot, tmp_path: Path) -> None:
    exchange, captured = over_soap(http(b"<r/>"), WRITE, envelopes)
    assert "王芳 🦤".encode() in captured
    assert saved(view, exchange, tmp_path / "m", qtbot, masked=False, answer=False) == captured
    assert copied(view, qtbot) == captured
    masked, count = SIGNED.subn(rb"\1***", captured)
    assert count == 2
    assert saved(view, exchange, tmp_path / "m", qtbot, masked=True, answer=False) == masked
    assert copied(view, qtbot) == masked


@pytest.mark.parametrize("masked", [True, False])
def test_a_request_over_rest(view: MessageView, qtbot: QtBot, tmp_path: Path, *, masked: bool) -> None:
    exchange, captured = over_rest(http(b"{}"), WRITE)
    assert "王芳".encode() in captured or b"\\u738b" in captured
    assert saved(view, exchange, tmp_path / "m", qtbot, masked=masked, answer=False) == captured
    assert copied(view, qtbot) == captured


def test_the_history_gives_the_same_bytes_back(envelopes: EnvelopeBuilder, tmp_path: Path) -> None:
    store = SqliteHistory(tmp_path / "history")
    for name, body in BODIES.items():
        exchange, captured = over_soap(http(body), WRITE, envelopes)
        one = begun(id=name)
        store.begin(one)
        store.keep_messages(name, exchange)
        kept = store.messages(name)
        assert kept is not None
        assert kept.received is not None
        assert kept.received.body == body
        assert kept.sent.body == SIGNED.sub(rb"\1***", captured)
    store.close()
