"""Every finding has a sentence, and whatever a person typed stands in it as typed."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mktgui.domain.findings import Code, Finding, Severity, note
from mktgui.ui.sentences import Sentences

NAMES = (
    "key",
    "character",
    "position",
    "name",
    "twin",
    "id",
    "type",
    "email",
    "chosen",
    "winner",
    "workspace",
    "meant",
    "known",
    "count",
)


@pytest.mark.parametrize("code", list(Code))
def test_every_finding_has_a_sentence_that_uses_its_parameters(code: Code, sentences: Sentences) -> None:
    params = tuple((name, f"<{name}>") for name in (*NAMES, "names"))
    text = sentences.text(Finding(code, Severity.NOTE, params=params))
    assert text
    assert "{" not in text


def test_keys_are_named_in_words(sentences: Sentences) -> None:
    text = sentences.text(note(Code.NOT_THE_CHOSEN_KEY, chosen="email", winner="marketo_id"))
    assert text.startswith("You chose the email address as the key, but the Marketo ID is also filled in")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet=string.printable + "é中文{}%", max_size=30))
def test_braces_and_percent_signs_in_a_value_are_only_text(typed: str, sentences: Sentences) -> None:
    assert typed in sentences.text(note(Code.GOES_BY_EMAIL, email=typed))
