"""What a look at a lead showed: the leads with the key, nobody, or nothing that can be relied on."""

import re
from datetime import datetime

from mktgui.domain.answers import Fault, Found
from mktgui.domain.calls import GetLead
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.lead import LeadRecord
from mktgui.domain.outcome import Answered, Outcome

# To SOAP a key that matches no lead is a fault, and no empty list (facts sheet 4.6). Whether it is to REST, where the
# key is an id, is not documented (6.3).
NOT_FOUND = frozenset({"20103", "1004"})
_NUMBER = re.compile(r"[0-9]{1,18}")


def knowledge_from(outcome: Outcome, question: GetLead, profile_id: str, at: datetime) -> Known | FailedLook:
    """What is known of the lead after this outcome of the question. `at` is aware."""
    if not brought_something(outcome):
        return FailedLook(profile_id=profile_id, asked=question, at=at)
    answer = outcome.answer if isinstance(outcome, Answered) else None
    records = sorted(answer.records, key=_age) if isinstance(answer, Found) else ()
    return Known(profile_id=profile_id, asked=question, at=at, records=tuple(records))


def _age(record: LeadRecord) -> int:
    """Marketo gives higher numbers to newer leads, and in the one recording of several leads lists those first."""
    return -int(record.id.text) if _NUMBER.fullmatch(record.id.text) else 0


def brought_something(outcome: Outcome) -> bool:
    """Whether Marketo said which leads there are, and be it none."""
    answer = outcome.answer if isinstance(outcome, Answered) else None
    return isinstance(answer, Found) or (isinstance(answer, Fault) and answer.code in NOT_FOUND)
