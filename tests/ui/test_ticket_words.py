"""What is masked and what was found is said in sentences, and every kind has its word."""

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.leaks import Leak
from mktgui.domain.lookalikes import Look
from mktgui.domain.personal import PersonalKind
from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from mktgui.ui.outcome_words import Tone
from mktgui.ui.ticket_words import TicketWords
from tests.domain.tickets import ANSWER, CALL, shown

MASKED = pseudonyms_for(CALL, ANSWER)


@pytest.fixture
def words(qapp: QApplication) -> TicketWords:
    return TicketWords()


def test_every_kind_and_every_look_has_words(words: TicketWords) -> None:
    assert set(words.kinds) == set(PersonalKind)
    sentences = {words.leak(Leak("x", look)) for look in (*Look, None)}
    assert len(sentences) == len(Look) + 1
    assert "x (looks like a signature)" in sentences


def test_nothing_found(words: TicketWords) -> None:
    told = words.found((), MASKED)
    assert told.tone is Tone.GOOD
    assert told.lines == ("8 value(s) are masked; user ID and signature always are.",)


def test_findings_are_listed_and_many_are_counted(words: TicketWords) -> None:
    told = words.found((Leak("Ruiz"), Leak("bo@x.example", Look.ADDRESS)), MASKED)
    assert told.tone is Tone.WARNING
    assert told.lines[:2] == ("• Ruiz (a masked value, or part of one)", "• bo@x.example (looks like an email address)")
    many = words.found(tuple(Leak(str(number)) for number in range(10)), MASKED)
    assert len(many.lines) == 10
    assert many.lines[8] == "• and 2 more"


def test_what_was_chosen_to_be_shown_is_counted(words: TicketWords) -> None:
    assert words.count(shown(MASKED, "Email")).endswith(" 1 personal value(s) are shown.")
    assert words.count(Pseudonyms()).startswith("0 value(s)")


def test_unseen_and_endless_texts_are_made_readable(words: TicketWords) -> None:
    assert words.leak(Leak("a\u202eb\n")).startswith("a⟨U+202E⟩b↵ (")
    assert len(words.leak(Leak("x" * 500)).partition(" (")[0]) == 60
