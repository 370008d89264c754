"""A clock that a test sets."""

from datetime import UTC, datetime, timedelta

from mktgui.domain.moment import Moment


class TestClock:
    """Both clocks of a computer; `pass_time` moves them alike, `set_date` only the one that a person can set."""

    __test__ = False

    def __init__(self, utc: datetime = datetime(2026, 8, 1, 12, tzinfo=UTC)) -> None:
        self.now = Moment(utc, 1000.0)

    def __call__(self) -> Moment:
        return self.now

    def pass_time(self, seconds: float) -> Moment:
        self.now = Moment(self.now.utc + timedelta(seconds=seconds), self.now.steady + seconds)
        return self.now

    def set_date(self, utc: datetime) -> Moment:
        self.now = Moment(utc, self.now.steady)
        return self.now
