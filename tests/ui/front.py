"""The zones of a page that are there from the first, with an errand between them and a practice server behind it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand
from mktgui.ui.find_zone import FindZone
from mktgui.ui.looking import Looking
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.sending import Sending
from mktgui.ui.sentences import Sentences
from mktgui.workers.reckoning import Reckoning
from tests.ui.desk import Desk


class Front(QWidget):
    """Where a draft is typed; whatever else is tried with it gets a place below."""

    def __init__(self, desk: Desk, reckoning: Reckoning | None = None) -> None:
        """`reckoning` is that of the table: without one, every lead is listed at once."""
        super().__init__()
        parts, sentences = desk.parts, Sentences()
        self.desk, self.parts, self.undo = desk, parts, QUndoStack(self)
        self.finder = FindZone(parts.theme, sentences)
        model = AttributeModel(self.undo, parts.theme, sentences)
        self.table = AttributeTable(model, self.undo, parts.clipboard, reckoning=reckoning)
        self.panel = PlanPanel(parts.theme, sentences)
        looking, sending = Looking(parts.runner, parts.connect), Sending(parts.runner, parts.connect_for)
        self.errand = Errand(looking, sending, self.draft)
        self._layout = QVBoxLayout(self)
        for widget in (self.finder, self.table, self.panel):
            self._layout.addWidget(widget)

    def draft(self) -> Draft:
        """What is typed."""
        return self.finder.form.draft(self.table.model.rows)

    def show_draft(self, draft: Draft) -> None:
        """Type another one."""
        self.finder.form.show_draft(draft)
        self.table.model.start_over(draft.rows)

    def put(self, widget: QWidget) -> None:
        """Give it a place."""
        self._layout.addWidget(widget)

    def look(self, qtbot: QtBot) -> None:
        """Look at the lead, and wait for it."""
        with qtbot.waitSignal(self.errand.rested):
            self.errand.look()


@contextmanager
def shown(front: Front, qtbot: QtBot) -> Iterator[None]:
    """On the screen, and at rest afterwards."""
    qtbot.addWidget(front)
    front.resize(700, 700)
    front.show()
    front.activateWindow()
    yield
    front.errand.stop()
    front.close()
