"""The same fixes over SOAP and over REST leave the same world, and each side reads what the other wrote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings
from tests.practice.raw import ANA, ANAS_EMAIL, ANONYMOUS, ELSEWHERE, Caller
from tests.practice.rest.raw import RestCaller

NEW = "wei@corp.example"
COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"
NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)


# The clock stands still, so that the moments of all writes are the same; signatures are made by the real one.
SETTINGS = Settings(
    rest_company_writable=True, calls_per_20_seconds=10_000, expiry_minutes=10_000_000, future_minutes=10_000_000
)


@dataclass(frozen=True)
class Fix:
    """One fix: by id or by address, `soap` and `rest` being the same values in the words of each side."""

    name: str
    number: int | None = None
    email: str = ""
    soap: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)
    cookie: str = ""
    workspace: str = ""


FIXES = [
    Fix("a text", ANA, soap={"Title": "CTO"}, rest={"title": "CTO"}),
    Fix("a text by address", email=ANAS_EMAIL, soap={"Title": "CTO"}, rest={"title": "CTO"}),
    Fix("in other letters", email=ANAS_EMAIL.upper(), soap={"City": "Quito"}, rest={"city": "Quito"}),
    Fix("a number", ANA, soap={"LeadScore": "-7"}, rest={"leadScore": -7}),
    Fix("money", ANA, soap={"Credit_Limit__c": "1234.5"}, rest={"creditLimit": 1234.5}),
    Fix("per cent", ANA, soap={"Discount__c": "60"}, rest={"discount": 60}),
    Fix("a broken number", ANA, soap={"Renewal_Probability__c": "0.75"}, rest={"renewalProbability": 0.75}),
    Fix("yes", ANA, soap={"Unsubscribed": "true"}, rest={"unsubscribed": True}),
    Fix("no", ANA, soap={"DoNotCall": "false"}, rest={"doNotCall": False}),
    Fix("a date", ANA, soap={"DateofBirth": "1980-02-29"}, rest={"dateOfBirth": "1980-02-29"}),
    Fix(
        "a moment",
        ANA,
        soap={"Last_Webinar__c": "2026-03-14T09:26:53-07:00"},
        rest={"lastWebinar": "2026-03-14T09:26:53-07:00"},
    ),
    Fix("clearing a text", ANA, soap={"Title": ""}, rest={"title": None}),
    Fix("clearing with empty text", ANA, soap={"Title": ""}, rest={"title": ""}),
    Fix("clearing a number", ANA, soap={"LeadScore": ""}, rest={"leadScore": None}),
    Fix("any writing", ANA, soap={"Notes__c": 'a\n<b> & "ő" 👩‍💻 ]]>'}, rest={"notes": 'a\n<b> & "ő" 👩‍💻 ]]>'}),
    Fix("several", ANA, soap={"Fax": "1", "Site": "", "NPS__c": "9"}, rest={"fax": "1", "site": None, "nps": 9}),
    Fix("another address", ANA, "ana@corp.example"),
    Fix("a new lead", email=NEW, soap={"FirstName": "伟"}, rest={"firstName": "伟"}),
    Fix("a new lead by rule", email="rule@corp.example", soap={"Country": "Japan"}, rest={"country": "Japan"}),
    Fix("a new lead elsewhere", email="else@corp.example", workspace="EMEA"),
    Fix("a company", ANA, soap={"Company": "Initech"}, rest={"company": "Initech"}),
    Fix("a read-only field", ANA, soap={"CreatedAt": "2026-01-01T00:00:00Z"}, rest={"createdAt": "2026-01-01"}),
    Fix("a cookie", ANA, cookie=COOKIE),
    Fix("nothing", ANA),
    Fix("a lead in another partition", ELSEWHERE, soap={"Title": "CTO"}, rest={"title": "CTO"}),
    Fix("a lead without an address", ANONYMOUS, "known@corp.example"),
]


Way = Callable[[PracticeServer, Fix], None]


def over_soap(server: PracticeServer, fix: Fix) -> None:
    record = f"<Id>{fix.number}</Id>" if fix.number else ""
    record += f"<Email>{fix.email}</Email>" if fix.email else ""
    status, _ = Caller(server).sync(record, fix.soap, cookie=fix.cookie, workspace=fix.workspace).outcome
    assert status in {"CREATED", "UPDATED"}


def over_rest(server: PracticeServer, fix: Fix) -> None:
    rest = RestCaller(server)
    values = {**({"email": fix.email} if fix.email else {}), **fix.rest}
    options: dict[str, Any] = {"partitionName": server.world.primary(fix.workspace)} if fix.workspace else {}
    reply = rest.update(fix.number, **values) if fix.number else rest.sync(values, **options)
    status, number = reply.outcome
    assert status in {"created", "updated"}
    if fix.cookie:
        assert rest.associate(number, fix.cookie).envelope == {"success": True}


def world_after(ways: Sequence[Way]) -> tuple[Any, Any]:
    """The leads, and what is read of one over both sides, after each fix on a server of its own that stands still."""
    with PracticeServer(settings=SETTINGS) as server:
        server.clock = lambda: NOW
        for way, fix in zip(ways, FIXES, strict=True):
            way(server, fix)
        seen = [
            (dict(Caller(server).get("IDNUM", number).lead), RestCaller(server).get(f"lead/{number}.json").result)
            for number in (ANA, ANA + 1)
        ]
        return server.world.leads, seen


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_one_fix_leaves_the_same_world(fix: Fix) -> None:
    worlds = []
    for way in (over_soap, over_rest):
        with PracticeServer(settings=SETTINGS) as server:
            server.clock = lambda: NOW
            way(server, fix)
            worlds.append(server.world.leads)
    assert worlds[0] == worlds[1]


def test_all_fixes_one_after_the_other_on_either_side_or_in_turn() -> None:
    soap, rest = [over_soap] * len(FIXES), [over_rest] * len(FIXES)
    mixed = [over_soap if number % 2 else over_rest for number in range(len(FIXES))]
    first = world_after(soap)
    assert world_after(rest) == first
    assert world_after(mixed) == first


def test_each_side_reads_what_the_other_wrote(caller: Caller, rest: RestCaller) -> None:
    caller.sync(f"<Id>{ANA}</Id>", {"LeadScore": "7", "Unsubscribed": "1", "Credit_Limit__c": "10", "Title": ""})
    names = "leadScore,unsubscribed,creditLimit,title"
    assert rest.get(f"lead/{ANA}.json", fields=names).result == [
        {"id": ANA, "leadScore": 7, "unsubscribed": True, "creditLimit": 10.0, "title": None}
    ]
    rest.update(ANA, leadScore=8, unsubscribed=False, creditLimit=None, title="CEO")
    lead = caller.get("IDNUM", ANA).lead
    assert {name: lead.get(name) for name in ("LeadScore", "Unsubscribed", "Credit_Limit__c", "Title")} == {
        "LeadScore": "8",
        "Unsubscribed": "false",
        "Credit_Limit__c": None,
        "Title": "CEO",
    }
