"""A crash leaves a file that can be given away, and never more files than a few."""

import stat
from pathlib import Path

import pytest

from mktgui.storage.crash_reports import CrashReports
from mktgui.wire.redact import mask_text
from tests.domain.canaries import REQUEST, SIGNATURE, USER_ID
from tests.storage.hard_times import ordinary_folder, room_for

FACTS = {"mktgui": "0.1.0", "Qt": "6.11.3"}
TRACE = "  mktgui.app:12 in run\nbuiltins.ValueError"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


def reports(folder: Path, most: int = 3) -> CrashReports:
    return CrashReports(folder, mask_text, FACTS, most)


def test_a_report_says_what_went_wrong_where_and_in_which_program(folder: Path) -> None:
    text = reports(folder).keep("ValueError", TRACE)
    lines = text.splitlines()
    assert lines[0] == "mktgui crash report"
    assert lines[1].startswith("when: 20")
    assert lines[2:5] == ["mktgui: 0.1.0", "Qt: 6.11.3", "what: ValueError"]
    assert text.endswith(f"{TRACE}\n")
    [file] = folder.iterdir()
    assert file.read_text() == text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_report_passes_the_redactor_when_it_is_written_and_when_it_is_read(folder: Path) -> None:
    assert SIGNATURE not in reports(folder).keep("ValueError", REQUEST)
    [file] = folder.iterdir()
    assert SIGNATURE not in file.read_text()
    assert USER_ID not in file.read_text()
    file.write_text(REQUEST)  # somebody else's
    [read] = reports(folder).read()
    assert SIGNATURE not in read.text
    assert USER_ID not in read.text


def test_the_newest_few_are_kept_and_read_newest_first(folder: Path) -> None:
    kept = [reports(folder).keep(f"Error{number}", TRACE) for number in range(6)]
    found = reports(folder).read()
    assert [one.text for one in found] == kept[:2:-1]
    assert all(one.name.startswith("crash-") and one.name.endswith(".txt") for one in found)


def test_other_files_of_the_folder_are_none_of_its_business(folder: Path) -> None:
    folder.mkdir()
    (folder / "mktgui.log").write_text("log")
    for _ in range(5):
        reports(folder).keep("ValueError", TRACE)
    assert (folder / "mktgui.log").read_text() == "log"
    assert len(reports(folder).read()) == 3


def test_before_the_first_crash_there_is_nothing_to_read(folder: Path) -> None:
    assert reports(folder).read() == ()
    assert not folder.exists()


def test_a_report_that_cannot_be_written_can_still_be_shown(folder: Path) -> None:
    with ordinary_folder() as own:
        own.chmod(0o500)
        assert "what: ValueError" in reports(own / "log").keep("ValueError", TRACE)
    with room_for(0):
        assert "what: ValueError" in reports(folder).keep("ValueError", TRACE)


def test_what_cannot_be_read_is_left_out(folder: Path) -> None:
    (folder / "crash-20260101-000000-000000.txt").mkdir(parents=True)
    reports(folder).keep("ValueError", TRACE)
    assert len(reports(folder).read()) == 1


def test_a_folder_that_may_not_be_listed_has_nothing_to_read() -> None:
    with ordinary_folder() as folder:
        reports(folder / "log").keep("ValueError", TRACE)
        (folder / "log").chmod(0)
        assert reports(folder / "log").read() == ()
        (folder / "log").chmod(0o700)
