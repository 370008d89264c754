"""Why Send looked at the lead and then sent nothing, near Send, until something else happens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from mktgui.ui.halts import Halt
from mktgui.ui.theme import colour_text

if TYPE_CHECKING:
    from mktgui.ui.theme import Theme


class HaltNote(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleDescription(self.tr("Why nothing was sent"))  # a name would hide the words
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    def say(self, halt: Halt) -> None:
        """Say it, and have it read out."""
        self.setText(self._words()[halt])
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def withdraw(self) -> None:
        """It has been heard."""
        self.clear()
        self.hide()

    def _words(self) -> dict[Halt, str]:
        return {
            Halt.HAS_TO_BE_MEANT: self.tr("Nothing was sent yet: tick what you mean to do, then send."),
            Halt.SEVERAL: self.tr(
                "Nothing was sent: several leads share this key. Choose the one you mean, or send again for the newest."
            ),
            Halt.NOBODY_HAS_ID: self.tr("Nothing was sent: no lead has this key. Is it right?"),
            Halt.CANNOT_BE_SENT: self.tr("Nothing was sent: as it is, this cannot be sent. The reason stands above."),
            Halt.WOULD_BE_SKIPPED: self.tr("Nothing was sent: Marketo would skip this. The reason stands above."),
            Halt.LOOK_FAILED: self.tr(
                "Nothing was sent: the lead could not be looked up first. "
                "Try again; or tick what you mean to do, where that is asked, and send without a look."
            ),
            Halt.STOPPED: self.tr("Stopped before anything was sent."),
            Halt.CHANGED: self.tr("Nothing was sent: the lead is not as it was when you loaded it. See below."),
            Halt.FORM_EDITED: self.tr("Nothing was sent: the form was edited meanwhile. Send again when it is ready."),
        }

    def _colour(self) -> None:
        colour_text(self, self._theme.colours.warning)
