"""The credential check: rungs from the profile up to what one may do, and what it means where one does not hold.

Each rung stands on the one before. The first that fails gives the verdict, and those above it are skipped.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from mktgui.domain.outcome import FailureKind
from mktgui.domain.profile import TransportKind

if TYPE_CHECKING:
    from mktgui.domain.exchange import Exchange

CLOCK_MATTERS = 60  # seconds; a signature's life is some minutes, and nobody outside the vendor knows how many
EXPIRES_SOON = 14  # days


class Rung(StrEnum):
    """What is looked at, in this order; each API has some of its own. The part in brackets names the parameters.

    A rung that failed has also [detail], technical English, and [vendor] `yes` where the endpoint is at the vendor's:
    then the vendor's removal of the SOAP API may be the reason.
    """

    PROFILE = "profile"  # failed: [field, slip]
    SECRET = "secret"  # noqa: S105 - the name of a rung
    ADDRESS = "address"  # [address]; failed: [problem]
    NAME = "name"  # [host, addresses]; skipped: [why] number or proxy
    PROXY = "proxy"  # [proxy]; failed: [proxy, status]; skipped: [why] straight
    CONNECTION = "connection"  # [place, address], the latter empty through a proxy
    TLS = "tls"  # [issuer, subject, names, expires, days, version]; skipped: [why] loopback
    HTTP = "http"  # [status]; failed: [status, to]
    SOAP = "soap"
    CLOCK = "clock"  # [seconds], this computer's minus theirs; skipped: [why] no-date
    SIGNATURE = "signature"  # failed: [code, text]
    IDENTITY = "identity"  # [place]; failed: [code, text]
    CLIENT = "client"  # [scope], the API user's address, or empty; failed: [code, text]
    REST = "rest"  # [place]; failed: [code, text]
    LIMITS = "limits"  # [calls_a_day, calls_in_window, seconds]; failed: [code, text]
    PERMISSION = "permission"  # failed: [code, text]
    PARTITIONS = "partitions"  # [count, names]; warned where there is none


_REST_ONLY = (Rung.IDENTITY, Rung.CLIENT, Rung.REST, Rung.LIMITS, Rung.PERMISSION, Rung.PARTITIONS)
_SOAP_ONLY = (Rung.SOAP, Rung.SIGNATURE)
SOAP_LADDER = tuple(rung for rung in Rung if rung not in _REST_ONLY)
REST_LADDER = tuple(rung for rung in Rung if rung not in _SOAP_ONLY)


def ladder_of(transport: TransportKind) -> tuple[Rung, ...]:
    """The rungs that a check of such a connection climbs."""
    return SOAP_LADDER if transport is TransportKind.SOAP else REST_LADDER


class Mark(StrEnum):
    """How a rung was found. A warning does not break the ladder."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


class Verdict(StrEnum):
    """What it comes to. All but the first are reasons why a rung failed."""

    GOOD = "good"
    STOPPED = "stopped"
    PROFILE_INCOMPLETE = "profile-incomplete"
    SECRET_MISSING = "secret-missing"  # noqa: S105 - names of reasons, here and below
    SECRET_LOCKED = "secret-locked"  # noqa: S105
    SECRET_UNREADABLE = "secret-unreadable"  # noqa: S105
    ADDRESS_UNUSABLE = "address-unusable"
    ADDRESS_IS_REST = "address-is-rest"
    ADDRESS_IS_SOAP = "address-is-soap"
    NOT_ENCRYPTED = "not-encrypted"
    CA_FILE_UNUSABLE = "ca-file-unusable"
    NAME_UNKNOWN = "name-unknown"
    PROXY_UNUSABLE = "proxy-unusable"
    PROXY_UNREACHABLE = "proxy-unreachable"
    PROXY_LOGIN = "proxy-login"
    PROXY_REFUSES = "proxy-refuses"
    SIGN_IN = "sign-in"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    NOBODY_PICKS_UP = "nobody-picks-up"
    TLS_INSPECTION = "tls-inspection"
    TLS_SELF_SIGNED = "tls-self-signed"
    TLS_WRONG_NAME = "tls-wrong-name"
    TLS_EXPIRED = "tls-expired"
    TLS_FAILED = "tls-failed"
    NO_ANSWER = "no-answer"
    CUT_OFF = "cut-off"
    REDIRECTED = "redirected"
    SERVER_ERROR = "server-error"
    RETIRED = "retired"
    WRONG_ENDPOINT = "wrong-endpoint"
    FORBIDDEN = "forbidden"
    WRONG_SECRET = "wrong-secret"  # noqa: S105
    WRONG_CLIENT = "wrong-client"
    NO_TOKEN = "no-token"  # noqa: S105
    TOKEN_LOST = "token-lost"  # noqa: S105
    TOKEN_REFUSED = "token-refused"  # noqa: S105
    NO_PERMISSION = "no-permission"
    CLOCK_SKEW = "clock-skew"
    SIGNATURE_EXPIRED = "signature-expired"
    BLOCKED = "blocked"
    QUOTA = "quota"
    TOO_FAST = "too-fast"
    MARKETO_TROUBLE = "marketo-trouble"
    OTHER_FAULT = "other-fault"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class RungResult:
    """One rung as it was found. `verdict` is given where it failed; `failure` is then the doctor's kind, if any."""

    rung: Rung
    mark: Mark
    params: tuple[tuple[str, str], ...] = ()
    verdict: Verdict | None = None
    failure: FailureKind | None = None

    def param(self, name: str) -> str:
        """The parameter of that name, or empty text."""
        return dict(self.params).get(name, "")


