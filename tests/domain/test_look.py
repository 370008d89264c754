"""Only two answers tell whether a lead is there; everything else leaves it open."""

from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Fault, Found, Listed
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.lead import LeadRecord, text_value
from mktgui.domain.look import knowledge_from
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ASKED = GetLead(LookupKey.EMAIL, "ana@corp.example")
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=NOON)
LEAD = LeadRecord(id=text_value("7"))
LOST = Failure(kind=FailureKind.CUT_OFF)


def test_found_leads_are_known() -> None:
    known = knowledge_from(Answered(ASKED, EXCHANGE, Found(records=(LEAD,))), ASKED, "p", NOON)
    assert known == Known(profile_id="p", asked=ASKED, at=NOON, records=(LEAD,))


@pytest.mark.parametrize("code", ["20103", "1004"])
def test_not_found_is_known_too(code: str) -> None:
    fault = Fault(code=code, text="Lead not found")
    assert knowledge_from(Answered(ASKED, EXCHANGE, fault), ASKED, "p", NOON) == Known(
        profile_id="p", asked=ASKED, at=NOON
    )


@pytest.mark.parametrize(
    "outcome",
    [
        Answered(ASKED, EXCHANGE, Fault(code="20014", text="20014 - Authentication failed")),
        Answered(ASKED, EXCHANGE, Listed()),
        NotSent(ASKED, LOST),
        NotAnswered(ASKED, LOST, EXCHANGE),
    ],
)
def test_everything_else_brought_nothing(outcome: Outcome) -> None:
    assert knowledge_from(outcome, ASKED, "p", NOON) == FailedLook(profile_id="p", asked=ASKED, at=NOON)


def test_the_newest_comes_first_in_whatever_order_they_came() -> None:
    others = [LeadRecord(id=text_value(number)) for number in ("9", "10", "", "x")]
    known = knowledge_from(Answered(ASKED, EXCHANGE, Found(records=(LEAD, *others))), ASKED, "p", NOON)
    assert isinstance(known, Known)
    assert [one.id.text for one in known.records] == ["10", "9", "7", "", "x"]
