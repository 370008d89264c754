"""The calls of today outlive a run, and a file that cannot be used is no calls and no trouble."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from mktgui.storage import call_counts
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.locks import locked
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.other_copy import NOON, count_calls, hold, line_of, other_copy, tell

DAY, NEXT_DAY = date(2026, 8, 1), date(2026, 8, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "calls.json"


def test_before_the_first_call_there_are_none_and_no_file(path: Path) -> None:
    assert CallCounts(path).read(DAY) == {}
    assert not path.parent.exists()


def test_calls_add_up_over_runs_each_instance_by_itself(path: Path) -> None:
    assert CallCounts(path).add(DAY, {"a.example": 2}) == {"a.example": 2}
    assert CallCounts(path).add(DAY, {"a.example": 1, "b.example": 1}) == {"a.example": 3, "b.example": 1}
    assert CallCounts(path).read(DAY) == {"a.example": 3, "b.example": 1}
    assert {one.name for one in path.parent.iterdir()} == {"calls.json", "calls.lock"}


def test_two_copies_of_the_program_lose_no_call_of_each_other(path: Path) -> None:
    with other_copy(count_calls, path, 40) as one, other_copy(count_calls, path, 40) as other:
        for copy in (one, other):
            assert line_of(copy) == "ready"
        for copy in (one, other):
            tell(copy)
        assert [copy.wait(60) for copy in (one, other)] == [0, 0]
    assert CallCounts(path).read(NOON.date()) == {"a.example": 80}


def test_while_another_copy_holds_the_file_nothing_is_added_and_that_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CallCounts(path).add(DAY, {"a.example": 1})
    monkeypatch.setattr(call_counts, "locked", partial(locked, seconds=0.05))
    with other_copy(hold, path.with_suffix(".lock")) as other:
        assert line_of(other) == "held"
        with pytest.raises(TimeoutError, match="another copy"):
            CallCounts(path).add(DAY, {"a.example": 1})
    assert CallCounts(path).add(DAY, {"a.example": 1}) == {"a.example": 2}


def test_another_day_begins_with_none(path: Path) -> None:
    CallCounts(path).add(NEXT_DAY, {"a.example": 9})
    assert CallCounts(path).read(DAY) == {}
    assert CallCounts(path).add(DAY, {"a.example": 1}) == {"a.example": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'{"version": 2, "day": "2026-08-01", "calls": {"a.example": 5}}',
        b'{"version": 1, "day": "yesterday", "calls": {"a.example": 5}}',
        b'{"version": 1, "day": "2026-08-01"}',
        b'{"version": 1, "day": "2026-08-01", "calls": [5]}',
        b'{"version": 1, "day": "2026-08-01", "calls": {"a": -1, "b": "5", "c": true, "d": 1.5, "e": null}}',
    ],
)
def test_a_broken_file_counts_as_none_and_is_written_over(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert CallCounts(path).read(DAY) == {}
    assert CallCounts(path).add(DAY, {"a.example": 1}) == {"a.example": 1}
    assert CallCounts(path).read(DAY) == {"a.example": 1}


def test_a_bad_number_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 1, "day": "2026-08-01", "calls": {"a.example": 4, "b.example": "5"}}')
    assert CallCounts(path).read(DAY) == {"a.example": 4}


def test_a_folder_in_its_place_is_no_calls_and_stays(path: Path) -> None:
    path.mkdir(parents=True)
    assert CallCounts(path).read(DAY) == {}
    with pytest.raises(OSError, match="directory"):
        CallCounts(path).add(DAY, {"a.example": 1})
    assert path.is_dir()


def test_a_full_disk_is_told_and_the_old_count_stays(path: Path) -> None:
    CallCounts(path).add(DAY, {"a.example": 1})
    with room_for(3), pytest.raises(OSError, match="File too large"):
        CallCounts(path).add(DAY, {"a.example": 1})
    assert CallCounts(path).read(DAY) == {"a.example": 1}


def test_a_file_that_may_not_be_read_is_no_calls() -> None:
    with ordinary_folder() as folder:
        CallCounts(folder / "calls.json").add(DAY, {"a.example": 1})
        (folder / "calls.json").chmod(0)
        assert CallCounts(folder / "calls.json").read(DAY) == {}
