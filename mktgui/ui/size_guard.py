"""Asks before a big message is shown, and offers what can be done with it unseen."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

ASK_FROM = 2 * 1024 * 1024  # bytes: a longer body is shown only when the person asks for it
FIRST_PART = 256 * 1024  # bytes


class SizeGuard(QWidget):
    """Stands where the text would be."""

    part_wanted = Signal()
    """Show the beginning, as it came."""
    all_wanted = Signal()
    """Show it all, in the form that is chosen."""
    save_wanted = Signal()
    """Save it without showing it."""
    copy_wanted = Signal()
    """Copy it without showing it."""

    def __init__(self) -> None:
        super().__init__()
        self.says = QLabel()
        self.part = QPushButton(self.tr("Show the first part"))
        self.all = QPushButton(self.tr("Format anyway"))
        self.save = QPushButton(self.tr("Save…"))
        self.copy = QPushButton(self.tr("Copy"))
        buttons = QHBoxLayout()
        for button, signal in (
            (self.part, self.part_wanted),
            (self.all, self.all_wanted),
            (self.save, self.save_wanted),
            (self.copy, self.copy_wanted),
        ):
            button.clicked.connect(signal)
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(self.says)
        layout.addLayout(buttons)
        layout.addStretch()

    def ask(self, size: int, *, formatted: bool) -> None:
        """Say how much it is. `formatted` is the form that is chosen."""
        self.says.setText(
            self.tr("This message has {size}. Showing it takes a moment.").format(
                size=QLocale().formattedDataSize(size)
            )
        )
        self.all.setText(self.tr("Format anyway") if formatted else self.tr("Show all"))
