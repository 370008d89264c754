"""What the table remembers is there again on the next day, and nonsense in the file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mktgui.ui.table_memory import ForRun, InSettings, TableMemory


def opened(folder: Path) -> InSettings:
    return InSettings(QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat))


def kept(memory: TableMemory) -> tuple[frozenset[str], bool, tuple[str, ...]]:
    return memory.favourites, memory.hide_blanks, memory.columns


def test_until_the_program_ends() -> None:
    memory = ForRun()
    assert kept(memory) == (frozenset(), False, ())


@pytest.mark.parametrize("names", [("Title",), ("Title", "Ümläut, a", "名"), ()])
def test_from_one_day_to_the_next(qapp: QApplication, tmp_path: Path, names: tuple[str, ...]) -> None:
    memory = opened(tmp_path)
    assert kept(memory) == (frozenset(), False, ())
    memory.favourites, memory.hide_blanks, memory.columns = frozenset(names), True, names
    del memory
    assert kept(opened(tmp_path)) == (frozenset(names), True, names)
    opened(tmp_path).hide_blanks = False
    assert not opened(tmp_path).hide_blanks


def test_nonsense_is_passed_over(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "w.ini").write_text("[table]\nfavourites=@Invalid()\nhide_blanks=maybe\ncolumns=7\n")
    assert kept(opened(tmp_path)) == (frozenset(), False, ("7",))
