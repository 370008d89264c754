"""Values as literals of a language: nested lists and dicts of text, numbers and truth values, one entry a line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Value = dict[str, "Value"] | list["Value"] | str | int | bool

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes them. `dictionary` and `sequence` are the brackets, `pair` what joins key and value."""

    text: Callable[[str], str]
    dictionary: tuple[str, str]
    sequence: tuple[str, str]
    pair: str
    truth: tuple[str, str]


def literal(value: Value, style: Style, depth: int = 0) -> str:
    """The value as code; lines after the first are indented to `depth` levels."""
    if isinstance(value, str):
        return style.text(value)
    if isinstance(value, bool):
        return style.truth[value]
    if isinstance(value, int):
        return str(value)
    opening, closing = style.dictionary if isinstance(value, dict) else style.sequence
    entries = "".join(f"{_INDENT * (depth + 1)}{entry},\n" for entry in _entries(value, style, depth + 1))
    return f"{opening}\n{entries}{_INDENT * depth}{closing}" if entries else opening + closing


def _entries(value: "dict[str, Value] | list[Value]", style: Style, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{style.text(key)}{style.pair}{literal(one, style, depth)}" for key, one in value.items())
    else:
        yield from (literal(one, style, depth) for one in value)


def given(value: object) -> Value:
    """The same without what is left out of a message: the entries that are None."""
    if isinstance(value, dict):
        return {key: given(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [given(one) for one in value]
    assert isinstance(value, str | int)  # noqa: S101 - all that a call holds
    return value
