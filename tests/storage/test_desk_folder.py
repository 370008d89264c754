"""Desks: whoever holds the lock has it, and it falls free with its owner."""

from pathlib import Path

import pytest

from mktgui.storage import desk_folder
from mktgui.storage.desk_folder import LOCK_NAME, DeskFolder, free_desks, new_desk
from mktgui.storage.locks import Lock, take_lock
from tests.storage.hard_times import ordinary_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def taken(folder: Path) -> list[Path]:
    """What could be taken, and is left again."""
    desks, troubles = free_desks(folder, [])
    assert troubles == []
    for desk in desks:
        desk.leave()
    return [desk.path for desk in desks]


def test_where_there_is_no_folder_there_are_no_desks(folder: Path) -> None:
    assert taken(folder) == []
    assert not folder.exists()


def test_a_desk_is_ours_until_it_is_left_and_then_free_with_all_that_lies_there(folder: Path) -> None:
    desk = new_desk(folder)
    (desk.path / "a.json").touch()
    assert desk.is_held
    assert desk.files() == [desk.path / "a.json"]
    assert taken(folder) == []
    desk.leave()
    assert taken(folder) == [desk.path]
    assert (desk.path / "a.json").exists()


def test_an_empty_desk_goes_with_who_leaves_it(folder: Path) -> None:
    new_desk(folder).leave()
    assert list(folder.iterdir()) == []


def test_those_held_already_are_not_asked_for(folder: Path) -> None:
    desk = new_desk(folder)
    assert free_desks(folder, [desk.path]) == ([], [])
    desk.leave()


def test_two_desks_never_have_one_folder(folder: Path) -> None:
    desks = [new_desk(folder) for _ in range(5)]
    assert len({desk.path for desk in desks}) == 5
    for desk in desks:
        desk.leave()


def test_a_desk_that_was_taken_away_is_not_held(folder: Path) -> None:
    desk = new_desk(folder)
    (desk.path / LOCK_NAME).unlink()
    desk.path.rmdir()
    assert not desk.is_held
    desk.leave()


def test_a_desk_that_another_one_takes_at_the_moment_of_leaving_stays(folder: Path) -> None:
    desk = new_desk(folder)
    second: list[DeskFolder] = []

    class Late(Lock):
        def release(self, *, remove: bool = False) -> None:
            lock.release(remove=remove)
            found, _troubles = free_desks(folder, [])
            second.extend(found)

    lock, late = desk._lock, Late(desk.path / LOCK_NAME, -1)  # noqa: SLF001 - the moment cannot be had otherwise
    desk._lock = late  # noqa: SLF001
    desk.leave()
    assert [one.path for one in second] == [desk.path]
    assert second[0].is_held
    second[0].leave()


def test_a_new_desk_that_somebody_snatches_is_not_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[Lock | None] = [None]

    def snatched(path: Path) -> Lock | None:
        if answers:
            return answers.pop()
        if not path.parent.with_suffix(".gone").exists():
            path.parent.rename(path.parent.with_suffix(".gone"))  # tidied away before it could be locked
        monkeypatch.undo()
        return take_lock(path)

    monkeypatch.setattr(desk_folder, "take_lock", snatched)
    desk = new_desk(folder)
    assert desk.is_held
    assert len(list(folder.iterdir())) == 3
    desk.leave()


def test_it_does_not_try_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_folder, "take_lock", {}.get)
    with pytest.raises(FileExistsError, match="no new folder can be had"):
        new_desk(folder)


def test_what_is_tidied_away_while_it_is_looked_at_is_no_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_desk(folder)

    def gone(path: Path) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(desk_folder, "take_lock", gone)
    assert taken(folder) == []


def test_a_desk_that_may_not_be_opened_is_told_and_the_others_are_had() -> None:
    with ordinary_folder() as home:
        folder = home / "drafts"
        for name in ("a", "b"):
            (folder / name).mkdir(parents=True)
            (folder / name / "x.json").touch()
        (folder / "a").chmod(0)
        desks, troubles = free_desks(folder, [])
        assert [desk.path.name for desk in desks] == ["b"]
        assert [type(error) for error in troubles] == [PermissionError]
        desks[0].leave()
        (folder / "a").chmod(0o700)
