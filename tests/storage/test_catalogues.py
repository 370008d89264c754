"""The catalogue of fields from one run to the next, and what becomes of it when its file is not what it should be."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.catalogue_store import LoadedCatalogue
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.storage.json_files import LARGEST_FILE
from tests.storage.hard_times import ordinary_folder, room_for

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
TITLE = FieldDescription(name="Title", label="职位", type="string", size=255)
SCORE = FieldDescription(
    name="LeadScore", label="Score", type="integer", read_only=True, update_blocked=True, custom=True
)
CATALOGUE = Catalogue((TITLE, SCORE), NOON)

TEXTS = st.text(max_size=8)
FIELDS = st.builds(
    FieldDescription,
    name=TEXTS,
    label=TEXTS,
    type=TEXTS,
    size=st.one_of(st.none(), st.integers(0, 2**31)),
    soap_name=TEXTS,
    rest_name=TEXTS,
    read_only=st.booleans(),
    update_blocked=st.booleans(),
    custom=st.booleans(),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "catalogues"


@pytest.fixture
def store(folder: Path) -> CatalogueFolder:
    return CatalogueFolder(folder)


@pytest.fixture
def path(store: CatalogueFolder, folder: Path) -> Path:
    """The file of a catalogue that was saved."""
    store.save("emea", CATALOGUE)
    [path] = folder.iterdir()
    return path


def problem_of(store: CatalogueFolder) -> KeepProblem:
    loaded = store.load("emea")
    assert loaded.catalogue == NO_CATALOGUE
    assert loaded.problem is not None
    return loaded.problem


def test_what_was_never_read_is_not_there_and_no_trouble(store: CatalogueFolder, folder: Path) -> None:
    assert store.load("emea") == LoadedCatalogue()
    store.remove("emea")
    store.save("emea", NO_CATALOGUE)
    assert not folder.exists()


def test_each_profile_has_its_own(store: CatalogueFolder, path: Path) -> None:
    store.save("EMEA", Catalogue((), NOON))
    assert store.load("emea") == LoadedCatalogue(CATALOGUE)
    assert store.load("EMEA") == LoadedCatalogue(Catalogue((), NOON))
    store.remove("emea")
    assert store.load("emea") == LoadedCatalogue()
    assert store.load("EMEA").catalogue.is_complete
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@given(st.lists(FIELDS, max_size=5), st.datetimes(timezones=st.just(UTC)))
def test_any_catalogue_comes_back(
    tmp_path_factory: pytest.TempPathFactory, fields: list[FieldDescription], at: datetime
) -> None:
    store, catalogue = CatalogueFolder(tmp_path_factory.mktemp("place")), Catalogue(tuple(fields), at)
    store.save("emea", catalogue)
    assert store.load("emea") == LoadedCatalogue(catalogue)


def test_ten_thousand_fields_are_no_matter(store: CatalogueFolder, path: Path) -> None:
    fields = tuple(
        FieldDescription(name=f"Field_{number}__c", label=f"字段 {number}", type="string", size=255, custom=True)
        for number in range(10_000)
    )
    store.save("emea", Catalogue(fields, NOON))
    assert store.load("emea").catalogue.fields == fields
    assert path.stat().st_size < LARGEST_FILE / 10


@pytest.mark.parametrize(
    ("content", "trouble", "detail"),
    [
        (b"", KeepTrouble.BROKEN, "JSONDecodeError: "),
        (b"\xff\xff", KeepTrouble.BROKEN, "UnicodeDecodeError: "),
        (b"[]", KeepTrouble.BROKEN, "must be an object"),
        (b'{"version": 1}', KeepTrouble.BROKEN, "read_at: is missing"),
        (b'{"version": 2}', KeepTrouble.NEWER, "version: is 2"),
        (b" " * (LARGEST_FILE + 1), KeepTrouble.TOO_BIG, "is larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_stays(
    store: CatalogueFolder, path: Path, content: bytes, trouble: KeepTrouble, detail: str
) -> None:
    path.write_bytes(content)
    problem = problem_of(store)
    assert (problem.trouble, problem.path) == (trouble, str(path))
    assert problem.detail.startswith(detail)
    assert path.read_bytes() == content


def test_one_wrong_field_makes_the_whole_of_no_use_and_not_every_one_is_listed(
    store: CatalogueFolder, path: Path
) -> None:
    plain = json.loads(path.read_bytes())
    plain |= {
        "profile_id": "apac",
        "read_at": 5,
        "fields": [{"name": "A", "size": -1}, 7, {"name": None}, {"custom": 1}],
    }
    path.write_text(json.dumps(plain))
    assert problem_of(store).detail.splitlines() == [
        "profile_id: must be that of the connection",
        "read_at: must be a time such as 2026-08-01T09:30:00+00:00",
        "fields, entry 1: size: must be a whole number",
    ]


def test_a_broken_one_is_replaced_by_the_next_and_a_newer_one_is_not(store: CatalogueFolder, path: Path) -> None:
    path.write_bytes(b"{")
    store.save("emea", CATALOGUE)
    assert store.load("emea") == LoadedCatalogue(CATALOGUE)
    path.write_bytes(b'{"version": 2}')
    with pytest.raises(KeepError, match="version: is 2") as error:
        store.save("emea", CATALOGUE)
    assert error.value.problem.trouble is KeepTrouble.NEWER
    assert path.read_bytes() == b'{"version": 2}'


def test_where_it_cannot_be_written_the_old_one_stays(store: CatalogueFolder, path: Path) -> None:
    with room_for(9), pytest.raises(KeepError, match="File too large") as error:
        store.save("emea", Catalogue((), NOON))
    assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
    assert store.load("emea") == LoadedCatalogue(CATALOGUE)


def test_what_may_not_be_read_or_removed_is_told() -> None:
    with ordinary_folder() as home:
        store = CatalogueFolder(home)
        store.save("emea", CATALOGUE)
        [path] = home.iterdir()
        path.chmod(0)
        assert problem_of(store).trouble is KeepTrouble.UNREADABLE
        home.chmod(0o500)
        for act in (lambda: store.remove("emea"), lambda: store.save("emea", CATALOGUE)):
            with pytest.raises(KeepError, match="PermissionError") as error:
                act()
            assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
        home.chmod(0o700)
        store.save("emea", CATALOGUE)
        assert store.load("emea").problem is None
