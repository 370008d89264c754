"""Which rung of the credential check a failed exchange breaks, by its failure and by what was seen on the way."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from mktgui.domain.endpoint import is_vendor
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.http_date import read_http_date
from mktgui.domain.ladder import Rung, RungResult, Verdict, blame, failed
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.wire.sights import Seen, certificate_params

Kind = FailureKind
Blame = tuple[Rung, Verdict]

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")
_STATUSES = {403: Verdict.FORBIDDEN, 429: Verdict.TOO_FAST}
_SERVER_ERRORS = 500
_TLS_KINDS = {Kind.TLS_UNTRUSTED, Kind.TLS_WRONG_NAME, Kind.TLS_EXPIRED, Kind.TLS_FAILED}


def failing(seen: Seen, where: Blame, failure: Failure, **params: str) -> RungResult:
    """A rung that a failure broke, with what there is to tell."""
    rung, verdict = where
    told = dict(params)
    if failure.detail:
        told["detail"] = failure.detail
    if failure.place:
        told["place"] = failure.place
    if is_vendor(seen.url):
        told["vendor"] = "yes"
    return failed(rung, verdict, failure.kind, **told)


def skew_of(message: Message, now: datetime) -> int | None:
    """By how many seconds this computer is ahead of theirs, from the Date header; None where there is none.

    What comes out of a store on the way was dated when it was made, and its Age says how long ago that was.
    """
    theirs = read_http_date(message.header("Date"))
    if theirs is None:
        return None
    try:
        age = timedelta(seconds=int(message.header("Age") or 0))
        return int((now.replace(microsecond=0) - theirs - age).total_seconds())  # theirs has no fractions either
    except (ValueError, OverflowError):
        return None


def broken(failure: Failure, exchange: Exchange | None, seen: Seen) -> RungResult:
    """The rung that a request broke which got no answer. `exchange` is None where it had not even been built."""
    params: dict[str, str] = {}
    if failure.status is not None:
        params["status"] = str(failure.status)
    if failure.kind is Kind.REDIRECTED:
        params["to"] = _redirected_to(exchange)
    if failure.kind in _TLS_KINDS:
        params |= certificate_params(seen.stranger)
    tunnel = _TUNNEL.search(failure.detail)
    if tunnel:
        params["status"] = tunnel.group(1)
    return failing(seen, _blamed(failure, exchange, seen), failure, **params)


def _blamed(failure: Failure, exchange: Exchange | None, seen: Seen) -> Blame:
    rung, verdict = blame(failure.kind)
    if failure.kind in {Kind.STOPPED, Kind.UNEXPECTED}:
        return seen.next, verdict
    if exchange is None or not exchange.left:
        return _before_it_left(failure, seen)
    if failure.kind is Kind.PROXY_LOGIN:  # asked for in place of the answer: a proxy that nobody set
        return Rung.HTTP, verdict
    if failure.kind is Kind.HTTP_ERROR and (failure.status or 0) < _SERVER_ERRORS:
        return rung, _STATUSES.get(failure.status or 0, Verdict.WRONG_ENDPOINT)
    return rung, verdict


def _before_it_left(failure: Failure, seen: Seen) -> Blame:
    """The same failure means another thing on the way to a proxy, inside its tunnel, and while TLS begins."""
    rung, verdict = blame(failure.kind)
    closed = seen.reached and (seen.tunnelled or not seen.proxy)  # with the endpoint itself, and TLS is next
    if failure.kind is Kind.TLS_UNTRUSTED and seen.stranger.issuer == seen.stranger.subject != "":
        return rung, Verdict.TLS_SELF_SIGNED
    if failure.kind is Kind.CONNECT_TIMEOUT and closed:
        return Rung.TLS, Verdict.NO_ANSWER
    if failure.kind is Kind.CUT_OFF:
        return (Rung.TLS, Verdict.TLS_FAILED) if closed else (Rung.PROXY, Verdict.PROXY_REFUSES)
    if failure.kind is Kind.PROXY_FAILED:
        found = _TUNNEL.search(failure.detail)
        if found and int(found.group(1)) >= _SERVER_ERRORS:  # it went to look, and found nobody
            return Rung.CONNECTION, Verdict.UNREACHABLE
    return rung, verdict


def _redirected_to(exchange: Exchange | None) -> str:
    """Only the host: the rest of such an address may carry what the request held."""
    received = exchange.received if exchange else None
    try:
        return urlsplit(received.header("Location")).hostname or "" if received else ""
    except ValueError:
        return ""
