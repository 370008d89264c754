"""The fields of a lead as REST knows them."""

import pytest

from mktgui.practice.rest.fields import COMPANY, DEFAULTS, KEYS, by_name, catalogue, value_of
from mktgui.practice.world import World
from tests.practice.raw import ANA, ANONYMOUS, ELSEWHERE


@pytest.fixture(scope="module")
def world() -> World:
    return World.bundled()


def test_every_field_of_the_world_is_there_and_three_more(world: World) -> None:
    fields = catalogue(world)
    assert [one.number for one in fields] == list(range(1, len(world.fields) + 4))
    assert [one.own for one in fields if one.own is not None] == list(world.fields.values())
    assert [one.name for one in fields if one.own is None] == ["id", "updatedAt", "leadPartitionId"]


def test_names_are_unique_and_one_field_has_none(world: World) -> None:
    assert len(by_name(world)) == len(catalogue(world)) - 1
    [nameless] = [one for one in catalogue(world) if not one.name]
    assert (nameless.soap, nameless.searchable) == ("Legacy_Marker__c", False)
    assert set(DEFAULTS) | COMPANY <= set(by_name(world))


def test_types_are_those_of_the_facts_sheet(world: World) -> None:
    fields = by_name(world)
    types = {name: fields[name].type for name in ("email", "leadScore", "website", "discount", "leadPartitionId")}
    assert types == {
        "email": "email",
        "leadScore": "integer",
        "website": "url",
        "discount": "percent",
        "leadPartitionId": "reference",
    }


def test_leads_are_looked_up_by_id_address_and_custom_fields(world: World) -> None:
    found = {name for name, one in by_name(world).items() if one.searchable}
    assert found == {"id", "email", "customerTier", "externalKey", "nps", "preferredLanguage", "regionLocked"}
    assert {"id", "email"} <= set(KEYS)


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [
        (ANA, "id", ANA),
        (ANA, "email", "ana.ruiz@acme.example"),
        (ANONYMOUS, "email", None),
        (ANA, "leadPartitionId", 1),
        (ELSEWHERE, "leadPartitionId", 3),
        (ANA, "createdAt", "2024-03-05T09:14:00Z"),
        (ANA, "updatedAt", "2024-03-05T09:14:00Z"),
        (ANONYMOUS, "createdAt", None),
        (ANA, "leadScore", 42),
        (ANA, "unsubscribed", False),
        (ANA, "fax", None),
    ],
)
def test_values_of_a_lead(world: World, number: int, name: str, value: object) -> None:
    assert value_of(world.leads[number], by_name(world)[name], world) == value


def test_a_lead_in_a_partition_of_nobody_has_no_number(world: World) -> None:
    lost = World(fields=world.fields, workspaces={"Default": ("Default",)}, rules=(), owners={}, leads={})
    assert value_of(world.leads[ELSEWHERE], by_name(world)["leadPartitionId"], lost) is None
