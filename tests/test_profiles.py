"""The connections under the roof: which is used, where its key lies, and what the editor makes of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.secret import Secret
from mktgui.profiles import ProfileOffice
from mktgui.storage.profiles import TomlProfiles
from mktgui.ui.profile_editor import ProfileEditor
from tests.applications import applications
from tests.ui.connections import LIVE, SANDBOX

Open = Callable[..., Application]


@pytest.fixture
def store(home: Path) -> TomlProfiles:
    return TomlProfiles(home / "mktgui" / "config" / "profiles.toml")


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
