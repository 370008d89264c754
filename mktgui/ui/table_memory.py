"""What the attribute table remembers from one day to the next: favourite fields, hidden blanks, its columns."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QSettings

_FAVOURITES, _HIDE_BLANKS, _COLUMNS = "table/favourites", "table/hide_blanks", "table/columns"


class TableMemory(Protocol):
    """Favourites are API names. `columns` are the words of `columns_told`; none as long as nobody changed them."""

    favourites: frozenset[str]
    hide_blanks: bool
    columns: tuple[str, ...]


class ForRun:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        self.favourites: frozenset[str] = frozenset()
        self.hide_blanks = False
        self.columns: tuple[str, ...] = ()


class InSettings:
    """Remembers in the window's own INI file."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def favourites(self) -> frozenset[str]:
        return frozenset(self._words(_FAVOURITES))

    @favourites.setter
    def favourites(self, names: frozenset[str]) -> None:
        self._keep(_FAVOURITES, sorted(names))

    @property
    def hide_blanks(self) -> bool:
        return self._settings.value(_HIDE_BLANKS, "") in {"true", True}

    @hide_blanks.setter
    def hide_blanks(self, hide: bool) -> None:
        self._settings.setValue(_HIDE_BLANKS, "true" if hide else "false")

    @property
    def columns(self) -> tuple[str, ...]:
        return self._words(_COLUMNS)

    @columns.setter
    def columns(self, columns: tuple[str, ...]) -> None:
        self._keep(_COLUMNS, columns)

    def _words(self, key: str) -> tuple[str, ...]:
        kept = self._settings.value(key)
        if isinstance(kept, str):  # Qt gives a list of one as a text
            return (kept,) if kept else ()
        return tuple(str(one) for one in kept) if isinstance(kept, list) else ()

    def _keep(self, key: str, words: Iterable[str]) -> None:
        self._settings.setValue(key, list(words))
