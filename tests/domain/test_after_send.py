"""The record that came back is what is known from then on, as far as it can be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mktgui.domain.after_send import known_after, known_after_reread, returned_record
from mktgui.domain.answers import Fault, Synced
from mktgui.domain.calls import FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.known import FailedLook, Knowledge, Known
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(seconds=5)
EMAIL = "ana@corp.example"
ASKED = GetLead(LookupKey.EMAIL, EMAIL)
CALL = SyncLead(email=EMAIL)
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=NOON)
OLD = LeadRecord(id=text_value("7"), email=text_value(EMAIL))
TWIN = LeadRecord(id=text_value("5"), email=text_value(EMAIL))
NEW = LeadRecord(id=text_value("7"), email=text_value("ana@new.example"))


def answered(status: str, record: LeadRecord | None) -> Answered:
    return Answered(CALL, EXCHANGE, Synced(lead_id=text_value("7"), status=text_value(status), record=record))


def known(*records: LeadRecord) -> Known:
    return Known(profile_id="p", asked=ASKED, at=NOON, records=records)


def test_an_updated_lead_takes_the_place_of_what_was_seen_and_its_twins_stay() -> None:
    after = known_after(known(OLD, TWIN), answered("UPDATED", NEW), LATER)
    assert after == Known(profile_id="p", asked=ASKED, at=LATER, records=(NEW, TWIN))


def test_a_created_lead_is_the_newest() -> None:
    assert known_after(known(), answered("CREATED", OLD), LATER) == Known(
        profile_id="p", asked=ASKED, at=LATER, records=(OLD,)
    )
    after = known_after(known(TWIN), answered("CREATED", OLD), LATER)
    assert isinstance(after, Known)
    assert after.records == (OLD, TWIN)


@pytest.mark.parametrize(
    ("before", "outcome"),
    [
        (known(TWIN), answered("UPDATED", OLD)),  # another one than was seen
        (None, answered("UPDATED", OLD)),
        (FailedLook(profile_id="p", asked=ASKED, at=NOON), answered("UPDATED", OLD)),
        (known(OLD), answered("UPDATED", None)),
        (known(OLD), answered("FAILED", OLD)),
        (known(OLD), Answered(CALL, EXCHANGE, Fault(code="20106", text=""))),
        (known(OLD), NotSent(CALL, Failure(kind=FailureKind.STOPPED))),
        (known(OLD), NotAnswered(CALL, Failure(kind=FailureKind.CUT_OFF), EXCHANGE)),
    ],
)
def test_otherwise_only_a_new_look_can_tell(before: Knowledge, outcome: Outcome) -> None:
    assert known_after(before, outcome, LATER) is None


def test_an_answer_that_cannot_be_told_apart_counts_as_the_lead_that_was_seen() -> None:
    assert known_after(known(), answered("UPDATED", OLD), LATER) == Known(
        profile_id="p", asked=ASKED, at=LATER, records=(OLD,)
    )


def test_only_a_lead_that_was_written_comes_back() -> None:
    assert returned_record(answered("UPDATED", NEW)) is NEW
    assert returned_record(answered("UNHEARD-OF", NEW)) is None
    assert returned_record(NotSent(CALL, Failure(kind=FailureKind.STOPPED))) is None


def test_a_record_of_another_lead_than_was_written_is_none_of_it() -> None:
    strange = answered("UPDATED", TWIN)
    assert returned_record(strange) is None
    assert known_after(known(OLD, TWIN), strange, LATER) is None


CTO = LeadAttribute("Title", text_value("string"), text_value("CTO"))
NOW = replace(OLD, attributes=(CTO,))
BY_NUMBER = GetLead(LookupKey.IDNUM, "7")


def reread(*records: LeadRecord, profile_id: str = "p") -> Known:
    return Known(profile_id=profile_id, asked=BY_NUMBER, at=LATER, records=records)


def test_a_reread_by_number_shows_the_lead_anew_and_who_has_its_key_as_it_was() -> None:
    before = known(OLD, TWIN)
    assert known_after_reread(before, reread(NOW)) == replace(before, records=(NOW, TWIN))
    shouted = replace(NOW, email=text_value(EMAIL.upper()))
    assert known_after_reread(before, reread(shouted)) == replace(before, records=(shouted, TWIN))


@pytest.mark.parametrize(
    ("before", "seen"),
    [
        (None, reread(NOW)),
        (FailedLook(profile_id="p", asked=ASKED, at=NOON), reread(NOW)),
        (known(), reread(NOW)),
        (known(OLD), reread()),
        (known(TWIN, OLD), reread(NOW)),  # a send by that key would change the other one
        (known(OLD), reread(TWIN)),  # merged into it
        (known(OLD), reread(NOW, profile_id="q")),
        (known(OLD), reread(NEW)),  # another address
    ],
)
def test_what_was_known_by_the_key_does_not_outlast_a_reread_that_shows_something_else(
    before: Knowledge, seen: Known
) -> None:
    assert known_after_reread(before, seen) is seen


@pytest.mark.parametrize("name", ["externalKey", ""])
def test_a_foreign_id_has_to_be_the_same_too(name: str) -> None:
    key = FieldKey(name) if name else LookupKey.SFDCLEADID

    def lead(foreign: str) -> LeadRecord:
        own = (LeadAttribute(name, text_value("string"), text_value(foreign)),) if name else ()
        return replace(OLD, foreign_id=text_value("" if name else foreign), attributes=own)

    before = replace(known(lead("A1")), asked=GetLead(key, "A1"))
    seen = reread(lead("a1"))
    assert known_after_reread(before, seen) == replace(before, records=seen.records)
    assert known_after_reread(before, reread(lead("B2"))) == reread(lead("B2"))
