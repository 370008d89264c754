"""What all drafts share is made once, in the program's own places, and as one it can be forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.desks import DeskOffice
from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.desk import LoadedDrafts, SavedDraft
from mktgui.domain.draft import Draft
from mktgui.domain.history import Retention
from mktgui.domain.keeping import KeepError
from mktgui.domain.lead import KeyKind
from mktgui.domain.ports import Transport
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.recipe import Recipe
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.storage.history import SqliteHistory
from mktgui.storage.places import Places
from mktgui.ui.history_desk import HistoryDesk
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
DRAFT = SavedDraft(id="a", profile_id="p", draft=Draft(email="ana@corp.example"), changed_at=NOON)
RECENT = Recent(key=KeyKind.EMAIL, text="ana@corp.example", deed=Deed.LOADED, at=NOON)


def connect_nobody(profile: Profile) -> Transport:
    raise AssertionError(profile)


def at_once(chore: Callable[[], None]) -> None:
    chore()


@dataclass
class Choices:
    """What the person has chosen."""

    language: str = "en"
    keeps_values: bool = True


@dataclass
class House:
    """The office of one run of the program in a home."""

    home: Path
    choices: Choices = field(default_factory=Choices)
    runner: Runner = field(default_factory=Runner)

    def __post_init__(self) -> None:
        self.places = Places(self.home)
        self.past = SqliteHistory(self.home / "history")
        self.office = DeskOffice(
            self.places,
            self.runner,
            connect_nobody,
            at_once,
            language=lambda: self.choices.language,
            keeps_values=lambda: self.choices.keeps_values,
            history=HistoryDesk(self.runner, lambda: self.past, at_once, Retention),
        )

    def close(self) -> None:
        self.office.close()
        self.runner.close()
        self.past.close()


@pytest.fixture
def house(qapp: QApplication, home: Path) -> Iterator[House]:
    house = House(home / "mktgui")
    yield house
    house.close()


def test_nothing_is_made_on_the_disk_before_it_is_wanted(house: House, home: Path) -> None:
    house.office.close()
    assert list(home.iterdir()) == []


def test_fields_are_called_in_the_language_that_the_window_speaks_then(house: House) -> None:
    english = house.office.labels()
    assert house.office.labels() is english
    assert english.label("Title") == "Job Title"
    house.choices.language = "zh_CN"
    assert house.office.labels().label("Title") == "职务"


def test_a_draft_that_was_kept_is_there_at_the_next_start(house: House) -> None:
    house.office.draft_book.keep(DRAFT)
    assert list(house.places.drafts_folder.rglob("*.json"))
    house.office.close()
    other = House(house.home)
    assert other.office.drafts.load() == LoadedDrafts((DRAFT,))
    other.close()


def test_a_draft_is_carried_in_a_file(house: House, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    house.office.draft_files.write(path, DRAFT.draft, "EMEA", "")
    assert house.office.draft_files.read(path).draft == DRAFT.draft


def test_recent_leads_are_kept_in_their_place(house: House, qtbot: QtBot) -> None:
    recents = house.office.desks.recents
    recents.add("p", RECENT)
    qtbot.waitUntil(house.places.recents_file.exists)
    assert recents.recents("p") == (RECENT,)


def test_recipes_are_shipped_in_the_language_of_the_window_and_kept_in_their_place(house: House, qtbot: QtBot) -> None:
    house.choices.language = "zh_CN"
    recipes = house.office.desks.recipes
    with qtbot.waitSignal(recipes.changed):
        recipes.want()
    assert recipes.loaded is not None
    assert any(ord(letter) > 0x4E00 for letter in recipes.loaded.recipes[0].name)
    with qtbot.waitSignal(recipes.changed):
        recipes.save(Recipe(id="mine", name="Mine", remark="", rows=()))
    assert "Mine" in house.places.recipes_file.read_text()


def test_the_fields_that_every_marketo_has_are_known_without_asking(house: House, qtbot: QtBot) -> None:
    fields = house.office.desks.fields
    with qtbot.waitSignal(fields.changed):
        fields.want(PRACTICE)
    assert fields.catalogue(PRACTICE.id).by_name["Title"].label
    assert not fields.catalogue(PRACTICE.id).is_complete


def test_a_connection_that_is_gone_takes_its_leads_and_fields_along(house: House, qtbot: QtBot) -> None:
    recents, kept = house.office.desks.recents, CatalogueFolder(house.places.catalogues_folder)
    for one in ("p", "q"):
        recents.add(one, RECENT)
        kept.save(one, Catalogue((FieldDescription(name="Title", label="Title", type="string"),), NOON))
    house.office.forget_connection("p")
    qtbot.waitUntil(lambda: not kept.load("p").catalogue.fields)
    assert (recents.recents("p"), recents.recents("q")) == ((), (RECENT,))
    assert kept.load("q").catalogue.fields
    let_workers_finish(house.runner, qtbot)


def test_what_was_kept_is_forgotten_as_one(house: House, qtbot: QtBot) -> None:
    house.office.draft_book.keep(DRAFT)
    house.office.desks.recents.add("p", RECENT)
    qtbot.waitUntil(house.places.recents_file.exists)
    house.choices.keeps_values = False
    house.office.forget_values()
    house.office.draft_book.keep(DRAFT)
    house.office.desks.recents.add("p", RECENT)
    let_workers_finish(house.runner, qtbot)
    left = [path for path in house.home.rglob("*") if path.is_file() and b"corp.example" in path.read_bytes()]
    assert left == []


def test_one_store_that_cannot_forget_does_not_keep_the_other_from_it(house: House, qtbot: QtBot) -> None:
    house.office.draft_book.keep(DRAFT)
    house.places.recents_file.mkdir(parents=True)
    with pytest.raises(KeepError):
        house.office.forget_values()
    assert list(house.places.drafts_folder.rglob("*.json")) == []
