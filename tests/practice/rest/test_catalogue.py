"""Fields and partitions as they are described over the wire."""

from collections.abc import Callable

import pytest

from mktgui.practice.server import PracticeServer
from tests.practice.rest.raw import RestCaller


def test_describe_has_the_names_on_both_sides(rest: RestCaller, server: PracticeServer) -> None:
    result = rest.get("leads/describe.json").result
    by_name = {one["rest"]["name"]: one for one in result if "rest" in one}
    assert by_name["dateOfBirth"] == {
        "id": by_name["dateOfBirth"]["id"],
        "displayName": "Date of Birth",
        "dataType": "date",
        "rest": {"name": "dateOfBirth", "readOnly": False},
        "soap": {"name": "DateofBirth", "readOnly": False},
    }
    assert by_name["leadRole"]["length"] == 50
    assert by_name["createdAt"]["rest"]["readOnly"] is by_name["createdAt"]["soap"]["readOnly"] is True
    reference = by_name["leadPartitionId"]
    assert (reference["rest"]["readOnly"], reference["soap"]["readOnly"]) == (True, False)
    names = {one["soap"]["name"] for one in result if "soap" in one}
    assert set(server.world.fields) <= names
    assert len({one["id"] for one in result}) == len(result)


def test_describe_lacks_a_child_for_some(rest: RestCaller, turn: Callable[..., None]) -> None:
    result = rest.get("leads/describe.json").result
    assert [one["displayName"] for one in result if "rest" not in one] == ["Legacy Marker"]
    assert [one["displayName"] for one in result if "soap" not in one] == ["Updated At"]
    turn(rest_describe_soap=False)
    assert not any("soap" in one for one in rest.get("leads/describe.json").result)


def test_describe2_has_the_fields_and_the_keys(rest: RestCaller) -> None:
    [described] = rest.get("leads/describe2.json").result
    assert described["name"] == "API Lead"
    assert ["email"] in described["searchableFields"]
    assert ["externalKey"] in described["searchableFields"]
    fields = {one["name"]: one for one in described["fields"]}
    assert fields["title"] == {
        "name": "title",
        "displayName": "Job Title",
        "dataType": "string",
        "updateable": True,
        "crmManaged": False,
        "length": 255,
    }
    assert fields["createdAt"]["updateable"] is False


def test_the_schema_in_pages_and_one_by_one(rest: RestCaller) -> None:
    first = rest.get("leads/schema/fields.json", batchSize=40).envelope
    assert (len(first["result"]), first["moreResult"]) == (40, True)
    second = rest.get("leads/schema/fields.json", batchSize=40, nextPageToken=first["nextPageToken"]).envelope
    assert sorted(second) == ["result", "success"]
    every = {one["name"]: one for one in first["result"] + second["result"]}
    assert len(every) == 64
    assert every["customerTier"] == {
        "displayName": "Customer Tier",
        "name": "customerTier",
        "description": None,
        "dataType": "string",
        "isHidden": False,
        "isHtmlEncodingInEmail": True,
        "isSensitive": False,
        "isCustom": True,
        "isApiCreated": False,
        "length": 20,
    }
    assert rest.get("leads/schema/fields/customerTier.json").result == [every["customerTier"]]
    assert every["title"]["isCustom"] is False


@pytest.mark.parametrize("name", ["pants", "Title", "%20"])
def test_a_field_that_is_not_in_the_schema(rest: RestCaller, name: str) -> None:
    assert rest.get(f"leads/schema/fields/{name}.json").code == "1013"


def test_partitions_are_numbered(rest: RestCaller, turn: Callable[..., None]) -> None:
    first = {"id": 1, "name": "Default", "description": "Initial system lead partition"}
    result = rest.get("leads/partitions.json").result
    assert result[0] == first
    assert [(one["id"], one["name"]) for one in result[1:]] == [
        (2, "Archive"),
        (3, "EMEA"),
        (4, "EMEA Archive"),
        (5, "APAC"),
    ]
    turn(workspaces=False)
    assert rest.get("leads/partitions.json").result == [first]
