"""The credential check: one call, which reads; told rung by rung; given up at any moment."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest
import trustme

from mktgui.domain.ladder import SOAP_LADDER, CheckResult, Mark, Rung, RungResult, Verdict, skipped
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder
from tests.soap.ground import VENDOR, Attempt, Ground, climb, now
from tests.wire.scripted import PATIENCE, Talk, answer, http


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    with ExitStack() as stack:
        yield Ground(stack, tmp_path, trustme.CA())


@pytest.fixture
def right(server: PracticeServer) -> Attempt:
    """A person who got everything right."""
    return Attempt(endpoint=server.endpoint, user_id=server.user_id, secret=lambda: Secret(server.secret))


def test_one_call_which_reads(right: Attempt, server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    before = repr(server.world.leads)
    result, told = climb(right.check(envelopes))
    assert result.verdict is Verdict.GOOD
    assert [entry.operation for entry in server.journal] == ["listMObjects"]
    assert repr(server.world.leads) == before
    assert list(result.rungs) == told, "each was told as it was found, and in order"
    assert [one.rung for one in told] == list(SOAP_LADDER)
    assert result.exchange is not None
    assert result.exchange.received is not None
    assert result.exchange.sent.body == server.journal[0].body
    assert result.exchange.received.body == server.journal[0].reply


def test_what_is_skipped_on_this_computer(right: Attempt, envelopes: EnvelopeBuilder) -> None:
    result, _ = climb(right.check(envelopes))
    whys = {one.rung: one.param("why") for one in result.rungs if one.mark is Mark.SKIPPED}
    assert whys == {Rung.NAME: "number", Rung.PROXY: "straight", Rung.TLS: "loopback"}


def test_all_the_way_through_proxy_and_tls(ground: Ground, server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    climb(
        Attempt(endpoint=server.endpoint, user_id=server.user_id, secret=lambda: Secret(server.secret)).check(envelopes)
    )
    reply = server.journal[-1].reply
    proxy = ground.behind(ground.certificate(VENDOR), answer(http(reply)))
    attempt = Attempt(endpoint=f"https://{VENDOR}/soap/mktows/3_1?WSDL", proxy=proxy, ca_file=ground.ca_file)
    result, _ = climb(attempt.check(envelopes))
    assert result.verdict is Verdict.GOOD
    assert result.on(Rung.ADDRESS).param("address") == f"https://{VENDOR}/soap/mktows/3_1"
    assert result.on(Rung.PROXY).param("proxy") == f"127.0.0.1:{proxy.port}"
    assert "Testing CA" in result.on(Rung.TLS).param("issuer")
    assert result.on(Rung.TLS).param("version").startswith("TLSv1.")
    assert result.on(Rung.CLOCK) == skipped(Rung.CLOCK, "no-date")


def test_a_skewed_clock_is_told_in_seconds(right: Attempt, server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    theirs: list[datetime] = [now()]
    server.clock = lambda: theirs[0]
    attempt = replace(right, now=lambda: theirs[0].replace(year=theirs[0].year - 1))
    result, _ = climb(attempt.check(envelopes))
    assert result.verdict is Verdict.CLOCK_SKEW
    assert int(result.on(Rung.CLOCK).param("seconds")) in {-365 * 86_400, -366 * 86_400}


def test_a_clock_that_is_a_little_off_is_a_warning(
    right: Attempt, server: PracticeServer, envelopes: EnvelopeBuilder
) -> None:
    moment = now()
    server.clock = lambda: moment
    result, _ = climb(
        replace(right, now=lambda: datetime.fromtimestamp(moment.timestamp() + 90, moment.tzinfo)).check(envelopes)
    )
    assert result.verdict is Verdict.GOOD
    assert (result.on(Rung.CLOCK).mark, result.on(Rung.CLOCK).param("seconds")) == (Mark.WARNING, "90")


def test_stop_before_it_began(right: Attempt, server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    check = right.check(envelopes)
    check.abort()
    result, _ = climb(check)
    assert result.verdict is Verdict.STOPPED
    assert server.journal == ()


def test_stop_while_marketo_thinks(right: Attempt, server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    server.next("never")
    check, connected, results = right.check(envelopes, PATIENCE), Event(), list[CheckResult]()

    def tell(one: RungResult) -> None:
        if one.rung is Rung.TLS:
            connected.set()

    thread = Thread(target=lambda: results.append(check.run(tell)))
    thread.start()
    assert connected.wait(PATIENCE)
    began = monotonic()
    check.abort()
    thread.join(PATIENCE)
    assert monotonic() - began < 1
    [result] = results
    assert result.verdict is Verdict.STOPPED
    assert result.on(Rung.HTTP).verdict is Verdict.STOPPED


def test_stop_while_it_looks_at_a_stranger(ground: Ground, envelopes: EnvelopeBuilder) -> None:
    """The second connection, which is only for the name of the stranger, is given up too."""
    waiting = Event()
    certificate = ground.certificate("127.0.0.1")

    def script(talk: Talk) -> None:
        if talk.server.connections > 1:
            waiting.set()
            talk.wait_for_the_end()
        else:
            talk.secure(certificate)

    server = ground.serve(script)
    check, results = (
        Attempt(endpoint=server.url.replace("http:", "https:")).check(envelopes, PATIENCE),
        list[CheckResult](),
    )
    thread = Thread(target=lambda: results.append(climb(check)[0]))
    thread.start()
    assert waiting.wait(PATIENCE)
    began = monotonic()
    check.abort()
    thread.join(PATIENCE)
    assert monotonic() - began < 1
    assert results[0].on(Rung.TLS).mark is Mark.FAILED


def test_a_slip_of_our_own_is_a_result_too(right: Attempt, envelopes: EnvelopeBuilder) -> None:
    def slip() -> Secret | None:
        raise KeyError("s3cret")

    result, _ = climb(replace(right, secret=slip).check(envelopes))
    assert result.verdict is Verdict.UNEXPECTED
    assert result.on(Rung.SECRET).param("detail") == "KeyError"
    assert "s3cret" not in repr(result)


def test_a_name_is_not_needed_to_connect_and_what_is_wrong_is_named(envelopes: EnvelopeBuilder) -> None:
    result, told = climb(Attempt(user_id="a b", endpoint="").check(envelopes))
    assert result.verdict is Verdict.PROFILE_INCOMPLETE
    assert [one.rung for one in told] == [Rung.PROFILE]
    assert (told[0].param("field"), told[0].param("slip")) == ("endpoint", "empty")
    _, told = climb(Attempt(user_id="a b").check(envelopes))
    assert (told[0].param("field"), told[0].param("slip")) == ("user_id", "user-has-space")


def test_a_keyring_in_trouble_is_told_by_its_words(envelopes: EnvelopeBuilder) -> None:
    def locked() -> Secret | None:
        raise SecretError(SecretTrouble.LOCKED, "KeyringLocked")

    result, _ = climb(Attempt(secret=locked).check(envelopes))
    assert result.on(Rung.SECRET).param("detail") == "KeyringLocked"


def test_an_address_that_is_none_is_told_with_what_is_wrong(envelopes: EnvelopeBuilder) -> None:
    result, _ = climb(Attempt(endpoint="https://123-ABC-456.mktorest.com/rest").check(envelopes))
    assert result.on(Rung.ADDRESS).param("problem") == "is-rest"
    assert result.on(Rung.NAME) == skipped(Rung.NAME)
