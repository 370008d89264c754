"""Takes a message out of the program: copied or saved, masked unless revealed, and says which."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QFileDialog, QWidget

from mktgui.domain.ports import ReadMessage, TextForm, TextKind
from mktgui.ui.exact_copy import copy_of
from mktgui.workers.runner import Runner

_TYPES = {TextKind.XML: "application/xml", TextKind.JSON: "application/json"}


@dataclass(frozen=True, slots=True)
class _Copy:
    """What goes to the clipboard. `exact` is None for a form that is not what went over the wire."""

    text: str
    exact: bytes | None
    hidden: bool
    kind: TextKind


class MessageTaker(QObject):
    """Works on threads, from the bytes: what the screen shows of them is not asked."""

    said = Signal(str)
    """What became of it, in a sentence."""

    def __init__(
        self, read: ReadMessage, mask: Callable[[bytes], bytes], runner: Runner, clipboard: QClipboard, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._read, self._mask, self._runner, self._clipboard = read, mask, runner, clipboard
        self._parent = parent

    def copy(self, body: bytes, form: TextForm, *, masked: bool) -> None:
        """Copy it whole: as text in this form, and raw also as the bytes that they are."""
        job = self._runner.run(partial(self._copied, body, form, masked=masked))
        job.finished.connect(partial(self._put, masked=masked))

    def copy_text(self, text: str) -> None:
        """Copy what was chosen, as it is shown."""
        self._clipboard.setMimeData(copy_of(text))
        self.said.emit(self.tr("Copied as it is shown."))

    def ask_where(self, save: Callable[[str], None], kind: TextKind = TextKind.XML) -> None:
        """Ask for a file, and have it saved there."""
        dialog = QFileDialog(self._parent, self.tr("Save the message"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.value)
        dialog.fileSelected.connect(save)
        dialog.open()

    def save(self, path: str, body: bytes, *, masked: bool) -> None:
        """Write the exact bytes, but for what is masked."""
        job = self._runner.run(partial(self._written, Path(path), body, masked=masked), OSError)
        job.finished.connect(partial(self._tell_saved, path, masked=masked))
        job.failed.connect(lambda error: self.said.emit(self.tr("Not saved: {error}").format(error=error)))

    def _copied(self, body: bytes, form: TextForm, *, masked: bool) -> _Copy:
        read = self._read(body, form, masked=masked)
        exact = self._mask(body) if masked else body
        return _Copy(read.text, None if read.formatted else exact, hidden=exact != body, kind=read.kind)

    def _written(self, path: Path, body: bytes, *, masked: bool) -> bool:
        exact = self._mask(body) if masked else body
        _write(path, exact)
        return exact != body

    def _put(self, copied: _Copy, *, masked: bool) -> None:
        data = copy_of(copied.text)
        if copied.exact is not None:
            data.setData(_TYPES[copied.kind], copied.exact)
        self._clipboard.setMimeData(data)
        if not masked:
            self.said.emit(self.tr("Copied, with signature and user ID."))
        elif copied.hidden:
            self.said.emit(self.tr("Copied; signature and user ID are masked."))
        else:
            self.said.emit(self.tr("Copied."))

    def _tell_saved(self, path: str, hidden: bool, *, masked: bool) -> None:  # noqa: FBT001 - a job's result
        if not masked:
            self.said.emit(self.tr("Saved as {path}, with signature and user ID.").format(path=path))
        elif hidden:
            self.said.emit(self.tr("Saved as {path}; signature and user ID are masked.").format(path=path))
        else:
            self.said.emit(self.tr("Saved as {path}, byte for byte.").format(path=path))


def _write(path: Path, content: bytes) -> None:
    """Whole, or not at all: what is there stays where the disk is full. Raises OSError.

    What is no plain file, a link or a device for instance, is written to as it is.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        path.write_bytes(content)
        return
    beside = path.with_name(f".{path.name[:200]}.part")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
