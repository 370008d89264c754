"""Copies a secret so that clipboard histories leave it alone, and takes it away again after a while."""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

from mktgui.domain.secret import Secret

SECONDS = 30
_SECOND = 1000  # milliseconds

_NO = bytes(4)  # a Windows DWORD of zero


def marks_for(platform: str) -> dict[str, bytes]:
    """What tells clipboard managers of a platform, as `sys.platform` names it, to keep no copy."""
    if platform == "win32":
        return {
            "ExcludeClipboardContentFromMonitorProcessing": b"1",
            "CanIncludeInClipboardHistory": _NO,
            "CanUploadToCloudClipboard": _NO,
        }
    if platform == "darwin":
        return {"org.nspasteboard.ConcealedType": b""}
    return {"x-kde-passwordManagerHint": b"secret"}


class ConfidentialClipboard(QObject):
    """One for the whole program, so that the countdown outlives the window in which something was copied."""

    counted = Signal(int)
    """Seconds until the secret is taken away: at once after `put`, and then every second."""
    ended = Signal()
    """The secret is no longer on the clipboard, or at least no longer by our doing."""

    def __init__(
        self,
        clipboard: QClipboard,
        seconds: int = SECONDS,
        second: int = _SECOND,
        platform: str = sys.platform,
    ) -> None:
        super().__init__()
        self._clipboard, self._seconds, self._marks = clipboard, seconds, marks_for(platform)
        self._secret: Secret | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(second)
        self._timer.timeout.connect(self._count)
        clipboard.dataChanged.connect(self._look)

    @property
    def seconds_left(self) -> int:
        """0 while nothing of ours is there."""
        return self._left if self._secret is not None else 0

    def put(self, secret: Secret) -> None:
        """Copy it, marked as confidential. A second time the countdown starts over."""
        data = QMimeData()
        data.setText(secret.reveal())
        for name, value in self._marks.items():
            data.setData(name, value)
        self._secret = None  # so that our own change of the clipboard is not taken for somebody else's
        self._clipboard.setMimeData(data)
        self._secret, self._left = secret, self._seconds
        self._timer.start()
        self.counted.emit(self._left)

    def clear(self) -> None:
        """Take the secret away now, if it is still there: also before the program ends."""
        if self._secret is None:
            return
        if self._is_ours():
            self._end()
            self._clipboard.clear()
        else:
            self._end()
        self.ended.emit()

    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.counted.emit(self._left)
        else:
            self.clear()

    def _look(self) -> None:
        """Somebody has changed the clipboard."""
        if self._secret is not None and not self._is_ours():
            self._end()
            self.ended.emit()

    def _is_ours(self) -> bool:
        """By what is there: a clipboard manager may have become its owner without having changed it."""
        return self._secret is not None and self._clipboard.text() == self._secret.reveal()

    def _end(self) -> None:
        self._timer.stop()
        self._secret, self._left = None, 0
