"""Past calls in words: what was changed in one line, what became of it, and the whole of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import Begun, Ended, Entry, FieldChange, Query, Settled, State, Summary
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import EMPTY, NO_LEAD, text_value
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from mktgui.domain.surprise import Surprise
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.language import CHINESE, ENGLISH, Language
from mktgui.ui.outcome_words import OutcomeWords, Tone
from tests.storage.past_calls import NOON, ended
from tests.ui.doctors import doctor
from tests.ui.past import CEO, LOST, PLANNED, begun, look, put, refused, summary_of


def label(name: str) -> str:
    return {"Title": "Job Title"}.get(name, name)


@pytest.fixture
def words() -> HistoryWords:
    return HistoryWords(lambda: OutcomeWords(doctor()))


@pytest.fixture
def store(home: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(home / "history")
    yield store
    store.close()


def entry(store: SqliteHistory, one: Begun, how: Ended | None = None) -> Entry:
    found = store.entry(put(store, one, how).id)
    assert found is not None
    return found


NOT_SENT = ended(ending=Ending.NOT_SENT, written=Written.NO, status="", failure=FailureKind.SECRET_MISSING)
STOPPED = replace(NOT_SENT, failure=FailureKind.STOPPED)
CUT_OFF = ended(ending=Ending.NOT_ANSWERED, written=Written.UNKNOWN, status="", failure=FailureKind.CUT_OFF)
TURNED_AWAY = replace(CUT_OFF, written=Written.NO, failure=FailureKind.REDIRECTED)
RAN_OUT = replace(TURNED_AWAY, failure=FailureKind.TOKEN_RAN_OUT)
READ = ended(written=Written.NO, status="")
MISSED = replace(CEO, now=text_value("VP"), fate="refused")


@pytest.mark.parametrize(
    ("one", "how", "tone", "told"),
    [
        (begun(), ended(), Tone.GOOD, "Updated"),
        (begun(fields=(MISSED,)), ended(), Tone.WARNING, "Updated, not all as asked"),
        (begun(), ended(status="CREATED"), Tone.WARNING, "Created a new lead"),
        (
            begun(verdict=Verdict(kind=VerdictKind.CREATES, key=PLANNED.key)),
            ended(status="CREATED"),
            Tone.GOOD,
            "Created a new lead",
        ),
        (
            begun(),
            ended(status="CREATED", surprise=Surprise.CREATED_INSTEAD),
            Tone.BAD,
            "Created a new lead, an update was meant",
        ),
        (
            begun(),
            ended(status="CREATED", surprise=Surprise.CREATED_THE_SAME),
            Tone.WARNING,
            "Called new, but it was there before",
        ),
        (begun(), ended(surprise=Surprise.UPDATED_INSTEAD), Tone.WARNING, "Updated, a new lead was expected"),
        (begun(), ended(surprise=Surprise.ANOTHER_LEAD), Tone.BAD, "Updated another lead than was meant"),
        (begun(), ended(status="FAILED", written=Written.NO), Tone.BAD, "Marketo could not save it"),
        (begun(), ended(status="SKIPPED", written=Written.NO), Tone.BAD, "Skipped by Marketo"),
        (begun(), ended(status="ELSE", written=Written.NO), Tone.BAD, "Not written"),
        (begun(), refused("20105"), Tone.BAD, "Refused (20105)"),
        (begun(), refused(""), Tone.BAD, "Refused"),
        (begun(), NOT_SENT, Tone.BAD, "Not sent"),
        (begun(), STOPPED, Tone.BAD, "Stopped before it was sent"),
        (begun(), CUT_OFF, Tone.WARNING, "May have been written"),
        (begun(), TURNED_AWAY, Tone.BAD, "No answer of Marketo's"),
        (begun(), RAN_OUT, Tone.BAD, "Refused: its token had run out"),
        (begun(), replace(RAN_OUT, failure=FailureKind.CLIENT_REFUSED), Tone.BAD, "Refused: its token had run out"),
        (begun(), LOST, Tone.WARNING, "Outcome unknown"),
        (look(), LOST, Tone.WARNING, "Did not end"),
        (look(), READ, Tone.GOOD, "Found"),
        (look(lead_id="", who=""), replace(READ, lead_id="", who=""), Tone.WARNING, "Nobody found"),
        (look(lead_id=""), replace(READ, lead_id="", who=""), Tone.GOOD, "Answered"),
        (look(lead_id="", kind=CallKind.DESCRIBE_OBJECT), replace(READ, lead_id="", who=""), Tone.GOOD, "Answered"),
        (look(lead_id=""), refused("20103"), Tone.WARNING, "Nobody found"),
        (look(lead_id=""), refused("1004"), Tone.WARNING, "Nobody found"),
        (look(), replace(CUT_OFF, written=Written.NO, failure=FailureKind.STOPPED), Tone.BAD, "Stopped"),
    ],
)
def test_what_became_of_a_call(
    words: HistoryWords, store: SqliteHistory, one: Begun, how: Ended, tone: Tone, told: str
) -> None:
    assert words.became(put(store, one, how)) == (tone, told)


def test_a_call_under_way_is_no_news_yet(words: HistoryWords, store: SqliteHistory) -> None:
    summary = replace(put(store, begun()), state=State.UNDER_WAY)
    assert words.became(summary) == (None, "Under way…")
    assert words.tell(Entry(summary=summary)).title == "This call is still under way."


def test_what_a_later_look_has_proven_is_told_with_when_and_with_what_was_recorded(
    words: HistoryWords, store: SqliteHistory
) -> None:
    lost, cut = put(store, begun(1), LOST), put(store, begun(2), CUT_OFF)
    at = NOON.astimezone() + timedelta(days=1)
    store.settle(lost.id, Settled(written=Written.YES, at=at))
    store.settle(cut.id, Settled(written=Written.NO, at=at))
    lost, cut = summary_of(store, lost.id), summary_of(store, cut.id)
    assert words.became(lost) == (Tone.GOOD, "Written (re-read)")
    assert words.became(cut) == (Tone.WARNING, "Not written (re-read)")
    told = words.tell(Entry(summary=lost))
    when = words.moment(replace(lost, at=at))
    assert told.title == f"It was written: the lead held what was asked for when it was re-read on {when}."
    assert (told.tone, told.lines) == (Tone.GOOD, ("What was recorded when it ended: Outcome unknown.",))
    told = words.tell(Entry(summary=cut))
    assert told.title.startswith("It had not been written when the lead was re-read on ")
    assert told.lines[0] == "What was recorded when it ended: May have been written."
    assert "re-read the lead before you send it again" in told.lines[1]


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("written", [Written.YES, Written.NO])
def test_a_settled_call_is_found_by_the_words_for_it_in_either_language(
    qapp: QApplication, store: SqliteHistory, language: str, written: Written
) -> None:
    lost = put(store, begun(), LOST)
    store.settle(lost.id, Settled(written=written, at=NOON.astimezone()))
    before, translators = QLocale(), Language(qapp, language)
    try:
        words = HistoryWords(lambda: OutcomeWords(doctor(language))).became(summary_of(store, lost.id))[1]
    finally:
        translators.remove()
        QLocale.setDefault(before)
    assert [one.id for one in store.search(Query(text=words)).entries] == [lost.id]
    assert [one.id for one in store.search(Query(text=f'"{words}"')).entries] == [lost.id]


OTHERS = tuple(FieldChange(name=name, asked="x") for name in ("A", "B", "C", "D"))


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (begun(), "Job Title: VP → CEO"),
        (begun(fields=(replace(CEO, was=None),)), "Job Title: CEO"),
        (begun(fields=(replace(CEO, was=EMPTY, asked="", now=None),)), "Job Title: (empty) → (empty)"),
        (begun(fields=(replace(CEO, was=NO_LEAD),)), "Job Title: CEO"),
        (begun(fields=(replace(CEO, asked="x" * 60, now=None),)), f"Job Title: VP → {'x' * 19}…{'x' * 20}"),
        (begun(fields=(CEO, *OTHERS)), "Job Title: VP → CEO; A: x; B: x and 2 more"),
        (begun(fields=()), "Change of no field"),
        (look(), "Look at a lead"),
        (look(kind=CallKind.DESCRIBE_OBJECT), "Fields read"),
        (look(kind=CallKind.LIST_OBJECTS), "Credential check"),
        (look(kind=CallKind.LIST_OBJECTS, transport="rest"), "Check, or partitions read"),
    ],
)
def test_what_was_changed_in_one_line(words: HistoryWords, store: SqliteHistory, one: Begun, told: str) -> None:
    assert words.changes(put(store, one), label) == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (begun(), "Ana Ruiz #318815"),
        (begun(who=""), "ana@acme.example #318815"),
        (begun(who="", lead_id=""), "ana@acme.example"),
        (look(who="", key_kind="IDNUM", key_value="318815"), "#318815"),
        (look(who="", key_kind="", key_value="", lead_id=""), ""),
    ],
)
def test_which_lead(words: HistoryWords, store: SqliteHistory, one: Begun, told: str) -> None:
    assert words.lead(put(store, one, NOT_SENT)) == told


def test_the_connection_is_a_word_and_a_name(words: HistoryWords, store: SqliteHistory) -> None:
    summary = put(store, begun())
    assert words.connection(summary) == "PRACTICE"
    live = replace(summary, environment=Environment.PRODUCTION, profile_name="Acme EU")
    assert words.connection(live) == "PRODUCTION Acme EU"
    assert words.connection(replace(live, environment=Environment.TEST)) == "TEST Acme EU"


def test_ticket_and_note_stand_together(words: HistoryWords, store: SqliteHistory) -> None:
    summary = put(store, begun())
    assert words.note(summary) == ""
    assert words.note(replace(summary, ticket="OPS-1")) == "OPS-1"
    assert words.note(replace(summary, ticket="OPS-1", note="for Jo")) == "OPS-1 · for Jo"


def test_a_send_tells_its_story_again(words: HistoryWords, store: SqliteHistory) -> None:
    told = words.tell(entry(store, begun()), label)
    assert (told.tone, told.title) == (Tone.GOOD, "Updated lead 318815. Job Title: VP → CEO.")
    assert not any("not sent back" in line for line in told.lines)


def test_what_was_under_way_when_the_program_died_is_explained(words: HistoryWords, store: SqliteHistory) -> None:
    told = words.tell(entry(store, begun(), LOST))
    assert (told.tone, told.title) == (Tone.WARNING, "It is not known what became of this change.")
    assert told.lines[0] == "The program ended, or failed, while this call was under way."
    assert told.lines[2].startswith("Re-read the lead before you send anything again")
    read = words.tell(entry(store, look(1), LOST))
    assert read.title == "This call did not end."
    assert read.lines[1] == "Nothing was written by it."


def test_a_look_is_told_by_whom_it_found(words: HistoryWords, store: SqliteHistory) -> None:
    told = words.tell(entry(store, look(), READ))
    assert (told.tone, told.title, told.lines) == (Tone.GOOD, "Ana Ruiz #318815: Found", ())
    nameless = look(1, kind=CallKind.DESCRIBE_OBJECT, key_value="", who="", lead_id="")
    assert words.tell(entry(store, nameless, READ)).title == "Answered"


def test_what_went_wrong_is_told_as_it_was_then(words: HistoryWords, store: SqliteHistory) -> None:
    told = words.tell(entry(store, look(lead_id="", who=""), replace(CUT_OFF, written=Written.NO)))
    assert told.tone is Tone.BAD
    assert told.title
    assert not any("written" in line for line in told.lines)
    assert words.tell(entry(store, begun(1), NOT_SENT)).title == "The secret of this connection is missing."


def test_without_values_it_is_said_that_there_are_none(words: HistoryWords, store: SqliteHistory) -> None:
    store.keep_values(keep=False)
    one = entry(store, begun())
    assert words.changes(one.summary) == "Change (values not kept)"
    told = words.tell(one)
    assert (told.title, told.lines) == ("Updated", ("No values were kept of this call.",))
    failed = words.tell(entry(store, begun(1), NOT_SENT))
    assert failed.lines[-1] == "No values were kept of this call."


@pytest.mark.parametrize("kind", VerdictKind)
def test_what_was_planned_is_told(words: HistoryWords, store: SqliteHistory, kind: VerdictKind) -> None:
    one = entry(store, begun(verdict=Verdict(kind=kind, key=PLANNED.key, lead_id="318815")))
    told = words.expected(one)
    assert told.endswith(".")
    assert ("318815" in told) is kind.value.startswith("updates")
    assert words.expected(replace(one, verdict=None)) == ""


def test_the_facts_name_key_workspace_and_times(words: HistoryWords, store: SqliteHistory) -> None:
    told = words.facts(entry(store, begun(workspace="EMEA")))
    assert told == (
        "Change",
        "SOAP",
        "key: ana@acme.example",
        "workspace: EMEA",
        "HTTP 200",
        "0.88 s",
        "connecting 125 ms",
        "securing 250 ms",
        "waiting 500 ms",
    )
    bare = Entry(summary=replace(summary_of_nothing(store), seconds=None, key_value=""))
    assert words.facts(bare) == ("Look at a lead", "SOAP")


def summary_of_nothing(store: SqliteHistory) -> Summary:
    return put(store, look(2))


def test_the_moment_is_told_to_the_second(words: HistoryWords, store: SqliteHistory) -> None:
    assert "2026" in words.moment(put(store, begun()))
    assert words.moment(put(store, begun(1))).endswith(":00")
