"""What opens from the window beside its drafts starts from the draft on top, and shuts with the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMainWindow, QMenu, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui import __version__
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import TransportKind
from mktgui.domain.snippets import Language
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs
from mktgui.ui.equivalent_window import EquivalentWindow
from mktgui.ui.menus import Menus
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.partition_check import PartitionCheck
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.ticket_window import TicketWindow
from mktgui.ui.window_doors import Hall, WindowDoors
from mktgui.ui.workspace_check import WorkspaceCheck
from mktgui.workers.runner import Runner
from tests.ui.alt_keys import shared_keys
from tests.ui.desk import ANA, Desk, practice_desk

DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))


class Office(QMainWindow):
    """A window as the doors know it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        parts = desk.parts
        self.bar, self.notice = ConnectionBar(parts.theme), NoticeBar(parts.theme)
        self.tabs = DraftTabs(lambda: DraftPage(parts, str))
        self.menus = Menus(self, Scheme.LIGHT, "en")
        self.bar.chosen.connect(self.tabs.use_profile)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        for widget in (self.bar, self.notice, self.tabs):
            layout.addWidget(widget)
        self.setCentralWidget(inside)
        self.menus.fill()
        self.doors = WindowDoors(parts, Hall(self, self.bar, self.tabs, self.notice, self.menus, lambda: "Read-only."))
        self.menus.offer_copies(self.doors.copies)

    @property
    def says(self) -> str:
        return self.notice.text.text()


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        qtbot.addWidget(office)
        office.resize(1180, 760)
        office.show()
        office.tabs.page.show_draft(DRAFT)
        office.tabs.page.show_plan()
        yield office
        office.tabs.stop()
        office.doors.close()
        office.close()
        desk.parts.desks.history.close()


def test_a_draft_goes_into_a_file_and_comes_out_of_it(office: Office, home: Path, qtbot: QtBot) -> None:
    office.menus.to_file_wanted.emit()
    choose(office, home / "fix.mktgui-draft.json")
    qtbot.waitUntil(lambda: "was saved as" in office.says)
    office.menus.file_wanted.emit()
    choose(office, home / "fix.mktgui-draft.json")
    qtbot.waitUntil(lambda: office.tabs.count() == 2)
    assert office.tabs.page.draft == DRAFT


def choose(office: Office, path: Path) -> None:
    [dialog] = [one for one in office.findChildren(QFileDialog) if one.isVisible()]
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()


def test_a_call_is_copied_for_a_ticket_which_shuts_with_the_window(office: Office, qtbot: QtBot) -> None:
    office.menus.ticket_wanted.emit()
    assert office.says.startswith("There is no call to copy yet.")
    with qtbot.waitSignal(office.tabs.page.errand.told):
        office.tabs.page.send()
    office.menus.ticket_wanted.emit()
    [ticket] = office.findChildren(TicketWindow)
    qtbot.waitUntil(lambda: "paramsSyncLead" in ticket.text.toPlainText())
    office.doors.close()
    assert not ticket.isVisible()


def test_the_draft_on_top_is_copied_as_code(office: Office, clipboard_text: None, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.doors.copies.said):
        office.doors.copies.actions_by_language[Language.CURL_BASH].trigger()
    assert "<attrValue>CTO</attrValue>" in QGuiApplication.clipboard().text()
    assert office.says.startswith("Copied as cURL (bash).")


def test_over_rest_a_call_is_copied_as_code_too(office: Office) -> None:
    office.tabs.page.show_draft(Draft())
    office.bar.switch_practice()
    assert office.doors.copies.menuAction().isVisible()
    lead = office.doors.copies.menuAction().associatedObjects()[0]
    assert isinstance(lead, QMenu)
    assert shared_keys([action.text() for action in lead.actions()]) == set()
    office.tabs.page.show_plan()
    office.doors.copies.copy(Language.PYTHON)
    assert office.says == "Nothing was copied: there is no complete call yet."
    office.tabs.page.show_draft(DRAFT)
    office.tabs.page.show_plan()
    office.doors.copies.aboutToShow.emit()
    assert office.doors.copies.actions_by_language[Language.PYTHON].text() == "&Python (requests)"


def test_the_draft_on_top_is_shown_over_both_apis(office: Office, qtbot: QtBot) -> None:
    office.menus.equivalent_wanted.emit()
    [both] = office.findChildren(EquivalentWindow)
    request = both.panes[TransportKind.SOAP].text
    qtbot.waitUntil(lambda: "<attrValue>CTO</attrValue>" in request.toPlainText())
    both.close()


def test_the_help_menu_opens_its_pages(office: Office) -> None:
    office.menus.keys_wanted.emit()
    office.menus.about_wanted.emit()
    pages = [one for one in office.findChildren(QDialog) if one.isVisible()]
    assert [page.windowTitle() for page in pages] == ["Keys", "About mktgui"]
    [about] = pages[1].findChildren(QTextBrowser)
    assert f"mktgui {__version__}" in about.toPlainText()
    for page in pages:
        page.close()


def test_the_past_and_what_is_kept_of_it_open_and_shut_with_the_window(office: Office) -> None:
    office.menus.history_wanted.emit()
    office.menus.keeping_wanted.emit()
    past, kept = office.doors.history.past, office.doors.history.kept
    assert past is not None
    assert kept is not None
    assert past.isVisible()
    assert kept.isVisible()
    office.doors.close()
    assert not past.isVisible()
    assert not kept.isVisible()


def test_the_check_of_a_workspace_starts_from_the_form_and_knows_the_lock(office: Office) -> None:
    office.tabs.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA"))
    office.menus.workspace_wanted.emit()
    [check] = office.findChildren(WorkspaceCheck)
    assert (check.workspace.text(), check.marketo_id.text()) == ("EMEA", "7")
    check.probe.confirmed.emit()
    assert "Read-only." in check.banner.title.text()
    check.close()


def test_over_rest_it_is_a_check_that_reads(office: Office) -> None:
    office.bar.switch_practice()
    office.tabs.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA"))
    office.menus.workspace_wanted.emit()
    [check] = office.findChildren(PartitionCheck)
    assert (check.partition.text(), check.marketo_id.text()) == ("EMEA", "7")
    check.close()
    assert office.findChildren(WorkspaceCheck) == []
