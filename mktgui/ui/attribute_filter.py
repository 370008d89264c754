"""The box above the attribute table: which of its lines are to be seen, and what to do if there are none."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.clear_button import offer_clearing
from mktgui.ui.line_list import Wanted
from mktgui.ui.offer_line import Offer, OfferLine


class _Box(QLineEdit):
    """Return and Down go on to the table, Escape empties it and goes there too."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() not in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers():
            super().keyPressEvent(event)
            return
        self.left.emit()


class AttributeFilter(QWidget):
    """Sifts the model's lines as soon as anything is typed or ticked."""

    table_wanted = Signal()
    """The keyboard belongs to the table again."""
    name_wanted = Signal(str)
    """A field of this name is to be added: there is none, and it is meant so."""
    blanks_hidden = Signal(bool)
    """Whether blank lines are hidden from now on."""

    def __init__(self, model: AttributeModel) -> None:
        super().__init__()
        self._model = model
        self.text = _Box()
        self.text.setPlaceholderText(self.tr("Filter fields (Ctrl+F)"))
        self.text.setAccessibleName(self.tr("Filter fields"))
        offer_clearing(self.text, self.tr("Clear"))
        self.only_changed = _toggle(self.tr("Changed"), self.tr("Show only the fields that will be sent"))
        self.hide_blanks = _toggle(self.tr("Hide blanks"), self.tr("Hide the fields that are empty now"))
        self.nothing = OfferLine()
        self.more = QToolButton()
        self._lay_out()
        self.text.textChanged.connect(self.sift)
        self.only_changed.toggled.connect(self.sift)
        self.hide_blanks.toggled.connect(self.sift)
        self.hide_blanks.toggled.connect(self.blanks_hidden)
        self.text.left.connect(self.table_wanted)

    @property
    def wanted(self) -> Wanted:
        """What the person wants to see."""
        return Wanted(self.text.text(), self.only_changed.isChecked(), self.hide_blanks.isChecked())

    def open(self) -> None:
        """Go to the box."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def clear(self) -> None:
        """Show everything again, except blanks where they are hidden."""
        self.text.clear()
        self.only_changed.setChecked(False)

    def sift(self) -> None:
        """Show what is wanted now, and say so where there is none."""
        self._model.see(self.wanted)
        self.tell()

    def tell(self) -> None:
        """Say so where there is none of what is wanted: other lines have come, and are sifted already."""
        wanted = self.wanted
        if self._model.has_lines or not wanted:
            self.nothing.say("")
        else:
            self._say_nothing(wanted)

    def look_again(self) -> None:
        """Lines may have come into sight since."""
        if self._model.has_lines:
            self.nothing.say("")

    def _say_nothing(self, wanted: Wanted) -> None:
        show_all = Offer(self.tr("Show all"), self.clear)
        text = wanted.text.strip()
        if not text:
            self.nothing.say(self.tr("No field is like that."), [show_all])
            return
        if wanted.only_changed or wanted.hide_blanks:
            self.nothing.say(self.tr("None of these fields matches “{text}”.").format(text=text), [show_all])
            return
        near = self._model.nearest(text)
        offers = [Offer(name, partial(self.text.setText, name)) for name in near]
        offers.append(Offer(self.tr("Add as custom name"), partial(self.name_wanted.emit, text)))
        told = self.tr("No field called “{text}”. Did you mean:") if near else self.tr("No field called “{text}”.")
        self.nothing.say(told.format(text=text), offers)

    def _lay_out(self) -> None:
        self.more.setText(self.tr("View"))
        self.more.setAccessibleName(self.tr("What the table shows"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAutoRaise(True)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.text, 1)
        for button in (self.only_changed, self.hide_blanks, self.more):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.nothing)


def _toggle(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    return button
