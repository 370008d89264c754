"""What syncLead makes of a draft, tabled against the vendor's rules (facts sheet 4.2 and 4.3)."""

from dataclasses import replace
from itertools import product
from typing import NamedTuple

import pytest

from mktgui.domain.calls import Action, AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.known import FailedLook, Knowledge, Known, VerdictKind
from mktgui.domain.lead import ForeignType, KeyKind, LeadRecord
from mktgui.domain.place_names import Place
from mktgui.domain.plan import plan
from mktgui.domain.profile import TransportKind
from mktgui.domain.soap_rules import SOAP_RULES
from tests.domain.drafts import COOKIE
from tests.domain.leads import AT, lead
from tests.domain.rest_codes import REST_ALONE

ID, EMAIL, FOREIGN, FROM_COOKIE = KeyKind.MARKETO_ID, KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE
PARTS = {
    ID: {"marketo_id": "7"},
    EMAIL: {"email": "ada@corp.example"},
    FOREIGN: {"foreign_id": "003A-9", "foreign_type": "SFDC"},
    FROM_COOKIE: {"cookie": COOKIE},
}
TITLE = Row("Title", Edit(EditKind.SET, "CTO"))

CODES = list(Code)
WHICH_LEAD = CODES[CODES.index(Code.GOES_BY_ID) : CODES.index(Code.MUST_BE_IN_PRIMARY)]
WHERE = CODES[CODES.index(Code.MUST_BE_IN_PRIMARY) : CODES.index(Code.WORKSPACE_EMPTY)]
WHAT = CODES[CODES.index(Code.SETS) :]


def draft(*keys: KeyKind, chosen: KeyKind | None = None, workspace: str = "") -> Draft:
    """A sound draft with these identifiers; the first is the chosen one unless told otherwise."""
    parts = {name: text for key in keys for name, text in PARTS[key].items()}
    return Draft(key=chosen or keys[0], rows=(TITLE,), workspace=workspace, **parts)  # type: ignore[arg-type]


def found(draft: Draft, codes: list[Code]) -> list[Finding]:
    return [finding for finding in plan(draft).findings if finding.code in codes]


class Meant(NamedTuple):
    """Identifiers, and what they mean for which lead is found and what of it is overwritten."""

    draft: Draft
    winner: KeyKind
    said: list[Finding]


BY_ID, FAILS = note(Code.GOES_BY_ID, id="7"), note(Code.ID_UNKNOWN_FAILS)
BY_EMAIL, NEWEST = note(Code.GOES_BY_EMAIL, email="ada@corp.example"), note(Code.NEWEST_OF_SEVERAL)
BY_FOREIGN = note(Code.GOES_BY_FOREIGN_ID, type="SFDC", id="003A-9")
BY_COOKIE, LINKS = note(Code.GOES_BY_COOKIE), note(Code.LINKS_COOKIE)
OVERWRITES = warning(Code.OVERWRITES_EMAIL, email="ada@corp.example")
NOT_LOOKED_UP = note(Code.NOT_LOOKED_UP)
EMAIL_NOT_LOOKED_UP = warning(Code.EMAIL_NOT_LOOKED_UP, email="ada@corp.example")
REASSIGNS = warning(Code.REASSIGNS_FOREIGN_ID, type="SFDC", id="003A-9")
EITHER = warning(Code.CANNOT_BE_LOOKED_UP, reason="cookie-and-email")


def creates(key: KeyKind) -> Finding:
    return warning(Code.UNKNOWN_CREATES, key=key.value)


def not_chosen(chosen: KeyKind, winner: KeyKind) -> Finding:
    return warning(Code.NOT_THE_CHOSEN_KEY, chosen=chosen.value, winner=winner.value)


