"""A small language of paths through JSON: the part of JSONPath that has no conditions.

    $.result[0].title     the title of the first record
    $.result[*].email     the email of each record
    ..id                  every id, wherever it is; so does a path that simply begins with a name: id
    $.result[0].*         all that the first record has
    $['odd name']         a name with signs that mean something

For who is used to XPath, / and // mean the same as . and .. do.
"""

import re
from array import array
from dataclasses import dataclass

from mktgui.domain.selection import MOST_HITS, Hit, PathTrouble, Selected
from mktgui.rest.layout import Layout

_LONGEST_LINE = 160  # characters of a hit
_STEP = re.compile(
    r"""(?P<way>\.\.|//|[./])?\s*(?:(?P<every>\*)|(?P<name>[^\s./\[\]"'*$()?@]+)"""
    r"""|\[\s*(?:(?P<all>\*)|(?P<index>[0-9]{1,9})|(?P<quoted>"[^"]*"|'[^']*'))\s*\])\s*"""
)


@dataclass(frozen=True, slots=True)
class Step:
    """To the members of this name, to the value at this index (from 0), or for neither to all; `deep`: at any depth."""

    name: str | None = None
    index: int | None = None
    deep: bool = False


class PathError(Exception):
    """It is no path; the text is the part that cannot be read."""


def steps_of(path: str) -> tuple[Step, ...]:
    """Read a path. Raises PathError."""
    rest = path.strip()
    at = int(rest.startswith("$"))
    steps: list[Step] = []
    while at < len(rest):
        found = _STEP.match(rest, at)
        is_first = at == 0
        if found is None or not (is_first or found["way"] or rest[at] == "["):
            raise PathError(rest[at:])
        steps.append(_step(found, is_first=is_first))
        at = found.end()
    return tuple(steps)


def _step(found: re.Match[str], *, is_first: bool) -> Step:
    quoted = found["quoted"]
    name = quoted[1:-1] if quoted is not None else found["name"]
    begins_with_name = is_first and not found["way"] and name is not None
    deep = found["way"] in {"..", "//"} or begins_with_name
    return Step(name, int(found["index"]) if found["index"] else None, deep)


def select(layout: Layout, path: str) -> Selected:
    """What a path finds, in a time that grows with the text alone."""
    try:
        steps = steps_of(path)
    except PathError as error:
        return Selected(trouble=PathTrouble.INVALID, detail=str(error))
    chosen = bytearray(len(layout))
    chosen[0] = 1
    for step in steps:
        chosen = _after(layout, chosen, step)
    hits: list[Hit] = []
    at = chosen.find(1)
    while at >= 0 and len(hits) < MOST_HITS:
        hits.append(Hit(_line(layout, at), at))
        at = chosen.find(1, at + 1)
    return Selected(hits=tuple(hits), count=chosen.count(1))


def _after(layout: Layout, chosen: bytearray, step: Step) -> bytearray:
    """The values to which a step leads from those that are chosen."""
    parents = layout.parents
    inside = bytearray(len(layout))  # where it may lead
    for value in range(1, len(layout)):
        parent = parents[value]
        inside[value] = chosen[parent] or (step.deep and inside[parent])
    if step.name is not None:
        return bytearray(one and layout.name_of(value) == step.name for value, one in enumerate(inside))
    if step.index is None:
        return inside
    counts, found = array("I", bytes(4 * len(layout))), bytearray(len(layout))
    for value in range(1, len(layout)):
        parent = parents[value]
        found[value] = inside[value] and counts[parent] == step.index and layout.name_of(value) is None
        counts[parent] += 1
    return found


def _line(layout: Layout, value: int) -> str:
    text = " ".join(layout.shown(value, 4 * _LONGEST_LINE).split())
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + "…"
