"""The fields of a Marketo are asked for where a person caused it, and kept for the next run."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.keeping import KeepTrouble
from mktgui.domain.profile import PRACTICE
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.ui.field_desk import CatalogueTrouble, FieldDesk
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish
from tests.ui.desk import LABELS, Desk, practice_desk

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def store(home: Path) -> CatalogueFolder:
    return CatalogueFolder(home / "fields")


@pytest.fixture
def fields(desk: Desk, runner: Runner, store: CatalogueFolder) -> FieldDesk:
    return FieldDesk(runner, desk.parts.connect, lambda: store, LABELS.standard, lambda: NOON)


def test_before_anything_was_read_the_standard_fields_are_there(desk: Desk, fields: FieldDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fields.changed, check_params_cb=lambda name: name == PRACTICE.id):
        fields.want(PRACTICE)
    catalogue = fields.catalogue(PRACTICE.id)
    assert catalogue.resolve("Job Title") is not None
    assert not catalogue.is_complete
    fields.want(PRACTICE)
    assert desk.operations == []


def test_once_a_lead_was_read_its_fields_are_asked_for_and_kept(
    desk: Desk, fields: FieldDesk, store: CatalogueFolder, runner: Runner, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(fields.changed):
        fields.complete(PRACTICE)
        fields.complete(PRACTICE)  # it is being asked
    catalogue = fields.catalogue(PRACTICE.id)
    assert catalogue.is_complete
    assert catalogue.read_at == NOON
    assert catalogue.resolve("Customer_Tier__c") is not None
    assert desk.operations == ["describeMObject"]
    assert store.load(PRACTICE.id).catalogue == catalogue
    again = FieldDesk(runner, desk.parts.connect, lambda: store, LABELS.standard)
    with qtbot.waitSignal(again.changed):
        again.want(PRACTICE)
    assert again.catalogue(PRACTICE.id) == catalogue
    again.complete(PRACTICE)
    let_workers_finish(runner, qtbot)
    assert desk.operations == ["describeMObject"]


def test_they_can_be_asked_for_anew(desk: Desk, fields: FieldDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fields.changed):
        fields.refresh(PRACTICE)
    world = desk.server.world
    world.fields["Added__c"] = replace(world.fields["Title"], soap="Added__c", rest="addedC", en="Added")
    with qtbot.waitSignal(fields.changed):
        fields.refresh(PRACTICE)
    assert fields.catalogue(PRACTICE.id).resolve("Added__c") is not None


def test_a_refusal_is_told_and_not_asked_again_by_itself(desk: Desk, fields: FieldDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fields.changed):
        fields.want(PRACTICE)
    desk.server.next("fault-20013")
    with qtbot.waitSignal(fields.troubled) as told:
        fields.complete(PRACTICE)
    assert told.args is not None
    trouble = told.args[0]
    assert isinstance(trouble, CatalogueTrouble)
    assert trouble.outcome is not None
    assert fields.catalogue(PRACTICE.id).resolve("Title") is not None
    fields.complete(PRACTICE)
    assert len(desk.operations) == 1


def test_a_broken_file_is_told_and_the_standard_fields_are_there(
    fields: FieldDesk, store: CatalogueFolder, home: Path, qtbot: QtBot
) -> None:
    (home / "fields").mkdir()
    (home / "fields" / "practice.json").write_text("{")
    with qtbot.waitSignal(fields.troubled) as told:
        fields.want(PRACTICE)
    assert told.args is not None
    assert told.args[0].problem.trouble is KeepTrouble.BROKEN
    assert fields.catalogue(PRACTICE.id).resolve("Title") is not None


def test_what_comes_late_from_the_file_does_not_replace_what_marketo_said(
    fields: FieldDesk, runner: Runner, qtbot: QtBot
) -> None:
    changed = QSignalSpy(fields.changed)
    fields.want(PRACTICE)
    fields.refresh(PRACTICE)
    let_workers_finish(runner, qtbot)
    qtbot.waitUntil(lambda: fields.catalogue(PRACTICE.id).is_complete)
    assert changed.count() in {1, 2}


def test_a_disk_that_takes_nothing_is_no_reason_to_do_without(
    desk: Desk, runner: Runner, home: Path, qtbot: QtBot
) -> None:
    (home / "there").write_text("a file where a folder should be")
    fields = FieldDesk(runner, desk.parts.connect, lambda: CatalogueFolder(home / "there" / "x"), LABELS.standard)
    with qtbot.waitSignal(fields.changed):
        fields.refresh(PRACTICE)
    assert fields.catalogue(PRACTICE.id).is_complete
