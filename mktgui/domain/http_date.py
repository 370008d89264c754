"""Reads a moment from a header such as Date. Pure."""

from datetime import UTC, datetime


def read_http_date(text: str) -> datetime | None:
    """The moment, aware; UTC where no zone is said. None where it is none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - not for the first paint

    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
