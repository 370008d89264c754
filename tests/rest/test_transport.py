"""What a transport needs before it can begin, and how it is given up."""

from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.answers import Listed
from mktgui.domain.calls import ListObjects
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import Answered, FailureKind, NotSent, Outcome, Written
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.wire.rungs import Reached, Routed, Sight
from mktgui.wire.way import Way
from tests.rest.connecting import SECRET, WRITE, Marketo, no_report, profile_for
from tests.wire.scripted import ScriptedServer, unused_port

Kind = FailureKind
GOOD = profile_for("https://123-ABC-456.mktorest.com/rest")


def secret() -> Secret | None:
    return Secret(SECRET)


def unsent(outcome: Outcome) -> tuple[FailureKind, str]:
    assert isinstance(outcome, NotSent)
    assert (outcome.written, outcome.exchange) == (Written.NO, None)
    return outcome.failure.kind, outcome.failure.place


@pytest.mark.parametrize(
    ("profile", "kind", "place"),
    [
        (replace(GOOD, endpoint=""), Kind.ENDPOINT_UNUSABLE, ""),
        (replace(GOOD, endpoint="what is it"), Kind.ENDPOINT_UNUSABLE, "what is it"),
        (replace(GOOD, endpoint="https://[::1/rest"), Kind.ENDPOINT_UNUSABLE, "https://[::1/rest"),
        (
            replace(GOOD, endpoint="https://na-x.marketo.com/soap/mktows/2_0"),
            Kind.ENDPOINT_UNUSABLE,
            "https://na-x.marketo.com/rest",
        ),
        (replace(GOOD, endpoint="http://10.0.0.1/rest"), Kind.PLAIN_HTTP, "http://10.0.0.1/rest"),
        (replace(GOOD, identity="http://10.0.0.1/identity"), Kind.PLAIN_HTTP, "http://10.0.0.1/identity"),
        (replace(GOOD, identity="x y"), Kind.ENDPOINT_UNUSABLE, "x y"),
    ],
)
def test_an_address_that_cannot_be_used(profile: Profile, kind: FailureKind, place: str) -> None:
    assert unsent(RestTransport(profile, secret, Told()).send(WRITE, no_report)) == (kind, place)


def test_spaces_and_paths_around_what_was_pasted_do_no_harm(server: PracticeServer) -> None:
    profile = profile_for(f" {server.rest_endpoint}/v1/leads.json?x=1 ", f" {server.client_id} ")
    told = Told()
    outcome = RestTransport(profile, lambda: Secret(f" {server.client_secret}\n"), told).send(ListObjects(), no_report)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Listed)


def test_an_identity_service_of_its_own_is_asked() -> None:
    with ScriptedServer(Marketo()) as identity, ScriptedServer(Marketo()) as api:
        profile = replace(
            profile_for(f"http://127.0.0.1:{api.port}/rest"), identity=f"http://127.0.0.1:{identity.port}/identity"
        )
        outcome = RestTransport(profile, secret, Told()).send(ListObjects(), no_report)
    assert isinstance(outcome, Answered)
    assert (identity.connections, api.connections) == (1, 1)


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [(SecretTrouble.LOCKED, Kind.SECRET_LOCKED), (SecretTrouble.REFUSED, Kind.SECRET_UNREADABLE)],
)
def test_a_keyring_that_refuses(trouble: SecretTrouble, kind: FailureKind) -> None:
    def refuses() -> Secret | None:
        raise SecretError(trouble, "no")

    assert unsent(RestTransport(GOOD, refuses, Told()).send(WRITE, no_report))[0] is kind


def test_no_secret() -> None:
    assert unsent(RestTransport(GOOD, lambda: None, Told()).send(WRITE, no_report))[0] is Kind.SECRET_MISSING


@pytest.mark.parametrize("user_name", ["", "ada"])
def test_the_password_of_a_proxy_is_fetched_only_where_there_is_a_login(user_name: str) -> None:
    port, asked = unused_port(), list[str]()

    def password() -> Secret | None:
        asked.append("password")
        return Secret("proxy-word")

    choice = ProxyChoice(kind=ProxyKind.MANUAL, host="127.0.0.1", port=port, user_name=user_name)
    sights: list[Sight] = []
    way = Way(proxy_password=password, watch=sights.append)
    outcome = RestTransport(replace(GOOD, proxy=choice), secret, Told(), way).send(ListObjects(), no_report)
    assert isinstance(outcome, NotSent)
    assert outcome.failure.kind is Kind.PROXY_UNREACHABLE
    assert bool(asked) is bool(user_name)
    assert isinstance(sights[0], Routed)
    assert not any(isinstance(one, Reached) for one in sights)


def test_stopped_before_it_began(server: PracticeServer) -> None:
    transport = RestTransport(
        profile_for(server.rest_endpoint, server.client_id), lambda: Secret(server.client_secret), Told()
    )
    transport.abort()
    outcome = transport.send(WRITE, no_report)
    assert isinstance(outcome, NotSent)
    assert outcome.failure.kind is Kind.STOPPED
    assert server.journal == ()
    transport.abort()


def test_a_slip_of_our_own_is_an_outcome() -> None:
    def slips(_: Stage) -> None:
        raise KeyError

    def raises() -> Secret | None:
        raise RuntimeError

    assert unsent(RestTransport(GOOD, secret, Told()).send(WRITE, slips))[0] is Kind.UNEXPECTED
    assert unsent(RestTransport(GOOD, raises, Told()).send(WRITE, no_report))[0] is Kind.UNEXPECTED


def test_a_certificate_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "gone.pem")
    outcome = RestTransport(replace(GOOD, ca_file=missing), secret, Told()).send(WRITE, no_report)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.failure.place) == (Kind.CA_FILE_UNUSABLE, missing)
    assert GOOD.transport is TransportKind.REST
