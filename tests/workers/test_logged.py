"""Each call leaves its beginning and its end in the log, and nothing of what was in it."""

import logging

import pytest

from mktgui.domain.calls import Call
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Report
from mktgui.domain.profile import Environment
from mktgui.workers.logged import LoggedTransport
from tests.domain.canaries import OUTCOMES, assert_no_canary


class Line:
    """A transport that ends in one way, and notes whether it was hung up."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.hung_up = False

    def send(self, call: Call, report: Report) -> Outcome:
        assert call is self._outcome.call
        report(Stage.SENDING)
        return self._outcome

    def abort(self) -> None:
        self.hung_up = True


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_call_is_logged_when_it_begins_and_when_it_ends(caplog: pytest.LogCaptureFixture, outcome: Outcome) -> None:
    caplog.set_level(logging.INFO, "mktgui")
    transport = LoggedTransport(Line(outcome), Environment.PRODUCTION)
    assert transport.send(outcome.call, lambda _stage: None) is outcome
    begin, end = caplog.messages
    assert begin.endswith("begins")
    assert end.startswith(begin.removesuffix(" begins"))
    assert "written" in end
    assert_no_canary(caplog.text)


def test_stop_is_logged_and_hangs_up(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mktgui")
    line = Line(OUTCOMES[0])
    LoggedTransport(line, Environment.TEST).abort()
    assert line.hung_up
    assert caplog.messages == ["test: stop"]
