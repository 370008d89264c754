"""Opens the editor of connections on real files, and does in it what a person does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import SecretPlace, SecretStore
from mktgui.domain.profile import Profile
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.secret import Secret
from mktgui.storage.profile_files import TomlProfileFiles
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.profile_editor import ProfileEditor
from mktgui.ui.profile_keeper import ProfileKeeper
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import page_parts, profile_file

Open = Callable[..., ProfileEditor]


class Asking(KeyringSecrets):
    """A keyring that asks before it keeps something."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Event()

    def put(self, profile_id: str, secret: Secret) -> SecretPlace:
        assert self.answered.wait(20)
        return super().put(profile_id, secret)


@contextmanager
def editors(home: Path, secrets: SecretStore, qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[Open]:
    """Gives what opens them, and closes those that were opened."""
    opened: list[ProfileEditor] = []

    def make(*profiles: Profile, selected: str = "", keep: SecretStore = secrets) -> ProfileEditor:
        store = profile_file(home)
        store.save(profiles, selected)
        keeper = ProfileKeeper(store, keep, TomlProfileFiles())
        editor = ProfileEditor(profiles, selected, keeper, page_parts(keep, runner, theme))
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(editor)
        editor.show()
        opened.append(editor)
        qtbot.waitUntil(lambda: "Looking" not in editor.pages.basic.secret.note.text(), timeout=20_000)
        return editor

    yield make
    for editor in opened:
        editor.discard.click()
        editor.close()


def fill(editor: ProfileEditor, name: str, endpoint: str, user_id: str, key: str = "") -> None:
    for field, text in (("name", name), ("endpoint", endpoint), ("user_id", user_id)):
        editor.pages.basic.fields[ProfileField(field)].setText(text)
    editor.pages.basic.secret.field.setText(key)


def save(editor: ProfileEditor, qtbot: QtBot) -> None:
    editor.save.click()
    qtbot.waitUntil(lambda: editor.note.text() not in {"", "Saving…"}, timeout=20_000)


def names(editor: ProfileEditor) -> list[str]:
    return [editor.list.list.item(row).text() for row in range(editor.list.list.count())]


def choose_file(editor: ProfileEditor, path: Path) -> None:
    [dialog] = [one for one in editor.findChildren(QFileDialog) if one.isVisible()]
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()
