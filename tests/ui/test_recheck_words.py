"""Before a send that would do something else than what was planned, a person reads what has changed."""

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.known import Known
from mktgui.domain.recheck import recheck
from mktgui.ui.outcome_words import Told, Tone
from mktgui.ui.recheck_words import LONGEST, RecheckWords
from tests.domain.leads import known, lead
from tests.ui.stories import ASKED, WAS, label

LOADED = known(WAS)


@pytest.fixture
def words(qapp: QApplication) -> RecheckWords:
    return RecheckWords()


def told(words: RecheckWords, before: Known, now: Known) -> Told:
    said = words.tell(recheck(before, now, ASKED), label)
    assert said.tone is Tone.WARNING
    assert said.lines[0] == "Nothing was sent."
    return said


@pytest.mark.parametrize(
    ("before", "now", "title", "line"),
    [
        (LOADED, known(), "Lead 7 is not there any more.", "deleted or merged"),
        (known(), LOADED, "Somebody has this key now: lead 7.", "no new lead"),
        (LOADED, known(lead("9"), WAS), "A send would now change lead 9 instead of lead 7.", "go by its Marketo ID"),
        (LOADED, known(WAS, lead("5")), "2 lead(s) share this key now.", "still change lead 7"),
    ],
)
def test_another_lead_than_was_planned(words: RecheckWords, before: Known, now: Known, title: str, line: str) -> None:
    said = told(words, before, now)
    assert said.title == title
    assert line in said.lines[1]
    assert said.lines[2] == "Take over what is there now to see what a send would do."


def test_fields_that_would_be_overwritten_are_told_three_ways(words: RecheckWords) -> None:
    said = told(words, LOADED, known(lead(Title="CTO", FirstName="Ana", LastName="Ruiz", City="Lima")))
    assert said.title == "1 field(s) you are about to send have changed meanwhile."
    assert said.lines[1:] == (
        "Job Title: was VP when you loaded it, is CTO now, and you ask for CEO.",
        "Set by somebody else already, as you ask: Fax.",
        "Also changed, but not being sent: City.",
    )


def test_long_values_are_cut(words: RecheckWords) -> None:
    long = "x" * 100_000
    lines = told(words, LOADED, known(lead(Title=long, Fax="1", FirstName="Ana", LastName="Ruiz"))).lines
    assert any(f"is {'x' * (LONGEST - 1)}… now" in line for line in lines)
    assert max(map(len, lines)) < 1000


def test_a_field_that_was_filled_and_one_that_is_to_be_emptied(words: RecheckWords) -> None:
    before, now = known(lead(Fax="1", FirstName="Ana")), known(lead(Title="CTO", Fax="2", FirstName="Ana"))
    assert told(words, before, now).lines[1:] == (
        "Job Title: was (empty) when you loaded it, is CTO now, and you ask for CEO.",
        "Fax: was 1 when you loaded it, is 2 now, and you ask for (empty).",
    )


def test_what_is_not_being_sent_may_have_changed(words: RecheckWords) -> None:
    said = told(words, LOADED, known(lead(Title="VP", Fax="1", FirstName="Ana", LastName="Ruiz", City="Lima")))
    assert said.title == "The lead has changed meanwhile, but nothing that you are about to send."
