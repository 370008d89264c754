"""Takes a draft out of the program into a file, and out of a file onto the desk: a second pair of eyes may see it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mktgui.domain.keeping import KeepError
from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.domain.desk import CarriedDraft, DraftFiles
    from mktgui.domain.draft import Draft

SUFFIX = "mktgui-draft.json"


class DraftCarrier(QObject):
    """Made when the person first wants it. What it has to say is a sentence for the window."""

    brought = Signal(object)
    """A `Draft` that came from a file."""
    said = Signal(str)
    troubled = Signal(object)
    """A `KeepProblem`."""

    def __init__(self, window: QWidget, runner: Runner, files: "Callable[[], DraftFiles]") -> None:
        super().__init__(window)
        self._window, self._runner, self._files = window, runner, files

    def ask_where_to(self, draft: "Draft", connection: str) -> QFileDialog:
        """Let the person say where the draft goes. `connection` is only told in the file, and never connected to."""
        dialog = QFileDialog(self._window, self.tr("Save the draft as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        return self._open(dialog, lambda path: self.write(Path(path), draft, connection))

    def ask_which(self) -> QFileDialog:
        """Let the person say which file is to be opened."""
        dialog = QFileDialog(self._window, self.tr("Open a draft from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._open(dialog, lambda path: self.read(Path(path)))

    def write(self, path: Path, draft: "Draft", connection: str) -> None:
        """Write it, and say what is in the file."""
        files = self._files
        job = self._runner.run(lambda: files().write(path, draft, connection, ""), KeepError)
        job.finished.connect(partial(self._say_written, path))
        job.failed.connect(self._fail)

    def read(self, path: Path) -> None:
        """Read it and bring it onto the desk, or say what is the matter with it."""
        files = self._files
        self._runner.run(lambda: files().read(path)).finished.connect(partial(self._take, path))

    def _open(self, dialog: QFileDialog, act: Callable[[str], None]) -> QFileDialog:
        dialog.setNameFilter(self.tr("Drafts (*.{suffix})").format(suffix=SUFFIX))
        dialog.fileSelected.connect(act)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _say_written(self, path: Path, _nothing: object) -> None:
        words = self.tr(
            "The draft was saved as {path}. The values you typed are in it; connection, user and key are not."
        )
        self.said.emit(words.format(path=path))

    def _take(self, path: Path, carried: "CarriedDraft") -> None:
        if carried.problem is not None:
            self.troubled.emit(carried.problem)
        if carried.draft is None:
            return
        self.brought.emit(carried.draft)
        if carried.connection:
            words = self.tr("Opened {path}. It was made for the connection {name}; nothing has been sent.")
            self.said.emit(words.format(path=path, name=carried.connection))
        else:
            self.said.emit(self.tr("Opened {path}. Nothing has been sent.").format(path=path))

    def _fail(self, error: object) -> None:
        if isinstance(error, KeepError):
            self.troubled.emit(error.problem)
