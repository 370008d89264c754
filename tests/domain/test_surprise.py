"""The words under which the history keeps what hit another lead are there for good."""

from mktgui.domain.surprise import ANOTHER, Surprise


def test_each_has_the_word_that_is_in_files_already() -> None:
    words = {one.value for one in Surprise}
    assert words == {"created-instead", "created-the-same", "updated-instead", "another-lead"}


def test_only_some_leave_the_lead_that_was_meant_as_it_was() -> None:
    assert {one.value for one in ANOTHER} == {"created-instead", "another-lead"}
