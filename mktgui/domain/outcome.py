"""How a call ended, as a value: answered, not sent, or sent with no answer that can be read.

Outcome
├── Answered      Marketo spoke: a result or a fault
├── NotSent       nothing left this computer, so nothing was written
└── NotAnswered   it left, and no answer of Marketo's came back
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Answer, Fault, Synced
from mktgui.domain.calls import Call, writes
from mktgui.domain.exchange import Exchange


class Written(StrEnum):
    """Whether a lead was changed, as far as can honestly be known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class FailureKind(StrEnum):
    """Why there is no answer of Marketo's. Each has its sentence in the doctor's data."""

    SECRET_MISSING = "secret-missing"
    SECRET_LOCKED = "secret-locked"
    SECRET_UNREADABLE = "secret-unreadable"
    ENDPOINT_UNUSABLE = "endpoint-unusable"
    PROXY_UNUSABLE = "proxy-unusable"
    CA_FILE_UNUSABLE = "ca-file-unusable"
    PLAIN_HTTP = "plain-http"
    REQUEST_INVALID = "request-invalid"
    NAME_UNKNOWN = "name-unknown"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    CONNECT_TIMEOUT = "connect-timeout"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_WRONG_NAME = "tls-wrong-name"
    TLS_EXPIRED = "tls-expired"
    TLS_FAILED = "tls-failed"
    PROXY_UNREACHABLE = "proxy-unreachable"
    PROXY_FAILED = "proxy-failed"
    PROXY_LOGIN = "proxy-login"
    STOPPED = "stopped"
    ANSWER_TIMEOUT = "answer-timeout"
    CUT_OFF = "cut-off"
    TOO_BIG = "too-big"
    REDIRECTED = "redirected"
    SEE_OTHER = "see-other"
    RETIRED = "retired"
    HTTP_ERROR = "http-error"
    NOT_SOAP = "not-soap"
    BROKEN_XML = "broken-xml"
    NOT_JSON = "not-json"
    BROKEN_JSON = "broken-json"
    REQUEST_TOO_LARGE = "request-too-large"
    QUERY_TOO_LONG = "query-too-long"
    GATEWAY = "gateway"
    CLIENT_REFUSED = "client-refused"
    NO_TOKEN = "no-token"
    TOKEN_RAN_OUT = "token-ran-out"
    SIGN_IN_PAGE = "sign-in-page"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why, in parameters for a sentence. `detail` is technical English with no secret in it; `place` a host or URL."""

    kind: FailureKind
    detail: str = ""
    place: str = ""
    status: int | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether an HTTP server says that the request is at fault: then it has not acted on it."""
        return self.kind is FailureKind.HTTP_ERROR and self.status in _CLIENT_ERRORS


# Without those for time that ran out: gateways say them of the server behind them too, which may be at work by then.
_CLIENT_ERRORS = frozenset(range(400, 500)) - {408, 499}

# After these Marketo itself may have got half way (facts sheet 5.3 and 6.5); any other number of its tables means:
# refused whole. What is no number of them may mean anything.
HALF_WAY_FAULTS = frozenset({"10001", "20011", "", "500", "502", "503", "504", "604", "611", "713", "719"})

_OF_ITS_TABLES = re.compile(r"20[0-9]{3}|1[0-9]{3}|[467][0-9]{2}")  # SOAP's; REST's of a record, and of a reply


def refuses(code: str) -> bool:
    """Whether Marketo has surely done nothing, by the code of its fault."""
    return _OF_ITS_TABLES.fullmatch(code) is not None and code not in HALF_WAY_FAULTS


# An answer with one of these was given by something that did not hand the request on to Marketo's API, or by the API
# itself, which looks at nothing else once it does not take the token.
TURNED_AWAY = frozenset(
    {
        FailureKind.REDIRECTED,
        FailureKind.RETIRED,
        FailureKind.PROXY_LOGIN,
        FailureKind.PROXY_FAILED,
        FailureKind.REQUEST_TOO_LARGE,
        FailureKind.QUERY_TOO_LONG,
        FailureKind.CLIENT_REFUSED,
        FailureKind.TOKEN_RAN_OUT,
        FailureKind.SIGN_IN_PAGE,
    }
)


@dataclass(frozen=True, slots=True)
class Answered:
    """Marketo spoke."""

    call: Call
    exchange: Exchange
    answer: Answer

    @property
    def written(self) -> Written:
        """From the fault code, or from the status word."""
        if not writes(self.call):
            return Written.NO
        if isinstance(self.answer, Fault):
            return Written.NO if refuses(self.answer.code) else Written.UNKNOWN
        if isinstance(self.answer, Synced) and self.answer.status.text in {CREATED, UPDATED}:
            return Written.YES
        if isinstance(self.answer, Synced) and self.answer.status.text == FAILED:
            return Written.NO
        return Written.UNKNOWN


@dataclass(frozen=True, slots=True)
class NotSent:
    """Not one byte of the request left. `exchange` shows what would have been sent, where it had been built."""

    call: Call
    failure: Failure
    exchange: Exchange | None = None

    @property
    def written(self) -> Written:
        """Always NO."""
        return Written.NO


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """The request left, in part or whole, and what came back, if anything, is no answer of Marketo's."""

    call: Call
    failure: Failure
    exchange: Exchange

    @property
    def written(self) -> Written:
        """UNKNOWN for a write, unless something before Marketo turned the request away."""
        if not writes(self.call) or self.failure.kind in TURNED_AWAY or self.failure.is_refusal:
            return Written.NO
        return Written.UNKNOWN


Outcome = Answered | NotSent | NotAnswered
