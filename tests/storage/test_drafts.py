"""Drafts on real files and between real processes: killed, two at once, a full disk, a read-only home, no values."""

import json
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from mktgui.domain.desk import LoadedDrafts, SavedDraft
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.keeping import KeepError, KeepTrouble
from mktgui.storage.drafts import DraftFolder
from mktgui.storage.json_files import LARGEST_FILE
from tests.storage.drafts_at_hand import saved
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.other_copy import line_of, numbered, open_desk, other_copy, tell, type_on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts"


def leave(folder: Path, *drafts: SavedDraft) -> None:
    """What a copy of the program leaves that ends."""
    store = DraftFolder(folder)
    for one in drafts:
        store.save(one)
    store.close()


def found(folder: Path) -> LoadedDrafts:
    """What the next start would find."""
    store = DraftFolder(folder)
    loaded = store.load()
    store.close()
    return loaded


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "lock")


def one_file(folder: Path) -> Path:
    [path] = files(folder)
    return path


def test_where_nothing_was_ever_kept_nothing_is_found_and_nothing_made(folder: Path) -> None:
    assert found(folder) == LoadedDrafts()
    assert not folder.parent.exists()


def test_what_was_kept_is_found_by_the_next_start_in_the_order_of_the_tabs(folder: Path) -> None:
    second, first = saved("b", order=1), saved("a", order=0)
    leave(folder, second, first)
    assert found(folder) == LoadedDrafts((first, second))
    assert found(folder) == LoadedDrafts((first, second))


def test_saving_again_takes_the_place_of_what_was_there_in_this_run_and_the_next(folder: Path) -> None:
    leave(folder, saved("a"), saved("a", order=1))
    store = DraftFolder(folder)
    store.load()
    store.save(saved("a", order=2))
    store.close()
    assert found(folder).drafts == (saved("a", order=2),)
    assert len(files(folder)) == 1


def test_what_is_removed_is_gone_and_an_empty_desk_with_it(folder: Path) -> None:
    leave(folder, saved("a"), saved("b"))
    store = DraftFolder(folder)
    store.load()
    for name in ("a", "a", "never there"):
        store.remove(name)
    assert [one.id for one in found(folder).drafts] == []  # the other one is still in use
    store.close()
    assert [one.id for one in found(folder).drafts] == ["b"]
    store.load()
    store.remove("b")
    store.close()
    assert list(folder.iterdir()) == []