def passed(rung: Rung, **params: str) -> RungResult:
    """It holds."""
    return RungResult(rung, Mark.PASSED, tuple(params.items()))


def warned(rung: Rung, **params: str) -> RungResult:
    """It holds, but not well."""
    return RungResult(rung, Mark.WARNING, tuple(params.items()))


def skipped(rung: Rung, why: str = "below") -> RungResult:
    """It was not looked at. `below`: because one below it failed."""
    return RungResult(rung, Mark.SKIPPED, (("why", why),))


def failed(rung: Rung, verdict: Verdict, failure: FailureKind | None = None, **params: str) -> RungResult:
    """It does not hold."""
    return RungResult(rung, Mark.FAILED, tuple(params.items()), verdict, failure)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Every rung of the ladder once, from the bottom to the top; over REST also the partitions that were found.

    `exchange` is what went over the wire, over REST with the request for a token before it; None where nothing was
    even built. It is as it was sent: whoever shows or keeps it masks it first.
    """

    rungs: tuple[RungResult, ...]
    partitions: tuple[str, ...] = ()
    exchange: "Exchange | None" = field(default=None, repr=False)

    @property
    def verdict(self) -> Verdict:
        """Why the ladder does not hold, or GOOD."""
        return next((one.verdict for one in self.rungs if one.verdict is not None), Verdict.GOOD)

    @property
    def is_of_rest(self) -> bool:
        """Whether the rungs are those of a connection over REST."""
        return any(one.rung is Rung.REST for one in self.rungs)

    def on(self, rung: Rung) -> RungResult:
        """How this rung was found."""
        return next((one for one in self.rungs if one.rung is rung), skipped(rung))


def whole(
    results: Iterable[RungResult], ladder: Iterable[Rung] = SOAP_LADDER, partitions: tuple[str, ...] = ()
) -> CheckResult:
    """The result with every rung of the ladder in its place; what was not looked at is skipped."""
    found = {one.rung: one for one in results}
    return CheckResult(tuple(found.get(rung) or skipped(rung) for rung in ladder), partitions)


def clock_result(seconds: int | None) -> RungResult:
    """The clock's rung, by how far this computer is ahead of theirs; None where they told no time."""
    if seconds is None:
        return skipped(Rung.CLOCK, "no-date")
    return (warned if abs(seconds) >= CLOCK_MATTERS else passed)(Rung.CLOCK, seconds=str(seconds))


def verdict_of_fault(code: str, skew: int | None) -> Verdict:
    """What a fault says of the credentials (facts sheet 5.3 and 6.5); `skew` as for `clock_result`."""
    if code == "20016":
        return Verdict.CLOCK_SKEW if skew is not None and abs(skew) >= CLOCK_MATTERS else Verdict.SIGNATURE_EXPIRED
    return _FAULTS.get(code, Verdict.OTHER_FAULT)


def rung_of_fault(code: str) -> Rung:
    """The rung that a refusal breaks over REST, where the token is taken first, and then limits and rights count."""
    return _FAULT_RUNGS.get(code, Rung.REST)


def blame(kind: FailureKind) -> tuple[Rung, Verdict]:
    """The rung that a failed call breaks, and what that means."""
    return _BLAME[kind]


_FAULTS = {
    "20014": Verdict.WRONG_SECRET,
    "20013": Verdict.BLOCKED,
    "20015": Verdict.QUOTA,
    "20023": Verdict.TOO_FAST,
    "20024": Verdict.TOO_FAST,
    "10001": Verdict.MARKETO_TROUBLE,
    "20011": Verdict.MARKETO_TROUBLE,
    "600": Verdict.TOKEN_LOST,
    "601": Verdict.TOKEN_REFUSED,
    "602": Verdict.TOKEN_REFUSED,
    "603": Verdict.NO_PERMISSION,
    "604": Verdict.MARKETO_TROUBLE,
    "606": Verdict.TOO_FAST,
    "607": Verdict.QUOTA,
    "608": Verdict.MARKETO_TROUBLE,
    "610": Verdict.WRONG_ENDPOINT,
    "611": Verdict.MARKETO_TROUBLE,
    "614": Verdict.BLOCKED,
    "615": Verdict.TOO_FAST,
    "713": Verdict.MARKETO_TROUBLE,
    "719": Verdict.MARKETO_TROUBLE,
}

