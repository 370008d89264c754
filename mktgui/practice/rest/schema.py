"""Checks JSON against a schema, so that our own slip does not pass for the vendor's.

Knows the part of JSON Schema 2020-12 that `rest.schema.json` uses, and refuses a schema with anything else in it. A
library would have to ship with the program for one assertion; this is smaller than the text of its licence.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

_ANNOTATIONS = frozenset({"$schema", "$id", "$defs", "title", "description"})
_TYPES: dict[str, Callable[[object], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and value % 1 == 0,
}

Rule = dict[str, Any]


class Schema:
    """A schema, each part of which can be asked for by its name in `$defs`. Thread-safe."""

    def __init__(self, whole: Rule) -> None:
        self._defs: dict[str, Rule] = whole["$defs"]
        for name, rule in self._defs.items():
            self._look_over(rule, name)

    def problems(self, value: object, name: str) -> list[str]:
        """What in the value breaks the part of that name, a sentence each; empty where all is well."""
        return list(self._check(value, self._defs[name], "$"))

    def _look_over(self, rule: Rule, place: str) -> None:
        for word, inside in rule.items():
            if word not in _ANNOTATIONS and not hasattr(self, _method(word)) and word != "additionalProperties":
                message = f"{place}: this validator does not know {word!r}"
                raise ValueError(message)
            rules = list(inside.values()) if word == "properties" else inside if word == "anyOf" else [inside]
            for one in rules:
                if isinstance(one, dict):
                    self._look_over(one, f"{place}/{word}")

    def _check(self, value: object, rule: Rule, place: str) -> Iterator[str]:
        for word, inside in rule.items():
            method = getattr(self, _method(word), None)
            if method is not None:
                yield from method(value, inside, place, rule)

    def _on_ref(self, value: object, inside: str, place: str, _rule: Rule) -> Iterator[str]:
        yield from self._check(value, self._defs[inside.removeprefix("#/$defs/")], place)

    def _on_type(self, value: object, inside: str | list[str], place: str, _rule: Rule) -> Iterator[str]:
        wanted = [inside] if isinstance(inside, str) else inside
        if not any(_TYPES[one](value) for one in wanted):
            yield f"{place} is not {' or '.join(wanted)}"

    def _on_enum(self, value: object, inside: list[object], place: str, _rule: Rule) -> Iterator[str]:
        if not any(type(value) is type(one) and value == one for one in inside):
            yield f"{place} is not one of {inside}"

    def _on_pattern(self, value: object, inside: str, place: str, _rule: Rule) -> Iterator[str]:
        if isinstance(value, str) and not re.search(inside, value):
            yield f"{place} does not look like {inside}"

    def _on_minimum(self, value: object, inside: float, place: str, _rule: Rule) -> Iterator[str]:
        if _TYPES["number"](value) and value < inside:  # type: ignore[operator] # a number, as was just seen
            yield f"{place} is less than {inside}"

    def _on_required(self, value: object, inside: list[str], place: str, _rule: Rule) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (f"{place} has no {name}" for name in inside if name not in value)

    def _on_properties(self, value: object, inside: dict[str, Rule], place: str, rule: Rule) -> Iterator[str]:
        for name, one in value.items() if isinstance(value, dict) else ():
            other = rule.get("additionalProperties", True)
            if name in inside:
                yield from self._check(one, inside[name], f"{place}.{name}")
            elif isinstance(other, dict):
                yield from self._check(one, other, f"{place}.{name}")
            elif not other:
                yield f"{place} has {name}, which is not known"

    def _on_items(self, value: object, inside: Rule, place: str, _rule: Rule) -> Iterator[str]:
        for number, one in enumerate(value if isinstance(value, list) else ()):
            yield from self._check(one, inside, f"{place}[{number}]")

    def _on_minitems(self, value: object, inside: int, place: str, _rule: Rule) -> Iterator[str]:
        if isinstance(value, list) and len(value) < inside:
            yield f"{place} has fewer than {inside} items"

    def _on_maxitems(self, value: object, inside: int, place: str, _rule: Rule) -> Iterator[str]:
        if isinstance(value, list) and len(value) > inside:
            yield f"{place} has more than {inside} items"

    def _on_anyof(self, value: object, inside: list[Rule], place: str, _rule: Rule) -> Iterator[str]:
        if all(any(self._check(value, one, place)) for one in inside):
            yield f"{place} is none of what it may be"


def _method(word: str) -> str:
    return f"_on_{word.removeprefix('$').lower()}"


@cache
def bundled() -> Schema:
    """The schema of our own writing for requests and replies."""
    return Schema(json.loads((files("mktgui.resources") / "practice" / "rest.schema.json").read_text("utf-8")))
