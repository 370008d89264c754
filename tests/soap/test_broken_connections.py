"""Broken connections, each of which has to end in the right verdict, on the right rung, within its time."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
import trustme

from mktgui.domain.ladder import SOAP_LADDER, Mark, Rung, Verdict
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.practice.settings import Settings
from mktgui.soap.envelope import EnvelopeBuilder
from tests.soap.ground import SECONDS, VENDOR, Attempt, Ground, climb, key, named, now
from tests.wire.scripted import Talk, answer, begin, crowded, http, unused_port
from tests.wire.tinyproxy import NAME, PASSWORD

Make = Callable[[Ground], Attempt]
PAGE = b"<!DOCTYPE html><title>Welcome</title><p>Hello.<br>"
FAR = f"https://{VENDOR}/soap/mktows/3_1"
SOAP = b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'


def refuses(trouble: SecretTrouble) -> Callable[[], Secret | None]:
    def secret() -> Secret | None:
        raise SecretError(trouble, "no")

    return secret


def says(reply: bytes) -> Make:
    """The server on this computer answers so."""
    return lambda ground: ground.replies(reply)


def page(status: str, *headers: str) -> Make:
    return says(http(PAGE, status, *headers))


def secured(*names: str, trusted: bool) -> Make:
    def make(ground: Ground) -> Attempt:
        server = ground.serve(answer(http(PAGE)), ground.certificate(*names))
        return Attempt(endpoint=server.url, ca_file=ground.ca_file if trusted else "")

    return make


def dated(begins: int, ends: int) -> Make:
    """A certificate that is valid between these years."""

    def make(ground: Ground) -> Attempt:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        first, last = datetime(begins, 1, 1, tzinfo=UTC), datetime(ends, 1, 1, tzinfo=UTC)
        ground.authority.issue_cert("127.0.0.1", not_before=first, not_after=last).configure_cert(context)
        return Attempt(endpoint=ground.serve(answer(http(PAGE)), context).url, ca_file=ground.ca_file)

    return make


def self_signed(ground: Ground) -> Attempt:
    stranger = trustme.CA()
    file = ground.folder / "self.pem"
    file.write_bytes(stranger.private_key_pem.bytes() + stranger.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return Attempt(endpoint=ground.serve(answer(http(PAGE)), context).url)


def instead_of_tls(script: Callable[[Talk], None]) -> Make:
    return lambda ground: Attempt(endpoint=ground.serve(script).url.replace("http:", "https:"))


def file_with(content: bytes | None) -> Make:
    def make(ground: Ground) -> Attempt:
        path = ground.folder / "own.pem"
        if content is not None:
            path.write_bytes(content)
        return Attempt(ca_file=str(path))

    return make


def proxy_that(script: Callable[[Talk], None]) -> Make:
    return lambda ground: Attempt(endpoint=FAR, proxy=named(ground.serve(script).port))


def proxy_says(reply: bytes) -> Make:
    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(reply)

    return proxy_that(script)


def login(user_name: str, password: str) -> Make:
    def make(ground: Ground) -> Attempt:
        proxy = ground.proxy(login=True)._replace(user_name=user_name)
        return Attempt(endpoint=FAR, proxy=proxy, proxy_password=Secret(password))

    return make


def vendor(reply: bytes, *, trusted: bool = True) -> Make:
    """The vendor's own host, behind a proxy."""

    def make(ground: Ground) -> Attempt:
        proxy = ground.behind(ground.certificate(VENDOR), answer(reply))
        return Attempt(endpoint=FAR, proxy=proxy, ca_file=ground.ca_file if trusted else "")

    return make


def practice(scenario: str = "", **changes: object) -> Make:
    """A Marketo whose next answer is this, for a person with these values."""

    def make(ground: Ground) -> Attempt:
        server = ground.practice()
        if scenario:
            server.next(scenario)
        right = Attempt(endpoint=server.endpoint, user_id=server.user_id, secret=lambda: Secret(server.secret))
        return replace(right, **changes)  # type: ignore[arg-type] # a table's

    return make


def retired(ground: Ground) -> Attempt:
    server = ground.practice()
    server.settings = replace(Settings(), retired=True)
    return Attempt(endpoint=server.endpoint)


def behind_time(**by: float) -> Callable[[], datetime]:
    return lambda: now() - timedelta(**by)


def drip(talk: Talk) -> None:
    talk.hear_request()
    talk.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while not talk.server.may_go_on.wait(0.02):
        talk.say(b"-")


