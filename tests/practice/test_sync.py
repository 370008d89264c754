"""syncLead: which lead is meant, where it lies, what is written, and what is answered, all read from raw XML."""

from collections.abc import Callable

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import BadValue, CookieEmail, ForeignMiss, ReadOnly
from tests.practice.raw import (
    ANA,
    ANAS_EMAIL,
    ANONYMOUS,
    COOKIE,
    ELSEWHERE,
    NEWEST,
    NIL,
    OTHER_ANONYMOUS,
    SHARED_EMAIL,
    Caller,
    attributes,
    sync_lead,
)

NEXT = ANA + 1
NEW_EMAIL = "new@corp.example"
BY_ID, BY_EMAIL, CREATING = f"<Id>{ANA}</Id>", f"<Email>{ANAS_EMAIL}</Email>", f"<Email>{NEW_EMAIL}</Email>"
NEW_COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"


def foreign(text: str, kind: str = "CUSTOM") -> str:
    return f"<ForeignSysPersonId>{text}</ForeignSysPersonId><ForeignSysType>{kind}</ForeignSysType>"


ANAS_FOREIGN = foreign("0035000000ABcDeAAL", "SFDC")
Turn = Callable[..., None]


# Which lead is meant


@pytest.mark.parametrize("identity", [BY_ID, BY_EMAIL, f"<Email>{ANAS_EMAIL.upper()}</Email>", ANAS_FOREIGN])
def test_each_key_finds_the_lead(caller: Caller, identity: str) -> None:
    assert caller.sync(identity, {"Title": "CTO"}).outcome == ("UPDATED", ANA)
    assert caller.get("IDNUM", ANA).lead["Title"] == "CTO"


@pytest.mark.parametrize("identity", [CREATING, foreign("A-9"), foreign("0035000000ABcDeAAL")])
def test_a_key_of_nobody_creates(caller: Caller, server: PracticeServer, identity: str) -> None:
    assert caller.sync(identity).outcome == ("CREATED", NEXT)
    assert caller.sync(identity).outcome == ("UPDATED", NEXT)
    assert len(server.world.leads) == 201


def test_the_id_beats_everything_and_takes_the_other_keys_along(caller: Caller, server: PracticeServer) -> None:
    owner = next(lead for lead in server.world.leads.values() if lead.foreign[:1] and lead.foreign[0][0] == "NETSUITE")
    number = owner.foreign[0][1]
    reply = caller.sync(f"{BY_ID}<Email>{SHARED_EMAIL}</Email>{foreign(number, 'NETSUITE')}", cookie=COOKIE)
    assert reply.outcome == ("UPDATED", ANA)
    assert (reply.lead["Email"], reply.lead["ForeignSysPersonId"]) == (SHARED_EMAIL, number)
    assert caller.get("EMAIL", ANAS_EMAIL).fault == ("20103", f"No lead found with EMAIL = {ANAS_EMAIL}")
    assert caller.get("COOKIE", COOKIE).lead["Id"] == str(ANA)
    assert owner.foreign == []
    assert caller.sync(foreign(number, "NETSUITE")).outcome == ("UPDATED", ANA)


def test_a_foreign_id_beats_cookie_and_email_and_changes_the_email(caller: Caller) -> None:
    assert caller.sync(CREATING + ANAS_FOREIGN, cookie=COOKIE).outcome == ("UPDATED", ANA)
    assert caller.get("IDNUM", ANA).lead["Email"] == NEW_EMAIL
    assert caller.get("COOKIE", COOKIE).lead["Id"] == str(ANA)


def test_an_unmatched_foreign_id_makes_a_second_lead_with_the_address(caller: Caller, turn: Turn) -> None:
    assert caller.sync(BY_EMAIL + foreign("A-9")).outcome == ("CREATED", NEXT)
    assert caller.get("EMAIL", ANAS_EMAIL).result.findtext("count") == "2"
    turn(foreign_miss=ForeignMiss.UPDATE_BY_EMAIL)
    assert caller.sync(BY_EMAIL + foreign("A-10")).outcome == ("UPDATED", NEXT)
    assert caller.sync(CREATING + foreign("A-11")).outcome == ("CREATED", NEXT + 1)


