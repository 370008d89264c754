"""Reading leads over the wire, and giving them cookies."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from mktgui.practice.rest.leads import MOST_MATCHES
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import UnknownId
from mktgui.practice.world import Lead
from tests.practice.raw import ANA, ANAS_EMAIL, COOKIE, ELSEWHERE, NEWEST, OLDEST, SHARED_EMAIL
from tests.practice.rest.raw import FORM, JSON, LEADS, RestCaller

Turn = Callable[..., None]


def ids(rest: RestCaller, kind: str, values: object, **parameters: object) -> list[int]:
    return [one["id"] for one in rest.find(kind, values, **parameters).result]


# By id


def test_a_lead_has_its_usual_fields(rest: RestCaller) -> None:
    expected = {
        "id": ANA,
        "email": ANAS_EMAIL,
        "updatedAt": "2024-03-05T09:14:00Z",
        "createdAt": "2024-03-05T09:14:00Z",
        "firstName": "Ana",
        "lastName": "Ruiz",
    }
    assert rest.get(f"lead/{ANA}.json").result == [expected]
    assert rest.get(f"lead/{ANA}.json", fields="").result == [expected]


def test_a_lead_has_the_fields_asked_for_and_its_id(rest: RestCaller) -> None:
    asked = "title, leadScore,unsubscribed,fax,leadPartitionId,title"
    assert rest.get(f"lead/{ANA}.json", fields=asked).result == [
        {"id": ANA, "title": "VP Sales", "leadScore": 42, "unsubscribed": False, "fax": None, "leadPartitionId": 1}
    ]


@pytest.mark.parametrize(
    ("fields", "code"), [("pants", "1006"), ("Title", "1006"), ("title,,city", "1003"), ("title,", "1003")]
)
def test_fields_that_there_are_not(rest: RestCaller, fields: str, code: str) -> None:
    assert rest.get(f"lead/{ANA}.json", fields=fields).code == code
    assert rest.find("id", ANA, fields=fields).code == code


@pytest.mark.parametrize("number", ["1", "0", "x", "99999999999999999999", "318815%00"])
def test_the_id_of_nobody(rest: RestCaller, turn: Turn, number: str) -> None:
    assert rest.get(f"lead/{number}.json").code == "1004"
    turn(rest_unknown_id=UnknownId.EMPTY)
    assert rest.get(f"lead/{number}.json").result == []


# By filter


@pytest.mark.parametrize(
    ("kind", "values", "found"),
    [
        ("email", ANAS_EMAIL.upper(), [ANA]),
        ("email", SHARED_EMAIL, [OLDEST, 9536, NEWEST]),
        ("email", "nobody@x.example", []),
        ("id", f"{ANA}, {ELSEWHERE},1,{ANA}", [ELSEWHERE, ANA]),
        ("cookies", COOKIE, [50_000]),
        ("cookies", "id:1&token:2", []),
        ("sfdcContactId", "0035000000ABcDeAAL", [ANA]),
        ("sfdcContactId", "0035000000ABcDe", [ANA]),
        ("sfdcLeadId", "0035000000ABcDeAAL", []),
        ("sfdcLeadOwnerId", "nobody", []),
        ("sfdcOpptyId", "0065000000ABcDeAAL", []),
        ("twitterId", "@ana", []),
        ("leadPartitionId", "99", []),
        ("leadPartitionId", "0", []),
        ("externalKey", "A-1", []),
    ],
)
def test_leads_by_each_key(rest: RestCaller, kind: str, values: str, found: list[int]) -> None:
    answer = ids(rest, kind, values)
    assert answer == (found if kind != "email" or len(found) < 3 else sorted(answer))
    assert len(answer) == len(found)


def test_leads_by_owner_partition_and_custom_field(rest: RestCaller, server: PracticeServer) -> None:
    leads = server.world.leads.values()
    owned = sorted(lead.id for lead in leads if any(kind == "SFDC" for kind, _ in lead.foreign))
    assert ids(rest, "sfdcLeadOwnerId", "00530000001AbCdAAK") == owned
    archived = sorted(lead.id for lead in leads if lead.partition == "Archive")
    assert ids(rest, "leadPartitionId", 2) == archived
    gold = sorted(lead.id for lead in leads if lead.attributes.get("Customer_Tier__c") == "gold")
    assert ids(rest, "customerTier", "GOLD") == gold
    assert archived
    assert gold


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({}, "1002"),
        ({"filterType": "email"}, "1002"),
        ({"filterType": "email", "filterValues": ""}, "1002"),
        ({"filterType": "email", "filterValues": " , ,"}, "1002"),
        ({"filterValues": "a@x.example"}, "1002"),
        ({"filterType": "firstName", "filterValues": "Ana"}, "1011"),
        ({"filterType": "pants", "filterValues": "1"}, "1011"),
        ({"filterType": "newsletter", "filterValues": "true"}, "1011"),
        ({"filterType": "id", "filterValues": "x"}, "1001"),
        ({"filterType": "leadPartitionId", "filterValues": "EMEA"}, "1001"),
        ({"filterType": "id", "filterValues": ",".join(map(str, range(301)))}, "1003"),
        ({"filterType": "id", "filterValues": "1", "batchSize": "0"}, "1003"),
        ({"filterType": "id", "filterValues": "1", "batchSize": "301"}, "1003"),
        ({"filterType": "id", "filterValues": "1", "batchSize": "x"}, "1003"),
        ({"filterType": "id", "filterValues": "1", "nextPageToken": "x"}, "1003"),
        ({"filterType": "id", "filterValues": "1", "nextPageToken": "ME======"[:-1]}, "1003"),
        ({"filterType": "id", "filterValues": "1", "nextPageToken": "PB4A===="}, "1003"),
    ],
)
def test_a_filter_that_cannot_be(rest: RestCaller, parameters: dict[str, str], code: str) -> None:
    assert rest.get("leads.json", **parameters).code == code


def test_pages_follow_each_other(rest: RestCaller, server: PracticeServer) -> None:
    everyone = sorted(lead.id for lead in server.world.leads.values() if lead.partition == "Default")
    found: list[int] = []
    token: dict[str, object] = {}
    for left in range(len(everyone), 0, -20):
        said = rest.find("leadPartitionId", 1, batchSize=20, fields="id", **token).envelope
        found += [one["id"] for one in said["result"]]
        assert said.get("moreResult", False) is (left > 20)
        token = {"nextPageToken": said.get("nextPageToken", "")}
    assert found == everyone
    assert token == {"nextPageToken": ""}


def test_a_page_beyond_the_end_is_empty(rest: RestCaller) -> None:
    assert rest.find("id", ANA, nextPageToken="HE4Q====").result == []


def test_more_than_a_thousand_matches_are_too_many(rest: RestCaller, server: PracticeServer) -> None:
    for number in range(10**6, 10**6 + MOST_MATCHES):
        server.world.leads[number] = Lead(id=number, email="many@x.example")
    assert len(rest.find("email", "many@x.example", batchSize=300).envelope["result"]) == 300
    server.world.leads[1] = Lead(id=1, email="many@x.example")
    assert rest.find("email", "many@x.example").code == "1003"


def test_a_long_filter_goes_in_a_form(rest: RestCaller) -> None:
    form = urlencode({"filterType": "id", "filterValues": str(ANA), "fields": "title"}).encode()
    assert rest.call("POST", f"{LEADS}?_method=GET", form, FORM).result == [{"id": ANA, "title": "VP Sales"}]
    assert rest.call("POST", f"{LEADS}?_method=GET", form, JSON).code == "612"
    assert rest.call("POST", f"{LEADS}?_method=GET", form).code == "612"


# Cookies


def test_a_cookie_is_given_to_a_lead(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.associate(ANA, COOKIE).envelope == {"success": True}
    assert server.world.leads[ANA].cookies == [COOKIE]
    assert server.world.leads[50_000].cookies == []
    assert ids(rest, "cookies", COOKIE) == [ANA]


@pytest.mark.parametrize(
    ("number", "cookie", "code"),
    [
        (ANA, "", "1002"),
        (ANA, "id:123-ABC-456", "1012"),
        (ANA, "token:_mch-x&id:1", "1012"),
        (ANA, "nonsense", "1012"),
        (1, COOKIE, "1004"),
        ("x", COOKIE, "1004"),
    ],
)
def test_a_cookie_that_cannot_be_given(
    rest: RestCaller, server: PracticeServer, number: object, cookie: str, code: str
) -> None:
    assert rest.associate(number, cookie).code == code
    assert server.world.leads[ANA].cookies == []


def test_an_ampersand_that_is_not_encoded_cuts_the_cookie(rest: RestCaller) -> None:
    assert rest.call("POST", f"/rest/v1/leads/{ANA}/associate.json?cookie={COOKIE}").code == "1012"
