"""What a look at a lead showed: the leads with the key, nobody, or nothing that can be relied on."""

from datetime import datetime

from mktgui.domain.answers import Fault, Found
from mktgui.domain.calls import GetLead
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.outcome import Answered, Outcome

NOT_FOUND = "20103"  # a key that matches no lead is a fault, not an empty list (facts sheet 4.6)


def knowledge_from(outcome: Outcome, question: GetLead, profile_id: str, at: datetime) -> Known | FailedLook:
    """What is known of the lead after this outcome of the question. `at` is aware."""
    answer = outcome.answer if isinstance(outcome, Answered) else None
    if isinstance(answer, Found):
        return Known(profile_id=profile_id, asked=question, at=at, records=answer.records)
    if isinstance(answer, Fault) and answer.code == NOT_FOUND:
        return Known(profile_id=profile_id, asked=question, at=at)
    return FailedLook(profile_id=profile_id, asked=question, at=at)
