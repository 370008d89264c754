"""One draft from the first look to what became of it: zones that keep in step, and nothing sent that was not meant."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.exchange import Stage
from mktgui.domain.lead import KeyKind
from mktgui.domain.limits import Nearness, Tally
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.snippets import Language
from mktgui.domain.story import Sent, story_of
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.drawer import Drawer
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Parts
from mktgui.workers.runner import Runner
from tests.ui.connections import LIVE, SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

CTO = (Row("Title", edit_from_text("CTO")),)
BY_EMAIL = Draft(email=ANA, rows=CTO)
UPDATED = "Updated lead 318815 (Ana Ruiz). Job Title: VP Sales → CTO."
MEANT = "Tick what you mean to do, then send."
Open = Callable[..., DraftPage]


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def open_page(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    pages: list[DraftPage] = []
    with qtbot.waitSignal(desk.parts.desks.fields.changed):  # so that no look asks for them besides
        desk.parts.desks.fields.refresh(PRACTICE)

    def make(draft: Draft = BY_EMAIL, lock: str = "", count: Tally | None = None) -> DraftPage:
        parts = desk.parts._replace(tally=lambda _profile: (lambda: count) if count else None)
        page = DraftPage(parts, lambda: lock)
        qtbot.addWidget(page)
        page.resize(1180, 760)
        page.use_profile(PRACTICE)
        page.show_draft(draft)
        page.show()
        page.make_late_parts()
        page.show_plan()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.stop()
        page.close()


@pytest.fixture
def page(open_page: Open) -> DraftPage:
    return open_page()


def load(page: DraftPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.errand.rested):
        page.load()


def send(page: DraftPage, qtbot: QtBot) -> str:
    with qtbot.waitSignals([page.errand.told, page.aftermath.seen]):
        page.send()
    return page.result.title.text()


def rows_of(page: DraftPage) -> tuple[Row, ...]:
    return page.draft.rows


def planned(page: DraftPage) -> str:
    return "\n".join(page.panel.sentences.texts())


def now_of(page: DraftPage, name: str) -> str:
    """What the sheet says a field is now."""
    line = page.table.model.fields[name]
    return line.now.text if line.now is not None else ""


def test_a_look_shows_the_lead_and_what_a_send_would_do(page: DraftPage, qtbot: QtBot) -> None:
    load(page, qtbot)
    assert now_of(page, "Title") == "VP Sales"
    assert page.panel.verdict.title.text().startswith("Updates lead 318815 (Ana Ruiz), 1 field")
    assert page.panel.verdict.title.text().endswith(": Job Title")
    assert "Read" in page.finder.box.state.words.text()
    assert page.draft == BY_EMAIL  # a look touches nothing that was typed


def test_another_key_lets_go_of_what_was_seen(page: DraftPage, qtbot: QtBot) -> None:
    load(page, qtbot)
    page.form.fields[KeyKind.EMAIL].setText("bo@acme.example")
    qtbot.waitUntil(lambda: page.panel.verdict.title.text() == "Not looked up yet: Send looks first.")
    assert not page.table.model.has_record
    page.form.fields[KeyKind.EMAIL].setText(ANA)
    qtbot.waitUntil(lambda: page.table.model.has_record)  # it is still known


def test_a_send_is_told_and_done_with(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    assert send(page, qtbot) == UPDATED
    assert desk.title_of() == "CTO"
    assert page.drawer_is_shown
    qtbot.waitUntil(lambda: rows_of(page) == ())  # once it was painted
    qtbot.waitUntil(lambda: now_of(page, "Title") == "CTO")  # the next plan shows it
    page.undo.undo()  # also after a send
    assert rows_of(page) == CTO


class Watched(DraftPage):
    """A page that says when it makes a plan, and when its result is painted."""

    def __init__(self, parts: Parts, lock: Callable[[], str]) -> None:
        super().__init__(parts, lock)
        self.seen: list[str] = []

    def watch(self) -> None:
        self.result.table.viewport().installEventFilter(self)
        self.errand.told.connect(self.seen.clear)
        self.aftermath.settled.connect(lambda _rows: self.seen.append("rows"))

    def show_plan(self) -> None:
        super().show_plan()
        self.seen.append("plan")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.seen.append(f"painted {self.result.title.text()}")
        return super().eventFilter(watched, event)


def test_the_result_is_painted_before_the_one_plan_that_follows_a_send(desk: Desk, qtbot: QtBot) -> None:
    page = Watched(desk.parts, str)
    qtbot.addWidget(page)
    page.resize(1180, 760)
    page.use_profile(PRACTICE)
    page.show_draft(BY_EMAIL)
    with qtbot.waitExposed(page):
        page.show()
    page.make_late_parts()
    page.show_drawer(shown=True)
    page.watch()
    load(page, qtbot)
    with qtbot.waitSignal(desk.parts.desks.fields.changed):  # the first look asks for them
        page.table.refresh_catalogue_wanted.emit()
    with qtbot.waitSignal(desk.parts.desks.recents.changed):
        send(page, qtbot)
    qtbot.waitUntil(lambda: now_of(page, "Title") == "CTO")
    qtbot.wait(30)  # another plan would come within a turn or two
    assert [one for one in page.seen if "painted" not in one] == ["rows", "plan"]
    assert page.seen[0] == f"painted {UPDATED}"


def test_what_was_edited_since_it_was_sent_is_not_done_with(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    desk.server.next("slow=0.5")
    load(page, qtbot)
    with qtbot.waitSignal(page.aftermath.seen):
        page.send()
        page.table.model.edits.replace((Row("Title", edit_from_text("CEO")), Row("Phone", CLEAR)), "edit")
    assert page.draft.rows == (Row("Title", edit_from_text("CEO")), Row("Phone", CLEAR))


def test_a_field_that_did_not_stick_stays_marked(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(Draft(email=ANA, rows=(*CTO, Row("Region_Locked__c", edit_from_text("EMEA")))))
    assert not page.panel.send.isEnabled()
    page.errand.use_catalogue(NO_CATALOGUE)  # an old catalogue knows no lock
    page.show_plan()
    send(page, qtbot)
    qtbot.waitUntil(lambda: rows_of(page) == (Row("Region_Locked__c", edit_from_text("EMEA")),))  # once it was painted


def test_creating_has_to_be_meant_and_a_meaning_is_for_one_send(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(Draft(email="nobody@acme.example", rows=CTO))
    with qtbot.waitSignal(page.errand.halted):
        page.send()
    assert page.panel.reason.text() == MEANT
    [tick] = [one for one in page.gate.meant.ticks.values() if not one.isHidden()]
    qtbot.waitUntil(tick.hasFocus)
    assert "CREATE" in page.panel.verdict.title.text()
    page.send()
    assert not page.errand.busy
    [tick] = [one for one in page.gate.meant.ticks.values() if not one.isHidden()]
    tick.click()
    assert page.panel.send.isEnabled()
    assert send(page, qtbot).startswith("Created lead 318816")
    assert desk.operations.count("syncLead") == 1


def test_a_surprise_is_said_near_send_until_something_else_happens(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(Draft(key=KeyKind.MARKETO_ID, marketo_id="99", rows=CTO))
    with qtbot.waitSignal(page.errand.halted):
        page.send()
    assert page.gate.halt.isVisible()
    assert "Nothing was sent: no lead has this key" in page.gate.halt.text()
    page.form.fields[KeyKind.MARKETO_ID].setText(ANA_ID)
    assert not page.gate.halt.isVisible()


def test_a_lock_stands_before_everything(open_page: Open, desk: Desk) -> None:
    page = open_page(lock="Read-only.")
    assert page.panel.reason.text() == "Read-only."
    page.send()
    assert not page.errand.busy
    assert "syncLead" not in desk.operations


def test_after_a_cut_connection_sending_again_has_to_be_meant(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    load(page, qtbot)
    desk.server.next("cut-after-write")
    send(page, qtbot)
    qtbot.waitUntil(lambda: page.panel.reason.text() == MEANT)
    assert rows_of(page) == CTO
    with qtbot.waitSignal(page.errand.told):
        page.result.bar.reread.click()
    qtbot.waitUntil(page.panel.send.isEnabled)
    assert "written" in page.result.title.text()
    assert rows_of(page) == ()


def test_the_receipt_is_said_to_be_copied_wherever_one_looks(
    page: DraftPage, qtbot: QtBot, clipboard_text: None
) -> None:
    said = QSignalSpy(page.said)
    page.copy_receipt()
    assert said.at(0) == ["No send over this connection is told here. Receipts of past calls are in the history."]
    load(page, qtbot)
    send(page, qtbot)
    page.copy_receipt()
    assert said.count() == 1  # the drawer says it
    page.show_drawer(shown=False)
    page.copy_receipt()
    assert said.at(1) == ["Receipt copied."]
    assert "VP Sales → CTO" in QGuiApplication.clipboard().text()


def test_a_lead_that_changed_meanwhile_is_shown_three_ways(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    load(page, qtbot)
    desk.server.world.leads[int(ANA_ID)].attributes["Title"] = "COO"
    assert page.errand.seen is not None
    page.errand.learn(replace(page.errand.seen, at=datetime(2020, 1, 1, tzinfo=UTC)))  # an old look
    with qtbot.waitSignal(page.errand.halted):
        page.send()
    assert page.drawer_is_shown
    shown = [str(page.result.model.index(0, column).data()) for column in range(page.result.model.columnCount())]
    assert {"VP Sales", "COO", "CTO"} <= set(shown)
    page.result.bar.take_over.click()
    assert all(not row.edit.is_sent for row in page.draft.rows)
    page.undo.undo()
    assert rows_of(page) == CTO
    with qtbot.waitSignal(page.errand.told):
        page.result.bar.send_anyway.click()
    assert desk.title_of() == "CTO"


def test_a_look_that_failed_says_why_and_keeps_everything(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    desk.server.next("fault-20014")
    load(page, qtbot)
    assert page.finder.box.state.words.text().startswith("Not read.")
    assert page.draft == BY_EMAIL


def test_what_cannot_be_looked_up_is_said(open_page: Open) -> None:
    page = open_page(Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-1", foreign_type="CUSTOM", rows=CTO))
    page.load()
    assert "CUSTOM" in page.finder.box.state.words.text()
    assert page.panel.reason.text() == MEANT


def test_what_came_back_is_shown_where_nothing_could_be_looked_up(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-00003", foreign_type="CUSTOM", rows=CTO))
    [tick] = [one for one in page.gate.meant.ticks.values() if not one.isHidden()]
    tick.click()
    send(page, qtbot)
    qtbot.waitUntil(lambda: page.table.model.has_record)
    assert now_of(page, "Title") == "CTO"


def test_a_recent_lead_is_opened_by_its_number(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(Draft())
    at = datetime.now(UTC)
    page.intake.side.lead_wanted.emit(Recent(key=KeyKind.EMAIL, text=ANA, deed=Deed.LOADED, at=at, lead_id=ANA_ID))
    qtbot.waitUntil(lambda: page.errand.seen is not None)
    assert (page.draft.key, page.draft.marketo_id) == (KeyKind.MARKETO_ID, ANA_ID)
    page.intake.side.lead_wanted.emit(Recent(key=KeyKind.EMAIL, text="nobody@acme.example", deed=Deed.FAILED, at=at))
    assert (page.draft.key, page.draft.email) == (KeyKind.EMAIL, "nobody@acme.example")
    qtbot.waitUntil(lambda: not page.errand.busy)


def test_calls_are_counted_beside_send(open_page: Open) -> None:
    page = open_page(count=Tally(3, 1, Nearness.FREE))
    assert page.gate.limits.isVisible()


def test_the_fields_can_be_asked_for_anew(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.parts.desks.fields.changed):
        page.table.refresh_catalogue_wanted.emit()
    page.show_fields()
    assert page.errand.catalogue.resolve("Customer_Tier__c") is not None


def test_a_workspace_that_the_connection_does_not_know_is_told_at_the_field(page: DraftPage, qtbot: QtBot) -> None:
    page.use_profile(replace(SANDBOX, workspaces=("EMEA", "APAC")))
    page.form.workspace.setText("EMEAA")
    qtbot.waitUntil(lambda: "Do you mean EMEA?" in page.form.options.note.text())


@pytest.mark.parametrize("other", [SANDBOX, replace(PRACTICE, endpoint=SANDBOX.endpoint)])
def test_at_another_marketo_nothing_is_offered_about_a_send_to_the_last_one(
    page: DraftPage, qtbot: QtBot, other: Profile
) -> None:
    told = send(page, qtbot)
    page.use_profile(replace(PRACTICE, name="Practice again"))
    assert page.result.bar.put_back.isVisible()
    page.use_profile(other)
    assert page.result.title.text() == told
    assert not page.result.bar.put_back.isVisible()
    said = QSignalSpy(page.said)
    page.copy_receipt()
    assert said.at(0)[0] == "No send over this connection is told here. Receipts of past calls are in the history."


def test_production_has_its_own_button_and_drawer_pages_open_by_number(page: DraftPage, qtbot: QtBot) -> None:
    page.use_profile(LIVE)
    assert page.panel.send.text() == "&Send to PRODUCTION"
    with qtbot.waitSignal(page.drawer_shown):
        page.show_tab(2)
    assert page.drawer.currentWidget() is page.drawer.preview
    page.plan_anew()
    page.show_drawer(shown=False)
    assert not page.drawer_is_shown


def test_a_pasted_text_is_taken_for_what_it_is(open_page: Open) -> None:
    page = open_page(Draft())
    page.finder.box.text.insert("mailto:ana.ruiz@acme.example")
    page.finder.box.text.textEdited.emit(page.finder.box.text.text())
    assert page.draft == Draft(email=ANA)
    page.focus_key()


def test_stop_gives_control_back(page: DraftPage, desk: Desk, qtbot: QtBot) -> None:
    load(page, qtbot)
    desk.server.next("never")
    with qtbot.waitSignal(page.errand.staged, check_params_cb=lambda stage: stage is Stage.WAITING):
        page.send()
    page.stop()
    assert page.result.title.text() == "Stopped."
    assert not page.panel.busy
    with qtbot.waitSignal(page.errand.told):
        pass  # what really became of it


def test_a_send_of_another_time_is_told_once_the_lead_was_read(page: DraftPage, qtbot: QtBot) -> None:
    made = page.errand.plan()
    assert made.request is not None
    page.take_up(story_of(Sent(request=made.request, verdict=made.verdict), None, at=datetime.now(UTC)))
    assert not page.drawer_is_shown  # nothing has happened yet
    with qtbot.waitSignal(page.errand.told):
        page.load()
    assert page.result.title.text().startswith("It had not been written at")
    assert page.drawer_is_shown


def test_the_other_api_has_other_names_and_one_step_back_brings_the_old_ones(open_page: Open) -> None:
    page = open_page(Draft(email=ANA, rows=(Row("FirstName", edit_from_text("Anne")), Row("Nonsense__c"))))
    page.use_profile(PRACTICE_REST)
    assert [row.name for row in rows_of(page)] == ["firstName", "Nonsense__c"]
    assert "It is not known what REST calls these fields: Nonsense__c." in page.table.message.text()
    page.undo.undo()
    assert [row.name for row in rows_of(page)] == ["FirstName", "Nonsense__c"]


def test_a_call_to_copy_is_the_one_in_the_form_or_else_the_last_one(page: DraftPage, qtbot: QtBot) -> None:
    change = CallToCopy(SyncLead(email=ANA, attributes=(AttributeToSend("Title", "CTO"),)), PRACTICE)
    assert page.call_to_copy() == change
    assert page.late_drawer.call_to_copy() == "Nothing was copied: there is no complete call yet."
    send(page, qtbot)
    page.show_draft(Draft())
    page.show_plan()
    assert page.call_to_copy() == change
    page.use_profile(PRACTICE_REST)
    assert page.late_drawer.call_to_copy() == change  # its messages are still those of the other API


def test_the_call_whose_messages_are_shown_is_copied_there(page: DraftPage, clipboard_text: None, qtbot: QtBot) -> None:
    send(page, qtbot)
    button = page.exchange.copy_button
    assert not button.isHidden()
    menu = button.menu()
    assert isinstance(menu, CopyAsMenu)
    with qtbot.waitSignal(page.said) as said:
        menu.copy(Language.PYTHON)
    assert said.args is not None
    assert said.args[0].startswith("Copied as Python (zeep).")
    assert "syncLead" in QGuiApplication.clipboard().text()


def test_where_nothing_can_be_sent_and_nothing_was_there_is_no_call_to_copy(open_page: Open) -> None:
    assert open_page(Draft()).call_to_copy() == "Nothing was copied: there is no complete call yet."


def test_messages_of_a_send_are_on_their_own_page_of_the_drawer(page: DraftPage, qtbot: QtBot) -> None:
    assert not page.drawer_is_shown
    send(page, qtbot)
    page.show_tab(1)
    assert page.drawer.currentWidget() is page.exchange
    qtbot.waitUntil(lambda: "CTO" in page.exchange.request.text())


def test_what_is_typed_counts_for_whoever_keeps_the_draft(page: DraftPage) -> None:
    assert page.draft_as_typed == page.draft == BY_EMAIL


def test_a_send_of_another_time_is_settled_by_a_look(page: DraftPage, qtbot: QtBot) -> None:
    made = page.errand.plan()
    assert made.request is not None
    page.take_up(story_of(Sent(request=made.request, verdict=made.verdict), None, at=datetime.now(UTC)))
    with qtbot.waitSignal(page.errand.told):
        load(page, qtbot)
    assert page.drawer_is_shown
    assert page.result.title.text().startswith("It had not been written at")


def test_putting_back_is_asked_for_and_its_limits_are_said_where_it_is_opened(page: DraftPage, qtbot: QtBot) -> None:
    send(page, qtbot)
    with qtbot.waitSignal(page.put_back_wanted) as wanted:
        page.result.bar.put_back.click()
    assert wanted.args is not None
    page.tell_put_back(wanted.args[0])
    assert page.intake.put_back_note.isVisible()
    assert page.intake.put_back_note.text.text().startswith("These are the old values. Nothing has been written yet.\n")
    send(page, qtbot)
    qtbot.waitUntil(lambda: not page.intake.put_back_note.isVisible())


def test_several_leads_with_this_address_are_a_choice_above_the_table(
    page: DraftPage, desk: Desk, qtbot: QtBot
) -> None:
    leads = desk.server.world.leads
    leads[999_999] = replace(leads[int(ANA_ID)], id=999_999)
    load(page, qtbot)
    assert page.sight.chooser.isVisible()
    page.sight.chooser.chosen.emit(ANA_ID)
    assert (page.draft.key, page.draft.marketo_id) == (KeyKind.MARKETO_ID, ANA_ID)
    assert not page.sight.chooser.isVisible()


def test_after_the_first_look_by_the_key_alone_the_drawer_is_ready_and_shut(page: DraftPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.errand.rested):
        page.finder.load_wanted.emit()
    qtbot.waitUntil(lambda: bool(page.findChildren(Drawer)))
    assert not page.drawer_is_shown
    with qtbot.waitSignal(page.errand.rested):
        page.finder.load_wanted.emit()
    assert len(page.findChildren(Drawer)) == 1


def test_late_parts_leave_a_plan_that_is_there(page: DraftPage) -> None:
    before = planned(page)
    page.make_late_parts()
    assert planned(page) == before
    assert page.draft == BY_EMAIL
