"""What the window remembers of itself: size, splitters, colours, language."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from mktgui.ui.table_memory import InSettings
from mktgui.ui.theme import Scheme

if TYPE_CHECKING:
    from mktgui.domain.history import Retention

_STACKED, _SIDE_BY_SIDE = "stacked", "side-by-side"
KEEP_DAYS, KEEP_CALLS = 365, 100_000  # as long as the person chooses nothing else


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

    @property
    def retention(self) -> "Retention":
        """How long calls are kept, by what was chosen last in any copy: by an older choice calls would be lost."""
        from mktgui.domain.history import Retention  # noqa: PLC0415 - not for the first paint

        self._settings.sync()
        return Retention(days=self._count("keep/days", KEEP_DAYS), number=self._count("keep/calls", KEEP_CALLS))

    @retention.setter
    def retention(self, retention: "Retention") -> None:
        self._settings.setValue("keep/days", retention.days or 0)
        self._settings.setValue("keep/calls", retention.number or 0)
        self._settings.sync()  # other copies of the program go by it too

    def _count(self, name: str, otherwise: int) -> int | None:
        """None for no limit."""
        text = str(self._settings.value(name, otherwise))
        return (int(text) if text.isascii() and text.isdigit() else otherwise) or None

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it was, as far as the screen still allows."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def restore_place(self, name: str, window: QWidget) -> None:
        """Put another window where it was."""
        geometry = self._settings.value(f"{name}/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def remember_place(self, name: str, window: QWidget, splitters: dict[str, QSplitter]) -> None:
        """Keep where that window is now."""
        self._settings.setValue(f"{name}/geometry", window.saveGeometry())
        for one, splitter in splitters.items():
            self._settings.setValue(f"window/{one}", splitter.saveState())

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
