"""What is said of a connection that others have changed: what happened, and what to do next."""

import pytest

from mktgui.domain.profile_news import News
from mktgui.ui.outside_words import OutsideWords


@pytest.mark.parametrize("news", [one for one in News if one is not News.NOTHING])
def test_each_piece_of_news_names_its_connection_and_is_another(news: News) -> None:
    words = OutsideWords()
    said = [words.in_use(news, "EMEA"), *(words.in_editor(news, "EMEA", typed=typed) for typed in (False, True))]
    assert all("EMEA" in one and "{" not in one for one in said)
    assert len(set(said)) == 3


def test_of_nothing_nothing_is_said() -> None:
    words = OutsideWords()
    assert words.in_use(News.NOTHING, "EMEA") == words.in_editor(News.NOTHING, "EMEA", typed=True) == ""


def test_braces_in_a_name_are_no_matter() -> None:
    words = OutsideWords()
    assert "{0}" in words.in_use(News.GONE, "{0}")
    assert words.is_back("{0}") == "The connection {0} is there again."


def test_what_was_typed_is_promised_to_stay() -> None:
    words = OutsideWords()
    for news in (News.CHANGED, News.LEADS_ELSEWHERE, News.GONE):
        assert "What you typed is still here" in words.in_editor(news, "EMEA", typed=True)
        assert "typed" not in words.in_editor(news, "EMEA", typed=False)
