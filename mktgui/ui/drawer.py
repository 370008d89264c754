"""The drawer below the form: what happened, in words and as a record, and the messages."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QTabWidget

from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import PreviewOf, ReadMessage
from mktgui.domain.receipt import Receipt
from mktgui.domain.recheck import Recheck
from mktgui.domain.story import Story
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.message_view import MessageView
from mktgui.ui.outcome_words import Told
from mktgui.ui.preferences import Preferences
from mktgui.ui.preview_page import PreviewPage
from mktgui.ui.result_panel import ResultPanel, ResultParts
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerParts:
    """What the drawer is given. `label` gives the friendly name of a field, `receipt` makes the receipt of a send."""

    read: ReadMessage
    mask: Callable[[bytes], bytes]
    preview: PreviewOf
    runner: Runner
    theme: Theme
    clipboard: QClipboard
    preferences: Preferences
    label: Callable[[str], str] = str
    receipt: Callable[[Story], Receipt] | None = None


class Drawer(QTabWidget):
    """Three pages. Words come first: every outcome brings its page to the front."""

    def __init__(self, parts: DrawerParts) -> None:
        super().__init__()
        read, mask, runner, theme = parts.read, parts.mask, parts.runner, parts.theme
        self.result = ResultPanel(
            theme, ResultParts(clipboard=parts.clipboard, receipt=parts.receipt, label=parts.label)
        )
        self.exchange = ExchangeView(read, mask, runner, theme, parts.clipboard, parts.preferences)
        self.preview = PreviewPage(parts.preview, MessageView(read, mask, runner, theme, parts.clipboard), runner)
        self.result.picked.connect(self.exchange.light_up)
        self.exchange.attribute_picked.connect(self.result.go_to)
        self.addTab(self.result, self.tr("&Result"))
        self.addTab(self.exchange, self.tr("Re&quest and response"))
        self.addTab(self.preview, self.tr("Previe&w"))
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("What happened"))

    def show_told(self, told: Told, outcome: Outcome | None) -> None:
        """Say what happened."""
        self.result.show_told(told, outcome)
        self.setCurrentWidget(self.result)

    def show_story(self, story: Story, told: Told) -> None:
        """Say what happened of a planned send, field by field."""
        self.result.show_story(story, told)
        self.setCurrentWidget(self.result)

    def show_recheck(self, recheck: Recheck, told: Told) -> None:
        """Say that the lead has changed since it was loaded."""
        self.result.show_recheck(recheck, told)
        self.setCurrentWidget(self.result)
