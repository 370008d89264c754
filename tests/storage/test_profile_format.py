"""What profiles.toml may hold, and sentences that name the key where it holds something else."""

import tomllib
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.ports import ProfileTrouble
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.storage.profile_format import LEFT_OUT, READ_ONLY, FormatError, Parsed, parse, problem_of_id, to_plain
from tests.storage.profiles_at_hand import APAC, EMEA, PROFILES

calm = settings(deadline=None)  # a busy machine is no failure

ENTRY: dict[str, object] = {
    "id": "emea",
    "name": "EMEA",
    "endpoint": "https://corp.example/soap",
    "user_id": "acme1_55",
}
WORKSPACES = 'workspaces: must be a list of names, written ["Default", "EMEA"]'
PORT = "proxy_port: must be a whole number from 1 to 65535"


def the_one(**changes: object) -> Profile:
    [profile] = parse({"profiles": [ENTRY | changes]}).profiles
    return profile


def complaint(entry: object) -> str:
    """What is wrong with the entry; the good one beside it is not touched by that."""
    parsed = parse({"profiles": [ENTRY, entry], "last_used": "emea"})
    assert [profile.id for profile in parsed.profiles] == ["emea"]
    assert parsed.last_used == "emea"
    [words] = parsed.complaints
    return words


def test_a_whole_entry_is_read() -> None:
    careful = {"environment": "production", "connect_seconds": 5, "answer_seconds": 0.5}
    assert the_one(**careful) == Profile(
        id="emea",
        name="EMEA",
        endpoint="https://corp.example/soap",
        user_id="acme1_55",
        environment=Environment.PRODUCTION,
        connect_seconds=5.0,
        answer_seconds=0.5,
    )


def test_a_way_out_of_its_own_is_read() -> None:
    office: dict[str, object] = {
        "proxy": "manual",
        "proxy_host": "proxy.corp.example",
        "proxy_port": 3128,
        "proxy_user_name": "ada",
        "ca_file": "/etc/office.pem",
        "workspaces": ["Default", "EMEA"],
        "read_only": False,
    }
    read = the_one(**office)
    assert read.proxy == ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", port=3128, user_name="ada")
    assert (read.ca_file, read.workspaces, read.read_only) == ("/etc/office.pem", ("Default", "EMEA"), False)


def test_a_connection_over_rest_is_read_and_one_of_before_there_was_a_choice_speaks_soap() -> None:
    identity = "https://123-ABC-456.mktorest.com/identity"
    read = the_one(transport="rest", identity=identity, foreign_field="crmId")
    assert (read.transport, read.identity, read.foreign_field) == (TransportKind.REST, identity, "crmId")
    assert the_one().transport is TransportKind.SOAP


def test_what_has_a_usual_value_may_be_left_out() -> None:
    assert the_one() == Profile(id="emea", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55")


def test_an_empty_file_holds_no_profiles_and_nothing_wrong() -> None:
    assert parse({}) == Parsed()
    assert parse({"version": 1, "profiles": []}).profiles == ()


def test_keys_of_somebody_else_are_no_matter() -> None:
    parsed = parse({"profiles": [ENTRY | {"colour": "red"}], "theme": "dark"})
    assert (parsed.profiles, parsed.complaints) == ((the_one(),), ())


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("text", "must be a table"),
        ({}, "id: is missing"),
        (ENTRY | {"id": 7}, "id: must be text in quotation marks"),
        (ENTRY | {"id": ""}, "id: must not be empty"),
        (ENTRY | {"id": "practice"}, "id: 'practice' belongs to the built-in practice server"),
        (ENTRY | {"id": "practice-rest"}, "id: 'practice-rest' belongs to the built-in practice server"),
        (ENTRY, "id: 'emea' is taken by an entry above"),
        ({"id": "other"}, "name: is missing"),
        (ENTRY | {"id": "other", "name": ["EMEA"]}, "name: must be text in quotation marks"),
        (ENTRY | {"id": "other", "endpoint": False}, "endpoint: must be text in quotation marks"),
        (ENTRY | {"id": "other", "user_id": 55}, "user_id: must be text in quotation marks"),
        (ENTRY | {"id": "other", "environment": "live"}, "environment: must be one of practice, test, production"),
        (ENTRY | {"id": "other", "environment": ["test"]}, "environment: must be one of practice, test, production"),
        (ENTRY | {"id": "emea:proxy"}, "id: 'emea:proxy' names the password of a proxy"),
        (ENTRY | {"id": "other", "workspaces": "EMEA"}, WORKSPACES),
        (ENTRY | {"id": "other", "workspaces": ["EMEA", 7]}, WORKSPACES),
        (ENTRY | {"id": "other", "proxy": "http://proxy"}, "proxy: must be one of system, none, manual"),
        (ENTRY | {"id": "other", "proxy_host": 7}, "proxy_host: must be text in quotation marks"),
        (ENTRY | {"id": "other", "proxy_port": "3128"}, PORT),
        (ENTRY | {"id": "other", "proxy_port": 0}, PORT),
        (ENTRY | {"id": "other", "proxy_port": 65536}, PORT),
        (ENTRY | {"id": "other", "proxy_port": True}, PORT),
        (ENTRY | {"id": "other", "proxy_user_name": []}, "proxy_user_name: must be text in quotation marks"),
        (ENTRY | {"id": "other", "transport": "SOAP"}, "transport: must be one of soap, rest"),
        (ENTRY | {"id": "other", "identity": 7}, "identity: must be text in quotation marks"),
        (ENTRY | {"id": "other", "foreign_field": []}, "foreign_field: must be text in quotation marks"),
        (ENTRY | {"id": "other", "ca_file": False}, "ca_file: must be text in quotation marks"),
        (ENTRY | {"id": "other", "read_only": "yes"}, "read_only: must be true or false"),
        (ENTRY | {"id": "other", "read_only": None}, "read_only: must be true or false"),
    ],
)
def test_a_bad_entry_costs_only_itself_and_its_key_is_named(entry: object, words: str) -> None:
    assert complaint(entry) == f"profiles, entry 2: {words}"


