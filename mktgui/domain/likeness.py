"""Which field names are nearest to a misspelled one, quickly, among very many."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nsmallest

from mktgui.domain.answers import FieldDescription

_ALIKE = 0.7  # of difflib's measure: a slip or two in a name of six letters
_LOOKED_AT = 24  # names that share most pairs of letters; only these are measured
_LONGEST = 100  # characters of a name that count
_WEIGHED = 4_000  # names to weigh by the pairs they share: of ten thousand fields, those with the rarer pairs


class Likenesses:
    """Knows which names have which pairs of letters, so that only a few have to be measured."""

    def __init__(self, fields: Iterable[FieldDescription]) -> None:
        self._words: list[tuple[str, FieldDescription]] = []
        self._with_pair: dict[str, list[int]] = {}
        for field in fields:
            for word in dict.fromkeys((_squeezed(field.name), _squeezed(field.label))):
                for pair in _pairs(word):
                    self._with_pair.setdefault(pair, []).append(len(self._words))
                self._words.append((word, field))

    def nearest(self, name: str, limit: int) -> tuple[FieldDescription, ...]:
        """The fields that are alike by API name or label, the most alike first."""
        wanted = _squeezed(name)
        likely = self._likely(wanted)
        matcher, best = SequenceMatcher(autojunk=False), dict[str, tuple[float, int]]()
        matcher.set_seq2(wanted)
        for number in likely:
            word, field = self._words[number]
            matcher.set_seq1(word)
            if matcher.real_quick_ratio() >= _ALIKE and (likeness := matcher.ratio()) >= _ALIKE:
                best[field.name] = min(best.get(field.name, (0.0, number)), (-likeness, number))
        return tuple(self._words[number][1] for _, number in sorted(best.values())[:limit])

    def _likely(self, wanted: str) -> list[int]:
        pairs = _pairs(wanted)
        shared: Counter[int] = Counter()
        for numbers in sorted((self._with_pair.get(pair, []) for pair in pairs), key=len):
            shared.update(numbers)
            if len(shared) > _WEIGHED:
                break
        share = {number: count / (len(pairs) + len(self._words[number][0]) + 1) for number, count in shared.items()}
        return nsmallest(_LOOKED_AT, share, key=lambda number: (-share[number], number))


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split()).replace("_", "")[:_LONGEST]


def _pairs(word: str) -> dict[str, None]:
    """The pairs of letters, both ends included, so that a name of two letters has some as well. In their order."""
    return {f"^{word}$"[at : at + 2]: None for at in range(len(word) + 1)} if word else {}
