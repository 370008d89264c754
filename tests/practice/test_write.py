"""What a value does in the store, from whichever side it came."""

from datetime import datetime, timedelta, timezone

import pytest

from mktgui.practice.settings import Settings
from mktgui.practice.world import World
from mktgui.practice.write import Writer
from tests.practice.raw import ANA, ANAS_EMAIL

MORNING = datetime(2026, 3, 14, 9, 26, 53, tzinfo=timezone(timedelta(hours=-7)))


@pytest.fixture
def world() -> World:
    return World.bundled()


def writer(world: World, notes: list[str], settings: Settings | None = None) -> Writer:
    return Writer(world, settings or Settings(), notes.append, MORNING)


def test_a_new_lead_has_a_website_and_a_moment(world: World) -> None:
    lead = writer(world, []).create("EMEA", "new@corp.example")
    assert (lead.id, lead.partition, lead.email) == (ANA + 1, "EMEA", "new@corp.example")
    assert (lead.attributes, lead.created, lead.updated) == ({"Website": "corp.example"}, "2026-03-14T16:26:53Z", "")
    assert writer(world, []).create("EMEA", "nobody").attributes == {}
    without = Settings(website_on_create=False)
    assert writer(world, [], without).create("EMEA", "a@corp.example").attributes == {}


@pytest.mark.parametrize(
    ("name", "value", "kept", "note"),
    [
        ("Title", "CTO", "CTO", []),
        ("Title", "", None, []),
        ("LeadScore", "many", "42", ["ignored value of LeadScore"]),
        ("CreatedAt", "2026-01-01T00:00:00Z", "2024-03-05T09:14:00Z", ["ignored write to CreatedAt"]),
        ("Region_Locked__c", "x", None, ["ignored write to Region_Locked__c"]),
    ],
)
def test_a_value(world: World, name: str, value: str, kept: str | None, note: list[str]) -> None:
    notes: list[str] = []
    writer(world, notes).attribute(world.leads[ANA], world.fields[name], value)
    assert (world.leads[ANA].attributes.get(name), notes) == (kept, note)


def test_an_empty_value_need_not_clear(world: World) -> None:
    notes: list[str] = []
    writer(world, notes).attribute(world.leads[ANA], world.fields["Title"], "", clears=False)
    assert (world.leads[ANA].attributes["Title"], notes) == ("VP Sales", ["ignored value of Title"])


def test_an_address_can_be_changed_and_not_be_emptied(world: World) -> None:
    lead = world.leads[ANA]
    writer(world, []).attribute(lead, world.fields["Email"], "")
    assert lead.email == ANAS_EMAIL
    writer(world, []).attribute(lead, world.fields["Email"], "a@x.example")
    assert (lead.email, "Email" in lead.attributes) == ("a@x.example", False)


def test_the_moment_of_a_write(world: World) -> None:
    writer(world, []).done(world.leads[ANA])
    assert (world.leads[ANA].created, world.leads[ANA].updated) == ("", "2026-03-14T16:26:53Z")
