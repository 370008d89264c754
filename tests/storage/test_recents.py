"""Recent leads on real files: several copies of the program write in turn, and none loses what another one wrote."""

import json
import stat
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.keeping import KeepError, KeepTrouble
from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import Deed, LoadedRecents, Recent
from mktgui.storage.json_files import LARGEST_FILE
from mktgui.storage.recents import RecentsFile
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.other_copy import hold, line_of, look_at_leads, other_copy, recent, tell

ANA, BEN = recent("ana@corp.example", lead_id="1", who="Ana Ruiz"), recent("ben@corp.example", Deed.CHANGED)
RECENTS = st.builds(
    Recent,
    key=st.sampled_from(KeyKind),
    text=st.text(max_size=6),
    deed=st.sampled_from(Deed),
    at=st.datetimes(timezones=st.just(UTC)),
    lead_id=st.text(max_size=3),
    who=st.text(max_size=6),
    fields=st.integers(0, 300),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recents.json"


@pytest.fixture
def store(path: Path) -> RecentsFile:
    return RecentsFile(path)


@pytest.fixture
def filled(store: RecentsFile, path: Path) -> bytes:
    store.add("emea", ANA)
    return path.read_bytes()


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_where_nothing_was_kept_there_is_nothing(store: RecentsFile, path: Path) -> None:
    assert store.load("emea") == LoadedRecents()
    store.forget()
    store.forget("emea")
    assert not path.parent.exists()


def test_each_profile_has_its_own_and_the_last_comes_first(store: RecentsFile, path: Path) -> None:
    assert store.add("emea", ANA) == LoadedRecents((ANA,))
    assert store.add("apac", ANA) == LoadedRecents((ANA,))
    assert store.add("emea", BEN) == LoadedRecents((BEN, ANA))
    assert RecentsFile(path).load("emea") == LoadedRecents((BEN, ANA))
    assert RecentsFile(path).load("apac") == LoadedRecents((ANA,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(RECENTS)
def test_any_lead_comes_back(tmp_path_factory: pytest.TempPathFactory, one: Recent) -> None:
    store = RecentsFile(tmp_path_factory.mktemp("place") / "recents.json")
    store.add("emea", one)
    assert store.load("emea") == LoadedRecents((one,))


def test_copies_that_write_at_the_same_time_lose_nothing(store: RecentsFile, path: Path) -> None:
    with other_copy(look_at_leads, path, "a", 10) as one, other_copy(look_at_leads, path, "b", 10) as other:
        for copy in (one, other):
            assert line_of(copy) == "ready"
        for copy in (one, other):
            tell(copy)
        for number in range(10):
            store.add("emea", recent(f"c{number}@corp.example"))
        assert (one.wait(), other.wait()) == (0, 0)
    wanted = {f"{name}{number}@corp.example" for name in "abc" for number in range(10)}
    assert {one.text for one in store.load("emea").recents} == wanted


def test_a_copy_that_holds_the_file_for_too_long_is_told(
    store: RecentsFile, path: Path, filled: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mktgui.storage.recents.BUSY_SECONDS", 0.05)
    with other_copy(hold, path.with_suffix(".lock")) as other:
        assert line_of(other) == "held"
        with pytest.raises(KeepError, match="another copy of the program"):
            store.add("emea", BEN)
        assert store.load("emea") == LoadedRecents((ANA,))
    assert path.read_bytes() == filled


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1, "recents": 5}'])
def test_a_broken_file_is_put_beside_told_and_written_anew(store: RecentsFile, path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = store.load("emea")
    assert loaded.recents == ()
    assert loaded.problem is not None
    assert loaded.problem.trouble is KeepTrouble.BROKEN
    assert Path(loaded.problem.path).read_bytes() == content
    assert store.load("emea") == loaded
    told = store.add("emea", ANA)
    assert (told.recents, told.problem) == ((ANA,), loaded.problem)
    assert store.load("emea") == LoadedRecents((ANA,))
    assert names(path) == ["recents.broken-1.json", "recents.json", "recents.lock"]


def test_a_bad_entry_costs_only_itself(store: RecentsFile, path: Path, filled: bytes) -> None:
    plain = json.loads(filled)
    plain["recents"] += [7, {"profile_id": "emea", "deed": "sold", "at": "noon"}]
    path.write_text(json.dumps(plain))
    loaded = store.load("emea")
    assert loaded.recents == (ANA,)
    assert loaded.problem is not None
    assert loaded.problem.detail.splitlines() == [
        "recents, entry 2: profile_id: must be text",
        "recents, entry 3: deed: must be one of loaded, changed, created, failed",
        "recents, entry 3: at: must be a time such as 2026-08-01T09:30:00+00:00",
    ]
    store.forget("emea")
    assert Path(loaded.problem.path).read_text() == json.dumps(plain)
    assert store.load("emea") == LoadedRecents()


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(b'{"version": 2}', KeepTrouble.NEWER), (b" " * (LARGEST_FILE + 1), KeepTrouble.TOO_BIG)],
)
def test_what_a_newer_version_wrote_and_what_is_too_big_is_left_alone(
    store: RecentsFile, path: Path, content: bytes, trouble: KeepTrouble
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    problem = store.load("emea").problem
    assert problem is not None
    assert (problem.trouble, problem.path) == (trouble, str(path))
    for act in (lambda: store.add("emea", ANA), lambda: store.forget("emea")):
        with pytest.raises(KeepError) as error:
            act()
        assert error.value.problem.trouble is trouble
    assert path.read_bytes() == content


def test_a_full_disk_is_told_and_what_was_there_stays(store: RecentsFile, path: Path, filled: bytes) -> None:
    with room_for(len(filled)), pytest.raises(KeepError, match="File too large") as error:
        store.add("emea", BEN)
    assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
    assert path.read_bytes() == filled
    assert names(path) == ["recents.json", "recents.lock"]


def test_a_read_only_home_shows_what_is_there_and_keeps_nothing_new() -> None:
    with ordinary_folder() as home:
        store = RecentsFile(home / "recents.json")
        store.add("emea", ANA)
        home.chmod(0o500)
        assert store.load("emea") == LoadedRecents((ANA,))
        for act in (lambda: store.add("emea", BEN), store.forget, lambda: store.forget("emea")):
            with pytest.raises(KeepError, match="PermissionError"):
                act()
        (home / "recents.json").write_bytes(b"{")
        problem = store.load("emea").problem
        assert problem is not None
        assert (problem.trouble, problem.path) == (KeepTrouble.BROKEN, str(home / "recents.json"))
        (home / "recents.json").chmod(0)
        problem = store.load("emea").problem
        assert problem is not None
        assert problem.trouble is KeepTrouble.UNREADABLE
        home.chmod(0o700)


def test_a_profile_that_is_gone_is_forgotten_alone(store: RecentsFile, filled: bytes) -> None:
    store.add("apac", BEN)
    store.forget("emea")
    store.forget("emea")
    assert store.load("emea") == LoadedRecents()
    assert store.load("apac") == LoadedRecents((BEN,))


def test_where_no_values_are_kept_nothing_is_written_and_all_can_be_forgotten(path: Path, filled: bytes) -> None:
    path.with_name("recents.broken-1.json").touch()
    store = RecentsFile(path, lambda: False)
    assert store.add("emea", BEN) == LoadedRecents()
    assert store.load("emea") == LoadedRecents()
    assert path.read_bytes() == filled
    store.forget()
    assert names(path) == ["recents.lock"]


def test_one_lead_is_taken_out_and_the_others_stay(store: RecentsFile, path: Path) -> None:
    assert store.drop("emea", ANA) == LoadedRecents()
    assert not path.exists()
    store.add("emea", ANA)
    store.add("emea", BEN)
    assert store.drop("emea", ANA).recents == (BEN,)
    assert store.load("emea").recents == (BEN,)
