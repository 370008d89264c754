"""A plan: what the fields say, what the rules of the API say, and the request where nothing stands against it."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from mktgui.domain.calls import Action, GetLead, LookupKey, SyncLead
from mktgui.domain.check import check
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Severity, Spot, error, warning
from mktgui.domain.known import Known
from mktgui.domain.lead import ABSENT, KeyKind, LeadRecord, text_value
from mktgui.domain.plan import Change, Plan, Planner, plan
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.domain.transport_rules import TransportRules
from tests.domain.drafts import COOKIE, DRAFTS
from tests.domain.fields import complete, field
from tests.domain.leads import AT, lead
from tests.domain.values import assert_is_value

calm = settings(deadline=None)  # a busy machine is no failure

ID, EMAIL, FOREIGN, FROM_COOKIE = KeyKind.MARKETO_ID, KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE
PARTS = {
    ID: {"marketo_id": "7"},
    EMAIL: {"email": "ada@corp.example"},
    FOREIGN: {"foreign_id": "003A-9", "foreign_type": "SFDC"},
    FROM_COOKIE: {"cookie": COOKIE},
}
TITLE = Row("Title", Edit(EditKind.SET, "CTO"))


def draft(*keys: KeyKind, chosen: KeyKind | None = None, workspace: str = "") -> Draft:
    """A sound draft with these identifiers; the first is the chosen one unless told otherwise."""
    parts = {name: text for key in keys for name, text in PARTS[key].items()}
    return Draft(key=chosen or keys[0], rows=(TITLE,), workspace=workspace, **parts)  # type: ignore[arg-type]


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


@pytest.mark.parametrize("key", KeyKind)
def test_without_an_identifier_nothing_is_claimed(key: KeyKind) -> None:
    nobody = plan(Draft(key=key, rows=(TITLE,), workspace="EMEA"))
    assert nobody.winner is None
    assert nobody.request is None
    assert nobody.findings == check(Draft(key=key, rows=(TITLE,), workspace="EMEA"))


def test_an_error_keeps_send_shut_and_a_warning_does_not() -> None:
    shut = plan(replace(draft(EMAIL), email="ada @corp.example"))
    assert shut.request is None
    assert [finding.code for finding in shut.errors] == [Code.EMAIL_HAS_SPACE]
    open_ = plan(replace(draft(EMAIL), email="ada"))
    assert open_.request is not None
    assert open_.errors == ()


def test_what_the_fields_say_comes_first() -> None:
    slips = replace(draft(ID, EMAIL), marketo_id="x", rows=(Row("Title", CLEAR), Row("Title", CLEAR)))
    assert plan(slips).findings[:2] == check(slips)
    assert len(plan(slips).findings) > 2


@calm
@given(DRAFTS)
def test_a_plan_is_pure(draft: Draft) -> None:
    """The same draft gives the same plan, also a copy of it, and nobody changes the draft."""
    copy = pickle.loads(pickle.dumps(draft))  # noqa: S301 - our own bytes
    assert plan(draft) == plan(draft) == plan(copy)
    assert draft == copy


@calm
@given(DRAFTS)
def test_a_request_is_there_exactly_when_no_error_stands(draft: Draft) -> None:
    made = plan(draft)
    assert made.errors == tuple(finding for finding in made.findings if finding.severity is Severity.ERROR)
    assert (made.request is None) == bool(made.errors)


@calm
@given(DRAFTS)
def test_xml_can_carry_whatever_gets_past_the_plan(draft: Draft) -> None:
    request = plan(draft).request
    if request is None:
        return
    texts = [request.email, request.foreign_id, request.cookie, request.workspace]
    texts += [text for attribute in request.attributes for text in (attribute.name, attribute.value)]
    for text in texts:
        element = etree.Element("carrier")
        element.text = text  # raises ValueError for what XML cannot hold
        assert (element.text or "") == (text or "")
    assert request.marketo_id is None or 1 <= request.marketo_id < 2**31
    assert request.foreign_type is not None or request.foreign_id is None


def test_each_change_goes_with_what_was_there() -> None:
    rows = (Row(" Title ", Edit(EditKind.SET, "CIO")), Row("City", CLEAR), Row(" ", CLEAR), Row("Fax"))
    title, city = rows[0].edit, rows[1].edit
    made = replace(draft(EMAIL), rows=rows)
    assert plan(made).changes == (Change("Title", title), Change("City", city))
    assert plan(made, by_email(ADA)).changes == (
        Change("Title", title, text_value("CTO")),
        Change("City", city, ABSENT),
    )
    assert plan(made, by_email()).changes == plan(made).changes


def test_a_row_that_changes_nothing_is_told_by_what_the_value_means() -> None:
    rows = (TITLE, Row("Score", Edit(EditKind.SET, "007")), Row("City", Edit(EditKind.SET, "Oslo")))
    made, catalogue = replace(draft(EMAIL), rows=rows), complete(field("Title"), field("Score", kind="score"))
    told = [
        finding.row
        for finding in plan(made, by_email(lead("7", Title="CTO", Score="7", City="Rome")), catalogue).findings
        if finding.code is Code.VALUE_AS_NOW
    ]
    assert told == [0, 1]


def test_what_the_catalogue_says_keeps_send_shut_or_warns() -> None:
    locked = plan(draft(EMAIL), None, complete(field("Title", read_only=True)))
    assert locked.errors == (error(Code.FIELD_READ_ONLY, Spot.ROW_NAME, 0, name="Title"),)
    unknown = plan(draft(EMAIL), None, complete(field("City")))
    assert unknown.request is not None
    assert unknown.findings[0] == warning(Code.FIELD_UNKNOWN, Spot.ROW_NAME, 0, name="Title")


@calm
@given(DRAFTS, DRAFTS)
def test_a_planner_that_planned_before_says_the_same(before: Draft, draft: Draft) -> None:
    catalogue = complete(field("Title", size=3), field("City", kind="date"))
    planner = Planner(catalogue)
    assert planner.catalogue is catalogue
    planner.plan(before, by_email(OLD))
    for knowledge in (None, by_email(ADA), by_id(ADA)):
        assert planner.plan(draft, knowledge) == plan(draft, knowledge, catalogue)


def test_a_planner_plans_once_what_is_as_it_was() -> None:
    planner, known = Planner(), by_email(ADA)
    made = planner.plan(draft(EMAIL), known)
    assert planner.plan(draft(EMAIL), known) is made
    assert planner.plan(draft(EMAIL), by_email(ADA)) is not made


def test_a_plan_is_a_value() -> None:
    assert_is_value(
        lambda: Plan(
            SyncLead(email="a@b"), plan(draft(EMAIL)).verdict, (warning(Code.CHANGES_NOTHING),), (Change("A", CLEAR),)
        )
    )


def test_the_rules_of_the_api_make_the_plan() -> None:
    made = plan(replace(draft(EMAIL), action=Action.UPDATE_ONLY), rules=RestRules())
    assert made.errors == ()
    assert made.request is not None
    assert (made.request.action, made.request.lookup_field) == (Action.UPDATE_ONLY, "email")
    assert plan(Draft(key=FOREIGN, foreign_id="A-9"), rules=RestRules("crmId")).errors == ()


@pytest.mark.parametrize("rules", [SOAP_RULES, RestRules()])
def test_another_lead_that_marketo_shows_for_the_number_is_said(rules: TransportRules) -> None:
    found = plan(draft(ID), by_id(replace(ADA, id=text_value("9"))), rules=rules)
    assert warning(Code.SHOWS_ANOTHER, id="7", other="9") in found.findings
    assert Code.SHOWS_ANOTHER not in {one.code for one in plan(draft(ID), by_id(ADA), rules=rules).findings}


def test_over_rest_a_row_by_the_name_that_soap_has_is_sent_and_compared_by_that_of_rest() -> None:
    notes = replace(field("notes"), soap_name="Notes__c", rest_name="notes")
    rows = (Row("Notes__c", Edit(EditKind.SET, "new")), TITLE)
    seen = by_id(lead("7", "ada@corp.example", notes="old"))
    over_rest = plan(replace(draft(ID), rows=rows), seen, complete(notes), rules=RestRules())
    assert over_rest.request is not None
    assert [one.name for one in over_rest.request.attributes] == ["notes", "Title"]
    assert over_rest.changes[0] == Change("Notes__c", rows[0].edit, text_value("old"))
    over_soap = plan(replace(draft(ID), rows=rows), seen, complete(notes))
    assert over_soap.request is not None
    assert [one.name for one in over_soap.request.attributes] == ["Notes__c", "Title"]


def test_how_a_value_would_be_written_is_not_said_where_it_cannot_be_sent() -> None:
    catalogue = complete(field("unsubscribed", kind="boolean"))
    said = {}
    for text in ("yes", "1"):
        rows = (Row("unsubscribed", Edit(EditKind.SET, text)),)
        found = plan(replace(draft(ID), rows=rows), None, catalogue, rules=RestRules()).findings
        said[text] = {one.code for one in found}
    assert Code.NO_BOOLEAN in said["yes"]
    assert Code.JSON_VALUE not in said["yes"]
    assert Code.JSON_VALUE in said["1"]
