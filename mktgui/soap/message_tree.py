"""Asks things of a well-formed message: what an XPath expression finds, and what it says of each field."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from mktgui.domain.selection import MOST_HITS, FieldValue, Hit, PathTrouble, Selected
from mktgui.soap.elements import child_of, children_of, elements, name_of, value_in
from mktgui.soap.kind_path import KNOWN, KindPath, kind_path

_LONGEST_LINE = 160  # characters of a hit
_MANY = 20_000  # elements for each of which all others may not be looked at
_LIST = "leadAttributeList"


class Tree:
    """Implements the port `MessageTree`, for texts without a document type.

    It reads the text anew each time: kept, a tree is ten times as large as that.
    """

    def __init__(self, read: Callable[[], tuple[str, str]]) -> None:
        self._read = read

    def select(self, expression: str) -> Selected:
        """What an XPath expression finds."""
        text, _ = self._read()
        path = kind_path(expression)
        namespaces = {prefix: _namespace(prefix, text) for prefix in path.prefixes}
        unknown = min((prefix for prefix, uri in namespaces.items() if not uri), default="")
        if unknown:
            return Selected(trouble=PathTrouble.PREFIX_UNKNOWN, detail=unknown)
        try:
            etree.XPath(path.expression, namespaces=namespaces)
            return _found(_parsed(text), path, namespaces)
        except etree.XPathError as error:
            return Selected(trouble=PathTrouble.INVALID, detail=str(error))
        except etree.XMLSyntaxError as error:  # masking took a tag along
            return Selected(trouble=PathTrouble.NOT_XML, detail=str(error))

    def fields(self) -> tuple[FieldValue, ...]:
        """What it says of the fields of its leads."""
        try:
            root = _parsed(self._read()[0])
        except etree.XMLSyntaxError:
            return ()
        records = (one for one in root.iter("{*}leadRecord"))
        return tuple(field for number, record in enumerate(records) for field in _fields_of(record, number))


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, encoding="utf-8")
    return etree.fromstring(text.removeprefix("\ufeff").lstrip().encode("utf-8", "replace"), parser)


def _namespace(prefix: str, text: str) -> str:
    """What the message itself means by a prefix, or else what everybody does."""
    own = re.search(rf"""xmlns:{re.escape(prefix)}\s*=\s*["']([^"']+)""", text)
    return own[1] if own else KNOWN.get(prefix, "")


def _found(root: etree._Element, path: KindPath, namespaces: dict[str, str]) -> Selected:
    if path.is_wide and root.xpath(f"count(//*) > {_MANY}"):
        return Selected(trouble=PathTrouble.TOO_COSTLY)
    ask = etree.XPathDocumentEvaluator(root.getroottree(), namespaces=namespaces, regexp=False)
    expression = path.expression
    try:
        count = int(ask(f"count({expression})"))
    except etree.XPathEvalError:  # no set of nodes, but a figure, a word, or yes or no
        return Selected(hits=(Hit(_word(ask(expression))),), count=1)
    if not count and path.anywhere:
        expression = path.anywhere
        count = int(ask(f"count({expression})"))
    nodes = ask(f"({expression})[position() <= {MOST_HITS}]") if count else []
    return Selected(hits=_hits(root, nodes), count=count)


def _word(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _hits(root: etree._Element, nodes: list[object]) -> tuple[Hit, ...]:
    """Each with the number of its element: that one itself, or the one that has the text or the attribute."""
    owners = [_owner(node) for node in nodes]  # held, so that iterating gives the very same objects
    wanted = {id(owner) for owner in owners}
    numbers = {id(element): number for number, element in enumerate(root.iter("*")) if id(element) in wanted}
    return tuple(Hit(_line(node), numbers.get(id(owner))) for node, owner in zip(nodes, owners, strict=True))


def _owner(node: object) -> etree._Element | None:
    """The element to go to for a result; None for a declaration of a namespace, or what stands outside of the root."""
    if etree.iselement(node) and isinstance(node.tag, str):
        return node
    return node.getparent() if hasattr(node, "getparent") else None


def _line(node: object) -> str:
    if isinstance(node, tuple):
        text = "xmlns:{}={}".format(*node)
    elif not etree.iselement(node):
        text = str(node)
    elif isinstance(node.tag, str):
        words = islice((word for one in node.itertext() if (word := one.strip())), _LONGEST_LINE)
        text = f"<{_shown_name(node)}> {' · '.join(words)}".rstrip()
    else:
        text = etree.tostring(node, with_tail=False, encoding="unicode")
    text = " ".join(text[: 4 * _LONGEST_LINE].split())
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + "…"


def _shown_name(element: etree._Element) -> str:
    return f"{element.prefix}:{name_of(element)}" if element.prefix else name_of(element)


def _fields_of(record: etree._Element, number: int) -> Iterator[FieldValue]:
    for child in elements(record):
        if name_of(child) != _LIST:
            yield FieldValue(number, name_of(child), value_in(child))
    attributes = child_of(record, _LIST)
    for attribute in elements(attributes) if attributes is not None else ():
        found = children_of(attribute)
        yield FieldValue(number, value_in(found.get("attrName")).text, value_in(found.get("attrValue")))
