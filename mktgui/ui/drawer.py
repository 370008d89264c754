"""The drawer below the form: what happened, in words and as a record, and the messages."""

from collections.abc import Callable

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QTabWidget

from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import ReadMessage
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.outcome_words import Told
from mktgui.ui.result_panel import ResultPanel
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner


class Drawer(QTabWidget):
    """Two pages. Words come first: every outcome brings its page to the front."""

    def __init__(
        self, read: ReadMessage, mask: Callable[[bytes], bytes], runner: Runner, theme: Theme, clipboard: QClipboard
    ) -> None:
        super().__init__()
        self.result = ResultPanel(theme)
        self.exchange = ExchangeView(read, mask, runner, theme, clipboard)
        self.addTab(self.result, self.tr("&Result"))
        self.addTab(self.exchange, self.tr("Re&quest and response"))
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("What happened"))

    def show_told(self, told: Told, outcome: Outcome | None) -> None:
        """Say what happened."""
        self.result.show_told(told, outcome)
        self.setCurrentWidget(self.result)
