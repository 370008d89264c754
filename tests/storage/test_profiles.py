"""The store of profiles, on real files: read, mended, broken, newer, locked away, and never holding a secret."""

import stat
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.ports import LoadedProfiles, ProfileError, ProfileProblem, ProfileTrouble
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.storage import profile_document  # loaded here, because somebody who is not root may not be able to
from mktgui.storage.locks import locked
from mktgui.storage.profiles import TomlProfiles
from mktgui.storage.secrets import KeyringSecrets
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.profiles_at_hand import APAC, EMEA, SEVERAL

calm = settings(deadline=None)  # a busy machine is no failure

BROKEN = b'[[profiles]]\nid = "emea"\nname = "open\n'
NEWER = b'version = 2\nprofiles = "as only the future knows"\n'
HALF = b'last_used = "emea"\n\n[[profiles]]\nid = "half"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "place" / "profiles.toml"


@pytest.fixture
def saved(file: Path) -> bytes:
    """What a first save of two profiles wrote."""
    TomlProfiles(file).save([EMEA, APAC], "apac")
    return file.read_bytes()


def write(file: Path, content: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)


def others(file: Path) -> dict[str, bytes]:
    """The files beside it, but for the one that copies of the program keep each other out with."""
    lock = file.with_suffix(".lock")
    return {path.name: path.read_bytes() for path in file.parent.iterdir() if path not in {file, lock}}


def refused(store: TomlProfiles, *profiles: Profile) -> ProfileProblem:
    with pytest.raises(ProfileError) as error:
        store.save(profiles, "")
    assert error.value.problem.trouble is ProfileTrouble.UNWRITABLE
    assert error.value.__context__ is None or error.value.__suppress_context__
    return error.value.problem


def test_where_there_is_no_file_there_are_no_profiles_and_no_problem(file: Path) -> None:
    assert TomlProfiles(file).load() == LoadedProfiles()
    assert not file.parent.exists()


def test_what_was_saved_is_loaded_by_the_next_run(file: Path, saved: bytes) -> None:
    assert TomlProfiles(file).load() == LoadedProfiles((EMEA, APAC), "apac")


@calm
@given(profiles=SEVERAL, last_used=st.text(max_size=6), again=SEVERAL)
def test_any_profiles_can_be_kept_and_replaced_by_any_others(
    tmp_path_factory: pytest.TempPathFactory, profiles: list[Profile], last_used: str, again: list[Profile]
) -> None:
    store = TomlProfiles(tmp_path_factory.mktemp("place") / "profiles.toml")
    for wanted in (profiles, again):
        store.save(wanted, last_used)
        assert store.load() == LoadedProfiles(tuple(wanted), last_used)


def test_only_its_owner_can_read_it_and_what_it_was_before(file: Path, saved: bytes) -> None:
    file.chmod(0o644)
    TomlProfiles(file).save([EMEA], "")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (file.parent, *file.parent.iterdir())}
    assert modes == {"place": 0o700} | dict.fromkeys(("profiles.toml", "profiles.toml.bak", "profiles.lock"), 0o600)


def test_what_was_there_before_is_kept_as_a_backup(file: Path, saved: bytes) -> None:
    assert others(file) == {}
    TomlProfiles(file).save([], "")
    assert others(file) == {"profiles.toml.bak": saved}


def test_a_persons_comments_outlive_a_save(file: Path, saved: bytes) -> None:
    write(file, saved.replace(b'id = "emea"', b'id = "emea"  # ask Ada') + b"# the end\n")
    TomlProfiles(file).save([replace(EMEA, name="Europe"), APAC], "emea")
    text = file.read_text(encoding="utf-8")
    assert 'id = "emea"  # ask Ada' in text
    assert "# the end" in text
    assert TomlProfiles(file).load().profiles[0].name == "Europe"


def test_the_mark_that_notepad_puts_in_front_is_no_matter(file: Path, saved: bytes) -> None:
    write(file, b"\xef\xbb\xbf" + saved)
    assert TomlProfiles(file).load() == LoadedProfiles((EMEA, APAC), "apac")
    TomlProfiles(file).save([EMEA, APAC], "apac")
    assert file.read_bytes() == saved


