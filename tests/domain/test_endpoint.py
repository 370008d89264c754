"""What people paste as an endpoint, and what is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.endpoint import Endpoint, EndpointProblem, read_endpoint

GOOD = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"


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


@given(st.text())
def test_any_text_gets_an_answer_and_reading_the_answer_changes_nothing(pasted: str) -> None:
    once = read_endpoint(pasted)
    if once.problem is None:
        assert read_endpoint(once.text) == once
