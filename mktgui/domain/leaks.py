"""The second look at a text that is about to leave the house: is anything personal, or a credential, still in it?"""

import base64
import binascii
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mktgui.domain.lookalikes import Look, lookalikes
from mktgui.domain.needles import Needle, is_telling
from mktgui.domain.personal import PersonalKind
from mktgui.domain.pseudonyms import DOMAIN, Pseudonyms, folded
from mktgui.domain.spelled import layers_of


@dataclass(frozen=True, slots=True)
class Leak:
    """One finding: `text` is what is still there.

    `look` tells what it looks like; None where it is a value, or part of one, that was to be masked.
    """

    text: str
    look: Look | None = None


_SQUASHED_FROM = 6  # characters: a shorter value, with the spaces taken out, is found where it is not
_BLANK = "\u241f"  # stands where a placeholder was
_GAP = re.compile(r"\s+|%20")
_PLACEHOLDER = re.compile(
    rf"(?:person|lead|company|cookie|foreign-id)-[0-9]+(?:(?:\.[0-9]+)?(?:@|%40){re.escape(DOMAIN)})?"
    r"(?:(?:\s+|%20)[\w.]+){0,4}"
)

# Names are no values: of elements, attributes and keys. Nor are the lines that every message has.
_MARKUP = re.compile(
    r"""</?[A-Za-z_][^\s<>/="']*|\s(?:xmlns(?::[\w.-]+)?|xsi:\w+)=(?:"[^"]*"|'[^']*')|"[^"\\\n]*"(?=\s*:)"""
)
_NAMED = re.compile(
    r"<(?P<tag>(?:[\w.-]+:)?(?:attrName|attrType|keyType|ForeignSysType|status|faultcode|returnLead))>[^<]*</(?P=tag)>"
)
_PLUMBING = re.compile(
    r"^(?:content-(?:type|length|encoding)|accept[\w-]*|connection|date|host|server|soapaction|transfer-encoding|"
    r"user-agent|cache-control|vary):.*$",
    re.IGNORECASE | re.MULTILINE,
)
_SOFT = re.compile("=\r?\n|[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}={0,2}")


def leaks(text: str, masked: Pseudonyms) -> tuple[Leak, ...]:
    """What is found in a text in which these values should be masked, each thing once.

    A value is looked for in every usual spelling: escaped, percent-encoded, in any case, with other white space or
    none, split by soft breaks, and in base64. What a person chose to show is no finding.
    """
    bare = _without_placeholders(text, masked)
    layers = tuple(_layers(bare))
    shown = [folded(one.original) for one in masked.values if not one.ticked and one.kind is not PersonalKind.PLAIN]
    looks = (Leak(found, look) for look, found in lookalikes(bare) if not _is_shown(found, shown))
    return tuple(dict.fromkeys((*_values(layers, masked), *_encoded(bare, masked), *looks)))


def _is_shown(found: str, shown: Iterable[str]) -> bool:
    return any(folded(found) in one for one in shown)


def _without_placeholders(text: str, masked: Pseudonyms) -> str:
    wholes = {one.placeholder for one in masked.values}
    known = wholes | {one.partition("@")[0].partition(" ")[0] for one in wholes}

    def blank(found: re.Match[str]) -> str:
        words = _GAP.split(found.group().replace("%40", "@"))
        for count in range(len(words), 0, -1):  # the longest that was given out; what follows it is not ours
            if " ".join(words[:count]) in known:
                return " ".join((_BLANK, *words[count:]))
        return found.group()

    return _PLACEHOLDER.sub(blank, text).replace(DOMAIN, _BLANK)


def _layers(text: str) -> Iterator[str]:
    """The text as it stands, and as what it says: a value may read like a spelling, so each layer counts."""
    values = _PLUMBING.sub("", _NAMED.sub("", text))
    return iter((values, *(one.text for one in layers_of(values))))


def _values(layers: Iterable[str], masked: Pseudonyms) -> Iterator[Leak]:
    for layer in layers:
        # A value may look like markup itself; it is no name then, wherever it is.
        yield from _in_layer(layer, masked, like_markup=True)
        yield from _in_layer(_MARKUP.sub(_BLANK, layer), masked, like_markup=False)


def _in_layer(text: str, masked: Pseudonyms, *, like_markup: bool) -> Iterator[Leak]:
    for hit in masked.haystack.hits(text):
        if _is_like_markup(hit.needle.text) is like_markup:
            yield Leak(text[hit.start : hit.end])
    for found in _in_squashed(_squashed(text), masked.haystack.needles):
        if _is_like_markup(found) is like_markup:
            yield Leak(found)


def _in_squashed(text: str, needles: Iterable[Needle]) -> Iterator[str]:
    """The needles whose text is there when all that text can be broken with is taken out of both."""
    by_beginning = defaultdict[str, list[tuple[str, str]]](list)
    for needle in needles:
        wanted = _squashed(needle.text)
        if len(wanted) >= _SQUASHED_FROM and is_telling(wanted):
            by_beginning[wanted[:_SQUASHED_FROM]].append((wanted, needle.text))
    for at in range(len(text) - _SQUASHED_FROM + 1):
        candidates = by_beginning.get(text[at : at + _SQUASHED_FROM], ())
        yield from (told for wanted, told in candidates if text.startswith(wanted, at))


def _is_like_markup(text: str) -> bool:
    return "<" in text or '"' in text


def _squashed(text: str) -> str:
    """Without anything by which text is broken into lines, and without case."""
    return unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold()


def _encoded(text: str, masked: Pseudonyms) -> Iterator[Leak]:
    """Values in what base64 hides."""
    for run in _BASE64.findall(text):
        hidden = _decoded(run)
        if hidden and any(True for _ in masked.haystack.hits(hidden)):
            yield Leak(run)


def _decoded(run: str) -> str:
    solid = run.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(solid + "=" * (-len(solid) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
