"""How leads are found and what moves between them."""

from dataclasses import FrozenInstanceError

import pytest

from mktgui.practice import generate
from mktgui.practice.world import Field, Lead, Rule, World
from tests.practice.raw import ANA, ANAS_EMAIL, ANONYMOUS, COOKIE, NEWEST, OLDEST, SHARED_EMAIL


@pytest.fixture
def world() -> World:
    return World.bundled()


def test_the_bundled_world_is_read_whole(world: World) -> None:
    assert (len(world.leads), len(world.fields)) == (200, 62)
    assert world.workspaces == {"Default": ("Default", "Archive"), "EMEA": ("EMEA", "EMEA Archive")} | {
        "APAC": ("APAC", "Default")
    }
    assert world.rules == (Rule("Country", "Japan", "APAC"), Rule("Country", "Germany", "EMEA"))
    assert world.owners == {"owner@acme.example": "00530000001AbCdAAK"}
    assert world.fields["LeadScore"] == Field(
        soap="LeadScore", rest="leadScore", en="Lead Score", zh="潜在客户评分", type="score"
    )
    assert all(number == lead.id for number, lead in world.leads.items())
    assert world.leads[ANA].foreign == [("SFDC", "0035000000ABcDeAAL")]


def test_each_bundled_world_is_a_fresh_copy(world: World) -> None:
    world.leads[ANA].attributes["Title"] = "CTO"
    assert World.bundled().leads[ANA].attributes["Title"] == "VP Sales"


def test_the_generator_and_the_reader_agree(world: World) -> None:
    assert World.read(generate.world()) == world


def test_fields_do_not_change(world: World) -> None:
    with pytest.raises(FrozenInstanceError):
        world.fields["Title"].type = "integer"  # type: ignore[misc] # that is the point


@pytest.mark.parametrize("text", [str(ANA), f"00{ANA}"])
def test_by_number(world: World, text: str) -> None:
    assert world.by_id(text) is world.leads[ANA]


@pytest.mark.parametrize("text", ["", "0", "-1", "12x", "²", "٣", "9" * 5000, f" {ANA}", f"{ANA}\n"])
def test_by_what_is_nobodys_number(world: World, text: str) -> None:
    assert world.by_id(text) is None


def test_by_address_in_any_case_and_newest_first(world: World) -> None:
    assert [lead.id for lead in world.by_email(ANAS_EMAIL.title())] == [ANA]
    shared = [lead.id for lead in world.by_email(SHARED_EMAIL)]
    assert (shared[0], shared[-1], len(shared)) == (NEWEST, OLDEST, 3)
    assert world.by_email("nobody@x.example") == []


def test_no_address_is_nobodys_address(world: World) -> None:
    assert world.by_email("") == []


def test_by_foreign_id_of_the_same_type(world: World) -> None:
    assert world.by_foreign("SFDC", "0035000000ABcDeAAL") is world.leads[ANA]
    assert world.by_foreign("CUSTOM", "0035000000ABcDeAAL") is None


def test_by_cookie(world: World) -> None:
    assert world.by_cookie(COOKIE) is world.leads[ANONYMOUS]
    assert world.by_cookie(COOKIE[:-1]) is None


def test_by_salesforce_id_15_characters_are_enough(world: World) -> None:
    for text in ("0035000000ABcDeAAL", "0035000000ABcDe", "0035000000ABcDeXXX"):
        assert world.by_sfdc_prefix(text, "003") == [world.leads[ANA]]
    for text, prefix in (("0035000000ABcD", "003"), ("0035000000abcDe", "003"), ("0035000000ABcDeAAL", "00Q")):
        assert world.by_sfdc_prefix(text, prefix) == []
    world.leads[ANA].foreign.append(("SFDC", "0035000000ABcDe"))
    assert world.by_sfdc_prefix("0035000000ABcDe", "003") == [world.leads[ANA]]


def test_a_foreign_id_moves_to_whoever_gets_it(world: World) -> None:
    other = world.leads[ANONYMOUS]
    world.give_foreign(other, "SFDC", "0035000000ABcDeAAL")
    assert other.foreign == [("SFDC", "0035000000ABcDeAAL")]
    assert world.leads[ANA].foreign == []


def test_a_lead_may_have_several_foreign_ids_the_newest_last(world: World) -> None:
    lead = world.leads[ANA]
    world.give_foreign(lead, "CUSTOM", "0035000000ABcDeAAL")
    world.give_foreign(lead, "SFDC", "0035000000ABcDeAAL")
    assert lead.foreign == [("CUSTOM", "0035000000ABcDeAAL"), ("SFDC", "0035000000ABcDeAAL")]


def test_a_cookie_moves_to_whoever_gets_it(world: World) -> None:
    world.give_cookie(world.leads[ANA], COOKIE)
    world.give_cookie(world.leads[ANA], "id:x&token:y")
    assert world.leads[ANA].cookies == [COOKIE, "id:x&token:y"]
    assert world.leads[ANONYMOUS].cookies == []


def test_a_new_lead_has_the_next_number(world: World) -> None:
    assert world.add("EMEA") == Lead(id=ANA + 1, partition="EMEA") == world.leads[ANA + 1]
    assert World(fields={}, workspaces={}, rules=(), owners={}, leads={}).add("Default").id == 1


def test_the_primary_partition_is_the_first(world: World) -> None:
    assert [world.primary(name) for name in ("Default", "EMEA", "APAC")] == ["Default", "EMEA", "APAC"]
    with pytest.raises(KeyError):
        world.primary("Nowhere")
