"""How long whoever answered asks to wait before the next request. Pure."""

import re

from mktgui.domain.exchange import Message
from mktgui.domain.http_date import read_http_date

_SECONDS = re.compile(r"[0-9]{1,6}")
_LONGEST = 7 * 24 * 3600  # seconds; a longer wait is a slip of theirs


def seconds_to_wait(message: Message) -> int | None:
    """From the header Retry-After, which is a number of seconds or a moment; None where it asks for nothing.

    A moment is reckoned from the Date of the same answer: the clock of this computer may be wrong.
    """
    said = message.header("Retry-After").strip()
    if _SECONDS.fullmatch(said):
        seconds = int(said)
    else:
        until, now = read_http_date(said), read_http_date(message.header("Date"))
        if until is None or now is None:
            return None
        seconds = int((until - now).total_seconds())
    return seconds if 0 < seconds <= _LONGEST else None
