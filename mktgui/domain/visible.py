"""Text from outside, made safe to read: characters that cannot be seen, or that turn text round, are named."""

import re

# Controls, lone surrogates, line and paragraph separators, and what overrides the direction of writing. Joiners stay:
# names in Persian and many signs are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n|\r|\n")


def beginning(text: str, most: int) -> str:
    """The text, or as much of its beginning as makes `most` characters with the sign that there is more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def visible(text: str) -> str:
    """One line: a break is shown as ↵, a tab as ⇥, and an unseen character by its number, such as ⟨U+202E⟩."""
    text = _BREAKS.sub("↵", text).replace("\t", "⇥")
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)
