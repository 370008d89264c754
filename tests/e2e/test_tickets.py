"""A call to a real server, copied for a ticket: nobody can be recognised in it, and it is still the same exchange."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.exchange import Part
from mktgui.domain.leaks import leaks
from mktgui.domain.needles import is_telling
from mktgui.domain.outcome import Answered
from mktgui.domain.pseudonyms import folded, pseudonyms_for
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.names import standard_names
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.reader import read_answer
from mktgui.soap.transport import SoapTransport
from mktgui.wire.disguise import disguised_body, disguised_head
from tests.rest.connecting import transport_to
from tests.soap.connecting import no_report, now, profile_for

VALUES = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n", exclude_characters="\ufffe\uffff"),
        st.sampled_from("王小明שלוםمرحبا😀👩🏽‍💻\u202e\u200d\"'&<>;#%"),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: is_telling(text.strip()))
LITERALS = frozenset({"null", "true", "false"})  # as values they look like JSON's own words, which nobody masks
PLAIN_VALUES = VALUES.filter(lambda text: folded(text).strip() not in LITERALS)
FIELDS = st.sampled_from(["FirstName", "LastName", "Company", "City", "Notes__c", "Phone"])


@pytest.fixture(scope="module")
def marketo() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        server.settings = replace(server.settings, calls_per_20_seconds=10_000)
        yield server


@pytest.fixture(scope="module")
def envelopes() -> EnvelopeBuilder:
    return EnvelopeBuilder()


def shape(document: bytes) -> list[tuple[str, str]]:
    """Elements, and the words among their texts that are no values."""
    root = etree.fromstring(document)
    return [(str(one.tag), one.text or "" if one.tag in {"attrName", "attrType"} else "") for one in root.iter()]


@settings(max_examples=40)
@given(values=st.dictionaries(FIELDS, VALUES, min_size=1, max_size=4))
def test_nobody_can_be_recognised(marketo: PracticeServer, envelopes: EnvelopeBuilder, values: dict[str, str]) -> None:
    attributes = tuple(AttributeToSend(name, text) for name, text in values.items())
    call = SyncLead(email="ana.ruiz.ticket@acme.example", attributes=attributes)
    profile = profile_for(marketo.endpoint, 5.0, marketo.user_id)
    outcome = SoapTransport(profile, lambda: Secret(marketo.secret), envelopes, now).send(call, no_report)
    assert isinstance(outcome, Answered)
    assert outcome.exchange.received is not None
    masked = pseudonyms_for(call, outcome.answer)
    request, response = (
        disguised_body(message.body.decode(), masked).encode()
        for message in (outcome.exchange.sent, outcome.exchange.received)
    )
    assert shape(request) == shape(outcome.exchange.sent.body)
    assert shape(response) == shape(outcome.exchange.received.body)
    assert not [leak for leak in leaks((request + response).decode(), masked) if leak.look is None]
    answer = read_answer(response, call)
    assert isinstance(answer, Synced)
    assert answer.record is not None
    told = {one.name: one.value.text for one in answer.record.attributes}
    asked = {one.findtext("attrName"): one.findtext("attrValue") for one in etree.fromstring(request).iter("attribute")}
    for name, text in values.items():
        assert asked[name] == told[name] == masked.whole(name, text)
    assert answer.record.email.text == "person-1@example.com"


def keys(value: object) -> object:
    """JSON with nothing in it but its keys."""
    if isinstance(value, dict):
        return {key: keys(one) for key, one in value.items()}
    return [keys(one) for one in value] if isinstance(value, list) else None


REST_FIELDS = st.sampled_from(["firstName", "lastName", "city", "notes", "phone"])
# A lead may be called so; then the same word of the API still stands, and the person is asked to look at it.
WORDS_OF_REST = {"createorupdate", "created", "updated"} | {folded(one.rest) for one in standard_names().fields}
NO_WORDS_OF_REST = PLAIN_VALUES.filter(lambda text: folded(text).strip() not in WORDS_OF_REST)


@settings(max_examples=15)
@given(values=st.dictionaries(REST_FIELDS, NO_WORDS_OF_REST, min_size=1, max_size=3))
def test_nobody_can_be_recognised_over_rest(marketo: PracticeServer, values: dict[str, str]) -> None:
    call = SyncLead(
        email="ana.rest.ticket@acme.example",
        lookup_field="email",
        attributes=tuple(AttributeToSend(name, text) for name, text in values.items()),
    )
    outcome = transport_to(marketo).send(call, no_report)
    assert isinstance(outcome, Answered), outcome
    masked = pseudonyms_for(call, outcome.answer)
    for one in outcome.exchange.all:
        for message in (one.sent, one.received):
            assert message is not None
            text = message.body.decode()
            masked_text = disguised_body(text, masked)
            if one.part in {Part.CALL, Part.READ_BACK}:
                head = disguised_head(message, masked)
                assert not [leak for leak in leaks(f"{head}\n\n{masked_text}", masked) if leak.look is None]
            if text:
                assert keys(json.loads(masked_text)) == keys(json.loads(text))
    asked = json.loads(disguised_body(outcome.exchange.sent.body.decode(), masked))["input"][0]
    assert asked == {name: masked.whole(name, text) for name, text in values.items()} | {
        "email": "person-1@example.com"
    }