UNUSABLE = [
    (BROKEN, ProfileTrouble.BROKEN, "TOMLDecodeError: "),
    (b"\xff\xfe\x00", ProfileTrouble.BROKEN, "UnicodeDecodeError: "),
    (b"a = " + b"[" * 5000, ProfileTrouble.BROKEN, "RecursionError: "),
    (b"version = " + b"1" * 5000, ProfileTrouble.BROKEN, "ValueError: "),
    (b"profiles = 7\n", ProfileTrouble.BROKEN, "profiles: must be a list of tables"),
    (NEWER, ProfileTrouble.NEWER, "version: is 2, and this program knows versions up to 1"),
]


@pytest.mark.parametrize(("content", "trouble", "detail"), UNUSABLE)
def test_a_file_that_cannot_be_used_stays_is_copied_aside_and_told(
    file: Path, content: bytes, trouble: ProfileTrouble, detail: str
) -> None:
    write(file, content)
    kept = file.with_name(f"profiles.{trouble}-1.toml")
    for _ in range(2):  # every start reads it again, and makes no second copy
        loaded = TomlProfiles(file).load()
        assert loaded.profiles == ()
        assert loaded.problem is not None
        assert (loaded.problem.trouble, loaded.problem.kept) == (trouble, str(kept))
        assert loaded.problem.detail.startswith(detail)
        assert file.read_bytes() == content
        assert others(file) == {kept.name: content}


@pytest.mark.parametrize(("content", "trouble", "detail"), UNUSABLE)
def test_a_file_that_cannot_be_used_gives_way_to_a_save_but_its_copy_stays(
    file: Path, content: bytes, trouble: ProfileTrouble, detail: str
) -> None:
    write(file, content)
    TomlProfiles(file).save([EMEA], "emea")
    assert TomlProfiles(file).load() == LoadedProfiles((EMEA,), "emea")
    assert others(file) == {f"profiles.{trouble}-1.toml": content, "profiles.toml.bak": content}


def test_a_bad_entry_costs_only_itself_and_stays_where_it_is(file: Path, saved: bytes) -> None:
    write(file, saved + b'\n[[profiles]]\nid = "half"\n')
    store = TomlProfiles(file)
    words = "profiles, entry 3: name: is missing"
    expected = LoadedProfiles((EMEA, APAC), "apac", ProfileProblem(ProfileTrouble.BROKEN, str(file), words))
    assert store.load() == expected
    assert others(file) == {}
    store.save([EMEA, APAC], "apac")
    assert store.load() == expected


def test_a_file_that_cannot_be_edited_is_copied_aside_and_written_anew(file: Path) -> None:
    one_line = b'last_used = ""\nprofiles = [{ id = "emea", name = "", endpoint = "", user_id = "" }]  # mine\n'
    write(file, one_line)
    store = TomlProfiles(file)
    [profile] = store.load().profiles
    store.save([profile, APAC], "emea")
    assert store.load() == LoadedProfiles((profile, APAC), "emea")
    assert others(file) == {"profiles.before-1.toml": one_line, "profiles.toml.bak": one_line}


@pytest.mark.parametrize("profiles", [(replace(EMEA, id=""),), (EMEA, EMEA), (replace(EMEA, name="\ud800"),)])
def test_profiles_that_no_file_can_hold_are_refused_and_nothing_changes(
    file: Path, saved: bytes, profiles: tuple[Profile, ...]
) -> None:
    problem = refused(TomlProfiles(file), *profiles)
    assert problem.kept == str(file)
    assert "that no file can hold" in problem.detail
    assert file.read_bytes() == saved


def test_a_disk_that_fills_up_leaves_the_old_file(file: Path, saved: bytes) -> None:
    many = [replace(EMEA, id=str(number)) for number in range(100)]
    with room_for(2048):
        problem = refused(TomlProfiles(file), *many)
    assert problem.detail.startswith("OSError: ")
    assert file.read_bytes() == saved
    assert TomlProfiles(file).load() == LoadedProfiles((EMEA, APAC), "apac")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "place").write_bytes(b"in the way")
    store = TomlProfiles(tmp_path / "place" / "profiles.toml")
    assert store.load().problem is not None
    assert refused(store, EMEA).kept == str(tmp_path / "place" / "profiles.toml")
    assert (tmp_path / "place").read_bytes() == b"in the way"


def test_a_folder_in_the_place_of_the_file_is_told_and_stays(file: Path) -> None:
    (file / "precious").mkdir(parents=True)
    problem = TomlProfiles(file).load().problem
    assert problem is not None
    assert (problem.trouble, problem.kept) == (ProfileTrouble.UNREADABLE, str(file))
    assert problem.detail.startswith("IsADirectoryError: ")
    refused(TomlProfiles(file), EMEA)
    assert (file / "precious").is_dir()


