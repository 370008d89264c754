"""One line says which lead became what; whatever is not as planned is told, with what to do about it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.answers import CookieEnd, CookieFate, Fault, Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.known import Known
from mktgui.domain.lead import ForeignType, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent
from mktgui.domain.story import Story, looked_again, story_of
from mktgui.ui.outcome_words import OutcomeWords, Told, Tone
from mktgui.ui.story_words import StoryWords
from tests.domain.leads import AT, EMAIL, EXCHANGE, answered, known, lead, request, sent, unanswered
from tests.ui.doctors import doctor
from tests.ui.stories import ASKED, CREATED_INSTEAD, EXPECTED, IS, STOPPED, UNANSWERED, UPDATED, WAS, label

TITLE = request(Title="CEO")
REREAD = "Re-read the lead before you send anything again: it is compared with what you asked for."


@pytest.fixture
def outcomes(qapp: QApplication) -> OutcomeWords:
    return OutcomeWords(doctor())


@pytest.fixture
def words(outcomes: OutcomeWords) -> StoryWords:
    return StoryWords(outcomes)


def updated(asked: SyncLead, was: LeadRecord | None, now: LeadRecord | None) -> Story:
    before = None if was is None else known(was)
    return story_of(sent(asked, before), answered(asked, "UPDATED", record=now), at=AT)


def test_an_update_in_one_line(words: StoryWords) -> None:
    said = words.tell(UPDATED, label)
    assert said == Told(
        Tone.GOOD,
        "Updated lead 7 (Ana Ruiz). Job Title: VP → CEO. Fax: 1 → (empty).",
        ("2 field(s) as you asked.",),
    )


def test_more_than_two_fields_are_counted(words: StoryWords) -> None:
    asked = request(Title="CEO", City="Lima", Fax="2")
    said = words.tell(updated(asked, lead(Title="VP"), lead(Title="CEO", City="Lima", Fax="2")))
    assert said.title == "Updated lead 7 (ana@acme.example)."
    assert said.lines == ("3 field(s) as you asked.",)


def test_a_long_value_is_cut_in_the_headline(words: StoryWords) -> None:
    long = "long " * 50
    assert len(words.tell(updated(request(Title=long), lead(), lead(Title=long))).title) < 120


@pytest.mark.parametrize("value", ["x" * 100_000, "x" + "\r\n" * 100_000 + "x", "\u202e" * 100_000, "x" * 41])
def test_of_a_very_long_value_the_beginning_is_told_and_that_it_goes_on(words: StoryWords, value: str) -> None:
    named = replace(lead(Title=value), attributes=(*lead(Title=value).attributes, *lead(FirstName=value).attributes))
    title = words.tell(updated(request(Title=value), lead(), named)).title
    assert title.count("…") == 2
    assert len(title) < 150


def test_nothing_hides_in_a_headline(words: StoryWords) -> None:
    assert "⟨U+202E⟩x↵y" in words.tell(updated(request(Title="\u202ex\ny"), lead(), lead(Title="\u202ex\ny"))).title


def test_what_marketo_made_of_it_is_a_warning(words: StoryWords) -> None:
    asked = request(Title="CEO", City="Lima", Phone="1")
    now = lead(Title="C.E.O.", City="Quito", Phone="1", Website="acme.example")
    said = words.tell(updated(asked, lead(Title="VP", City="Quito", Phone="1"), now), label)
    assert said.tone is Tone.WARNING
    assert said.title == "Updated lead 7 (ana@acme.example). Job Title: VP → C.E.O.."
    assert said.lines[0].split(". ") == [
        "1 field(s) had the value you asked for already",
        "Marketo made something else of: Job Title",
        "Not taken, still the old value: City",
        "Also changed, though you did not ask: Website.",
    ]


def test_where_the_old_value_is_not_known(words: StoryWords) -> None:
    said = words.tell(updated(request(Title="CEO", City="Lima"), None, lead(Title="CEO", City="Quito")))
    assert said.title == "Updated lead 7 (ana@acme.example). Title: now CEO."
    assert said.lines == ("1 field(s) as you asked. Not as you asked: City.",)
    assert said.tone is Tone.WARNING


def test_many_names_are_cut_short(words: StoryWords) -> None:
    asked = SyncLead(email=EMAIL, attributes=tuple(AttributeToSend(f"F{number}", "x") for number in range(8)))
    said = words.tell(updated(asked, lead(), lead()))
    assert said.lines == ("Not taken, still the old value: F0, F1, F2, F3, F4 and 3 more.",)


def test_without_the_lead_one_is_told_to_re_read(words: StoryWords) -> None:
    said = words.tell(updated(TITLE, None, None))
    assert said.title == "Updated lead 7."
    assert "Re-read it to see" in said.lines[0]


def test_what_came_back_in_its_place_is_told_and_not_compared(words: StoryWords) -> None:
    told = story_of(sent(TITLE, known(WAS)), answered(TITLE, "UPDATED", "7", lead("9", Title="CEO")), at=AT)
    said = words.tell(told)
    assert (said.tone, said.title) == (Tone.WARNING, "Updated lead 7 (Ana Ruiz).")
    assert said.lines[0].startswith("Lead 9 was sent back in its place")
    assert told.now is None
    gone = Synced(lead_id=text_value("7"), status=text_value("UPDATED"), is_gone=True)
    said = words.tell(story_of(sent(TITLE, known(WAS)), Answered(TITLE, EXCHANGE, gone), at=AT))
    assert said.tone is Tone.WARNING
    assert said.lines[0].startswith("Read back at once, it was not there:")


def test_a_lead_without_a_number_and_a_remark(words: StoryWords) -> None:
    record = lead("", email="", Title="CEO")
    answer = Synced(status=text_value("UPDATED"), error=text_value("be careful"), record=record)
    said = words.tell(story_of(sent(TITLE), Answered(TITLE, EXCHANGE, answer), at=AT))
    assert said.title.startswith("Updated a lead without a number.")
    assert said.lines[-1] == "Marketo remarks: be careful"
    assert said.tone is Tone.WARNING  # written, but there is something to read


def test_a_cookie_that_went_astray_is_no_good_news(words: StoryWords) -> None:
    for end, tone in ((CookieEnd.GIVEN, Tone.GOOD), (CookieEnd.REFUSED, Tone.WARNING)):
        answer = Synced(lead_id=text_value("7"), status=text_value("UPDATED"), cookie=CookieFate(end))
        said = words.tell(story_of(sent(TITLE), Answered(TITLE, EXCHANGE, answer), at=AT))
        assert said.tone is tone
        assert "cookie" in said.lines[-1]


def test_the_alarm_where_a_lead_was_created_instead_of_updated(words: StoryWords) -> None:
    said = words.tell(CREATED_INSTEAD)
    assert said.tone is Tone.BAD
    assert said.title == "CREATED lead 9 (ana@acme.example), but lead 7 was to be updated."
    assert "9 is new, and 7 was not changed" in said.lines[0]
    assert "merged in Marketo" in said.lines[1]
    assert "Do not send this again" in said.lines[1]


def test_a_lead_that_is_called_new_under_the_number_that_was_seen_is_no_second_one(words: StoryWords) -> None:
    said = words.tell(story_of(EXPECTED, answered(ASKED, "CREATED", record=IS), at=AT))
    assert said.tone is Tone.WARNING
    assert said.title == "CREATED lead 7 (Ana Ruiz), though it was there before."
    assert "no second lead" in said.lines[0]
    assert said.lines[1] == "2 field(s) as you asked."


BY_NUMBER = SyncLead(marketo_id=7, attributes=(AttributeToSend("Title", "CEO"),))
MERGED = replace(
    known(lead("9", email="ana@acme.example", Title="CEO"), value="7"), asked=GetLead(LookupKey.IDNUM, "7")
)


def test_after_a_merge_the_lead_that_is_left_is_named(words: StoryWords) -> None:
    done = story_of(sent(BY_NUMBER), answered(BY_NUMBER, "UPDATED", record=lead(Title="CEO")), at=AT)
    said = words.tell(looked_again(done, MERGED))
    assert said.title == "Lead 7 is not there any more."
    assert said.lines == (
        "For its number Marketo shows lead 9 now: the two have probably been merged. Look at lead 9.",
    )
    open_one = looked_again(story_of(sent(BY_NUMBER), None, at=AT), MERGED)
    said = words.tell(open_one)
    assert (said.tone, said.title) == (Tone.WARNING, "For the number 7 Marketo shows lead 9 (ana@acme.example).")
    assert "cannot be told whether your change was written" in said.lines[0]
    assert open_one.is_open


def test_a_lead_that_was_meant_to_be_created(words: StoryWords) -> None:
    told = story_of(sent(TITLE, known()), answered(TITLE, "CREATED", "9", lead("9", Title="CEO")), at=AT)
    assert words.tell(told) == Told(
        Tone.GOOD, "Created lead 9 (ana@acme.example), as planned.", ("2 field(s) as you asked.",)
    )


def test_what_a_new_lead_was_given_besides_was_filled_in_and_not_changed(words: StoryWords) -> None:
    new = lead("9", Title="CEO", Website="acme.example")
    told = story_of(sent(TITLE, known()), answered(TITLE, "CREATED", "9", new), at=AT)
    assert words.tell(told).lines == ("2 field(s) as you asked. Also filled in, though you did not ask: Website.",)


def test_a_created_lead_of_which_nothing_was_known(words: StoryWords) -> None:
    said = words.tell(story_of(sent(TITLE), answered(TITLE, "CREATED", "9"), at=AT))
    assert (said.tone, said.title) == (Tone.WARNING, "CREATED lead 9: it is new.")
    assert "No lead matched" in said.lines[0]


def test_another_lead_than_was_meant(words: StoryWords) -> None:
    said = words.tell(story_of(EXPECTED, answered(ASKED, "UPDATED", "9", lead("9", Title="CEO")), at=AT))
    assert said.tone is Tone.BAD
    assert said.title == "Updated lead 9 (ana@acme.example), but lead 7 was meant."
    assert "Look at 9 and 7" in said.lines[0]


def test_another_lead_although_it_went_by_its_number(words: StoryWords) -> None:
    expected = sent(BY_NUMBER, replace(known(lead()), asked=GetLead(LookupKey.IDNUM, "7")))
    said = words.tell(story_of(expected, answered(BY_NUMBER, "UPDATED", "9", lead("9", Title="CEO")), at=AT))
    assert said.title == "Updated lead 9 (ana@acme.example), but lead 7 was meant."
    assert said.lines[0] == ("It went by the Marketo ID 7, so the two have probably been merged. Look at 9 in Marketo.")


def test_a_lead_that_nobody_had_when_it_was_looked_up(words: StoryWords) -> None:
    said = words.tell(story_of(sent(TITLE, known()), answered(TITLE, "UPDATED", record=lead(Title="CEO")), at=AT))
    assert said.tone is Tone.WARNING
    assert "somebody has made lead 7 meanwhile" in said.lines[0]


def test_where_nothing_was_written_the_outcome_speaks(words: StoryWords, outcomes: OutcomeWords) -> None:
    for outcome in (
        NotSent(ASKED, Failure(kind=FailureKind.REFUSED, place="host")),
        Answered(ASKED, EXCHANGE, Fault(code="20105", text="")),
    ):
        assert words.tell(story_of(EXPECTED, outcome, at=AT)) == outcomes.tell(outcome)


@pytest.mark.parametrize(
    "story",
    [UNANSWERED, STOPPED, story_of(EXPECTED, None, at=AT, crash="KeyError")],
    ids=["unanswered", "stopped", "crashed"],
)
def test_where_it_is_unknown_the_next_step_is_to_re_read(words: StoryWords, story: Story) -> None:
    said = words.tell(story)
    assert REREAD in said.lines
    assert not any("Look at the lead" in line for line in said.lines)


def test_a_crash_is_named(words: StoryWords) -> None:
    assert "KeyError" in words.tell(story_of(EXPECTED, None, at=AT, crash="KeyError")).title


def test_what_cannot_be_looked_up_has_to_be_looked_at_in_marketo(words: StoryWords) -> None:
    foreign = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM)
    said = words.tell(story_of(sent(foreign), unanswered(foreign), at=AT))
    assert "This key cannot be looked up: look at the lead in Marketo before you send it again." in said.lines


@pytest.mark.parametrize(
    ("now", "tone", "title", "line"),
    [
        (known(IS), Tone.GOOD, "It was written: lead 7 (Ana Ruiz) holds what you asked for.", "2 field(s)"),
        (known(WAS), Tone.WARNING, "It had not been written at ", "You can send it again."),
        (
            known(replace(IS, attributes=(*lead(Fax="1").attributes, *IS.attributes))),
            Tone.WARNING,
            "Part of it",
            "Mark",
        ),
        (known(lead(Title="Dr", Fax="3")), Tone.WARNING, "It cannot be told whether", "Compare the fields below"),
        (known(lead("9", Title="CEO")), Tone.BAD, "There is a lead now that was not there before: lead 9", "Lead 7 is"),
        (known(), Tone.BAD, "Lead 7 (Ana Ruiz) is not there any more.", "Somebody has deleted or merged it"),
    ],
)
def test_what_a_look_proves(words: StoryWords, now: Known, tone: Tone, title: str, line: str) -> None:
    said = words.tell(looked_again(UNANSWERED, now))
    assert said.tone is tone
    assert said.title.startswith(title)
    assert said.lines[0].startswith(line)


def test_where_it_was_so_before_it_makes_no_difference(words: StoryWords) -> None:
    same = request(Title="VP")
    said = words.tell(looked_again(story_of(sent(same, known(WAS)), unanswered(same), at=AT), known(WAS)))
    assert said.lines[0] == "The lead held all of it before, so it makes no difference."


def test_a_lead_that_nobody_had_was_probably_made_by_the_send(words: StoryWords) -> None:
    told = looked_again(story_of(sent(TITLE, known()), unanswered(TITLE), at=AT), known(lead("9", Title="CEO")))
    said = words.tell(told)
    assert said.tone is Tone.WARNING
    assert "do not send it again" in said.lines[0]


def test_a_look_after_an_answer_tells_what_is_there_now(words: StoryWords) -> None:
    said = words.tell(looked_again(UPDATED, known(lead(Title="Dr", FirstName="Ana", LastName="Ruiz"))), label)
    assert said.title.startswith("Lead 7 (Ana Ruiz), re-read at ")
    assert "Marketo made something else of: Job Title." in said.lines[0]
    said = words.tell(looked_again(UPDATED, known()))
    assert (said.tone, said.title) == (Tone.WARNING, "Lead 7 (Ana Ruiz) is not there any more.")


def test_a_look_that_failed_leaves_it_open(words: StoryWords) -> None:
    failed = NotSent(ASKED, Failure(kind=FailureKind.REFUSED, place="host:443"))
    said = words.reread_failed(UNANSWERED, failed)
    assert said.title == "The lead could not be re-read."
    assert said.lines[0] == "It is still not known whether the change was written."
    assert said.lines[1] == "host:443 refused the connection."
    assert words.reread_failed(UPDATED, failed).lines[0] == "host:443 refused the connection."


def test_a_look_after_a_refusal_that_was_about_no_one_lead(words: StoryWords) -> None:
    refused = story_of(sent(TITLE, known()), Answered(TITLE, EXCHANGE, Fault(code="1007", text="")), at=AT)
    assert words.tell(looked_again(refused, known())) == Told(
        Tone.WARNING,
        "No lead that this account can see has this key.",
        ("Check the key letter by letter before you send it again.",),
    )
    said = words.tell(looked_again(refused, known(lead("9"), lead("8"))))
    assert said.title == "2 lead(s) have this key."
    assert "send by its Marketo ID" in said.lines[0]
