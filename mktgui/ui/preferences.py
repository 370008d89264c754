"""What the window remembers of itself: size, splitters, colours, language."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from mktgui.ui.table_memory import InSettings
from mktgui.ui.theme import Scheme

_STACKED, _SIDE_BY_SIDE = "stacked", "side-by-side"


class Preferences:
    """An INI file of Qt's own kind at a path that is given; nothing in the registry."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """The colours the person chose."""
        text = str(self._settings.value("window/scheme", Scheme.SYSTEM.value))
        return Scheme(text) if text in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("window/scheme", scheme.value)

    @property
    def language(self) -> str:
        """`en`, `zh_CN`, or empty for the language of the system."""
        return str(self._settings.value("window/language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("window/language", language)

    @property
    def table(self) -> InSettings:
        """What the attribute table remembers."""
        return InSettings(self._settings)

    @property
    def keeps_values(self) -> bool:
        """Whether drafts, recent leads and calls may be kept on this computer with what is in them."""
        return str(self._settings.value("keep/values", "true")) != "false"

    @keeps_values.setter
    def keeps_values(self, keep: bool) -> None:
        self._settings.setValue("keep/values", "true" if keep else "false")

    @property
    def stacked(self) -> bool:
        """Whether request and response stand one above the other, and not side by side."""
        return self._settings.value("window/messages", _SIDE_BY_SIDE) == _STACKED

    @stacked.setter
    def stacked(self, stacked: bool) -> None:
        self._settings.setValue("window/messages", _STACKED if stacked else _SIDE_BY_SIDE)

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it was, as far as the screen still allows."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def restore_splitter(self, name: str, splitter: QSplitter) -> None:
        """Part it as it was parted."""
        state = self._settings.value(f"window/{name}")
        if isinstance(state, QByteArray):
            splitter.restoreState(state)

    def remember(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Keep where they are now."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.setValue(f"window/{name}", splitter.saveState())
        self._settings.sync()
