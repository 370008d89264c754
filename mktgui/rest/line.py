"""The requests of one call over REST: each with a token, all within one time, and all kept.

Nothing that leaves this module has the client's secret, its id or a token in it: all are blotted out of the exchanges,
however a server repeats them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from mktgui.domain.answers import Fault
from mktgui.domain.exchange import Exchange, Message, Part, Stage
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import Report
from mktgui.domain.secret import Secret
from mktgui.rest.envelope import read_reply
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError
from mktgui.rest.judging import failure_of, place_of
from mktgui.rest.requests import RestRequest
from mktgui.rest.token import GONE, Client, Granted, Refused, TokenKeeper, read_token, token_target
from mktgui.wire.blot import Blots
from mktgui.wire.http import Carried, Post, unsent
from mktgui.wire.kept import Kept
from mktgui.wire.network import Network
from mktgui.wire.redact import MASK, mask_body, mask_text
from mktgui.wire.rungs import Watch, watch_nothing

Kind = FailureKind

ACCEPTED = {"Accept": "application/json"}
_LARGEST_REFUSAL = 64 * 1024  # bytes; an answer larger than that is no word about a token
_UNAUTHORIZED = 401
_BLAMES_CLIENT = frozenset({"unauthorized", "invalid_client", "unauthorized_client"})
_ALSO_GONE = frozenset({"401", ""})  # beside that status


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a request. `failure` is None where a whole answer came; `grantless` where there was no token.

    Without a token the request was not sent, and `exchange` shows what would have been. Only where it had left once and
    was `turned_away` for its token, `exchange` is that try, and `failure` says why no other came about.
    """

    exchange: Exchange
    failure: Failure | None = None
    grantless: bool = False
    turned_away: bool = False

    @property
    def body(self) -> bytes:
        """What came back, as far as it came."""
        return self.exchange.received.body if self.exchange.received else b""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One HTTP request."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""
    goes_on: bool = False
    may_repeat: bool = False