_FAULT_RUNGS = {
    "603": Rung.PERMISSION,
    "606": Rung.LIMITS,
    "607": Rung.LIMITS,
    "615": Rung.LIMITS,
}

_BLAME = {
    FailureKind.SECRET_MISSING: (Rung.SECRET, Verdict.SECRET_MISSING),
    FailureKind.SECRET_LOCKED: (Rung.SECRET, Verdict.SECRET_LOCKED),
    FailureKind.SECRET_UNREADABLE: (Rung.SECRET, Verdict.SECRET_UNREADABLE),
    FailureKind.ENDPOINT_UNUSABLE: (Rung.ADDRESS, Verdict.ADDRESS_UNUSABLE),
    FailureKind.PLAIN_HTTP: (Rung.ADDRESS, Verdict.NOT_ENCRYPTED),
    FailureKind.NAME_UNKNOWN: (Rung.NAME, Verdict.NAME_UNKNOWN),
    FailureKind.PROXY_UNUSABLE: (Rung.PROXY, Verdict.PROXY_UNUSABLE),
    FailureKind.PROXY_UNREACHABLE: (Rung.PROXY, Verdict.PROXY_UNREACHABLE),
    FailureKind.PROXY_LOGIN: (Rung.PROXY, Verdict.PROXY_LOGIN),
    FailureKind.PROXY_FAILED: (Rung.PROXY, Verdict.PROXY_REFUSES),
    FailureKind.REFUSED: (Rung.CONNECTION, Verdict.REFUSED),
    FailureKind.UNREACHABLE: (Rung.CONNECTION, Verdict.UNREACHABLE),
    FailureKind.CONNECT_TIMEOUT: (Rung.CONNECTION, Verdict.NOBODY_PICKS_UP),
    FailureKind.CA_FILE_UNUSABLE: (Rung.TLS, Verdict.CA_FILE_UNUSABLE),
    FailureKind.TLS_UNTRUSTED: (Rung.TLS, Verdict.TLS_INSPECTION),
    FailureKind.TLS_WRONG_NAME: (Rung.TLS, Verdict.TLS_WRONG_NAME),
    FailureKind.TLS_EXPIRED: (Rung.TLS, Verdict.TLS_EXPIRED),
    FailureKind.TLS_FAILED: (Rung.TLS, Verdict.TLS_FAILED),
    FailureKind.ANSWER_TIMEOUT: (Rung.HTTP, Verdict.NO_ANSWER),
    FailureKind.CUT_OFF: (Rung.HTTP, Verdict.CUT_OFF),
    FailureKind.REDIRECTED: (Rung.HTTP, Verdict.REDIRECTED),
    FailureKind.SEE_OTHER: (Rung.HTTP, Verdict.REDIRECTED),
    FailureKind.HTTP_ERROR: (Rung.HTTP, Verdict.SERVER_ERROR),
    FailureKind.RETIRED: (Rung.SOAP, Verdict.RETIRED),
    FailureKind.TOO_BIG: (Rung.SOAP, Verdict.WRONG_ENDPOINT),
    FailureKind.NOT_SOAP: (Rung.SOAP, Verdict.WRONG_ENDPOINT),
    FailureKind.BROKEN_XML: (Rung.SOAP, Verdict.CUT_OFF),
    FailureKind.NOT_JSON: (Rung.REST, Verdict.WRONG_ENDPOINT),
    FailureKind.BROKEN_JSON: (Rung.REST, Verdict.CUT_OFF),
    FailureKind.REQUEST_TOO_LARGE: (Rung.REST, Verdict.OTHER_FAULT),
    FailureKind.QUERY_TOO_LONG: (Rung.REST, Verdict.OTHER_FAULT),
    FailureKind.GATEWAY: (Rung.HTTP, Verdict.SERVER_ERROR),
    FailureKind.CLIENT_REFUSED: (Rung.CLIENT, Verdict.WRONG_CLIENT),
    FailureKind.NO_TOKEN: (Rung.IDENTITY, Verdict.NO_TOKEN),
    FailureKind.TOKEN_RAN_OUT: (Rung.IDENTITY, Verdict.NO_TOKEN),
    FailureKind.SIGN_IN_PAGE: (Rung.HTTP, Verdict.SIGN_IN),
    FailureKind.REQUEST_INVALID: (Rung.PROFILE, Verdict.PROFILE_INCOMPLETE),
    FailureKind.STOPPED: (Rung.PROFILE, Verdict.STOPPED),
    FailureKind.UNEXPECTED: (Rung.PROFILE, Verdict.UNEXPECTED),
}
