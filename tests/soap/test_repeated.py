"""A server that repeats the request in its complaint tells nobody who sent it; a value of a lead stays what it is."""

import pytest

from mktgui.domain.answers import Fault, Found, Synced
from mktgui.domain.calls import Call, GetLead, LookupKey
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome
from mktgui.domain.secret import Secret
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.repeated import private_of, without
from mktgui.soap.signature import Credentials
from mktgui.soap.transport import SoapTransport
from tests.soap.connecting import CALL, no_report, now, profile_for
from tests.wire.scripted import ScriptedServer, Talk, http

USER = "acme1_5512345678ABCDEF01234567"
KEY = "0F1E2D3C4B5A6978"
SIGNATURE = "840c2bcb97b1b47d73013a45e3450cafcea08cb5"
ENVELOPE = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>{}</e:Body></e:Envelope>'
FAULT = ENVELOPE.format("<e:Fault><faultcode>x</faultcode><faultstring>20014 - {0}</faultstring></e:Fault>")
REMARK = ENVELOPE.format(
    "<successSyncLead><result><leadId>7</leadId><syncStatus><leadId>7</leadId><status>UPDATED</status>"
    "<error>{0}</error></syncStatus></result></successSyncLead>"
)
FOUND = ENVELOPE.format(
    "<successGetLead><result><count>1</count><leadRecordList><leadRecord><Id>7</Id><Email>{0}</Email></leadRecord>"
    "</leadRecordList></result></successGetLead>"
)


def heard(page: str, call: Call = CALL, user: str = USER) -> tuple[Outcome, str]:
    """What comes of a call that is answered by this page, with what was sent put into it; and the signature sent."""
    signatures: list[str] = []

    def script(talk: Talk) -> None:
        request = talk.hear_request().decode()
        signature = request.partition("<requestSignature>")[2].partition("<")[0]
        signatures.append(signature)
        echo = f"{signature} {signature.upper()} {user} {user.lower()} {KEY}"
        talk.say(http(page.format(echo).encode(), "500 Oops", f"X-User: {user}", f"X-Sign: {signature}"))

    with ScriptedServer(script) as server:
        profile = profile_for(server.url, user_id=user)
        outcome = SoapTransport(profile, lambda: Secret(KEY), EnvelopeBuilder(), now).send(call, no_report)
    return outcome, signatures[0]


@pytest.mark.parametrize("page", [FAULT, REMARK, "<html>who is {0}?</html>", "\ufeff{0}"])
def test_what_is_repeated_is_blotted_out_of_all_that_came(page: str) -> None:
    outcome, signature = heard(page)
    assert outcome.exchange is not None
    assert outcome.exchange.received is not None
    told = outcome.answer if isinstance(outcome, Answered) else outcome.failure
    everything = f"{outcome.exchange.received} {told}".lower()
    for private in (signature, USER, KEY):
        assert private.lower() not in everything
    assert outcome.exchange.received.header("X-User") == "***"
    assert outcome.exchange.received.body.decode() == page.format("*** *** *** *** ***")


def test_marketo_s_words_are_told_without_it() -> None:
    outcome, _ = heard(FAULT)
    assert isinstance(outcome, Answered)
    assert outcome.answer == Fault(code="20014", text="20014 - *** *** *** *** ***")
    outcome, _ = heard(REMARK)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.error.text == "*** *** *** *** ***"


def test_a_lead_is_read_as_it_came() -> None:
    outcome, signature = heard(FOUND, GetLead(LookupKey.IDNUM, "7"))
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Found)
    assert outcome.answer.records[0].email.text == f"{signature} {signature.upper()} {USER} {USER.lower()} {KEY}"


def test_a_user_id_that_is_a_plain_word_spoils_no_answer() -> None:
    outcome, _ = heard(FAULT, user="faultstring")
    assert outcome.exchange is not None
    assert outcome.exchange.received is not None
    assert outcome.exchange.received.body.count(b"faultstring>") == 2
    assert private_of(Credentials("Envelope", SIGNATURE, ""), Secret(KEY)).text("Envelope") == "Envelope"


def test_what_was_not_answered_or_not_sent_has_nothing_that_could_be_repeated() -> None:
    private = private_of(Credentials(USER, SIGNATURE, ""), Secret(KEY))
    not_sent = NotSent(CALL, Failure(kind=FailureKind.REFUSED))
    assert without(not_sent, private) is not_sent

    def hang_up(talk: Talk) -> None:
        talk.hear_request()

    with ScriptedServer(hang_up) as server:
        transport = SoapTransport(profile_for(server.url, user_id=USER), lambda: Secret(KEY), EnvelopeBuilder(), now)
        outcome = transport.send(CALL, no_report)
    assert isinstance(outcome, NotAnswered)
    assert outcome.exchange.received is None