MEANT = [
    # one identifier
    Meant(draft(ID), ID, [FAILS, BY_ID]),
    Meant(draft(FOREIGN), FOREIGN, [creates(FOREIGN), BY_FOREIGN]),
    Meant(draft(FROM_COOKIE), FROM_COOKIE, [creates(FROM_COOKIE), BY_COOKIE]),
    Meant(draft(EMAIL), EMAIL, [creates(EMAIL), NEWEST, BY_EMAIL]),
    # the Marketo ID beats everything, and takes the rest along
    Meant(draft(ID, EMAIL), ID, [FAILS, BY_ID, OVERWRITES]),
    Meant(draft(ID, FOREIGN), ID, [FAILS, BY_ID, REASSIGNS]),
    Meant(draft(ID, FROM_COOKIE), ID, [FAILS, BY_ID, LINKS]),
    Meant(draft(ID, EMAIL, FOREIGN, FROM_COOKIE), ID, [FAILS, BY_ID, OVERWRITES, REASSIGNS, LINKS]),
    # a foreign id finds by itself: an address that belongs to another lead makes no difference
    Meant(draft(FOREIGN, EMAIL), FOREIGN, [creates(FOREIGN), BY_FOREIGN, OVERWRITES, EMAIL_NOT_LOOKED_UP]),
    Meant(draft(FOREIGN, FROM_COOKIE), FOREIGN, [creates(FOREIGN), BY_FOREIGN, LINKS]),
    # the person had another key in mind
    Meant(draft(EMAIL, ID), ID, [FAILS, BY_ID, not_chosen(EMAIL, ID), OVERWRITES]),
    Meant(draft(FOREIGN, ID), ID, [FAILS, BY_ID, not_chosen(FOREIGN, ID), REASSIGNS]),
    Meant(draft(FROM_COOKIE, ID), ID, [FAILS, BY_ID, not_chosen(FROM_COOKIE, ID), LINKS]),
    Meant(
        draft(EMAIL, FOREIGN),
        FOREIGN,
        [creates(FOREIGN), BY_FOREIGN, not_chosen(EMAIL, FOREIGN), OVERWRITES, EMAIL_NOT_LOOKED_UP],
    ),
    Meant(
        draft(FROM_COOKIE, FOREIGN),
        FOREIGN,
        [creates(FOREIGN), BY_FOREIGN, not_chosen(FROM_COOKIE, FOREIGN), LINKS],
    ),
    # a chosen key without text beats nobody: the field says that it is empty
    Meant(draft(ID, chosen=EMAIL), ID, [FAILS, BY_ID]),
    # spaces around an identifier do not count, and make none by themselves
    Meant(Draft(key=ID, marketo_id=" 7 "), ID, [FAILS, BY_ID]),
    Meant(
        Draft(marketo_id=" ", foreign_id="\t", cookie=" ", email="ada@corp.example"),
        EMAIL,
        [creates(EMAIL), NEWEST, BY_EMAIL],
    ),
    Meant(Draft(email=" ada@corp.example "), EMAIL, [creates(EMAIL), NEWEST, BY_EMAIL]),
]


@pytest.mark.parametrize("meant", MEANT)
def test_which_lead_is_meant_and_what_of_it_is_overwritten(meant: Meant) -> None:
    """As long as nobody has looked: Send will."""
    assert plan(meant.draft).winner is meant.winner
    assert found(meant.draft, WHICH_LEAD) == [NOT_LOOKED_UP, *meant.said]


# cookie and address: not documented which wins, so that is what is said
@pytest.mark.parametrize("keys", [(FROM_COOKIE, EMAIL), (EMAIL, FROM_COOKIE)])
def test_of_cookie_and_address_none_is_claimed_to_win(keys: tuple[KeyKind, KeyKind]) -> None:
    made = draft(*keys)
    assert plan(made).winner is FROM_COOKIE
    assert found(made, WHICH_LEAD) == [EITHER, creates(FROM_COOKIE), BY_COOKIE, warning(Code.COOKIE_OR_EMAIL)]


@pytest.mark.parametrize("word", ["CUSTOM", "NETSUITE"])
def test_for_what_cannot_be_looked_up_the_reason_is_given(word: str) -> None:
    made = replace(draft(FOREIGN), foreign_type=word)
    said = found(made, WHICH_LEAD)
    assert said[0] == warning(Code.CANNOT_BE_LOOKED_UP, reason=f"foreign-{word.lower()}")
    assert said[1:] == [creates(FOREIGN), note(Code.GOES_BY_FOREIGN_ID, type=word, id="003A-9")]


