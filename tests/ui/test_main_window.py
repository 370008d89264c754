"""The whole window: from what is typed to what is sent, and from what comes back to what is shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, Call, SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.findings import Spot
from mktgui.domain.lead import KeyKind, LeadRecord, text_value
from mktgui.domain.limits import Nearness, Tally
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import LoadedProfiles, ProfileProblem, ProfileTrouble, Report, Transport
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.ui.doctor import Doctor
from mktgui.ui.main_window import MainWindow
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.window_parts import Parts
from mktgui.ui.workspace_check import WorkspaceCheck
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.ui.connections import LIVE, SANDBOX

DRAFT = Draft(email="ana@corp.example", rows=(Row("Title", edit_from_text("CTO")),))
SENT = SyncLead(email="ana@corp.example", attributes=(AttributeToSend("Title", "CTO"),))


class Answering:
    """A transport at the port: answers at once, or when it is let go or hung up on."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.go = Event()
        self.go.set()
        self.hung_up = Event()

    def send(self, call: Call, report: Report) -> Outcome:
        self.calls.append(call)
        report(Stage.WAITING)
        self.go.wait(10)
        if self.hung_up.is_set():
            return NotSent(call, Failure(kind=FailureKind.STOPPED))
        body = b"<result><status>UPDATED</status></result>"
        exchange = Exchange(
            endpoint="http://127.0.0.1/soap",
            sent=Message("POST /soap HTTP/1.1", (), b"<paramsSyncLead/>"),
            left=True,
            received=Message("HTTP/1.1 200 OK", (), body),
            status=200,
            complete=True,
            started=datetime.now(UTC),
        )
        record = LeadRecord(id=text_value("7"), email=text_value("ana@corp.example"))
        return Answered(call, exchange, Synced(lead_id=text_value("7"), status=text_value("UPDATED"), record=record))

    def abort(self) -> None:
        self.hung_up.set()
        self.go.set()


@pytest.fixture
def transport() -> Answering:
    return Answering()


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


@pytest.fixture
def edited() -> list[tuple[tuple[Profile, ...], str]]:
    """What the window asked the connection editor for."""
    return []


@pytest.fixture
def make(
    qtbot: QtBot,
    runner: Runner,
    theme: Theme,
    preferences: Preferences,
    transport: Answering,
    edited: list[tuple[tuple[Profile, ...], str]],
) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []

    def connect(profile: Profile) -> Transport:
        return transport

    def edit(profiles: tuple[Profile, ...], selected: str, _parent: QWidget) -> None:
        edited.append((profiles, selected))

    def make() -> MainWindow:
        window = MainWindow(
            Parts(
                connect=connect,
                read_message=read_message,
                mask=mask_body,
                preview=RequestPreview(EnvelopeBuilder()),
                count=lambda _profile: None,
                edit_profiles=edit,
                runner=runner,
                theme=theme,
                preferences=preferences,
                words=lambda: OutcomeWords(Doctor("en")),
                clipboard=QGuiApplication.clipboard(),
            )
        )
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
    qtbot.waitUntil(window.page.form.fields[KeyKind.EMAIL].hasFocus)


def test_typing_a_key_and_a_row_opens_send_and_says_what_will_happen(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.page.panel.send.isEnabled()
    assert window.page.panel.reason.text() == "Fill in the email address: it is the key you chose."
    QTest.keyClicks(window.page.form.fields[KeyKind.EMAIL], "ana@corp.example")
    qtbot.waitUntil(window.page.panel.send.isEnabled)
    window.page.show_draft(DRAFT)
    qtbot.waitUntil(lambda: "Attributes to set (1): Title" in planned(window))
    assert "Marketo goes by the email address ana@corp.example." in planned(window)


def test_send_shows_words_the_record_and_the_messages(window: MainWindow, transport: Answering, qtbot: QtBot) -> None:
    window.page.show_draft(DRAFT)
    qtbot.waitUntil(window.page.panel.send.isEnabled)
    QTest.mouseClick(window.page.panel.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page.result.title.text() == "Updated lead 7.")
    assert transport.calls == [SENT]
    assert window.page.drawer.isVisible()
    assert window.page.drawer.currentWidget() is window.page.result
    assert window.page.result.model.rowCount() == 5
    press(window, "Ctrl+2")
    qtbot.waitUntil(lambda: "UPDATED" in window.page.exchange.response.text())
    assert "paramsSyncLead" in window.page.exchange.request.text()


def test_what_was_typed_a_moment_ago_is_what_is_sent(window: MainWindow, transport: Answering, qtbot: QtBot) -> None:
    window.page.show_draft(DRAFT)
    window.page.form.workspace.setText("EMEA")
    press(window, "Ctrl+Return")  # before the plan on the screen has caught up
    qtbot.waitUntil(lambda: window.page.result.title.text() == "Updated lead 7.")
    [call] = transport.calls
    assert isinstance(call, SyncLead)
    assert call.workspace == "EMEA"


def test_send_cannot_be_pressed_twice_and_stop_gives_control_back(
    window: MainWindow, transport: Answering, qtbot: QtBot
) -> None:
    transport.go.clear()
    window.page.show_draft(DRAFT)
    press(window, "Ctrl+Return")
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: len(transport.calls) == 1)
    qtbot.waitUntil(window.page.panel.stop.isVisible)
    assert not window.page.panel.send.isEnabled()
    assert window.page.form.isEnabled()
    press(window, "Ctrl+.")
    assert not window.page.panel.busy
    assert window.page.result.title.text() == "Stopped."
    qtbot.waitUntil(lambda: "Nothing was written." in window.page.result.lines.text())  # once it is known
    assert transport.hung_up.is_set()
    assert len(transport.calls) == 1