def silent(talk: Talk) -> None:
    talk.wait_for_the_end()


def hangs_up(talk: Talk) -> None:
    talk.hear_something()


def plain_http(talk: Talk) -> None:
    talk.hear_something()
    talk.say(http(PAGE, "400 Bad Request"))


def says_at_once(words: bytes) -> Callable[[Talk], None]:
    def script(talk: Talk) -> None:
        talk.say(words)
        talk.wait_for_the_end()

    return script


def socks(ground: Ground) -> Attempt:
    return Attempt(endpoint=FAR, system_proxy="socks5://127.0.0.1:1080")


def at(endpoint: str) -> Make:
    return lambda _: Attempt(endpoint=endpoint)


def full_queue(ground: Ground) -> Attempt:
    return Attempt(endpoint=f"http://127.0.0.1:{ground.hold(crowded())}/")


V, R = Verdict, Rung
OF_REST = {V.ADDRESS_IS_SOAP, V.WRONG_CLIENT, V.NO_TOKEN, V.TOKEN_LOST, V.TOKEN_REFUSED, V.NO_PERMISSION}
BROKEN: dict[str, tuple[Verdict, Rung, Make]] = {
    # before any network
    "no user id": (V.PROFILE_INCOMPLETE, R.PROFILE, lambda _: Attempt(user_id=" ")),
    "space in the user id": (V.PROFILE_INCOMPLETE, R.PROFILE, lambda _: Attempt(user_id="acme 1")),
    "no endpoint": (V.PROFILE_INCOMPLETE, R.PROFILE, at(" ")),
    "no secret": (V.SECRET_MISSING, R.SECRET, lambda _: Attempt(secret=lambda: None)),
    "blank secret": (V.SECRET_MISSING, R.SECRET, lambda _: Attempt(secret=lambda: Secret(" "))),
    "keyring locked": (V.SECRET_LOCKED, R.SECRET, lambda _: Attempt(secret=refuses(SecretTrouble.LOCKED))),
    "keyring refuses": (V.SECRET_UNREADABLE, R.SECRET, lambda _: Attempt(secret=refuses(SecretTrouble.REFUSED))),
    "words for an address": (V.ADDRESS_UNUSABLE, R.ADDRESS, at("ask Ada")),
    "login in the address": (V.ADDRESS_UNUSABLE, R.ADDRESS, at("https://who:what@x.example/soap")),
    "impossible port": (V.ADDRESS_UNUSABLE, R.ADDRESS, at("https://x.example:99999/")),
    "REST host": (V.ADDRESS_IS_REST, R.ADDRESS, at("https://123-ABC-456.mktorest.com/rest")),
    "plain http": (V.NOT_ENCRYPTED, R.ADDRESS, at("http://x.example/soap")),
    # names and connections
    "unknown name": (V.NAME_UNKNOWN, R.NAME, at("https://no-such-host.invalid/soap")),
    "impossible name": (V.NAME_UNKNOWN, R.NAME, at(f"https://{'a' * 64}.example/soap")),
    "dead port": (V.REFUSED, R.CONNECTION, lambda _: Attempt(endpoint=f"https://127.0.0.1:{unused_port()}/")),
    "dead port of IPv6": (V.REFUSED, R.CONNECTION, lambda _: Attempt(endpoint=f"https://[::1]:{unused_port()}/")),
    "no way there": (V.UNREACHABLE, R.CONNECTION, at("https://255.255.255.255/")),
    "full queue": (V.NOBODY_PICKS_UP, R.CONNECTION, full_queue),
    # TLS
    "unknown authority": (V.TLS_INSPECTION, R.TLS, secured("127.0.0.1", trusted=False)),
    "self-signed": (V.TLS_SELF_SIGNED, R.TLS, self_signed),
    "another name": (V.TLS_WRONG_NAME, R.TLS, secured("other.example", trusted=True)),
    "expired": (V.TLS_EXPIRED, R.TLS, dated(2020, 2021)),
    "not yet valid": (V.TLS_EXPIRED, R.TLS, dated(2998, 2999)),
    "plain HTTP in place of TLS": (V.TLS_FAILED, R.TLS, instead_of_tls(plain_http)),
    "a banner in place of TLS": (V.TLS_FAILED, R.TLS, instead_of_tls(says_at_once(b"SSH-2.0-OpenSSH_9.2\r\n"))),
    "hangs up at hello": (V.TLS_FAILED, R.TLS, instead_of_tls(hangs_up)),
    "silent at hello": (V.NO_ANSWER, R.TLS, instead_of_tls(silent)),
    "own CA file is missing": (V.CA_FILE_UNUSABLE, R.TLS, file_with(None)),
    "own CA file is empty": (V.CA_FILE_UNUSABLE, R.TLS, file_with(b"")),
    "own CA file is a page": (V.CA_FILE_UNUSABLE, R.TLS, file_with(PAGE)),
    # proxies
    "no host for the proxy": (V.PROXY_UNUSABLE, R.PROXY, lambda _: Attempt(endpoint=FAR, proxy=named(1, ""))),
    "address for a proxy": (V.PROXY_UNUSABLE, R.PROXY, lambda _: Attempt(endpoint=FAR, proxy=named(1, "http://p"))),
    "SOCKS": (V.PROXY_UNUSABLE, R.PROXY, socks),
    "dead proxy": (V.PROXY_UNREACHABLE, R.PROXY, lambda _: Attempt(endpoint=FAR, proxy=named(unused_port()))),
    "unknown proxy": (V.PROXY_UNREACHABLE, R.PROXY, lambda _: Attempt(endpoint=FAR, proxy=named(1, "p.invalid"))),
    "proxy wants a login": (V.PROXY_LOGIN, R.PROXY, lambda g: Attempt(endpoint=FAR, proxy=g.proxy(login=True))),
    "wrong login for the proxy": (V.PROXY_LOGIN, R.PROXY, login(NAME, "wrong")),
    "right login, and then nobody": (V.UNREACHABLE, R.CONNECTION, login(NAME, PASSWORD)),
    "proxy forbids": (V.PROXY_REFUSES, R.PROXY, proxy_says(b"HTTP/1.1 403 No\r\n\r\n")),
    "not a proxy": (V.PROXY_REFUSES, R.PROXY, proxy_says(http(PAGE, "405 Method Not Allowed"))),
    "proxy finds nobody": (V.UNREACHABLE, R.CONNECTION, proxy_says(b"HTTP/1.1 504 Late\r\n\r\n")),
    "proxy hangs up": (V.PROXY_REFUSES, R.PROXY, proxy_that(hangs_up)),
    "proxy is silent": (V.NOBODY_PICKS_UP, R.CONNECTION, proxy_that(silent)),
    "inspection behind a proxy": (V.TLS_INSPECTION, R.TLS, vendor(http(PAGE), trusted=False)),
    # HTTP
    "silence": (V.NO_ANSWER, R.HTTP, lambda g: Attempt(endpoint=g.serve(begin(b"")).url)),
    "drop by drop": (V.NO_ANSWER, R.HTTP, lambda g: Attempt(endpoint=g.serve(drip).url)),
    "cut before the answer": (V.CUT_OFF, R.HTTP, says(b"")),
    "cut in the answer": (V.CUT_OFF, R.HTTP, says(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<a")),
    "reset": (V.CUT_OFF, R.HTTP, practice("reset")),
    "redirect": (V.REDIRECTED, R.HTTP, page("302 Found", "Location: https://login.corp.example/?next=secret")),
    "redirect to nowhere": (V.REDIRECTED, R.HTTP, page("302 Found", "Location: http://[broken")),
    "no such page": (V.WRONG_ENDPOINT, R.HTTP, page("404 Not Found")),
    "wrong method": (V.WRONG_ENDPOINT, R.HTTP, page("405 Method Not Allowed")),
    "wants a login of its own": (V.WRONG_ENDPOINT, R.HTTP, page("401 Unauthorized")),
    "forbidden": (V.FORBIDDEN, R.HTTP, page("403 Forbidden")),
    "too many": (V.TOO_FAST, R.HTTP, page("429 Too Many Requests")),
    "error page": (V.SERVER_ERROR, R.HTTP, page("500 Internal Server Error")),
    "gateway": (V.SERVER_ERROR, R.HTTP, page("502 Bad Gateway")),
    "maintenance": (V.SERVER_ERROR, R.HTTP, practice("html-503")),
    "hot spot": (V.SIGN_IN, R.HTTP, page("511 Network Authentication Required")),
    "a page to sign in on": (V.SIGN_IN, R.HTTP, says(http(b"<html><input type='password'></html>"))),
    "a proxy in the way": (V.PROXY_LOGIN, R.HTTP, page("407 Proxy Authentication Required")),
    # is it SOAP
    "a web page": (V.WRONG_ENDPOINT, R.SOAP, page("200 OK")),
    "JSON": (V.WRONG_ENDPOINT, R.SOAP, says(http(b'{"requestId":"a#1","success":false}'))),
    "nothing at all": (V.WRONG_ENDPOINT, R.SOAP, says(http(b""))),
    "no HTTP": (V.WRONG_ENDPOINT, R.SOAP, says(b"SSH-2.0-OpenSSH_9.2\r\n")),
    "another SOAP service": (V.WRONG_ENDPOINT, R.SOAP, says(http(SOAP + b"<hello/></s:Body></s:Envelope>"))),
    "half an envelope": (V.CUT_OFF, R.SOAP, says(http(SOAP))),
    "gone": (V.RETIRED, R.SOAP, page("410 Gone")),
    "retired practice": (V.RETIRED, R.SOAP, retired),
    "vendor without SOAP": (V.RETIRED, R.SOAP, vendor(http(PAGE, "404 Not Found"))),
    "vendor's home page": (V.RETIRED, R.SOAP, vendor(http(PAGE))),
    # credentials
    "wrong secret": (V.WRONG_SECRET, R.SIGNATURE, practice(secret=key)),
    "wrong user": (V.WRONG_SECRET, R.SIGNATURE, practice(user_id="acme1_55")),
    "clock is late": (V.CLOCK_SKEW, R.SIGNATURE, practice(now=behind_time(minutes=40))),
    "clock is early": (V.CLOCK_SKEW, R.SIGNATURE, practice(now=behind_time(days=-1))),
    "expired, and the clock is right": (V.SIGNATURE_EXPIRED, R.SIGNATURE, practice("fault-20016")),
    "blocked": (V.BLOCKED, R.SIGNATURE, practice("fault-20013")),
    "quota": (V.QUOTA, R.SIGNATURE, practice("fault-20015")),
    "too fast": (V.TOO_FAST, R.SIGNATURE, practice("fault-20023")),
    "too many at once": (V.TOO_FAST, R.SIGNATURE, practice("fault-20024")),
    "Marketo is ill": (V.MARKETO_TROUBLE, R.SIGNATURE, practice("fault-10001")),
    "Marketo is ill in another way": (V.MARKETO_TROUBLE, R.SIGNATURE, practice("fault-20011")),
    "unsupported": (V.OTHER_FAULT, R.SIGNATURE, practice("fault-20019")),
    "a fault without a number": (V.OTHER_FAULT, R.SIGNATURE, practice("fault-without-detail")),
}


@pytest.fixture
def ground(tmp_path: Path, authority: trustme.CA) -> Iterator[Ground]:
    with ExitStack() as stack:
        yield Ground(stack, tmp_path, authority)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.mark.parametrize("name", BROKEN)
def test_it_ends_in_the_right_verdict_and_in_time(name: str, ground: Ground, envelopes: EnvelopeBuilder) -> None:
    verdict, rung, make = BROKEN[name]
    attempt = make(ground)
    began = monotonic()
    result, told = climb(attempt.check(envelopes))
    assert monotonic() - began < 2 * SECONDS + 2, "and two for a busy machine"
    assert result.verdict is verdict, result
    broken = result.on(rung)
    assert (broken.mark, broken.verdict) == (Mark.FAILED, verdict)
    assert [one.rung for one in result.rungs if one.mark is Mark.FAILED] == [rung]
    order = list(SOAP_LADDER)
    below = [one for one in result.rungs if order.index(one.rung) < order.index(rung)]
    assert all(one.mark in {Mark.PASSED, Mark.WARNING} or one.param("why") != "" for one in below)
    assert not any(one.mark is Mark.PASSED and one.rung is not Rung.CLOCK for one in result.rungs[order.index(rung) :])
    assert [one for one in told if one.mark is not Mark.SKIPPED]
    text = repr(result)
    assert "27272727aa" not in text
    assert PASSWORD not in text


def test_there_are_more_than_sixty() -> None:
    assert len(BROKEN) > 60


def test_every_verdict_is_reached_by_some_connection() -> None:
    reached = {verdict for verdict, _, _ in BROKEN.values()}
    assert set(Verdict) - reached - OF_REST == {Verdict.GOOD, Verdict.STOPPED, Verdict.UNEXPECTED}
