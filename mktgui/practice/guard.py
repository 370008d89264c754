"""The door: is the signature right, is it fresh, and are there calls left (facts sheet 4.1 and 4.8)."""

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta

from lxml import etree

from mktgui.practice.faults import ApiFault
from mktgui.practice.message import text
from mktgui.practice.meter import Limit, Meter, OverLimitError
from mktgui.practice.settings import Settings

_LIMITS = {Limit.AT_ONCE: "20024", Limit.RATE: "20023", Limit.DAY: "20015"}


class Guard:
    """Counts calls and checks headers. Thread-safe. The meter may be shared with other doors of the instance."""

    def __init__(self, user_id: str, secret: str, meter: Meter | None = None) -> None:
        self._user_id, self._secret = user_id, secret
        self._meter = meter or Meter()

    def check(self, header: etree._Element | None, settings: Settings, now: datetime) -> None:
        """Raise the fault for a header that is missing, false or stale, in the order of facts sheet 4.1."""
        user, signature = text(header, "mktowsUserId"), text(header, "requestSignature")
        stamp = text(header, "requestTimestamp")
        if not (user and signature and stamp):
            raise ApiFault(settings.missing_header_code)
        expected = hmac.new(self._secret.encode(), f"{stamp}{user}".encode(), "sha1").hexdigest()
        if user != self._user_id or not hmac.compare_digest(expected.encode(), signature.encode()):
            raise ApiFault("20014")
        moment = parse_stamp(stamp)
        if moment is None:
            raise ApiFault(settings.bad_timestamp_code)
        age = now - moment
        if age > timedelta(minutes=settings.expiry_minutes) or -age > timedelta(minutes=settings.future_minutes):
            raise ApiFault("20016")

    def enter(self, settings: Settings, now: datetime) -> Callable[[], None]:
        """Count a call; what is returned has to be called when it is over. Raises 20024, 20023 and 20015."""
        try:
            return self._meter.enter(
                now,
                at_once=settings.calls_at_once,
                per_20_seconds=settings.calls_per_20_seconds,
                per_day=settings.calls_per_day,
            )
        except OverLimitError as problem:
            raise ApiFault(_LIMITS[problem.limit]) from problem


def parse_stamp(stamp: str) -> datetime | None:
    """A time stamp in the forms that live clients have sent: W3C with an offset or Z, or Ruby's with spaces."""
    head, _, zone = stamp.rpartition(" ")
    ruby = stamp.count(" ") == 2 and len(zone) == len("-0400")  # noqa: PLR2004 - date, time, zone
    try:
        moment = datetime.fromisoformat(f"{head}{zone}" if ruby else stamp)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
