"""A field says what is the matter with it: below it in words and colour, and to a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Code, Finding, error, note, warning
from mktgui.ui.field_notes import FieldNote
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme

ERROR, WARNING, NOTE = error(Code.ID_NO_NUMBER), warning(Code.EMAIL_NO_AT), note(Code.TRIMMED)


@pytest.fixture
def field() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def told(qtbot: QtBot, field: QLineEdit, theme: Theme, sentences: Sentences) -> Iterator[FieldNote]:
    window = QWidget()
    told = FieldNote(field, theme, sentences)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(told)
    qtbot.addWidget(window)
    window.show()
    yield told
    window.close()


def colour(told: FieldNote) -> str:
    return told.palette().color(QPalette.ColorRole.WindowText).name()


def test_there_is_no_line_while_there_is_nothing_to_say(told: FieldNote, field: QLineEdit) -> None:
    assert not told.isVisible()
    assert field.accessibleDescription() == ""


def test_the_gravest_is_said(told: FieldNote, field: QLineEdit, sentences: Sentences) -> None:
    told.show_findings([NOTE, ERROR, WARNING])
    assert told.isVisible()
    assert told.text() == "A Marketo ID is a whole number, digits only." == sentences.text(ERROR)
    assert field.accessibleDescription() == told.text()


@pytest.mark.parametrize(("finding", "meant"), [(ERROR, LIGHT.error), (WARNING, LIGHT.warning), (NOTE, LIGHT.muted)])
def test_the_colour_says_how_grave_it_is(told: FieldNote, finding: Finding, meant: str) -> None:
    told.show_findings([finding])
    assert colour(told) == meant


def test_the_colour_follows_the_theme(told: FieldNote, theme: Theme) -> None:
    told.show_findings([ERROR])
    theme.choose(Scheme.DARK)
    assert colour(told) == DARK.error
    theme.choose(Scheme.LIGHT)
    assert colour(told) == LIGHT.error


def test_once_it_is_right_the_line_goes(told: FieldNote, field: QLineEdit) -> None:
    told.show_findings([ERROR])
    told.show_findings([])
    assert not told.isVisible()
    assert field.accessibleDescription() == ""


def test_a_combo_box_at_rest_is_described_by_its_name(qtbot: QtBot, theme: Theme, sentences: Sentences) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.setAccessibleName("Type")
    told = FieldNote(combo, theme, sentences)
    qtbot.addWidget(told)
    told.show_findings([ERROR])
    assert combo.accessibleDescription() == told.text()
    told.show_findings([])
    told.close()
    assert combo.accessibleDescription() == "Type"


def test_markup_in_what_was_typed_is_only_text(told: FieldNote) -> None:
    told.show_findings([warning(Code.NAME_TWICE, name="<b>x</b>")])
    assert "<b>x</b>" in told.text()
    assert told.textFormat() == Qt.TextFormat.PlainText
