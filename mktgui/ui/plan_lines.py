"""The lines below the verdict: changes, warnings, and notes that fold away where there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from mktgui.ui.plan_words import Line, LineKind
from mktgui.ui.theme import Theme, colour_text

_MARKS = {LineKind.CHANGE: "✎", LineKind.ERROR: "✕", LineKind.WARNING: "▲", LineKind.NOTE: "•"}
MARGIN, GAP, MARK_WIDTH = 8, 5, 14


class PlanLines(QScrollArea):
    """One line below the other, each with a mark. Labels are made when they are first needed and then kept."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[Line] = []
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._layout.setSpacing(GAP)
        self.more = QToolButton()
        self._lay_out(name)
        self.more.toggled.connect(self._fold)
        theme.changed.connect(self._recolour)

    def show_lines(self, lines: list[Line]) -> None:
        """Show these."""
        if lines == self._lines:
            return
        self._lines = lines
        while len(self._labels) < len(lines):
            self._add_line()
        for (mark, text), line in zip(self._labels, lines, strict=False):
            mark.setText(_MARKS[line.kind])
            text.setTextFormat(Qt.TextFormat.RichText if line.rich else Qt.TextFormat.PlainText)
            text.setText(line.rich or line.text)
            text.setToolTip(line.tip)
        self.setAccessibleDescription("\n".join(self.texts()))
        self._recolour()
        self._fold()

    def texts(self) -> list[str]:
        """The lines in words, those that are folded away among them."""
        return [line.text for line in self._lines]

    def sizeHint(self) -> QSize:
        """Room for what must be seen: scrolling is for what is more than that."""
        return QSize(super().sizeHint().width(), 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Put the notes away where not everything fits, unless the person wants to see them."""
        notes = sum(line.kind is LineKind.NOTE for line in self._lines)
        crowded = bool(notes) and self._height_needed() > self.maximumViewportSize().height()
        opened = self.more.isChecked()
        for number, (mark, text) in enumerate(self._labels):
            there = number < len(self._lines)
            shown = there and (opened or not crowded or self._lines[number].kind is not LineKind.NOTE)
            mark.setVisible(shown)
            text.setVisible(shown)
        self.more.setText(self.tr("Less") if opened else self.tr("More (%n)", "", notes))
        self.more.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.more.setVisible(crowded)

    def _height_needed(self) -> int:
        width = self.maximumViewportSize().width() - 2 * MARGIN - MARK_WIDTH - 4
        shown = self._labels[: len(self._lines)]
        return sum(text.heightForWidth(width) + GAP for _, text in shown) + 2 * MARGIN - GAP

    def _add_line(self) -> None:
        mark, text = QLabel(), QLabel()
        mark.setFixedWidth(MARK_WIDTH)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
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
        by_kind = {LineKind.ERROR: colours.error, LineKind.WARNING: colours.warning}
        for (mark, text), line in zip(self._labels, self._lines, strict=False):
            colour_text(mark, by_kind.get(line.kind, colours.muted))
            colour_text(text, by_kind.get(line.kind, colours.text))

    def _lay_out(self, name: str) -> None:
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.hide()
        self._layout.addWidget(self.more)
        self._layout.addStretch()
        self.setWidget(self._inside)
        self._inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._inside.setAutoFillBackground(True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
