"""Every limit of putting back has its sentence."""

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.put_back import Limit, Limited, PutBack, put_back
from mktgui.ui.put_back_words import PutBackWords
from tests.ui.stories import CREATED_INSTEAD, UPDATED, label


@pytest.fixture
def words(qapp: QApplication) -> PutBackWords:
    return PutBackWords()


@pytest.mark.parametrize("limit", Limit)
def test_each_limit_is_a_sentence(words: PutBackWords, limit: Limit) -> None:
    [line] = words.lines(PutBack(None, (Limited(limit, ("Title",)),)))
    assert line.endswith(".")
    assert "{" not in line


def test_fields_are_called_by_their_names(words: PutBackWords) -> None:
    [line] = words.lines(PutBack(None, (Limited(Limit.MAY_NOT_CLEAR, ("Title", "Fax\n")),)), label)
    assert line.startswith("Was empty before: Job Title, Fax↵.")


def test_what_has_been_sent_out_cannot_be_taken_back(words: PutBackWords) -> None:
    assert words.lines(put_back(UPDATED)) == [
        "Campaigns that the change has triggered and e-mails that went out stay so."
    ]
    assert "cannot be deleted" in words.lines(put_back(CREATED_INSTEAD))[0]
