"""The whole window: from what is typed to what is sent, and from what comes back to what is shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mktgui.domain.call_note import CallKind
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Stage
from mktgui.domain.guard import Meant
from mktgui.domain.history import FieldChange
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.limits import Nearness, Tally
from mktgui.domain.outcome import Written
from mktgui.domain.ports import LoadedProfiles, ProfileProblem, ProfileTrouble
from mktgui.domain.profile import PRACTICE, Profile, TransportKind
from mktgui.ui.main_window import MainWindow
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.ticket_window import TicketWindow
from mktgui.ui.workspace_check import WorkspaceCheck
from mktgui.workers.runner import Runner
from tests.ui.alt_keys import alt_texts, shared_keys
from tests.ui.connections import LIVE, SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk
from tests.ui.past import LOST, begun, put

DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("CTO")),))


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


@pytest.fixture
def edited() -> list[tuple[tuple[Profile, ...], str]]:
    """What the window asked the connection editor for."""
    return []


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def make(
    qtbot: QtBot, desk: Desk, preferences: Preferences, edited: list[tuple[tuple[Profile, ...], str]]
) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []

    def edit(profiles: tuple[Profile, ...], selected: str, _parent: QWidget) -> None:
        edited.append((profiles, selected))

    def make() -> MainWindow:
        window = MainWindow(desk.parts._replace(edit_profiles=edit, preferences=preferences))
        qtbot.addWidget(window)
        made.append(window)
        with qtbot.waitSignal(window.painted):
            window.show()
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(make: Callable[[], MainWindow]) -> MainWindow:
    return make()


def planned(window: MainWindow) -> str:
    return "\n".join(window.page.panel.sentences.texts())


def press(window: MainWindow, keys: str) -> None:
    action = next(one for one in window.findChildren(QAction) if keys in [key.toString() for key in one.shortcuts()])
    action.trigger()


def test_it_opens_with_the_cursor_in_the_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.page.finder.box.text.hasFocus)


def test_each_alt_key_leads_to_one_place(window: MainWindow, qtbot: QtBot) -> None:
    window.page.show_draft(DRAFT)
    window.page.send()
    qtbot.waitUntil(lambda: window.page.drawer_is_shown)
    for place, switch in (("Worksp&ace", "&Practise REST"), ("&Partition", "Practise S&OAP")):
        texts = alt_texts(window)
        assert {"&Lead", "&Send to practice", "Ema&il", "&Result", place, switch} <= set(texts)
        assert shared_keys(texts) == set()
        window.bar.switch.click()


def test_the_usual_fix_takes_four_acts(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = window.page
    QTest.keyClicks(page.finder.box.text, ANA)
    QTest.keyClick(page.finder.box.text, Qt.Key.Key_Return)
    qtbot.waitUntil(page.table.filter.text.hasFocus)
    QTest.keyClicks(page.table.filter.text, "job title")
    QTest.keyClick(page.table.filter.text, Qt.Key.Key_Return)
    QTest.keyClick(page.table.view, Qt.Key.Key_C)
    [editor] = page.table.view.findChildren(QLineEdit)
    QTest.keyClicks(editor, "TO")
    press(window, "Ctrl+Return")  # while the cell is still open
    qtbot.waitUntil(lambda: page.result.title.text() != "Nothing sent yet.")
    assert page.result.title.text() == "Updated lead 318815 (Ana Ruiz). Job Title: VP Sales → cTO."
    assert desk.title_of() == "cTO"
    assert desk.operations.count("syncLead") == 1
    assert page.drawer.isVisible()
    qtbot.waitUntil(lambda: page.draft.rows == ())  # done with, once it was painted
    press(window, "Ctrl+2")
    qtbot.waitUntil(lambda: "UPDATED" in page.exchange.response.text())
    assert "paramsSyncLead" in page.exchange.request.text()


def test_closing_during_a_call_hangs_up(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.server.next("never")
    window.page.show_draft(DRAFT)
    with qtbot.waitSignal(window.page.errand.staged, check_params_cb=lambda stage: stage is Stage.WAITING):
        press(window, "Ctrl+Return")
    window.close()
    assert not window.page.errand.busy
    assert not window.isVisible()


def test_a_new_change_comes_beside_one_that_is_begun(window: MainWindow) -> None:
    window.page.show_draft(DRAFT)
    press(window, "Ctrl+N")
    assert [one.draft for one in window.drafts] == [DRAFT, Draft()]
    press(window, "Ctrl+N")  # one that is empty is new enough
    assert len(window.drafts) == 2


def test_a_duplicate_comes_beside_the_first(window: MainWindow) -> None:
    window.page.show_draft(DRAFT)
    press(window, "Ctrl+D")
    assert [one.draft for one in window.drafts] == [DRAFT, DRAFT]


def test_what_was_closed_can_be_brought_back(window: MainWindow) -> None:
    window.page.show_draft(DRAFT)
    window.tabs.add_new(Draft(email="bo@acme.example"))
    window.tabs.setCurrentIndex(0)
    press(window, "Ctrl+W")
    assert window.notice.text.text() == "Closed ana.ruiz@acme.example (1), with 1 change(s) that were not sent."
    window.notice.act_button.click()
    assert window.page.draft == DRAFT
    assert not window.notice.isVisible()
    press(window, "Ctrl+W")
    press(window, "Ctrl+Shift+T")
    assert window.page.draft == DRAFT
    press(window, "Ctrl+Shift+T")
    assert len(window.drafts) == 2


def test_nothing_is_said_of_a_draft_in_which_nothing_was_changed(window: MainWindow) -> None:
    window.tabs.add_new(Draft())
    press(window, "Ctrl+W")
    window.tabs.add_new(Draft(email="bo@acme.example"))
    press(window, "Ctrl+W")
    assert not window.notice.isVisible()


def test_putting_back_opens_a_draft_with_the_old_values_and_says_its_limits(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.page.show_draft(DRAFT)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    window.page.result.bar.put_back.click()
    assert len(window.drafts) == 2
    draft = window.page.draft
    assert (draft.key, draft.marketo_id) == (KeyKind.MARKETO_ID, ANA_ID)
    assert draft.rows == (Row("Title", edit_from_text("VP Sales")),)
    assert window.page.intake.put_back_note.text.text().startswith(
        "These are the old values. Nothing has been written yet."
    )
    assert "campaigns" in window.page.intake.put_back_note.text.text().lower()
    qtbot.waitUntil(lambda: window.page.errand.seen is not None)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    assert desk.title_of() == "VP Sales"


def test_the_receipt_is_copied_by_key(window: MainWindow, clipboard_text: None, qtbot: QtBot) -> None:
    window.page.show_draft(DRAFT)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    press(window, "Ctrl+Shift+C")
    copied = QGuiApplication.clipboard().text()
    assert "318815" in copied
    assert "VP Sales" in copied
    assert "ana.ops" in copied


def test_a_call_is_copied_for_a_ticket_which_shuts_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+T")
    assert window.notice.text.text().startswith("There is no call to copy yet.")
    window.page.show_draft(DRAFT)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    press(window, "Ctrl+T")
    [ticket] = window.findChildren(TicketWindow)
    qtbot.waitUntil(lambda: "paramsSyncLead" in ticket.text.toPlainText())
    assert ANA not in ticket.text.toPlainText()
    window.close()
    assert not ticket.isVisible()


def test_what_is_kept_is_chosen_in_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.keeping_wanted.emit()
    kept = window.doors.history.kept
    assert kept is not None
    qtbot.waitUntil(kept.values.isChecked)
    kept.no_values.click()
    with qtbot.waitSignal(window.values_chosen) as chosen:
        kept.question.leave.click()
    assert chosen.args == [False]
    kept.close()


def test_a_send_is_in_the_history_and_comes_back_as_a_draft_that_puts_it_back(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.page.show_draft(DRAFT)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    press(window, "Ctrl+H")
    past = window.doors.history.past
    assert past is not None
    qtbot.waitUntil(lambda: past.details.entry is not None)
    kinds = [one.kind for one in past.model.rows if one.kind is not CallKind.DESCRIBE_OBJECT]
    assert kinds == [CallKind.SYNC_LEAD, CallKind.GET_LEAD]
    past.table.selectRow([one.kind for one in past.model.rows].index(CallKind.SYNC_LEAD))
    qtbot.waitUntil(past.acts.put_back.isEnabled)
    past.acts.put_back.trigger()
    qtbot.waitUntil(lambda: not window.page.errand.busy and window.page.errand.seen is not None)
    assert window.page.draft.rows == (Row("Title", edit_from_text("VP Sales")),)
    assert "old values" in window.page.intake.put_back_note.text.text()
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    assert desk.title_of() == "VP Sales"
    window.close()
    assert window.doors.history.past is None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("CTO", "It was written: lead 318815 (Ana Ruiz) holds what you asked for."),
        ("VP Sales", "It had not been written at"),
    ],
)
def test_a_call_that_was_lost_is_settled_by_reading_the_lead_again(
    window: MainWindow, desk: Desk, qtbot: QtBot, title: str, told: str
) -> None:
    desk.server.world.leads[int(ANA_ID)].attributes["Title"] = title
    title_field = FieldChange(name="Title", was=text_value("VP Sales"), asked="CTO", fate="unknown")
    put(desk.store, begun(draft=DRAFT, key_value=ANA, fields=(title_field,)), LOST)
    press(window, "Ctrl+4")
    past = window.doors.history.past
    assert past is not None
    qtbot.waitUntil(past.acts.reread.isEnabled)
    past.acts.reread.trigger()
    qtbot.waitUntil(lambda: told in window.page.result.title.text())
    left = () if title == "CTO" else DRAFT.rows
    qtbot.waitUntil(lambda: window.page.draft.rows == left)
    assert desk.operations.count("syncLead") == 0
    written = Written.YES if title == "CTO" else Written.NO
    qtbot.waitUntil(lambda: past.model.rows[-1].known_written is written)


def test_what_was_lost_has_to_be_meant_to_be_sent_again(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.server.next("fault-20015")  # the look that follows is refused
    put(desk.store, begun(draft=DRAFT, key_value=ANA), LOST)
    press(window, "Ctrl+H")
    past = window.doors.history.past
    assert past is not None
    qtbot.waitUntil(past.acts.again.isEnabled)
    past.acts.again.trigger()
    page = window.page
    qtbot.waitUntil(lambda: page.result.title.text() == "The lead could not be re-read.")
    assert page.draft == DRAFT
    qtbot.waitUntil(lambda: Meant.SENDS_AGAIN in page.gate.meant.ticks)


def test_a_new_change_keeps_key_and_workspace_and_puts_the_cursor_in_the_key(window: MainWindow, qtbot: QtBot) -> None:
    window.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA", rows=DRAFT.rows))
    press(window, "Ctrl+N")
    assert window.page.draft == Draft(key=KeyKind.MARKETO_ID, workspace="EMEA")
    window.activateWindow()
    qtbot.waitUntil(window.page.finder.box.text.hasFocus)


def test_the_title_and_the_button_say_where_it_goes(window: MainWindow) -> None:
    assert window.windowTitle() == "PRACTICE – mktgui"
    window.show_profiles(LoadedProfiles((SANDBOX, LIVE)), "l")
    assert window.windowTitle() == "PRODUCTION: Live – mktgui"
    assert window.page.panel.send.text() == "&Send to PRODUCTION"
    window.show_profiles(LoadedProfiles((SANDBOX,)), "l")
    assert window.bar.profile is PRACTICE


def test_the_menu_calls_a_place_what_its_api_calls_it(window: MainWindow) -> None:
    [place] = [one for one in window.findChildren(QAction) if one.shortcut().toString() == "Ctrl+Shift+W"]
    assert place.text() == "Check a &workspace…"
    window.show_profiles(LoadedProfiles((replace(SANDBOX, transport=TransportKind.REST),)), "s")
    assert place.text() == "Check a pa&rtition…"


def test_production_is_locked_until_it_is_unlocked(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.show_profiles(LoadedProfiles((LIVE,)), "l")
    window.page.show_draft(DRAFT)
    qtbot.waitUntil(lambda: window.page.panel.reason.text() == "Read-only: unlock writing above before you send.")
    press(window, "Ctrl+Return")
    assert not window.page.errand.busy
    assert window.guard.isVisible()
    window.guard.unlock_button.click()
    window.guard.unlock_button.click()
    qtbot.waitUntil(window.page.panel.send.isEnabled)
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    assert desk.title_of() == "CTO"


def test_creating_has_to_be_meant_and_one_meaning_is_for_one_send(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.page.show_draft(replace(DRAFT, email="nobody@acme.example"))
    with qtbot.waitSignal(window.page.errand.halted):
        press(window, "Ctrl+Return")
    assert window.page.panel.reason.text() == "Tick what you mean to do, then send."
    [tick] = [one for one in window.page.gate.meant.ticks.values() if not one.isHidden()]
    tick.click()
    assert window.page.panel.send.isEnabled()
    with qtbot.waitSignal(window.page.errand.told):
        press(window, "Ctrl+Return")
    assert window.page.result.title.text().startswith("Created lead 318816")
    assert desk.operations.count("syncLead") == 1


def test_a_workspace_that_the_connection_does_not_know_is_told_at_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.show_profiles(LoadedProfiles((replace(SANDBOX, workspaces=("EMEA", "APAC")),)), "s")
    window.page.form.workspace.setText("EMEAA")
    qtbot.waitUntil(lambda: "Do you mean EMEA?" in window.page.form.options.note.text())
    window.page.form.workspace.setText("Default")
    qtbot.waitUntil(lambda: not window.page.form.options.note.isVisible())
    completer = window.page.form.workspace.completer()
    assert completer is not None
    completer.setCompletionPrefix("em")
    assert completer.currentCompletion() == "EMEA"


def test_the_workspace_check_starts_from_the_form(window: MainWindow) -> None:
    window.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA"))
    press(window, "Ctrl+Shift+W")
    [check] = window.findChildren(WorkspaceCheck)
    assert (check.workspace.text(), check.marketo_id.text()) == ("EMEA", "7")
    check.close()


def test_places_that_marketo_lists_are_offered_at_the_field_of_that_connection_alone(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    listing = replace(SANDBOX, transport=TransportKind.REST)
    profiles = LoadedProfiles((listing, replace(LIVE, workspaces=("EMEA",))))
    window.show_profiles(profiles, "l")
    places = desk.parts.desks.places
    with qtbot.waitSignal(places.changed):
        places.complete(listing)  # what this server lists is no matter
    assert offered(window, "Oppo") == ""
    window.show_profiles(profiles, "s")
    assert offered(window, "Oppo") == "Opportunity"
    window.page.form.suggest_workspaces(("EMEA",))
    places.changed.emit("s")
    assert offered(window, "Oppo") == "Opportunity"


def offered(window: MainWindow, typed: str) -> str:
    """What the field for the workspace completes this to; empty where it knows of nothing."""
    completer = window.page.form.workspace.completer()
    completer.setCompletionPrefix(typed)
    return completer.currentCompletion()


def test_the_calls_are_counted_beside_send(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.page.gate.limits.isVisible()
    window.page.gate.limits.watch(lambda: Tally(3, 1, Nearness.FREE))
    assert window.page.gate.limits.isVisible()
    window.show_profiles(LoadedProfiles((SANDBOX,)), "s")
    assert not window.page.gate.limits.isVisible()  # this window counts for nobody


def test_a_broken_profile_file_is_told_above_the_form(window: MainWindow) -> None:
    problem = ProfileProblem(ProfileTrouble.BROKEN, kept="profiles.toml.broken", detail="line 3")
    window.show_profiles(LoadedProfiles(problem=problem), "")
    assert window.notice.isVisible()
    assert "profiles.toml.broken" in window.notice.text.text()


def test_the_connection_editor_is_asked_for_with_what_there_is(
    window: MainWindow, edited: list[tuple[tuple[Profile, ...], str]]
) -> None:
    window.show_profiles(LoadedProfiles((SANDBOX, LIVE)), "s")
    press(window, "Ctrl+P")
    window.bar.edit.click()
    assert edited == [((SANDBOX, LIVE), "s")] * 2


def test_the_drawer_opens_and_shuts_by_key_on_either_page(window: MainWindow) -> None:
    press(window, "Ctrl+J")
    assert window.page.drawer.isVisible()
    press(window, "Ctrl+2")
    assert window.page.drawer.currentWidget() is window.page.exchange
    press(window, "Ctrl+3")
    assert window.page.drawer.currentWidget() is window.page.drawer.preview
    press(window, "Ctrl+1")
    assert window.page.drawer.currentWidget() is window.page.result
    press(window, "Ctrl+J")
    assert not window.page.drawer.isVisible()


def test_the_colours_are_remembered(window: MainWindow, preferences: Preferences, theme: Theme) -> None:
    window.menus.scheme_chosen.emit(Scheme.DARK)
    assert preferences.scheme is Scheme.DARK
    assert theme.dark
    theme.choose(Scheme.LIGHT)


def test_the_choice_of_a_language_is_passed_on(window: MainWindow) -> None:
    told = QSignalSpy(window.language_chosen)
    window.menus.language_chosen.emit("zh_CN")
    assert told.at(0) == ["zh_CN"]


def test_size_and_zones_come_back(make: Callable[[], MainWindow]) -> None:
    first = make()
    first.resize(900, 620)  # the offscreen screen is smaller than the first size
    first.close()
    assert make().size() == first.size()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_nothing_is_cut_off_sideways(window: MainWindow, size: tuple[int, int]) -> None:
    window.page.show_draft(
        Draft(email="a b", marketo_id="x", foreign_id="1", cookie="c" * 200, rows=(Row("", edit_from_text("x")),))
    )
    window.page.show_drawer(shown=True)
    window.resize(*size)
    assert (window.width(), window.height()) == size
    for widget in window.findChildren(QWidget):
        inside_a_list = widget.parent() is None or isinstance(widget.parent(), QTableView | QComboBox | QLineEdit)
        if widget.isVisible() and not inside_a_list and isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
            left = widget.mapTo(window, widget.rect().topLeft()).x()
            assert left >= 0
            assert left + widget.width() <= window.width(), widget


def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    window.page.show_drawer(shown=True)
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox | QTableView)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget


def test_what_is_known_of_a_lead_stays_while_others_change_another_connection(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_profiles(LoadedProfiles((SANDBOX, LIVE)), "s")
    page = window.page
    page.show_draft(DRAFT)
    with qtbot.waitSignal(page.errand.looked):
        page.load()
    known = [page.errand.known]
    window.take_up_profiles((SANDBOX, replace(LIVE, user_id="somebody")))
    assert [page.errand.known] == known != [None]
    assert not window.notice.isVisible()
    window.take_up_profiles((replace(SANDBOX, name="Renamed"), LIVE))
    assert [page.errand.known] == known
    assert window.notice.text.text() == (
        "The connection Sandbox was changed outside this window. It is used as it is now."
    )
    assert window.windowTitle() == "TEST: Renamed – mktgui"
    window.take_up_profiles((replace(SANDBOX, user_id="somebody"), LIVE))
    assert [page.errand.known] == [None]
    assert page.draft.rows == DRAFT.rows


def test_a_call_under_way_goes_on_when_others_delete_its_connection(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_profiles(LoadedProfiles((SANDBOX,)), "s")
    page = window.page
    page.show_draft(DRAFT)
    with qtbot.waitSignal(page.errand.looked):
        page.load()
    desk.server.next("slow=0.3")
    with qtbot.waitSignal(page.errand.told) as told:
        page.send()
        window.take_up_profiles(())
        assert page.errand.busy
    assert told.args is not None
    assert told.args[0].written is Written.YES
    assert desk.title_of() == "CTO"
    qtbot.waitUntil(lambda: "This connection was deleted" in page.panel.reason.text())
    assert not page.panel.send.isEnabled()
    window.take_up_profiles((SANDBOX,))
    assert window.notice.text.text() == "The connection Sandbox is there again."
    qtbot.waitUntil(lambda: page.panel.reason.text() == "" or "deleted" not in page.panel.reason.text())
    window.take_up_profiles(())
    window.notice.hide()
    window.take_up_profiles((LIVE,))  # it is gone still, and that is known
    assert not window.notice.isVisible()