def test_a_folder_that_may_not_be_written_is_told_and_keeps_its_file() -> None:
    assert profile_document.HEAD
    with ordinary_folder() as folder:
        file = folder / "profiles.toml"
        file.write_bytes(BROKEN)
        folder.chmod(0o500)
        loaded = TomlProfiles(file).load().problem
        problem = refused(TomlProfiles(file), EMEA)
        content = file.read_bytes()
    assert loaded is not None
    assert (loaded.trouble, loaded.kept) == (ProfileTrouble.BROKEN, str(file))  # no copy could be made
    assert problem.detail.startswith("PermissionError: ")
    assert content == BROKEN


def test_a_file_that_may_not_be_read_is_told_and_moved_aside_by_a_save() -> None:
    with ordinary_folder() as folder:
        file = folder / "profiles.toml"
        file.write_bytes(BROKEN)
        file.chmod(0)
        problem = TomlProfiles(file).load().problem
        TomlProfiles(file).save([EMEA], "emea")
        loaded = TomlProfiles(file).load()
        aside = folder / "profiles.unreadable-1.toml"
        aside.chmod(0o600)
        content = aside.read_bytes()
    assert problem is not None
    assert (problem.trouble, problem.kept) == (ProfileTrouble.UNREADABLE, str(file))
    assert loaded == LoadedProfiles((EMEA,), "emea")
    assert content == BROKEN


def test_a_link_stays_a_link_and_the_file_behind_it_is_written(file: Path, tmp_path: Path) -> None:
    behind = tmp_path / "dotfiles" / "mktgui.toml"
    behind.parent.mkdir()
    behind.write_bytes(BROKEN)
    file.parent.mkdir()
    file.symlink_to(behind)
    TomlProfiles(file).load()
    TomlProfiles(file).save([EMEA], "emea")
    assert file.is_symlink()
    assert b"emea" in behind.read_bytes()
    assert set(others(behind)) == {"mktgui.broken-1.toml", "mktgui.toml.bak"}


def test_a_link_that_leads_to_itself_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(file)
    problem = TomlProfiles(file).load().problem
    assert problem is not None
    assert problem.trouble is ProfileTrouble.UNREADABLE
    refused(TomlProfiles(file), EMEA)
    assert file.is_symlink()


def test_no_secret_reaches_the_file_or_those_beside_it(file: Path) -> None:
    secrets = KeyringSecrets()
    secrets.put(EMEA.id, Secret("canary-5f1c"))
    TomlProfiles(file).save([EMEA], EMEA.id)
    TomlProfiles(file).save([EMEA, APAC], EMEA.id)
    everything = b"".join([file.read_bytes(), *others(file).values()])
    assert b"canary" not in everything
    assert b"secret = " not in everything


