"""The requests in code are those that the program would send, in characters that nothing on the way changes."""

import json
import re

import pytest
from hypothesis import given

from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.snippets import CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE
from mktgui.rest.names import Names, standard_names
from mktgui.rest.requests import NoSuchRequestError, sync_lead
from mktgui.rest.snippets.template import Step, Template, template_of
from tests.copied_code import VALUES
from tests.rest.snippets.running import HOSTILE, WRITES, call_with

USUAL = "id,email,firstName,lastName,createdAt,updatedAt,leadPartitionId"
ADDRESSES = ("https://h.example/rest", "https://h.example/'identity")


def template(call: Call, *, ascii_only: bool = False, names: Names | None = None) -> Template:
    return template_of(call, names or standard_names(), "externalKey", ADDRESSES, ascii_only=ascii_only)


@pytest.mark.parametrize("call", WRITES.values())
@pytest.mark.parametrize("ascii_only", [True, False])
def test_it_says_what_send_would_say(call: SyncLead, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    made, sent = template(call, ascii_only=ascii_only), sync_lead(call, standard_names(), "externalKey")
    assert json.loads(made.body) == json.loads(sent.body)
    assert (made.method, made.target, made.kind) == (sent.method, sent.target, sent.kind)


def test_numbers_keep_their_digits() -> None:
    call = SyncLead(email="a@b.example", attributes=(AttributeToSend("AnnualRevenue", "1.50"),))
    assert '"annualRevenue": 1.50' in template(call).body


@given(value=VALUES)
def test_any_value_is_written_so_that_nothing_changes_it(value: str) -> None:
    for ascii_only in (True, False):
        body = template(call_with(value), ascii_only=ascii_only).body
        assert json.loads(body)["input"][0]["Notes__c"] == value
        (written,) = re.findall('"Notes__c": "(.*)"', body)
        assert not set(written) & set("'\"!{}<>&\r\n\t")
        assert re.fullmatch(r"(?:[^\\]|\\[nrt]|\\u[0-9a-f]{4})*", written)
        assert written.isprintable()
        assert not written.startswith(" ")
        assert not written.endswith(" ")
        assert "  " not in written
        if ascii_only:
            assert re.fullmatch(r"[A-Za-z0-9 @.,:;/()+=*?#~|\[\]_\\-]*", written)


def test_names_stay_readable_where_the_file_is_utf_8() -> None:
    call = SyncLead(email="a@b.example", attributes=(AttributeToSend("FirstName", "Zoë 王小明\n\u202e\U000e0001"),))
    assert r'"firstName": "Zoë 王小明\n\u202e\udb40\udc01"' in template(call).body
    assert template(call_with(HOSTILE), ascii_only=True).body.isascii()


def test_addresses_need_no_quoting() -> None:
    made = template(call_with("x"))
    assert (made.endpoint, made.identity) == ("https://h.example/rest", "https://h.example/%27identity")


def test_what_follows_a_write() -> None:
    first, *others = template(WRITES["created in a partition, with a cookie"]).steps
    assert first == Step(
        "POST", "/v1/leads/", "/associate.json?cookie=id%3A123-ABC-456%26token%3A_mch-corp.example-1400000000000-22222"
    )
    assert others == [
        Step(
            "GET",
            "/v1/leads.json?filterType=id&filterValues=",
            f"&fields={USUAL},Notes__c,leadScore,unsubscribed",
        )
    ]
    assert template(WRITES["updated by id, and not read back"]).steps == ()


def test_a_cookie_with_the_number_that_stands_for_a_lead_is_left_as_it_is() -> None:
    call = SyncLead(email="a@b.example", cookie="/leads/0/ filterValues=0&x", return_lead=False)
    assert template(call).steps[0].after == "/associate.json?cookie=%2Fleads%2F0%2F%20filterValues%3D0%26x"


def test_of_more_fields_than_an_address_holds_the_usual_ones_are_read() -> None:
    many = tuple(AttributeToSend(f"a_field_with_a_long_name_{number}", "x") for number in range(400))
    (step,) = template(SyncLead(email="a@b.example", attributes=many)).steps
    assert step.after.endswith("updatedAt,leadPartitionId")


@pytest.mark.parametrize(
    ("call", "operation", "target"),
    [
        (
            GetLead(LookupKey.EMAIL, "a+b@x.example"),
            "Get Leads by Filter Type",
            f"/v1/leads.json?filterType=email&filterValues=a%2Bb%40x.example&fields={USUAL}",
        ),
        (DescribeObject(), "Describe Lead", "/v1/leads/describe.json"),
        (ListObjects(), "Get Lead Partitions", "/v1/leads/partitions.json"),
    ],
)
def test_reads(call: Call, operation: str, target: str) -> None:
    made = template(call)
    assert (made.operation, made.method, made.target) == (operation, "GET", target)
    assert (made.kind, made.lines, made.body, made.steps) == ("", (), "", ())


def test_a_value_too_long_for_an_address_goes_in_a_form() -> None:
    made = template_of(GetLead(LookupKey.EMAIL, "'王" * 1000), standard_names(), "", ADDRESSES, ascii_only=True)
    assert (made.method, made.target, made.kind) == (
        "POST",
        "/v1/leads.json?_method=GET",
        "application/x-www-form-urlencoded",
    )
    assert re.fullmatch(r"[A-Za-z0-9=&%,._-]*", made.body)


def test_other_objects_are_not_described() -> None:
    with pytest.raises(NoSuchRequestError):
        template_of(DescribeObject("Opportunity"), standard_names(), "", ADDRESSES, ascii_only=True)


def test_what_is_the_same_in_every_language_is_filled_in() -> None:
    code = "{operation} {endpoint} {client_variable} {secret_variable} {connect_seconds} {answer_seconds} {all_seconds}"
    first, *others = template(GetLead(LookupKey.EMAIL, "a@b.example")).fill(code + " {mine}", mine="$x").split(" ")[-7:]
    assert first == "https://h.example/rest"
    assert others[:2] == [CLIENT_VARIABLE, CLIENT_SECRET_VARIABLE]
    assert int(others[4]) == int(others[2]) + int(others[3])
    assert others[5] == "$x"