class Seen(NamedTuple):
    """What a look showed, and what is then said of the send besides what it goes by."""

    draft: Draft
    known: Knowledge
    kind: VerdictKind
    said: list[Finding]


ADA = lead("7", "ada@corp.example", FirstName="Ada", Title="CTO")
OLD = lead("7", "old@corp.example")


def known(key: LookupKey, value: str, *records: LeadRecord) -> Known:
    return Known(profile_id="p", asked=GetLead(key, value), at=AT, records=records)


def by_email(*records: LeadRecord) -> Known:
    return known(LookupKey.EMAIL, "ADA@corp.example", *records)


def by_id(*records: LeadRecord) -> Known:
    return known(LookupKey.IDNUM, "7", *records)


def by_contact(*records: LeadRecord) -> Known:
    return known(LookupKey.SFDCCONTACTID, "003A-9", *records)


UPDATES = note(Code.UPDATES_LEAD, id="7", who="Ada")
REPLACES = warning(Code.REPLACES_EMAIL, email="ada@corp.example", old="old@corp.example")
SEEN = [
    Seen(draft(EMAIL), by_email(ADA), VerdictKind.UPDATES, [UPDATES, BY_EMAIL]),
    Seen(
        draft(EMAIL),
        by_email(ADA, OLD),
        VerdictKind.UPDATES_NEWEST,
        [warning(Code.UPDATES_NEWEST, id="7", who="Ada", count="2"), BY_EMAIL],
    ),
    Seen(draft(EMAIL), by_email(), VerdictKind.CREATES, [warning(Code.CREATES_LEAD, key="email"), BY_EMAIL]),
    Seen(draft(ID), by_id(), VerdictKind.REFUSED, [warning(Code.ID_UNKNOWN, id="7"), BY_ID]),
    Seen(
        draft(EMAIL),
        FailedLook(profile_id="p", asked=GetLead(LookupKey.EMAIL, "ada@corp.example"), at=AT),
        VerdictKind.LOOK_FAILED,
        [warning(Code.LOOK_FAILED), creates(EMAIL), NEWEST, BY_EMAIL],
    ),
    # the address of the lead that was seen
    Seen(draft(ID, EMAIL), by_id(ADA), VerdictKind.UPDATES, [UPDATES, BY_ID]),
    Seen(
        draft(ID, EMAIL),
        by_id(OLD),
        VerdictKind.UPDATES,
        [note(Code.UPDATES_LEAD, id="7", who="old@corp.example"), BY_ID, REPLACES],
    ),
    Seen(draft(ID, EMAIL), by_id(), VerdictKind.REFUSED, [warning(Code.ID_UNKNOWN, id="7"), BY_ID, OVERWRITES]),
    # whose address it would be matters only where a lead may be created
    Seen(draft(FOREIGN, EMAIL), by_contact(ADA), VerdictKind.UPDATES, [UPDATES, BY_FOREIGN]),
    Seen(
        draft(FOREIGN, EMAIL),
        by_contact(),
        VerdictKind.CREATES,
        [warning(Code.CREATES_LEAD, key="foreign_id"), BY_FOREIGN, OVERWRITES, EMAIL_NOT_LOOKED_UP],
    ),
    # of another lead
    Seen(draft(EMAIL), by_id(ADA), VerdictKind.NOT_LOOKED_UP, [NOT_LOOKED_UP, creates(EMAIL), NEWEST, BY_EMAIL]),
]


@pytest.mark.parametrize("seen", SEEN)
def test_what_was_seen_of_the_lead_says_what_happens(seen: Seen) -> None:
    made = plan(seen.draft, seen.known)
    assert made.verdict.kind is seen.kind
    assert [finding for finding in made.findings if finding.code in WHICH_LEAD] == seen.said


