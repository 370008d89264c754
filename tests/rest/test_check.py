"""The credential check over REST: a token and one call, which reads; told rung by rung; given up at any moment."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
import trustme

from mktgui.domain.exchange import Part
from mktgui.domain.ladder import REST_LADDER, CheckResult, Mark, Rung, RungResult, Verdict, skipped
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.profile import Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings
from mktgui.rest.check import RestCheck
from mktgui.rest.told import Told
from mktgui.wire.way import Way
from tests.rest.connecting import PARTITIONS, SECRET, TOKEN, Marketo, operations, profile_for, refusal
from tests.soap.ground import Ground
from tests.wire.scripted import PATIENCE, Talk, answer, http, unused_port

V, R = Verdict, Rung
PAGE = b"<!DOCTYPE html><title>Welcome</title>"
GOOD = profile_for("https://127.0.0.1:1/rest", seconds=1.0)


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Attempt:
    """What a person has set up."""

    profile: Profile = GOOD
    secret: Callable[[], Secret | None] = lambda: Secret(SECRET)
    now: Callable[[], datetime] = now

    def check(self) -> RestCheck:
        way = Way(proxy_password=lambda: None, system_proxy=lambda _: "")
        return RestCheck(self.profile, self.secret, Told(), self.now, way)


Make = Callable[[Ground], Attempt]


def climb(attempt: Attempt) -> tuple[CheckResult, list[RungResult]]:
    told: list[RungResult] = []
    return attempt.check().run(told.append), told


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    with ExitStack() as stack:
        yield Ground(stack, tmp_path, trustme.CA())


def right(server: PracticeServer, role: str = "read-write") -> Attempt:
    """A person who got everything right."""
    client_id, secret = server.clients[role]
    return Attempt(profile_for(server.rest_endpoint, client_id), lambda: Secret(secret))


def test_a_token_and_one_call_which_reads(server: PracticeServer) -> None:
    before = repr(server.world.leads)
    result, told = climb(right(server))
    assert result.verdict is V.GOOD
    assert operations(server) == ["token", "partitions"]
    assert repr(server.world.leads) == before
    assert list(result.rungs) == told, "each was told as it was found, and in order"
    assert tuple(one.rung for one in told) == REST_LADDER
    assert result.is_of_rest
    whys = {one.rung: one.param("why") for one in result.rungs if one.mark is Mark.SKIPPED}
    assert whys == {R.NAME: "number", R.PROXY: "straight", R.TLS: "loopback"}
    assert result.on(R.CLIENT).param("scope") == "read-write@practice.example"
    assert result.on(R.LIMITS).param("calls_a_day") == "50000"
    assert SECRET not in repr(result)


def test_what_went_over_the_wire_is_given_with_the_token_before_it_and_no_secret_in_it(server: PracticeServer) -> None:
    attempt = right(server)
    exchange = climb(attempt)[0].exchange
    assert exchange is not None
    assert [one.part for one in exchange.all] == [Part.TOKEN, Part.CALL]
    assert exchange.received is not None
    assert exchange.received.body == server.journal[-1].reply
    secret = attempt.secret()
    assert secret is not None
    assert secret.reveal() not in repr(exchange)
    assert "Bearer ***" in repr(exchange)


def test_where_no_token_came_the_request_for_it_is_all_there_is(server: PracticeServer) -> None:
    exchange = climb(replace(right(server), secret=lambda: Secret("wrong")))[0].exchange
    assert exchange is not None
    assert [(one.part, one.status) for one in exchange.all] == [(Part.TOKEN, 401)]


def test_where_nothing_was_asked_nothing_is_given() -> None:
    assert climb(Attempt(secret=lambda: None))[0].exchange is None


@pytest.mark.parametrize(
    ("role", "partitions"),
    [
        ("read-write", ("Default", "Archive", "EMEA", "EMEA Archive", "APAC")),
        ("emea-only", ("EMEA", "EMEA Archive")),
        ("read-only", ("Default", "Archive", "EMEA", "EMEA Archive", "APAC")),
    ],
)
def test_the_partitions_that_the_user_may_see_are_given_back(
    server: PracticeServer, role: str, partitions: tuple[str, ...]
) -> None:
    result, _ = climb(right(server, role))
    assert (result.verdict, result.partitions) == (V.GOOD, partitions)
    assert result.on(R.PARTITIONS).param("names") == ", ".join(partitions)


def test_a_user_who_sees_no_partition_is_worth_a_word(ground: Ground) -> None:
    marketo = Marketo({"partitions": [http(b'{"success":true,"result":[]}')]})
    result, _ = climb(near(ground, marketo))
    assert (result.verdict, result.on(R.PARTITIONS).mark, result.partitions) == (V.GOOD, Mark.WARNING, ())


def test_a_clock_that_is_off_is_told_and_does_no_harm(server: PracticeServer) -> None:
    result, _ = climb(replace(right(server), now=lambda: now() + timedelta(seconds=300)))
    assert (result.verdict, result.on(R.CLOCK).mark) == (V.GOOD, Mark.WARNING)


def test_all_the_way_through_tls(ground: Ground) -> None:
    server = ground.serve(Marketo(), ground.certificate("127.0.0.1"))
    profile = replace(GOOD, endpoint=f"https://127.0.0.1:{server.port}", ca_file=ground.ca_file)
    result, _ = climb(Attempt(profile))
    assert result.verdict is V.GOOD
    assert "Testing CA" in result.on(R.TLS).param("issuer")
    assert result.on(R.CLOCK) == skipped(R.CLOCK, "no-date")


def test_it_asks_for_a_token_even_where_one_is_kept(server: PracticeServer) -> None:
    told, attempt = Told(), right(server)
    for _ in range(2):
        RestCheck(attempt.profile, attempt.secret, told, now).run(lambda _: None)
    assert operations(server) == ["token", "partitions"] * 2


# What can be wrong


def near(ground: Ground, script: Callable[[Talk], object], seconds: float = 1.0) -> Attempt:
    server = ground.serve(script)
    return Attempt(profile_for(f"http://127.0.0.1:{server.port}/rest", seconds=seconds))


def at(endpoint: str) -> Make:
    return lambda _: Attempt(replace(GOOD, endpoint=endpoint))


def token(reply: bytes) -> Make:
    """The identity service says this."""
    return lambda ground: near(ground, Marketo({"token": [reply] * 2}))


def call(*replies: bytes) -> Make:
    """The read-only call is answered so."""
    return lambda ground: near(ground, Marketo({"partitions": list(replies)}))


def practice(secret: str = "", trick: str = "", client_id: str = "") -> Make:
    def make(ground: Ground) -> Attempt:
        server = ground.practice()
        if trick:
            server.next(trick, 2)
        attempt = right(server)
        if secret:
            attempt = replace(attempt, secret=lambda: Secret(secret))
        return replace(attempt, profile=replace(attempt.profile, user_id=client_id or attempt.profile.user_id))

    return make


def crowded_practice(ground: Ground) -> Attempt:
    server = ground.practice()
    server.settings = Settings(rest_calls_per_day=0)
    return right(server)


def refuses(trouble: SecretTrouble) -> Attempt:
    def secret() -> Secret | None:
        raise SecretError(trouble, "no")

    return replace(Attempt(), secret=secret)


def stranger(ground: Ground) -> Attempt:
    server = ground.serve(answer(http(PAGE)), ground.certificate("127.0.0.1"))
    return Attempt(replace(GOOD, endpoint=f"https://127.0.0.1:{server.port}"))


def dead_proxy(_: Ground) -> Attempt:
    choice = ProxyChoice(kind=ProxyKind.MANUAL, host="127.0.0.1", port=unused_port())
    return Attempt(replace(GOOD, endpoint="123-ABC-456", proxy=choice))


def silent_after_token(ground: Ground) -> Attempt:
    def script(talk: Talk) -> None:
        if b"oauth" in talk.hear_request():
            talk.say(http(TOKEN))
        else:
            talk.wait_for_the_end()

    return near(ground, script, 0.3)


BROKEN: dict[str, tuple[Verdict, Rung, Make]] = {
    "no client id": (V.PROFILE_INCOMPLETE, R.PROFILE, lambda _: Attempt(replace(GOOD, user_id=" "))),
    "no endpoint": (V.PROFILE_INCOMPLETE, R.PROFILE, at("")),
    "bad field": (V.PROFILE_INCOMPLETE, R.PROFILE, lambda _: Attempt(replace(GOOD, foreign_field="a b"))),
    "no secret": (V.SECRET_MISSING, R.SECRET, lambda _: Attempt(secret=lambda: None)),
    "blank secret": (V.SECRET_MISSING, R.SECRET, lambda _: Attempt(secret=lambda: Secret(" "))),
    "keyring locked": (V.SECRET_LOCKED, R.SECRET, lambda _: refuses(SecretTrouble.LOCKED)),
    "keyring refuses": (V.SECRET_UNREADABLE, R.SECRET, lambda _: refuses(SecretTrouble.REFUSED)),
    "words for an address": (V.ADDRESS_UNUSABLE, R.ADDRESS, at("ask Ada")),
    "SOAP host": (V.ADDRESS_IS_SOAP, R.ADDRESS, at("https://na-x.marketo.com/soap/mktows/2_0")),
    "plain http": (V.NOT_ENCRYPTED, R.ADDRESS, at("http://x.example/rest")),
    "identity in plain http": (
        V.NOT_ENCRYPTED,
        R.ADDRESS,
        lambda _: Attempt(replace(GOOD, identity="http://x.example/identity")),
    ),
    "unknown name": (V.NAME_UNKNOWN, R.NAME, at("https://no-such-host.invalid/rest")),
    "dead proxy": (V.PROXY_UNREACHABLE, R.PROXY, dead_proxy),
    "dead port": (
        V.REFUSED,
        R.CONNECTION,
        lambda _: Attempt(replace(GOOD, endpoint=f"https://127.0.0.1:{unused_port()}")),
    ),
    "unknown authority": (V.TLS_INSPECTION, R.TLS, stranger),
    "silence": (V.NO_ANSWER, R.HTTP, practice(trick="identity-never=60")),
    "cut": (V.CUT_OFF, R.HTTP, practice(trick="identity-reset")),
    "no such page": (V.WRONG_ENDPOINT, R.HTTP, token(http(PAGE, "404 Not Found"))),
    "forbidden": (V.FORBIDDEN, R.HTTP, token(http(PAGE, "403 Forbidden"))),
    "gateway": (V.SERVER_ERROR, R.HTTP, token(http(PAGE, "502 Bad Gateway"))),
    "gateway that tells the time": (V.SERVER_ERROR, R.HTTP, practice(trick="identity-html-502")),
    "hot spot": (V.SIGN_IN, R.HTTP, token(http(PAGE, "511 Network Authentication Required"))),
    "REST behind a page to sign in on": (V.SIGN_IN, R.REST, call(http(b"<html><input type=password></html>"))),
    "redirect": (V.REDIRECTED, R.HTTP, token(http(b"", "302 Found", "Location: https://login.corp.example/?s=1"))),
    "a web page": (V.WRONG_ENDPOINT, R.IDENTITY, token(http(PAGE))),
    "nothing at all": (V.WRONG_ENDPOINT, R.IDENTITY, token(http(b""))),
    "no HTTP": (V.WRONG_ENDPOINT, R.IDENTITY, token(b"SSH-2.0\r\n")),
    "half a token": (V.CUT_OFF, R.IDENTITY, token(http(b'{"access_token":"t'))),
    "another refusal": (V.NO_TOKEN, R.IDENTITY, token(http(b'{"error":"server_error"}', "500 Oops"))),
    "wrong secret": (V.WRONG_CLIENT, R.CLIENT, practice("wrong-secret")),
    "wrong client": (V.WRONG_CLIENT, R.CLIENT, practice(client_id="nobody")),
    "REST is a page": (V.WRONG_ENDPOINT, R.REST, call(http(PAGE))),
    "REST is half": (V.CUT_OFF, R.REST, call(http(PARTITIONS[:-3]))),
    "REST behind a gateway": (V.SERVER_ERROR, R.REST, call(http(PAGE, "503 Unavailable"))),
    "REST is silent": (V.NO_ANSWER, R.REST, silent_after_token),
    "token refused": (V.TOKEN_REFUSED, R.REST, call(refusal("601"), refusal("601"))),
    "token taken out on the way": (V.TOKEN_LOST, R.REST, call(refusal("600"))),
    "nothing there": (V.WRONG_ENDPOINT, R.REST, call(refusal("610"))),
    "subscription": (V.BLOCKED, R.REST, call(refusal("614"))),
    "Marketo is ill": (V.MARKETO_TROUBLE, R.REST, practice(trick="fault-611")),
    "Marketo is away": (V.MARKETO_TROUBLE, R.REST, practice(trick="fault-608")),
    "another fault": (V.OTHER_FAULT, R.REST, call(refusal("1003"))),
    "quota": (V.QUOTA, R.LIMITS, crowded_practice),
    "too fast": (V.TOO_FAST, R.LIMITS, practice(trick="fault-606")),
    "too many at once": (V.TOO_FAST, R.LIMITS, practice(trick="fault-615")),
    "no permission": (V.NO_PERMISSION, R.PERMISSION, practice(trick="fault-603")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_it_ends_in_the_right_verdict_on_the_right_rung(name: str, ground: Ground) -> None:
    verdict, rung, make = BROKEN[name]
    attempt = make(ground)
    began = monotonic()
    result, told = climb(attempt)
    assert monotonic() - began < 8
    assert result.verdict is verdict, result
    assert (result.on(rung).mark, result.on(rung).verdict) == (Mark.FAILED, verdict)
    assert [one.rung for one in result.rungs if one.mark is Mark.FAILED] == [rung]
    assert tuple(one.rung for one in result.rungs) == REST_LADDER
    above = result.rungs[REST_LADDER.index(rung) + 1 :]
    assert all(one.mark is Mark.SKIPPED or one.rung is R.CLOCK for one in above)
    assert result.partitions == ()
    assert [one for one in told if one.mark is Mark.FAILED] == [result.on(rung)]
    secret = attempt.secret() if "keyring" not in name else None
    if secret is not None and secret.reveal().strip():
        assert secret.reveal() not in repr((result, told))


def test_what_marketo_says_is_told_with_its_number(ground: Ground) -> None:
    result, _ = climb(near(ground, Marketo({"partitions": [refusal("603", "Access denied")]})))
    assert (result.on(R.PERMISSION).param("code"), result.on(R.PERMISSION).param("text")) == ("603", "Access denied")


@pytest.mark.parametrize("stage", ["token", "call"])
def test_stop_hangs_up_on_either_request(ground: Ground, stage: str) -> None:
    def script(talk: Talk) -> None:
        if b"oauth" in talk.hear_request() and stage == "call":
            talk.say(http(TOKEN))
        else:
            talk.server.may_go_on.set()
            talk.wait_for_the_end()

    server = ground.serve(script)
    check = Attempt(profile_for(f"http://127.0.0.1:{server.port}/rest", seconds=30)).check()
    results: list[CheckResult] = []
    thread = Thread(target=lambda: results.append(check.run(lambda _: None)))
    thread.start()
    assert server.may_go_on.wait(PATIENCE)
    check.abort()
    thread.join(PATIENCE)
    [result] = results
    assert result.verdict is V.STOPPED
    assert result.on(R.HTTP if stage == "token" else R.REST).verdict is V.STOPPED


def test_stop_before_it_began_calls_nobody(server: PracticeServer) -> None:
    check = right(server).check()
    check.abort()
    assert check.run(lambda _: None).verdict is V.STOPPED
    assert server.journal == ()


def test_a_slip_of_our_own_is_a_result_too() -> None:
    def slip() -> Secret | None:
        raise KeyError("s3cret")

    result, _ = climb(Attempt(secret=slip))
    assert result.verdict is V.UNEXPECTED
    assert result.on(R.SECRET).param("detail") == "KeyError"
    assert "s3cret" not in repr(result)
