"""There is always a whole file, the old or the new, and only its owner can read it."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.storage.files import keep_beside, make_folder, replace_file, replacing
from tests.storage.hard_times import ordinary_folder, room_for

calm = settings(deadline=None)  # a busy machine is no failure

OLD, NEW = b"old and whole\n", b"new " * 20_000
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A system that would let everybody read everything."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with its old content, alone in its folder."""
    path = tmp_path / "place" / "profiles.toml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_is_made_with_all_above_it_and_for_its_owner_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b" / "c")
    assert [mode_of(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a")
    assert mode_of(tmp_path / "a") == 0o755


def test_a_file_in_the_way_of_a_folder_is_an_error(file: Path) -> None:
    with pytest.raises(FileExistsError):
        make_folder(file)
    with pytest.raises(OSError, match=r"File exists|Not a directory"):
        make_folder(file / "below")
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("content", [b"", b"x", NEW, bytes(range(256))])
def test_the_new_content_takes_the_place_of_the_old(file: Path, content: bytes) -> None:
    replace_file(file, content)
    assert file.read_bytes() == content
    assert names_in(file.parent) == ["profiles.toml"]


def test_a_first_file_comes_with_its_folder_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    replace_file(tmp_path / "new" / "profiles.toml", NEW)
    assert (tmp_path / "new" / "profiles.toml").read_bytes() == NEW
    assert mode_of(tmp_path / "new") == 0o700
    assert mode_of(tmp_path / "new" / "profiles.toml") == 0o600


def test_a_file_that_others_could_read_is_closed_to_them(file: Path) -> None:
    file.chmod(0o644)
    replace_file(file, NEW)
    assert mode_of(file) == 0o600


@pytest.mark.parametrize("room", [0, 1, 4096, len(NEW) - 1])
def test_when_the_disk_fills_up_the_old_file_stays_and_nothing_else(file: Path, room: int) -> None:
    with room_for(room), pytest.raises(OSError, match="File too large"):
        replace_file(file, NEW)
    assert file.read_bytes() == OLD
    assert names_in(file.parent) == ["profiles.toml"]


def test_with_just_enough_room_it_is_written(file: Path) -> None:
    with room_for(len(NEW)):
        replace_file(file, NEW)
    assert file.read_bytes() == NEW


HALF_WAY = """
import resource, signal, sys
from pathlib import Path
from mktgui.storage.files import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # which Python ignores: the kernel kills in the middle of the write
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
replace_file(Path(sys.argv[1]), b"new " * 20_000)
"""


def test_a_program_killed_half_way_leaves_the_old_file_whole(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", HALF_WAY, str(file)], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGXFSZ
    assert file.read_bytes() == OLD
    [left] = set(names_in(file.parent)) - {"profiles.toml"}
    assert (file.parent / left).stat().st_size == 4096
    replace_file(file, NEW)
    assert file.read_bytes() == NEW


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "profiles.toml" / "precious").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path / "profiles.toml", NEW)
    assert names_in(tmp_path) == ["home", "profiles.toml"]
    assert names_in(tmp_path / "profiles.toml") == ["precious"]


def test_a_folder_that_may_not_be_written_keeps_its_file() -> None:
    with ordinary_folder() as folder:
        (folder / "profiles.toml").write_bytes(OLD)
        folder.chmod(0o500)
        with pytest.raises(PermissionError):
            replace_file(folder / "profiles.toml", NEW)
        assert (folder / "profiles.toml").read_bytes() == OLD
        assert names_in(folder) == ["profiles.toml"]


def test_programs_that_write_at_once_do_not_mix(file: Path) -> None:
    contents = [bytes([number]) * 50_000 for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        writes = [pool.submit(replace_file, file, content) for content in contents]
        seen = {file.read_bytes() for _ in range(200)}
    assert all(write.exception() is None for write in writes)
    assert seen <= {OLD, *contents}
    assert file.read_bytes() in contents
    assert names_in(file.parent) == ["profiles.toml"]


def test_what_is_kept_gets_a_name_of_its_own_beside_the_file(file: Path) -> None:
    kept = keep_beside(file, b"broken", "broken")
    assert kept == file.with_name("profiles.broken-1.toml")
    assert kept.read_bytes() == b"broken"
    assert mode_of(kept) == 0o600
    assert file.read_bytes() == OLD


def test_the_same_is_not_kept_twice_and_nothing_is_written_over(file: Path) -> None:
    (file.parent / "profiles.broken-2.toml").mkdir()
    kept = [keep_beside(file, content, "broken").name for content in (b"1", b"1", b"2", b"1", b"2", b"3")]
    first, third, fourth = (f"profiles.broken-{number}.toml" for number in (1, 3, 4))
    assert kept == [first, first, third, first, third, fourth]
    assert [(file.parent / name).read_bytes() for name in (first, third, fourth)] == [b"1", b"2", b"3"]
    assert keep_beside(file, b"1", "newer").name == "profiles.newer-1.toml"


@calm
@given(contents=st.lists(st.binary(max_size=3), max_size=8))
def test_everything_that_was_ever_kept_is_still_there(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("place") / "profiles.toml"
    kept = [keep_beside(path, content, "broken") for content in contents]
    assert [one.read_bytes() for one in kept] == contents
    assert len(set(kept)) == len(set(contents))


def test_half_a_copy_is_not_kept(file: Path) -> None:
    with room_for(4096), pytest.raises(OSError, match="File too large"):
        keep_beside(file, NEW, "broken")
    assert names_in(file.parent) == ["profiles.toml"]


def test_a_folder_that_may_not_be_written_keeps_nothing() -> None:
    with ordinary_folder() as folder:
        folder.chmod(0o500)
        with pytest.raises(PermissionError):
            keep_beside(folder / "profiles.toml", OLD, "broken")
        assert names_in(folder) == []


def test_what_is_written_piece_by_piece_takes_the_place_once_it_is_whole(file: Path) -> None:
    with replacing(file) as new:
        for _ in range(3):
            new.write(NEW)
        assert file.read_bytes() == OLD
    assert file.read_bytes() == NEW * 3
    assert mode_of(file) == 0o600
    assert names_in(file.parent) == [file.name]


def test_what_ends_badly_leaves_the_old_file_and_nothing_else(file: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(file) as new:  # noqa: PT012 - the block is what is tested
        new.write(NEW)
        raise ZeroDivisionError
    assert file.read_bytes() == OLD
    assert names_in(file.parent) == [file.name]
