"""The connections under the roof: which is used, where its key lies, and what the editor makes of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.secret import Secret
from mktgui.profiles import ProfileOffice
from mktgui.storage.profiles import TomlProfiles
from mktgui.ui.profile_editor import ProfileEditor
from mktgui.workers.profile_watch import ProfileWatch
from tests.applications import applications
from tests.storage.other_copy import change_profiles, line_of, other_copy, tell
from tests.ui.connections import LIVE, SANDBOX
from tests.ui.editing import fill, names

Open = Callable[..., Application]


@pytest.fixture
def store(home: Path) -> TomlProfiles:
    return TomlProfiles(home / "mktgui" / "config" / "profiles.toml")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes half a file and waits before it writes the rest."""
    monkeypatch.setattr("mktgui.profiles.ProfileWatch", partial(ProfileWatch, pause=50, patience=200))


@pytest.fixture
def open_with(qapp: QApplication, qtbot: QtBot, home: Path, store: TomlProfiles) -> Iterator[Open]:
    """The program with these connections, the last one used last."""
    with applications(qapp, qtbot, home) as start:

        def open_it(*profiles: Profile, practice: bool = False) -> Application:
            if profiles:
                store.save(profiles, profiles[-1].id)
            application = start(practice=practice)
            assert isinstance(application.profiles, ProfileOffice)
            qtbot.waitUntil(lambda: application.profiles.loaded.profiles == profiles)
            return application

        yield open_it


def editor_of(application: Application) -> ProfileEditor:
    application.window.edit_profiles()
    [editor] = application.window.findChildren(ProfileEditor)
    return editor


def test_the_one_used_last_is_used_again_and_where_its_key_lies_is_said(open_with: Open, qtbot: QtBot) -> None:
    bar = open_with(LIVE, SANDBOX).window.bar
    assert bar.profile == SANDBOX
    qtbot.waitUntil(lambda: bar.place.text() == "No keyring: key kept for this run only", timeout=20_000)
    bar.switch_practice()


def test_the_practice_argument_wins_over_what_was_used_last(open_with: Open) -> None:
    bar = open_with(SANDBOX, practice=True).window.bar
    assert bar.profiles == (SANDBOX,)
    assert bar.profile is PRACTICE


def test_what_was_used_last_is_remembered(open_with: Open, store: TomlProfiles, qtbot: QtBot) -> None:
    application = open_with(SANDBOX)
    application.window.bar.combo.setCurrentIndex(0)
    assert application.window.bar.profile is PRACTICE
    qtbot.waitUntil(lambda: store.load().last_used == PRACTICE.id)


def test_with_no_connection_of_ones_own_nothing_is_written(open_with: Open, home: Path) -> None:
    application = open_with()
    application.profiles.use(PRACTICE)
    assert application.runner.close()
    assert list(home.rglob("profiles.toml")) == []


def test_a_place_that_is_known_too_late_is_not_shown_for_another_connection(open_with: Open, qtbot: QtBot) -> None:
    application = open_with(LIVE, SANDBOX)
    bar = application.window.bar
    application.profiles.use(LIVE)  # but the window has gone on to another one
    application.profiles.use(replace(SANDBOX))
    assert application.runner.close()
    assert bar.place.text() == ""


def test_the_editor_opens_once_and_what_it_saves_is_used_next(
    open_with: Open, store: TomlProfiles, qtbot: QtBot
) -> None:
    application = open_with(SANDBOX)
    editor = editor_of(application)
    assert editor_of(application) is editor
    editor.pages.basic.fields[ProfileField.NAME].setText("Renamed")
    with qtbot.waitSignal(editor.saved, timeout=20_000):
        editor.save.click()
    assert application.window.bar.profile == replace(SANDBOX, name="Renamed")
    assert store.load().profiles == (replace(SANDBOX, name="Renamed"),)
    editor.close()
    qtbot.waitUntil(lambda: application.window.findChildren(ProfileEditor) == [])
    editor_of(application).close()  # another one


