"""The left zone: the paste box on top of the key form, and below them what brings a lead or a change back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.domain.kinds import KeyKind
from mktgui.ui.duration_words import local_now
from mktgui.ui.find_box import Detect, FindBox, Taken
from mktgui.ui.key_form import KeyForm
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from mktgui.domain.detect import Detected


def _detect(text: str, chosen: KeyKind | None, foreign_type: str) -> "Detected":
    """Read when something is pasted: the window does not need it before."""
    from mktgui.domain.detect import detect  # noqa: PLC0415 - not for the first paint

    return detect(text, chosen, foreign_type)


class FindZone(QWidget):
    """Keeps box and form in step: the form holds the draft, the box is where its key is typed."""

    load_wanted = Signal()

    def __init__(
        self, theme: Theme, sentences: Sentences, detect: Detect = _detect, clock: Callable[[], "datetime"] = local_now
    ) -> None:
        super().__init__()
        self.box = FindBox(theme, sentences, detect, clock)
        self.form = KeyForm(theme, sentences)
        self._taking = False
        self._last: QWidget = self.form.return_lead  # where Tab goes on from
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.box)
        self._layout.addWidget(self.form)
        self._layout.addStretch(1)
        self.form.leave_key_to(self.box.text)
        self.form.key_shown.connect(self._show_key)
        self.form.key_troubled.connect(self.box.show_trouble)
        self.form.load_wanted.connect(self.load_wanted)
        self.box.taken.connect(self._take)
        self.box.load_wanted.connect(self._load)
        self._show_key()

    def focus_key(self) -> None:
        """Go to the paste box."""
        self.box.focus()

    def add(self, widget: QWidget) -> None:
        """Something more below, as recent leads are: Tab comes there before it leaves the zone."""
        self._layout.insertWidget(self._layout.count() - 1, widget)
        for inside in widget.findChildren(QWidget):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(self._last, inside)
                self._last = inside

    def _take(self, taken: Taken) -> None:
        self._taking = True
        self.form.take(taken.kind, taken.text, taken.foreign_type, on_purpose=taken.on_purpose)
        self._taking = False

    def _show_key(self) -> None:
        if not self._taking:  # what is being typed must not be typed over
            form = self.form
            chosen = form.chosen is form.key
            self.box.show_key(form.key, form.key_text, chosen=chosen, foreign_type=form.chosen_type if chosen else "")

    def _load(self) -> None:
        self._show_key()  # what was around the key has done its part
        self.load_wanted.emit()
