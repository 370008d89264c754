"""The line under a field that says what is the matter with it, where it is the matter."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mktgui.domain.findings import Finding, Severity
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme, colour_text


class FieldNote(QLabel):
    """Hidden while there is nothing to say. The field itself describes it to a screen reader."""

    def __init__(self, field: QWidget, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self._field, self._theme, self._sentences = field, theme, sentences
        self._severity = Severity.NOTE
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        theme.changed.connect(self._colour)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Say the gravest of these, or nothing."""
        order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        gravest = min(findings, key=lambda one: order.index(one.severity), default=None)
        text = self._sentences.text(gravest) if gravest else ""
        self._severity = gravest.severity if gravest else Severity.NOTE
        self.setText(text)
        self.setVisible(bool(text))
        self._field.setAccessibleDescription(text)
        self._colour()

    def _colour(self) -> None:
        colours = self._theme.colours
        colour = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning}.get(self._severity, colours.muted)
        colour_text(self, colour)
