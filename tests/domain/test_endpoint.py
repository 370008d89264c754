"""What people paste as an endpoint, and what is made of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.endpoint import Endpoint, EndpointProblem, identity_of, is_vendor, read_endpoint, read_identity
from mktgui.domain.profile import Profile, TransportKind

GOOD = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"
REST = "https://123-ABC-456.mktorest.com/rest"
IDENTITY = "https://123-ABC-456.mktorest.com/identity"


@pytest.mark.parametrize(
    "pasted",
    [
        GOOD,
        f"  {GOOD}\n",
        f"{GOOD}?WSDL",
        f"{GOOD}?wsdl#top",
        f"SOAP Endpoint: {GOOD}",
        f"<{GOOD}>",
        f"“{GOOD}”.",
        "HTTPS://123-ABC-456.mktoapi.com/soap/mktows/3_1",
        "123-ABC-456.mktoapi.com/soap/mktows/3_1",
        "https://123-ABC-456.mktoapi.com",
        "https://123-ABC-456.mktoapi.com/",
        "123-ABC-456",
        "123-abc-456",
    ],
)
def test_whatever_way_it_is_pasted_it_is_the_same_endpoint(pasted: str) -> None:
    assert read_endpoint(pasted) == Endpoint(GOOD)


@pytest.mark.parametrize(
    "pasted", ["https://na-x.marketo.com/soap/mktows/2_0", "http://127.0.0.1:8080/soap", "http://localhost/soap"]
)
def test_old_hosts_and_this_computer_are_left_as_they_are(pasted: str) -> None:
    assert read_endpoint(pasted) == Endpoint(pasted)


@pytest.mark.parametrize(
    ("pasted", "problem"),
    [
        ("", EndpointProblem.EMPTY),
        (" \n", EndpointProblem.EMPTY),
        ("what is an endpoint", EndpointProblem.NO_ADDRESS),
        ("https://host:port/soap", EndpointProblem.NO_ADDRESS),
        ("https://[::1/soap", EndpointProblem.NO_ADDRESS),
        ("https://:443/", EndpointProblem.NO_ADDRESS),
        ("http://123-ABC-456.mktoapi.com/soap/mktows/3_1", EndpointProblem.NOT_ENCRYPTED),
        ("https://123-ABC-456.mktorest.com/rest", EndpointProblem.IS_REST),
        ("https://me:word@123-ABC-456.mktoapi.com/soap/mktows/3_1", EndpointProblem.HAS_LOGIN),
    ],
)
def test_what_is_no_endpoint_is_told_apart(pasted: str, problem: EndpointProblem) -> None:
    assert read_endpoint(pasted).problem is problem


@pytest.mark.parametrize(
    "pasted",
    [
        REST,
        f"{REST}/",
        f"REST Endpoint: {REST}\nIdentity: {IDENTITY}",
        f"{REST}/v1/leads.json?access_token=x",
        IDENTITY,
        f"{IDENTITY}/oauth/token?grant_type=client_credentials",
        "https://123-ABC-456.mktorest.com//rest/v1",
        "https://123-ABC-456.mktorest.com",
        "https://123-ABC-456.mktorest.com/Rest",
        "123-ABC-456.mktorest.com/",
        "https://123-ABC-456.mktorest.com/help",
        GOOD,
        "123-ABC-456.mktoapi.com",
        "123-abc-456",
    ],
)
def test_over_rest_every_address_of_one_marketo_leads_to_its_two_halves(pasted: str) -> None:
    assert read_endpoint(pasted, TransportKind.REST) == Endpoint(REST)
    assert read_identity(pasted) == Endpoint(IDENTITY)


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/rest"),
        ("http://127.0.0.1:8080/identity/oauth/token", "http://127.0.0.1:8080/rest"),
        ("https://gate.corp.example/marketo/", "https://gate.corp.example/marketo/rest"),
        ("https://gate.corp.example/marketo/rest/v1", "https://gate.corp.example/marketo/rest"),
        ("https://gate.corp.example/restful", "https://gate.corp.example/restful/rest"),
    ],
)
def test_a_gateway_of_ones_own_keeps_what_is_before_the_two_halves(pasted: str, address: str) -> None:
    assert read_endpoint(pasted, TransportKind.REST) == Endpoint(address)


@pytest.mark.parametrize(
    ("pasted", "problem"),
    [
        ("", EndpointProblem.EMPTY),
        ("what is an endpoint", EndpointProblem.NO_ADDRESS),
        ("https://[::1/rest", EndpointProblem.NO_ADDRESS),
        ("http://123-ABC-456.mktorest.com/rest", EndpointProblem.NOT_ENCRYPTED),
        ("https://na-x.marketo.com/soap/mktows/2_0", EndpointProblem.IS_SOAP),
        ("http://127.0.0.1:8080/soap/mktows/3_1", EndpointProblem.IS_SOAP),
        ("https://me:word@123-ABC-456.mktorest.com/rest", EndpointProblem.HAS_LOGIN),
    ],
)
def test_over_rest_what_is_no_endpoint_is_told_apart(pasted: str, problem: EndpointProblem) -> None:
    assert read_endpoint(pasted, TransportKind.REST).problem is problem
    assert read_identity(pasted).problem is problem


def test_tokens_are_asked_for_beside_the_endpoint_unless_it_is_said_where() -> None:
    profile = Profile(id="1", name="", endpoint=f"{REST}/v1", user_id="", transport=TransportKind.REST)
    assert identity_of(profile) == IDENTITY
    elsewhere = replace(profile, identity=" https://login.corp.example/identity/oauth/token ")
    assert identity_of(elsewhere) == "https://login.corp.example/identity"


@pytest.mark.parametrize(
    ("endpoint", "is_theirs"),
    [
        ("https://123-ABC-456.mktoapi.com/soap", True),
        ("https://na-x.marketo.com/soap", True),
        ("https://mktoapi.com.evil.example/", False),
        ("http://127.0.0.1/", False),
        ("", False),
        ("https://[::1/", False),
    ],
)
def test_the_vendors_hosts(*, endpoint: str, is_theirs: bool) -> None:
    assert is_vendor(endpoint) is is_theirs


@given(st.text(), st.sampled_from([read_endpoint, partial(read_endpoint, transport=TransportKind.REST), read_identity]))
def test_any_text_gets_an_answer_and_reading_the_answer_changes_nothing(
    pasted: str, read: Callable[[str], Endpoint]
) -> None:
    once = read(pasted)
    if once.problem is None:
        assert read(once.text) == once