@pytest.mark.parametrize("given", [given for given in product([True, False], repeat=4) if any(given)])
def test_the_order_of_keys_holds_for_every_mixture(given: tuple[bool, bool, bool, bool]) -> None:
    keys = [key for key, here in zip((ID, FOREIGN, FROM_COOKIE, EMAIL), given, strict=True) if here]
    for chosen in keys:
        assert plan(draft(*keys, chosen=chosen)).winner is keys[0]


class Somewhere(NamedTuple):
    """A winner and a workspace, and where the lead then is to be found or made."""

    winner: KeyKind
    workspace: str
    said: list[Finding]


STAYS, IN_DEFAULT = note(Code.UPDATED_WHERE_IT_IS), note(Code.NEW_IN_DEFAULT)


def in_primary(workspace: str) -> Finding:
    return note(Code.MUST_BE_IN_PRIMARY, workspace=workspace)


def new_in(workspace: str) -> Finding:
    return note(Code.NEW_IN_WORKSPACE, workspace=workspace)


def only_default(workspace: str) -> Finding:
    return note(Code.ONLY_DEFAULT_WITHOUT_WORKSPACES, workspace=workspace)


IGNORED = warning(Code.WORKSPACE_IGNORED, workspace="EMEA")
PLACES = [
    Somewhere(ID, "", [STAYS]),  # an unknown id makes no lead, so nothing is said of a new one
    Somewhere(FOREIGN, "", [STAYS, IN_DEFAULT]),
    Somewhere(FROM_COOKIE, "", [STAYS, IN_DEFAULT]),
    Somewhere(EMAIL, "", [STAYS, IN_DEFAULT]),
    Somewhere(EMAIL, "  ", [STAYS, IN_DEFAULT]),
    Somewhere(ID, "EMEA", [in_primary("EMEA"), only_default("EMEA")]),
    Somewhere(FOREIGN, "EMEA", [in_primary("EMEA"), new_in("EMEA"), only_default("EMEA")]),
    Somewhere(FROM_COOKIE, "EMEA", [in_primary("EMEA"), new_in("EMEA"), only_default("EMEA")]),
    Somewhere(EMAIL, "EMEA", [IGNORED, new_in("EMEA"), only_default("EMEA")]),
    Somewhere(EMAIL, " EMEA ", [IGNORED, new_in("EMEA"), only_default("EMEA")]),
    Somewhere(ID, "Default", [in_primary("Default")]),
    Somewhere(FOREIGN, "default", [in_primary("default"), new_in("default")]),
    Somewhere(EMAIL, "DEFAULT", [warning(Code.WORKSPACE_IGNORED, workspace="DEFAULT"), new_in("DEFAULT")]),
]


@pytest.mark.parametrize("place", PLACES)
def test_where_the_lead_is_looked_for_and_where_a_new_one_goes(place: Somewhere) -> None:
    assert found(draft(place.winner, workspace=place.workspace), WHERE) == place.said


@pytest.mark.parametrize(
    ("workspace", "known", "said"),
    [
        ("", by_email(), [IN_DEFAULT]),
        ("EMEA", by_email(), [new_in("EMEA"), only_default("EMEA")]),
        ("", by_email(ADA), [STAYS]),
        ("EMEA", by_email(ADA), [IGNORED, only_default("EMEA")]),
    ],
)
def test_where_it_is_known_whether_the_lead_is_there_only_that_is_said(
    workspace: str, known: Known, said: list[Finding]
) -> None:
    findings = plan(draft(EMAIL, workspace=workspace), known).findings
    assert [finding for finding in findings if finding.code in WHERE] == said


def setting(*names: str) -> tuple[Row, ...]:
    return tuple(Row(name, Edit(EditKind.SET, "x")) for name in names)


