"""The parts every screen is built with: real ones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, Row
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.runner import Runner
from tests.ui.lead_sheet import CATALOGUE, RECORD, setting
from tests.ui.table_parts import TableParts

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester  # looks for Qt, which pytest-qt has only after this file is read


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.deleteLater()


@pytest.fixture
def sentences(qapp: QApplication) -> Sentences:
    return Sentences()


@pytest.fixture
def undo(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()  # left to Python with the rest, its commands may go before it and be deleted once more


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    assert runner.close()


@pytest.fixture
def clipboard_text(qapp: QApplication) -> Iterator[None]:
    """For tests that use the clipboard: left filled, the offscreen platform crashes at exit."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def table_parts(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences) -> Iterator[TableParts]:
    parts = TableParts(undo, theme, sentences)
    qtbot.addWidget(parts)
    parts.resize(520, 400)
    with qtbot.waitActive(parts):
        parts.show()
    yield parts
    parts.close()


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences, qtmodeltester: "ModelTester") -> AttributeModel:
    """The rows of the attribute table, as before anything is known of fields."""
    model = AttributeModel(undo, theme, sentences)
    qtmodeltester.check(model)
    model.start_over([setting("Title", "CTO"), setting("Phone", "1"), Row("Fax", CLEAR)])
    return model


@pytest.fixture
def sheet(model: AttributeModel) -> AttributeModel:
    """A lead and its fields, nothing marked."""
    model.start_over([])
    model.show_lead(RECORD, CATALOGUE, frozenset())
    return model
