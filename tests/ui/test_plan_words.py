"""The verdict as one headline, the changes as before and after, and nothing said twice."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from mktgui.domain.calls import Action, LookupKey
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.known import Knowledge
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.domain.transport_rules import TransportRules
from mktgui.ui.plan_words import MOST_CHANGES, MOST_IN_TIP, LineKind, PlanWords, shortened
from mktgui.ui.sentences import Sentences
from tests.ui.looks import ANA, CHANGES, RUIZ, failed, known, record

LABELS = {"Title": "Job Title"}
CUSTOM = Draft(key=KeyKind.FOREIGN_ID, foreign_id="C-1", foreign_type="CUSTOM")
BY_ID = Draft(key=KeyKind.MARKETO_ID, marketo_id="42", rows=CHANGES.rows)


@pytest.fixture
def words(sentences: Sentences, qapp: QApplication) -> PlanWords:
    return PlanWords(sentences)


def label(name: str) -> str:
    return LABELS.get(name, name)


def said(words: PlanWords, draft: Draft, seen: Knowledge = None) -> list[str]:
    return [line.text for line in words.lines(plan(draft, seen), label)]


@pytest.mark.parametrize(
    ("draft", "seen", "headline"),
    [
        (CHANGES, known(RUIZ), "Updates lead 318815 (Ana Ruiz), 1 fields: Job Title"),
        (CHANGES, known(record(7, email="")), "Updates lead 7, 1 fields: Job Title"),
        (Draft(email=ANA), known(RUIZ), "Lead 318815 (Ana Ruiz): nothing is marked to be changed"),
        (
            CHANGES,
            known(RUIZ, record(7), record(8)),
            "Updates lead 318815 (Ana Ruiz), the newest of 3 with this address, 1 fields: Job Title",
        ),
        (CHANGES, known(), "No lead has this email address: this will CREATE one."),
        (
            BY_ID,
            known(key=LookupKey.IDNUM, value="42"),
            "No lead has the Marketo ID 42: Marketo will refuse, and nothing is written.",
        ),
        (CHANGES, None, "Not looked up yet: Send looks first."),
        (CHANGES, failed(), "The lead could not be looked up, so it is not known whether it is there."),
        (CUSTOM, None, "Cannot be looked up first: Marketo has no way to look up CUSTOM foreign IDs."),
        (Draft(), None, "Which lead? Paste an ID or an address on the left."),
    ],
)
def test_the_headline_says_what_the_send_will_do(
    draft: Draft, seen: Knowledge, headline: str, words: PlanWords
) -> None:
    made = plan(draft, seen)
    assert words.headline(made, label) == headline
    assert headline not in [line.text for line in words.lines(made, label)]


@pytest.mark.parametrize(
    ("draft", "seen", "headline"),
    [
        (
            CHANGES,
            known(RUIZ, record(7)),
            "2 leads share this email address: Marketo will skip this and change none. Choose which one you mean.",
        ),
        (
            replace(CHANGES, action=Action.CREATE_ONLY),
            known(RUIZ),
            "Lead 318815 (Ana Ruiz) has this email address already: Marketo will skip this, and nothing is written.",
        ),
        (
            replace(CHANGES, action=Action.UPDATE_ONLY),
            known(),
            "No lead has this email address: Marketo will skip this, and nothing is written.",
        ),
        (
            BY_ID,
            known(key=LookupKey.IDNUM, value="42"),
            "No lead has the Marketo ID 42: Marketo will skip this, and nothing is written.",
        ),
    ],
)
def test_over_rest_it_says_so_where_nothing_will_come_of_it(
    draft: Draft, seen: Knowledge, headline: str, words: PlanWords
) -> None:
    made = plan(draft, seen, rules=RestRules())
    assert words.headline(made, label) == headline
    assert headline not in [line.text for line in words.lines(made, label)]


def test_many_fields_are_counted_and_the_first_are_named(words: PlanWords) -> None:
    draft = Draft(email=ANA, rows=tuple(Row(name, edit_from_text("x")) for name in "ABCDE"))
    assert words.headline(plan(draft, known(RUIZ)), label).endswith("5 fields: A, B, C…")


def test_a_change_says_what_was_and_what_will_be(words: PlanWords) -> None:
    line = words.lines(plan(CHANGES, known(RUIZ)), label)[0]
    assert (line.kind, line.text) == (LineKind.CHANGE, "Job Title: VP Sales → CEO")
    assert line.rich == "<b>Job Title</b><br>VP Sales → CEO"
    assert line.tip == "Title\nVP Sales → CEO"


def test_a_tip_has_no_more_than_anybody_reads(words: PlanWords) -> None:
    draft = Draft(email=ANA, rows=(Row("Title", edit_from_text("x" * 100_000)),))
    tip = words.lines(plan(draft, known(RUIZ)), label)[0].tip
    assert tip.startswith("Title\nVP Sales → xxx")
    assert (len(tip), tip[-1]) == (MOST_IN_TIP, "…")


def test_what_nobody_has_seen_is_not_called_empty(words: PlanWords) -> None:
    assert said(words, CHANGES)[0] == "Job Title: → CEO"
    assert said(words, CHANGES, known(record()))[0] == "Job Title: (empty) → CEO"


def test_emptying_and_leaving_as_it_is_are_named(words: PlanWords) -> None:
    emptied = Draft(email=ANA, rows=(Row("Title", CLEAR),))
    assert said(words, emptied, known(RUIZ))[0] == "Job Title: VP Sales → (will be emptied)"
    same = Draft(email=ANA, rows=(Row("Title", edit_from_text("VP Sales")),))
    assert said(words, same, known(RUIZ))[0] == "Job Title: VP Sales (as it is now)"


def test_of_many_changes_the_first_stand_on_a_line_each_and_the_rest_is_counted(words: PlanWords) -> None:
    new = edit_from_text("a value of twenty-nine letters")
    rows = tuple(Row(f"Field{number}", new) for number in range(MOST_CHANGES + 3))
    lines = words.lines(plan(Draft(email=ANA, rows=rows)), label)
    changes = [line for line in lines if line.kind is LineKind.CHANGE]
    assert changes[0].rich == "<b>Field0</b> &nbsp;→ a value of …nine letters"
    assert changes[0].tip == "Field0\n→ a value of twenty-nine letters"
    assert changes[-1].text == "and 3 more in the table"
    assert len(changes) == MOST_CHANGES + 1


@pytest.mark.parametrize("rules", [SOAP_RULES, RestRules()])
def test_what_is_emptied_is_named_as_in_the_table(rules: TransportRules, words: PlanWords) -> None:
    draft = Draft(email=ANA, rows=(Row("Title", CLEAR),))
    lines = [line.text for line in words.lines(plan(draft, known(RUIZ), rules=rules), label)]
    assert any(line.startswith("Fields to empty (1): Job Title. ") for line in lines)
    many = Draft(email=ANA, rows=tuple(Row(f"F{number}", CLEAR) for number in range(MOST_CHANGES + 1)))
    lines = [line.text for line in words.lines(plan(many, known(RUIZ), rules=rules), label)]
    assert any(line.startswith("Fields to empty (7): F0, F1, F2, F3, F4, F5…. ") for line in lines)


def test_a_warning_in_the_table_is_said_here_too(words: PlanWords) -> None:
    rows = tuple(Row(name, edit_from_text(" CEO")) for name in (" Title ", "A", "B", "C", "D"))
    draft = Draft(email=ANA, rows=rows)
    lines = words.lines(plan(draft, known(RUIZ)), label, [row.name for row in rows])
    warnings = [line.text for line in lines if line.kind is LineKind.WARNING]
    assert warnings == [
        "Job Title: Spaces around the name will be left out.",
        "Job Title: Begins or ends with a space, and will be sent so.",
        "A: Begins or ends with a space, and will be sent so.",
        "and 3 more in the table",
    ]


def test_warnings_come_before_what_only_explains(words: PlanWords) -> None:
    draft = Draft(email=ANA, workspace="EMEA", rows=CHANGES.rows, return_lead=False)
    kinds = [line.kind for line in words.lines(plan(draft, known(RUIZ)), label)]
    assert kinds == sorted(kinds, key=[LineKind.CHANGE, LineKind.ERROR, LineKind.WARNING, LineKind.NOTE].index)
    assert LineKind.WARNING in kinds
    assert LineKind.NOTE in kinds


def test_the_key_is_named_where_the_headline_does_not(words: PlanWords) -> None:
    assert "Marketo goes by the Marketo ID 42." in said(words, BY_ID)
    seen = known(record(42), key=LookupKey.IDNUM, value="42")
    assert "Marketo goes by the Marketo ID 42." not in said(words, BY_ID, seen)
    assert "Marketo goes by the email address ana@corp.example." in said(words, CHANGES, known(RUIZ))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(alphabet='<b>&"é中{}%n x', min_size=1, max_size=9), value=st.text(min_size=1, max_size=60))
def test_whatever_was_typed_is_only_text(name: str, value: str, words: PlanWords) -> None:
    draft = Draft(email=ANA, rows=(Row(name, edit_from_text(value)),))
    for line in words.lines(plan(draft), label):
        inner = line.rich.replace("<b>", "").replace("</b>", "").replace("<br>", "")
        assert "<" not in inner


@given(text=st.text(max_size=200), most=st.integers(3, 50))
def test_a_shortened_text_keeps_its_ends_and_fits_on_a_line(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert "\n" not in short
    if len(text) <= most and not {"\n", "\t"} & set(text):
        assert short == text
    elif "…" in short and "…" not in text:
        line = " ".join(text.split()) if {"\n", "\t"} & set(text) else text
        head, tail = short.split("…")
        assert line.startswith(head)
        assert line.endswith(tail)
