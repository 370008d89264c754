"""What is shown before sending is what will be sent, but for the signature."""

import pytest

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.soap.envelope import EnvelopeBuilder, RequestInvalidError
from mktgui.soap.preview import MADE_AT_SEND, RequestPreview
from mktgui.soap.signature import Credentials

CALL = SyncLead(email="ada@corp.example", attributes=(AttributeToSend("Title", "CTO & more"),), workspace="EMEA")


def test_only_signature_and_time_differ_from_the_request(envelopes: EnvelopeBuilder) -> None:
    sent = envelopes.build(CALL, Credentials("acme1_55", "ab" * 20, "2026-03-14T09:26:53-07:00"))
    shown = RequestPreview(envelopes)(CALL, "acme1_55")
    words = MADE_AT_SEND.encode()
    assert shown == sent.replace(b"ab" * 20, words).replace(b"2026-03-14T09:26:53-07:00", words)
    assert shown.count(words) == 2


def test_a_user_that_is_not_known_yet_is_not_shown_as_nobody(envelopes: EnvelopeBuilder) -> None:
    assert f"<mktowsUserId>{MADE_AT_SEND}</mktowsUserId>".encode() in RequestPreview(envelopes)(CALL, "")


def test_what_cannot_be_sent_cannot_be_shown(envelopes: EnvelopeBuilder) -> None:
    with pytest.raises(RequestInvalidError):
        RequestPreview(envelopes)(SyncLead(marketo_id=2**31), "acme1_55")
