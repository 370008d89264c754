"""Trouble with the program's own files is said in words, and can be put away."""

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.history_port import HistoryProblem, HistoryTrouble
from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.domain.ports import ProfileProblem, ProfileTrouble
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.theme import Theme


@pytest.mark.parametrize("trouble", list(ProfileTrouble))
def test_every_trouble_has_its_sentence(qtbot: QtBot, theme: Theme, trouble: ProfileTrouble) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.say_problem(ProfileProblem(trouble, kept="profiles.broken.toml", detail="line 3 {x}"))
    assert bar.isVisible()
    assert "{" not in bar.text.text().replace("{x}", "")
    bar.close_button.click()
    assert not bar.isVisible()


@pytest.mark.parametrize("trouble", list(KeepTrouble))
def test_trouble_with_what_the_desk_keeps_has_its_sentence_too(
    qtbot: QtBot, theme: Theme, trouble: KeepTrouble
) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.say_kept(KeepProblem(trouble, "drafts/x.json", "no space {x}"))
    assert bar.isVisible()
    assert "drafts/x.json" in bar.text.text()
    bar.say_kept(None)
    assert not bar.isVisible()


def test_what_can_be_done_about_it_is_a_button_and_done_once(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.offer("Closed.", "Bring it back", lambda: done.append("done"))
    assert bar.act_button.isVisible()
    assert bar.act_button.text() == "Bring it back"
    bar.act_button.click()
    assert not bar.isVisible()
    bar.act_button.click()
    assert done == ["done"]
    bar.say("Something else.")
    assert not bar.act_button.isVisible()


@pytest.mark.parametrize("trouble", list(HistoryTrouble))
def test_trouble_with_the_history_has_its_sentence_too(qtbot: QtBot, theme: Theme, trouble: HistoryTrouble) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.say_history(HistoryProblem(trouble, kept="history.broken.sqlite", detail="disk {x}"))
    assert bar.isVisible()
    assert bar.text.text().endswith(".")
    assert "{" not in bar.text.text().replace("{x}", "")


def test_a_history_that_could_not_even_be_set_aside_is_told(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.say_history(HistoryProblem(HistoryTrouble.BROKEN, detail="EROFS"))
    assert bar.text.text() == (
        "The history of calls is broken and could not be set aside (EROFS): nothing is recorded."
    )


def test_it_knows_whether_it_offers_something(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    seen = [bar.offers]
    bar.offer("Removed.", "Take that back", bar.hide)
    seen.append(bar.offers)
    bar.hide()
    assert [*seen, bar.offers] == [False, True, False]
