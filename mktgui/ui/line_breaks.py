"""Keeps the line breaks of a value that went through an editor which knows only one kind of them."""

import re

# All that Qt's text document takes for the end of a paragraph. U+2028 is not among them: it stays what it is.
_BREAK = "\r\n|[\n\r\u2029\ufdd0\ufdd1]"  # made into a pattern when a value is first edited
_ANY_BREAK = "\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"


def has_breaks(text: str) -> bool:
    """Whether a text has more than one line."""
    return re.search(_ANY_BREAK, text) is not None


def with_breaks_of(original: str, edited: str) -> str:
    """The edited text, its breaks given as U+2029, with the breaks that the original has at those places.

    Lines that are alike at the beginning and at the end keep the break behind them; those in between keep theirs as
    far as there are as many, and otherwise get the first kind that the original has.
    """
    old, breaks = re.split(_BREAK, original), re.findall(_BREAK, original)
    new = edited.split("\u2029")
    usual = breaks[0] if breaks else "\n"
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    if len(old) == len(new):
        kept = breaks
    else:
        # A break stands before each of the last lines, and behind each of the first.
        behind_head = breaks[: min(head, len(new) - 1)]
        before_tail = breaks[len(breaks) - tail :] if tail and tail <= len(breaks) else list(breaks[:0])
        before_tail = before_tail[max(0, len(behind_head) + len(before_tail) - (len(new) - 1)) :]
        between = len(new) - 1 - len(behind_head) - len(before_tail)
        kept = [*behind_head, *[usual] * between, *before_tail]
    for at in range(1, len(kept)):
        if (kept[at - 1], new[at], kept[at]) == ("\r", "", "\n"):
            kept[at] = "\r"  # else the two would be one, and the empty line between them gone
    return "".join(part for pair in zip(new, [*kept, ""], strict=True) for part in pair)
