"""One thing to know about the program itself, above the form, until the person puts it away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mktgui.domain.ports import ProfileProblem, ProfileTrouble
from mktgui.ui.theme import Theme


class NoticeBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QPushButton(self.tr("Put away"))
        self.close_button.clicked.connect(self.hide)
        self.setAutoFillBackground(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.close_button)
        self.hide()
        theme.changed.connect(self._recolour)
        self._recolour()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.text.setText(sentence)
        self.show()

    def say_problem(self, problem: ProfileProblem) -> None:
        """Say what is the matter with the profile file, and that nothing was lost."""
        sentences = {
            ProfileTrouble.BROKEN: self.tr(
                "The connections could not all be read ({detail}). The file was kept as {kept}."
            ),
            ProfileTrouble.NEWER: self.tr(
                "The connections were saved by a newer version of this program. The file was kept as {kept}."
            ),
            ProfileTrouble.UNREADABLE: self.tr(
                "The connections could not be read ({detail}). You can go on with the practice server."
            ),
            ProfileTrouble.UNWRITABLE: self.tr(
                "The connections could not be saved ({detail}). What was there before is still there."
            ),
        }
        self.say(sentences[problem.trouble].format(detail=problem.detail, kept=problem.kept))

    def _recolour(self) -> None:
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(self._theme.colours.warning_back))
        self.setPalette(own)
