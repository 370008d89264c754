"""A pasted text is taken for one key or for none, and never against the person's choice."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mktgui.domain.detect import LONGEST, Detected, detect
from mktgui.domain.key_search import Candidate, Why
from mktgui.domain.lead import ForeignType, KeyKind
from tests.domain.drafts import COOKIE
from tests.domain.values import assert_is_value

calm = settings(deadline=None)  # a busy machine is no failure

ID, EMAIL, FOREIGN, FROM_COOKIE = KeyKind.MARKETO_ID, KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE
CONTACT = "0035000000ABcDeAAL"
A_CONTACT = Candidate(FOREIGN, CONTACT, Why.SALESFORCE_CONTACT, "SFDC")
AN_ID, ANOTHER_ID = Candidate(ID, "318815", Why.MARKETO_ID), Candidate(ID, "318816", Why.MARKETO_ID)
ANA = Candidate(EMAIL, "ana@acme.example", Why.EMAIL)


@pytest.mark.parametrize(
    ("text", "kind", "taken", "why"),
    [
        ("318815", ID, "318815", Why.MARKETO_ID),
        ("ana@acme.example", EMAIL, "ana@acme.example", Why.EMAIL),
        (COOKIE, FROM_COOKIE, COOKIE, Why.COOKIE),
        ("CRM-00012", FOREIGN, "CRM-00012", Why.FOREIGN_ID),
        ("000123", FOREIGN, "000123", Why.FOREIGN_ID),
        ("0", FOREIGN, "0", Why.FOREIGN_ID),
        ("99999999999", FOREIGN, "99999999999", Why.NUMBER_TOO_LARGE),
    ],
)
def test_a_bare_key_is_taken_as_it_is(text: str, kind: KeyKind, taken: str, why: Why) -> None:
    assert detect(text) == Detected(kind=kind, text=taken, why=why)


def test_a_salesforce_id_comes_with_its_type() -> None:
    assert detect(CONTACT) == Detected(kind=FOREIGN, text=CONTACT, foreign_type="SFDC", why=Why.SALESFORCE_CONTACT)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Please mend lead 318815 today", "318815"),
        ('"Ana" <ana@acme.example>;', "ana@acme.example"),
        ("\u200bCRM-1\n", "CRM-1"),
    ],
)
def test_what_is_around_a_key_is_cleaned_off_and_that_is_told(text: str, taken: str) -> None:
    found = detect(text)
    assert (found.text, found.cleaned) == (taken, True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.EMPTY),
        (" \u200b\n", Why.EMPTY),
        ("hello", Why.UNKNOWN),
        ("Ana Ruiz", Why.UNKNOWN),
        ("CRM-1 CRM-2", Why.UNKNOWN),
        ("https://app-abc.marketo.com/", Why.URL_WITHOUT_ID),
        ("7" * (LONGEST + 1), Why.UNKNOWN),
        ("CRM-1" * LONGEST, Why.UNKNOWN),
    ],
)
def test_what_is_no_key_is_taken_for_none(text: str, why: Why) -> None:
    found = detect(text)
    assert (found.kind, found.why, found.others) == (None, why, ())


def test_of_several_keys_none_is_taken_and_all_are_offered() -> None:
    assert detect("318815\n318816") == Detected(
        kind=None, text="318815 318816", cleaned=True, why=Why.SEVERAL, others=(AN_ID, ANOTHER_ID)
    )


@pytest.mark.parametrize("chosen", [ID, EMAIL, FROM_COOKIE])
@pytest.mark.parametrize("text", ["hello", "", "CRM-00012"])
def test_a_choice_is_kept_where_the_text_shows_nothing(chosen: KeyKind, text: str) -> None:
    assert detect(text, chosen) == Detected(kind=chosen, text=text, why=Why.AS_CHOSEN)


def test_a_choice_is_kept_where_the_text_looks_like_something_else() -> None:
    assert detect("318815", EMAIL) == Detected(kind=EMAIL, text="318815", why=Why.LOOKS_OTHERWISE, others=(AN_ID,))
    assert detect(CONTACT, ID).others == (A_CONTACT,)


def test_a_choice_picks_its_key_from_among_others() -> None:
    mixed = "lead 318815, ana@acme.example"
    assert detect(mixed, EMAIL) == Detected(kind=EMAIL, text="ana@acme.example", cleaned=True, why=Why.EMAIL)
    assert detect(mixed, ID).text == "318815"


def test_several_keys_of_the_chosen_kind_are_offered() -> None:
    found = detect("318815 318816 ana@acme.example", ID)
    assert (found.kind, found.why, found.others) == (ID, Why.SEVERAL, (AN_ID, ANOTHER_ID))


@pytest.mark.parametrize("foreign_type", ["", "SFDC"])
def test_a_salesforce_id_is_picked_out_for_a_foreign_id(foreign_type: str) -> None:
    found = detect(f"https://na1.salesforce.com/{CONTACT}", FOREIGN, foreign_type)
    assert (found.text, found.foreign_type, found.why) == (CONTACT, "SFDC", Why.SALESFORCE_URL)


@pytest.mark.parametrize(
    ("text", "foreign_type", "why", "others"),
    [
        ("318815", "NETSUITE", Why.AS_CHOSEN, ()),
        ("客户－１", "CUSTOM", Why.AS_CHOSEN, ()),
        ("ana@acme.example", "CUSTOM", Why.LOOKS_OTHERWISE, (ANA,)),
        (CONTACT, "CUSTOM", Why.LOOKS_OTHERWISE, (A_CONTACT,)),
        ("", "", Why.AS_CHOSEN, ()),
    ],
)
def test_any_text_may_be_an_id_of_another_system(
    text: str, foreign_type: str, why: Why, others: tuple[Candidate, ...]
) -> None:
    expected = Detected(kind=FOREIGN, text=text, foreign_type=foreign_type, why=why, others=others)
    assert detect(text, FOREIGN, foreign_type) == expected


def test_several_salesforce_ids_are_offered() -> None:
    found = detect(f"{CONTACT} 00Q5000000ABcDe", FOREIGN)
    assert (found.kind, found.why, len(found.others)) == (FOREIGN, Why.SEVERAL, 2)


def test_what_was_detected_is_a_value() -> None:
    assert_is_value(lambda: Detected(kind=ID, text="7", others=(AN_ID,)))


PARTS = st.sampled_from(
    [
        *("ana@acme.example", "318815", CONTACT, CONTACT.lower(), COOKIE, "mailto:", "%40", "%25", "%26", "&amp;"),
        *("https://", "app-a.marketo.com/", "?leadId=", "na1.salesforce.com/", "_mkto_trk=", "id:1&token:", "CRM-1"),
        *("id=", "to=", "#", ",", "。", "＠", "１", "'", '"', "<", ">", ".", "@", "/", "=", ":", "0"),
        *(" ", "\n", "\u200b", "\xa0", "\u3000"),
    ]
)
TEXTS = st.one_of(
    st.lists(PARTS, max_size=7).map("".join),
    st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=6).map("".join),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=30),
)


@calm
@given(TEXTS, st.sampled_from([None, *KeyKind]), st.sampled_from(["", *ForeignType]))
@example("id:0&token:.&", None, "")
def test_what_was_taken_is_taken_again_and_a_choice_is_always_kept(
    text: str, chosen: KeyKind | None, foreign_type: str
) -> None:
    found = detect(text, chosen, foreign_type)
    assert chosen is None or found.kind is chosen
    assert found.cleaned == (found.text != text)
    again = detect(found.text, chosen, foreign_type)
    assert (again.kind, again.text, again.foreign_type) == (found.kind, found.text, found.foreign_type)
    assert not again.cleaned


@calm
@given(TEXTS)
def test_a_guess_that_the_person_makes_a_choice_stays_the_same(text: str) -> None:
    found = detect(text)
    if found.kind is not None:
        kept = detect(found.text, found.kind, found.foreign_type)
        assert (kept.kind, kept.text, kept.foreign_type) == (found.kind, found.text, found.foreign_type)


@pytest.mark.parametrize("piece", ["a@", "(", "7", "a.", "id:", "%25", "a=", "?leadId=", "@", "ab", "a b"])
def test_long_texts_are_no_trouble(piece: str) -> None:
    assert detect("https://app-a.marketo.com/" + piece * LONGEST).kind is None
    assert detect(piece * (LONGEST // len(piece))).text
