"""The requests and responses of one call, side by side or one above the other, and compared with another call."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QClipboard, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QSplitter, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from mktgui.domain.exchange import Exchange
from mktgui.domain.ports import ReadMessage
from mktgui.ui.call_before import CallBefore
from mktgui.ui.exchange_picker import ExchangePicker
from mktgui.ui.message_view import MessageView
from mktgui.ui.preferences import Preferences
from mktgui.ui.stage_words import StageWords
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.ui.compare_window import CompareWindow, Side


class ExchangeView(QWidget):
    """Two messages and a line about them: status, sizes, and where the time went."""

    attribute_picked = Signal(str)
    """The person put the cursor into the element of this field, in either message. Its other element is lit up too."""

    def __init__(  # noqa: PLR0913, PLR0917 - what two message views are given, and what is remembered
        self,
        read: ReadMessage,
        mask: Callable[[bytes], bytes],
        runner: Runner,
        theme: Theme,
        clipboard: QClipboard,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._read, self._runner, self._theme, self._preferences = read, runner, theme, preferences
        self.summary, self.picker = QLabel(), ExchangePicker()
        self.stack = QToolButton()
        self.compare_button, self.copy_button = QToolButton(), QToolButton()
        self.request = MessageView(read, mask, runner, theme, clipboard)
        self.response = MessageView(read, mask, runner, theme, clipboard)
        self.request.name(self.tr("Request"))
        self.response.name(self.tr("Response"))
        self.comparison: CompareWindow | None = None
        self._exchange: Exchange | None = None
        self._before = CallBefore(runner)
        self._is_new = True
        self._both = QSplitter()
        self._menu = QMenu(self.compare_button)
        self.with_before = self._menu.addAction(self.tr("With the call &before this one"))
        self.with_request = self._menu.addAction(self.tr("Its &request with its response"))
        self._lay_out()
        self._connect()

    def show_exchange(self, exchange: Exchange | None) -> None:
        """Show what went over the wire; None where nothing did. While this is hidden, it waits until it is not."""
        if self._exchange is not None and exchange is not self._exchange:
            self._before.put(self._exchange)
        self._exchange, self._is_new = exchange, True
        if self.isVisible():
            self._show_new()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_new()

    def offer_copies(self, menu: QMenu) -> None:
        """Offer these ways to copy the call whose messages are shown."""
        self.copy_button.setMenu(menu)
        self.copy_button.show()

    def light_up(self, name: str) -> None:
        """Show where a field is, by its API name, in both messages; with an empty name put the light out."""
        self.request.light_up(name)
        self.response.light_up(name)

    def compare(self, left: "Side", right: "Side", *, request: tuple[bool, bool] = (False, False)) -> None:
        """Open the window that compares. `request` says for which side the request is looked at first."""
        from mktgui.ui.compare_window import CompareWindow  # noqa: PLC0415 - few people open it

        if self.comparison is None:
            self.comparison = CompareWindow(self._read, self._runner, self._theme, self)
        self.comparison.compare(left, right, request=request)
        self.comparison.show()
        self.comparison.raise_()
        self.comparison.activateWindow()

    def _compare_with_before(self) -> None:
        if self._exchange is not None:
            self._before.give(partial(self._compare_with, self._exchange))

    def _compare_with(self, exchange: Exchange, before: Exchange) -> None:
        if isValid(self):
            sides = (
                self._side(self.tr("Call before ({time})"), before),
                self._side(self.tr("This call ({time})"), exchange),
            )
            self.compare(*sides)

    def _compare_with_request(self) -> None:
        if self._exchange is not None:
            side = self._side(self.tr("This call ({time})"), self._exchange)
            self.compare(side, side, request=(True, False))

    def _side(self, title: str, exchange: Exchange) -> "Side":
        from mktgui.ui.compare_window import Side  # noqa: PLC0415 - as above

        return Side.of(title.format(time=exchange.started.astimezone().strftime("%H:%M:%S")), exchange)

    def _show_new(self) -> None:
        if not self._is_new:
            return
        self._is_new = False
        exchange = self._exchange
        self.with_request.setEnabled(exchange is not None and exchange.received is not None)
        self._offer_before()
        if exchange is None:
            self._sum_up(self.tr("Nothing went over the wire yet."))
            self.request.show_message(None, self.tr("The exact request appears here."))
            self.response.show_message(None, self.tr("The exact answer appears here."))
            self.picker.show_call(None)
            return
        self.picker.show_call(exchange)
        self._show_one(exchange)

    def _offer_before(self) -> None:
        """Offer to compare with the call before, or say why not."""
        too_big = self.tr("The call &before this one is too big to be kept for comparing")
        self.with_before.setText(too_big if self._before.is_too_big else self.tr("With the call &before this one"))
        self.with_before.setEnabled(self._before.is_there and self._exchange is not None)
        self.compare_button.setEnabled(self.with_before.isEnabled() or self.with_request.isEnabled())

    def _show_one(self, exchange: Exchange) -> None:
        self._sum_up(self._summary(exchange))
        self.request.show_message(exchange.sent, exchange=exchange)
        self.response.show_message(exchange.received, self.tr("No answer came back."), exchange)

    def _sum_up(self, text: str) -> None:
        self.summary.setText(text)
        self.summary.setToolTip(text)  # where there is no room for all of it

    def _summary(self, exchange: Exchange) -> str:
        parts = [exchange.received.start_line if exchange.received else self.tr("No answer came back.")]
        if not exchange.left:
            parts = [self.tr("Not sent: this is the request as it would have been.")]
        elif exchange.received is not None:
            size = QLocale().formattedDataSize(len(exchange.received.body))
            parts.append(size if exchange.complete else self.tr("cut off after {size}").format(size=size))
        words = StageWords()
        return " · ".join((*parts, words.seconds(exchange.seconds), *words.timings(exchange.timings)))

    def _place(self) -> None:
        stacked = self._preferences.stacked
        self._both.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self.stack.setText("◫" if stacked else "⊟")
        self.stack.setToolTip(self.tr("Show side by side") if stacked else self.tr("Show one above the other"))
        self.stack.setAccessibleName(self.stack.toolTip())

    def _turn(self) -> None:
        self._preferences.stacked = not self._preferences.stacked
        self._place()

    def _connect(self) -> None:
        self.stack.clicked.connect(self._turn)
        self._before.changed.connect(self._offer_before)
        self.picker.picked.connect(self._show_one)
        self.with_before.triggered.connect(self._compare_with_before)
        self.with_request.triggered.connect(self._compare_with_request)
        for view, other in ((self.request, self.response), (self.response, self.request)):
            view.attribute_picked.connect(self.attribute_picked)
            view.attribute_picked.connect(other.light_up)

    def _lay_out(self) -> None:
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.compare_button.setText(self.tr("Compare"))
        self.compare_button.setAccessibleName(self.tr("Compare messages"))
        self.compare_button.setMenu(self._menu)
        self.copy_button.setText(self.tr("Copy as"))
        self.copy_button.setAccessibleName(self.tr("Copy the call as code"))
        self.copy_button.hide()  # until somebody offers something
        line = QHBoxLayout()
        line.addWidget(self.picker)
        line.addWidget(self.summary, 1)
        for button in (self.copy_button, self.compare_button):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.copy_button, self.compare_button, self.stack):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        for view in (self.request, self.response):
            self._both.addWidget(view)
        self._both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._both, 1)
        self._place()