@calm
@given(st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode), st.sampled_from([BROKEN, NEWER, HALF])))
def test_loading_never_raises_and_never_changes_the_file(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("place") / "profiles.toml"
    file.write_bytes(content)
    loaded = TomlProfiles(file).load()
    assert file.read_bytes() == content
    assert loaded.profiles == ()
    TomlProfiles(file).save([EMEA], "emea")
    assert TomlProfiles(file).load().profiles == (EMEA,)
    assert content in others(file).values()


# Two copies of the program


def test_what_another_copy_added_outlives_a_save_of_one_that_does_not_know_it(file: Path) -> None:
    TomlProfiles(file).save((EMEA,), EMEA.id)
    one, other = TomlProfiles(file), TomlProfiles(file)
    assert one.load().profiles == other.load().profiles == (EMEA,)
    other.save((EMEA, APAC), APAC.id, since=(EMEA,))
    for _ in range(2):  # it still does not know it the second time
        one.save((EMEA,), "practice", since=(EMEA,))
        assert TomlProfiles(file).load().profiles == (EMEA, APAC)
    assert TomlProfiles(file).load().last_used == "practice"


def test_what_another_copy_or_a_person_changed_or_deleted_outlives_it_too(file: Path) -> None:
    TomlProfiles(file).save((EMEA, APAC), EMEA.id)
    one, other = TomlProfiles(file), TomlProfiles(file)
    both = (EMEA, APAC)
    assert one.load().profiles == other.load().profiles == both
    other.save((replace(EMEA, name="theirs"),), EMEA.id, since=both)
    one.save(both, APAC.id, since=both)
    assert TomlProfiles(file).load().profiles == (replace(EMEA, name="theirs"),)
    file.write_text(file.read_text().replace('"theirs"', '"by hand"'))
    one.save((EMEA, replace(APAC, name="mine")), APAC.id, since=both)
    assert TomlProfiles(file).load().profiles == (replace(EMEA, name="by hand"), replace(APAC, name="mine"))


def test_a_file_that_has_gone_or_does_not_tell_all_takes_nothing_away(file: Path) -> None:
    store = TomlProfiles(file)
    store.save((EMEA, APAC), EMEA.id)
    both = store.load().profiles
    file.unlink()
    store.save(both, EMEA.id, since=both)
    assert TomlProfiles(file).load().profiles == both
    file.write_text(file.read_text().replace(f'endpoint = "{EMEA.endpoint}"', "endpoint = 7"))
    store.save(both, EMEA.id, since=both)
    assert TomlProfiles(file).load().profiles == both
    file.write_text("not TOML")
    store.save(both, EMEA.id, since=both)
    assert TomlProfiles(file).load().profiles == both


def test_whoever_saves_goes_by_what_they_had_and_not_by_what_was_read_since(file: Path) -> None:
    store = TomlProfiles(file)
    store.save((EMEA,), EMEA.id)
    shown = store.load().profiles
    TomlProfiles(file).save((EMEA, APAC), APAC.id, since=shown)
    assert store.load().profiles == (EMEA, APAC)  # and nobody has been shown that yet
    store.save(shown, EMEA.id, since=shown)
    assert store.load().profiles == (EMEA, APAC)


# What is noticed of it


def test_a_look_tells_the_same_as_loading_and_keeps_no_copy(file: Path, saved: bytes) -> None:
    store = TomlProfiles(file)
    assert store.look() == store.load() == LoadedProfiles((EMEA, APAC), "apac")
    write(file, saved + HALF.partition(b"\n\n")[2])
    assert store.look() == store.load()
    write(file, BROKEN)
    found = store.look()
    assert found is not None
    assert found.problem is not None
    assert (found.profiles, found.problem.trouble, found.problem.kept) == ((), ProfileTrouble.BROKEN, str(file))
    assert others(file) == {}
    file.unlink()
    assert store.look() is None


def test_a_change_is_noticed_by_the_file_its_folder_or_what_is_above_it(file: Path, tmp_path: Path) -> None:
    store = TomlProfiles(file)
    assert store.watched() == (str(tmp_path),)
    write(file, BROKEN)
    assert store.watched() == (str(file), str(file.parent))
    file.unlink()
    assert store.watched() == (str(file.parent),)
    behind = tmp_path / "dotfiles" / "mktgui.toml"
    behind.parent.mkdir()
    file.symlink_to(behind)
    assert store.watched() == (str(file.parent), str(behind.parent))
    behind.write_bytes(BROKEN)
    assert store.watched() == (str(file), str(file.parent), str(behind), str(behind.parent))


def test_where_nobody_may_look_nothing_is_noticed() -> None:
    with ordinary_folder() as folder:
        store = TomlProfiles(folder / "place" / "profiles.toml")
        (folder / "place").mkdir()
        (folder / "place").chmod(0)
        assert store.watched() == ()
        (folder / "place").chmod(0o700)


def test_many_copies_that_save_at_once_lose_none(file: Path) -> None:
    TomlProfiles(file).save((EMEA,), EMEA.id)
    added = [replace(APAC, id=f"p{number}") for number in range(12)]

    def add(new: Profile) -> None:
        store = TomlProfiles(file)
        known = store.load().profiles
        store.save((*known, new), new.id, since=known)

    threads = [Thread(target=add, args=(one,)) for one in added]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.id for one in TomlProfiles(file).load().profiles} == {EMEA.id, *(one.id for one in added)}


def test_a_copy_that_never_lets_go_is_told_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TomlProfiles(file).save((EMEA,), EMEA.id)
    monkeypatch.setattr("mktgui.storage.profiles.BUSY_SECONDS", 0.05)
    with locked(file.with_suffix(".lock")), pytest.raises(ProfileError) as raised:
        TomlProfiles(file).save((APAC,), APAC.id)
    assert raised.value.problem.trouble is ProfileTrouble.UNWRITABLE
    assert TomlProfiles(file).load().profiles == (EMEA,)
