"""Parses XML from its bytes, putting up with two slips of those who write it, which change nothing of what it says."""

import re

from lxml import etree

_DECLARATION = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_UTF_8_MARK, _UTF_8 = b"\xef\xbb\xbf", "utf-8"
_BLANK_FIRST = re.compile(rb"\s+<\?xml\s")
_WIDE = re.compile(rb"(?:utf-?(?:16|32)|(?:iso-10646-)?ucs-?[24])", re.IGNORECASE)


def declared_encoding(body: bytes) -> str:
    """What the declaration says, in small letters; empty where it says nothing that can be read byte by byte.

    A declaration that can be, and says UTF-16, was written as text in memory and left as UTF-8: .NET does that.
    """
    found = _DECLARATION.match(body.removeprefix(_UTF_8_MARK))
    if found is None:
        return ""
    return _UTF_8 if _says_wide(found) else found.group(1).decode("ascii").lower()


def parsed(body: bytes, *, huge_tree: bool, bare: bool = False) -> etree._Element:
    """The root of a document; nothing is read from outside, and no entity is put in. Raises XMLSyntaxError, ValueError.

    `huge_tree` lifts the limits of depth and length; `bare` leaves out comments and processing instructions. Empty
    lines before the declaration, as scripts print them, do not count.
    """
    declaration = _DECLARATION.match(body.removeprefix(_UTF_8_MARK))
    is_wide = declaration is not None and _says_wide(declaration)
    parser = etree.XMLParser(
        encoding=_UTF_8 if is_wide else None,
        resolve_entities=False,
        no_network=True,
        huge_tree=huge_tree,
        remove_comments=bare,
        remove_pis=bare,
    )
    return etree.fromstring(body.lstrip() if _BLANK_FIRST.match(body) else body, parser)


def _says_wide(declaration: re.Match[bytes]) -> bool:
    return _WIDE.match(declaration.group(1)) is not None
