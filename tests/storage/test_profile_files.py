"""Profiles handed on in files of their own: without a secret, and taken in beside what is there."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mktgui.domain.ports import LoadedProfiles, ProfileError, ProfileTrouble
from mktgui.domain.profile import Profile
from mktgui.storage.profile_files import LARGEST_FILE, TomlProfileFiles
from tests.storage.profiles_at_hand import APAC, EMEA, SEVERAL

FILES = TomlProfileFiles()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "handed on.toml"


def read(file: Path, *taken: Profile) -> tuple[Profile, ...]:
    loaded = FILES.read(file, taken)
    assert loaded.problem is None
    return loaded.profiles


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profiles=SEVERAL)
def test_what_was_handed_on_is_taken_in(profiles: list[Profile], file: Path) -> None:
    apart = [replace(profile, name=f"{number} {profile.name}") for number, profile in enumerate(profiles)]
    FILES.write(file, apart)
    assert list(read(file)) == apart


def test_a_file_that_is_there_is_replaced_and_says_that_it_holds_no_secret(file: Path) -> None:
    file.write_text("something old", "utf-8")
    FILES.write(file, [EMEA])
    assert file.read_text("utf-8").startswith("# Connections of mktgui. The secret of each is kept by the keyring")
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


@pytest.mark.parametrize("profiles", [[EMEA, EMEA], [replace(EMEA, id="")], [replace(EMEA, name="\ud800")]])
def test_what_no_file_can_hold_is_refused_and_the_old_file_stays(file: Path, profiles: list[Profile]) -> None:
    file.write_text("old", "utf-8")
    with pytest.raises(ProfileError) as error:
        FILES.write(file, profiles)
    assert error.value.problem.trouble is ProfileTrouble.UNWRITABLE
    assert file.read_text("utf-8") == "old"


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as error:
        FILES.write(tmp_path, [EMEA])
    assert error.value.problem.kept == str(tmp_path)
    assert "Error: " in error.value.problem.detail


def test_an_id_that_is_taken_is_made_anew_so_that_no_secret_changes_hands(file: Path) -> None:
    FILES.write(file, [EMEA, APAC])
    first, second = read(file, replace(EMEA, name="Another"))
    assert first.id not in {EMEA.id, APAC.id}
    assert replace(first, id=EMEA.id) == EMEA
    assert second == APAC


@pytest.mark.parametrize("line", ["", 'id = ""', "id = 7", 'id = "practice"', 'id = "emea:proxy"'])
def test_an_entry_without_an_id_that_can_be_used_gets_one(file: Path, line: str) -> None:
    file.write_text(f'[[profiles]]\n{line}\nname = "Own"\nendpoint = "x"\nuser_id = "u"\n', "utf-8")
    [profile] = read(file)
    assert len(profile.id) == 32
    assert profile.name == "Own"


def test_the_same_id_twice_in_the_file_is_two_connections(file: Path) -> None:
    entry = '[[profiles]]\nid = "one"\nname = "Own"\nendpoint = "x"\nuser_id = "u"\n'
    file.write_text(entry * 2, "utf-8-sig")
    first, second = read(file)
    assert first.id == "one"
    assert second.id != "one"
    assert (first.name, second.name) == ("Own", "Own (2)")


def test_a_name_that_is_taken_gets_a_number(file: Path) -> None:
    FILES.write(file, [EMEA])
    taken = [replace(APAC, id=str(number), name=name) for number, name in enumerate(["emea ", "EMEA (2)"])]
    assert [profile.name for profile in read(file, *taken)] == ["EMEA (3)"]


def test_bad_entries_cost_only_themselves_and_are_told(file: Path) -> None:
    FILES.write(file, [EMEA])
    file.write_text(file.read_text("utf-8") + '\n[[profiles]]\nid = "half"\n', "utf-8")
    loaded = FILES.read(file, [])
    assert loaded.profiles == (EMEA,)
    assert loaded.problem is not None
    assert (loaded.problem.trouble, loaded.problem.kept) == (ProfileTrouble.BROKEN, str(file))
    assert loaded.problem.detail == "profiles, entry 2: name: is missing"


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"[[profiles", ProfileTrouble.BROKEN),
        (b"\xff\xfe", ProfileTrouble.BROKEN),
        (b'profiles = "none"\n', ProfileTrouble.BROKEN),
        (b"profiles = [7]\n", ProfileTrouble.BROKEN),
        (b"x = " + b"[" * 5000, ProfileTrouble.BROKEN),
        (b"#" * (LARGEST_FILE + 1), ProfileTrouble.BROKEN),
        (b"version = 2\n", ProfileTrouble.NEWER),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_left_alone(file: Path, content: bytes, trouble: ProfileTrouble) -> None:
    file.write_bytes(content)
    loaded = FILES.read(file, [EMEA])
    assert loaded.profiles == ()
    assert loaded.problem is not None
    assert (loaded.problem.trouble, loaded.problem.kept) == (trouble, str(file))
    assert file.read_bytes() == content


def test_a_file_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.toml", tmp_path):
        loaded = FILES.read(path, [])
        assert loaded.problem is not None
        assert loaded.problem.trouble is ProfileTrouble.UNREADABLE


def test_an_empty_file_holds_nothing_and_nothing_wrong(file: Path) -> None:
    file.touch()
    assert FILES.read(file, [EMEA]) == LoadedProfiles()
