"""Sentences with marks, in colours that follow the scheme, read out as one text."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Severity
from mktgui.ui.sentence_list import SentenceList
from mktgui.ui.theme import Scheme, Theme

LINES = [(Severity.ERROR, "Wrong."), (Severity.WARNING, "Odd."), (Severity.NOTE, "So it is.")]


def shown(sentences: SentenceList) -> list[str]:
    return [label.text() for label in sentences.findChildren(QLabel) if label.isVisible()]


def test_each_sentence_has_the_mark_of_how_grave_it_is(qtbot: QtBot, theme: Theme) -> None:
    sentences = SentenceList(theme, "What will happen")
    qtbot.addWidget(sentences)
    sentences.show()
    sentences.show_lines(LINES)
    assert shown(sentences) == ["✕", "Wrong.", "▲", "Odd.", "•", "So it is."]
    assert sentences.texts() == ["Wrong.", "Odd.", "So it is."]
    assert sentences.accessibleName() == "What will happen"
    assert sentences.accessibleDescription() == "Wrong.\nOdd.\nSo it is."
    sentences.show_lines(LINES)
    sentences.show_lines(LINES[:1])
    assert shown(sentences) == ["✕", "Wrong."]


def test_the_colours_follow_the_scheme(qtbot: QtBot, theme: Theme) -> None:
    sentences = SentenceList(theme, "x")
    qtbot.addWidget(sentences)
    sentences.show_lines(LINES)
    label = next(label for label in sentences.findChildren(QLabel) if label.text() == "Wrong.")
    theme.choose(Scheme.DARK)
    assert label.palette().windowText().color().name() == theme.colours.error
    theme.choose(Scheme.LIGHT)
    assert label.palette().windowText().color().name() == theme.colours.error
