"""One thing to know about the program itself, above the form, until the person puts it away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.domain.ports import ProfileProblem, ProfileTrouble
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from mktgui.domain.history_port import HistoryProblem


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
        self.act_button = QPushButton()
        self.act_button.hide()
        self.act_button.clicked.connect(self._do)
        self._act: Callable[[], None] | None = None
        self.setAutoFillBackground(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.act_button)
        layout.addWidget(self.close_button)
        self.hide()
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def offers(self) -> bool:
        """Whether something can be done about what is shown."""
        return self._act is not None and not self.isHidden()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.offer(sentence, "", None)

    def offer(self, sentence: str, button: str, act: Callable[[], None] | None) -> None:
        """Show a sentence, and a button for what can be done about it."""
        self._act = act
        self.act_button.setText(button)
        self.act_button.setVisible(act is not None)
        self.text.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, sentence))

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

    def say_kept(self, problem: KeepProblem | None) -> None:
        """Say what is the matter with a file in which the desk keeps something; None: all is well again."""
        if problem is None:
            self.hide()
            return
        sentences = {
            KeepTrouble.BROKEN: self.tr(
                "Something kept on this computer could not be read. It lies untouched at {path}."
            ),
            KeepTrouble.NEWER: self.tr(
                "Something here was kept by a newer version of this program. It lies untouched at {path}."
            ),
            KeepTrouble.FOREIGN: self.tr("This is not a file of this program: {path}. Nothing was taken from it."),
            KeepTrouble.TOO_BIG: self.tr("This file is too big to be one of ours: {path}. Nothing was taken from it."),
            KeepTrouble.UNREADABLE: self.tr("{path} could not be read ({detail}). Nothing was lost by that."),
            KeepTrouble.UNWRITABLE: self.tr(
                "This could not be kept on the disk ({detail}): {path}. It is still in the window, and is tried again."
            ),
        }
        self.say(sentences[problem.trouble].format(path=problem.path, detail=problem.detail))

    def say_history(self, problem: "HistoryProblem") -> None:
        """Say what is the matter with the history of calls, and that calls are made all the same."""
        self.say(self._of_history(problem).format(kept=problem.kept, detail=problem.detail))

    def _of_history(self, problem: "HistoryProblem") -> str:
        unkept = self.tr("The history of calls is broken and could not be set aside ({detail}): nothing is recorded.")
        sentences = {
            "broken": self.tr(
                "The history of calls could not be read. It was set aside as {kept}, and a new one is begun."
            ),
            "newer": self.tr(
                "The history was made by a newer version of this program and is left as it is: nothing is recorded. "
                "Calls are made all the same."
            ),
            "unreadable": self.tr("The history of calls could not be read ({detail}). Calls are made all the same."),
            "unwritable": self.tr(
                "The history cannot be written on this disk ({detail}): nothing is recorded. "
                "Calls are made all the same."
            ),
            "full": self.tr(
                "The disk is full: calls are made, but not recorded. Make room, and they will be recorded again."
            ),
            "busy": self.tr(
                "Another copy of this program held the history for too long ({detail}). Calls are made all the same."
            ),
            "no-values": self.tr("No values are kept on this computer, and no notes either."),
            "closed": self.tr("The program is ending: nothing is recorded any more."),
        }
        is_kept = problem.kept or problem.trouble != "broken"
        return sentences[problem.trouble] if is_kept else unkept

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _recolour(self) -> None:
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(self._theme.colours.warning_back))
        self.setPalette(own)
