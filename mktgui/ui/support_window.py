"""The support file before it is saved: everything that would be in it can be read first."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mktgui.domain.support import SupportFile
from mktgui.ui.theme import fixed_font
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import Crash

_SIZE = (760, 480)
_WIDTHS = [200, 560]

Collect = Callable[[], Sequence[SupportFile]]
"""Gathers what would be saved. For a worker thread."""
Save = Callable[[Sequence[SupportFile], Path], None]
"""Writes it there. Raises OSError. For a worker thread."""


class SupportWindow(QDialog):
    """Saves exactly what it shows."""

    def __init__(self, collect: Collect, save: Save, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collect, self._save, self._runner = collect, save, runner
        self._files: tuple[SupportFile, ...] = ()
        self._job: Job | None = None
        self.chooser: QFileDialog | None = None
        self.names = QListWidget()
        self.text = QPlainTextEdit()
        self.state = QLabel()
        self._buttons = QDialogButtonBox()
        self.save_button = self._buttons.addButton(self.tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._buttons.addButton(self.tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.names.currentRowChanged.connect(self._show_file)
        self.save_button.clicked.connect(self._choose)
        self._buttons.rejected.connect(self.reject)

    def open_anew(self) -> None:
        """Gather what there is now, and show it."""
        self._files = ()
        self.names.clear()
        self.save_button.setEnabled(False)
        self.state.setText(self.tr("Collecting…"))
        job = self._job = self._runner.run(self._collect)
        job.finished.connect(partial(self._take, job))
        job.failed.connect(partial(self._say_collect_failed, job))
        self.show()

    def _take(self, job: Job, files: Sequence[SupportFile]) -> None:
        if not self._is_awaited(job):
            return
        self._files = tuple(files)
        self.names.addItems([one.name for one in self._files])
        self.names.setCurrentRow(0)
        self.save_button.setEnabled(True)
        self.state.setText(
            self.tr(
                "This is all that will be in the file: no key, no user ID, no address of yours, no value of a lead."
            )
        )

    def _say_collect_failed(self, job: Job, _crash: Crash) -> None:
        if self._is_awaited(job):
            self.state.setText(self.tr("The support file could not be put together."))

    def _is_awaited(self, job: Job) -> bool:
        """Whether it is the last one that was started, and the window is still there to hear of it."""
        return job is self._job and isValid(self)

    def _show_file(self, row: int) -> None:
        self.text.setPlainText(self._files[row].text if 0 <= row < len(self._files) else "")

    def _choose(self) -> None:
        chooser = self.chooser = QFileDialog(self, self.tr("Save support file"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(self.tr("Zip files (*.zip)"))
        chooser.setDefaultSuffix("zip")
        chooser.selectFile("mktgui-support.zip")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._write)
        chooser.open()

    def _write(self, chosen: str) -> None:
        path = Path(chosen)
        self.save_button.setEnabled(False)
        self.state.setText(self.tr("Saving…"))
        job = self._job = self._runner.run(partial(self._save, self._files, path), OSError)
        job.finished.connect(partial(self._say_saved, job, path.name))
        job.failed.connect(partial(self._say_not_saved, job))

    def _say_saved(self, job: Job, name: str, _result: None) -> None:
        if self._is_awaited(job):
            self.save_button.setEnabled(True)
            self.state.setText(self.tr("Saved as {name}.").format(name=name))

    def _say_not_saved(self, job: Job, error: OSError | Crash) -> None:
        if not self._is_awaited(job):
            return
        self.save_button.setEnabled(True)
        reason = error.type_name if isinstance(error, Crash) else error.strerror or type(error).__name__
        self.state.setText(self.tr("It could not be saved there ({reason}).").format(reason=reason))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Support file – mktgui"))
        self.names.setAccessibleName(self.tr("What is in the support file"))
        self.text.setAccessibleName(self.tr("The chosen part of the support file"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fixed_font())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.save_button.setEnabled(False)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.names)
        both.addWidget(self.text)
        both.setSizes(_WIDTHS)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(both, 1)
        layout.addWidget(self._buttons)
        self.resize(*_SIZE)
