"""The world in the resources is the one that the generator makes, and it has everything that trips a client."""

import json
import re
import runpy
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mktgui.practice import generate

KEPT = Path(__file__).parents[2] / "resources" / "practice" / "world.json"
VALUES = {
    "boolean": "true|false",
    "currency": r"\d+\.\d\d",
    "date": r"\d{4}-\d\d-\d\d",
    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "float": r"\d\.\d+",
    "integer": r"\d+",
    "percent": r"\d{1,2}",
    "score": r"-?\d+",
}
# SOAP names and types of the facts sheet, section 7; only these three do not follow from the REST name.
ODD = {"DateofBirth": "dateOfBirth", "SICCode": "sicCode", "Marketo Jigsaw Contact Id": "jigsawContactId"}
TYPES = {
    "Address": "text",
    "AnnualRevenue": "currency",
    "BillingStreet": "text",
    "DateofBirth": "date",
    "DoNotCall": "boolean",
    "Email": "email",
    "Fax": "phone",
    "MainPhone": "string",
    "MobilePhone": "phone",
    "NumberOfEmployees": "integer",
    "Phone": "phone",
    "Unsubscribed": "boolean",
    "Website": "url",
}


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    return generate.world()


def test_the_file_is_what_the_command_writes_now(tmp_path: Path) -> None:
    made = tmp_path / "world.json"
    subprocess.run([sys.executable, "-m", "mktgui.practice.generate", made], check=True, timeout=60)
    assert made.read_bytes() == KEPT.read_bytes()


def test_the_script_writes_into_the_file_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "again.json"
    monkeypatch.setattr(sys, "argv", ["generate", str(made)])
    runpy.run_path(generate.__file__, run_name="__main__")
    assert made.read_text("utf-8") == generate.written()


def test_it_is_one_lead_a_line_and_nothing_is_lost(world: dict[str, Any]) -> None:
    text = generate.written()
    assert json.loads(text) == world
    assert sum(line.startswith('  {"id":') for line in text.splitlines()) == len(world["leads"])


def test_another_seed_makes_another_world_with_the_same_newcomer(world: dict[str, Any]) -> None:
    other = generate.world(seed=1)
    assert other["leads"] != world["leads"]
    assert other["leads"][0] == world["leads"][0]
    assert other["leads"][0]["id"] == generate.NEWCOMER == 318815


def test_it_is_about_as_big_as_promised(world: dict[str, Any]) -> None:
    assert len(world["leads"]) == 200
    assert 55 <= len(world["fields"]) <= 65
    assert len({lead["id"] for lead in world["leads"]}) == 200
    assert len({field["soap"] for field in world["fields"]}) == len({field["rest"] for field in world["fields"]})


def test_the_names_are_those_of_the_facts_sheet(world: dict[str, Any]) -> None:
    fields = {field["soap"]: field for field in world["fields"]}
    assert {name: fields[name]["rest"] for name in ODD} == ODD
    assert {name: fields[name]["type"] for name in TYPES} == TYPES
    assert (fields["MarketoSocialGender"]["rest"], fields["LeadScore"]["type"]) == ("gender", "score")
    for name in set(TYPES) - set(ODD):
        assert fields[name]["rest"] == name[0].lower() + name[1:]
    assert {field["custom"] for field in world["fields"]} == {True, False}
    assert any(field["update_blocked"] for field in world["fields"])
    assert {name for name, one in fields.items() if one["read_only"]} >= {"CreatedAt", "AnonymousIP", "InferredCountry"}


def test_every_value_belongs_to_a_field_and_fits_its_type(world: dict[str, Any]) -> None:
    kinds = {field["soap"]: (field["type"], field["length"]) for field in world["fields"]}
    seen = 0
    for lead in world["leads"]:
        for name, value in lead["attributes"].items():
            kind, length = kinds[name]
            assert re.fullmatch(VALUES.get(kind, r"(?s).+"), value), (name, value)
            assert length is None or len(value) <= length
            seen += 1
    assert seen > 2000


def test_names_come_in_several_scripts(world: dict[str, Any]) -> None:
    letters = "".join(lead["attributes"].get("FirstName", "") for lead in world["leads"])
    scripts = {unicodedata.name(letter).split()[0] for letter in letters if letter.isalpha()}
    assert scripts >= {"LATIN", "CJK", "HANGUL", "HIRAGANA", "ARABIC", "HEBREW", "CYRILLIC", "THAI", "GREEK"}


def test_some_addresses_are_shared_even_three_times(world: dict[str, Any]) -> None:
    shared = Counter(lead["email"] for lead in world["leads"] if lead["email"])
    assert sorted(count for count in shared.values() if count > 1) == [2, 2, 3]


def test_leads_lie_in_all_partitions_also_in_those_that_are_nobodys_primary(world: dict[str, Any]) -> None:
    workspaces = {one["name"]: one["partitions"] for one in world["workspaces"]}
    every = {partition for partitions in workspaces.values() for partition in partitions}
    assert {lead["partition"] for lead in world["leads"]} == every
    assert every - {partitions[0] for partitions in workspaces.values()} == {"Archive", "EMEA Archive"}
    assert {rule["partition"] for rule in world["rules"]} <= every


def test_foreign_ids_are_of_three_types_and_belong_to_one_lead_each(world: dict[str, Any]) -> None:
    pairs = [tuple(pair) for lead in world["leads"] for pair in lead["foreign"]]
    assert {kind for kind, _ in pairs} == {"SFDC", "CUSTOM", "NETSUITE"}
    assert len(pairs) == len(set(pairs))
    assert any(len(lead["foreign"]) > 1 for lead in world["leads"])


def test_anonymous_leads_have_a_cookie_and_no_address(world: dict[str, Any]) -> None:
    anonymous = [lead for lead in world["leads"] if not lead["email"]]
    assert len(anonymous) == 6
    form = re.compile(r"id:123-ABC-456&token:_mch-[a-z.]+-\d{13}-\d{5}")
    assert all(len(lead["cookies"]) == 1 and form.fullmatch(lead["cookies"][0]) for lead in anonymous)
    cookies = [cookie for lead in world["leads"] for cookie in lead["cookies"]]
    assert len(cookies) == len(set(cookies)) > 30


def test_there_is_text_that_trips_careless_programs(world: dict[str, Any]) -> None:
    notes = "".join(lead["attributes"].get("Notes__c", "") for lead in world["leads"])
    assert all(trap in notes for trap in ("\n", "]]>", "<b>", "&", "\u00a0", "e\u0301", "\U0001f389", "x" * 3000))
