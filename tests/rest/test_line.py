"""Requests with tokens: kept, renewed, taken once more where one was refused; and never shown."""

from base64 import b64encode
from dataclasses import replace
from threading import Event, Thread
from time import monotonic
from urllib.parse import quote, quote_plus

import pytest

from mktgui.domain.exchange import Part, Stage
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.secret import Secret
from mktgui.rest.line import Heard, Line
from mktgui.rest.requests import RestRequest, partitions
from mktgui.rest.token import RENEWED_BELOW, Client, Granted, TokenKeeper
from mktgui.wire.network import Network
from tests.rest.connecting import CLIENT_ID, PARTITIONS, SECRET, TOKEN, Marketo, no_report, refusal
from tests.wire.scripted import ScriptedServer, Stages, Talk, http, unused_port

Kind = FailureKind
FIRST, SECOND = "canary-token-1:ab", "canary-token-2:cd"
ASK = partitions()
NEXT_TOKEN = http(TOKEN.replace(FIRST.encode(), SECOND.encode()))


class Clock:
    """Seconds that go by only when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def client_of(server: ScriptedServer) -> Client:
    return Client(f"http://127.0.0.1:{server.port}/identity", CLIENT_ID, Secret(SECRET))


def line_to(server: ScriptedServer, tokens: TokenKeeper | None = None, seconds: float = 3.0) -> Line:
    network = Network(connect_seconds=seconds, answer_seconds=seconds)
    return Line(f"http://127.0.0.1:{server.port}/rest", client_of(server), tokens or TokenKeeper(), network)


def ask(line: Line, request: RestRequest = ASK, part: Part = Part.CALL) -> Heard:
    return line.ask(request, part, no_report)


def tokens_sent(marketo: Marketo) -> list[str]:
    """The bearer of each request to the API."""
    lines = [line.decode() for request in marketo.heard for line in request.split(b"\r\n")]
    return [line.partition("Bearer ")[2] for line in lines if line.startswith("Authorization:")]


def test_a_token_is_asked_for_once_and_serves_every_call_until_it_is_about_to_end() -> None:
    marketo, clock = Marketo({"token": [http(TOKEN), NEXT_TOKEN]}), Clock()
    tokens = TokenKeeper(clock)
    with ScriptedServer(marketo) as server:
        for _ in range(2):
            heard = ask(line_to(server, tokens))
            assert (heard.failure, heard.body) == (None, PARTITIONS)
        clock.now += 3599 - RENEWED_BELOW - 1
        ask(line_to(server, tokens))
        clock.now += 2
        line = line_to(server, tokens)
        ask(line)
    assert marketo.asked == ["token", "partitions", "partitions", "partitions", "token", "partitions"]
    assert tokens_sent(marketo) == [FIRST, FIRST, FIRST, SECOND]
    assert [one.part for one in line.exchanges] == [Part.TOKEN, Part.CALL]
    assert line.scope == "api@corp.example"


def test_what_goes_over_the_wire() -> None:
    marketo = Marketo()
    with ScriptedServer(marketo) as server:
        request = RestRequest("POST", "/v1/leads.json", b'{"a":1}', "application/json")
        heard = ask(line_to(server), request)
    for_token, call = (one.decode() for one in marketo.heard)
    query = f"grant_type=client_credentials&client_id={CLIENT_ID}&client_secret={quote_plus(SECRET)}"
    assert for_token.startswith(f"GET /identity/oauth/token?{query} HTTP/1.1\r\n")
    assert "Accept: application/json\r\n" in for_token
    assert "Content-Length" not in for_token
    assert call.startswith("POST /rest/v1/leads.json HTTP/1.1\r\n")
    assert f"Authorization: Bearer {FIRST}\r\n" in call
    assert "Content-Type: application/json\r\n" in call
    assert call.endswith('\r\n\r\n{"a":1}')
    assert heard.exchange.sent.body == b'{"a":1}'


REFUSALS = [
    refusal("601"),
    refusal("602"),
    http(b'{"success":false,"errors":[{"code":602.0}]}'),
    http(b"<p>Who?", "401 Unauthorized"),
    http(b"<p>" + b"?" * 70_000, "401 Unauthorized"),
    http(b'{"success":false,"errors":[{"code":"401"}]}', "401 Unauthorized"),
    http(b'{"success":false}', "401 Unauthorized"),
    http(b'{"error":"invalid_token"}', "401 Unauthorized"),
]


@pytest.mark.parametrize("reply", REFUSALS)
def test_a_token_that_is_refused_is_replaced_and_the_request_made_once_more(reply: bytes) -> None:
    marketo = Marketo({"partitions": [reply], "token": [http(TOKEN), NEXT_TOKEN]})
    with ScriptedServer(marketo) as server:
        line = line_to(server)
        heard = ask(line)
    assert heard.body == PARTITIONS
    assert marketo.asked == ["token", "partitions", "token", "partitions"]
    assert tokens_sent(marketo) == [FIRST, SECOND]
    assert [one.part for one in line.exchanges] == [Part.TOKEN, Part.CALL, Part.TOKEN, Part.CALL]
    assert line.exchanges[-1] is heard.exchange


def test_a_second_refusal_is_the_answer() -> None:
    marketo = Marketo({"partitions": [refusal("602", "Expired")] * 3})
    with ScriptedServer(marketo) as server:
        heard = ask(line_to(server))
    assert b'"602"' in heard.body
    assert marketo.asked == ["token", "partitions", "token", "partitions"]


@pytest.mark.parametrize(
    "reply",
    [
        refusal("603"),
        http(b"<html>602</html>"),
        http(b'{"result":[{"id":602}],"success":true}'),
        http(b'{"success":false,"errors":[{"code":"602"}],"more":"' + b"x" * 70_000 + b'"}'),
        b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + refusal("602").partition(b"\r\n\r\n")[2],
        http(b'{"success":true,"result":[{"id":7,"status":"updated"}]}', "401 Unauthorized"),
        http(b'{"success":false,"result":[{"id":7,"status":"updated"}]}', "401 Unauthorized"),
        http(b'{"success":false,"errors":[{"code":"611"}]}', "401 Unauthorized"),
    ],
)
def test_anything_else_is_no_reason_to_ask_twice(reply: bytes) -> None:
    marketo = Marketo({"partitions": [reply]})
    with ScriptedServer(marketo) as server:
        ask(line_to(server))
    assert marketo.asked == ["token", "partitions"]


def test_where_no_other_token_is_to_be_had_the_refused_try_is_what_there_is() -> None:
    refused = http(b'{"error":"invalid_client","error_description":"Bad client credentials"}', "401 Unauthorized")
    marketo = Marketo({"partitions": [refusal("602")], "token": [http(TOKEN), refused]})
    with ScriptedServer(marketo) as server:
        heard = ask(line_to(server))
    assert heard.grantless
    assert heard.turned_away
    assert heard.exchange.left
    assert heard.failure == Failure(
        kind=Kind.CLIENT_REFUSED,
        detail="invalid_client: Bad client credentials",
        place=f"127.0.0.1:{server.port}",
        status=401,
    )
    assert b'"602"' in heard.body


def test_a_second_try_that_does_not_leave_leaves_the_refused_one_as_what_there_is() -> None:
    clock = Clock()
    tokens = TokenKeeper(clock)

    def late(what: str) -> None:
        clock.now += 10 if what == "token" and marketo.asked.count("token") == 2 else 0

    marketo = Marketo({"partitions": [refusal("602")]}, before=late)
    with ScriptedServer(marketo) as server:
        line = line_to(server, tokens)
        heard = ask(line)
    assert heard.failure is not None
    assert (heard.failure.kind, heard.turned_away, heard.exchange.left) == (Kind.CONNECT_TIMEOUT, True, True)
    assert [one.part for one in line.exchanges] == [Part.TOKEN, Part.CALL, Part.TOKEN]
    assert line.exchanges[1] is heard.exchange


NO_TOKEN: dict[str, tuple[bytes, FailureKind]] = {
    "wrong secret": (http(b'{"error":"invalid_client"}', "401 Unauthorized"), Kind.CLIENT_REFUSED),
    "unknown client": (http(b'{"error":"unauthorized"}', "400 Bad Request"), Kind.CLIENT_REFUSED),
    "wrong grant": (http(b'{"error":"unsupported_grant_type"}', "400 Bad Request"), Kind.NO_TOKEN),
    "page": (http(b"<html>"), Kind.NOT_JSON),
    "half": (http(b'{"access_token":"canary'), Kind.BROKEN_JSON),
    "nothing": (http(b"", "204 No Content"), Kind.NOT_JSON),
    "no word of it": (http(b"{}"), Kind.NOT_JSON),
    "gateway": (http(b"<html>", "502 Bad Gateway"), Kind.GATEWAY),
    "away": (http(b"", "302 Found", "Location: /login"), Kind.REDIRECTED),
    "not there": (http(b"", "404 Not Found"), Kind.HTTP_ERROR),
    "proxy": (http(b"", "407 Proxy Authentication Required"), Kind.PROXY_LOGIN),
    "cut": (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", Kind.CUT_OFF),
    "not even HTTP": (b"SSH-2.0\r\n", Kind.NOT_JSON),
}


@pytest.mark.parametrize("name", NO_TOKEN)
def test_why_there_is_no_token(name: str) -> None:
    reply, kind = NO_TOKEN[name]
    marketo = Marketo({"token": [reply]})
    with ScriptedServer(marketo) as server:
        line = line_to(server)
        heard = ask(line)
    assert heard.failure is not None
    assert (heard.failure.kind, heard.grantless, heard.exchange.left) == (kind, True, False)
    assert heard.failure.place == f"127.0.0.1:{server.port}"
    assert marketo.asked == ["token"]
    assert [one.part for one in line.exchanges] == [Part.TOKEN, Part.CALL]
    assert "canary" not in repr((heard, line.exchanges))


def test_a_token_that_came_whole_counts_even_where_the_line_broke_after_it() -> None:
    marketo = Marketo({"token": [b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + TOKEN]})
    with ScriptedServer(marketo) as server:
        assert ask(line_to(server)).body == PARTITIONS


def test_nobody_there_to_ask_for_a_token() -> None:
    place = f"http://127.0.0.1:{unused_port()}"
    client = Client(f"{place}/identity", CLIENT_ID, Secret(SECRET))
    line = Line(f"{place}/rest", client, TokenKeeper(), Network(connect_seconds=1, answer_seconds=1))
    heard = ask(line, part=Part.READ_BACK)
    assert heard.failure is not None
    assert heard.failure.kind is Kind.REFUSED
    assert line.exchanges == []  # nothing left, and it was not what the call is about
    assert "canary" not in repr(heard.failure)


# What is never shown


def echoing(request: bytes) -> bytes:
    """A server that repeats what it was told, in every way it knows."""
    secret, token = SECRET, FIRST
    forms = [request.decode(), secret, quote(secret), quote_plus(secret), f'{{"client_secret":"{secret}"}}']
    forms += [
        CLIENT_ID,
        f"No client with requested id: {CLIENT_ID}",
        b64encode(f"{CLIENT_ID}:{secret}".encode()).decode(),
    ]
    forms += [token, f"Bearer {token}", quote(token, safe=""), f"<token>{token}</token>", secret.replace("&", "&amp;")]
    return "\n".join(forms).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("status", ["200 OK", "500 Oops"])
def test_neither_secret_nor_token_is_in_anything_that_leaves_the_room(status: str, encoding: str) -> None:
    def script(talk: Talk) -> None:
        request = talk.hear_request()
        if b"oauth" in request:
            talk.say(http(TOKEN, "200 OK", f"X-Echo: {SECRET}", f"Location: /?client_secret={quote_plus(SECRET)}"))
        else:
            body = echoing(request).decode().encode(encoding)
            talk.say(http(body, status, f"X-Echo: Bearer {FIRST}", f"Set-Cookie: t={FIRST}"))

    with ScriptedServer(script) as server:
        line = line_to(server)
        heard = ask(line)
    everything = repr((heard, line.exchanges)) + str([one.received for one in line.exchanges])
    bodies = (
        b"".join(one.received.body for one in line.exchanges if one.received)
        .replace(b"\0", b"")
        .decode("utf-8", "replace")
    )
    for canary in (SECRET, quote_plus(SECRET), quote(SECRET), FIRST, quote(FIRST, safe=""), "canary", CLIENT_ID):
        assert canary not in everything
        assert canary not in bodies
    assert dict(heard.exchange.sent.headers)["Authorization"] == "Bearer ***"
    assert "client_secret=***" in line.exchanges[0].endpoint
    assert "client_secret=***" in line.exchanges[0].sent.start_line
    assert line.exchanges[0].received is not None
    assert b'"access_token":"***"' in line.exchanges[0].received.body
    assert b64encode(SECRET.encode()).decode() not in everything


def test_a_refused_client_is_not_named_and_its_words_are_told() -> None:
    said = b'{"error":"unauthorized","error_description":"No client with requested id: %s"}' % CLIENT_ID.encode()
    with ScriptedServer(Marketo({"token": [http(said, "401 Unauthorized")]})) as server:
        line = line_to(server)
        heard = ask(line)
    assert heard.failure is not None
    assert heard.failure.kind is Kind.CLIENT_REFUSED
    assert heard.failure.detail == "unauthorized: No client with requested id: ***"
    assert line.exchanges[0].received is not None
    assert CLIENT_ID.encode() not in line.exchanges[0].received.body


def test_a_client_id_that_is_a_plain_word_spoils_no_answer() -> None:
    with ScriptedServer(Marketo()) as server:
        client = replace(client_of(server), client_id="success")
        line = Line(f"http://127.0.0.1:{server.port}/rest", client, TokenKeeper(), Network())
        heard = ask(line)
    assert heard.body == PARTITIONS


def test_a_short_secret_is_hidden_where_its_place_is_known_and_a_short_token_too() -> None:
    marketo = Marketo({"token": [http(b'{"access_token":"tk","expires_in":9}')]})
    with ScriptedServer(marketo) as server:
        client = replace(client_of(server), secret=Secret("pw"))
        line = Line(f"http://127.0.0.1:{server.port}/rest", client, TokenKeeper(), Network())
        ask(line)
    assert "client_secret=***" in line.exchanges[0].sent.start_line
    assert line.exchanges[0].received is not None
    assert b"tk" not in line.exchanges[0].received.body
    assert dict(line.exchanges[1].sent.headers)["Authorization"] == "Bearer ***"
    assert tokens_sent(marketo) == ["tk"]


def test_what_a_library_says_of_a_failure_has_no_secret_in_it() -> None:
    with ScriptedServer(Talk.hear_something) as server:
        line = line_to(server)
        heard = ask(line)
    assert heard.failure is not None
    assert heard.failure.kind is Kind.CUT_OFF
    assert heard.failure.detail
    assert "canary" not in repr((heard, line.exchanges))


# Time, and stopping


def test_all_requests_of_a_call_share_one_time() -> None:
    def script(talk: Talk) -> None:
        request = talk.hear_request()
        if b"oauth" in request:
            talk.server.may_go_on.wait(0.3)
            talk.say(http(TOKEN))
        else:
            talk.wait_for_the_end()

    with ScriptedServer(script) as server:
        began = monotonic()
        heard = ask(line_to(server, seconds=0.4))
        took = monotonic() - began
    assert heard.failure is not None
    assert (heard.failure.kind, heard.exchange.left) == (Kind.ANSWER_TIMEOUT, True)
    assert 0.6 < took < 3


def test_what_cannot_be_sent_in_time_is_not_sent() -> None:
    clock = Clock()
    tokens = TokenKeeper(clock)
    marketo = Marketo()
    with ScriptedServer(marketo) as server:
        line = line_to(server, tokens)
        tokens.keep(client_of(server), Granted(Secret(FIRST), 3600), clock.now)
        clock.now += 6.1
        heard = ask(line)
    assert heard.failure == Failure(kind=Kind.CONNECT_TIMEOUT, place=f"127.0.0.1:{server.port}")
    assert not heard.exchange.left
    assert heard.exchange.sent.header("authorization") == "Bearer ***"
    assert marketo.asked == []


@pytest.mark.parametrize("at", ["token", "call"])
def test_hanging_up_closes_the_socket_and_lets_nothing_more_leave(at: str) -> None:
    def script(talk: Talk) -> None:
        request = talk.hear_request()
        if at == "call" and b"oauth" in request:
            talk.say(http(TOKEN))
        else:
            talk.server.may_go_on.set()
            talk.wait_for_the_end()

    with ScriptedServer(script) as server:
        line = line_to(server, seconds=30)
        heard: list[Heard] = []
        thread = Thread(target=lambda: heard.append(ask(line)))
        thread.start()
        assert server.may_go_on.wait(5)
        line.abort()
        thread.join(5)
        later = ask(line, part=Part.READ_BACK)
    [one] = heard
    assert one.failure is not None
    assert (one.failure.kind, one.exchange.left, one.grantless) == (Kind.STOPPED, at == "call", at == "token")
    assert later.failure is not None
    assert (later.failure.kind, later.exchange.left) == (Kind.STOPPED, False)
    assert server.connections == (1 if at == "token" else 2)


def test_a_call_that_is_over_closes_the_connection_that_was_kept_for_it() -> None:
    closed = Event()

    def script(talk: Talk) -> None:
        if b"oauth" in talk.hear_request():
            talk.say(http(TOKEN))
            return
        talk.say(http(PARTITIONS))
        talk.wait_for_the_end()
        closed.set()

    with ScriptedServer(script) as server:
        line = line_to(server)
        assert line.ask(ASK, Part.CALL, no_report, goes_on=True).failure is None
        assert not closed.is_set()
        line.close()
        assert closed.wait(5)


def test_hanging_up_before_anything_lets_nothing_leave() -> None:
    with ScriptedServer(Marketo()) as server:
        line = line_to(server)
        line.abort()
        heard = ask(line)
    assert heard.failure is not None
    assert (heard.failure.kind, server.connections) == (Kind.STOPPED, 0)


def test_the_stages_are_those_of_the_request_itself() -> None:
    stages = Stages()
    with ScriptedServer(Marketo()) as server:
        line_to(server).ask(ASK, Part.CALL, stages)
    assert stages == [Stage.CONNECTING, Stage.SENDING, Stage.WAITING, Stage.RECEIVING]


def test_a_request_that_is_put_off_is_shown_and_says_why() -> None:
    with ScriptedServer(Marketo()) as server:
        line = line_to(server)
        because = Heard(line.exchanges[0] if line.exchanges else ask(line).exchange, Failure(kind=Kind.STOPPED))
        put_off = line.put_off(ASK, because)
        assert put_off.failure == because.failure
        bare = line.put_off(ASK, replace(because, failure=None))
    assert bare.failure == Failure(kind=Kind.UNEXPECTED)
    assert not put_off.exchange.left
    assert put_off.exchange.sent.start_line == "GET /rest/v1/leads/partitions.json HTTP/1.1"
    assert line.exchanges[-2] is put_off.exchange


def test_a_slow_token_takes_nothing_from_its_life() -> None:
    clock = Clock()
    tokens = TokenKeeper(clock)

    def script(talk: Talk) -> None:
        talk.hear_request()
        clock.now += 2
        talk.say(http(TOKEN.replace(b"3599", b"61")))

    with ScriptedServer(script) as server:
        line = line_to(server, tokens)
        granted = line.grant()
    assert isinstance(granted, Secret)
    assert tokens.get(client_of(server)) is None  # 61 s from when it was asked for, and 2 of them are gone