def test_what_is_known_of_a_connection_goes_with_it(open_with: Open, qtbot: QtBot) -> None:
    application = open_with(LIVE, SANDBOX)
    recents = application.window.page.intake._desks.recents  # noqa: SLF001 - nobody shows those of another connection
    recents.add(LIVE.id, Recent(key=KeyKind.EMAIL, text="ana@acme.example", deed=Deed.LOADED, at=datetime.now(UTC)))
    editor = editor_of(application)
    editor.saved.emit((SANDBOX,), "")
    assert application.window.bar.profiles == (SANDBOX,)
    assert application.window.bar.profile == SANDBOX
    assert recents.recents(LIVE.id) == ()
    editor.close()


def test_a_secret_that_was_copied_is_gone_with_the_program(open_with: Open) -> None:
    application = open_with()
    application.profiles.confidential.put(Secret("s3cret"))
    application.close()
    assert QGuiApplication.clipboard().text() == ""


# Another copy of the program


def offered(application: Application) -> list[str]:
    combo = application.window.bar.combo
    return [combo.itemText(row) for row in range(combo.count())]


def type_draft(application: Application) -> Draft:
    """Something that would be sent."""
    draft = Draft(email="ana@acme.example", rows=(Row("Title", edit_from_text("CTO")),))
    application.window.page.show_draft(draft)
    return application.window.page.draft


def test_what_another_copy_does_is_on_the_screen_and_takes_nothing_from_the_person(
    open_with: Open, home: Path, qtbot: QtBot
) -> None:
    application = open_with(LIVE, SANDBOX)
    window = application.window
    draft = type_draft(application)
    with other_copy(change_profiles, home / "mktgui" / "config" / "profiles.toml", SANDBOX.id) as copy:
        assert line_of(copy) == "ready"
        tell(copy)
        qtbot.waitUntil(lambda: offered(application) == ["Practice", "Live", "Sandbox", "Added"])
        assert window.bar.profile == SANDBOX
        assert not window.notice.isVisible()  # there is nothing to say
        tell(copy)
        qtbot.waitUntil(lambda: window.bar.profile.user_id == "somebody")
        assert window.notice.text.text() == (
            "The connection Sandbox was changed outside this window: where it leads, or as whom. From now on it is "
            "used as it is now. What was read of the lead is forgotten; your drafts stay."
        )
        assert window.page.errand.profile.user_id == "somebody"
        tell(copy)
        qtbot.waitUntil(lambda: window.bar.is_gone)
    assert offered(application) == ["Practice", "Live", "Added", "Sandbox (deleted)"]
    assert window.notice.text.text() == (
        "The connection Sandbox was deleted outside this window. Your drafts stay, and nothing can be sent until you "
        "choose another connection above."
    )
    locked = "This connection was deleted: choose another one above before you send."
    qtbot.waitUntil(lambda: locked in said_by(window.page.panel))
    assert not window.page.panel.send.isEnabled()
    assert window.page.draft == draft
    window.page.send()
    assert not window.page.errand.busy
    window.bar.combo.setCurrentIndex(0)
    assert window.bar.profile is PRACTICE
    qtbot.waitUntil(window.page.panel.send.isEnabled)
    assert locked not in said_by(window.page.panel)
    assert window.page.draft == draft
    assert offered(application) == ["Practice", "Live", "Added"]


