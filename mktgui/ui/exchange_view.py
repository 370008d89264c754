"""The request and the response of one call, side by side."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QClipboard, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from mktgui.domain.exchange import Exchange
from mktgui.domain.ports import ReadMessage
from mktgui.ui.message_view import MessageView
from mktgui.ui.stage_words import StageWords
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner


class ExchangeView(QWidget):
    """Two messages and a line about them: status, sizes, and where the time went."""

    def __init__(
        self, read: ReadMessage, mask: Callable[[bytes], bytes], runner: Runner, theme: Theme, clipboard: QClipboard
    ) -> None:
        super().__init__()
        self.summary = QLabel()
        self.request = MessageView(read, mask, runner, theme, clipboard)
        self.response = MessageView(read, mask, runner, theme, clipboard)
        self.request.name(self.tr("Request"))
        self.response.name(self.tr("Response"))
        self._exchange: Exchange | None = None
        self._is_new = True
        self._lay_out()

    def show_exchange(self, exchange: Exchange | None) -> None:
        """Show what went over the wire; None where nothing did. While this is hidden, it waits until it is not."""
        self._exchange, self._is_new = exchange, True
        if self.isVisible():
            self._show_new()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_new()

    def _show_new(self) -> None:
        if not self._is_new:
            return
        self._is_new = False
        exchange = self._exchange
        if exchange is None:
            self.summary.setText(self.tr("Nothing went over the wire yet."))
            self.request.show_message(None, self.tr("The exact request appears here."))
            self.response.show_message(None, self.tr("The exact answer appears here."))
            return
        self.summary.setText(self._summary(exchange))
        self.request.show_message(exchange.sent)
        self.response.show_message(exchange.received, self.tr("No answer came back."))

    def _summary(self, exchange: Exchange) -> str:
        parts = [exchange.received.start_line if exchange.received else self.tr("No answer came back.")]
        if not exchange.left:
            parts = [self.tr("Not sent: this is the request as it would have been.")]
        elif exchange.received is not None:
            size = QLocale().formattedDataSize(len(exchange.received.body))
            parts.append(size if exchange.complete else self.tr("cut off after {size}").format(size=size))
        words = StageWords()
        return " · ".join((*parts, words.seconds(exchange.seconds), *words.timings(exchange.timings)))

    def _lay_out(self) -> None:
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        both = QSplitter(Qt.Orientation.Horizontal)
        for title, view in ((self.tr("Request"), self.request), (self.tr("Response"), self.response)):
            side = QWidget()
            label = QLabel(title)
            bold = label.font()
            bold.setBold(True)
            label.setFont(bold)
            layout = QVBoxLayout(side)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2)
            layout.addWidget(label)
            layout.addWidget(view, 1)
            both.addWidget(side)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.summary)
        layout.addWidget(both, 1)