class Line:
    """For one call. `abort` may come from any thread; everything else from the one that calls.

    The time for all requests together is that to connect and that to answer, as over SOAP for its one.
    """

    def __init__(
        self, endpoint: str, client: Client, tokens: TokenKeeper, network: Network, watch: Watch = watch_nothing
    ) -> None:
        self.endpoint, self._client, self._tokens, self._network = endpoint, client, tokens, network
        self._watch = watch
        self._until = tokens.clock() + network.connect_seconds + network.answer_seconds
        self._private = Blots((client.secret,))
        self._private.add_id(client.client_id)
        self._lock = Lock()
        self._post: Post | None = None
        self._kept_open = Kept()
        self._stopped = False
        self.exchanges: list[Exchange] = []
        self.scope = ""

    def abort(self) -> None:
        """Hang up, and let no other request leave."""
        with self._lock:
            self._stopped = True
            post = self._post
        if post is not None:
            post.abort()

    def grant(self, *, fresh: bool = False) -> Secret | Failure:
        """A token: a kept one unless it has to be `fresh`, else a new one, or why there is none."""
        kept = None if fresh else self._tokens.get(self._client)
        if kept is not None:
            self._private.add(kept)
            return kept
        asked_at = self._tokens.clock()
        asked = _Asked("GET", self._client.identity + token_target(self._client), ACCEPTED)
        heard, answer = self._ask_for_token(asked)
        if not isinstance(answer, Granted):
            return answer or heard.failure or Failure(kind=Kind.UNEXPECTED)
        self._tokens.keep(self._client, answer, asked_at)
        self.scope = answer.scope
        return answer.token

    def close(self) -> None:
        """The call is over: nothing else is asked over the connection that was kept for it."""
        self._kept_open.close()

    def ask(self, request: RestRequest, part: Part, report: Report, *, goes_on: bool = False) -> Heard:
        """Send a request and take what comes; once more with another token where Marketo does not take this one.

        That is safe for a write too: what is refused for its token was not looked at (facts sheet 6.5). Where the call
        `goes_on`, the next request may have the same connection.
        """
        token = self.grant()
        if isinstance(token, Failure):
            return self._without_token(request, part, token)
        heard = self._carry(self._with_token(request, token, part, goes_on=goes_on), part, report)
        if not _refuses_token(heard):
            return heard
        self._tokens.drop(self._client, token)
        token = self.grant()
        if isinstance(token, Failure):
            return replace(heard, failure=token, grantless=True, turned_away=True)
        again = self._carry(self._with_token(request, token, part, goes_on=goes_on), part, report)
        if again.exchange.left:
            return again
        self.exchanges = [one for one in self.exchanges if one is not again.exchange]
        return replace(heard, failure=again.failure, turned_away=True)

    def _with_token(self, request: RestRequest, token: Secret, part: Part, *, goes_on: bool = False) -> _Asked:
        headers = {**ACCEPTED, "Authorization": f"Bearer {token.reveal()}"}
        if request.kind:
            headers["Content-Type"] = request.kind
        url, may_repeat = self.endpoint + request.target, part is Part.READ_BACK
        return _Asked(request.method, url, headers, request.body, goes_on=goes_on, may_repeat=may_repeat)

    def put_off(self, request: RestRequest, because: Heard) -> Heard:
        """The request that the call is named for, which is not sent, for the reason that another one was not heard."""
        failure = because.failure or Failure(kind=Kind.UNEXPECTED)
        return Heard(self._unsent(request, Part.CALL), failure, because.grantless)

    def _without_token(self, request: RestRequest, part: Part, failure: Failure) -> Heard:
        return Heard(self._unsent(request, part), failure, grantless=True)

    def _unsent(self, request: RestRequest, part: Part) -> Exchange:
        asked = self._with_token(request, Secret(MASK), part)
        return self._kept(unsent(asked.method, asked.url, asked.headers, asked.body), part)

    def _ask_for_token(self, asked: _Asked) -> tuple[Heard, Granted | Failure | None]:
        """What came, and what it says; None where that is nothing at all."""
        carried = self._send(asked, _tell_nobody, self._watch)
        body = carried.exchange.received.body if carried.exchange.received else b""
        try:
            answer: Granted | Refused | Failure | None = read_token(body)
        except (NotJsonError, BrokenJsonError) as error:
            answer = None if carried.failure else failure_of(error, carried.exchange)
        if isinstance(answer, Granted):
            self._private.add(answer.token)
        heard = self._heard(carried, Part.TOKEN)
        if isinstance(answer, Refused):
            answer = _refusal(answer, heard.exchange)
        if isinstance(answer, Failure):
            answer = self._without_secrets(answer)
        return heard, answer

    def _carry(self, asked: _Asked, part: Part, report: Report) -> Heard:
        return self._heard(self._send(asked, report, watch_nothing), part)

    def _send(self, asked: _Asked, report: Report, watch: Watch) -> Carried:
        left = self._until - self._tokens.clock()
        if left <= 0:
            exchange = unsent(asked.method, asked.url, asked.headers, asked.body)
            return Carried(exchange, Failure(kind=Kind.CONNECT_TIMEOUT, place=place_of(exchange)))
        post = Post(kept=self._kept_open)
        with self._lock:
            self._post = post
            stopped = self._stopped
        if stopped:
            post.abort()
        return post.carry(
            self._network,
            asked.url,
            asked.headers,
            asked.body,
            report,
            watch,
            method=asked.method,
            within=left,
            goes_on=asked.goes_on,
            may_repeat=asked.may_repeat,
        )

    def _heard(self, carried: Carried, part: Part) -> Heard:
        failure = carried.failure
        if failure is not None:
            kind = Kind.NOT_JSON if failure.kind is Kind.NOT_SOAP else failure.kind  # the wire's word for no HTTP
            failure = self._without_secrets(replace(failure, kind=kind))
        return Heard(self._kept(carried.exchange, part), failure)

    def _kept(self, exchange: Exchange, part: Part) -> Exchange:
        """The exchange as anybody may see it, kept where it left or is what the call was about."""
        kept = replace(
            exchange,
            part=part,
            endpoint=self._blotted(exchange.endpoint, part),
            sent=self._without_secrets_in(exchange.sent, part),
            received=self._without_secrets_in(exchange.received, part) if exchange.received else None,
        )
        if kept.left or part is Part.CALL:
            self.exchanges.append(kept)
        return kept

    def _without_secrets_in(self, message: Message, part: Part) -> Message:
        """Where a token is asked for, the place of the secret is known too, however short it is."""
        headers = tuple((name, _without_token(name, value)) for name, value in message.headers)
        blotted = self._private.message(Message(message.start_line, headers, message.body))
        if part is not Part.TOKEN:
            return blotted
        headers = tuple((name, mask_text(value)) for name, value in blotted.headers)
        return Message(mask_text(blotted.start_line), headers, mask_body(blotted.body))

    def _without_secrets(self, failure: Failure) -> Failure:
        """What an HTTP library says of a failure has the whole address in it."""
        return replace(failure, detail=self._blotted(failure.detail, Part.TOKEN))

    def _blotted(self, text: str, part: Part) -> str:
        text = self._private.text(text)
        return mask_text(text) if part is Part.TOKEN else text


def _without_token(name: str, value: str) -> str:
    """Whatever it looks like, what stands behind the scheme is a token."""
    return f"{value.partition(' ')[0]} {MASK}" if name.lower() == "authorization" else value


def _refuses_token(heard: Heard) -> bool:
    """By what the API says; by the status alone only where it says nothing: a write that was done is never repeated."""
    is_unauthorized = heard.exchange.status == _UNAUTHORIZED
    if len(heard.body) > _LARGEST_REFUSAL or (heard.failure is not None and not is_unauthorized):
        return is_unauthorized
    try:
        reply = read_reply(heard.body)
    except NotJsonError:
        return is_unauthorized
    except BrokenJsonError:
        return False
    return isinstance(reply, Fault) and (reply.code in GONE or (is_unauthorized and reply.code in _ALSO_GONE))


def _refusal(refused: Refused, exchange: Exchange) -> Failure:
    """Only one that blames the client is the person's to mend (facts sheet 6.1)."""
    blames = exchange.status == _UNAUTHORIZED or refused.error in _BLAMES_CLIENT
    return Failure(
        kind=Kind.CLIENT_REFUSED if blames else Kind.NO_TOKEN,
        detail=": ".join(word for word in (refused.error, refused.description) if word),
        place=place_of(exchange),
        status=exchange.status,
    )


def _tell_nobody(stage: Stage) -> None:
    """The stages are those of the request that the person waits for."""