def said_by(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_two_windows_see_each_others_connections_and_keep_their_own_choice(
    open_with: Open, store: TomlProfiles, qtbot: QtBot
) -> None:
    one, other = open_with(LIVE, SANDBOX), open_with()
    qtbot.waitUntil(lambda: offered(other) == offered(one))
    other.window.bar.combo.setCurrentIndex(1)
    editor = editor_of(one)
    editor.begin_new()
    fill(editor, "Third", "123-ABC-456", "acme1_77")
    with qtbot.waitSignal(editor.saved, timeout=20_000):
        editor.save.click()
    qtbot.waitUntil(lambda: offered(other) == ["Practice", "Live", "Sandbox", "Third"])
    assert (one.window.bar.profile.name, other.window.bar.profile.name) == ("Third", "Live")
    assert len(store.load().profiles) == 3
    editor.close()


def test_an_open_editor_takes_it_up_without_losing_what_is_typed(
    open_with: Open, store: TomlProfiles, qtbot: QtBot
) -> None:
    application = open_with(LIVE, SANDBOX)
    editor = editor_of(application)
    fields = editor.pages.basic.fields
    fields[ProfileField.USER_ID].setText("typed-here")
    added, both = replace(LIVE, id="n", name="New"), (LIVE, SANDBOX)
    store.save((LIVE, replace(SANDBOX, name="Theirs"), added), "n", since=both)
    qtbot.waitUntil(lambda: names(editor) == ["Live", "Theirs", "New"])
    assert fields[ProfileField.USER_ID].text() == "typed-here"
    assert editor.note.text() == (
        "Sandbox was changed outside this window. What you typed is still here: save it over that, or discard it to "
        "see what there is now."
    )
    with qtbot.waitSignal(editor.saved, timeout=20_000):
        editor.save.click()
    assert store.load().profiles == (LIVE, replace(SANDBOX, user_id="typed-here"), added)
    editor.close()


def test_while_a_connection_is_being_chosen_or_saved_the_list_stays_as_it_is(
    open_with: Open, store: TomlProfiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = open_with(SANDBOX)
    bar, looks = application.window.bar, QSignalSpy(application.profiles._watch.found)  # noqa: SLF001 - nothing else tells
    bar.combo.showPopup()
    qtbot.waitUntil(lambda: bar.is_choosing)
    store.save((LIVE, SANDBOX), "l", since=(SANDBOX,))
    before = looks.count()
    qtbot.waitUntil(lambda: looks.count() > before + 1)
    assert offered(application) == ["Practice", "Sandbox"]
    bar.combo.hidePopup()
    qtbot.waitUntil(lambda: offered(application) == ["Practice", "Live", "Sandbox"])
    editor = editor_of(application)
    monkeypatch.setattr(ProfileEditor, "is_saving", True)
    store.save((SANDBOX,), "l", since=(LIVE, SANDBOX))
    before = looks.count()
    qtbot.waitUntil(lambda: looks.count() > before + 1, timeout=20_000)
    assert names(editor) == ["Live", "Sandbox"]
    monkeypatch.undo()
    qtbot.waitUntil(lambda: names(editor) == ["Sandbox"])
    editor.close()


def test_a_file_that_stays_broken_is_told_and_what_is_shown_stays(open_with: Open, home: Path, qtbot: QtBot) -> None:
    application = open_with(SANDBOX)
    file = home / "mktgui" / "config" / "profiles.toml"
    file.write_text("[[profiles")
    said = "The connections could not all be read (TOMLDecodeError"
    qtbot.waitUntil(lambda: application.window.notice.text.text().startswith(said), timeout=20_000)
    assert str(file.with_name("profiles.broken-1.toml")) in application.window.notice.text.text()
    assert application.window.bar.profile == SANDBOX


def test_whoever_comes_back_to_the_window_sees_what_no_file_system_told(
    open_with: Open, store: TomlProfiles, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TomlProfiles, "watched", lambda _store: ())  # a folder of the network
    application = open_with(SANDBOX)
    found = application.profiles._watch.found  # noqa: SLF001 - nothing else tells of the first look
    with qtbot.waitSignal(found):
        application.profiles.look_again()
    store.save((LIVE, SANDBOX), "l", since=(SANDBOX,))
    for state in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive):
        qapp.applicationStateChanged.emit(state)  # as the system tells it
    qtbot.waitUntil(lambda: offered(application) == ["Practice", "Live", "Sandbox"])