@pytest.mark.parametrize("key", ["connect_seconds", "answer_seconds"])
@pytest.mark.parametrize("value", [0, -1, 3600.1, 10**400, float("inf"), float("nan"), True, "20", None])
def test_a_time_is_a_number_of_seconds_that_somebody_could_wait(key: str, value: object) -> None:
    words = complaint(ENTRY | {"id": "other", key: value})
    assert words == f"profiles, entry 2: {key}: must be a number of seconds above 0 and up to 3600"


@pytest.mark.parametrize("value", [0.001, 1, 20, 3600])
def test_such_a_time_is_taken(value: float) -> None:
    read = the_one(connect_seconds=value, answer_seconds=value)
    assert (read.connect_seconds, read.answer_seconds) == (float(value), float(value))


def test_good_entries_keep_their_place_in_the_file() -> None:
    parsed = parse({"profiles": [{}, ENTRY, "x", ENTRY | {"id": "apac"}]})
    assert {index: profile.id for index, profile in parsed.good.items()} == {1: "emea", 3: "apac"}
    assert len(parsed.complaints) == 2


def test_a_last_used_that_is_no_text_is_told_and_left_out() -> None:
    parsed = parse({"profiles": [ENTRY], "last_used": 7})
    assert (parsed.last_used, parsed.complaints) == ("", ("last_used: must be text",))
    assert parsed.profiles == (the_one(),)


@pytest.mark.parametrize("profiles", ["none", {"id": "emea"}, 7])
def test_profiles_that_are_no_list_make_the_file_useless(profiles: object) -> None:
    with pytest.raises(FormatError, match=r"^profiles: must be a list of tables, written \[\[profiles\]\]$") as error:
        parse({"profiles": profiles})
    assert error.value.trouble is ProfileTrouble.BROKEN


@pytest.mark.parametrize("version", [0, -1, 1.0, "1", True, None, []])
def test_a_version_that_is_none_makes_the_file_useless(version: object) -> None:
    with pytest.raises(FormatError, match=r"^version: must be 1$") as error:
        parse({"version": version, "profiles": [ENTRY]})
    assert error.value.trouble is ProfileTrouble.BROKEN


def test_the_file_of_a_newer_program_is_told_from_a_broken_one() -> None:
    with pytest.raises(FormatError, match=r"^version: is 2, and this program knows versions up to 1$") as error:
        parse({"version": 2, "profiles": "who knows"})
    assert error.value.trouble is ProfileTrouble.NEWER


@calm
@given(PROFILES)
def test_what_is_written_is_read_back(profile: Profile) -> None:
    assert parse({"profiles": [to_plain(profile)]}).profiles == (profile,)


def test_every_part_of_a_profile_is_written_and_nothing_else() -> None:
    proxy = ["proxy", *(f"proxy_{name}" for name in ProxyChoice._fields if name != "kind")]
    parts = [[field.name] if field.name != "proxy" else proxy for field in fields(Profile)]
    assert list(to_plain(APAC)) == [key for keys in parts for key in keys]


def test_what_is_usually_left_out_means_the_same_when_it_is_written() -> None:
    written = to_plain(EMEA)
    assert {key: written[key] for key in LEFT_OUT} == LEFT_OUT
    assert READ_ONLY not in written
    assert the_one(**LEFT_OUT) == the_one()


@pytest.mark.parametrize(("name", "fits"), [("a", True), ("", False), ("practice", False), ("b", False)])
def test_an_id_that_can_be_taken_has_no_problem(*, name: str, fits: bool) -> None:
    assert (problem_of_id(name, {"b"}) == "") is fits


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.datetimes()
PLAIN = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=4), inner), max_leaves=8)
ENTRIES = st.fixed_dictionaries({}, optional=dict.fromkeys(to_plain(APAC), PLAIN)) | PLAIN


@calm
@given(
    st.fixed_dictionaries(
        {}, optional={"version": st.just(1), "last_used": PLAIN, "profiles": st.lists(ENTRIES, max_size=4)}
    )
)
def test_a_list_of_anything_is_read_entry_by_entry(plain: dict[str, object]) -> None:
    entries = plain.get("profiles", [])
    assert isinstance(entries, list)
    parsed = parse(plain)
    about_entries = [words for words in parsed.complaints if words.startswith("profiles, entry ")]
    assert len(parsed.profiles) + len(about_entries) == len(entries)
    assert len(parsed.complaints) - len(about_entries) == (not isinstance(plain.get("last_used", ""), str))


def test_the_words_of_the_file_are_those_of_toml() -> None:
    """As a person would write it."""
    text = """
version = 1
last_used = "emea"

[[profiles]]
id = "emea"
name = "EMEA"
endpoint = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"
user_id = "acme1_55"
environment = "test"
"""
    parsed = parse(tomllib.loads(text))
    assert (parsed.profiles, parsed.last_used, parsed.complaints) == ((EMEA,), "emea", ())