def test_a_lead_keeps_all_its_foreign_ids_and_shows_the_newest(caller: Caller) -> None:
    assert caller.sync(BY_ID + foreign("A-9")).lead["ForeignSysPersonId"] == "A-9"
    assert caller.sync(ANAS_FOREIGN).outcome == caller.sync(foreign("A-9")).outcome == ("UPDATED", ANA)


def test_among_leads_with_one_address_the_newest_is_updated(caller: Caller) -> None:
    assert caller.sync(f"<Email>{SHARED_EMAIL}</Email>").outcome == ("UPDATED", NEWEST)


def test_a_cookie_makes_an_anonymous_lead_known(caller: Caller) -> None:
    assert caller.sync("", {"Email": NEW_EMAIL}, cookie=COOKIE).outcome == ("UPDATED", ANONYMOUS)
    assert caller.get("EMAIL", NEW_EMAIL).lead["Id"] == str(ANONYMOUS)


def test_a_cookie_of_nobody_creates_and_is_kept(caller: Caller) -> None:
    assert caller.sync("<leadAttributeList/>", cookie=NEW_COOKIE).outcome == ("CREATED", NEXT)
    assert caller.sync("", cookie=NEW_COOKIE).outcome == ("UPDATED", NEXT)


def test_cookie_and_email_go_by_the_email_and_the_cookie_moves(
    caller: Caller, server: PracticeServer, turn: Turn
) -> None:
    assert caller.sync(BY_EMAIL, cookie=COOKIE).outcome == ("UPDATED", ANA)
    assert server.world.leads[ANONYMOUS].cookies == []
    assert caller.sync(CREATING, cookie=COOKIE).outcome == ("CREATED", NEXT)  # the cookie was Ana's, who is known
    assert server.world.leads[ANA].cookies == []
    anonymous = server.world.leads[OTHER_ANONYMOUS].cookies[0]
    assert caller.sync("<Email>third@corp.example</Email>", cookie=anonymous).outcome == ("UPDATED", OTHER_ANONYMOUS)
    turn(cookie_with_email=CookieEmail.COOKIE)
    assert caller.sync(BY_EMAIL, cookie=COOKIE).outcome == ("UPDATED", NEXT)
    assert caller.get("IDNUM", NEXT).lead["Email"] == ANAS_EMAIL


def test_an_empty_cookie_is_none(caller: Caller) -> None:
    tail = "<returnLead>true</returnLead><marketoCookie></marketoCookie>"
    assert caller.ask(sync_lead("", tail)).fault == ("20101", "Lead Key Required")
    assert caller.ask(sync_lead(BY_EMAIL, tail)).outcome == ("UPDATED", ANA)


# Workspaces and partitions, the table of the facts sheet


def partition(server: PracticeServer, outcome: tuple[str, int]) -> str:
    assert outcome[0] == "CREATED"
    return server.world.leads[outcome[1]].partition


def test_with_workspaces_and_a_name_a_new_lead_goes_by_rule_or_into_the_primary_partition(
    caller: Caller, server: PracticeServer, turn: Turn
) -> None:
    assert partition(server, caller.sync(CREATING, workspace="EMEA").outcome) == "EMEA"
    assert partition(server, caller.sync(foreign("1"), {"Country": "Japan"}, workspace="EMEA").outcome) == "APAC"
    assert partition(server, caller.sync(foreign("2"), {"Country": "Peru"}, workspace="apac").outcome) == "APAC"
    turn(names_case_matters=False)
    assert partition(server, caller.sync(foreign("3"), {"country": "Japan"}, workspace="EMEA").outcome) == "APAC"


