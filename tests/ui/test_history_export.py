"""Calls leave the program as files, and what is in them is said."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui.domain.history import Query
from mktgui.domain.history_port import ExportForm
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_export import HistoryExporter
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE
from tests.ui.past import begun, desk_on, put


@pytest.fixture
def store(home: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(home / "history")
    put(store, begun(0))
    put(store, begun(1), exchange=EXCHANGE)
    yield store
    store.close()


@pytest.fixture
def desk(runner: Runner, store: SqliteHistory) -> Iterator[HistoryDesk]:
    desk = desk_on(runner, store)
    yield desk
    desk.close()


@pytest.fixture
def exporter(desk: HistoryDesk, qtbot: QtBot) -> HistoryExporter:
    window = QWidget()
    qtbot.addWidget(window)
    return HistoryExporter(desk, window)


def said(exporter: HistoryExporter, path: Path, form: ExportForm, qtbot: QtBot, *which: str) -> str:
    with qtbot.waitSignal(exporter.said) as heard:
        exporter.write(which or Query(), path, form)
    return str(heard.args[0])


def test_all_that_fit_leave_as_a_table(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "calls.csv"
    told = said(exporter, path, ExportForm.CSV, qtbot)
    assert told == f"2 calls written to {path}. The values are in it; signature and user are not."
    assert len(list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))) == 3


def test_the_chosen_ones_leave_as_json(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "calls.json"
    assert "written to" in said(exporter, path, ExportForm.JSON, qtbot, "call-1")
    assert [one["id"] for one in json.loads(path.read_text(encoding="utf-8"))["calls"]] == ["call-1"]


def test_an_archive_holds_those_with_messages(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "calls.har"
    assert "those whose messages were kept" in said(exporter, path, ExportForm.HAR, qtbot)
    assert len(json.loads(path.read_text(encoding="utf-8"))["log"]["entries"]) == 1


def test_the_ending_of_the_name_counts(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "calls.JSON"
    said(exporter, path, ExportForm.CSV, qtbot)
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


def test_what_cannot_be_written_is_said(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "no-folder").touch()
    path = tmp_path / "no-folder" / "calls.csv"
    assert said(exporter, path, ExportForm.CSV, qtbot).startswith(f"Nothing was written to {path} (")


def test_the_person_says_where_to_and_how(exporter: HistoryExporter, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = exporter.ask(Query())
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "json"
    with qtbot.waitSignal(exporter.said):
        dialog.fileSelected.emit(str(tmp_path / "mine"))
    assert json.loads((tmp_path / "mine").read_text(encoding="utf-8"))["calls"]
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_what_others_ask_of_the_history_is_not_ours(
    exporter: HistoryExporter, desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot
) -> None:
    heard = QSignalSpy(exporter.said)
    with qtbot.waitSignal(desk.done):
        desk.change("pin", lambda store: store.set_pinned("call-0", pinned=True))
    store.close()
    with qtbot.waitSignal(desk.refused):
        desk.change("pin", lambda store: store.set_pinned("call-0", pinned=True))
    assert heard.count() == 0
