"""The door: is the signature right, is it fresh, and are there calls left (facts sheet 4.1 and 4.8)."""

import hmac
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from threading import Lock

from lxml import etree

from mktgui.practice.faults import ApiFault
from mktgui.practice.message import text
from mktgui.practice.settings import Settings

_WINDOW = timedelta(seconds=20)
_CST = timezone(timedelta(hours=-6))  # the quota is reset at midnight there, summer or winter


class Guard:
    """Counts calls and checks headers. Thread-safe."""

    def __init__(self, user_id: str, secret: str) -> None:
        self._user_id, self._secret = user_id, secret
        self._lock = Lock()
        self._recent: deque[datetime] = deque()
        self._today: tuple[str, int] = ("", 0)
        self._under_way = 0

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
        with self._lock:
            if self._under_way >= settings.calls_at_once:
                raise ApiFault("20024")
            while self._recent and now - self._recent[0] > _WINDOW:
                self._recent.popleft()
            if len(self._recent) >= settings.calls_per_20_seconds:
                raise ApiFault("20023")
            day = now.astimezone(_CST).date().isoformat()
            calls = self._today[1] if self._today[0] == day else 0
            if calls >= settings.calls_per_day:
                raise ApiFault("20015")
            self._recent.append(now)
            self._today = (day, calls + 1)
            self._under_way += 1
        return self._leave

    def _leave(self) -> None:
        with self._lock:
            self._under_way -= 1


def parse_stamp(stamp: str) -> datetime | None:
    """A time stamp in the forms that live clients have sent: W3C with an offset or Z, or Ruby's with spaces."""
    head, _, zone = stamp.rpartition(" ")
    ruby = stamp.count(" ") == 2 and len(zone) == len("-0400")  # noqa: PLR2004 - date, time, zone
    try:
        moment = datetime.fromisoformat(f"{head}{zone}" if ruby else stamp)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
