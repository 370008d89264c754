"""Each change of a draft is on the disk within half a second, and a draft that was put away is gone from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.desk import SavedDraft
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.keeping import KeepProblem
from mktgui.domain.lead import KeyKind
from mktgui.storage.drafts import DraftFolder
from mktgui.ui.draft_keeper import DraftKeeper
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs
from mktgui.ui.theme import Theme
from mktgui.workers.crew import Crew
from mktgui.workers.draft_book import DraftBook
from mktgui.workers.runner import Runner
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

TITLE = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))


class Office:
    """Tabs, a keeper, and the folder that it writes to on a thread of its own."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.tabs = DraftTabs(lambda: DraftPage(desk.parts, lambda: ""))
        self.folder = folder
        self.store = DraftFolder(folder)
        self.crew = Crew(1, "clerk")
        self.keeper = DraftKeeper(self.tabs, DraftBook(self.store, self.crew.submit))
        self.troubles: list[KeepProblem | None] = []
        self.keeper.troubled.connect(self.troubles.append)

    def kept(self) -> tuple[SavedDraft, ...]:
        """As the next run finds them."""
        assert self.crew.close(10)
        self.store.close()
        return DraftFolder(self.folder).load().drafts

    def files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*.json") if path.is_file()]


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk, home / "drafts")
        qtbot.addWidget(office.tabs)
        office.tabs.show()
        yield office
        office.tabs.stop()
        office.tabs.close()
        office.crew.close(5)


def test_what_is_typed_is_kept_by_itself(office: Office, qtbot: QtBot) -> None:
    office.tabs.page.show_draft(TITLE)
    qtbot.waitUntil(lambda: bool(office.files()))
    [saved] = office.kept()
    assert saved.draft == TITLE
    assert saved.title == "ana.ruiz@acme.example (1)"
    assert saved.profile_id == "practice"


def test_a_draft_that_says_nothing_is_not_kept(office: Office, qtbot: QtBot) -> None:
    office.tabs.page.form.workspace.setText("EMEA")
    office.keeper.flush()
    assert office.kept() == ()


def test_a_draft_that_says_nothing_any_more_goes_from_the_disk(office: Office) -> None:
    office.tabs.page.show_draft(TITLE)
    office.keeper.flush()
    office.tabs.page.show_draft(Draft())
    office.keeper.flush()
    assert office.kept() == ()


def test_order_and_lead_are_kept(office: Office, qtbot: QtBot) -> None:
    office.tabs.page.show_draft(Draft(email="bo@acme.example"))
    page = office.tabs.add_new(TITLE)
    with qtbot.waitSignal(page.errand.known_changed):
        page.load()
    office.keeper.keep_all()
    saved = office.kept()
    assert [(one.draft.email, one.order, one.lead_id) for one in saved] == [
        ("bo@acme.example", 0, ""),
        (ANA, 1, ANA_ID),
    ]


def test_a_draft_that_was_put_away_is_gone(office: Office) -> None:
    office.tabs.page.show_draft(TITLE)
    office.keeper.flush()
    office.tabs.close_page(0)
    assert office.kept() == ()


def test_nothing_due_writes_nothing(office: Office) -> None:
    office.keeper.flush()
    assert office.kept() == ()


def test_a_disk_that_takes_nothing_is_told_and_told_again_when_it_does(office: Office, qtbot: QtBot) -> None:
    office.folder.write_text("a file where a folder should be")
    with qtbot.waitSignal(office.keeper.troubled):
        office.tabs.page.show_draft(TITLE)
    office.folder.unlink()
    with qtbot.waitSignal(office.keeper.troubled):
        office.tabs.page.form.fields[KeyKind.EMAIL].setText("bo@acme.example")
    assert isinstance(office.troubles[0], KeepProblem)
    assert office.troubles[1:] == [None]
    [saved] = office.kept()
    assert saved.draft.email == "bo@acme.example"
