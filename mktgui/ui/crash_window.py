"""Says that something in the program went wrong, and gives the report to whoever can mend it. Nothing is sent."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from mktgui.ui.theme import fixed_font

_SIZE = (640, 420)


class CrashWindow(QDialog):
    """Beside the main window, never in front of it by force. Reports gather in it until it is closed."""

    support_wanted = Signal()

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self.sentence = QLabel()
        self.report = QPlainTextEdit()
        buttons = QDialogButtonBox()
        self.copy_button = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.support_button = buttons.addButton(self.tr("&Save support file…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = buttons.addButton(self.tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        self.setWindowTitle(self.tr("Something went wrong – mktgui"))
        self.sentence.setText(
            self.tr("Something in this program went wrong; you can go on, and this report has nothing of yours in it.")
        )
        self.sentence.setWordWrap(True)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFont(fixed_font())
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Crash report"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        self.copy_button.clicked.connect(self._copy)
        self.support_button.clicked.connect(self.support_wanted)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self.report.clear)

    def show_report(self, text: str) -> None:
        """One report more, the newest at the end."""
        before = self.report.toPlainText()
        self.report.setPlainText(f"{before}\n{text}" if before else text)
        self.copy_button.setText(self.tr("&Copy"))
        self.show()

    def _copy(self) -> None:
        self._clipboard.setText(self.report.toPlainText())
        self.copy_button.setText(self.tr("&Copied"))
