"""Makes XPath kind: a name without a prefix is found in any namespace, and the usual prefixes need no declaration."""

import re
from dataclasses import dataclass

KNOWN = {
    "SOAP-ENV": "http://schemas.xmlsoap.org/soap/envelope/",
    "soapenv": "http://schemas.xmlsoap.org/soap/envelope/",
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "ns1": "http://www.marketo.com/mktows/",
    "mkt": "http://www.marketo.com/mktows/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<literal>"[^"]*"|'[^']*')|(?P<number>\d+(?:\.\d*)?|\.\d+)"""
    r"""|(?P<name>[^\W\d][\w.\-]*(?::(?!:)(?:[^\W\d][\w.\-]*|\*))?)|(?P<step>\.\.?|\*)|(?P<end>[)\]])|(?P<sign>::|.)""",
    re.DOTALL,
)
_OPERATORS = {"and", "or", "div", "mod"}
_NO_TEST = re.compile(r"\s*(?:\(|::)")  # behind the name of a function, a kind of node, or an axis
# Axes that look at every element for every element; so does `//` at the beginning of a path in a condition.
_WIDE_AXES = {"preceding", "following", "preceding-sibling", "following-sibling"}


@dataclass(frozen=True, slots=True)
class KindPath:
    """The expression as the library takes it, the prefixes in it, and whether it may look at all for each.

    `anywhere` is the same for one that begins with a name, which as it stands would only look at the root's children.
    """

    expression: str
    prefixes: frozenset[str]
    is_wide: bool
    anywhere: str = ""


def kind_path(expression: str) -> KindPath:
    """Rewrite it. What is no XPath stays so: the library says what is wrong with it."""
    parts: list[str] = []
    prefixes: set[str] = set()
    depth, operand, wide, last, named = 0, False, False, "", False
    for token in _TOKEN.finditer(expression):
        kind, text = token.lastgroup or "", token.group()
        if kind == "space":
            parts.append(text)
            continue
        is_name = kind == "name" and not (operand and text in _OPERATORS)
        if is_name and last != "$" and not _NO_TEST.match(expression, token.end()):
            prefix, _, local = text.rpartition(":")
            prefixes |= {prefix} if prefix else set()
            named = named or not last
            parts.append(text if prefix else f"*[local-name()='{local}']")
        else:
            parts.append(text)
        depth += (text == "[") - (text == "]")
        wide |= text in _WIDE_AXES or (depth > 0 and not operand and expression.startswith("//", token.start()))
        operand = is_name or kind in {"literal", "number", "end"} or (kind == "step" and not (operand and text == "*"))
        last = text
    made = "".join(parts)
    return KindPath(made, frozenset(prefixes), wide, f"//{made.lstrip()}" if named else "")
