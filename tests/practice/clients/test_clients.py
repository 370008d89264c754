"""PHP, Perl and another Python get the same answers from the practice server as are written down here."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mktgui.practice.server import PracticeServer

Step = dict[str, Any]
Answer = dict[str, Any]

HERE = Path(__file__).parent
CLIENTS = {
    "php": ("php", str(HERE / "client.php")),
    "perl": ("perl", str(HERE / "client.pl")),
    "suds": ("/usr/bin/python3", str(HERE / "client_suds.py")),  # Debian's package belongs to Debian's Python
}
NUMBER = 318815
ANA: Answer = {
    "id": NUMBER,
    "email": "ana.ruiz@acme.example",
    "foreign": ["SFDC", "0035000000ABcDeAAL"],
    "attributes": [
        ["City", "string", "Austin"],
        ["Company", "string", "Acme"],
        ["Country", "string", "United States"],
        ["CreatedAt", "datetime", "2024-03-05T09:14:00Z"],
        ["FirstName", "string", "Ana"],
        ["LastName", "string", "Ruiz"],
        ["LeadScore", "integer", "42"],
        ["Phone", "phone", "+1 512 555 0142"],
        ["Title", "string", "VP Sales"],
        ["Unsubscribed", "boolean", "false"],
        ["Website", "url", "acme.example"],
    ],
}
CHINESE, EMOJI, AWKWARD = "张伟，销售总监", "👩‍💻 🎉 e\u0301", "5 > 3 & 2 < 4 ]]> \"q\" \u00a0 'end'"


@pytest.fixture(params=list(CLIENTS))
def client(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


def ask(client: str, server: PracticeServer, *steps: Step, secret: str = "") -> list[Answer]:
    """Let a foreign client make these calls. The secret goes in where no list of processes shows it."""
    told = {"endpoint": server.endpoint, "user_id": server.user_id, "secret": secret or server.secret, "steps": steps}
    done = subprocess.run(
        CLIENTS[client], input=json.dumps(told).encode(), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    answers: list[Answer] = json.loads(done.stdout)
    return answers


def changed(lead: Answer, **attributes: str) -> Answer:
    """A lead with other text in some of the attributes that it has."""
    listed = [[name, kind, attributes.get(name, value)] for name, kind, value in lead["attributes"]]
    return {**lead, "attributes": listed}


def get(key: str, value: str) -> Step:
    return {"call": "getLead", "key": key, "value": value}


def sync(*attributes: tuple[str, str], returned: bool = True, **how: object) -> Step:
    return {"call": "syncLead", "attributes": attributes, "return": returned, **how}


def written(lead: Answer | None, status: str, number: int = NUMBER) -> Answer:
    return {"id": number, "status": status, "error": None, "lead": lead}


def fault(code: str, text: str, message: str) -> Answer:
    return {"fault": "SOAP-ENV:Client", "text": f"{code} - {text}", "code": code, "message": f"{message} ({code})"}


def test_the_objects_are_listed(client: str, server: PracticeServer) -> None:
    names = ["ActivityRecord", "LeadRecord", "Opportunity", "OpportunityPersonRole"]
    assert ask(client, server, {"call": "listMObjects"}) == [{"objects": names}]


def test_the_fields_of_a_lead_are_described(client: str, server: PracticeServer) -> None:
    (described,) = ask(client, server, {"call": "describeMObject", "name": "LeadRecord"})
    assert described["name"] == "LeadRecord"
    assert described["fields"][0] == ["Id", "Id", "integer", 10, True]
    assert described["fields"][4] == ["leadAttributeList", "leadAttributeList", "Array", None, False]
    fields = server.world.fields
    assert [name for name, *_ in described["fields"][5:]] == [name for name in fields if name != "Email"]
    labels = {name: label for name, label, *_ in described["fields"]}
    assert all(labels[name] == field.en for name, field in fields.items() if name != "Email")
    assert ["AnonymousIP", "Anonymous IP", "string", 255, True] in described["fields"]


def test_a_lead_is_found_by_address_and_by_number(client: str, server: PracticeServer) -> None:
    found = ask(client, server, get("EMAIL", "Ana.Ruiz@acme.example"), get("IDNUM", str(NUMBER)))
    assert found == [{"count": 1, "leads": [ANA]}] * 2


def test_leads_that_share_an_address_come_newest_first(client: str, server: PracticeServer) -> None:
    shared = next(lead.email for lead in server.world.leads.values() if len(server.world.by_email(lead.email)) > 1)
    (found,) = ask(client, server, get("EMAIL", shared))
    assert [lead["id"] for lead in found["leads"]] == [lead.id for lead in server.world.by_email(shared)]
    assert found["count"] == len(found["leads"])


def test_nobody_with_that_key_is_a_fault(client: str, server: PracticeServer) -> None:
    answers = ask(client, server, get("EMAIL", "nobody@x.example"), get("IDNUM", "7"))
    assert answers == [
        fault("20103", "Lead not found", "No lead found with EMAIL = nobody@x.example"),
        fault("20103", "Lead not found", "No lead found with IDNUM = 7"),
    ]


def test_a_lead_is_created_and_updated_by_address_with_any_writing(client: str, server: PracticeServer) -> None:
    create = sync(("City", EMOJI), ("FirstName", CHINESE), ("Title", AWKWARD), email="wei@corp.example")
    change = sync(("FirstName", "伟"), email="wei@corp.example", returned=False)
    created, updated, found = ask(client, server, create, change, get("EMAIL", "wei@corp.example"))
    number = max(server.world.leads)
    attributes = [
        ["City", "string", EMOJI],
        ["FirstName", "string", CHINESE],
        ["Title", "string", AWKWARD],
        ["Website", "url", "corp.example"],
    ]
    wei = {"id": number, "email": "wei@corp.example", "foreign": None, "attributes": attributes}
    assert created == written(wei, "CREATED", number)
    assert updated == written(None, "UPDATED", number)
    assert found["leads"] == [changed(wei, FirstName="伟")]


def test_a_lead_is_updated_by_number_and_an_empty_value_clears(client: str, server: PracticeServer) -> None:
    updated, cleared = ask(client, server, sync(("Title", "CEO"), id=NUMBER), sync(("Title", ""), id=NUMBER))
    without_title = {**ANA, "attributes": [one for one in ANA["attributes"] if one[0] != "Title"]}
    assert updated == written(changed(ANA, Title="CEO"), "UPDATED")
    assert cleared == written(without_title, "UPDATED")


def test_a_foreign_id_finds_a_lead_or_makes_one(client: str, server: PracticeServer) -> None:
    found, made = ask(
        client,
        server,
        sync(("City", "Quito"), foreign=["SFDC", "0035000000ABcDeAAL"]),
        sync(foreign=["CUSTOM", "CRM-9"], email="new@corp.example", workspace="EMEA"),
    )
    assert found == written(changed(ANA, City="Quito"), "UPDATED")
    assert (made["status"], made["lead"]["foreign"]) == ("CREATED", ["CUSTOM", "CRM-9"])
    assert server.world.leads[made["id"]].partition == server.world.primary("EMEA")


def test_a_wrong_secret_is_refused_for_every_call(client: str, server: PracticeServer) -> None:
    before = server.world.leads[NUMBER].attributes.copy()
    calls = ({"call": "listMObjects"}, get("IDNUM", str(NUMBER)), sync(("Title", "x"), id=NUMBER))
    answers = ask(client, server, *calls, secret="wrong")  # noqa: S106 - that is the point
    assert answers == [fault("20014", "Authentication failed", "Authentication failed")] * 3
    assert server.world.leads[NUMBER].attributes == before


def test_unknown_fields_and_workspaces_are_faults(client: str, server: PracticeServer) -> None:
    answers = ask(
        client,
        server,
        sync(("Shoes", "42"), ("Hüte", "1"), email="ana.ruiz@acme.example"),
        sync(email="ana.ruiz@acme.example", workspace="Nowhere"),
    )
    unknown = "syncLead operation failed: unknown fields for import: Shoes, Hüte"
    assert answers == [
        fault("20105", "Unknown lead field", unknown),
        fault("20110", "Input error", "Workspace Nowhere is not valid"),
    ]


def test_what_they_send_obeys_the_schema(client: str, server: PracticeServer) -> None:
    describe, read = {"call": "describeMObject", "name": "LeadRecord"}, get("IDNUM", str(NUMBER))
    by_number, by_foreign = sync(("Title", "CEO"), id=NUMBER), sync(foreign=["CUSTOM", "A"], returned=False)
    ask(client, server, describe, read, by_number, by_foreign)
    assert [entry.notes for entry in server.journal if entry.method == "POST"] == [()] * 4
