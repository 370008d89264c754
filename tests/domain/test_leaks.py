"""The second look finds what the first one left, in any disguise, and is quiet where there is nothing."""

import base64
import json
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.leaks import Leak, leaks
from mktgui.domain.lookalikes import Look
from mktgui.domain.needles import is_telling
from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from tests.domain.tickets import ANSWER, CALL, shown

MASKED = pseudonyms_for(CALL, ANSWER)
VALUES = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=3, max_size=24).map(str.strip).filter(is_telling)
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<attrValue>Ruiz</attrValue>", "Ruiz"),
        ("<x>ANA</x>", "ANA"),
        ("Ana&#32;Ruiz", "Ana Ruiz"),
        ("?a=ANA.RUIZ%40acme.example", "ANA.RUIZ@acme.example"),
        (r'{"name": "\u0041na"}', "Ana"),
        ("we called you\n on Mon=\nday & <again>.", "we called you on Monday & <again>."),
        ("we called you on Mon&#173;day &amp; &lt;again&gt;.", "we called you on Monday & <again>."),
        (" 1 (512) 555-0142 ", "1 (512) 555-0142"),
        ("+1 512=\n 555 0142", "+1 512 555 0142"),
    ],
)
def test_values(text: str, found: str) -> None:
    assert found in {one.text for one in leaks(text, MASKED) if one.look is None}


@pytest.mark.parametrize("text", ["A.n.a", "banana", "<Ana:Ruiz/>", "<status>Ana</status>", "Server: Acme"])
def test_no_values(text: str) -> None:
    assert not leaks(text, MASKED)


def test_base64_hides_nothing() -> None:
    hidden = base64.b64encode("Name: Ruiz, Jörg".encode()).decode()
    assert leaks(f"x {hidden} y", MASKED) == (Leak(hidden),)
    url_safe = base64.urlsafe_b64encode("ÿÿ? Ruiz".encode()).decode()
    assert leaks(url_safe, MASKED) == (Leak(url_safe),)
    assert not leaks("QUJDREVGRw AAAAAAAAA //////////8=", MASKED)


def test_what_only_looks_like_something_is_told_as_that() -> None:
    assert leaks("to bo@y.example", MASKED) == (Leak("bo@y.example", Look.ADDRESS),)


def test_placeholders_and_names_are_no_findings() -> None:
    call = SyncLead(
        email="email@name.example",
        attributes=(
            AttributeToSend("FirstName", "Email"),
            AttributeToSend("LastName", "Person"),
            AttributeToSend("X", "text"),
        ),
    )
    masked = pseudonyms_for(call)
    text = (
        "POST /x HTTP/1.1\nContent-Type: text/xml\n\n"
        '<a:Email xmlns:a="urn:text" xsi:type="text">person-1@example.com</a:Email><attrName>Email</attrName>'
        "<attrValue>person-1 first name</attrValue><attrValue>person-1%20last%20name</attrValue>"
    )
    assert not leaks(text, masked)
    assert not leaks('{"email": "person-1%40example.com", "text" : 1}', masked)
    assert leaks("<a>Email</a>", masked) == (Leak("Email"),)


def test_what_stands_beside_a_placeholder_is_looked_at() -> None:
    assert leaks("person-1 first name Ruiz, person-1 Ana, lead-9 and person-9", MASKED) == (Leak("Ruiz"), Leak("Ana"))


def test_what_a_person_chose_to_show_is_no_finding() -> None:
    text = "ana.ruiz@acme.example, +1 512 555 0142"
    assert leaks(text, shown(MASKED, "Email", "Phone", "Website", "Company", "FirstName", "LastName")) == ()
    assert leaks(text, Pseudonyms()) == (
        Leak("ana.ruiz@acme.example", Look.ADDRESS),
        Leak("+1 512 555 0142", Look.PHONE),
    )


def test_what_hardly_looks_personal_was_not_chosen_to_be_shown() -> None:
    masked = pseudonyms_for(SyncLead(attributes=(AttributeToSend("Industry", "see bo@y.example"),)))
    assert leaks("see bo@y.example", masked) == (Leak("bo@y.example", Look.ADDRESS),)


def test_each_thing_is_told_once() -> None:
    assert leaks("Ruiz Ruiz RUIZ", MASKED) == (Leak("Ruiz"), Leak("RUIZ"))


@given(VALUES, st.sampled_from(["plain", "percent", "escaped", "json", "base64"]))
def test_any_value_is_found_in_any_spelling(value: str, spelling: str) -> None:
    masked = pseudonyms_for(SyncLead(attributes=(AttributeToSend("Notes__c", value),)), None, {"Notes__c": "string"})
    spelled = {
        "plain": value,
        "percent": quote(value, safe=""),
        "escaped": escape(value),
        "json": json.dumps(value)[1:-1],
        "base64": base64.b64encode(f"<{value}> and more".encode()).decode(),
    }[spelling]
    if value in masked.values[0].placeholder:
        return
    assert leaks(f"«{spelled}»", masked)
