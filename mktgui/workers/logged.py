"""A transport that leaves a line in the log for each call: what kind it was and how it ended, never what was in it."""

import logging

from mktgui.domain.call_note import kind_of, note_of
from mktgui.domain.calls import Call
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Report, Transport
from mktgui.domain.profile import Environment

_log = logging.getLogger("mktgui.calls")


class LoggedTransport:
    """Implements the port `Transport` around another one."""

    def __init__(self, transport: Transport, environment: Environment) -> None:
        self._transport, self._environment = transport, environment

    def send(self, call: Call, report: Report) -> Outcome:
        """Send it, and log its beginning and its end: a call that has only a beginning is one that hung."""
        _log.info("%s: %s begins", self._environment, kind_of(call))
        outcome = self._transport.send(call, report)
        _log.info("%s", note_of(outcome, self._environment))
        return outcome

    def abort(self) -> None:
        """Hang up."""
        _log.info("%s: stop", self._environment)
        self._transport.abort()