@pytest.mark.parametrize("identity", [f"<Id>{ELSEWHERE}</Id>", foreign("A-9"), "<leadAttributeList/>"])
def test_with_workspaces_and_a_name_a_lead_has_to_be_in_the_primary_partition(
    caller: Caller, server: PracticeServer, turn: Turn, identity: str
) -> None:
    lead = server.world.leads[ELSEWHERE]
    lead.foreign, lead.cookies = [("CUSTOM", "A-9")], [NEW_COOKIE]
    cookie = NEW_COOKIE if "<Id>" not in identity else ""
    assert caller.sync(identity, cookie=cookie, workspace="EMEA").outcome == ("UPDATED", ELSEWHERE)
    sentence = f"Lead {ELSEWHERE} is not in the primary partition of workspace Default"
    assert caller.sync(identity, {"Title": "Sailor"}, cookie=cookie, workspace="Default").fault == ("20106", sentence)
    lead.partition = "EMEA Archive"  # the workspace sees it, and yet
    assert caller.sync(identity, cookie=cookie, workspace="EMEA").fault[0] == "20106"
    turn(sync_failure_as_status=True)
    result = caller.sync(identity, {"Title": "Sailor"}, cookie=cookie, workspace="Default").result
    assert (result.findtext("syncStatus/status"), result.findtext("syncStatus/error")) == ("FAILED", sentence)
    assert lead.attributes["Title"] != "Sailor"


def test_with_workspaces_an_address_finds_a_lead_wherever_it_is(caller: Caller, server: PracticeServer) -> None:
    assert caller.sync(BY_EMAIL, workspace="EMEA").outcome == ("UPDATED", ANA)
    assert server.world.leads[ANA].partition == "Default"


def test_with_workspaces_and_no_name_new_goes_to_default_and_old_stays(caller: Caller, server: PracticeServer) -> None:
    assert partition(server, caller.sync(CREATING).outcome) == "Default"
    assert partition(server, caller.sync(foreign("1"), {"Country": "Germany"}).outcome) == "EMEA"
    assert caller.sync(f"<Id>{ELSEWHERE}</Id>").outcome == ("UPDATED", ELSEWHERE)
    assert caller.sync(f"<Email>{server.world.leads[ELSEWHERE].email}</Email>").outcome[0] == "UPDATED"
    assert server.world.leads[ELSEWHERE].partition == "EMEA"


def test_without_workspaces_only_default_may_be_named(caller: Caller, server: PracticeServer, turn: Turn) -> None:
    turn(workspaces=False)
    assert caller.sync(BY_ID, workspace="EMEA").fault == ("20110", "Workspace EMEA is not valid")
    assert caller.sync(f"<Id>{ELSEWHERE}</Id>", workspace="default").outcome == ("UPDATED", ELSEWHERE)
    for number, name in enumerate(("", "Default")):
        outcome = caller.sync(foreign(str(number)), {"Country": "Japan"}, workspace=name).outcome
        assert partition(server, outcome) == "Default"


def test_names_of_workspaces_may_be_exact(caller: Caller, turn: Turn) -> None:
    turn(workspace_case_matters=True)
    assert caller.sync(BY_ID, workspace="default").fault[0] == "20110"
    assert caller.sync(BY_ID, workspace="Default").outcome == ("UPDATED", ANA)


# What is refused, and what is only ignored


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<returnLead>true</returnLead>", ("20104", "Lead Detail Required")),
        (f"<LeadRecord>{BY_ID}</LeadRecord><returnLead>true</returnLead>", ("20104", "Lead Detail Required")),
        (f"<leadRecord>{BY_ID}</leadRecord>", ("20109", "returnLead is required")),
        (f"<leadRecord>{BY_ID}</leadRecord><returnLead/>", ("20109", "returnLead is required")),
        (f"<leadRecord>{BY_ID}</leadRecord><returnLead>True</returnLead>", ("20110", "returnLead True is not valid")),
    ],
)
def test_missing_parameters(caller: Caller, content: str, fault: tuple[str, str]) -> None:
    assert caller.ask(f"<ns1:paramsSyncLead>{content}</ns1:paramsSyncLead>").fault == fault


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ("", ("20101", "Lead Key Required")),
        ("<Id></Id>" + attributes({"Title": "CTO"}), ("20101", "Lead Key Required")),
        ("<Id>1</Id>", ("20103", "No lead found with IDNUM = 1")),
        ("<Id>12x</Id>", ("20103", "No lead found with IDNUM = 12x")),
        ("<ForeignSysPersonId>9</ForeignSysPersonId>", ("20109", "ForeignSysType is required with ForeignSysPersonId")),
        (foreign("9", "BOGUS"), ("20110", "ForeignSysType BOGUS is not valid")),
        (
            f"{BY_ID}<leadAttributeList><attribute><attrName>Title</attrName></attribute></leadAttributeList>",
            ("20109", "attrName and attrValue are required"),
        ),
        (
            BY_ID + attributes({"Title": "CTO", "shoes": "42", "title": "x"}),
            ("20105", "syncLead operation failed: unknown fields for import: shoes, title"),
        ),
    ],
)
def test_bad_parameters_write_nothing(
    caller: Caller, server: PracticeServer, record: str, fault: tuple[str, str]
) -> None:
    assert caller.sync(record).fault == fault
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"
    assert len(server.world.leads) == 200


