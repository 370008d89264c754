"""Trouble with the program's own files is said in words, and can be put away."""

import pytest
from pytestqt.qtbot import QtBot

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
