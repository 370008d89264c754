"""Files live where the system wants them, or all under one folder; finding out makes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from mktgui.storage.places import HOME_VARIABLE, Places

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_places(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own for each kind of file, and no word about one folder for all."""
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind))


def everything(places: Places) -> list[Path]:
    return [places.config, places.data, places.log, places.profiles_file, places.window_file]


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of Linux desktops")
def test_files_live_where_the_system_keeps_them(home: Path) -> None:
    assert everything(Places()) == [
        home / "CONFIG" / "mktgui",
        home / "DATA" / "mktgui",
        home / "STATE" / "mktgui" / "log",
        home / "CONFIG" / "mktgui" / "profiles.toml",
        home / "CONFIG" / "mktgui" / "window.ini",
    ]


def under(folder: Path) -> list[Path]:
    config = folder / "config"
    return [config, folder / "data", folder / "log", config / "profiles.toml", config / "window.ini"]


def test_all_files_live_under_one_folder_where_one_is_given(tmp_path: Path) -> None:
    assert everything(Places(tmp_path / "one")) == under(tmp_path / "one")


def test_the_folder_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "one"))
    assert everything(Places()) == under(tmp_path / "one")


def test_a_folder_that_is_given_counts_more_than_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "one"))
    assert everything(Places(tmp_path / "two")) == under(tmp_path / "two")


def test_an_empty_variable_names_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = everything(Places())
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert everything(Places()) == usual


def test_a_folder_may_be_written_as_people_write_it(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert everything(Places(Path("~/one"))) == under(home / "one")
    relative = Places(Path("one"))
    monkeypatch.chdir(home)
    assert everything(relative) == under(tmp_path / "one")


def test_asking_makes_nothing(home: Path, tmp_path: Path) -> None:
    everything(Places())
    everything(Places(tmp_path / "one"))
    assert list(home.iterdir()) == []
    assert not (tmp_path / "one").exists()


CHILD = """
import sys
from pathlib import Path
from mktgui.storage.places import Places
print(Places(Path("one")).profiles_file.name, "platformdirs" in sys.modules)
"""


def test_a_run_with_its_own_folder_does_not_ask_the_system() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["profiles.toml", "False"]


def test_what_is_kept_has_names_that_differ_also_where_all_lie_in_one_folder(tmp_path: Path) -> None:
    places = Places(tmp_path)
    chosen = [places.profiles_file, places.recipes_file, places.window_file]
    kept = [places.drafts_folder, places.recents_file, places.catalogues_folder]
    assert {path.parent for path in chosen} == {tmp_path / "config"}
    assert {path.parent for path in kept} == {tmp_path / "data"}
    assert len({path.stem for path in (*chosen, *kept)}) == len(chosen) + len(kept)


def test_the_folders_with_something_of_leads_are_told(tmp_path: Path) -> None:
    data = tmp_path / "one" / "data"
    assert Places(tmp_path / "one").kept_in() == (data / "history", data / "drafts", data / "recents.json")
