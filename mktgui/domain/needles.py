"""Finds known values in any text: in any case, with other spaces, percent-encoded, escaped or inside other text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mktgui.domain.spelled import Spelled, itself, layers_of

_UNSPACED = 0x0E00  # from Thai on: scripts that set no space between words, or that glue endings to them
_ALONE_UP_TO = 5  # characters: a shorter value counts only as a word of its own
_DIGITS = 4  # a number with fewer is in too many texts
_PHONE_DIGITS = 7
_NATIONAL = 10  # digits of a number without its country, where it is longer with it
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Needle:
    """A value to look for, and what to put there. The text of a phone number is its digits, in any grouping."""

    text: str
    instead: str
    is_phone: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a needle was found, as a range of the text that was searched."""

    start: int
    end: int
    needle: Needle


def is_telling(text: str) -> bool:
    """Whether finding this in the middle of other text means anything: no single letter, no short number."""
    letters = [character for character in text if character.isalpha()]
    if any(ord(character) >= _UNSPACED for character in text):
        return True
    return len(letters) > 1 or sum(character.isdigit() for character in text) >= _DIGITS


@dataclass(frozen=True)
class Haystack:
    """All needles at once. Those that tell nothing are left out; of two at one place the longer counts."""

    needles: tuple[Needle, ...]

    def replaced(self, text: str, said: Callable[[str], Spelled] = itself) -> str:
        """The text with every needle replaced: in every other spelling first, and then in what it says.

        `said` tells what it says where that is not what is written: character data of XML, say.
        """
        layers = layers_of(text)
        while layers:  # a value may read like a spelling itself, so each layer counts, the deepest first
            shorter = self._put(text, layers.pop(), _spelled_as)
            if shorter != text:
                text, layers = shorter, layers_of(shorter)[: len(layers)]
        return self._put(text, said(text), _as_it_is)

    def _put(self, text: str, said: Spelled, write: Callable[[str, str], str]) -> str:
        pieces, at = list[str](), 0
        for hit in self.hits(said.text):
            start, end = said.origin(hit.start, hit.end)
            if start < at:
                continue  # the same spelling stands for the ends of two
            pieces += text[at:start], write(text[start:end], hit.needle.instead)
            at = end
        return "".join((*pieces, text[at:]))

    def hits(self, text: str) -> Iterator[Hit]:
        """What is found in the text as it stands, from left to right, no two overlapping."""
        low, at = _low(text), 0
        while at < len(low):
            found = self._at(text, low, at)
            if found is None:
                at += 1
                continue
            yield found
            at = found.end

    def _at(self, text: str, low: str, at: int) -> Hit | None:
        for key in (low[at : at + 2], low[at]):
            for needle, pattern in self._by_beginning.get(key, ()):
                match = pattern.match(text, at)
                if match is not None:
                    return Hit(at, match.end(), needle)
        return None

    @cached_property
    def _by_beginning(self) -> dict[str, list[tuple[Needle, re.Pattern[str]]]]:
        found = defaultdict[str, list[tuple[Needle, re.Pattern[str]]]](list)
        telling = (needle for needle in self.needles if is_telling(needle.text))
        for needle in sorted(telling, key=lambda one: len(one.text), reverse=True):
            found[_beginning(needle)].append((needle, _pattern(needle)))
        return dict(found)


def haystack(needles: Iterable[Needle]) -> Haystack:
    """Of two needles with one text the first counts."""
    by_text: dict[tuple[str, bool], Needle] = {}
    for needle in needles:
        by_text.setdefault((needle.text.casefold(), needle.is_phone), needle)
    return Haystack(tuple(by_text.values()))


def _spelled_as(there: str, instead: str) -> str:
    """In an address on the web a space has to be percent-encoded."""
    return instead.replace(" ", "%20") if "%" in there and " " not in there else instead


def _as_it_is(_there: str, instead: str) -> str:
    return instead


def _low(text: str) -> str:
    """In lower case, white space as spaces, and exactly as long."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return _SPACES.sub(" ", low).replace("ς", "σ")  # the one letter whose small form depends on its place


def _beginning(needle: Needle) -> str:
    if needle.is_phone:
        return needle.text[0]
    return _low(needle.text.strip())[:2]


def _pattern(needle: Needle) -> re.Pattern[str]:
    if needle.is_phone:
        return re.compile(r"(?<!\d)" + r"[\s().\-/]{0,3}".join(needle.text) + r"(?!\d)")
    words = needle.text.split()
    solid = "".join(words)
    alone = len(solid) <= _ALONE_UP_TO or solid.isdigit()
    before = r"(?<![^\W_])" if alone and _is_spaced(solid[0]) else ""
    after = r"(?![^\W_])" if alone and _is_spaced(solid[-1]) else ""
    return re.compile(before + r"\s+".join(re.escape(word) for word in words) + after, re.IGNORECASE)


def _is_spaced(character: str) -> bool:
    """Whether another letter or digit beside this one would make it a part of another word."""
    return character.isalnum() and ord(character) < _UNSPACED


def phone_needles(text: str, instead: str) -> Iterator[Needle]:
    """The number in any grouping, where it is long enough to be one, with and without a country in front."""
    digits = "".join(character for character in text if character in "0123456789")
    if len(digits) >= _PHONE_DIGITS:
        yield Needle(digits, instead, is_phone=True)
    if len(digits) > _NATIONAL:
        yield Needle(digits[-_NATIONAL:], instead, is_phone=True)
