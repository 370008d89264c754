"""Every finding has a sentence, and whatever a person typed stands in it as typed."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mktgui.domain.findings import Code, Finding, Severity, error, note
from mktgui.domain.lookup import NoLookup
from mktgui.ui.sentences import Sentences

NAMES = (
    *("key", "character", "position", "name", "twin", "id", "type", "email", "chosen", "winner", "workspace", "meant"),
    *("known", "count", "who", "old", "reason", "one", "other", "local", "utc", "length", "limit"),
    *("action", "json", "field"),
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


@pytest.mark.parametrize("code", [Code.NO_INTEGER, Code.NO_DECIMAL, Code.NO_BOOLEAN, Code.NO_DATE, Code.NO_DATETIME])
def test_what_a_value_may_mean_is_asked_after_what_is_the_matter(code: Code, sentences: Sentences) -> None:
    alone = sentences.text(error(code))
    assert sentences.text(error(code, meant="1250")) == f"{alone} Do you mean 1250?"


@pytest.mark.parametrize("reason", NoLookup)
def test_each_reason_is_given_in_words(reason: NoLookup, sentences: Sentences) -> None:
    text = sentences.text(note(Code.CANNOT_BE_LOOKED_UP, reason=reason.value))
    assert text.startswith("Cannot be looked up first: ")
    assert reason.value not in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet=string.printable + "é中文{}%", max_size=30))
def test_braces_and_percent_signs_in_a_value_are_only_text(typed: str, sentences: Sentences) -> None:
    assert typed in sentences.text(note(Code.GOES_BY_EMAIL, email=typed))
