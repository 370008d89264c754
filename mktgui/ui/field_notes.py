"""The line under a field that says what is the matter with it, where it is the matter."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from mktgui.domain.findings import Finding, Severity
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme, colour_text


class Note(QLabel):
    """Hidden while there is nothing to say. The field itself describes it to a screen reader."""

    def __init__(self, field: QWidget, theme: Theme) -> None:
        super().__init__()
        self._field, self._theme = field, theme
        self._severity = Severity.NOTE
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # a long word must not make the form wider than its zone
        self.hide()
        theme.changed.connect(self._colour)

    @property
    def severity(self) -> Severity:
        """How grave what it says is."""
        return self._severity

    def say(self, text: str, severity: Severity) -> None:
        """Say it in the colour of how grave it is; an empty text says nothing."""
        self._severity = severity
        self.setText(text)
        self.setVisible(bool(text))
        self._field.setAccessibleDescription(text or self._at_rest())
        self._colour()

    def _at_rest(self) -> str:
        """A combo box is announced by its choice on Linux, never by its name: so the name describes it."""
        return self._field.accessibleName() if isinstance(self._field, QComboBox) else ""

    def _colour(self) -> None:
        colours = self._theme.colours
        colour = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning}.get(self._severity, colours.muted)
        colour_text(self, colour)


class FieldNote(Note):
    """A note that speaks of findings."""

    def __init__(self, field: QWidget, theme: Theme, sentences: Sentences) -> None:
        super().__init__(field, theme)
        self._sentences = sentences

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Say the gravest of these, or nothing."""
        order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        gravest = min(findings, key=lambda one: order.index(one.severity), default=None)
        if gravest is None:
            self.say("", Severity.NOTE)
        else:
            self.say(self._sentences.text(gravest), gravest.severity)
