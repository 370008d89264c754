"""Looks into elements by local name: where Marketo puts a namespace, and where not, is not to be relied on."""

from collections.abc import Iterator

from lxml import etree

from mktgui.domain.lead import ABSENT, NIL, Value, text_value

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_TRUE = {"true", "1"}


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The children that are elements."""
    return parent.iterchildren("*")


def name_of(element: etree._Element) -> str:
    """The local name. By hand, because `etree.QName` takes ten times as long, which counts at 50,000 attributes."""
    return str(element.tag).rpartition("}")[2]


def named(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The child elements of that name."""
    return parent.iterchildren(f"{{*}}{name}")


def child_of(parent: etree._Element | None, name: str) -> etree._Element | None:
    """The first child element of that name."""
    return None if parent is None else next(named(parent, name), None)


def children_of(parent: etree._Element) -> dict[str, etree._Element]:
    """The first child element of each name."""
    found: dict[str, etree._Element] = {}
    for child in parent.iterchildren("*"):
        found.setdefault(str(child.tag).rpartition("}")[2], child)
    return found


def is_nil(element: etree._Element) -> bool:
    """Whether it says of itself that it holds nothing."""
    said = element.get(_NIL)
    return said is not None and said.strip().lower() in _TRUE


def value_in(element: etree._Element | None) -> Value:
    """What an element holds: its text as it is, also around elements, or that it is empty, nil or not there."""
    if element is None:
        return ABSENT
    if element.attrib and is_nil(element):
        return NIL
    return text_value("".join(element.itertext()) if len(element) else element.text or "")


def value_of(parent: etree._Element | None, name: str) -> Value:
    """What the first child of that name holds."""
    return value_in(child_of(parent, name))


def text_of(parent: etree._Element | None, name: str) -> str:
    """The same, where only text counts."""
    return value_of(parent, name).text
