"""Elements are found by local name, and four ways for a value to be there or not are kept apart."""

import pytest
from lxml import etree

from mktgui.domain.lead import ABSENT, EMPTY, NIL, Value, text_value
from mktgui.soap.elements import child_of, children_of, elements, is_nil, name_of, text_of, value_in, value_of

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
ROOT = etree.fromstring(
    f'<r xmlns:p="urn:p" {XSI}><!-- c --><?i x?><p:a>1</p:a><a>2</a><b/><c xsi:nil="true">x</c><c/>'
    '<d xsi:nil="1"/><e xsi:nil="false">y</e><f>1<g>2</g>3</f><h xsi:nil=" True "/><k nil="true"/></r>'
)


def test_names_and_children() -> None:
    assert [name_of(one) for one in elements(ROOT)] == list("aabccdefhk")
    first = child_of(ROOT, "a")
    assert first is not None
    assert first.text == "1"
    assert child_of(ROOT, "z") is None
    assert child_of(None, "a") is None
    assert children_of(ROOT)["a"] is first
    assert sorted(children_of(ROOT)) == list("abcdefhk")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("a", text_value("1")),
            ("b", EMPTY),
            ("c", NIL),
            ("d", NIL),
            ("e", text_value("y")),
            ("f", text_value("123")),
        ),
        *(("h", NIL), ("k", EMPTY)),
    ],
)
def test_what_an_element_holds(name: str, value: Value) -> None:
    assert value_of(ROOT, name) == value
    assert text_of(ROOT, name) == value.text
    assert is_nil(children_of(ROOT)[name]) == (value == NIL)


def test_what_is_not_there() -> None:
    assert value_of(ROOT, "z") == value_in(None) == ABSENT
