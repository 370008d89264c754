"""The way out: straight, as the system says, or through the proxy that the person names, with its login."""

from base64 import b64decode

import pytest

from mktgui.domain.profile import Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.wire.network import (
    STRAIGHT,
    Network,
    ProxyUnusableError,
    Route,
    environment_proxy,
    is_loopback,
    network_of,
    wants_password,
)

FAR = "https://123-abc-456.mktoapi.com/soap/mktows/3_1"
NEAR = ("http://127.0.0.1:8000/", "https://localhost/", "http://[::1]:80/", "http://127.9.9.9/")
MANUAL = ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", port=3128)


def said(address: str) -> Route:
    """The way where the system names this proxy."""
    return Network(system_proxy=lambda _: address).route(FAR)


@pytest.mark.parametrize("url", NEAR)
def test_to_this_computer_the_way_is_straight_whatever_is_set(url: str) -> None:
    assert is_loopback(url)
    assert Network(proxy=MANUAL).route(url) is STRAIGHT
    assert Network(system_proxy=lambda _: "http://proxy:1").route(url) is STRAIGHT


@pytest.mark.parametrize("url", [FAR, "https://10.0.0.1/", "https://localhost.example/", "", "https://[2001:db8::1]/"])
def test_what_is_not_this_computer(url: str) -> None:
    assert not is_loopback(url)


def test_none_means_straight_although_the_system_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy:1")
    assert Network().route(FAR).proxy == "http://proxy:1"
    assert Network(proxy=ProxyChoice(kind=ProxyKind.NONE)).route(FAR) == STRAIGHT


def test_the_environment_names_proxies_and_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment_proxy(FAR) == ""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:3128")
    assert environment_proxy(FAR) == "http://proxy:3128"
    monkeypatch.setenv("NO_PROXY", "mktoapi.com")
    assert environment_proxy(FAR) == ""


@pytest.mark.parametrize(
    ("address", "proxy", "login"),
    [
        ("http://proxy:3128", "http://proxy:3128", ""),
        (" http://proxy:3128/ ", "http://proxy:3128", ""),
        ("proxy:3128", "http://proxy:3128", ""),
        ("http://proxy", "http://proxy:80", ""),
        ("https://proxy", "https://proxy:443", ""),
        ("http://[::1]:3128", "http://[::1]:3128", ""),
        ("http://who:wh%40t@proxy:3128", "http://proxy:3128", "who:wh@t"),
        ("http://who@proxy:3128", "http://proxy:3128", "who:"),
        ("", "", ""),
    ],
)
def test_what_the_system_names_is_taken_apart(address: str, proxy: str, login: str) -> None:
    route = said(address)
    assert route.proxy == proxy
    assert b64decode(route.authorization.removeprefix("Basic ")).decode() == login


@pytest.mark.parametrize(
    "address", ["socks5://who:s3cret@proxy:1080", "http://who:s3cret@", "http://who:s3cret@p:x", "://s3cret"]
)
def test_what_cannot_be_spoken_to_is_told_without_its_login(address: str) -> None:
    with pytest.raises(ProxyUnusableError) as error:
        said(address)
    assert "s3cret" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_named_proxy_gets_its_login_in_utf8() -> None:
    named = ProxyChoice(kind=ProxyKind.MANUAL, host=" 2001:db8::1 ", port=3128, user_name="阿达")
    route = Network(proxy=named, proxy_password=Secret("密:码")).route(FAR)
    assert route.proxy == "http://[2001:db8::1]:3128"
    assert b64decode(route.authorization.removeprefix("Basic ")).decode() == "阿达:密:码"
    assert route.authorization not in repr(route)


def test_a_named_proxy_without_a_login() -> None:
    assert Network(proxy=MANUAL, proxy_password=Secret("left over")).route(FAR) == Route(
        "http://proxy.corp.example:3128"
    )


def test_a_named_proxy_without_its_password_still_says_who_asks() -> None:
    named = ProxyChoice(kind=ProxyKind.MANUAL, host="proxy", user_name="ada")
    assert b64decode(Network(proxy=named).route(FAR).authorization[6:]) == b"ada:"


def test_a_proxy_that_is_no_host_is_not_used() -> None:
    with pytest.raises(ProxyUnusableError, match="host-empty"):
        Network(proxy=ProxyChoice(kind=ProxyKind.MANUAL)).route(FAR)


def test_the_settings_of_a_profile() -> None:
    def nowhere(url: str) -> str:
        return url

    profile = Profile(
        id="e",
        name="E",
        endpoint=FAR,
        user_id="u",
        connect_seconds=5,
        answer_seconds=7,
        proxy=MANUAL,
        ca_file=" a.pem ",
    )
    assert network_of(profile, Secret("x"), nowhere) == Network(
        connect_seconds=5,
        answer_seconds=7,
        proxy=MANUAL,
        proxy_password=Secret("x"),
        ca_file="a.pem",
        system_proxy=nowhere,
    )
    assert "x" not in repr(network_of(profile, Secret("xyzzy")).proxy_password)


@pytest.mark.parametrize(
    ("kind", "user_name", "wanted"),
    [
        (ProxyKind.MANUAL, "ada", True),
        (ProxyKind.MANUAL, "", False),
        (ProxyKind.SYSTEM, "ada", False),
        (ProxyKind.NONE, "ada", False),
    ],
)
def test_a_password_is_fetched_only_for_a_login(*, kind: ProxyKind, user_name: str, wanted: bool) -> None:
    assert wants_password(ProxyChoice(kind=kind, host="proxy", user_name=user_name)) is wanted
