"""Stories of sends that every screen of what happened is tested with."""

from mktgui.domain.profile import PRACTICE
from mktgui.domain.receipt import Receipt, receipt_of
from mktgui.domain.story import Story, story_of
from tests.domain.leads import AT, answered, known, lead, request, sent, unanswered

ASKED = request(Title="CEO", Fax="")
WAS = lead(Title="VP", FirstName="Ana", LastName="Ruiz", Fax="1", City="Quito")
IS = lead(Title="CEO", FirstName="Ana", LastName="Ruiz", City="Quito")
EXPECTED = sent(ASKED, known(WAS))

UPDATED = story_of(EXPECTED, answered(ASKED, "UPDATED", record=IS), at=AT)
UNANSWERED = story_of(EXPECTED, unanswered(ASKED), at=AT)
STOPPED = story_of(EXPECTED, None, at=AT)
CREATED_INSTEAD = story_of(EXPECTED, answered(ASKED, "CREATED", "9", lead("9", Title="CEO")), at=AT)


def label(name: str) -> str:
    return {"Title": "Job Title"}.get(name, name)


def receipt(story: Story) -> Receipt:
    return receipt_of(story, "jo", PRACTICE, label)
