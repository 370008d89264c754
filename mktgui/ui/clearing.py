"""Takes a long text apart little by little: to drop 250,000 lines at once would hold the window up."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

LINES_AT_ONCE = 2_000


class Clearing(QObject):
    """Gets documents that nothing shows any more."""

    done = Signal()
    """All of it is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._documents: list[QTextDocument] = []
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._clear_slice)

    def take(self, document: QTextDocument) -> None:
        """Begin with it when what came before is gone."""
        document.setParent(self)
        self._documents.append(document)
        self._slices.start(0)

    def _clear_slice(self) -> None:
        if not self._documents:  # a turn after the last one: now it is really gone
            self._slices.stop()
            self.done.emit()
            return
        document = self._documents[0]
        cursor = QTextCursor(document)
        begin = document.findBlockByNumber(max(0, document.blockCount() - LINES_AT_ONCE))
        cursor.setPosition(begin.position())
        cursor.setPosition(document.characterCount() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if begin.blockNumber() == 0:
            self._documents.pop(0).deleteLater()
