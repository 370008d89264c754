"""Names, strings and figures of JSON have colours of their own, also where a line begins in the middle of a string."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from mktgui.ui.json_highlighter import is_in_string, is_json, pieces_at
from mktgui.ui.text_lines import LONGEST_LINE, lines_of
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import DARK, LIGHT, Colours, Scheme, Theme

TEXT = '{\n  "title": "VP \\"x\\"", "a:b" :-1.5e3,\n  "on": [true, null, "true"]\n}'


def parts(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str]]:
    """Each coloured piece and its part."""
    found = pieces_at(text, start, len(text) if end is None else end)
    return [(text[start + begin : start + begin + length], part) for begin, length, part in found]


def test_every_part_has_its_colour() -> None:
    assert parts(TEXT) == [
        ('"title"', "attribute"),
        ('"VP \\"x\\""', "value"),
        ('"a:b"', "attribute"),
        ("-1.5e3", "tag"),
        ('"on"', "attribute"),
        ("true", "tag"),
        ("null", "tag"),
        ('"true"', "value"),
    ]


@pytest.mark.parametrize("text", ["{", "[1]", "\ufeff {", " \r\n["])
def test_what_is_taken_for_json(text: str) -> None:
    assert is_json(text)


@pytest.mark.parametrize("text", ["", "<a>{</a>", '"a"', "text", " " * 1_001 + "{"])
def test_what_is_not(text: str) -> None:
    assert not is_json(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("", False),
        ('{"a', True),
        ('{"a"', False),
        ('{"a\\"', True),
        ('{"a\\\\"', False),
        ('{"a":"x,', True),
        ('{"a":"x","', True),
        ('{"a":",","b', True),
        ('["a",', False),
        ('"a\n', False),
    ],
)
def test_whether_a_place_is_in_a_string(text: str, *, inside: bool) -> None:
    assert is_in_string(text, len(text)) is inside


def test_far_behind_its_beginning_the_next_quotes_decide() -> None:
    text = '{"a":"' + "x" * 50_000 + '","b":"' + "y" * 100 + '","c":1}'
    assert is_in_string(text, text.index("yyy") + 50)
    assert not is_in_string(text, text.index('"c"'))
    assert not is_in_string(text, text.index("1}"))


def test_a_line_that_begins_in_a_string_goes_on_in_its_colour() -> None:
    text = '{"a\\nb": "x \\" true", "c": 1}'
    assert parts(text, 4)[0] == ('nb"', "attribute")
    assert parts(text, text.index("true")) == [('true"', "value"), ('"c"', "attribute"), ("1", "tag")]
    assert parts(text, text.index("x"), text.index("true")) == [('x \\" ', "value")]

    assert parts(text, text.index('" true'))[0] == ('" true"', "value")


@given(st.text(alphabet='{}[]:,"\\ntrue01 \n', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_pieces_lie_in_their_line_one_behind_the_other(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    at = 0
    for begin, length, _ in pieces_at(text, start, end):
        assert at <= begin
        at = begin + length
    assert at <= end - start


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[TextPane]:
    pane = TextPane(theme)
    qtbot.addWidget(pane)
    pane.resize(400, 200)
    pane.show()
    yield pane
    pane.close()


def coloured(pane: TextPane) -> set[tuple[str, str]]:
    found = set()
    block = pane.document().begin()
    while block.isValid():
        for piece in block.layout().formats():
            text = block.text()[piece.start : piece.start + piece.length]
            found.add((text, piece.format.foreground().color().name()))
        block = block.next()
    return found


def expected(colours: Colours) -> set[tuple[str, str]]:
    return {('"a"', colours.xml_attribute), ('"b"', colours.xml_value), ("1", colours.xml_tag)}


def test_the_pane_colours_json_in_either_scheme(pane: TextPane, qtbot: QtBot, theme: Theme) -> None:
    theme.choose(Scheme.LIGHT)
    pane.show_lines(lines_of('{\n  "a": ["b", 1]\n}'))
    qtbot.waitUntil(lambda: coloured(pane) == expected(LIGHT))
    theme.choose(Scheme.DARK)
    qtbot.waitUntil(lambda: coloured(pane) == expected(DARK))


def test_a_long_line_is_coloured_where_it_goes_on(pane: TextPane, qtbot: QtBot) -> None:
    text = '["' + "x" * LONGEST_LINE + '"]'
    pane.show_lines(lines_of(text))
    pane.verticalScrollBar().setValue(1)
    qtbot.waitUntil(lambda: ('xx"', LIGHT.xml_value) in coloured(pane) or ('xx"', DARK.xml_value) in coloured(pane))
