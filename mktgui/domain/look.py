"""What a look at a lead showed: the leads with the key, nobody, or nothing that can be relied on."""

from datetime import datetime

from mktgui.domain.answers import Fault, Found
from mktgui.domain.calls import GetLead
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.outcome import Answered, Outcome

# To SOAP a key that matches no lead is a fault, and no empty list (facts sheet 4.6). Whether it is to REST, where the
# key is an id, is not documented (6.3).
NOT_FOUND = frozenset({"20103", "1004"})


def knowledge_from(outcome: Outcome, question: GetLead, profile_id: str, at: datetime) -> Known | FailedLook:
    """What is known of the lead after this outcome of the question. `at` is aware."""
    if not brought_something(outcome):
        return FailedLook(profile_id=profile_id, asked=question, at=at)
    answer = outcome.answer if isinstance(outcome, Answered) else None
    records = answer.records if isinstance(answer, Found) else ()
    return Known(profile_id=profile_id, asked=question, at=at, records=records)


def brought_something(outcome: Outcome) -> bool:
    """Whether Marketo said which leads there are, and be it none."""
    answer = outcome.answer if isinstance(outcome, Answered) else None
    return isinstance(answer, Found) or (isinstance(answer, Fault) and answer.code in NOT_FOUND)
