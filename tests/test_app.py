"""The roof: the window with its practice server, its transports, its profiles and its languages."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui import app as roof
from mktgui.app import Application
from mktgui.domain.answers import FieldDescription
from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.guard import Meant
from mktgui.domain.history import State
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.storage.history import SqliteHistory
from mktgui.storage.profiles import TomlProfiles
from mktgui.ui.crash_window import CrashWindow
from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.support_window import SupportWindow
from mktgui.workers.work import crash_from
from tests.applications import Start, applications, with_own_loop
from tests.ui.past import begun

DRAFT = Draft(email="ana.ruiz@acme.example", rows=(Row("Title", edit_from_text("副总裁 & <VP>")),))
FOOTPRINT = ("zeep", "lxml.etree", "requests", "keyring", "mktgui.practice.server", "mktgui.ui.profile_editor")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Start]:
    with applications(qapp, qtbot, home) as start:
        yield start


def crash_windows() -> list[CrashWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashWindow) and one.isVisible()]


def profiles_of(home: Path) -> TomlProfiles:
    return TomlProfiles(home / "mktgui" / "config" / "profiles.toml")


def sent(application: Application, qtbot: QtBot) -> str:
    """Send what the form says; what the window then says."""
    page = application.window.page
    page.result.show_nothing()
    page.send()
    qtbot.waitUntil(lambda: not page.errand.busy, timeout=30_000)
    return page.result.title.text() if page.errand.story is not None else page.gate.halt.text()


def test_a_newcomer_sends_to_the_practice_server_without_any_set_up(start: Start, qtbot: QtBot) -> None:
    application = start(practice=False)
    page = application.window.page
    page.show_draft(DRAFT)
    assert sent(application, qtbot) == "Updated lead 318815 (Ana Ruiz). Job Title: VP Sales → 副总裁 & <VP>."
    [entry] = [one for one in application.connections.practice.server().journal if one.operation == "syncLead"]
    assert "副总裁 &amp; &lt;VP&gt;".encode() in entry.body
    page.show_tab(1)
    qtbot.waitUntil(lambda: "副总裁" in page.exchange.response.text(), timeout=10_000)
    assert application.connections.practice.server().secret not in page.exchange.request.text()


def test_a_profile_goes_to_its_own_endpoint_with_its_own_key(start: Start, home: Path, qtbot: QtBot) -> None:
    with PracticeServer() as other:
        mine = Profile(id="m", name="Mine", endpoint=other.endpoint, user_id=other.user_id)
        profiles_of(home).save([mine], "m")
        application = start(practice=False)
        window = application.window
        qtbot.waitUntil(lambda: window.bar.profile.name == "Mine")
        qtbot.waitUntil(lambda: window.bar.place.text() == "No keyring: key kept for this run only", timeout=20_000)
        window.page.show_draft(DRAFT)
        assert sent(application, qtbot).startswith("Nothing was sent: the lead could not be looked up first.")
        assert "The secret of this connection is missing." in window.page.finder.box.state.words.text()
        window.page.gate.meant.ticks[Meant.CREATES].setChecked(True)
        assert sent(application, qtbot) == "The secret of this connection is missing."
        window.edit_profiles()
        [editor] = [one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Connections"]
        window.edit_profiles()  # the same one comes forward
        assert len([one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Connections"]) == 1
        editor.pages.basic.secret.field.setText(other.secret)  # type: ignore[attr-defined] # a ProfileEditor
        with qtbot.waitSignal(editor.saved, timeout=20_000):  # type: ignore[attr-defined] # a ProfileEditor
            editor.save.click()  # type: ignore[attr-defined] # a ProfileEditor
        editor.close()
        assert sent(application, qtbot).startswith("Updated lead 318815 (Ana Ruiz).")
        assert [entry.operation for entry in other.journal] == ["getLead", "syncLead"]


def test_the_language_changes_at_once_and_the_draft_stays(start: Start, qtbot: QtBot) -> None:
    application = start()
    old = application.window
    old.page.show_draft(DRAFT)
    application._options = roof.Options(practice=True, home=application._options.home)  # noqa: SLF001 - as without --language
    gone: list[str] = []
    old.destroyed.connect(lambda: gone.append("the old window"))
    old.menus.language_chosen.emit("zh_CN")
    qtbot.waitUntil(lambda: bool(gone))
    assert application.window is not old
    assert application.window.isVisible()
    assert application.window.page.draft == DRAFT
    assert application.window.windowTitle() == "练习 – mktgui"


def past(application: Application, qtbot: QtBot, rows: int) -> HistoryWindow:
    """The history, once it shows so many calls."""
    application.window.doors.history.show()
    window = application.window.doors.history.past
    assert window is not None
    qtbot.waitUntil(lambda: window.model.rowCount() >= rows, timeout=20_000)
    return window


def test_every_call_is_in_the_history_and_there_after_a_restart(
    qapp: QApplication, qtbot: QtBot, home: Path, start: Start
) -> None:
    with applications(qapp, qtbot, home) as first_start:
        application = first_start()
        application.window.page.show_draft(DRAFT)
        sent(application, qtbot)
        kinds = {one.kind for one in past(application, qtbot, 2).model.rows}
        assert {CallKind.SYNC_LEAD, CallKind.GET_LEAD} <= kinds
    window = past(start(), qtbot, 2)
    [change] = [one for one in window.model.rows if one.kind is CallKind.SYNC_LEAD]
    assert change.who == "Ana Ruiz"
    window.filter.text.setText("副总裁")
    qtbot.waitUntil(lambda: [one.id for one in window.model.rows] == [change.id])


def test_a_credential_check_is_in_the_history(start: Start, qtbot: QtBot) -> None:
    with PracticeServer() as other:
        application = start()
        mine = Profile(id="m", name="Mine", endpoint=other.endpoint, user_id=other.user_id)
        check = application._make_check(mine, Secret(other.secret))  # noqa: SLF001 - what the editor is given
        job = application.runner.run(lambda: check.run(lambda _rung: None))
        with qtbot.waitSignal(job.finished, timeout=20_000):
            pass
        [summary] = past(application, qtbot, 1).model.rows
    assert (summary.kind, summary.ending) == (CallKind.LIST_OBJECTS, Ending.ANSWERED)


def test_no_values_means_none_anywhere_and_goes_back_at_once(start: Start, home: Path, qtbot: QtBot) -> None:
    application = start()
    application.window.page.show_draft(DRAFT)
    sent(application, qtbot)
    data = home / "mktgui" / "data"
    application.window.page.show_draft(DRAFT)
    application.window.page.edited.emit()
    qtbot.waitUntil(lambda: bool(list(data.glob("drafts/**/*.json"))), timeout=10_000)
    application.window.doors.history.show_keeping()
    kept = application.window.doors.history.kept
    assert kept is not None
    qtbot.waitUntil(kept.no_values.isEnabled)
    kept.no_values.click()
    with qtbot.waitSignal(application.window.values_chosen, timeout=20_000):
        kept.question.scrub.click()
    assert list(data.glob("drafts/**/*.json")) == []
    window = past(application, qtbot, 2)
    qtbot.waitUntil(lambda: not any(one.has_values for one in window.model.rows))
    qtbot.waitUntil(kept.values.isEnabled)
    with qtbot.waitSignal(application.window.values_chosen, timeout=20_000):
        kept.values.click()
    qtbot.waitUntil(lambda: bool(list(data.glob("drafts/**/*.json"))), timeout=10_000)
    kept.close()


def test_a_program_that_died_says_so_at_the_next_start(start: Start, home: Path, qtbot: QtBot) -> None:
    folder = home / "mktgui" / "data" / "history"
    store = SqliteHistory(folder)
    store.begin(begun())
    for lock in folder.glob("run-*.lock"):
        lock.unlink()  # as after a crash: nothing says that its process is still there
    application = start()
    qtbot.waitUntil(lambda: "it is not known what became of it" in application.window.notice.text.text())
    application.window.notice.act_button.click()
    window = past(application, qtbot, 1)
    assert [one.state for one in window.model.rows] == [State.OUTCOME_UNKNOWN]
    store.close()


def test_a_broken_history_is_told_and_calls_go_on(start: Start, home: Path, qtbot: QtBot) -> None:
    folder = home / "mktgui" / "data" / "history"
    folder.mkdir(parents=True)
    (folder / "history.sqlite").write_bytes(b"no such thing" * 1000)
    application = start()
    qtbot.waitUntil(lambda: "could not be read. It was set aside as" in application.window.notice.text.text())
    application.window.page.show_draft(DRAFT)
    assert sent(application, qtbot).startswith("Updated lead 318815")


def test_the_history_goes_with_the_window_where_the_language_changes(start: Start, qtbot: QtBot) -> None:
    application = start()
    application.window.page.show_draft(DRAFT)
    sent(application, qtbot)
    window = past(application, qtbot, 2)
    application.window.menus.language_chosen.emit("zh_CN")
    qtbot.waitUntil(lambda: not isValid(window))
    past(application, qtbot, 2)


def test_shutting_it_twice_is_safe(start: Start, qtbot: QtBot) -> None:
    application = start()
    qtbot.waitUntil(lambda: "side" in vars(application.window.page.intake))  # the last of what is made late
    application.window.close()
    application.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was to go is gone
    assert not isValid(application.theme)
    application.close()


@pytest.fixture
def running(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> QApplication:
    return with_own_loop(qapp, monkeypatch, roof)


def test_run_stays_until_the_window_is_shut(running: QApplication, home: Path) -> None:
    def shut() -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                widget.close()
        running.exit(3)

    QTimer.singleShot(500, shut)
    assert roof.run(roof.Options(practice=True, home=home / "mktgui", language="en")) == 3


def test_a_signal_ends_it_in_good_order_and_shows_in_the_status(running: QApplication, home: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    waiting = QTimer()

    def end() -> None:
        if signal.getsignal(signal.SIGTERM) is not before:
            waiting.stop()
            signal.raise_signal(signal.SIGTERM)

    waiting.timeout.connect(end)
    waiting.start(20)
    assert roof.run(roof.Options(practice=True, home=home / "mktgui", language="en")) == 128 + signal.SIGTERM
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    assert (home / "mktgui" / "config" / "window.ini").exists()
    assert signal.getsignal(signal.SIGTERM) is before


def test_whoever_comes_back_to_the_window_has_the_connections_of_other_copies(
    start: Start, home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    bar = start().window.bar
    new = Profile(id="new", name="New", endpoint="https://corp.example/soap", user_id="u")
    profiles_of(home).save((new,), "")
    for state in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive):
        qapp.applicationStateChanged.emit(state)  # as the system tells it
    qtbot.waitUntil(lambda: bar.profiles == (new,))


def test_nothing_slow_is_read_before_the_window_is_there(home: Path) -> None:
    script = (
        "import sys, json\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from mktgui.app import Application, Options\nfrom mktgui.desktop import make_qt\n"
        "qt = make_qt(['mktgui'])\n"
        "application = Application(qt, Options(practice=True, home=Path(sys.argv[1])))\n"
        "def painted():\n"
        "    print(json.dumps(sorted(sys.modules)))\n"
        "    application.window.close()\n"
        "application.window.painted.connect(painted)\n"
        "application.show()\n"
        "qt.exec()\n"
        "application.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(home)], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(json.loads(done.stdout))
    assert loaded.isdisjoint(FOOTPRINT)


def test_names_of_fields_that_an_earlier_run_has_kept_are_known_to_the_next(start: Start, home: Path) -> None:
    field = FieldDescription(name="creditLimit", label="Credit Limit", type="currency", rest_name="creditLimit")
    catalogue = Catalogue((field,), datetime(2026, 3, 14, tzinfo=UTC))
    CatalogueFolder(home / "mktgui" / "data" / "catalogues").save("m", catalogue)
    mine = Profile(id="m", name="", endpoint="123-ABC-456.mktorest.com", user_id="client", transport=TransportKind.REST)
    call = SyncLead(marketo_id=7, attributes=(AttributeToSend("creditLimit", "12.50"),))
    assert b'"creditLimit": 12.50' in start().connections.preview(mine, call)


def test_a_call_is_copied_as_code_for_the_connection_in_use(start: Start, qtbot: QtBot) -> None:
    window = start().window
    window.page.show_draft(DRAFT)
    window.page.show_plan()
    window.doors.copies.copy(Language.CURL_BASH)
    qtbot.waitUntil(lambda: "syncLead" in QGuiApplication.clipboard().text(), timeout=10_000)
    assert QGuiApplication.clipboard().text().count("副总裁") == 1


def test_a_call_is_made_ready_for_a_ticket_without_what_is_private(start: Start, qtbot: QtBot) -> None:
    application = start()
    application.window.page.show_draft(DRAFT)
    sent(application, qtbot)
    application.window.menus.ticket_wanted.emit()
    ticket = application.window.doors.tickets.ticket
    assert ticket is not None
    qtbot.waitUntil(lambda: "SyncLead" in ticket.text.toPlainText(), timeout=10_000)
    assert "ana.ruiz@acme.example" not in ticket.text.toPlainText()
    ticket.close()


def test_what_nobody_expected_gets_a_report_and_a_support_file_can_be_made(start: Start, qtbot: QtBot) -> None:
    window = start().window
    window.crashed.emit(crash_from(ZeroDivisionError("division by zero")))
    qtbot.waitUntil(lambda: bool(crash_windows()), timeout=10_000)
    [report] = crash_windows()
    report.support_button.click()
    [support] = window.findChildren(SupportWindow)
    assert support.isVisible()
    qtbot.waitUntil(support.save_button.isEnabled, timeout=10_000)
    support.close()
    report.close()
