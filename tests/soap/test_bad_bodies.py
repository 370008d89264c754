"""Answers that nobody should send, over a real line: the program keeps every byte, says what it was, and shows it."""

import gzip
import zlib
from collections.abc import Iterator

import pytest

from mktgui.domain.answers import Synced
from mktgui.domain.outcome import Answered, FailureKind, NotAnswered, Outcome, Written
from mktgui.domain.ports import MessageText, TextForm
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.transport import SoapTransport
from mktgui.wire.http import LARGEST_BODY
from tests.soap.connecting import CALL, no_report, now
from tests.wire.scripted import ScriptedServer, answer, begin, http

Kind = FailureKind

HEAD = (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" '
    'xmlns:ns1="http://www.marketo.com/mktows/"><SOAP-ENV:Body><ns1:successSyncLead><result><leadId>7</leadId>'
    "<syncStatus><leadId>7</leadId><status>UPDATED</status></syncStatus><leadRecord><Id>7</Id><leadAttributeList>"
)
TAIL = "</leadAttributeList></leadRecord></result></ns1:successSyncLead></SOAP-ENV:Body></SOAP-ENV:Envelope>"
ATTRIBUTE = "<attribute><attrName>{}</attrName><attrType>string</attrType><attrValue>{}</attrValue></attribute>"
TITLE = ATTRIBUTE.format("Title", "副总裁")


def envelope(inside: str = TITLE) -> str:
    return HEAD + inside + TAIL


def sent(reply: bytes, envelopes: EnvelopeBuilder, *, cut: bool = False) -> Outcome:
    """One call to a server that says this."""
    with ScriptedServer((begin if cut else answer)(reply)) as server:
        profile = Profile(id="p", name="P", endpoint=server.url, user_id="acme1_55", answer_seconds=1 if cut else 30)
        return SoapTransport(profile, lambda: Secret("key"), envelopes, now).send(CALL, no_report)


def received(outcome: Outcome) -> bytes:
    assert outcome.exchange is not None
    assert outcome.exchange.received is not None
    return outcome.exchange.received.body


def shown(body: bytes) -> Iterator[MessageText]:
    """In both forms."""
    for form in TextForm:
        yield read_message(body, form, masked=True)


BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 30}">' for before, after in zip("abcdefg", "bcdefgh", strict=True))
    + "]>"
)
EXTERNAL = '<!DOCTYPE a [<!ENTITY h SYSTEM "file:///etc/passwd">]>'
DEEP = "<x>" * 300 + "</x>" * 300

NOT_READ: dict[str, tuple[bytes, FailureKind, bool]] = {
    "an entity bomb": ((BOMB + envelope(ATTRIBUTE.format("Title", "&h;"))).encode(), Kind.BROKEN_XML, False),
    "an entity bomb in an attribute": ((BOMB + envelope("<attribute a='&h;'/>")).encode(), Kind.BROKEN_XML, False),
    "an external entity": ((EXTERNAL + envelope(ATTRIBUTE.format("Title", "&h;"))).encode(), Kind.NOT_SOAP, True),
    "300 elements in each other": (envelope(DEEP).encode(), Kind.BROKEN_XML, True),
    "3,000 elements in each other": (envelope("<x>" * 3000 + "</x>" * 3000).encode(), Kind.BROKEN_XML, False),
    "invalid UTF-8": (envelope().encode().replace("副".encode(), b"\xff\xfe"), Kind.BROKEN_XML, False),
    "NULs": (envelope().encode().replace("副".encode(), b"\0\0"), Kind.BROKEN_XML, False),
    "nothing but NULs": (bytes(1000), Kind.NOT_SOAP, False),
    "half of UTF-16": (envelope().encode("utf-16")[:-1], Kind.BROKEN_XML, False),
    "the mark of another encoding": (b"\xff\xfe" + envelope().encode(), Kind.BROKEN_XML, False),
}


@pytest.mark.parametrize("name", list(NOT_READ))
def test_what_cannot_be_read_is_kept_told_and_shown(name: str, envelopes: EnvelopeBuilder) -> None:
    body, kind, can_be_formatted = NOT_READ[name]
    outcome = sent(http(body), envelopes)
    assert isinstance(outcome, NotAnswered)
    assert outcome.failure.kind is kind
    assert outcome.written is Written.UNKNOWN
    assert received(outcome) == body
    formatted, raw = shown(body)
    assert formatted.formatted == can_be_formatted
    assert can_be_formatted or formatted.text == raw.text
    assert "root:" not in formatted.text
    assert len(formatted.text) < 20 * len(body) + 100


READ: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "UTF-16 with a mark": (envelope().encode("utf-16"), ()),
    "UTF-16 without": ((f'<?xml version="1.0" encoding="utf-16"?>{envelope()}').encode("utf-16-be"), ()),
    "UTF-8 with a mark": (envelope().encode("utf-8-sig"), ()),
    "UTF-8 that says it is UTF-16": ((f'<?xml version="1.0" encoding="utf-16"?>{envelope()}').encode(), ()),
    "blank lines first": ((f'\r\n\n<?xml version="1.0" encoding="UTF-8"?>{envelope()}').encode(), ()),
    "GB 18030": ((f'<?xml version="1.0" encoding="gb18030"?>{envelope()}').encode("gb18030"), ()),
    "a header with the wrong charset": (envelope().encode(), ("Content-Type: text/xml; charset=iso-8859-1",)),
    "a header with no charset of this world": (envelope().encode(), ("Content-Type: text/xml; charset=klingon",)),
}