CHANGES = [
    (replace(draft(ID), rows=()), [warning(Code.CHANGES_NOTHING)]),
    (replace(draft(ID), rows=(Row("Title"), Row())), [warning(Code.CHANGES_NOTHING)]),
    (draft(ID), [note(Code.SETS, count="1", names="Title")]),
    (replace(draft(ID), rows=(Row(" ", CLEAR), TITLE)), [note(Code.SETS, count="1", names="Title")]),
    (
        replace(draft(ID), rows=(*setting("Title", " City"), Row("State", CLEAR), Row("Fax"), Row("Rating", CLEAR))),
        [note(Code.SETS, count="2", names="Title, City"), warning(Code.CLEARS, count="2", names="State, Rating")],
    ),
    (
        replace(draft(ID), rows=(Row("State", CLEAR),), return_lead=False),
        [warning(Code.CLEARS, count="1", names="State"), note(Code.LEAD_NOT_RETURNED)],
    ),
]


@pytest.mark.parametrize(("draft", "said"), CHANGES)
def test_what_is_set_and_what_is_emptied_is_said_by_name(draft: Draft, said: list[Finding]) -> None:
    assert found(draft, WHAT) == said


def test_every_word_of_a_plan_is_said_in_these_tables() -> None:
    tables = [[meant.said for meant in MEANT], [place.said for place in PLACES], [said for _, said in CHANGES]]
    tables.append([seen.said for seen in SEEN])
    by_itself = {Code.NOT_LOOKED_UP, Code.COOKIE_OR_EMAIL, Code.CANNOT_BE_LOOKED_UP, Code.SHOWS_ANOTHER}
    said = {finding.code for table in tables for said in table for finding in said}
    assert said | by_itself == {*WHICH_LEAD, *WHERE, *WHAT} - REST_ALONE


REQUESTS = [
    (draft(EMAIL), SyncLead(email="ada@corp.example", attributes=(AttributeToSend("Title", "CTO"),))),
    (
        Draft(
            key=ID,
            marketo_id=" 007 ",
            email=" ada@corp.example",
            foreign_id="A-9 ",
            foreign_type="NETSUITE",
            cookie=f"{COOKIE}\n",
            rows=(Row(" Title ", Edit(EditKind.SET, " CTO\n")), Row("Fax"), Row("City", CLEAR), Row()),
            workspace=" EMEA ",
            return_lead=False,
        ),
        SyncLead(
            marketo_id=7,
            email="ada@corp.example",
            foreign_id="A-9",
            foreign_type=ForeignType.NETSUITE,
            cookie=COOKIE,
            attributes=(AttributeToSend("Title", " CTO\n"), AttributeToSend("City", "")),
            workspace="EMEA",
            return_lead=False,
        ),
    ),
    (Draft(email="ada@corp.example", foreign_type="SFDC", workspace=" "), SyncLead(email="ada@corp.example")),
    (
        Draft(email="ada@corp.example", rows=(Row("City", Edit(EditKind.CLEAR, "typed before")),)),
        SyncLead(email="ada@corp.example", attributes=(AttributeToSend("City", ""),)),
    ),
]


@pytest.mark.parametrize(("draft", "request_"), REQUESTS)
def test_exactly_what_was_marked_is_sent(draft: Draft, request_: SyncLead) -> None:
    assert plan(draft).request == request_


def test_a_foreign_id_whose_type_is_still_to_be_chosen_is_not_yet_said_to_move() -> None:
    draft = Draft(key=KeyKind.MARKETO_ID, marketo_id="7", foreign_id="A-9")
    assert Code.REASSIGNS_FOREIGN_ID not in {finding.code for finding in plan(draft).findings}
    by_it = plan(Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9"))
    assert dict(next(one for one in by_it.findings if one.code is Code.GOES_BY_FOREIGN_ID).params)["type"] == "?"


def test_over_soap_there_is_nothing_to_choose() -> None:
    assert SOAP_RULES.transport is TransportKind.SOAP
    assert SOAP_RULES.actions == (Action.CREATE_OR_UPDATE,)
    for action in (Action.UPDATE_ONLY, Action.CREATE_ONLY):
        shut = plan(replace(draft(EMAIL), action=action))
        assert shut.errors == (error(Code.ACTION_NOT_OVER_SOAP, Spot.ACTION, action=action.value),)


def test_places_are_workspaces_which_nobody_lists() -> None:
    assert (SOAP_RULES.place, SOAP_RULES.lists_places) == (Place.WORKSPACE, False)
