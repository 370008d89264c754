"""A person's own words in profiles.toml outlive the program's edits."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.storage.profile_document import HEAD, edited, fresh
from mktgui.storage.profile_format import FormatError, parse
from tests.storage.profiles_at_hand import APAC, EMEA, PROFILES, SEVERAL

calm = settings(deadline=None)  # a busy machine is no failure

WRITTEN = """# mine, by hand
version = 1
last_used = "emea"  # the usual one
theme = 'dark'

# Europe
[[profiles]]
id = "emea"  # never change
name = 'EMEA'
endpoint = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"
user_id = "acme1_55"
connect_seconds = 20
note = "ask Ada"

# Asia
[[profiles]]
id = "apac"
name = "APAC"
endpoint = "https://789-XYZ-012.mktoapi.com/soap/mktows/3_1"
user_id = "acme2_66"
environment = "production"
# the end
"""
FIRST, SECOND = parse(tomllib.loads(WRITTEN)).profiles


def edit(text: str, profiles: list[Profile], last_used: str = "emea") -> str:
    """The edited text, which reads back."""
    result = edited(text, profiles, last_used)
    assert result is not None
    parsed = parse(tomllib.loads(result))
    assert (list(parsed.profiles), parsed.last_used) == (profiles, last_used)
    return result


def lines_apart(before: str, after: str) -> tuple[set[str], set[str]]:
    """The lines that went and those that came."""
    old, new = set(before.splitlines()), set(after.splitlines())
    return old - new, new - old


def test_a_file_of_our_own_says_what_it_is_and_reads_back() -> None:
    text = fresh([EMEA, APAC], "apac")
    assert text is not None
    assert text.startswith(f"# {HEAD}\n")
    parsed = parse(tomllib.loads(text))
    assert (parsed.profiles, parsed.last_used, parsed.complaints) == ((EMEA, APAC), "apac", ())


def test_a_file_of_our_own_is_written_as_a_person_would_write_it() -> None:
    assert fresh([EMEA, replace(EMEA, id="two")], "") == (
        f"# {HEAD}\n"
        "version = 1\n"
        'last_used = ""\n'
        "\n"
        "[[profiles]]\n"
        'id = "emea"\n'
        'name = "EMEA"\n'
        'endpoint = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"\n'
        'user_id = "acme1_55"\n'
        'environment = "test"\n'
        "connect_seconds = 20.0\n"
        "answer_seconds = 90.0\n"
        "\n"
        "[[profiles]]\n"
        'id = "two"\n'
        'name = "EMEA"\n'
        'endpoint = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"\n'
        'user_id = "acme1_55"\n'
        'environment = "test"\n'
        "connect_seconds = 20.0\n"
        "answer_seconds = 90.0\n"
    )


def test_what_few_people_change_is_written_once_somebody_does() -> None:
    assert EMEA.proxy == ProxyChoice()
    careful = replace(EMEA, workspaces=("Default",), proxy=ProxyChoice(kind=ProxyKind.NONE), read_only=True)
    text = fresh([careful], "")
    assert text is not None
    assert text.endswith('answer_seconds = 90.0\nworkspaces = ["Default"]\nproxy = "none"\nread_only = true\n')


def test_moving_to_rest_and_back_adds_and_changes_only_those_lines() -> None:
    once = edit(WRITTEN, [FIRST, SECOND])
    moved = replace(FIRST, transport=TransportKind.REST, foreign_field="crmId")
    there = edit(once, [moved, SECOND])
    assert lines_apart(once, there) == (set(), {'transport = "rest"', 'foreign_field = "crmId"'})
    back = edit(there, [replace(moved, transport=TransportKind.SOAP), SECOND])
    assert lines_apart(there, back) == ({'transport = "rest"'}, {'transport = "soap"'})


def test_a_usual_value_that_a_person_wrote_stays_and_a_switch_can_be_let_go() -> None:
    written = WRITTEN.replace(
        'note = "ask Ada"', 'proxy = "system"  # for now\nread_only = true  # careful\nca_file = "x"'
    )
    first, second = parse(tomllib.loads(written)).profiles
    once = edit(written, [first, second])
    text = edit(once, [replace(first, ca_file="", read_only=None), second])
    went, came = lines_apart(once, text)
    assert went == {"read_only = true  # careful", 'ca_file = "x"'}
    assert came == {'ca_file = ""'}


@calm
@given(SEVERAL, st.text(max_size=6))
def test_any_profiles_can_be_written_and_read_back(profiles: list[Profile], last_used: str) -> None:
    text = fresh(profiles, last_used)
    assert text is not None
    parsed = parse(tomllib.loads(text))
    assert (list(parsed.profiles), parsed.last_used, parsed.complaints) == (profiles, last_used, ())


@pytest.mark.parametrize(
    "profiles",
    [
        [replace(EMEA, id="")],
        [replace(EMEA, id="practice")],
        [EMEA, replace(APAC, id="emea")],
        [replace(EMEA, name="\ud800")],
        [replace(EMEA, answer_seconds=0.0)],
        [replace(EMEA, answer_seconds=float("nan"))],
    ],
)
def test_what_would_not_read_back_is_not_written(profiles: list[Profile]) -> None:
    assert fresh(profiles, "") is None
    assert edited(WRITTEN, profiles, "") is None


def test_saving_what_was_loaded_changes_only_what_was_left_to_its_usual_value() -> None:
    went, came = lines_apart(WRITTEN, edit(WRITTEN, [FIRST, SECOND]))
    assert went == set()
    assert came == {'environment = "test"', "answer_seconds = 90.0", "connect_seconds = 20.0"}


def test_a_second_save_changes_nothing() -> None:
    once = edit(WRITTEN, [FIRST, SECOND])
    assert edit(once, [FIRST, SECOND]) == once


def test_a_changed_name_changes_one_line() -> None:
    once = edit(WRITTEN, [FIRST, SECOND])
    went, came = lines_apart(once, edit(once, [replace(FIRST, name="Europe"), SECOND], "apac"))
    assert went == {"name = 'EMEA'", 'last_used = "emea"  # the usual one'}
    assert came == {'name = "Europe"', 'last_used = "apac"  # the usual one'}


COMMENTS = ["# mine, by hand", "# the usual one", "# Europe", "# never change", "theme = 'dark'"]


@pytest.mark.parametrize(
    ("profiles", "kept"),
    [
        ([FIRST, SECOND, EMEA], [*COMMENTS, "# Asia", "# the end", "ask Ada"]),
        ([SECOND, FIRST], [*COMMENTS, "# the end", "ask Ada"]),
        ([EMEA, FIRST, SECOND], [*COMMENTS, "ask Ada"]),
        ([FIRST], [*COMMENTS, "ask Ada"]),
        ([SECOND], ["# mine, by hand", "# the usual one", "theme = 'dark'"]),
        ([], ["# mine, by hand", "# the usual one", "theme = 'dark'"]),
    ],
)
def test_comments_and_keys_of_a_persons_own_stay_with_what_they_belong_to(
    profiles: list[Profile], kept: list[str]
) -> None:
    renamed = [replace(profile, id="new") if profile is EMEA else profile for profile in profiles]
    text = edit(WRITTEN, renamed)
    for words in kept:
        assert words in text


def test_bad_entries_stay_for_the_person_to_mend() -> None:
    bad = '\n[[profiles]]\nid = "half"  # finish this\nname = "Half"\n'
    for profiles in ([FIRST, SECOND], [SECOND, FIRST], [FIRST], [], [FIRST, SECOND, replace(EMEA, id="new")]):
        text = edit(WRITTEN + bad, profiles)
        assert 'id = "half"  # finish this' in text
        assert len(parse(tomllib.loads(text)).complaints) == 1


def test_an_entry_that_was_mended_in_the_window_is_mended_in_its_place() -> None:
    bad = '\n[[profiles]]\nid = "half"  # finish this\nname = "Half"\n'
    mended = replace(EMEA, id="half")
    text = edit(WRITTEN + bad, [FIRST, SECOND, mended])
    assert 'id = "half"  # finish this' in text
    assert parse(tomllib.loads(text)).complaints == ()
    assert text.count("[[profiles]]") == 3


def test_of_two_entries_with_one_id_the_first_counts_and_the_second_stays() -> None:
    twin = WRITTEN.replace('"apac"', '"emea"')
    text = edit(twin, [replace(FIRST, name="Europe")])
    assert text.count("[[profiles]]") == 2
    assert parse(tomllib.loads(text)).complaints == ("profiles, entry 2: id: 'emea' is taken by an entry above",)


def test_a_file_without_profiles_gets_its_first() -> None:
    text = edit("# mine\n\n[window]\nwide = true\n", [EMEA])
    assert "# mine" in text
    assert tomllib.loads(text)["window"] == {"wide": True}


@pytest.mark.parametrize("text", ["profiles = []\n", 'profiles = [{ id = "emea" }]\n'])
def test_entries_in_one_line_are_not_edited(text: str) -> None:
    assert edited(text, [EMEA], "") is None


@pytest.mark.parametrize(
    "text", ["not toml", "[[profiles]\n", "version = 2\n", 'profiles = "none"\n', "a = 1\na = 2\n"]
)
def test_a_text_that_cannot_be_used_is_not_edited(text: str) -> None:
    assert edited(text, [EMEA], "") is None


def test_line_ends_of_another_system_stay() -> None:
    text = edit(WRITTEN.replace("\n", "\r\n"), [replace(FIRST, name="Europe"), SECOND])
    assert 'id = "emea"  # never change\r\n' in text


VALUES = st.one_of(
    st.just('"x"'), st.just("7"), st.just("true"), st.just("'emea'"), st.just("2026-03-14"), st.just("[]")
)
KEYS = st.sampled_from(
    [
        "id",
        "name",
        "endpoint",
        "user_id",
        "environment",
        "connect_seconds",
        "note",
        "a.b",
        '"q k"',
        "proxy",
        "read_only",
    ]
)
PAIRS = st.dictionaries(KEYS, VALUES).map(
    lambda pairs: "".join(f"{key} = {value} # c\n" for key, value in pairs.items())
)
GOOD = PROFILES.map(lambda profile: (fresh([profile], "") or "").partition("\n\n")[2])
TABLES = st.one_of(PAIRS.map(lambda pairs: f"[[profiles]]\n{pairs}"), GOOD, st.just("# loose\n\n"))
ENDS = st.one_of(st.just(""), PAIRS.map(lambda pairs: f"[other]\n{pairs}[[other.more]]\n{pairs}"))
HEADS = st.sampled_from(["", "# c\n", "version = 1\n", "last_used = 3\n", "profiles.x = 1\n"])


@calm
@given(HEADS, st.lists(TABLES, max_size=4).map("".join), ENDS, SEVERAL)
def test_an_edit_reads_back_right_or_is_not_made(head: str, tables: str, end: str, profiles: list[Profile]) -> None:
    text = head + tables + end
    try:
        before = parse(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, FormatError):
        assert edited(text, profiles, "x") is None
        return
    here = {profile.id for profile in before.profiles}
    everything = [*before.profiles, *(profile for profile in profiles if profile.id not in here)]
    for wanted in (everything, everything[::-1]):
        assert tomllib.loads(edit(text, wanted, "x")).get("other") == tomllib.loads(text).get("other")
    for wanted in (everything[1:], profiles):  # without an entry whose id a bad one below may then take
        result = edited(text, wanted, "x")
        assert result is None or parse(tomllib.loads(result)).profiles == tuple(wanted)


def test_an_entry_that_would_let_its_twin_rise_is_not_taken_out() -> None:
    twins = WRITTEN.replace('"apac"', '"emea"')
    assert edited(twins, [], "") is None
