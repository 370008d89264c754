"""Where two texts differ, line by line, in a time that grows with their length and no faster."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SMALL = 10_000  # pairs of lines that may be compared each with each
_STEPS_A_LINE = 40  # after that a piece counts as different from end to end
_STEPS_ANYWAY = 4_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """These lines of the one stand where those stand in the other. Half-open; one of them may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


def differing_lines(left: Sequence[str], right: Sequence[str]) -> tuple[Change, ...]:
    """The differences in order. Lines that occur once in both hold the texts together; between them more is compared.

    `difflib` alone takes hours on long texts whose lines repeat, as those of XML do.
    """
    return tuple(_Comparison(left, right).changes())


class _Comparison:
    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._left, self._right = left, right
        self._steps = _STEPS_ANYWAY + _STEPS_A_LINE * (len(left) + len(right))

    def changes(self) -> Iterator[Change]:
        """Piece by piece from the beginning; what is still to be done lies on a pile, the next on top."""
        pile = [Change((0, len(self._left)), (0, len(self._right)))]
        while pile:
            piece = self._trimmed(pile.pop())
            (first, behind), (other_first, other_behind) = piece.left, piece.right
            lines, other_lines = behind - first, other_behind - other_first
            self._steps -= lines + other_lines
            if not lines or not other_lines:
                if lines or other_lines:
                    yield piece
            elif lines * other_lines <= SMALL and self._steps > 0:
                self._steps -= lines * other_lines
                yield from self._close_look(piece)
            else:
                parts = self._parts(piece) if self._steps > 0 else []
                if parts:
                    pile += reversed(parts)
                else:
                    yield piece

    def _trimmed(self, piece: Change) -> Change:
        """Without what is the same at both ends."""
        (first, behind), (other_first, other_behind) = piece.left, piece.right
        left, right = self._left, self._right
        while first < behind and other_first < other_behind and left[first] == right[other_first]:
            first, other_first = first + 1, other_first + 1
        while first < behind and other_first < other_behind and left[behind - 1] == right[other_behind - 1]:
            behind, other_behind = behind - 1, other_behind - 1
        return Change((first, behind), (other_first, other_behind))

    def _close_look(self, piece: Change) -> Iterator[Change]:
        first, other_first = piece.left[0], piece.right[0]
        ours, theirs = self._left[slice(*piece.left)], self._right[slice(*piece.right)]
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        for tag, start, end, other_start, other_end in matcher.get_opcodes():
            if tag != "equal":
                yield Change((first + start, first + end), (other_first + other_start, other_first + other_end))

    def _parts(self, piece: Change) -> list[Change]:
        """The pieces between the lines that hold the texts together; none where no line does."""
        parts = []
        at, other_at = piece.left[0], piece.right[0]
        anchors = self._anchors(piece)
        for line, other in anchors:
            parts.append(Change((at, line), (other_at, other)))
            at, other_at = line + 1, other + 1
        parts.append(Change((at, piece.left[1]), (other_at, piece.right[1])))
        return parts if anchors else []

    def _anchors(self, piece: Change) -> list[tuple[int, int]]:
        """Lines that occur once in both, as many as stand in the same order in both."""
        places = _only_once(self._left, piece.left)
        others = _only_once(self._right, piece.right)
        pairs = [(line, others[text]) for text, line in places.items() if text in others]
        return _in_order(pairs)


def _only_once(lines: Sequence[str], where: tuple[int, int]) -> dict[str, int]:
    counts = Counter(lines[number] for number in range(*where))
    return {lines[number]: number for number in range(*where) if counts[lines[number]] == 1}


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by the first, that also rises in the second."""
    ends: list[int] = []  # the lowest second with which a run of each length can end
    owners: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(owners[length - 1] if length else -1)
        if length == len(ends):
            ends.append(other)
            owners.append(number)
        else:
            ends[length], owners[length] = other, number
    run: list[tuple[int, int]] = []
    at = owners[-1] if owners else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]
