"""A text for the clipboard, with the byte order mark that Qt drops from texts."""

from PySide6.QtCore import QMimeData

_PLAIN = "text/plain"
_MARK = "\ufeff"


def copy_of(text: str) -> QMimeData:
    """The text as it is: spaces, line ends and separators too."""
    data = QMimeData()
    data.setText(text)
    if text.startswith(_MARK):
        data.setData(_PLAIN, text.encode("utf-8", "replace"))
    return data
