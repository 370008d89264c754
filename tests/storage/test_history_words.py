"""Text is found anywhere in a word, in any script, and never across what does not belong together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.storage.history_words import LONGEST, MOST_GRAMS, expression, fold, searchable, tag, tokens, words_of

TEXTS = st.text(alphabet=st.characters(exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ANA", "ana"),
        ("ＡＮＡ１", "ana1"),
        ("Straße", "strasse"),
        ("cafe\u0301", "café"),
        ("王芳", "王芳"),
        ("\ud800", "?"),
    ],
)
def test_case_width_and_the_way_of_writing_an_accent_do_not_count(typed: str, kept: str) -> None:
    assert fold(typed) == kept


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", ()),
        ("   ", ()),
        ('""', ()),
        ("ana ruiz", ("ana", "ruiz")),
        ("  Ana   ANA ", ("ana",)),
        ('"Head of Sales" 上海', ("head of sales", "上海")),
        ('"open end', ("open end",)),
        ('a"b', ('a"b',)),
    ],
)
def test_a_line_is_parted_into_words_and_what_stands_in_quotes(line: str, words: tuple[str, ...]) -> None:
    assert words_of(line) == words


def test_each_text_is_there_once_and_the_whole_has_an_end() -> None:
    assert searchable(["Ana", "", "Ana", "CTO"]) == "ana\x1fcto"
    assert len(searchable(["x" * LONGEST * 2])) == LONGEST


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Zoë Lefèvre", "zoe lefevre"),
        ("O’Neill", "o'neill"),
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Ærøskøbing", "aeroskobing"),
        ("“Chef” – Straße", '"chef" - strasse'),
        ("Ελένη Йог", "ελενη иог"),
    ],
)
def test_what_is_typed_more_simply_is_there_too(text: str, typed: str) -> None:
    found = searchable([text, "CTO"]).split("\x1f")
    assert found == [fold(text), "cto", typed]
    assert searchable([text, typed]).split("\x1f") == [fold(text), typed]


@pytest.mark.parametrize("text", ["王芳", "พิมพ์", "हिन्दी", "한국어", "ada"])
def test_a_text_that_cannot_be_typed_more_simply_is_there_once(text: str) -> None:
    assert searchable([text]) == fold(text)


@given(st.lists(TEXTS, max_size=4))
def test_what_was_said_is_there_whatever_stands_behind_it(texts: list[str]) -> None:
    whole = searchable(texts)
    assert all(fold(text) in whole for text in texts if "\x1f" not in text and unicodedata.is_normalized("NFKC", text))


@given(TEXTS, st.integers(0, 30), st.integers(1, 30))
def test_every_part_of_a_text_is_offered(text: str, start: int, size: int) -> None:
    folded = fold(text)
    part = folded[start : start + size]
    words = [part] if part.strip() else []
    kept = set(tokens((folded,), ()).split(" "))
    asked = [one.strip('"') for one in expression(words, ()).split(" AND ") if one]
    assert set(asked) <= kept
    assert bool(asked) is bool(words)


@given(TEXTS, TEXTS)
def test_tokens_hold_nothing_at_which_the_index_would_part_them(one: str, other: str) -> None:
    for token in tokens((fold(one), fold(other)), [tag("profile", one)]).split(" "):
        assert all(character.isalnum() or ord(character) > 127 for character in token)


@given(TEXTS, TEXTS)
def test_a_tag_is_never_a_run_of_characters(name: str, text: str) -> None:
    assert tag("profile", name) not in tokens((fold(text),), ()).split(" ")


def test_a_long_word_is_narrowed_by_some_of_it() -> None:
    asked = expression(["".join(map(chr, range(0x4E00, 0x4E00 + 5000)))], [tag("kind", "sync-lead")]).split(" AND ")
    assert 2 < len(asked) <= MOST_GRAMS + 1
