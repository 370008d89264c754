"""Connections are made, changed and deleted in files and keyrings that are real; mistakes cost nothing."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Severity
from mktgui.domain.ports import SecretStore
from mktgui.domain.profile import TransportKind
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.secret import Secret
from mktgui.storage.profile_files import TomlProfileFiles
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui import profile_editor
from mktgui.ui.profile_editor import ProfileEditor
from mktgui.ui.profile_keeper import ProfileKeeper
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.storage.keyring_daemon import KeyringDaemon
from tests.ui.alt_keys import alt_texts, shared_keys
from tests.ui.checks import let_workers_finish
from tests.ui.connections import CANARY, LIVE, SANDBOX, page_parts, profile_file, unlocked_keyring
from tests.ui.editing import Asking, Open, choose_file, editors, fill, names, save

# keyring leaves its connection to the bus open when it meets a locked keyring
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


@pytest.fixture
def secrets() -> SecretStore:
    """On a computer without a keyring."""
    return KeyringSecrets()


@pytest.fixture
def open_editor(home: Path, secrets: SecretStore, qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[Open]:
    with editors(home, secrets, qtbot, runner, theme) as open_editor:
        yield open_editor


@pytest.fixture
def daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringDaemon]:
    with unlocked_keyring(monkeypatch) as daemon:
        yield daemon


@pytest.mark.parametrize("transport", TransportKind)
def test_each_alt_key_leads_to_one_place(open_editor: Open, qtbot: QtBot, transport: TransportKind) -> None:
    editor = open_editor(replace(LIVE, transport=transport))
    for page in range(editor.pages.count()):
        editor.pages.setCurrentIndex(page)
        texts = alt_texts(editor)
        assert "&Save" in texts
        assert shared_keys(texts) == set(), page


def test_a_rest_connection_is_made_from_one_over_soap_which_stays(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    old = replace(LIVE, workspaces=("EMEA",), connect_seconds=7.5)
    editor = open_editor(old)
    editor.list.over_rest.trigger()
    basic = editor.pages.basic
    assert names(editor) == ["Live", "(new)"]
    assert basic.fields[ProfileField.NAME].text() == "Live (REST)"
    assert basic.fields[ProfileField.ENDPOINT].text() == "https://123-ABC-456.mktorest.com/rest"
    assert basic.fields[ProfileField.USER_ID].text() == ""
    qtbot.waitUntil(basic.fields[ProfileField.USER_ID].hasFocus)
    told = editor.note.text().splitlines()
    assert told[0] == "Made from Live, which stays as it is. Still to be filled in:"
    assert [line.partition(":")[0] for line in told[1:]] == [
        "• Client ID and client secret",
        "• Partitions in place of workspaces",
        "• Only if you use foreign IDs",
    ]
    basic.fields[ProfileField.USER_ID].setText("client")
    save(editor, qtbot)
    kept, new = profile_file(home).load().profiles
    assert kept == old
    assert (new.transport, new.environment, new.connect_seconds) == (TransportKind.REST, old.environment, 7.5)
    assert not editor.list.over_rest.isEnabled()  # it is one already


def test_where_the_address_does_not_tell_it_is_asked_for(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(replace(LIVE, endpoint="https://na-x.marketo.com/soap/mktows/2_0"))
    editor.list.rest_wanted.emit()
    endpoint = editor.pages.basic.fields[ProfileField.ENDPOINT]
    assert endpoint.text() == ""
    qtbot.waitUntil(endpoint.hasFocus)
    assert "REST endpoint: Admin > Integration > Web Services" in editor.note.text()


def test_without_a_connection_there_is_none_to_move(open_editor: Open) -> None:
    editor = open_editor()
    assert not editor.list.over_rest.isEnabled()


def test_what_was_said_of_a_save_does_not_outlast_the_next_edit(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    name = editor.pages.basic.fields[ProfileField.NAME]
    name.setText("Another")
    save(editor, qtbot)
    assert editor.note.text() == "Saved."
    name.setText("")
    assert editor.note.text() == ""
    editor.save.click()
    assert editor.note.text() == "Not saved yet: put right what is marked, and save again."
    name.setText("A third")
    assert editor.note.text() == ""


def test_a_slip_leaves_the_list_of_what_is_to_be_filled_in(open_editor: Open) -> None:
    editor = open_editor(LIVE)
    editor.list.rest_wanted.emit()
    told = editor.note.text()
    editor.save.click()
    assert editor.note.text() == told != ""


def test_with_no_connections_it_opens_on_a_new_one(open_editor: Open) -> None:
    editor = open_editor()
    assert names(editor) == ["(new)"]
    assert not editor.save.isEnabled()
    assert not editor.list.delete.isEnabled()


def test_a_new_connection_is_kept_in_the_file_without_its_key(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor()
    fill(editor, "Acme", "123-ABC-456", "acme1_55", CANARY)
    told = QSignalSpy(editor.saved)
    save(editor, qtbot)
    [kept] = profile_file(home).load().profiles
    assert (kept.name, kept.user_id, kept.transport) == ("Acme", "acme1_55", TransportKind.REST)
    assert kept.endpoint == "https://123-ABC-456.mktorest.com/rest"
    assert told.at(0) == [(kept,), kept.id]
    assert names(editor) == ["Acme"]
    assert editor.note.text() == "Saved."
    assert editor.pages.basic.secret.field.text() == ""
    assert not any(CANARY.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_the_key_goes_to_the_keyring(daemon: KeyringDaemon, open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX, LIVE, selected="l", keep=KeyringSecrets())
    assert editor.list.list.currentRow() == 1
    editor.pages.basic.secret.field.setText(CANARY)
    save(editor, qtbot)
    assert editor.pages.basic.secret.note.text() == "Kept in GNOME Keyring, never in a file."
    assert KeyringSecrets().get("l") == Secret(CANARY)


def test_a_locked_keyring_costs_only_the_key_and_that_can_be_kept_for_this_run(
    daemon: KeyringDaemon, open_editor: Open, home: Path, qtbot: QtBot
) -> None:
    secrets = KeyringSecrets()
    secrets.put("s", Secret("old"))
    daemon.lock()
    editor = open_editor(SANDBOX, selected="s", keep=secrets)
    editor.pages.basic.fields[ProfileField.NAME].setText("Renamed")
    editor.pages.basic.secret.field.setText(CANARY)
    save(editor, qtbot)
    assert editor.note.text() == "The connection is saved, its key is not."
    assert [one.name for one in profile_file(home).load().profiles] == ["Renamed"]
    assert editor.pages.basic.secret.typed == Secret(CANARY)
    editor.pages.basic.secret.this_run_button.click()
    qtbot.waitUntil(lambda: editor.note.text() == "Saved.", timeout=20_000)
    assert secrets.get("s") == Secret(CANARY)
    assert "until the program ends" in editor.pages.basic.secret.note.text()


def test_slips_are_told_and_nothing_is_saved(open_editor: Open, home: Path) -> None:
    editor = open_editor(SANDBOX)
    fill(editor, "", "http://far.example", "", "")
    editor.save.click()
    told = {field for field, note in editor.pages.basic.notes.items() if note.text()}
    assert told == {ProfileField.NAME, ProfileField.ENDPOINT, ProfileField.USER_ID}
    assert profile_file(home).load().profiles == (SANDBOX,)


def test_two_connections_cannot_have_one_name(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE, selected="l")
    editor.pages.basic.fields[ProfileField.NAME].setText("sandbox")
    editor.save.click()
    assert editor.pages.basic.notes[ProfileField.NAME].text() == "Another connection has this name."


def test_while_something_is_unsaved_the_list_waits_and_closing_is_held(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.pages.basic.fields[ProfileField.NAME].setText("Half typed")
    assert not editor.list.list.isEnabled()
    assert not editor.list.new.isEnabled()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "Not saved yet" in editor.note.text()
    editor.discard.click()
    assert editor.pages.profile == SANDBOX
    assert editor.list.list.isEnabled()
    editor.shut.click()
    assert not editor.isVisible()


def test_choosing_another_shows_it(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.list.list.setCurrentRow(1)
    assert editor.pages.profile == LIVE
    editor.list.new.click()
    assert names(editor) == ["Sandbox", "Live", "(new)"]
    editor.list.list.setCurrentRow(0)
    assert names(editor) == ["Sandbox", "Live"]
    assert editor.pages.profile == SANDBOX


def test_deleting_takes_the_key_along(open_editor: Open, secrets: SecretStore, home: Path, qtbot: QtBot) -> None:
    secrets.put("s", Secret(CANARY))
    editor = open_editor(SANDBOX, LIVE)
    told = QSignalSpy(editor.saved)
    editor.list.delete.click()
    assert profile_file(home).load().profiles == (SANDBOX, LIVE)
    editor.list.delete.click()
    qtbot.waitUntil(lambda: editor.note.text() == "Deleted, with its key.", timeout=20_000)
    assert profile_file(home).load().profiles == (LIVE,)
    assert secrets.get("s") is None
    assert told.at(0) == [(LIVE,), ""]


def test_a_locked_keyring_keeps_the_connection_from_being_deleted(
    daemon: KeyringDaemon, open_editor: Open, home: Path, qtbot: QtBot
) -> None:
    secrets = KeyringSecrets()
    secrets.put("s", Secret(CANARY))
    daemon.lock()
    editor = open_editor(SANDBOX, keep=secrets)
    editor.list.delete.click()
    editor.list.delete.click()
    qtbot.waitUntil(lambda: "Not deleted" in editor.note.text(), timeout=20_000)
    assert profile_file(home).load().profiles == (SANDBOX,)


def test_a_file_that_cannot_be_written_is_told_and_what_was_typed_stays(
    open_editor: Open, home: Path, qtbot: QtBot
) -> None:
    editor = open_editor(SANDBOX)
    folder = home / "config"
    (folder / "profiles.toml").unlink()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder was")  # even root cannot write below a file
    editor.pages.basic.fields[ProfileField.NAME].setText("Renamed")
    save(editor, qtbot)
    assert "Not saved: " in editor.note.text()
    assert "still there" in editor.note.text()
    assert editor.pages.profile == replace(SANDBOX, name="Renamed")
    assert editor.save.isEnabled()
    assert os.path.isfile(folder)  # noqa: PTH113 - what was there is untouched


def test_a_bug_while_saving_is_told_too(open_editor: Open, qtbot: QtBot) -> None:
    class Broken(KeyringSecrets):
        def remove(self, profile_id: str) -> None:  # noqa: ARG002 - it breaks for every one
            raise ZeroDivisionError

    editor = open_editor(SANDBOX, keep=Broken())
    editor.list.delete.click()
    editor.list.delete.click()
    qtbot.waitUntil(lambda: "something in this program" in editor.note.text(), timeout=20_000)


def test_a_copy_is_another_connection_without_a_key(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor(replace(LIVE, workspaces=("EMEA",)))
    editor.list.copy.trigger()
    assert names(editor) == ["Live", "(new)"]
    assert editor.pages.basic.fields[ProfileField.NAME].text() == "Live (copy)"
    save(editor, qtbot)
    first, second = profile_file(home).load().profiles
    assert second == replace(first, id=second.id, name="Live (copy)")
    assert second.id != first.id


def test_connections_can_be_put_into_another_order(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX, LIVE)
    assert not editor.list.up.isEnabled()
    editor.list.down.trigger()
    qtbot.waitUntil(lambda: names(editor) == ["Live", "Sandbox"], timeout=20_000)
    assert profile_file(home).load().profiles == (LIVE, SANDBOX)
    assert editor.pages.profile == SANDBOX
    assert not editor.list.down.isEnabled()


def test_a_discarded_new_one_is_gone(open_editor: Open) -> None:
    editor = open_editor(SANDBOX)
    editor.list.new.click()
    editor.pages.basic.fields[ProfileField.NAME].setText("x")
    editor.discard.click()
    assert names(editor) == ["Sandbox"]


def test_connections_go_to_a_file_without_keys_and_come_back(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.pages.basic.secret.field.setText(CANARY)
    save(editor, qtbot)
    path = home / "handed-on.toml"
    editor.list.hand_on.trigger()
    choose_file(editor, path.with_suffix(""))
    qtbot.waitUntil(lambda: "without keys" in editor.note.text(), timeout=20_000)
    assert CANARY not in path.read_text()
    told = QSignalSpy(editor.saved)
    editor.list.take_in.trigger()
    choose_file(editor, path)
    assert not editor.list.list.isEnabled()  # what is chosen now could be lost in what comes
    qtbot.waitUntil(lambda: "2 connection(s) added" in editor.note.text(), timeout=20_000)
    assert profile_file(home).load().profiles == editor.profiles
    assert len(editor.profiles) == 4
    assert told.at(0) == [editor.profiles, editor.profiles[2].id]
    assert editor.list.list.isEnabled()


def test_closing_waits_for_what_is_being_saved(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX, LIVE)
    told = QSignalSpy(editor.saved)
    editor.list.delete.click()
    editor.list.delete.click()
    editor.shut.click()
    assert editor.isVisible()
    assert editor.note.text() == "Saving…"
    qtbot.waitUntil(lambda: editor.note.text() == "Deleted, with its key.", timeout=20_000)
    assert told.count() == 1
    editor.shut.click()
    assert not editor.isVisible()


def test_a_window_that_is_taken_away_while_something_is_saved_is_not_missed(
    open_editor: Open, home: Path, runner: Runner, theme: Theme, secrets: SecretStore, qtbot: QtBot
) -> None:
    keeper = ProfileKeeper(profile_file(home), secrets, TomlProfileFiles())
    editor = ProfileEditor((SANDBOX,), "s", keeper, page_parts(secrets, runner, theme))
    editor.pages.basic.fields[ProfileField.NAME].setText("Renamed")
    editor.save.click()
    with qtbot.waitSignal(editor.destroyed):
        editor.deleteLater()  # as when the language is changed
    let_workers_finish(runner, qtbot)
    assert [one.name for one in profile_file(home).load().profiles] == ["Renamed"]


def test_a_file_that_holds_nothing_good_adds_nothing(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    path = home / "broken.toml"
    path.write_text("[[profiles")
    editor.take_in(str(path))
    qtbot.waitUntil(lambda: "Not everything could be read" in editor.note.text(), timeout=20_000)
    assert profile_file(home).load().profiles == (SANDBOX,)


def test_a_bad_proxy_keeps_it_from_being_saved_and_its_page_is_shown(open_editor: Open, home: Path) -> None:
    editor = open_editor(SANDBOX)
    network = editor.pages.network
    network.proxy.setCurrentIndex(network.proxy.findData("manual"))
    editor.save.click()
    assert editor.pages.currentWidget() is network
    assert "name of the proxy" in network.proxy_note.text()
    assert profile_file(home).load().profiles == (SANDBOX,)


def test_the_password_of_a_proxy_is_a_secret_of_its_own(
    open_editor: Open, secrets: SecretStore, home: Path, qtbot: QtBot
) -> None:
    editor = open_editor(SANDBOX)
    network = editor.pages.network
    network.proxy.setCurrentIndex(network.proxy.findData("manual"))
    network.host.setText("proxy.corp.example")
    network.user_name.setText("ana")
    network.password.field.setText(CANARY)
    save(editor, qtbot)
    assert secrets.get("s:proxy") == Secret(CANARY)
    assert secrets.get("s") is None
    assert not any(CANARY.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_while_a_keyring_asks_the_key_can_be_kept_for_this_run_instead(
    open_editor: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile_editor, "SLOW", 20)
    keyring = Asking()
    editor = open_editor(SANDBOX, keep=keyring)
    secret = editor.pages.basic.secret
    secret.field.setText(CANARY)
    editor.save.click()
    qtbot.waitUntil(lambda: "asking you in a window of its own" in editor.note.text())
    assert secret.typed == Secret(CANARY)
    secret.this_run_button.click()
    qtbot.waitUntil(lambda: editor.note.text() == "Saved.")
    assert keyring.get("s") == Secret(CANARY)
    keyring.answered.set()  # what the keyring says now interests nobody any more
    assert editor.note.text() == "Saved."


# What others do meanwhile


def said(editor: ProfileEditor, field: ProfileField) -> str:
    return editor.pages.basic.fields[field].text()


def test_what_others_add_rename_and_delete_is_in_the_list_and_the_open_one_stays_open(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE, selected="l")
    editor.note.say("as it was", Severity.NOTE)
    editor.take_up((replace(SANDBOX, name="Theirs"), replace(SANDBOX, id="n", name="New"), LIVE))
    assert names(editor) == ["Theirs", "New", "Live"]
    assert editor.list.list.currentRow() == 2
    editor.take_up((LIVE,))
    assert names(editor) == ["Live"]
    assert said(editor, ProfileField.NAME) == "Live"
    assert editor.note.text() == "as it was"
    assert not editor.list.up.isEnabled()


def test_an_open_one_that_others_change_is_shown_as_it_is_now(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.take_up((LIVE, replace(SANDBOX, name="Theirs", user_id="acme1_99")))
    assert (said(editor, ProfileField.NAME), said(editor, ProfileField.USER_ID)) == ("Theirs", "acme1_99")
    assert editor.list.list.currentRow() == 1
    assert editor.note.text() == "Sandbox was changed outside this window."
    assert not editor.save.isEnabled()


def test_an_open_one_that_others_delete_gives_way_to_the_first(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.take_up((LIVE,))
    assert names(editor) == ["Live"]
    assert said(editor, ProfileField.NAME) == "Live"
    assert editor.note.text() == "Sandbox was deleted outside this window."


def test_what_was_typed_into_one_that_others_change_can_be_discarded_for_theirs(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    name = editor.pages.basic.fields[ProfileField.NAME]
    for take_back in (editor.discard.click, lambda: name.setText("Sandbox")):
        editor.take_up((SANDBOX, LIVE))
        name.setText("Mine")
        editor.take_up((replace(SANDBOX, user_id="acme1_99"), LIVE))
        assert name.text() == "Mine"
        assert editor.note.text() == (
            "Sandbox was changed outside this window. What you typed is still here: save it over that, or discard it "
            "to see what there is now."
        )
        take_back()
        assert (name.text(), said(editor, ProfileField.USER_ID)) == ("Sandbox", "acme1_99")
        assert not editor.save.isEnabled()
        editor.take_up((SANDBOX, LIVE))


def test_what_was_typed_into_one_that_others_delete_can_be_saved_again(
    open_editor: Open, home: Path, qtbot: QtBot
) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.pages.basic.fields[ProfileField.USER_ID].setText("acme1_99")
    profile_file(home).save((LIVE,), "l")
    editor.take_up((LIVE,))
    assert names(editor) == ["Live", "Sandbox"]
    assert editor.note.text() == (
        "Sandbox was deleted outside this window. What you typed is still here: save it to have it again, or discard "
        "it."
    )
    save(editor, qtbot)
    assert profile_file(home).load().profiles == (LIVE, replace(SANDBOX, user_id="acme1_99"))
    assert names(editor) == ["Live", "Sandbox"]


def test_what_was_typed_into_one_that_others_delete_can_be_discarded(open_editor: Open) -> None:
    editor = open_editor(SANDBOX, LIVE)
    editor.pages.basic.fields[ProfileField.USER_ID].setText("acme1_99")
    editor.take_up((LIVE,))
    editor.discard.click()
    assert names(editor) == ["Live"]
    assert said(editor, ProfileField.NAME) == "Live"


def test_a_new_one_that_is_being_typed_stays(open_editor: Open, home: Path, qtbot: QtBot) -> None:
    editor = open_editor(SANDBOX)
    editor.begin_new()
    editor.take_up((SANDBOX, LIVE))
    assert names(editor) == ["Sandbox", "Live", "(new)"]
    fill(editor, "Third", "123-ABC-456", "acme1_77")
    profile_file(home).save((SANDBOX,), "s")
    editor.take_up((SANDBOX,))
    assert said(editor, ProfileField.NAME) == "Third"
    save(editor, qtbot)
    assert [one.name for one in profile_file(home).load().profiles] == ["Sandbox", "Third"]


def test_what_others_did_since_it_was_opened_outlives_each_way_to_save(
    open_editor: Open, home: Path, qtbot: QtBot
) -> None:
    editor = open_editor(SANDBOX, LIVE)
    store = profile_file(home)
    theirs = replace(LIVE, id="n", name="New")
    store.save((SANDBOX, LIVE, theirs), "n")  # the editor has not heard of it yet
    editor.pages.basic.fields[ProfileField.USER_ID].setText("acme1_99")
    save(editor, qtbot)
    mine = replace(SANDBOX, user_id="acme1_99")
    assert store.load().profiles == (mine, LIVE, theirs)
    editor.list.down.trigger()
    qtbot.waitUntil(lambda: names(editor) == ["Live", "Sandbox"])
    assert theirs in store.load().profiles
    for _ in range(2):
        editor.list.delete.click()
    qtbot.waitUntil(lambda: names(editor) == ["Live"])
    assert store.load().profiles == (LIVE, theirs)
