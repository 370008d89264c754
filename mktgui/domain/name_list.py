"""Several names in one line: with commas between them, and in double quotes where a name has a comma itself. Pure."""

import re
from collections.abc import Iterable

# In quotes a quote is two. What follows the last one up to the comma, or has no end, belongs to the name as it is.
_PART = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"(?P<after>[^,]*)|(?P<plain>[^,]*))(?:,|$)')


def names_in(line: str) -> tuple[str, ...]:
    """The names, without the spaces around them; what is empty is none."""
    found = (_name(part) for part in _PART.finditer(line))
    return tuple(name for name in found if name)


def name_line(names: Iterable[str]) -> str:
    """The line that says these names."""
    return ", ".join(_written(name) for name in names)


def _name(part: re.Match[str]) -> str:
    quoted = part["quoted"]
    return (part["plain"] if quoted is None else quoted.replace('""', '"') + part["after"].rstrip()).strip()


def _written(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if "," in name or name.lstrip().startswith('"') else name
