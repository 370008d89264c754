"""What a label is called where no key is underlined in it: by a screen reader, or in a tip."""

import re

_IN_BRACKETS = re.compile(r"\s*\(&\w\)")  # Chinese labels have their key behind them


def plain(label: str) -> str:
    """The label without its key."""
    return _IN_BRACKETS.sub("", label).replace("&", "")
