"""Sync Leads over the wire: which leads are meant, what is written, and what is said of each record."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from mktgui.practice.rest.sync import MOST_RECORDS
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Reasons
from tests.practice.raw import ANA, ANAS_EMAIL, OLDEST, SHARED_EMAIL
from tests.practice.rest.raw import RestCaller

NEXT = ANA + 1
NEW = {"email": "new@corp.example"}
Turn = Callable[..., None]


# Actions


def test_create_or_update_is_usual_and_goes_by_the_address(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.sync({"email": ANAS_EMAIL.upper(), "title": "CTO"}).outcome == ("updated", ANA)
    assert rest.sync(NEW).outcome == ("created", NEXT)
    assert rest.sync(NEW, action="createOrUpdate", lookupField="email").outcome == ("updated", NEXT)
    ana, new = server.world.leads[ANA], server.world.leads[NEXT]
    assert (ana.email, ana.attributes["Title"]) == (ANAS_EMAIL.upper(), "CTO")
    assert (new.email, new.partition, new.attributes) == ("new@corp.example", "Default", {"Website": "corp.example"})


def test_update_only_creates_nobody(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.update(ANA, email="ana@corp.example", title=None).outcome == ("updated", ANA)
    assert rest.update(1, title="CTO").reasons == ["1004"]
    assert rest.sync(NEW, action="updateOnly").reasons == ["1004"]
    assert rest.sync({"email": "ana@corp.example", "title": "CTO"}, action="updateOnly").outcome == ("updated", ANA)
    assert len(server.world.leads) == 200
    assert server.world.leads[ANA].attributes["Title"] == "CTO"


def test_create_only_updates_nobody(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.sync({"email": ANAS_EMAIL, "title": "CTO"}, action="createOnly").reasons == ["1005"]
    assert rest.sync({**NEW, "leadScore": 7}, action="createOnly").outcome == ("created", NEXT)
    assert rest.sync({"lastName": "Nobody"}, action="createOnly").outcome == ("created", NEXT + 1)
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"
    assert server.world.leads[NEXT].attributes["LeadScore"] == "7"
    assert server.world.leads[NEXT + 1].attributes == {"LastName": "Nobody"}


def test_create_duplicate_looks_nobody_up(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.sync({"email": ANAS_EMAIL}, action="createDuplicate").outcome == ("created", NEXT)
    assert [lead.id for lead in server.world.by_email(ANAS_EMAIL)] == [NEXT, ANA]
    assert rest.sync({"email": ANAS_EMAIL, "title": "CTO"}).reasons == ["1007"]
    assert "Title" not in server.world.leads[NEXT].attributes


def test_several_matches_are_1007_and_nothing_is_written(rest: RestCaller, server: PracticeServer) -> None:
    for action in ("createOrUpdate", "updateOnly"):
        assert rest.sync({"email": SHARED_EMAIL, "title": "Changed"}, action=action).reasons == ["1007"]
    assert all(lead.attributes.get("Title") != "Changed" for lead in server.world.leads.values())


def test_a_custom_field_can_be_the_key(rest: RestCaller, server: PracticeServer) -> None:
    one = {"externalKey": "A-1", "email": "one@corp.example"}
    assert rest.sync(one, lookupField="externalKey").outcome == ("created", NEXT)
    assert rest.sync({"externalKey": "a-1", "title": "CTO"}, lookupField="externalKey").outcome == ("updated", NEXT)
    lead = server.world.leads[NEXT]
    assert (lead.email, lead.attributes["Title"]) == ("one@corp.example", "CTO")
    assert rest.sync({"customerTier": "gold"}, lookupField="customerTier").reasons == ["1007"]


# What is asked for


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ([], "609", "Invalid JSON: an object is required"),
        ("text", "609", "Invalid JSON: an object is required"),
        (b"{", "609", "Invalid JSON"),
        (b"", "609", "Invalid JSON"),
        (b'{"input":[{"email":"a@x.example","email":"b@x.example"}]}', "609", "Invalid JSON"),
        ({}, "1002", "Missing value for required parameter 'input'"),
        ({"input": None}, "1002", "Missing value for required parameter 'input'"),
        ({"input": {}}, "1003", "Invalid value for 'input': an array of objects is required"),
        ({"input": [1]}, "1003", "Invalid value for 'input': an array of objects is required"),
        ({"input": []}, "1003", "Invalid value for 'input': 1 to 300 records are allowed"),
        ({"input": [{}] * 301}, "1003", "Invalid value for 'input': 1 to 300 records are allowed"),
        ({"action": "upsert", "input": [{}]}, "1003", "Invalid value for 'action': upsert"),
        ({"action": 1, "input": [{}]}, "1003", "Invalid value for 'action': 1.0"),
        ({"action": ["createOnly"], "input": [{}]}, "1003", "Invalid value for 'action': ['createOnly']"),
        ({"lookupField": 1, "input": [{}]}, "1003", "Invalid value for 'lookupField'"),
        ({"lookupField": "pants", "input": [{}]}, "1006", "Lookup field 'pants' not found"),
        ({"lookupField": "title", "input": [{}]}, "1011", "Lookup field 'title' is not supported"),
        ({"lookupField": "id", "input": [{}]}, "1003", "Lookup field 'id' is not allowed for createOrUpdate"),
        (
            {"lookupField": "id", "action": "createOnly", "input": [{}]},
            "1003",
            "Lookup field 'id' is not allowed for createOnly",
        ),
        ({"partitionName": 1, "input": [{}]}, "1003", "Invalid value for 'partitionName'"),
    ],
)
def test_a_body_that_asks_for_nothing_that_can_be_done(
    rest: RestCaller, server: PracticeServer, body: object, code: str, message: str
) -> None:
    assert rest.post(body).error == (code, message)
    assert len(server.world.leads) == 200


def test_records_are_answered_in_order_and_each_for_itself(rest: RestCaller, server: PracticeServer) -> None:
    reply = rest.sync(
        {"email": ANAS_EMAIL, "title": "CTO"},
        {"email": SHARED_EMAIL},
        NEW,
        {"email": "x@x.example", "pants": 1, "leadScore": "many"},
        {**NEW, "title": "Second"},
    )
    assert reply.envelope == {
        "success": True,
        "result": [
            {"id": ANA, "status": "updated"},
            {"status": "skipped", "reasons": [{"code": "1007", "message": "Multiple lead match lookup criteria"}]},
            {"id": NEXT, "status": "created"},
            {
                "status": "skipped",
                "reasons": [
                    {"code": "1006", "message": "Field 'pants' not found"},
                    {"code": "1001", "message": "Invalid value 'many'. Required of type 'integer'"},
                ],
            },
            {"id": NEXT, "status": "updated"},  # the same key twice: the first created it
        ],
    }
    assert server.world.leads[NEXT].attributes["Title"] == "Second"


def test_as_many_records_as_are_allowed(rest: RestCaller, server: PracticeServer) -> None:
    reply = rest.sync(*({"email": f"many{number}@corp.example"} for number in range(MOST_RECORDS)))
    assert [one["status"] for one in reply.result] == ["created"] * 300
    assert len(server.world.leads) == 500


def test_a_body_beside_the_schema_is_noted(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.sync({"email": ANAS_EMAIL, "title": "CTO"}, asyncProcessing=False).outcome == ("updated", ANA)
    assert rest.sync({"email": ANAS_EMAIL}, programName="x").outcome == ("updated", ANA)
    assert [entry.notes for entry in server.journal if entry.operation == "syncLeads"] == [
        (),
        ("schema: $ has programName, which is not known",),
    ]


# Partitions


def test_a_new_lead_goes_where_it_is_wanted(rest: RestCaller, server: PracticeServer) -> None:
    wanted: dict[str, tuple[str | None, dict[str, str]]] = {
        "named": ("EMEA Archive", {}),
        "rule": (None, {"country": "Japan"}),
        "usual": (None, {}),
    }
    wanted["both"] = ("EMEA", {"country": "Japan"})
    for name, (partition, values) in wanted.items():
        options: dict[str, Any] = {"partitionName": partition} if partition else {}
        assert rest.sync({"email": f"{name}@x.example", **values}, **options).outcome[0] == "created"
    found = {lead.email.partition("@")[0]: lead.partition for lead in list(server.world.leads.values())[-4:]}
    assert found == {"named": "EMEA Archive", "rule": "APAC", "usual": "Default", "both": "EMEA"}


def test_a_partition_has_to_be_one_and_the_one_of_the_lead(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.sync(NEW, partitionName="Nowhere").reasons == ["1008"]
    assert rest.sync({"email": ANAS_EMAIL, "title": "x"}, partitionName="Nowhere").reasons == ["1008"]
    assert rest.sync({"email": ANAS_EMAIL, "title": "x"}, partitionName="EMEA").reasons == ["1010"]
    assert rest.sync({"email": ANAS_EMAIL, "title": "y"}, partitionName="Default").outcome == ("updated", ANA)
    assert len(server.world.leads) == 200
    assert server.world.leads[ANA].attributes["Title"] == "y"


def test_a_partition_does_not_count_where_nothing_could_be_put_there(rest: RestCaller, server: PracticeServer) -> None:
    options: dict[str, Any] = {"partitionName": "EMEA", "lookupField": "id", "action": "updateOnly"}
    assert rest.sync({"id": ANA, "title": "x"}, **options).outcome == ("updated", ANA)
    assert rest.sync(NEW, action="createDuplicate", partitionName="EMEA").outcome == ("created", NEXT)
    assert server.world.leads[NEXT].partition == "Default"


def test_without_workspaces_there_is_one_partition(rest: RestCaller, server: PracticeServer, turn: Turn) -> None:
    turn(workspaces=False)
    assert rest.sync({**NEW, "country": "Japan"}).outcome == ("created", NEXT)
    assert server.world.leads[NEXT].partition == "Default"
    assert rest.sync({"email": "b@x.example"}, partitionName="EMEA").reasons == ["1008"]
    assert rest.sync({"email": "b@x.example"}, partitionName="Default").outcome == ("created", NEXT + 1)
    server.world.leads[NEXT + 1].partition = "EMEA"
    assert rest.sync({"email": "b@x.example"}, partitionName="Default").outcome == ("updated", NEXT + 1)


def test_whoever_does_not_see_default_has_to_name_a_partition(server: PracticeServer) -> None:
    rest = RestCaller(server, "emea-only")
    assert rest.sync(NEW).reasons == ["1009"]
    assert rest.sync(NEW, partitionName="Default").reasons == ["1008"]
    assert rest.sync(NEW, partitionName="EMEA").outcome == ("created", NEXT)
    assert rest.sync({"email": "b@x.example", "country": "Germany"}).outcome == ("created", NEXT + 1)
    assert server.world.leads[NEXT + 1].partition == "EMEA"


def test_leads_that_are_not_seen_are_neither_updated_nor_counted(server: PracticeServer) -> None:
    rest = RestCaller(server, "emea-only")
    assert rest.sync({"email": ANAS_EMAIL, "title": "x"}).reasons == ["1008"]
    assert rest.sync({"email": ANAS_EMAIL}, action="createOnly").reasons == ["1005"]
    assert rest.sync({"email": SHARED_EMAIL, "title": "x"}).outcome == ("updated", OLDEST)


# What is said


def test_a_reason_as_an_object_and_codes_as_numbers(rest: RestCaller, turn: Turn) -> None:
    turn(rest_reasons=Reasons.ONE, rest_codes_as_numbers=True, rest_skipped_id=True)
    assert rest.sync({"email": ANAS_EMAIL}, {"pants": 1, "shirt": 2}, partitionName="EMEA").result == [
        {"id": ANA, "status": "skipped", "reason": {"code": 1010, "message": "Lead is not in partition 'EMEA'"}},
        {"status": "skipped", "reason": {"code": 1006, "message": "Field 'pants' not found"}},
    ]


def test_the_moment_is_kept(rest: RestCaller, server: PracticeServer) -> None:
    server.clock = lambda: datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
    now = "2026-03-14T16:26:53Z"
    assert rest.sync(NEW).outcome == ("created", NEXT)
    assert rest.update(ANA).outcome == ("updated", ANA)
    assert rest.find("id", f"{NEXT},{ANA}", fields="createdAt,updatedAt").result == [
        {"id": ANA, "createdAt": "2024-03-05T09:14:00Z", "updatedAt": now},
        {"id": NEXT, "createdAt": now, "updatedAt": now},
    ]