def test_only_its_owner_can_read_any_of_it(folder: Path) -> None:
    leave(folder, saved())
    for path in (folder.parent, *folder.parent.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_drafts_of_a_copy_that_runs_are_its_own(folder: Path) -> None:
    with other_copy(open_desk, folder, "theirs") as other:
        assert line_of(other) == "ready"
        tell(other)
        assert (line_of(other), line_of(other)) == ("", "saved")
        store = DraftFolder(folder)
        assert store.load() == LoadedDrafts()
        store.save(saved("ours"))
        tell(other)
        other.wait()
        assert [one.id for one in store.load().drafts] == ["theirs"]
        store.close()
    assert sorted(one.id for one in found(folder).drafts) == ["ours", "theirs"]


@pytest.mark.parametrize("seed", range(6))
def test_killed_while_typing_it_loses_at_most_the_last_save(folder: Path, seed: int) -> None:
    with other_copy(type_on, folder, "typed") as other:
        told = [line_of(other) for _line in range(Random(seed).randint(1, 200))]  # noqa: S311 - any moment will do
        other.kill()
        told += [line.rstrip() for line in other.stdout or () if line.endswith("\n")]
    [typed] = found(folder).drafts
    assert typed == numbered(typed.order, "typed")
    assert typed.order in {int(told[-1]), int(told[-1]) + 1}
    assert len(files(folder)) == 1  # nothing half written is left


def test_two_copies_that_start_at_once_share_what_a_killed_one_left(folder: Path) -> None:
    names = [f"left{number}" for number in range(12)]
    for name in names:
        leave(folder, saved(name))  # each on a desk of its own, because none is taken over
    with other_copy(open_desk, folder) as one, other_copy(open_desk, folder) as other:
        for copy in (one, other):
            assert line_of(copy) == "ready"
        for copy in (one, other):
            tell(copy)
        got = Counter([*line_of(one).split(), *line_of(other).split()])
        assert got == Counter(names)
    assert sorted(one.id for one in found(folder).drafts) == sorted(names)


def test_a_second_copy_that_is_killed_leaves_its_drafts_to_the_next_start(folder: Path) -> None:
    with other_copy(open_desk, folder, "x", "y") as other:
        tell(other)
        while line_of(other) != "saved":
            pass
        other.kill()
        other.wait()
    assert [one.id for one in found(folder).drafts] == ["x", "y"]


def test_a_desk_that_somebody_tidied_away_is_made_anew(folder: Path) -> None:
    store = DraftFolder(folder)
    store.save(saved("a"))
    folder.rename(folder.with_name("away"))
    store.save(saved("a", order=3))
    store.save(saved("b"))
    store.close()
    assert sorted(one.id for one in found(folder).drafts) == ["a", "b"]


def test_what_was_half_written_goes_and_what_is_not_ours_stays(folder: Path) -> None:
    leave(folder, saved("a"))
    path = one_file(folder)
    half, foreign = path.with_name(f".{path.name}.x1.new"), path.with_name("notes.txt")
    half.write_bytes(b"{")
    foreign.touch()
    assert found(folder) == LoadedDrafts((saved("a"),))
    assert not half.exists()
    assert foreign.exists()


def test_two_drafts_of_one_name_are_both_there(folder: Path) -> None:
    leave(folder, saved("a"))
    path = one_file(folder)
    (path.with_name("copy.json")).write_bytes(path.read_bytes())
    store = DraftFolder(folder)
    first, second = store.load().drafts
    assert first.id != second.id
    store.save(replace(second, order=7))
    store.close()
    assert len(files(folder)) == 2
    assert {one.order for one in found(folder).drafts} == {0, 7}


def test_a_broken_file_is_put_aside_whole_told_once_and_costs_only_itself(folder: Path) -> None:
    leave(folder, saved("a"), saved("b"))
    broken = files(folder)[0]
    broken.write_bytes(b"{")
    loaded = found(folder)
    assert len(loaded.drafts) == 1
    [problem] = loaded.problems
    assert problem.trouble is KeepTrouble.BROKEN
    assert Path(problem.path).parent == folder
    assert Path(problem.path).read_bytes() == b"{"
    assert not broken.exists()
    assert found(folder).problems == ()


def test_a_file_that_is_wrong_in_one_place_is_copied_aside_and_the_rest_is_used(folder: Path) -> None:
    leave(folder, saved("a"))
    path = one_file(folder)
    wrong = json.dumps(json.loads(path.read_bytes()) | {"email": 5}).encode()
    path.write_bytes(wrong)
    store = DraftFolder(folder)
    loaded = store.load()
    assert loaded.drafts == (saved("a", draft=Draft(workspace="亚太")),)
    assert loaded.problems[0].detail == "email: must be text"
    assert Path(loaded.problems[0].path).read_bytes() == wrong
    store.save(loaded.drafts[0])
    store.close()
    assert found(folder) == LoadedDrafts(loaded.drafts)


def test_what_a_newer_version_wrote_is_left_alone(folder: Path) -> None:
    leave(folder, saved("a"))
    path = one_file(folder)
    path.write_bytes(b'{"version": 2}')
    for _start in range(2):
        loaded = found(folder)
        assert loaded.drafts == ()
        assert [(one.trouble, one.path) for one in loaded.problems] == [(KeepTrouble.NEWER, str(path))]
    assert path.read_bytes() == b'{"version": 2}'


def test_a_file_that_is_too_big_is_left_alone_and_none_is_made(folder: Path) -> None:
    leave(folder, saved("a"))
    path = one_file(folder)
    path.write_bytes(b" " * (LARGEST_FILE + 1))
    assert [one.trouble for one in found(folder).problems] == [KeepTrouble.TOO_BIG]
    huge = Draft(rows=(Row("Notes", Edit(EditKind.SET, "x" * LARGEST_FILE)),))
    with pytest.raises(KeepError, match="is larger than") as error:
        DraftFolder(folder).save(saved("b", huge))
    assert error.value.problem.trouble is KeepTrouble.UNWRITABLE


def test_a_full_disk_is_told_and_what_was_kept_last_stays(folder: Path) -> None:
    store = DraftFolder(folder)
    store.save(saved("a"))
    before = one_file(folder).read_bytes()
    with room_for(len(before) - 1), pytest.raises(KeepError, match="File too large") as error:
        store.save(saved("a", order=1))
    assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
    assert one_file(folder).read_bytes() == before
    store.save(saved("a", order=2))
    store.close()
    assert found(folder).drafts == (saved("a", order=2),)


def test_in_a_read_only_home_drafts_are_found_and_saving_is_told() -> None:
    with ordinary_folder() as home:
        folder = home / "drafts"
        leave(folder, saved("a"), saved("b"))
        before = {path: path.read_bytes() for path in files(folder)}
        paths = [home, *home.rglob("*")]
        for path in reversed(paths):
            path.chmod(0o500 if path.is_dir() else 0o400)
        store = DraftFolder(folder)
        assert [one.id for one in store.load().drafts] == ["a", "b"]
        assert found(folder) == LoadedDrafts()  # the lock holds there too
        for act in (lambda: store.save(saved("a", order=9)), lambda: store.save(saved("c")), lambda: store.remove("a")):
            with pytest.raises(KeepError, match="PermissionError") as error:
                act()
            assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
        with pytest.raises(KeepError, match="PermissionError"):
            store.forget()
        store.close()
        assert {path: path.read_bytes() for path in files(folder)} == before
        for path in paths:
            path.chmod(0o700)


def test_what_is_broken_and_cannot_be_put_aside_stays_and_is_told() -> None:
    with ordinary_folder() as home:
        folder = home / "drafts"
        leave(folder, saved("a"), saved("b"))
        broken, wrong = files(folder)
        broken.write_bytes(b"{")
        wrong.write_bytes(json.dumps(json.loads(wrong.read_bytes()) | {"email": 5}).encode())
        folder.chmod(0o500)
        loaded = found(folder)
        assert loaded.drafts == ()  # a save would lose what is wrong in it
        assert [one.path for one in loaded.problems] == [str(broken), str(wrong)]
        assert broken.exists()
        folder.chmod(0o700)


def test_what_may_not_be_read_is_told_and_stays() -> None:
    with ordinary_folder() as home:
        folder = home / "drafts"
        leave(folder, saved("a"))
        path = one_file(folder)
        path.chmod(0)
        assert [(one.trouble, one.path) for one in found(folder).problems] == [(KeepTrouble.UNREADABLE, str(path))]
        path.parent.chmod(0o300)
        assert [one.trouble for one in found(folder).problems] == [KeepTrouble.UNREADABLE]
        path.parent.chmod(0)
        assert [one.trouble for one in found(folder).problems] == [KeepTrouble.UNREADABLE]
        folder.chmod(0o300)
        assert [one.path for one in found(folder).problems] == [str(folder)]
        with pytest.raises(KeepError, match="PermissionError"):
            DraftFolder(folder).forget()
        folder.chmod(0o700)
        path.parent.chmod(0o700)
        assert path.exists()


def test_forgetting_leaves_nothing_but_what_another_copy_has(folder: Path) -> None:
    leave(folder, saved("a"), saved("b"))
    files(folder)[0].write_bytes(b"{")
    found(folder)
    (folder / "newer").mkdir()
    (folder / "newer" / "x.json").write_bytes(b'{"version": 2}')
    with other_copy(open_desk, folder, "theirs") as other:
        tell(other)
        while line_of(other) != "saved":
            pass
        store = DraftFolder(folder)
        store.load()
        store.save(saved("c"))
        store.forget()
    assert [one.id for one in found(folder).drafts] == ["a", "theirs"] or [one.id for one in found(folder).drafts] == [
        "b",
        "theirs",
    ]
    DraftFolder(folder).forget()
    assert list(folder.iterdir()) == []
    DraftFolder(folder / "never").forget()


def test_where_no_values_are_kept_nothing_is_written_and_nothing_found(folder: Path) -> None:
    leave(folder, saved("a"))
    kept = True
    store = DraftFolder(folder, lambda: kept)
    assert len(store.load().drafts) == 1
    kept = False
    before = one_file(folder).read_bytes()
    store.save(saved("a", order=5))
    store.save(saved("b"))
    assert one_file(folder).read_bytes() == before
    assert store.load() == LoadedDrafts()
    store.forget()
    assert list(folder.iterdir()) == []
    kept = True
    store.save(saved("a", order=6))
    store.close()
    assert found(folder).drafts == (saved("a", order=6),)
