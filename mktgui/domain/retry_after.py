"""How long whoever answered asks to wait before the next request. Pure."""

import re
from datetime import UTC, datetime

from mktgui.domain.exchange import Message

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
        until, now = _moment(said), _moment(message.header("Date"))
        if until is None or now is None:
            return None
        seconds = int((until - now).total_seconds())
    return seconds if 0 < seconds <= _LONGEST else None


def _moment(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - not for the first paint

    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