def title_in(outcome: Outcome) -> str:
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.record is not None
    return outcome.answer.record.attributes[0].value.text


@pytest.mark.parametrize("name", list(READ))
def test_what_can_be_read_is_and_shown_by_the_same_encoding(name: str, envelopes: EnvelopeBuilder) -> None:
    body, headers = READ[name]
    outcome = sent(http(body, "200 OK", *headers), envelopes)
    assert title_in(outcome) == "副总裁"
    assert received(outcome) == body
    for message in shown(body):
        assert "<attrValue>副总裁</attrValue>" in message.text


WITH_PARTS = 'Content-Type: multipart/related; type="application/xop+xml"; start="<root>"; boundary="uuid:1"'
ROOT_PART = '--uuid:1\r\nContent-Type: application/xop+xml; type="text/xml"\r\nContent-ID: <root>\r\n\r\n'


def test_an_answer_with_attachments_is_read_and_kept_as_it_came(envelopes: EnvelopeBuilder) -> None:
    body = f"{ROOT_PART}{envelope()}\r\n--uuid:1--\r\n".encode()
    outcome = sent(http(body, "200 OK", WITH_PARTS), envelopes)
    assert title_in(outcome) == "副总裁"
    assert received(outcome) == body
    for message in shown(body):
        assert message.text.encode() == body


def test_an_answer_that_leaves_a_value_to_an_attachment_is_not_read_without_it(envelopes: EnvelopeBuilder) -> None:
    value = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1"/>'
    body = f"{ROOT_PART}{envelope(ATTRIBUTE.format('Title', value))}\r\n--uuid:1--\r\n".encode()
    outcome = sent(http(body, "200 OK", WITH_PARTS), envelopes)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written) == (Kind.BROKEN_XML, Written.UNKNOWN)


def test_an_answer_that_breaks_off_in_the_middle_of_a_character(envelopes: EnvelopeBuilder) -> None:
    whole = envelope().encode()
    part = whole[: whole.index("总".encode()) + 1]
    outcome = sent(http(whole).replace(whole, part), envelopes, cut=True)
    assert isinstance(outcome, NotAnswered)
    assert outcome.failure.kind is Kind.ANSWER_TIMEOUT
    assert outcome.written is Written.UNKNOWN
    assert received(outcome) == part
    formatted, raw = shown(part)
    assert not formatted.formatted
    assert raw.text.endswith("<attrValue>副\\xe6")


def test_an_answer_of_50_mb_is_read_and_one_above_the_cap_is_not(envelopes: EnvelopeBuilder) -> None:
    body = envelope("".join(ATTRIBUTE.format(f"F{number}", "x" * 500_000) for number in range(100))).encode()
    assert 50_000_000 < len(body) < LARGEST_BODY
    outcome = sent(http(body), envelopes)
    assert isinstance(outcome, Answered)
    assert received(outcome) == body
    outcome = sent(http(body + b" " * (LARGEST_BODY - len(body) + 1)), envelopes)
    assert isinstance(outcome, NotAnswered)
    assert outcome.failure.kind is Kind.TOO_BIG
    assert outcome.written is Written.UNKNOWN
    assert received(outcome).startswith(body)


def test_a_gzip_bomb_ends_at_the_cap(envelopes: EnvelopeBuilder) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join((*(packer.compress(bytes(10_000_000)) for _ in range(20)), packer.flush()))
    assert len(bomb) < 300_000
    outcome = sent(http(bomb, "200 OK", "Content-Encoding: gzip"), envelopes)
    assert isinstance(outcome, NotAnswered)
    assert outcome.failure.kind is Kind.TOO_BIG
    assert LARGEST_BODY < len(received(outcome)) <= LARGEST_BODY + 64 * 1024


def test_a_gzip_answer_that_breaks_off_shows_what_there_is(envelopes: EnvelopeBuilder) -> None:
    packed = gzip.compress(envelope().encode() * 50)
    reply = http(packed, "200 OK", "Content-Encoding: gzip")
    outcome = sent(reply[: -len(packed) // 2], envelopes)
    assert isinstance(outcome, NotAnswered)
    assert outcome.failure.kind is Kind.CUT_OFF
    assert received(outcome).startswith(HEAD[:100].encode())


def test_one_line_of_5_mb(envelopes: EnvelopeBuilder) -> None:
    body = envelope(ATTRIBUTE.format("Title", "x" * 5_000_000)).encode()
    outcome = sent(http(body), envelopes)
    assert isinstance(outcome, Answered)
    formatted, raw = shown(received(outcome))
    assert formatted.formatted
    assert raw.text == body.decode()
    assert "x" * 5_000_000 in formatted.text
