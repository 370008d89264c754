"""Line breaks go between tags and nowhere else, and every element has its place in the text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from mktgui.soap.markup import Markup

PIECES = ("", "", "x", " ", "\n", "\t ", "&#13;", "&amp;", "&#160;", "\u00a0", "a > b", "]]&gt;", "é价🦊", "\u2028")
ODD = ("<!-- <a> -->", "<?p <a> ?>", "<![CDATA[<a>]]>", "<![CDATA[ ]]>")
ATTRIBUTES = ("", ' b="1"', " b='>'", ' b=">" c="/"', ' xml:space="preserve"', '\n\tb = "x&#10;y"')

texts = st.sampled_from(PIECES)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(("a", "p:b", "attribute", "中")))
    start = f"<{name}{draw(st.sampled_from(ATTRIBUTES))}"
    if draw(st.booleans()):
        return start + draw(st.sampled_from(("/>", " />", f"></{name}>", f"></{name}\n>")))
    inside = [draw(texts)]
    for _ in range(draw(st.integers(0, 3 if depth else 0))):
        inside.append(draw(st.one_of(elements(depth - 1), st.sampled_from(ODD))))
        inside.append(draw(texts))
    return f"{start}>{''.join(inside)}</{name}>"


@st.composite
def documents(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(("", '<?xml version="1.0"?>', '<?xml version="1.0"?>\n', "<!-- c -->")))
    root = draw(elements())
    return (
        f'{head}<r xmlns:p="urn:p">{root}{draw(elements())}</r>{draw(st.sampled_from(("", chr(10), "<!-- end -->")))}'
    )


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode(), etree.XMLParser(strip_cdata=False))


def shape(element: etree._Element) -> tuple[object, ...]:
    """Everything in an element, without spaces between tags where there is no other text."""
    children = [shape(child) for child in element]
    text = [element.text or "", *(child.tail or "" for child in element)]
    is_between = len(element) and not "".join(text).strip()
    return (element.tag, dict(element.attrib), [] if is_between else text, children)


@given(documents())
@example('<r xmlns:p="urn:p"><a>x</a> <a/></r>')
def test_the_same_tree_with_the_same_text(document: str) -> None:
    markup = Markup(document)
    assert markup.whole
    formatted, _ = markup.broken_into_lines()
    assert shape(tree(formatted)) == shape(tree(document))
    leaves = [one.text for one in tree(document).iter() if not len(one)]
    assert [one.text for one in tree(formatted).iter() if not len(one)] == leaves


@given(documents())
def test_not_one_character_is_changed_and_only_breaks_are_put_in(document: str) -> None:
    formatted, _ = Markup(document).broken_into_lines()
    at = 0
    for character in document:
        gap = re.compile(r"\n *(?=<)").match(formatted, at)
        if gap is not None and formatted[gap.end()] == character and formatted[at] != character:
            at = gap.end()
        assert formatted[at] == character
        at += 1
    assert at == len(formatted)


@given(documents())
def test_every_element_has_its_place_in_both_forms(document: str) -> None:
    names = [etree.QName(one).localname for one in tree(document).iter("*")]
    markup = Markup(document)
    for text, outline in ((document, markup.outline()), markup.broken_into_lines()):
        pieces = [text[start:end] for start, end in zip(outline.starts, outline.ends, strict=True)]
        found = [re.match(r"<(?:\w+:)?(\w+)", piece) for piece in pieces]
        assert [one.group(1) for one in found if one] == names
        assert all(piece.endswith(">") for piece in pieces)


def test_an_answer_has_a_line_for_each_element() -> None:
    text = "<?xml version='1.0'?><r><attribute><attrName>A</attrName><attrValue/></attribute><e></e></r>"
    formatted, _ = Markup(text).broken_into_lines()
    assert formatted.splitlines() == [
        "<?xml version='1.0'?>",
        "<r>",
        "  <attribute>",
        "    <attrName>A</attrName>",
        "    <attrValue/>",
        "  </attribute>",
        "  <e></e>",
        "</r>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<a>x<b><c/></b></a>",
        "<a> <b/></a>",
        "<a xml:space='preserve'><b><c/></b></a>",
        "<a><![CDATA[]]><b/></a>",
        "<a>&x;<b/></a>",
        "<a></a>",
        "<a\n>\n</a\n>",
    ],
)
def test_where_there_is_text_nothing_is_put_in(text: str) -> None:
    assert Markup(text).broken_into_lines()[0] == text


def test_inside_an_element_that_is_indented_already_the_rest_is_too() -> None:
    assert Markup("<a>\n <b><c/></b>\n</a>").broken_into_lines()[0] == "<a>\n <b>\n    <c/>\n  </b>\n</a>"


def test_deep_elements_are_not_indented_without_end() -> None:
    formatted, _ = Markup("<a>" * 300 + "</a>" * 300).broken_into_lines()
    assert len(formatted.splitlines()) == 599
    assert max(len(line) - len(line.lstrip()) for line in formatted.splitlines()) == 80


def test_fields_of_leads_are_named() -> None:
    text = (
        "<r><Email>no</Email><p:leadRecord><Id>7</Id><Email>e</Email><leadAttributeList><attribute><attrType/>"
        "<attrName>A &amp; B</attrName></attribute><x:attribute><x:attrName>C</x:attrName></x:attribute>"
        "<attrName>no</attrName></leadAttributeList></p:leadRecord></r>"
    )
    outline = Markup(text).outline()
    assert tuple(outline.names) == ("Id", "Email", "A & B", "C")
    assert [text[slice(*outline.span(place))][:12] for place in outline.places] == [
        "<Id>7</Id>",
        "<Email>e</Em",
        "<attribute><",
        "<x:attribute",
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("<a><b>x</b><c>y", ["<a><b>x</b><c>", "<b>x</b>", "<c>"]),
        ("<a><b></a>", ["<a><b>", "<b>"]),
        ("<a><b/", ["<a>"]),
        ("<a>1 < 2</a>", ["<a>"]),
        ("</a><b/>", []),
        ("<a/></a>", ["<a/>"]),
        ("plain", []),
        ("", []),
        ("<!-- <a> -->", []),
        ("<![CDATA[x]]>", []),
        ("<!-- ", []),
    ],
)
def test_what_breaks_off_is_read_as_far_as_it_goes(text: str, pieces: list[str]) -> None:
    markup = Markup(text)
    outline = markup.outline()
    assert not markup.whole
    assert [text[start:end] for start, end in zip(outline.starts, outline.ends, strict=True)] == pieces


def test_a_document_type_with_definitions_is_one_piece() -> None:
    markup = Markup('<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</a>')
    assert markup.whole
    assert markup.broken_into_lines()[0].splitlines() == ['<!DOCTYPE a [<!ENTITY x "<b>">]>', "<a>&x;</a>"]


@pytest.mark.parametrize("much", ["<", "<!--", "<a ", "<a b='", "<![CDATA[", "<a>", "</a>", "<a/>", "<?"])
def test_much_of_anything_takes_linear_time(much: str) -> None:
    """Not timed: with a pattern that starts over and over this would take minutes."""
    Markup(much * 100_000).broken_into_lines()


def test_the_small_pieces_are_put_together_in_between() -> None:
    text = "<r>" + "<a/>" * 5_000 + "</r>"
    formatted, outline = Markup(text).broken_into_lines()
    assert formatted == "<r>\n" + "  <a/>\n" * 5_000 + "</r>"
    assert formatted[slice(*outline.span(4_999))] == "<a/>"
