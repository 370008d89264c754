"""Locks between processes: one at a time, and free as soon as whoever had it is gone, however that came about."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mktgui.storage.locks import locked, take_lock
from tests.storage.hard_times import ordinary_folder
from tests.storage.other_copy import hold, line_of, other_copy


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def refuse_with(number: int) -> Callable[[int, int], None]:
    def refuse(descriptor: int, how: int) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_one_has_it_at_a_time_also_within_a_process(path: Path) -> None:
    lock = take_lock(path)
    assert lock is not None
    assert lock.is_good
    assert take_lock(path) is None
    lock.release()
    again = take_lock(path)
    assert again is not None
    again.release()


def test_it_falls_free_when_its_process_is_killed(path: Path) -> None:
    with other_copy(hold, path) as other:
        assert line_of(other) == "held"
        assert take_lock(path) is None
        other.kill()
        other.wait()
        lock = take_lock(path)
    assert lock is not None
    lock.release()


def test_a_lock_file_that_was_taken_away_is_no_good_any_more(path: Path) -> None:
    lock = take_lock(path)
    assert lock is not None
    path.unlink()
    assert not lock.is_good
    path.touch()
    assert not lock.is_good
    lock.release()


def test_letting_go_may_take_the_file_away(path: Path) -> None:
    for _time in range(2):
        lock = take_lock(path)
        assert lock is not None
        path.unlink(missing_ok=True)  # somebody was quicker: no matter
        path.touch()
        lock.release(remove=True)
        assert not path.exists()


def test_where_the_file_cannot_be_taken_away_it_stays_and_is_free() -> None:
    with ordinary_folder() as folder:
        lock = take_lock(folder / "lock")
        assert lock is not None
        folder.chmod(0o500)
        lock.release(remove=True)
        folder.chmod(0o700)
        again = take_lock(folder / "lock")
        assert again is not None
        again.release(remove=True)
        assert list(folder.iterdir()) == []


def test_what_was_removed_between_opening_and_locking_is_no_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def open_and_lose(name: Path, *rest: int) -> int:
        number = opened(name, *rest)
        name.unlink()
        return number

    monkeypatch.setattr(os, "open", open_and_lose)
    assert take_lock(path) is None


def test_a_file_that_may_only_be_read_can_be_locked() -> None:
    with ordinary_folder() as folder:
        (folder / "lock").touch(mode=0o400)
        lock = take_lock(folder / "lock")
        assert lock is not None
        assert take_lock(folder / "lock") is None
        lock.release()


def test_a_folder_that_is_not_there_or_may_not_be_used_is_told() -> None:
    with ordinary_folder() as folder:
        with pytest.raises(FileNotFoundError):
            take_lock(folder / "none" / "lock")
        folder.chmod(0o500)
        with pytest.raises(PermissionError):
            take_lock(folder / "lock")
        folder.chmod(0o700)


def test_where_the_file_system_knows_no_locks_everybody_gets_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", refuse_with(errno.ENOLCK))  # such a share cannot be had here
    first, second = take_lock(path), take_lock(path)
    assert first is not None
    assert second is not None
    first.release()
    second.release()


def test_another_trouble_of_the_system_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", refuse_with(errno.EIO))
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(OSError, match="put/output"):
        take_lock(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_block_waits_for_its_turn_and_not_for_ever(path: Path) -> None:
    with other_copy(hold, path) as other:
        assert line_of(other) == "held"
        with pytest.raises(TimeoutError, match="another copy"), locked(path, seconds=0.03):
            pytest.fail("it is held by another copy")
        other.kill()
        with locked(path, seconds=60):
            assert take_lock(path) is None
    free = take_lock(path)
    assert free is not None
    free.release()


def test_the_folder_of_a_block_is_made_and_an_error_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "lock"
    with pytest.raises(ZeroDivisionError), locked(path):
        raise ZeroDivisionError
    with locked(path, seconds=0):
        assert path.exists()
