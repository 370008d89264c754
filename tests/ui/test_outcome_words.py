"""After every outcome a person reads what happened, whether anything was written, and what to do next."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.answers import Answer, CookieEnd, CookieFate, Described, Fault, Synced
from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import LeadRecord, text_value
from mktgui.domain.outcome import HALF_WAY_FAULTS, Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome
from mktgui.practice.faults import TEXTS
from mktgui.practice.rest.errors import TEXTS as REST_TEXTS
from mktgui.ui.outcome_words import MOST_SAID, OutcomeWords, Told, Tone
from tests.ui.doctors import doctor

CALL = SyncLead(email="ana@corp.example", attributes=(AttributeToSend("Title", "CTO"), AttributeToSend("Fax", "")))
SYNCED = Synced(lead_id=text_value("701"), status=text_value("UPDATED"), record=LeadRecord(id=text_value("701")))
EXCHANGE = Exchange(
    endpoint="https://host/soap", sent=Message("POST / HTTP/1.1", (), b""), left=True, started=datetime.now(UTC)
)
UNKNOWN = "The change may or may not have been written."


@pytest.fixture
def words(qapp: QApplication) -> OutcomeWords:
    return OutcomeWords(doctor())


def told(words: OutcomeWords, answer: Answer, call: Call = CALL) -> Told:
    return words.tell(Answered(call, EXCHANGE, answer))


def test_an_update_is_good_news_with_the_number_of_the_lead(words: OutcomeWords) -> None:
    assert told(words, SYNCED) == Told(Tone.GOOD, "Updated lead 701.", ("2 field(s) sent.",))


def test_a_created_lead_is_a_warning_because_it_may_be_a_duplicate(words: OutcomeWords) -> None:
    said = told(words, replace(SYNCED, status=text_value("CREATED")))
    assert (said.tone, said.title) == (Tone.WARNING, "CREATED lead 701: it is new.")
    assert "No lead matched" in said.lines[0]
    assert "check the spelling" in said.lines[1]


def test_without_the_record_one_is_told_that_it_was_not_sent_back(words: OutcomeWords) -> None:
    assert "not sent back" in told(words, replace(SYNCED, record=None)).lines[-1]


def test_a_remark_of_marketo_is_told_word_for_word(words: OutcomeWords) -> None:
    remarked = told(words, replace(SYNCED, error=text_value("<b>hm</b>")))
    assert "Marketo remarks: <b>hm</b>" in remarked.lines
    assert (remarked.tone, told(words, SYNCED).tone) == (Tone.WARNING, Tone.GOOD)


@pytest.mark.parametrize(
    ("fate", "sentence"),
    [
        (CookieFate(CookieEnd.GIVEN), "The cookie is linked to the lead."),
        (CookieFate(CookieEnd.REFUSED, "1012", "Invalid {cookie}"), "Marketo's own words: Invalid {cookie}"),
        (CookieFate(CookieEnd.REFUSED, "1012"), "Marketo's own words: 1012"),
        (CookieFate(CookieEnd.UNKNOWN), "whether its cookie is linked is not known. Send again to be sure."),
        (CookieFate(CookieEnd.NOT_SENT), "its cookie was not sent. Send again to link it."),
    ],
)
def test_what_became_of_a_cookie_that_went_by_itself_is_told(
    words: OutcomeWords, fate: CookieFate, sentence: str
) -> None:
    assert told(words, replace(SYNCED, cookie=fate)).lines[-1].endswith(sentence)


def test_a_call_without_attributes_does_not_count_them(words: OutcomeWords) -> None:
    assert told(words, SYNCED, SyncLead(marketo_id=701)).lines == ()


def test_failed_says_that_nothing_was_written_and_why(words: OutcomeWords) -> None:
    failed = replace(SYNCED, status=text_value("FAILED"), error=text_value("Lead not found"))
    assert told(words, failed) == Told(
        Tone.BAD,
        "Marketo could not save the lead.",
        ("Nothing was written.", "Correct what Marketo names and send again.", "Marketo's own words: Lead not found"),
    )
    silent = told(words, replace(SYNCED, status=text_value("FAILED")))
    assert silent.lines[0] == "Nothing was written."
    assert "gives no reason" in silent.lines[1]
    assert "before you send it again" in silent.lines[2]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("MERGED", "Marketo answered “MERGED” for a lead without a number."),
        ("", "Marketo answered, but did not say what became of the lead."),
    ],
)
def test_a_word_that_nobody_knows_is_shown_with_what_was_remarked_and_the_lead_is_to_be_looked_at(
    words: OutcomeWords, word: str, title: str
) -> None:
    said = told(words, Synced(status=text_value(word), error=text_value("Lead is locked")))
    assert (said.title, said.tone) == (title, Tone.WARNING)
    assert "not known whether anything was written" in said.lines[0]
    assert said.lines[1] == "Marketo remarks: Lead is locked"
    assert "Look at the lead" in said.lines[-1]


def test_a_fault_says_first_that_nothing_was_written_and_last_what_marketo_said(words: OutcomeWords) -> None:
    said = told(words, Fault(code="20105", text="20105 - Unknown lead field", message="unknown fields: shoes (20105)"))
    assert said.tone is Tone.BAD
    assert said.title == "Marketo does not know a field (20105)."
    assert said.lines[0] == "Nothing was written."
    assert said.lines[-1] == "Marketo's own words: unknown fields: shoes (20105)"


@pytest.mark.parametrize("code", sorted({*TEXTS, *REST_TEXTS} - HALF_WAY_FAULTS))
def test_of_every_refusal_it_is_said_once_that_nothing_was_written(words: OutcomeWords, code: str) -> None:
    said = told(words, Fault(code=code, text="as it came"))
    assert said.lines[0] == "Nothing was written."
    assert "nothing was" not in " ".join(said.lines[1:]).lower()


def test_an_inner_error_of_marketo_leaves_it_open_what_was_written(words: OutcomeWords) -> None:
    said = told(words, Fault(code="20011", text="Internal Error"))
    assert (said.tone, said.lines[0]) == (Tone.WARNING, UNKNOWN)
    assert said.lines[-1] == "Marketo's own words: Internal Error"


def test_a_timeout_after_sending_leaves_it_open_what_was_written(words: OutcomeWords) -> None:
    said = words.tell(NotAnswered(CALL, Failure(kind=FailureKind.ANSWER_TIMEOUT), EXCHANGE))
    assert (said.tone, said.lines[0]) == (Tone.WARNING, UNKNOWN)
    assert "Look at the lead" in said.lines[-1]


def test_what_was_not_sent_was_not_written(words: OutcomeWords) -> None:
    said = words.tell(NotSent(CALL, Failure(kind=FailureKind.REFUSED, place="host:443")))
    assert said.title == "host:443 refused the connection."
    assert said.lines[0] == "Nothing was written."


def test_technical_details_are_kept_apart_from_the_sentences(words: OutcomeWords) -> None:
    said = words.tell(NotSent(CALL, Failure(kind=FailureKind.TLS_UNTRUSTED, place="host", detail="SSLError: x")))
    assert said.details == "SSLError: x"
    assert not any("SSLError" in line for line in said.lines)


def test_of_a_question_nobody_asks_what_it_wrote(words: OutcomeWords) -> None:
    said = words.tell(NotSent(DescribeObject(), Failure(kind=FailureKind.REFUSED, place="host")))
    assert "written" not in " ".join(said.lines)
    assert told(words, Described(name="LeadRecord"), DescribeObject()) == Told(Tone.GOOD, "Marketo answered.", ())


@pytest.mark.parametrize(
    "kind", [FailureKind.CUT_OFF, FailureKind.ANSWER_TIMEOUT, FailureKind.GATEWAY, FailureKind.BROKEN_XML]
)
def test_what_was_only_to_be_read_needs_no_looking_at(words: OutcomeWords, kind: FailureKind) -> None:
    call = GetLead(LookupKey.IDNUM, "7")
    outcome = NotAnswered(call, Failure(kind=kind, place="host"), EXCHANGE)
    said, advice = words.tell(outcome), words.advice(outcome)
    assert said.lines[-1] == advice.remedy == "Reading changes nothing: try again in a while."
    assert "again: it may" not in " ".join(said.lines)
    assert words.advice(NotAnswered(CALL, Failure(kind=kind, place="host"), EXCHANGE)).remedy != advice.remedy
    fault = words.advice(Answered(call, EXCHANGE, Fault(code="604", text="Timed out")))
    assert fault.remedy == advice.remedy


def test_what_else_the_doctor_says_of_what_was_only_to_be_read_stands(words: OutcomeWords) -> None:
    call = GetLead(LookupKey.IDNUM, "7")
    strange = words.advice(NotAnswered(call, Failure(kind=FailureKind.NOT_JSON, place="host"), EXCHANGE))
    assert strange.remedy.startswith("Read the response under “Request and response” and check the REST endpoint")
    assert words.advice(Answered(call, EXCHANGE, Fault(code="603", text="No"))).remedy.startswith("Ask your Marketo")


def test_very_many_words_of_marketos_are_cut(words: OutcomeWords) -> None:
    long = text_value("x" * 100_000)
    answers: list[Answer] = [Fault(code="20011", text=long.text)]
    answers += [replace(SYNCED, status=text_value(status), error=long) for status in ("FAILED", "UPDATED", "MERGED")]
    for answer in answers:
        lines = told(words, answer).lines
        assert max(map(len, lines)) < MOST_SAID + 100
        assert any(line.endswith("x…") for line in lines)


def test_a_refusal_without_a_word_has_a_dash_for_it(words: OutcomeWords) -> None:
    assert told(words, Fault(code="", text="")).lines[-1] == "Marketo's own words: –"


def test_after_stop_and_after_a_crash_it_is_not_known(words: OutcomeWords) -> None:
    for said in (words.stopped(), words.crashed("KeyError")):
        assert "known whether the change was written" in said.lines[0]
        assert "Look at the lead" in said.lines[1]
    assert "KeyError" in words.crashed("KeyError").title


NEXT = "Re-read the lead."


def test_where_it_is_unknown_the_next_step_comes_right_after_that(words: OutcomeWords) -> None:
    said = words.tell(NotAnswered(CALL, Failure(kind=FailureKind.ANSWER_TIMEOUT), EXCHANGE), NEXT)
    assert said.lines[:2] == (UNKNOWN, NEXT)
    assert not any("Look at the lead" in line for line in said.lines)
    said = words.tell(Answered(CALL, EXCHANGE, replace(SYNCED, status=text_value("MERGED"))), NEXT)
    assert said.lines[-1] == NEXT
    for said in (words.stopped(NEXT), words.crashed("KeyError", NEXT)):
        assert said.lines[-1] == NEXT


@pytest.mark.parametrize(
    "outcome",
    [
        NotAnswered(CALL, Failure(kind=FailureKind.NOT_SOAP, place="host"), EXCHANGE),
        Answered(CALL, EXCHANGE, Fault(code="20011", text="")),
    ],
)
def test_a_remedy_that_says_more_than_to_look_is_still_told(words: OutcomeWords, outcome: Outcome) -> None:
    plain, said = words.tell(outcome), words.tell(outcome, NEXT)
    assert said.lines == (plain.lines[0], NEXT, *plain.lines[1:])


@pytest.mark.parametrize(
    "outcome",
    [
        *(
            NotAnswered(CALL, Failure(kind=kind), EXCHANGE)
            for kind in (FailureKind.BROKEN_XML, FailureKind.BROKEN_JSON)
        ),
        Answered(CALL, EXCHANGE, Fault(code="604", text="Request timed out")),
    ],
)
def test_to_look_at_the_lead_is_said_once(words: OutcomeWords, outcome: Outcome) -> None:
    alone, told_more = words.tell(outcome), words.tell(outcome, "Re-read the lead.")
    assert any("Look at the lead" in line for line in alone.lines)
    assert "Re-read the lead." in told_more.lines
    assert not any("Look at the lead" in line for line in told_more.lines)


def test_where_it_is_known_nobody_asks_for_a_next_step(words: OutcomeWords) -> None:
    refused = NotSent(CALL, Failure(kind=FailureKind.REFUSED, place="host:443"))
    assert words.tell(refused, NEXT) == words.tell(refused)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("1", "It asks to wait 1 second(s)."),
        ("30", "It asks to wait 30 second(s)."),
        ("121", "It asks to wait 3 minute(s)."),
        ("soon", ""),
    ],
)
def test_how_long_a_server_asks_to_wait_is_told(words: OutcomeWords, asked: str, line: str) -> None:
    page = Message("HTTP/1.1 429 Too Many Requests", (("Retry-After", asked),), b"")
    busy = NotAnswered(
        CALL, Failure(kind=FailureKind.HTTP_ERROR, place="host", status=429), replace(EXCHANGE, received=page)
    )
    said = words.tell(busy)
    assert [one for one in said.lines if "asks to wait" in one] == ([line] if line else [])
    assert said.lines[0] == "Nothing was written."


def test_how_long_is_told_also_where_the_call_could_not_even_be_sent(words: OutcomeWords) -> None:
    page = Message("HTTP/1.1 429 Too Many Requests", (("Retry-After", "60"),), b"")
    unsent = replace(EXCHANGE, left=False, before=(EXCHANGE, replace(EXCHANGE, received=page)))
    said = words.tell(NotSent(CALL, Failure(kind=FailureKind.NO_TOKEN, place="host"), unsent))
    assert said.lines[-1] == "It asks to wait 60 second(s)."


def test_to_send_again_is_no_advice_where_it_may_have_been_written(words: OutcomeWords) -> None:
    lost = NotAnswered(CALL, Failure(kind=FailureKind.UNREACHABLE, place="host"), EXCHANGE)
    said = words.tell(lost, "Re-read the lead.")
    assert said.lines[1] == "Re-read the lead."
    assert not any("send again" in one for one in said.lines)


TRICKY = "x\nThe change was written.\u202etxet"


def test_no_line_of_marketos_passes_for_one_of_ours(words: OutcomeWords) -> None:
    shown = "x↵The change was written.⟨U+202E⟩txet"
    said = told(words, Fault(code="20105", text=TRICKY))
    assert said.lines[-1] == f"Marketo's own words: {shown}"
    assert said.lines[0] == "Nothing was written."
    remarked = replace(SYNCED, error=text_value(TRICKY), cookie=CookieFate(CookieEnd.REFUSED, "1012", TRICKY))
    assert f"Marketo remarks: {shown}" in told(words, remarked).lines
    assert any(line.endswith(f"Marketo's own words: {shown}") for line in told(words, remarked).lines)
    strange = told(words, replace(SYNCED, status=text_value(TRICKY), lead_id=text_value(TRICKY)))
    assert strange.title == f"Marketo answered “{shown}” for lead {shown}."
    assert not any("\n" in line for line in (*said.lines, *strange.lines, strange.title))
