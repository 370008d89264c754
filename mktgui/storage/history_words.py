"""Finds text anywhere inside calls, in any script, within milliseconds.

Each call has its searchable text in one narrow table, folded so that case and width do not count. An FTS5 index holds,
for each call, every run of one, two and three characters of that text once: so every part of a word can be found, also
a single Chinese character, which the tokenizers that come with SQLite cannot do (`unicode61` does not part Chinese, and
`trigram` knows nothing shorter than three). The index only narrows; what it offers is compared with the text itself.
The same index holds a token for each thing that can be filtered by.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 200_000  # characters of one call that can be searched; a lead with 300 full fields has 80,000
APART = "\x1f"  # between two texts, so that nothing is found across them
MOST_GRAMS = 48  # of one word that is looked for; the text itself decides

# The tokenizer `ascii` parts at every ASCII character that is no letter or digit. They come in as others, from an area
# of Unicode where no text has any.
_SOLID = {code: 0xE000 + code for code in range(128) if not chr(code).isalnum()}
_TAG = "\uf8ff"
# On Latin, Greek and Cyrillic letters; those of other scripts are letters themselves.
_MARKS = re.compile("[\u0300-\u036f]+")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("‘’‚‛′ʼ", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‐‑‒–—−", "-")
)
_WORD = re.compile(r'"([^"]*)"?|(\S+)')


def fold(text: str) -> str:
    """The text as it is compared. Half characters, as a broken paste leaves them, become question marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded.encode("utf-8", "replace").decode("utf-8")


def searchable(texts: Iterable[str]) -> str:
    """The texts of a call, folded and put together, each once.

    Behind them stand those that can be typed more simply, so that "zoe o'neill" finds Zoë O’Neill too.
    """
    folded = fold(APART.join(dict.fromkeys(text for text in texts if text)))
    if not folded.isascii() and len(folded) < LONGEST:
        known = set(folded.split(APART))
        simpler = dict.fromkeys(_simpler(text) for text in folded.split(APART) if not text.isascii())
        folded = APART.join((folded, *(text for text in simpler if text not in known)))
    return folded[:LONGEST]


def _simpler(folded: str) -> str:
    """Without the marks on letters, and with the quotes and dashes of a keyboard."""
    parted = unicodedata.normalize("NFD", folded.translate(_PLAIN))
    return unicodedata.normalize("NFC", _MARKS.sub("", parted))


def words_of(text: str) -> tuple[str, ...]:
    """What has to be found, folded: the words of a search line, and what it has in double quotes."""
    found = (match.group(1) or match.group(2) or "" for match in _WORD.finditer(text))
    return tuple(dict.fromkeys(word for word in map(fold, found) if word.strip()))


def tag(name: str, value: str) -> str:
    """The token of something that can be filtered by. Longer than any run of characters, so it is never mixed up."""
    return (_TAG + name + "=" + fold(value)).translate(_SOLID) + _TAG


def tokens(texts: Iterable[str], tags: Iterable[str]) -> str:
    """What the index gets of a call, each token once; the same again takes it out."""
    found: set[str] = set(tags)
    for text in texts:
        solid = text.translate(_SOLID)
        found.update(solid)
        for size in (2, 3):
            found.update(solid[start : start + size] for start in range(len(solid) - size + 1))
    return " ".join(found)


def expression(words: Iterable[str], tags: Iterable[str]) -> str:
    """What to ask the index; empty where it cannot narrow anything."""
    wanted = dict.fromkeys(tags)
    for word in words:
        wanted |= dict.fromkeys(_grams(word.translate(_SOLID)))
    return " AND ".join(f'"{token}"' for token in wanted)


def _grams(solid: str) -> Iterator[str]:
    """Enough of a word to narrow by, spread over all of it."""
    size = min(len(solid), 3)
    starts = range(len(solid) - size + 1)
    step = max(1, -(-len(starts) // MOST_GRAMS))
    for start in starts[::step]:
        yield solid[start : start + size]
