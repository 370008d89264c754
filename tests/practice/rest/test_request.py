"""Requests taken apart: parameters, tokens and content types, and secrets that are not kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.practice.rest.request import FORM, is_rest, read_request, without_secret


def test_the_parts_of_a_request() -> None:
    headers = {"AUTHORIZATION": "Bearer t", "content-type": "Application/JSON; charset=utf-8"}
    request = read_request("POST", "/rest/v1/leads.json?a=1%262&a=3&b=&c#part", headers, b"{}")
    assert (request.method, request.path, request.body) == ("POST", "/rest/v1/leads.json", b"{}")
    assert request.parameters == {"a": "1&2", "b": "", "c": ""}
    assert (request.authorization, request.kind, request.overridden) == ("Bearer t", "application/json", False)


def test_a_form_takes_the_place_of_a_query_that_is_too_long() -> None:
    form = b"filterType=email&filterValues=a%40x.example&fields=ignored"
    request = read_request("POST", "/rest/v1/leads.json?_method=get&fields=id", {"Content-Type": FORM}, form)
    assert (request.method, request.overridden) == ("GET", True)
    assert request.parameters == {
        "_method": "get",
        "filterType": "email",
        "filterValues": "a@x.example",
        "fields": "id",
    }


def test_what_is_no_form_or_no_post_is_not_read_as_one() -> None:
    request = read_request("POST", "/x?_method=GET", {"Content-Type": "application/json"}, b"a=1")
    assert (request.method, request.overridden, request.parameters) == ("GET", True, {"_method": "GET"})
    request = read_request("PUT", "/x?_method=GET", {"Content-Type": FORM}, b"a=1")
    assert (request.method, request.overridden, request.parameters) == ("PUT", False, {"_method": "GET"})


@given(st.text(), st.binary())
def test_nothing_is_too_odd_to_be_taken_apart(target: str, body: bytes) -> None:
    request = read_request("POST", target, {"Content-Type": FORM}, body)
    assert request.path == target.partition("#")[0].partition("?")[0]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/rest/v1/leads.json", True),
        ("/rest", True),
        ("/identity/oauth/token?a=1", True),
        ("/identity?a=1", True),
        ("/restful", False),
        ("/soap/mktows/3_1?rest", False),
        ("/soap/rest/v1", False),
    ],
)
def test_what_is_for_rest(target: str, expected: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_rest(target) is expected


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("/t?client_secret=S%26S&grant_type=g", "/t?client_secret=...&grant_type=g"),
        ("/t?a=1&CLIENT%5fSECRET=S", "/t?a=1&CLIENT%5fSECRET=..."),
        ("/t?client_id=c", "/t?client_id=c"),
    ],
)
def test_the_client_secret_is_not_kept(target: str, kept: str) -> None:
    assert without_secret(target) == kept
