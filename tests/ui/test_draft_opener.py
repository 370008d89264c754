"""Drafts come onto the desk beside what is there, and nothing that was closed or begun is lost by it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.desk import LoadedDrafts, SavedDraft
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE
from mktgui.domain.put_back import Limit, Limited, PutBack
from mktgui.domain.recall import Recall, Wish
from mktgui.domain.story import Story
from mktgui.ui.draft_opener import MOST_CLOSED, DraftOpener
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))
BO = Draft(email="bo@acme.example")
OLD = Draft(key=KeyKind.MARKETO_ID, marketo_id=ANA_ID, rows=(Row("Title", edit_from_text("VP Sales")),))
BACK = PutBack(draft=OLD, limits=(Limited(Limit.MAY_NOT_CLEAR, ("Fax",)),))
AGAIN = Recall(wish=Wish.AGAIN, profile_id=PRACTICE.id, profile_name=PRACTICE.name, draft=DRAFT)


class Office(QWidget):
    """A desk with its tabs, a notice above them, and what opens drafts there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.notice = NoticeBar(desk.parts.theme)
        self.tabs = DraftTabs(lambda: DraftPage(desk.parts, str))
        self.opener = DraftOpener(self.tabs, self.notice)
        layout = QVBoxLayout(self)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs)

    @property
    def drafts(self) -> list[Draft]:
        return [one.draft for one in self.tabs.drafts]


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        qtbot.addWidget(office)
        office.resize(1000, 600)
        office.show()
        office.activateWindow()
        yield office
        office.tabs.stop()
        office.close()


def saved(*drafts: Draft) -> tuple[SavedDraft, ...]:
    now = datetime.now(UTC)
    return tuple(
        SavedDraft(id="ab"[number] * 32, profile_id="practice", draft=one, changed_at=now)
        for number, one in enumerate(drafts)
    )


def test_a_new_one_comes_beside_one_that_is_begun_for_the_same_place(office: Office, qtbot: QtBot) -> None:
    office.opener.open_new()
    assert office.drafts == [Draft()]  # one that is empty is new enough
    office.tabs.page.show_draft(replace(DRAFT, workspace="EMEA"))
    office.opener.open_new()
    assert office.drafts == [replace(DRAFT, workspace="EMEA"), Draft(workspace="EMEA")]
    qtbot.waitUntil(office.tabs.page.finder.box.text.hasFocus)


def test_what_lay_there_comes_back_before_what_has_been_begun_since(office: Office) -> None:
    office.tabs.page.show_draft(BO)
    problem = KeepProblem(KeepTrouble.BROKEN, "drafts/x.broken-1.json")
    office.opener.bring_back(LoadedDrafts(saved(DRAFT), (problem,)))
    assert office.drafts == [DRAFT, BO]
    assert office.tabs.drafts[0].id == "a" * 32
    assert office.tabs.page.draft == BO
    assert "drafts/x.broken-1.json" in office.notice.text.text()


def test_what_lay_there_takes_the_place_of_an_empty_draft(office: Office, qtbot: QtBot) -> None:
    office.opener.bring_back(LoadedDrafts(saved(DRAFT, BO)))
    assert [(one.id, one.draft) for one in office.tabs.drafts] == [("a" * 32, DRAFT), ("b" * 32, BO)]
    qtbot.waitUntil(office.tabs.page.finder.box.text.hasFocus)


def test_where_nothing_lay_there_nothing_changes(office: Office) -> None:
    before = office.tabs.drafts
    office.opener.bring_back(LoadedDrafts())
    assert office.tabs.drafts == before


def test_what_was_closed_is_brought_back_newest_first(office: Office) -> None:
    office.opener.reopen()
    assert office.drafts == [Draft()]  # nothing was closed
    office.opener.keep_closed(OpenDraft(id="a" * 32, draft=BO, title="Bo"))
    assert not office.notice.isVisible()  # there is nothing unsent in it
    office.opener.keep_closed(OpenDraft(id="b" * 32, draft=DRAFT, title="Ana"))
    assert office.notice.text.text() == "Closed Ana, with 1 change(s) that were not sent."
    office.notice.act_button.click()
    assert not office.notice.isVisible()
    office.opener.reopen()
    assert [one.id for one in office.tabs.drafts][1:] == ["b" * 32, "a" * 32]


def test_the_oldest_of_many_that_were_closed_are_forgotten(office: Office) -> None:
    for number in range(MOST_CLOSED + 1):
        office.opener.keep_closed(OpenDraft(id=f"{number:032}", draft=BO, title="Bo"))
    for _ in range(MOST_CLOSED + 1):
        office.opener.reopen()
    assert [int(one.id) for one in office.tabs.drafts[1:]] == list(range(MOST_CLOSED, 0, -1))


def test_putting_back_is_a_draft_of_its_own_that_says_what_it_will_not_undo(office: Office, qtbot: QtBot) -> None:
    office.opener.put_back(PutBack(draft=None))
    assert office.drafts == [Draft()]  # there is nothing to put back
    office.opener.put_back(BACK)
    page = office.tabs.page
    assert page.draft == OLD
    assert page.intake.put_back_note.isVisible()
    qtbot.waitUntil(lambda: page.errand.seen is not None)


def test_a_draft_out_of_the_past_goes_on_where_it_was_left(office: Office, qtbot: QtBot) -> None:
    story = Story(
        request=SyncLead(email=ANA, attributes=(AttributeToSend("Title", "CTO"),)),
        verdict=Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL),
        at=datetime.now(UTC),
    )
    office.opener.open_past(replace(AGAIN, story=story, back=BACK))
    page = office.tabs.page
    assert page.draft == DRAFT
    assert page.errand.story is story
    assert page.intake.put_back_note.isVisible()
    qtbot.waitUntil(lambda: page.errand.seen is not None)


def test_of_a_mere_draft_nothing_is_looked_up(office: Office) -> None:
    office.opener.open_past(replace(AGAIN, wish=Wish.DRAFT))
    assert office.tabs.page.draft == DRAFT
    assert not office.tabs.page.errand.busy