def test_with_a_mistake_in_the_form_nothing_is_sent(window: MainWindow, transport: Answering) -> None:
    window.page.show_draft(Draft(email="a b@corp.example"))
    press(window, "Ctrl+Return")
    assert not window.page.sending.busy
    assert transport.calls == []


def test_closing_during_a_call_hangs_up(window: MainWindow, transport: Answering, qtbot: QtBot) -> None:
    transport.go.clear()
    window.page.show_draft(DRAFT)
    window.page.send()
    qtbot.waitUntil(lambda: bool(transport.calls))
    window.close()
    assert transport.hung_up.wait(5)
    assert not window.isVisible()


def test_a_new_change_keeps_key_and_workspace_and_puts_the_cursor_in_the_key(window: MainWindow, qtbot: QtBot) -> None:
    window.page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", workspace="EMEA", rows=DRAFT.rows))
    press(window, "Ctrl+N")
    assert window.page.draft == Draft(key=KeyKind.MARKETO_ID, workspace="EMEA")
    window.activateWindow()
    qtbot.waitUntil(window.page.form.fields[KeyKind.MARKETO_ID].hasFocus)


def test_the_title_and_the_button_say_where_it_goes(window: MainWindow) -> None:
    assert window.windowTitle() == "PRACTICE – mktgui"
    window.show_profiles(LoadedProfiles((SANDBOX, LIVE)), "l")
    assert window.windowTitle() == "PRODUCTION: Live – mktgui"
    assert window.page.panel.send.text() == "&Send to PRODUCTION"
    window.show_profiles(LoadedProfiles((SANDBOX,)), "l")
    assert window.bar.profile is PRACTICE


def test_production_is_locked_and_creation_has_to_be_meant(
    window: MainWindow, transport: Answering, qtbot: QtBot
) -> None:
    window.show_profiles(LoadedProfiles((LIVE,)), "l")
    window.page.show_draft(DRAFT)
    qtbot.waitUntil(lambda: window.page.panel.reason.text() == "Read-only: unlock writing above before you send.")
    press(window, "Ctrl+Return")
    assert window.safety.bar.isVisible()
    window.safety.bar.unlock_button.click()
    window.safety.bar.unlock_button.click()
    assert window.page.panel.reason.text() == "Tick what you mean to do, then send."
    press(window, "Ctrl+Return")
    assert transport.calls == []
    for tick in window.safety.meant.ticks.values():
        if tick.isVisible():
            tick.click()
    assert window.page.panel.send.isEnabled()
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: window.page.result.title.text() == "Updated lead 7.")
    assert transport.calls == [SENT]
    assert not window.page.panel.send.isEnabled()  # the next one has to be meant anew


def test_a_workspace_that_the_connection_does_not_know_is_told_at_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.show_profiles(LoadedProfiles((replace(SANDBOX, workspaces=("EMEA", "APAC")),)), "s")
    window.page.form.workspace.setText("EMEAA")
    qtbot.waitUntil(lambda: "Do you mean EMEA?" in window.page.form.notes[Spot.WORKSPACE].text())
    window.page.form.workspace.setText("Default")
    qtbot.waitUntil(lambda: not window.page.form.notes[Spot.WORKSPACE].isVisible())
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


def test_the_calls_are_counted_beside_send(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.page.limits.isVisible()
    window.page.limits.watch(lambda: Tally(3, 1, Nearness.FREE))
    assert window.page.limits.isVisible()
    window.show_profiles(LoadedProfiles((SANDBOX,)), "s")
    assert not window.page.limits.isVisible()  # this window counts for nobody


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
