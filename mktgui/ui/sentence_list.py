"""What the rules have to say, as sentences with marks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mktgui.domain.findings import Severity
from mktgui.ui.theme import Theme, colour_text

_MARKS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.NOTE: "•"}


class SentenceList(QScrollArea):
    """Sentences one below the other, each with a mark that says how grave it is."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[tuple[Severity, str]] = []
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(6)
        self._layout.addStretch()
        self.setWidget(self._inside)
        self._inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._inside.setAutoFillBackground(True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        theme.changed.connect(self._recolour)

    def show_lines(self, lines: list[tuple[Severity, str]]) -> None:
        """Show these sentences, reusing the labels there are."""
        if lines == self._lines:
            return
        self._lines = lines
        while len(self._labels) < len(lines):
            self._add_line()
        for number, (mark, text) in enumerate(self._labels):
            shown = number < len(lines)
            if shown:
                mark.setText(_MARKS[lines[number][0]])
                text.setText(lines[number][1])
            mark.setVisible(shown)
            text.setVisible(shown)
        self.setAccessibleDescription("\n".join(text for _, text in lines))
        self._recolour()

    def texts(self) -> list[str]:
        """The sentences that are shown."""
        return [text for _, text in self._lines]

    def _add_line(self) -> None:
        mark, text = QLabel(), QLabel()
        mark.setFixedWidth(14)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(mark)
        line.addWidget(text, 1)
        self._layout.insertLayout(len(self._labels), line)
        self._labels.append((mark, text))

    def _recolour(self) -> None:
        colours = self._theme.colours
        by_severity = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning, Severity.NOTE: colours.text}
        for (mark, text), (severity, _) in zip(self._labels, self._lines, strict=False):
            colour_text(mark, by_severity[severity])
            colour_text(text, by_severity[severity])
