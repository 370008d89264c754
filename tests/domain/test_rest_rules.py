"""What Sync Leads makes of a draft, tabled against the vendor's rules (facts sheet 6.3 and 6.6)."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from mktgui.domain.calls import Action, AttributeToSend, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Severity, Spot, error, note, warning
from mktgui.domain.known import FailedLook, Knowledge, Known, VerdictKind
from mktgui.domain.lead import ForeignType, KeyKind, LeadRecord
from mktgui.domain.lookup import NoLookup
from mktgui.domain.place_names import Place
from mktgui.domain.plan import Plan, plan
from mktgui.domain.profile import TransportKind
from mktgui.domain.rest_rules import RestRules
from tests.domain.drafts import COOKIE, DRAFTS
from tests.domain.fields import complete, field
from tests.domain.leads import AT, lead
from tests.domain.rest_codes import REST_ALONE
from tests.domain.values import assert_is_value

RULES, NO_FIELD = RestRules("crmId"), RestRules()
ID, EMAIL, FOREIGN, FROM_COOKIE = KeyKind.MARKETO_ID, KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE
UPDATE, CREATE = Action.UPDATE_ONLY, Action.CREATE_ONLY
TITLE = Row("title", Edit(EditKind.SET, "CTO"))
ADA, BOB = lead("7", "ada@corp.example", firstName="Ada"), lead("9", "ada@corp.example")
OLD = lead("7", "old@corp.example")

BY_ID = Draft(key=ID, marketo_id="7", rows=(TITLE,))
BY_EMAIL = Draft(email="ada@corp.example", rows=(TITLE,))
BY_FIELD = Draft(key=FOREIGN, foreign_id="A-9", rows=(TITLE,))
BY_CONTACT = Draft(key=FOREIGN, foreign_id="003A-9", foreign_type="SFDC", rows=(TITLE,))
BY_COOKIE = Draft(key=FROM_COOKIE, cookie=COOKIE, rows=(TITLE,))
QUESTIONS = {
    BY_ID: GetLead(LookupKey.IDNUM, "7"),
    BY_EMAIL: GetLead(LookupKey.EMAIL, "ada@corp.example"),
    BY_FIELD: GetLead(FieldKey("crmId"), "A-9"),
    BY_CONTACT: GetLead(LookupKey.SFDCCONTACTID, "003A-9"),
    BY_COOKIE: GetLead(LookupKey.COOKIE, COOKIE),
}


def made(draft: Draft, known: Knowledge = None, rules: RestRules = RULES) -> Plan:
    return plan(draft, known, rules=rules)


def seen(draft: Draft, *records: LeadRecord) -> Known:
    question = RULES.question(draft)
    assert isinstance(question, GetLead)
    return Known(profile_id="p", asked=question, at=AT, records=records)


def failed(draft: Draft) -> FailedLook:
    question = RULES.question(draft)
    assert isinstance(question, GetLead)
    return FailedLook(profile_id="p", asked=question, at=AT)


@pytest.mark.parametrize(("draft", "question"), QUESTIONS.items())
def test_every_key_can_be_looked_up(draft: Draft, question: GetLead) -> None:
    assert RULES.question(draft) == question


@pytest.mark.parametrize(
    ("draft", "rules", "reason"),
    [
        (Draft(), RULES, NoLookup.NO_KEY),
        (BY_FIELD, NO_FIELD, NoLookup.NO_FOREIGN_FIELD),
        (replace(BY_FIELD, foreign_id="001A-9", foreign_type="SFDC"), NO_FIELD, NoLookup.NO_FOREIGN_FIELD),
        (replace(BY_FIELD, foreign_id="A,9"), RULES, NoLookup.COMMA),
        (replace(BY_EMAIL, email="a,b@corp.example"), RULES, NoLookup.COMMA),
    ],
)
def test_unless_there_is_no_field_or_no_way_to_write_it(draft: Draft, rules: RestRules, reason: NoLookup) -> None:
    assert rules.question(draft) is reason


@pytest.mark.parametrize(
    ("draft", "winner"),
    [
        (replace(BY_EMAIL, foreign_id="A-9", cookie=COOKIE), EMAIL),
        (replace(BY_FIELD, email="a@b", cookie=COOKIE), FOREIGN),
        (replace(BY_COOKIE, email="a@b", foreign_id="A-9"), FROM_COOKIE),
        (replace(BY_EMAIL, marketo_id="7"), ID),
        (replace(BY_EMAIL, email=" ", cookie=COOKIE, foreign_id="A-9"), FOREIGN),
        (replace(BY_FIELD, foreign_id="", cookie=COOKIE, email="a@b"), EMAIL),
        (Draft(key=FOREIGN), None),
    ],
)
def test_the_chosen_key_is_the_key_unless_there_is_a_marketo_id(draft: Draft, winner: KeyKind | None) -> None:
    assert RULES.winner(draft) is winner


class Seen(NamedTuple):
    """A draft, what is known of its lead, and what is then said of which lead it is."""

    draft: Draft
    known: Knowledge
    kind: VerdictKind
    said: list[Finding]


NOT_LOOKED_UP = note(Code.NOT_LOOKED_UP)
GOES_BY_ID, GOES_BY_EMAIL = note(Code.GOES_BY_ID, id="7"), note(Code.GOES_BY_EMAIL, email="ada@corp.example")
GOES_BY_FIELD = note(Code.GOES_BY_FIELD, field="crmId", id="A-9")
UPDATES = note(Code.UPDATES_LEAD, id="7", who="Ada")


def found_by(key: KeyKind) -> Finding:
    return note(Code.GOES_BY_WHAT_IS_FOUND, key=key.value)


def says(code: Code, key: KeyKind, **params: str) -> Finding:
    return Finding(code, Severity.NOTE, params=(*params.items(), ("key", key.value)))


def warns(code: Code, key: KeyKind, **params: str) -> Finding:
    return Finding(code, Severity.WARNING, params=(*params.items(), ("key", key.value)))


SEVERAL = says(Code.SEVERAL_ARE_SKIPPED, EMAIL)
SEEN = [
    # nobody has looked
    Seen(BY_ID, None, VerdictKind.NOT_LOOKED_UP, [NOT_LOOKED_UP, note(Code.ID_UNKNOWN_IS_SKIPPED), GOES_BY_ID]),
    Seen(
        BY_EMAIL,
        None,
        VerdictKind.NOT_LOOKED_UP,
        [NOT_LOOKED_UP, warns(Code.UNKNOWN_CREATES, EMAIL), SEVERAL, GOES_BY_EMAIL],
    ),
    Seen(
        replace(BY_EMAIL, action=UPDATE),
        None,
        VerdictKind.NOT_LOOKED_UP,
        [NOT_LOOKED_UP, says(Code.UNKNOWN_IS_SKIPPED, EMAIL), SEVERAL, GOES_BY_EMAIL],
    ),
    Seen(
        replace(BY_EMAIL, action=CREATE),
        None,
        VerdictKind.NOT_LOOKED_UP,
        [NOT_LOOKED_UP, says(Code.KNOWN_IS_SKIPPED, EMAIL), GOES_BY_EMAIL],
    ),
    Seen(
        BY_FIELD,
        None,
        VerdictKind.NOT_LOOKED_UP,
        [
            *(NOT_LOOKED_UP, warns(Code.UNKNOWN_CREATES, FOREIGN), says(Code.SEVERAL_ARE_SKIPPED, FOREIGN)),
            GOES_BY_FIELD,
        ],
    ),
    Seen(
        BY_COOKIE,
        None,
        VerdictKind.NOT_LOOKED_UP,
        [NOT_LOOKED_UP, says(Code.UNKNOWN_CANNOT_CREATE, FROM_COOKIE), found_by(FROM_COOKIE)],
    ),
    Seen(
        BY_EMAIL,
        failed(BY_EMAIL),
        VerdictKind.LOOK_FAILED,
        [warning(Code.LOOK_FAILED), warns(Code.UNKNOWN_CREATES, EMAIL), SEVERAL, GOES_BY_EMAIL],
    ),
    Seen(
        BY_CONTACT,
        failed(BY_CONTACT),
        VerdictKind.LOOK_FAILED,
        [warning(Code.LOOK_FAILED), error(Code.HAS_TO_BE_FOUND, key=FOREIGN.value), found_by(FOREIGN)],
    ),
    # there is one
    Seen(BY_ID, seen(BY_ID, ADA), VerdictKind.UPDATES, [UPDATES, GOES_BY_ID]),
    Seen(BY_EMAIL, seen(BY_EMAIL, ADA), VerdictKind.UPDATES, [UPDATES, GOES_BY_EMAIL]),
    Seen(BY_FIELD, seen(BY_FIELD, ADA), VerdictKind.UPDATES, [UPDATES, GOES_BY_FIELD]),
    Seen(BY_COOKIE, seen(BY_COOKIE, ADA), VerdictKind.UPDATES, [UPDATES, found_by(FROM_COOKIE)]),
    Seen(BY_CONTACT, seen(BY_CONTACT, ADA), VerdictKind.UPDATES, [UPDATES, found_by(FOREIGN)]),
    Seen(
        replace(BY_EMAIL, action=CREATE),
        seen(BY_EMAIL, ADA),
        VerdictKind.SKIPPED,
        [warns(Code.SKIPS_EXISTING, EMAIL, id="7", who="Ada"), GOES_BY_EMAIL],
    ),
    # there are several
    Seen(
        BY_EMAIL,
        seen(BY_EMAIL, BOB, ADA),
        VerdictKind.SKIPPED,
        [warns(Code.SKIPS_SEVERAL, EMAIL, count="2"), GOES_BY_EMAIL],
    ),
    Seen(
        BY_CONTACT,
        seen(BY_CONTACT, BOB, ADA),
        VerdictKind.SKIPPED,
        [error(Code.WHICH_OF_SEVERAL, count="2", key=FOREIGN.value), found_by(FOREIGN)],
    ),
    # there is none
    Seen(BY_ID, seen(BY_ID), VerdictKind.REFUSED, [warning(Code.ID_UNKNOWN_SKIPS, id="7"), GOES_BY_ID]),
    Seen(BY_EMAIL, seen(BY_EMAIL), VerdictKind.CREATES, [warns(Code.CREATES_LEAD, EMAIL), GOES_BY_EMAIL]),
    Seen(
        replace(BY_EMAIL, action=UPDATE),
        seen(BY_EMAIL),
        VerdictKind.REFUSED,
        [warns(Code.NOBODY_SKIPS, EMAIL), GOES_BY_EMAIL],
    ),
    Seen(
        BY_COOKIE,
        seen(BY_COOKIE),
        VerdictKind.REFUSED,
        [error(Code.NOBODY_TO_CHANGE, key=FROM_COOKIE.value), found_by(FROM_COOKIE)],
    ),
    # another key than the chosen one
    Seen(
        replace(BY_EMAIL, marketo_id="7"),
        seen(BY_ID, ADA),
        VerdictKind.UPDATES,
        [UPDATES, GOES_BY_ID, warning(Code.NOT_THE_CHOSEN_KEY, chosen="email", winner="marketo_id")],
    ),
]
CODES = list(Code)
WHICH_LEAD = frozenset(CODES[CODES.index(Code.GOES_BY_ID) : CODES.index(Code.OVERWRITES_EMAIL)])
BESIDES = frozenset(CODES[CODES.index(Code.OVERWRITES_EMAIL) : CODES.index(Code.MUST_BE_IN_PRIMARY)])
WHERE = frozenset(CODES[CODES.index(Code.MUST_BE_IN_PRIMARY) : CODES.index(Code.WORKSPACE_EMPTY)])
WHAT = frozenset(CODES[CODES.index(Code.SETS) :])


def said(made: Plan, codes: frozenset[Code]) -> list[Finding]:
    return [finding for finding in made.findings if finding.code in codes]


@pytest.mark.parametrize("one", SEEN)
def test_which_lead_is_meant_and_what_will_become_of_it(one: Seen) -> None:
    planned = made(one.draft, one.known)
    assert planned.verdict.kind is one.kind
    assert said(planned, WHICH_LEAD) == one.said


ADDRESS = "ada@corp.example"
ELSE = [
    (replace(BY_ID, email=ADDRESS), None, [warning(Code.OVERWRITES_EMAIL, email=ADDRESS)]),
    (
        replace(BY_ID, email=ADDRESS),
        seen(BY_ID, OLD),
        [warning(Code.REPLACES_EMAIL, email=ADDRESS, old="old@corp.example")],
    ),
    (
        replace(BY_FIELD, email=ADDRESS),
        None,
        [warning(Code.OVERWRITES_EMAIL, email=ADDRESS), warning(Code.EMAIL_NOT_LOOKED_UP, email=ADDRESS)],
    ),
    (replace(BY_FIELD, email=ADDRESS, action=UPDATE), None, [warning(Code.OVERWRITES_EMAIL, email=ADDRESS)]),
    (replace(BY_EMAIL, foreign_id="A-9"), None, [note(Code.SETS_FOREIGN_FIELD, field="crmId", id="A-9")]),
    (replace(BY_EMAIL, cookie=COOKIE), None, [note(Code.LINKS_COOKIE_SECOND)]),
    (BY_COOKIE, None, []),
]


@pytest.mark.parametrize(("draft", "known", "findings"), ELSE)
def test_what_comes_along_is_told(draft: Draft, known: Knowledge, findings: list[Finding]) -> None:
    assert said(made(draft, known), BESIDES) == findings


MUST, NEW = note(Code.MUST_BE_IN_PARTITION, workspace="EMEA"), note(Code.NEW_IN_PARTITION, workspace="EMEA")
NOT_SENT = warning(Code.PARTITION_NOT_SENT, workspace="EMEA")
IN_EMEA = replace(BY_EMAIL, workspace=" EMEA ")
PLACES = [
    (BY_EMAIL, None, [note(Code.NEW_IN_USUAL_PARTITION)]),
    (BY_EMAIL, seen(BY_EMAIL, ADA), []),
    (IN_EMEA, None, [MUST, NEW]),
    (IN_EMEA, seen(BY_EMAIL, ADA), [MUST]),
    (IN_EMEA, seen(BY_EMAIL), [NEW]),
    (replace(IN_EMEA, action=CREATE), None, [NEW]),
    (replace(IN_EMEA, action=UPDATE), None, [NOT_SENT]),
    (replace(BY_EMAIL, action=UPDATE), None, []),
    (replace(BY_ID, workspace="EMEA"), None, [NOT_SENT]),
    (replace(BY_COOKIE, workspace="EMEA"), None, [NOT_SENT]),
    (BY_ID, None, []),
]


@pytest.mark.parametrize(("draft", "known", "findings"), PLACES)
def test_the_partition_counts_only_where_a_lead_may_be_made(
    draft: Draft, known: Knowledge, findings: list[Finding]
) -> None:
    assert said(made(draft, known), WHERE) == findings


CHANGES = [
    (BY_ID, [note(Code.SETS, count="1", names="title"), note(Code.READ_BY_SECOND_CALL)]),
    (
        replace(BY_ID, rows=(Row("city", CLEAR),), return_lead=False),
        [warning(Code.CLEARS_BY_NULL, count="1", names="city"), note(Code.LEAD_NOT_RETURNED)],
    ),
]


@pytest.mark.parametrize(("draft", "findings"), CHANGES)
def test_what_is_emptied_goes_as_null_and_the_lead_is_read_by_itself(draft: Draft, findings: list[Finding]) -> None:
    assert said(made(draft), WHAT) == findings


def test_every_word_that_is_for_rest_alone_is_said_in_these_tables() -> None:
    tables = [[one.said for one in SEEN], [one[2] for one in ELSE], [one[2] for one in PLACES], [c[1] for c in CHANGES]]
    assert {finding.code for table in tables for findings in table for finding in findings} >= REST_ALONE


@pytest.mark.parametrize(
    ("draft", "rules", "slips"),
    [
        (replace(BY_EMAIL, email="adä@corp.example"), RULES, [error(Code.EMAIL_NOT_ASCII, Spot.EMAIL)]),
        (BY_FIELD, NO_FIELD, [error(Code.NO_FOREIGN_FIELD, Spot.FOREIGN_ID)]),
        (replace(BY_EMAIL, foreign_id="A-9"), NO_FIELD, [error(Code.NO_FOREIGN_FIELD, Spot.FOREIGN_ID)]),
        (BY_CONTACT, NO_FIELD, []),
        (replace(BY_EMAIL, action=CREATE), RULES, []),
        (replace(BY_ID, action=CREATE), RULES, [error(Code.ACTION_BY_EMAIL_ONLY, Spot.ACTION, key="marketo_id")]),
        (replace(BY_FIELD, action=CREATE), RULES, [error(Code.ACTION_BY_EMAIL_ONLY, Spot.ACTION, key="foreign_id")]),
        (replace(BY_ID, action=UPDATE), RULES, []),
        (
            replace(BY_FIELD, rows=(Row("crmId", CLEAR),)),
            RULES,
            [error(Code.NAME_IS_FOREIGN_FIELD, Spot.ROW_NAME, 0, name="crmId")],
        ),
        (replace(BY_EMAIL, rows=(Row("crmId", CLEAR),)), RULES, []),
        (replace(BY_EMAIL, rows=(Row("email", CLEAR),)), RULES, [error(Code.KEY_CANNOT_CHANGE, Spot.ROW_NAME, 0)]),
        (replace(BY_ID, rows=(Row("email", CLEAR),)), RULES, []),
    ],
)
def test_what_rest_has_against_a_draft_is_told_at_its_field(
    draft: Draft, rules: RestRules, slips: list[Finding]
) -> None:
    assert list(made(draft, rules=rules).errors) == slips


def test_a_field_for_foreign_ids_that_this_marketo_has_not_got_is_told() -> None:
    catalogue = complete(field("title"))
    told = plan(BY_FIELD, None, catalogue, rules=RULES)
    assert told.errors == (error(Code.FOREIGN_FIELD_UNKNOWN, Spot.FOREIGN_ID, name="crmId"),)
    assert plan(BY_FIELD, None, complete(field("title"), field("crmId")), rules=RULES).errors == ()


TITLE_SENT = (AttributeToSend("title", "CTO"),)
SENT_BY_ID = SyncLead(marketo_id=7, attributes=TITLE_SENT, action=UPDATE, lookup_field="id")
REQUESTS = [
    (BY_ID, None, SENT_BY_ID),
    (replace(BY_ID, workspace="EMEA", email="a@b"), None, replace(SENT_BY_ID, email="a@b")),
    (BY_EMAIL, None, SyncLead(email="ada@corp.example", attributes=TITLE_SENT, lookup_field="email")),
    (
        replace(IN_EMEA, action=CREATE, cookie=COOKIE, return_lead=False, foreign_id="A-9"),
        None,
        SyncLead(
            email="ada@corp.example",
            cookie=COOKIE,
            attributes=(*TITLE_SENT, AttributeToSend("crmId", "A-9")),
            workspace="EMEA",
            return_lead=False,
            action=CREATE,
            lookup_field="email",
        ),
    ),
    (
        replace(BY_FIELD, email="a@b", action=UPDATE, workspace="EMEA"),
        None,
        SyncLead(foreign_id="A-9", email="a@b", attributes=TITLE_SENT, action=UPDATE, lookup_field="crmId"),
    ),
    # what can only be found is changed by its number, once it has been found
    (BY_COOKIE, seen(BY_COOKIE, ADA), SENT_BY_ID),
    (BY_CONTACT, seen(BY_CONTACT, ADA), SENT_BY_ID),
    (BY_COOKIE, None, SyncLead(cookie=COOKIE, attributes=TITLE_SENT)),
    (
        BY_CONTACT,
        None,
        SyncLead(foreign_id="003A-9", foreign_type=ForeignType.SFDC, attributes=TITLE_SENT),
    ),
    (BY_COOKIE, seen(BY_COOKIE, lead("")), SyncLead(cookie=COOKIE, attributes=TITLE_SENT)),
]


@pytest.mark.parametrize(("draft", "known", "request_"), REQUESTS)
def test_one_field_finds_the_lead_and_all_else_are_values(draft: Draft, known: Knowledge, request_: SyncLead) -> None:
    assert made(draft, known).request == request_


def test_all_three_actions_can_be_chosen() -> None:
    assert RULES.transport is TransportKind.REST
    assert RULES.actions == tuple(Action)


def test_places_are_partitions_which_marketo_lists() -> None:
    assert (RULES.place, RULES.lists_places) == (Place.PARTITION, True)


@settings(deadline=None)
@given(DRAFTS)
def test_every_draft_has_a_plan_whose_request_is_there_exactly_when_no_error_stands(draft: Draft) -> None:
    for rules in (RULES, NO_FIELD):
        planned = made(draft, rules=rules)
        assert planned == made(draft, rules=rules)
        assert (planned.request is None) == bool(planned.errors)
        assert (planned.winner is None) == (rules.question(draft) is NoLookup.NO_KEY)


def test_rules_are_values() -> None:
    assert_is_value(lambda: RestRules("crmId"))
