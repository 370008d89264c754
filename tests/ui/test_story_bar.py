"""What can be done about what happened: each button only where it makes sense, and all by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import SyncLead
from mktgui.domain.lead import ForeignType
from mktgui.domain.put_back import put_back
from mktgui.domain.recheck import recheck
from mktgui.domain.story import Story, looked_again, story_of
from mktgui.ui.story_bar import ReceiptForm, StoryBar
from mktgui.ui.theme import Scheme, Theme
from tests.domain.leads import AT, known, lead, sent, unanswered
from tests.ui.checks import nameless, spoken_name
from tests.ui.stories import ASKED, CREATED_INSTEAD, IS, STOPPED, UNANSWERED, UPDATED, WAS


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[StoryBar]:
    bar = StoryBar(theme, receipts=True)
    qtbot.addWidget(bar)
    bar.show()
    yield bar
    bar.close()


def shown(bar: StoryBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]


def stands_out(button: QWidget, theme: Theme) -> bool:
    return theme.colours.accent in button.styleSheet()


def test_while_nothing_happened_there_is_nothing_to_do(bar: StoryBar) -> None:
    assert shown(bar) == []
    assert nameless(bar) == []


def test_after_an_update_one_can_look_again_put_it_back_or_take_a_receipt(bar: StoryBar, theme: Theme) -> None:
    bar.show_story(UPDATED)
    assert shown(bar) == ["Re-read the lead", "Put it back…", "Copy receipt"]
    assert not stands_out(bar.reread, theme)
    bar.show_nothing()
    assert shown(bar) == []


@pytest.mark.parametrize("story", [UNANSWERED, STOPPED], ids=["unanswered", "stopped"])
def test_while_it_is_unknown_what_was_written_re_reading_is_the_main_thing(
    bar: StoryBar, theme: Theme, story: Story
) -> None:
    bar.show_story(story)
    assert stands_out(bar.reread, theme)
    theme.choose(Scheme.DARK)
    assert stands_out(bar.reread, theme)
    theme.choose(Scheme.LIGHT)
    bar.show_story(looked_again(story, known(IS)))
    assert not stands_out(bar.reread, theme)


def test_a_created_lead_cannot_be_put_back(bar: StoryBar) -> None:
    bar.show_story(CREATED_INSTEAD)
    assert shown(bar) == ["Re-read the lead", "Copy receipt"]


def test_what_cannot_be_looked_up_cannot_be_re_read(bar: StoryBar) -> None:
    foreign = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM)
    bar.show_story(story_of(sent(foreign), unanswered(foreign), at=AT))
    assert shown(bar) == ["Copy receipt"]


def test_without_receipts_there_is_no_button_for_them(qtbot: QtBot, theme: Theme) -> None:
    bar = StoryBar(theme, receipts=False)
    qtbot.addWidget(bar)
    bar.show()
    bar.show_story(UPDATED)
    assert shown(bar) == ["Re-read the lead", "Put it back…"]
    bar.close()


def test_every_button_says_what_is_wanted_also_by_keyboard(bar: StoryBar) -> None:
    bar.show_story(UPDATED)
    reread, back = QSignalSpy(bar.reread_wanted), QSignalSpy(bar.put_back_wanted)
    QTest.keyClick(bar.reread, Qt.Key.Key_Space)
    QTest.keyClick(bar.put_back, Qt.Key.Key_Space)
    assert reread.count() == 1
    assert back.at(0) == [put_back(UPDATED)]
    assert spoken_name(bar.reread) == "Re-read the lead"


def test_a_later_look_counts_for_what_is_put_back(bar: StoryBar) -> None:
    told = looked_again(UPDATED, known(lead(Title="Dr")))
    back = QSignalSpy(bar.put_back_wanted)
    bar.show_story(told)
    bar.put_back.click()
    assert back.at(0) == [put_back(told, told.fresh)]


def test_the_two_forms_of_a_receipt(bar: StoryBar) -> None:
    wanted = QSignalSpy(bar.receipt_wanted)
    for action in bar.receipt.menu().actions():
        action.trigger()
    assert [wanted.at(number) for number in range(2)] == [[ReceiptForm.TEXT], [ReceiptForm.MARKDOWN]]


def test_before_a_send_one_takes_over_or_sends_anyway(bar: StoryBar, theme: Theme) -> None:
    found = recheck(known(WAS), known(lead(Title="CTO")), ASKED)
    anyway, over = QSignalSpy(bar.send_anyway_wanted), QSignalSpy(bar.take_over_wanted)
    bar.show_recheck(found)
    assert sorted(shown(bar)) == ["Send anyway", "Take over what is there now"]
    assert stands_out(bar.take_over, theme)
    bar.send_anyway.click()
    bar.take_over.click()
    assert anyway.count() == 1
    assert over.at(0) == [found]


def test_where_another_lead_would_be_changed_the_plan_is_seen_anew_first(bar: StoryBar) -> None:
    bar.show_recheck(recheck(known(WAS), known(), ASKED))
    assert shown(bar) == ["Take over what is there now"]


def test_while_a_call_is_under_way_no_button_starts_another(bar: StoryBar) -> None:
    bar.show_story(UPDATED)
    bar.set_busy(busy=True)
    assert not bar.reread.isEnabled()
    assert bar.receipt.isEnabled()
    bar.set_busy(busy=False)
    assert bar.reread.isEnabled()


def test_a_few_words_beside_the_buttons_go_with_the_story(bar: StoryBar) -> None:
    bar.show_story(UPDATED)
    bar.say("Receipt copied.")
    assert bar.note.text() == "Receipt copied."
    bar.show_story(UPDATED)
    assert bar.note.text() == ""
