"""Tags, attributes, values and comments have colours of their own; text has none."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme
from mktgui.ui.xml_highlighter import LONGEST_LINE, XmlHighlighter

NAMES = {
    LIGHT.xml_tag: "tag",
    LIGHT.xml_attribute: "attribute",
    LIGHT.xml_value: "value",
}


@pytest.fixture
def view(qtbot: QtBot) -> QPlainTextEdit:
    view = QPlainTextEdit()
    qtbot.addWidget(view)
    return view


def coloured(document: QTextDocument) -> list[tuple[str, str]]:
    """Each coloured piece of text with its colour, as the widget paints it."""
    found = []
    block = document.begin()
    while block.isValid():
        for piece in block.layout().formats():
            text = block.text()[piece.start : piece.start + piece.length]
            found.append((text, piece.format.foreground().color().name()))
        block = block.next()
    return found


def parts(view: QPlainTextEdit, text: str, theme: Theme) -> list[tuple[str, str]]:
    """Each coloured piece with what its colour means."""
    XmlHighlighter(view.document(), theme)
    view.setPlainText(text)
    names = NAMES | {LIGHT.xml_comment: "comment"}
    return [(piece, names[colour]) for piece, colour in coloured(view.document())]


def test_every_part_has_its_colour_and_text_has_none(view: QPlainTextEdit, theme: Theme) -> None:
    assert parts(view, "<ns1:a b=\"1 > 0\" c='2'>text</ns1:a>", theme) == [
        ("<ns1:a", "tag"),
        ("b", "attribute"),
        ('"1 > 0"', "value"),
        ("c", "attribute"),
        ("'2'", "value"),
        (">", "tag"),
        ("</ns1:a>", "tag"),
    ]


@pytest.mark.parametrize("text", ['<!-- a="b" -->', '<?xml version="1.0"?>', '<![CDATA[<a b="c">]]>', "<!-- open"])
def test_what_is_not_data_is_one_piece(view: QPlainTextEdit, theme: Theme, text: str) -> None:
    assert parts(view, text, theme) == [(text, "comment")]


def test_text_that_looks_like_an_attribute_is_text(view: QPlainTextEdit, theme: Theme) -> None:
    pieces = parts(view, '<v>token="x"</v>\nsize="<w/>1="2"', theme)
    assert [piece for piece, _ in pieces] == ["<v>", "</v>", "<w/>"]


def test_a_tag_may_go_on_in_the_next_line(view: QPlainTextEdit, theme: Theme) -> None:
    assert parts(view, '<a\n  b="1"\n>c="2"', theme) == [
        ("<a", "tag"),
        ("b", "attribute"),
        ('"1"', "value"),
        (">", "tag"),
    ]


def test_a_very_long_line_stays_plain(view: QPlainTextEdit, theme: Theme) -> None:
    assert parts(view, f"<a>{'x' * LONGEST_LINE}</a>\n<b/>", theme) == [("<b/>", "tag")]


def test_colours_follow_the_theme(view: QPlainTextEdit, theme: Theme) -> None:
    XmlHighlighter(view.document(), theme)
    view.setPlainText("<a/>")
    assert {colour for _, colour in coloured(view.document())} == {LIGHT.xml_tag}
    theme.choose(Scheme.DARK)
    assert {colour for _, colour in coloured(view.document())} == {DARK.xml_tag}
    theme.choose(Scheme.LIGHT)


def test_without_a_document_a_change_of_theme_is_nothing(
    view: QPlainTextEdit, theme: Theme, qapp: QApplication
) -> None:
    highlighter = XmlHighlighter(view.document(), theme)
    view.setPlainText("<a/>")
    highlighter.setDocument(None)
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    assert coloured(view.document()) == []
