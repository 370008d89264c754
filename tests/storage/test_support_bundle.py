"""The bundle holds what helps and nothing else, is what was shown before, and is saved whole or not at all."""

import stat
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from mktgui.domain.profile import Environment, Profile
from mktgui.domain.support import SupportFile
from mktgui.storage.support_bundle import collect, save
from mktgui.wire.redact import mask_text
from tests.domain.canaries import HOST, NAME, REQUEST, SIGNATURE, USER_ID, assert_no_canary
from tests.storage.hard_times import room_for

FACTS = {"mktgui": "0.1.0", "system": "Linux", "Python": "3.11.7", "Qt": "6.11.3"}
LIVE = Profile(
    id="canary",
    name=NAME,
    endpoint=f"https://{HOST}/soap/mktows/3_1",
    user_id=USER_ID,
    environment=Environment.PRODUCTION,
)
CRASH = SupportFile("crash-20260801-120000-000000.txt", "what: ValueError\n")
NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)


@pytest.fixture
def files() -> tuple[SupportFile, ...]:
    return collect(FACTS, [LIVE], "INFO mktgui: begun\n", [CRASH], mask_text)


def test_it_holds_what_helps(files: tuple[SupportFile, ...]) -> None:
    assert [one.name for one in files] == ["about.txt", "settings.txt", "mktgui.log", CRASH.name]
    assert files[0].text == "mktgui: 0.1.0\nsystem: Linux\nPython: 3.11.7\nQt: 6.11.3\n"
    assert "environment: production" in files[1].text
    assert files[2].text == "INFO mktgui: begun\n"
    assert files[3] == CRASH


def test_it_holds_nothing_of_anybody(files: tuple[SupportFile, ...]) -> None:
    for one in files:
        assert_no_canary(one.name + one.text)


def test_everything_passes_the_redactor_once_more() -> None:
    for one in collect({"fact": REQUEST}, [], REQUEST, [SupportFile("crash.txt", REQUEST)], mask_text):
        assert SIGNATURE not in one.text
        assert USER_ID not in one.text


def test_what_is_saved_is_what_was_shown(files: tuple[SupportFile, ...], tmp_path: Path) -> None:
    path = tmp_path / "support.zip"
    save(files, path, lambda: NOON)
    with ZipFile(path) as bundle:
        assert bundle.testzip() is None
        assert [(one.filename, one.date_time) for one in bundle.infolist()] == [
            (one.name, (2026, 8, 1, 12, 0, 0)) for one in files
        ]
        assert [bundle.read(one.name).decode() for one in files] == [one.text for one in files]
        assert {stat.S_IMODE(one.external_attr >> 16) for one in bundle.infolist()} == {0o600}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.glob("*.zip")] == ["support.zip"]


def test_it_is_dated_today(files: tuple[SupportFile, ...], tmp_path: Path) -> None:
    save(files, tmp_path / "support.zip")
    with ZipFile(tmp_path / "support.zip") as bundle:
        assert bundle.infolist()[0].date_time[0] >= 2026


def test_text_that_is_no_text_does_not_keep_it_from_being_saved(tmp_path: Path) -> None:
    save([SupportFile("a.txt", "half a pair: \ud800")], tmp_path / "support.zip")
    with ZipFile(tmp_path / "support.zip") as bundle:
        assert bundle.read("a.txt") == b"half a pair: ?"


def test_on_a_full_disk_the_old_one_stays(files: tuple[SupportFile, ...], tmp_path: Path) -> None:
    path = tmp_path / "support.zip"
    path.write_bytes(b"old")
    with room_for(10), pytest.raises(OSError, match="File too large"):
        save(files, path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["support.zip"]
