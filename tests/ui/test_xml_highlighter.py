"""Tags, attributes, values and comments have colours of their own; text has none; only what can be seen is coloured."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mktgui.ui.text_lines import lines_of
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme
from mktgui.ui.xml_highlighter import inside_at, pieces_of

NAMES = {
    LIGHT.xml_tag: "tag",
    LIGHT.xml_attribute: "attribute",
    LIGHT.xml_value: "value",
    LIGHT.xml_comment: "comment",
}


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[TextPane]:
    pane = TextPane(theme)
    qtbot.addWidget(pane)
    pane.resize(400, 200)
    pane.show()
    yield pane
    pane.close()


def coloured(pane: TextPane) -> list[tuple[str, str]]:
    """Each coloured piece of text with its colour, as the widget paints it."""
    found = []
    block = pane.document().begin()
    while block.isValid():
        for piece in block.layout().formats():
            units = block.text().encode("utf-16-le")[2 * piece.start : 2 * (piece.start + piece.length)]
            found.append((units.decode("utf-16-le"), piece.format.foreground().color().name()))
        block = block.next()
    return found


def parts(pane: TextPane, qtbot: QtBot, text: str) -> list[tuple[str, str]]:
    """Each coloured piece with what its colour means."""
    pane.show_lines(lines_of(text))
    qtbot.waitUntil(lambda: bool(coloured(pane)))
    return [(piece, NAMES[colour]) for piece, colour in coloured(pane)]


def test_every_part_has_its_colour_and_text_has_none(pane: TextPane, qtbot: QtBot) -> None:
    assert parts(pane, qtbot, "<ns1:a b=\"1 > 0\" c='2'>text</ns1:a>") == [
        ("<ns1:a", "tag"),
        ("b", "attribute"),
        ('"1 > 0"', "value"),
        ("c", "attribute"),
        ("'2'", "value"),
        (">", "tag"),
        ("</ns1:a>", "tag"),
    ]


@pytest.mark.parametrize("text", ['<!-- a="b" -->', '<?xml version="1.0"?>', '<![CDATA[<a b="c">]]>', "<!-- open"])
def test_what_is_not_data_is_one_piece(pane: TextPane, qtbot: QtBot, text: str) -> None:
    assert parts(pane, qtbot, text) == [(text, "comment")]


def test_text_that_looks_like_an_attribute_is_text(pane: TextPane, qtbot: QtBot) -> None:
    pieces = parts(pane, qtbot, '<v>token="x"</v>\nsize="<w/>1="2"')
    assert [piece for piece, _ in pieces] == ["<v>", "</v>", "<w/>"]


def test_a_tag_may_go_on_in_the_next_line(pane: TextPane, qtbot: QtBot) -> None:
    assert parts(pane, qtbot, '<a\n  b="1"\n>c="2"') == [
        ("<a", "tag"),
        ("b", "attribute"),
        ('"1"', "value"),
        (">", "tag"),
    ]


@pytest.mark.parametrize(
    ("begin", "end"), [("<!-- a", "b --><c/>"), ("<![CDATA[ a", "<b> ]]><c/>"), ("<?a", 'b="c" ?><c/>')]
)
def test_a_comment_and_its_like_may_go_on_too(pane: TextPane, qtbot: QtBot, begin: str, end: str) -> None:
    wanted = [(begin, "comment"), (end.removesuffix("<c/>"), "comment"), ("<c", "tag"), ("/>", "tag")]
    pieces = parts(pane, qtbot, f"{begin}\n{end}")
    assert "".join(text for text, _ in pieces) == "".join(text for text, _ in wanted)
    assert [part for _, part in pieces][:2] == ["comment", "comment"]


def test_a_line_in_the_middle_of_a_comment_is_all_comment() -> None:
    assert pieces_of("a <b/> c", "-->") == [(0, 8, "comment")]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("<a>", ""),
        ("<a", ">"),
        ("</a", ">"),
        ("<a b='1", ">"),
        ("1 < 2", ""),
        ("<!-- <a", "-->"),
        ("<!-- <a> -->", ""),
        ("<![CDATA[ <a", "]]>"),
        ("<?a <", "?>"),
        ("", ""),
    ],
)
def test_where_a_line_begins_is_known_from_what_is_before_it(text: str, inside: str) -> None:
    assert inside_at(text, len(text)) == inside


@pytest.mark.parametrize("much", ["x", "a.", "<", "<a ", "a=", "<!--", "'"])
def test_much_of_anything_takes_linear_time(much: str) -> None:
    """Not timed: with a pattern that starts over in each word this would take a minute."""
    pieces_of(much * (200_000 // len(much)))


def test_behind_signs_of_two_units_colours_are_where_they_belong(pane: TextPane, qtbot: QtBot) -> None:
    assert ("</a><b/>", "tag") in parts(pane, qtbot, "<a>🦊🦊</a><b/>")


def test_of_a_long_text_only_what_is_seen_is_coloured(pane: TextPane, qtbot: QtBot) -> None:
    pane.show_lines(lines_of("<a/>\n" * 500))
    qtbot.waitUntil(lambda: bool(coloured(pane)))
    assert len(coloured(pane)) < 100
    pane.verticalScrollBar().setValue(490)
    qtbot.waitUntil(lambda: bool(pane.document().findBlockByNumber(495).layout().formats()))


def test_colours_follow_the_theme_and_the_text(pane: TextPane, theme: Theme, qtbot: QtBot) -> None:
    parts(pane, qtbot, "<a/>")
    theme.choose(Scheme.DARK)
    qtbot.waitUntil(lambda: {colour for _, colour in coloured(pane)} == {DARK.xml_tag})
    theme.choose(Scheme.LIGHT)
    qtbot.waitUntil(lambda: {colour for _, colour in coloured(pane)} == {LIGHT.xml_tag})
    pane.show_lines(lines_of("plain"))
    assert coloured(pane) == []
