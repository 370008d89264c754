"""The identifiers in a text are found wherever they stand, in their order, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.key_search import Candidate, Why, could_be_foreign, is_url, search, tidied, without_invisible
from mktgui.domain.lead import KeyKind
from tests.domain.drafts import COOKIE
from tests.domain.values import assert_is_value

ID, EMAIL, FOREIGN, FROM_COOKIE = KeyKind.MARKETO_ID, KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE
CONTACT, LEAD, USER = "0035000000ABcDeAAL", "00Q5000000ABcDe", "00530000001AbCdAAK"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        (" 318815\r\n", "318815"),
        ("\u200b３１８\u00ad８１５\ufeff", "318815"),
        ("ana＠acme。com", "ana@acme.com"),
        ("a。b", "a。b"),
        ("1、2，3；4", "1,2,3;4"),
        ("Ana\u00a0\u3000 Ruiz\n\t<a@b>", "Ana Ruiz <a@b>"),
    ],
)
def test_what_nobody_sees_and_full_width_is_tidied(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


def test_a_foreign_id_loses_only_what_nobody_sees() -> None:
    assert without_invisible(" \u200b客户－１\n２ ") == "客户－１ ２"


BARE = [
    ("318815", ID, "318815", Why.MARKETO_ID),
    ("2147483647", ID, "2147483647", Why.MARKETO_ID),
    ("#318815", ID, "318815", Why.MARKETO_ID),
    ("ID: 318815.", ID, "318815", Why.MARKETO_ID),
    ("leadId=318815", ID, "318815", Why.MARKETO_ID),
    ("318.815", ID, "318815", Why.MARKETO_ID),
    ("2147483648", FOREIGN, "2147483648", Why.NUMBER_TOO_LARGE),
    ("9" * 5000, FOREIGN, "9" * 5000, Why.NUMBER_TOO_LARGE),
    ("ana@acme.example", EMAIL, "ana@acme.example", Why.EMAIL),
    ('"Ana Ruiz" <ana@acme.example>', EMAIL, "ana@acme.example", Why.EMAIL),
    ("(ana@acme.example),", EMAIL, "ana@acme.example", Why.EMAIL),
    ("'o'neill@acme.example'", EMAIL, "o'neill@acme.example", Why.EMAIL),
    ("mailto:ana%2Bx@acme.example?subject=Hello%20there", EMAIL, "ana+x@acme.example", Why.EMAIL),
    ("MAILTO:?to=ana@acme.example", EMAIL, "ana@acme.example", Why.EMAIL),
    ("ana%40acme.example", EMAIL, "ana@acme.example", Why.EMAIL),
    ("email=ana@acme.example", EMAIL, "ana@acme.example", Why.EMAIL),
    (CONTACT, FOREIGN, CONTACT, Why.SALESFORCE_CONTACT),
    (CONTACT.lower(), FOREIGN, CONTACT, Why.SALESFORCE_CONTACT),
    (LEAD, FOREIGN, LEAD, Why.SALESFORCE_LEAD),
    (USER, FOREIGN, USER, Why.SALESFORCE_OTHER),
    ("0035000000ABcDeAAX", FOREIGN, "0035000000ABcDeAAX", Why.SALESFORCE_SLIP),
    (COOKIE, FROM_COOKIE, COOKIE, Why.COOKIE),
    (f"_mkto_trk={COOKIE}", FROM_COOKIE, COOKIE, Why.COOKIE),
    (f'Cookie: a=1; _mkto_trk={COOKIE}; who=ana@acme.example"', FROM_COOKIE, COOKIE, Why.COOKIE),
    (COOKIE.replace(":", "%3A").replace("&", "%26"), FROM_COOKIE, COOKIE, Why.COOKIE),
    (COOKIE.replace("&", "%2526"), FROM_COOKIE, COOKIE, Why.COOKIE),
    (COOKIE.replace("&", "&amp;"), FROM_COOKIE, COOKIE, Why.COOKIE),
    ("id:1-A-4&token:_mch-acme.example-a1b2c3.", FROM_COOKIE, "id:1-A-4&token:_mch-acme.example-a1b2c3", Why.COOKIE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "found", "why"), BARE)
def test_one_identifier_is_found_alone(text: str, kind: KeyKind, found: str, why: Why) -> None:
    [one] = search(text)
    assert (one.kind, one.text, one.why) == (kind, found, why)
    assert (one.foreign_type == "SFDC") == why.value.startswith("salesforce")


MARKETO = "https://app-abc.marketo.com/"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"{MARKETO}leadDatabase/loadLeadDetail?leadId=318815&x=7", ["318815"]),
        (f"{MARKETO}#/leadDatabase/loadLeadDetail?leadId=318815", ["318815"]),
        (f"{MARKETO}#leadId=318815", ["318815"]),
        (f"{MARKETO}?id=7&leadId=318815", ["318815"]),
        (f"{MARKETO}#/x?id=318815", ["318815"]),
        (f"{MARKETO}%23leadId%3D318815", ["318815"]),
        ("app-abc.marketo.com/leadDatabase/loadLeadDetail?leadId=318815", ["318815"]),
        ("https://123-abc-456.mktorest.com/rest/v1/lead/318815.json", ["318815"]),
        ("https://experience.adobe.com/#/@acme/marketo-engage?personId=318815", ["318815"]),
        (f"<{MARKETO}?leadId=318815>.", ["318815"]),
        (f"{MARKETO}?leadId=318815&leadId=7", ["318815", "7"]),
        (f"{MARKETO}?leadId=99999999999", []),
        (MARKETO, []),
        ("https://marketo.com.evil.example/?leadId=318815", []),
        ("https://notmarketo.com/?leadId=318815", []),
        ("https://[broken?leadId=318815", []),
    ],
)
def test_urls_of_marketo_name_a_lead(url: str, found: list[str]) -> None:
    assert search(url) == tuple(Candidate(ID, one, Why.MARKETO_URL) for one in found)


@pytest.mark.parametrize(
    ("url", "found", "why"),
    [
        (f"https://acme.lightning.force.com/lightning/r/Contact/{CONTACT}/view", [CONTACT], Why.SALESFORCE_URL),
        (f"https://na1.salesforce.com/{LEAD}", [LEAD], Why.SALESFORCE_URL),
        (f"https://na1.salesforce.com/apex/x?id={CONTACT}&owner={USER}", [CONTACT], Why.SALESFORCE_URL),
        (f"https://na1.salesforce.com/{USER}", [USER], Why.SALESFORCE_OTHER),
        ("https://na1.salesforce.com/home/home.jsp", [], Why.SALESFORCE_URL),
    ],
)
def test_urls_of_salesforce_name_a_person_before_anything_else(url: str, found: list[str], why: Why) -> None:
    assert search(url) == tuple(Candidate(FOREIGN, one, why, "SFDC") for one in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("318815 318816 318815", ["318815", "318816"]),
        ("318815,318816;318817|318818", ["318815", "318816", "318817", "318818"]),
        ("318,815", ["318815", "318", "815"]),
        ("a@b.c d@e.f,A@B.C", ["a@b.c", "d@e.f"]),
        (f"ticket 12: ana@acme.example {CONTACT}", ["12", "ana@acme.example", CONTACT]),
    ],
)
def test_several_are_found_in_their_order_and_each_once(text: str, found: list[str]) -> None:
    assert [one.text for one in search(text)] == found


@pytest.mark.parametrize(
    "text", ["", "hello", "Ana Ruiz", "CRM-00012", "000123", "0", "@", "ana@", "@acme", "_mkto_trk=7", "x:*@acme"]
)
def test_what_is_none_for_sure_is_not_found(text: str) -> None:
    assert search(text) == ()


@pytest.mark.parametrize(
    ("text", "could"), [("CRM-00012", True), ("hello", False), ("A 1", False), ("https://acme.example/1", False)]
)
def test_one_word_with_a_digit_could_be_anybodys_id(text: str, could: bool) -> None:  # noqa: FBT001 - a column
    assert could_be_foreign(text) is could


def test_web_addresses_are_known_with_and_without_their_protocol() -> None:
    assert is_url("HTTPS://x")
    assert is_url("na1.salesforce.com/x")
    assert not is_url("app-a.marketo.com/ana@acme.example")


def test_a_candidate_is_a_value() -> None:
    assert_is_value(lambda: Candidate(ID, "7", Why.MARKETO_ID))


@given(st.text())
def test_any_text_can_be_searched_and_tidied_once_is_tidied_for_good(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)
    assert without_invisible(without_invisible(text)) == without_invisible(text)
    assert all(one.text for one in search(tidied(text)))
