"""JSON for the eye: one member a line, and every value exactly as it was written."""

import re
from collections.abc import Iterator

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\],:]|[^ \t\r\n{}\[\],:"]+', re.DOTALL)
_INDENT = "  "
_DEEPEST = 50  # indents; what is deeper is not meant for reading


def spread(text: str) -> str:
    """The text with line breaks and indents between its values. Nothing else is changed, whatever the text is.

    `json` would do it too, but turn numbers into others with the same value, and members that are there twice into one.
    """
    return "".join(_parts(text))


def _parts(text: str) -> Iterator[str]:
    deep, before = 0, ""
    for piece in _PIECE.findall(text):
        if piece in {"}", "]"}:
            deep -= 1
            yield piece if before in {"{", "["} else _line(deep) + piece
        else:
            if before in {"{", "[", ","}:
                yield _line(deep)
            deep += piece in {"{", "["}
            yield ": " if piece == ":" else piece
        before = piece


def _line(deep: int) -> str:
    return "\n" + _INDENT * min(max(deep, 0), _DEEPEST)
