"""A draft goes through a file and comes back the same, and a file that is none is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.keeping import KeepTrouble
from mktgui.domain.lead import KeyKind
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.ui.draft_carrier import DraftCarrier
from mktgui.workers.runner import Runner

DRAFT = Draft(
    key=KeyKind.MARKETO_ID,
    marketo_id="7",
    workspace="EMEA",
    rows=(Row("Title", edit_from_text("副总裁\r\n\u2028")), Row("Phone", CLEAR), Row("Fax")),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def carrier(window: QWidget, runner: Runner) -> DraftCarrier:
    return DraftCarrier(window, runner, JsonDraftFiles)


def choose(dialog: QFileDialog, path: Path) -> None:
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()


def test_it_comes_back_the_same(carrier: DraftCarrier, home: Path, qtbot: QtBot) -> None:
    path = home / "fix.mktgui-draft.json"
    with qtbot.waitSignal(carrier.said) as said:
        choose(carrier.ask_where_to(DRAFT, "Acme EU"), path)
    assert said.args is not None
    assert str(path) in said.args[0]
    assert "key are not" in said.args[0]
    with qtbot.waitSignal(carrier.brought) as brought, qtbot.waitSignal(carrier.said) as said:
        choose(carrier.ask_which(), path)
    assert brought.args == [DRAFT]
    assert said.args is not None
    assert "Acme EU" in said.args[0]
    assert "nothing has been sent" in said.args[0]


def test_a_file_without_a_connection_is_opened_too(carrier: DraftCarrier, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(carrier.said):
        carrier.write(home / "fix.mktgui-draft.json", DRAFT, "")
    with qtbot.waitSignal(carrier.said) as said:
        carrier.read(home / "fix.mktgui-draft.json")
    assert said.args == [f"Opened {home / 'fix.mktgui-draft.json'}. Nothing has been sent."]


def test_a_file_that_is_none_is_told_and_brings_nothing(carrier: DraftCarrier, home: Path, qtbot: QtBot) -> None:
    (home / "photo.mktgui-draft.json").write_bytes(b"\x89PNG")
    with qtbot.waitSignal(carrier.troubled) as told, qtbot.assertNotEmitted(carrier.brought):
        carrier.read(home / "photo.mktgui-draft.json")
    assert told.args is not None
    assert told.args[0].trouble is KeepTrouble.BROKEN


def test_a_place_where_nothing_can_be_written_is_told(carrier: DraftCarrier, home: Path, qtbot: QtBot) -> None:
    (home / "there").write_text("a file where a folder should be")
    with qtbot.waitSignal(carrier.troubled) as told:
        carrier.write(home / "there" / "fix.mktgui-draft.json", DRAFT, "")
    assert told.args is not None
    assert told.args[0].trouble is KeepTrouble.UNWRITABLE