@pytest.mark.parametrize("stray", ["id", "ID", "leadId", "ns1:Id"])
def test_a_miscased_id_is_ignored_and_makes_a_duplicate(caller: Caller, server: PracticeServer, stray: str) -> None:
    assert caller.sync(f"<{stray}>{ANA}</{stray}>{CREATING}").outcome == ("CREATED", NEXT)
    tag = stray.replace("ns1:", "{http://www.marketo.com/mktows/}")
    assert f"ignored child {tag}" in server.journal[0].notes


def test_other_strays_are_ignored_too(caller: Caller, server: PracticeServer) -> None:
    miscased = "<foreignSysPersonId>9</foreignSysPersonId><Foo/>" + attributes({"Title": "CTO"}).replace(
        "attribute>", "Attribute>"
    )
    tail = "<returnLead>true</returnLead><MarketoCookie>c</MarketoCookie>"
    reply = caller.ask(sync_lead(CREATING + miscased, tail))
    record = next(reply.result.iter("leadRecord"))
    assert [str(one.tag) for one in record if one.get(NIL) == "true"] == ["ForeignSysPersonId", "ForeignSysType"]
    assert "Title" not in reply.lead
    assert [note for note in server.journal[0].notes if not note.startswith("schema: ")] == [
        f"ignored child {name}" for name in ("MarketoCookie", "foreignSysPersonId", "Foo", "Attribute")
    ]


def test_children_may_come_in_any_order(caller: Caller) -> None:
    listed = attributes({"Title": "CTO"})
    reply = caller.ask(
        f"<ns1:paramsSyncLead><returnLead>1</returnLead><leadRecord>{listed}{foreign('A-9')}{BY_ID}</leadRecord>"
        "</ns1:paramsSyncLead>"
    )
    assert reply.outcome == ("UPDATED", ANA)
    assert (reply.lead["Title"], reply.lead["ForeignSysPersonId"]) == ("CTO", "A-9")


def test_read_only_fields_are_left_alone(caller: Caller, server: PracticeServer, turn: Turn) -> None:
    sent = {"CreatedAt": "2026-01-01T00:00:00Z", "Region_Locked__c": "EU", "City": "Oslo"}
    lead = caller.sync(BY_ID, sent).lead
    assert (lead["CreatedAt"], lead["City"]) == ("2024-03-05T09:14:00Z", "Oslo")
    assert "Region_Locked__c" not in lead
    assert server.journal[0].notes == ("ignored write to CreatedAt", "ignored write to Region_Locked__c")
    turn(read_only=ReadOnly.FAULT)
    assert caller.sync(BY_ID, sent).fault == ("20110", "Field CreatedAt cannot be updated")


def test_a_bad_value_may_be_ignored_alone(caller: Caller, server: PracticeServer, turn: Turn) -> None:
    turn(bad_value=BadValue.IGNORE)
    lead = caller.sync(BY_ID, {"LeadScore": "many", "City": "Oslo"}).lead
    assert (lead["LeadScore"], lead["City"]) == ("42", "Oslo")
    assert server.journal[0].notes == ("ignored value of LeadScore",)
