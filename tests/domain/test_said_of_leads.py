"""What kept messages tell of leads, so that a ticket about a past call masks what a fresh one would."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.calls import SyncLead
from mktgui.domain.difference import Fate, FieldDifference
from mktgui.domain.exchange import Exchange, Message, Part
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.said_of_leads import UnreadableError, before, records_in
from mktgui.domain.story import Sent, story_of
from mktgui.soap.messages import read_message

ANSWER = (
    b"<r><leadRecord><Id>7</Id><Email>ana@corp.example</Email><leadAttributeList><attribute>"
    b"<attrName>FirstName</attrName><attrType>string</attrType><attrValue>Ana</attrValue>"
    b"</attribute></leadAttributeList></leadRecord></r>"
)


def exchange(answer: bytes, part: Part = Part.CALL) -> Exchange:
    sent = Message("POST / HTTP/1.1", (), b"<question/>")
    return Exchange(
        endpoint="https://one.example/",
        sent=sent,
        received=Message("HTTP/1.1 200 OK", (), answer),
        left=True,
        status=200,
        started=datetime(2026, 11, 25, tzinfo=UTC),
        part=part,
    )


def test_every_value_of_an_answer_is_found_with_its_type() -> None:
    [record] = records_in(exchange(ANSWER), read_message, {"FirstName": "string"})
    found = {one.name: (one.value.text, one.type.text) for one in record.attributes}
    assert found["FirstName"] == ("Ana", "string")


def test_what_a_lead_held_before_is_named_by_its_field() -> None:
    sent = Sent(request=SyncLead(marketo_id=7), verdict=Verdict(kind=VerdictKind.UPDATES, key=KeyKind.MARKETO_ID))
    told = story_of(sent, None, at=datetime(2026, 11, 25, tzinfo=UTC))
    one = FieldDifference("Phone", "phone", text_value("+1 512"), "", None, Fate.CLEARED)
    seen = before(replace(told, differences=(one, one._replace(name="New", was=None))))
    assert [(field.name, field.value.text, field.type.text) for field in seen.attributes] == [
        ("Phone", "+1 512", "phone")
    ]


def test_what_cannot_be_read_is_not_taken_for_empty() -> None:
    with pytest.raises(UnreadableError):
        records_in(exchange(ANSWER[:-8]), read_message, {})


def test_what_was_asked_for_a_token_tells_nothing_of_leads() -> None:
    assert records_in(exchange(b"not readable", Part.TOKEN), read_message, {}) == ()
