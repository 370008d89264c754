"""Which lead: the key, further identifiers, the workspace, and whether the lead comes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.draft import Draft, Row
from mktgui.domain.findings import Code, Finding, Spot
from mktgui.domain.lead import ForeignType, KeyKind
from mktgui.ui.field_notes import FieldNote
from mktgui.ui.names import plain
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

_ORDER = (KeyKind.EMAIL, KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID, KeyKind.COOKIE)


class KeyForm(QWidget):
    """One line for each identifier.

    Lines other than the key's are shut until "also set others" is ticked, because a second identifier that nobody
    meant would overwrite the lead's own.
    """

    edited = Signal()

    def __init__(self, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self._theme, self._sentences = theme, sentences
        self.keys = QButtonGroup(self)
        self.fields = {kind: QLineEdit() for kind in _ORDER}
        self.buttons: dict[KeyKind, QRadioButton] = {}
        self.foreign_type = QComboBox()
        self.others = QCheckBox(self.tr("Also set &other identifiers"))
        self.workspace = QLineEdit()
        self.return_lead = QCheckBox(self.tr("&Return the lead afterwards"))
        self.notes: dict[Spot, FieldNote] = {}
        self._fill_foreign_types()
        self._lay_out()
        self._name_fields()
        self.show_draft(Draft())
        self._connect()

    def draft(self, rows: tuple[Row, ...]) -> Draft:
        """What the form says, with these attribute rows. Lines that are shut do not count."""
        key = self.key
        texts = {kind: field.text() if self._open(kind) else "" for kind, field in self.fields.items()}
        return Draft(
            key=key,
            marketo_id=texts[KeyKind.MARKETO_ID],
            email=texts[KeyKind.EMAIL],
            foreign_id=texts[KeyKind.FOREIGN_ID],
            foreign_type=self.foreign_type.currentData() if self._open(KeyKind.FOREIGN_ID) else "",
            cookie=texts[KeyKind.COOKIE],
            rows=rows,
            workspace=self.workspace.text(),
            return_lead=self.return_lead.isChecked(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Fill the form from a draft."""
        texts = {
            KeyKind.MARKETO_ID: draft.marketo_id,
            KeyKind.EMAIL: draft.email,
            KeyKind.FOREIGN_ID: draft.foreign_id,
            KeyKind.COOKIE: draft.cookie,
        }
        for kind, text in texts.items():
            self.fields[kind].setText(text)
            self.fields[kind].setCursorPosition(0)
        self.foreign_type.setCurrentIndex(max(self.foreign_type.findData(draft.foreign_type), 0))
        self.others.setChecked(any(text for kind, text in texts.items() if kind is not draft.key))
        self.buttons[draft.key].setChecked(True)
        self.workspace.setText(draft.workspace)
        self.return_lead.setChecked(draft.return_lead)
        self._open_and_shut()

    def suggest_workspaces(self, names: tuple[str, ...]) -> None:
        """Offer the names that the connection knows, as the person types."""
        if names or self.workspace.completer() is not None:
            completer = QCompleter(list(names), self.workspace)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.workspace.setCompleter(completer)

    @property
    def key(self) -> KeyKind:
        """The key the person chose."""
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say at each field what is the matter with it. An empty key field is no matter until Send is wanted."""
        for spot, note in self.notes.items():
            here = [one for one in findings if one.spot is spot and one.code is not Code.KEY_EMPTY]
            note.show_findings(here)

    def _open(self, kind: KeyKind) -> bool:
        return kind is self.key or self.others.isChecked()

    def _open_and_shut(self) -> None:
        for kind, field in self.fields.items():
            field.setEnabled(self._open(kind))
        self.foreign_type.setEnabled(self._open(KeyKind.FOREIGN_ID))
        for kind, button in self.buttons.items():  # Tab comes to the chosen one, arrows to the others
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind is self.key else Qt.FocusPolicy.ClickFocus)

    def _fill_foreign_types(self) -> None:
        self.foreign_type.addItem(self.tr("Type…"), "")
        for kind in ForeignType:
            self.foreign_type.addItem(kind.value, kind.value)

    def _name_fields(self) -> None:
        names = {
            KeyKind.EMAIL: (self.tr("&Email"), "ana.ruiz@acme.example"),
            KeyKind.MARKETO_ID: (self.tr("&Marketo ID"), "318815"),
            KeyKind.FOREIGN_ID: (self.tr("&Foreign ID"), self.tr("ID in the other system")),
            KeyKind.COOKIE: (self.tr("Coo&kie"), "id:123-ABC-456&token:_mch-…"),
        }
        for kind, (label, example) in names.items():
            name = plain(label)
            self.buttons[kind].setText(label)
            self.buttons[kind].setAccessibleName(self.tr("Key: {name}").format(name=name))
            self.fields[kind].setPlaceholderText(example)
            self.fields[kind].setAccessibleName(name)
        self.foreign_type.setAccessibleName(self.tr("Type of the foreign ID"))
        self.workspace.setPlaceholderText(self.tr("None"))
        self.workspace.setAccessibleName(self.tr("Workspace"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        line = 0
        for kind in _ORDER:
            button = QRadioButton()
            self.keys.addButton(button)
            self.buttons[kind] = button
            grid.addWidget(button, line, 0)
            line = self._add_field(grid, line, kind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(grid)
        layout.addWidget(self.others)
        layout.addSpacing(6)
        layout.addLayout(self._workspace_line())
        layout.addWidget(self.notes[Spot.WORKSPACE])
        layout.addWidget(self.return_lead)
        layout.addStretch()

    def _add_field(self, grid: QGridLayout, line: int, kind: KeyKind) -> int:
        """Put the field of a key on its line, its note below; returns the next free line."""
        if kind is KeyKind.FOREIGN_ID:
            grid.addWidget(self.foreign_type, line, 1)
            self._add_note(grid, line + 1, Spot.FOREIGN_TYPE, self.foreign_type)
            line += 2
        grid.addWidget(self.fields[kind], line, 1)
        self._add_note(grid, line + 1, Spot(kind.value), self.fields[kind])
        return line + 2

    def _add_note(self, grid: QGridLayout, line: int, spot: Spot, field: QWidget) -> None:
        self.notes[spot] = FieldNote(field, self._theme, self._sentences)
        grid.addWidget(self.notes[spot], line, 1)

    def _workspace_line(self) -> QLayout:
        label = QLabel(self.tr("&Workspace"))
        label.setBuddy(self.workspace)
        self.notes[Spot.WORKSPACE] = FieldNote(self.workspace, self._theme, self._sentences)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.workspace, 1)
        return line

    def _connect(self) -> None:
        for field in (*self.fields.values(), self.workspace):
            field.textChanged.connect(self.edited)
        self.foreign_type.currentIndexChanged.connect(self.edited)
        self.return_lead.toggled.connect(self.edited)
        self.others.toggled.connect(self._key_changed)
        self.keys.buttonClicked.connect(self._key_chosen)

    def _key_changed(self) -> None:
        self._open_and_shut()
        self.edited.emit()

    def _key_chosen(self) -> None:
        self._key_changed()
        self.fields[self.key].setFocus(Qt.FocusReason.OtherFocusReason)
