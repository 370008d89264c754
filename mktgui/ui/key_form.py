"""Which lead: the key, further identifiers, the workspace, and whether the lead comes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.draft import Draft, Row
from mktgui.domain.findings import Code, Finding, Severity, Spot
from mktgui.domain.kinds import ForeignType, KeyKind
from mktgui.domain.transport_rules import TransportRules
from mktgui.ui.field_notes import FieldNote
from mktgui.ui.names import plain
from mktgui.ui.send_options import SendOptions
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

_ORDER = (KeyKind.EMAIL, KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID, KeyKind.COOKIE)


class KeyForm(QWidget):
    """What the draft says of its lead. The key's own line may stand elsewhere, in the paste box: then not here.

    Lines other than the key's are shut and put away until "also set others" is ticked, because a second identifier
    that nobody meant would overwrite the lead's own. The type of a foreign ID stands where that is asked for: below the
    choice of keys where it is the key, else below its line.
    """

    edited = Signal()
    key_shown = Signal()
    """The key or its text may be another one, from wherever that came."""
    key_troubled = Signal(str, object)
    """What is the matter with the key's text, and its `Severity`; empty text for nothing."""
    load_wanted = Signal()
    """Enter was pressed in one of the lines."""

    def __init__(self, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self._theme, self._sentences = theme, sentences
        self._key_elsewhere: QLineEdit | None = None
        self._key_before = KeyKind.EMAIL
        self._chosen: KeyKind | None = None
        self._type_chosen = False
        self._type_is_of_key = True
        self._key_grid, self._grid = QGridLayout(), QGridLayout()
        for grid in (self._key_grid, self._grid):
            grid.setColumnStretch(1, 1)
        self.keys = QButtonGroup(self)
        self.fields = {kind: QLineEdit() for kind in _ORDER}
        self.labels = {kind: QLabel() for kind in _ORDER}
        self.buttons: dict[KeyKind, QRadioButton] = {}
        self.foreign_type = QComboBox()
        self.type_label = QLabel(self.tr("Foreign ID type"))
        self.others = QCheckBox(self.tr("Also set other ide&ntifiers"))
        self.options = SendOptions(theme, sentences)
        self.notes: dict[Spot, FieldNote] = {Spot.WORKSPACE: self.options.note}
        self._fill_foreign_types()
        self._lay_out()
        self._name_fields()
        self.show_draft(Draft())
        self._connect()

    @property
    def workspace(self) -> QLineEdit:
        """The line with the workspace, or the partition."""
        return self.options.workspace

    @property
    def return_lead(self) -> QCheckBox:
        """Whether the lead comes back."""
        return self.options.return_lead

    def draft(self, rows: tuple[Row, ...]) -> Draft:
        """What the form says, with these attribute rows. Lines that are shut do not count."""
        key, with_others = self.key, self.others.isChecked()
        texts = {kind: field.text() if with_others or kind is key else "" for kind, field in self.fields.items()}
        return Draft(
            key=key,
            marketo_id=texts[KeyKind.MARKETO_ID],
            email=texts[KeyKind.EMAIL],
            foreign_id=texts[KeyKind.FOREIGN_ID],
            foreign_type=self.foreign_type.currentData() if with_others or key is KeyKind.FOREIGN_ID else "",
            cookie=texts[KeyKind.COOKIE],
            rows=rows,
            workspace=self.workspace.text(),
            return_lead=self.return_lead.isChecked(),
            action=self.options.action,
        )

    def show_draft(self, draft: Draft) -> None:
        """Fill the form from a draft. A key that was chosen by hand stays chosen where the draft goes by it too."""
        texts = {
            KeyKind.MARKETO_ID: draft.marketo_id,
            KeyKind.EMAIL: draft.email,
            KeyKind.FOREIGN_ID: draft.foreign_id,
            KeyKind.COOKIE: draft.cookie,
        }
        self._check(draft.key)
        self._chosen = self._chosen if self._chosen is draft.key else None
        for kind, text in texts.items():
            self.fields[kind].setText(text)
            self.fields[kind].setCursorPosition(0)
        self.foreign_type.setCurrentIndex(max(self.foreign_type.findData(draft.foreign_type), 0))
        self._type_chosen = bool(draft.foreign_type)
        self.others.setChecked(any(text for kind, text in texts.items() if kind is not draft.key))
        self.options.fill(draft.workspace, draft.action, return_lead=draft.return_lead)
        self._open_and_shut()

    def suggest_workspaces(self, names: tuple[str, ...]) -> None:
        """Offer the names that the connection knows."""
        self.options.suggest(names)

    def use_rules(self, rules: TransportRules) -> None:
        """Ask for what the API of the connection has."""
        self.options.use_rules(rules)
        self.foreign_type.setItemText(0, self.tr("Type…") if rules.needs_foreign_type else self.tr("Not needed"))

    @property
    def key(self) -> KeyKind:
        """The key the draft goes by."""
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    @property
    def key_text(self) -> str:
        """The identifier of that kind, as typed."""
        return self.fields[self.key].text()

    @property
    def chosen(self) -> KeyKind | None:
        """The key, where the person picked it by hand; None where it came from a draft or was guessed."""
        return self._chosen

    @property
    def chosen_type(self) -> str:
        """The type of foreign ID, where the person picked it by hand or it came with the draft; else empty."""
        return str(self.foreign_type.currentData()) if self._type_chosen else ""

    def take(self, kind: KeyKind, text: str, foreign_type: str, *, on_purpose: bool) -> None:
        """Go by this key from now on. What stood in the line of the key before was the same text while it grew."""
        before = self.key
        if kind is not before:
            self.fields[before].clear()
            self._check(kind)
        if on_purpose:
            self._chosen = kind
        self.fields[kind].setText(text)
        self.fields[kind].setCursorPosition(0)
        if kind is KeyKind.FOREIGN_ID and (on_purpose or not self._type_chosen):
            self.foreign_type.setCurrentIndex(max(self.foreign_type.findData(foreign_type), 0))
        self._key_changed()

    def leave_key_to(self, line: QLineEdit) -> None:
        """The key's text is typed in that line instead: whoever goes to the key's field comes there."""
        self._key_elsewhere = line
        self._open_and_shut()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say at each field what is the matter with it. An empty key field is no matter until Send is wanted."""
        for spot, note in self.notes.items():
            here = [one for one in findings if one.spot is spot and one.code is not Code.KEY_EMPTY]
            note.show_findings(here)
        self.options.show_findings(findings)
        note = self.notes[Spot(self.key.value)]
        self.key_troubled.emit(note.text(), note.severity if note.text() else Severity.NOTE)
        if self._key_elsewhere is not None:
            note.hide()

    def _open(self, kind: KeyKind) -> bool:
        return kind is self.key or self.others.isChecked()

    def _open_and_shut(self) -> None:
        key = self._key_before = self.key
        for kind, field in self.fields.items():
            elsewhere = kind is key and self._key_elsewhere is not None
            shown = self._open(kind) and not elsewhere
            field.setEnabled(self._open(kind))
            field.setVisible(shown)
            self.labels[kind].setVisible(shown)
            self._lead_focus(field, self._key_elsewhere if elsewhere else None)
        foreign = self._open(KeyKind.FOREIGN_ID)
        self._place_type(as_key=key is KeyKind.FOREIGN_ID or not foreign)
        self.foreign_type.setEnabled(foreign)
        for widget in (self.foreign_type, self.type_label):
            widget.setVisible(foreign)
        for kind, button in self.buttons.items():  # Tab comes to the chosen one, arrows to the others
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind is key else Qt.FocusPolicy.ClickFocus)
        self.key_shown.emit()

    def _place_type(self, *, as_key: bool) -> None:
        if as_key is self._type_is_of_key:
            return
        self._type_is_of_key = as_key
        grid, line = (self._key_grid, 0) if as_key else (self._grid, _line_of(KeyKind.FOREIGN_ID) + 2)
        self._put_type(grid, line)
        before = self.buttons[_ORDER[-1]] if as_key else self.fields[KeyKind.FOREIGN_ID]
        QWidget.setTabOrder(before, self.foreign_type)

    def _put_type(self, grid: QGridLayout, line: int) -> None:
        grid.addWidget(self.type_label, line, 0)
        grid.addWidget(self.foreign_type, line, 1)
        grid.addWidget(self.notes[Spot.FOREIGN_TYPE], line + 1, 1)

    def _lead_focus(self, field: QLineEdit, to: QLineEdit | None) -> None:
        if field.focusProxy() is not to:
            field.setFocusProxy(to)  # type: ignore[arg-type]  # None takes it back; PySide's stubs do not know that

    def _fill_foreign_types(self) -> None:
        self.foreign_type.addItem(self.tr("Type…"), "")
        for kind in ForeignType:
            self.foreign_type.addItem(kind.value, kind.value)

    def _name_fields(self) -> None:
        names = {
            KeyKind.EMAIL: (self.tr("Ema&il"), "ana.ruiz@acme.example"),
            KeyKind.MARKETO_ID: (self.tr("&Marketo ID"), "318815"),
            KeyKind.FOREIGN_ID: (self.tr("&Foreign ID"), self.tr("ID in the other system")),
            KeyKind.COOKIE: (self.tr("Coo&kie"), "id:123-ABC-456&token:_mch-…"),
        }
        for kind, (label, example) in names.items():
            name = plain(label)
            self.buttons[kind].setText(label)
            self.buttons[kind].setAccessibleName(self.tr("Key: {name}").format(name=name))
            self.labels[kind].setText(name)
            self.fields[kind].setPlaceholderText(example)
            self.fields[kind].setAccessibleName(name)
        self.foreign_type.setAccessibleName(self.tr("Type of the foreign ID"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._choice_of_keys())
        self.notes[Spot.FOREIGN_TYPE] = FieldNote(self.foreign_type, self._theme, self._sentences)
        self._put_type(self._key_grid, 0)
        layout.addLayout(self._key_grid)
        layout.addWidget(self.others)
        layout.addLayout(self._lines())
        layout.addSpacing(2)
        layout.addWidget(self.options)
        layout.addStretch()

    def _choice_of_keys(self) -> QLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for number, kind in enumerate(_ORDER):
            button = QRadioButton()
            self.keys.addButton(button)
            self.buttons[kind] = button
            grid.addWidget(button, number // 2, number % 2)
        return grid

    def _lines(self) -> QLayout:
        grid = self._grid
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for kind in _ORDER:
            line, spot = _line_of(kind), Spot(kind.value)
            grid.addWidget(self.labels[kind], line, 0)
            grid.addWidget(self.fields[kind], line, 1)
            self.notes[spot] = FieldNote(self.fields[kind], self._theme, self._sentences)
            grid.addWidget(self.notes[spot], line + 1, 1)
        return grid

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self.edited)
            field.returnPressed.connect(self.load_wanted)
        for field in self.fields.values():
            field.textChanged.connect(self.key_shown)
        self.foreign_type.currentIndexChanged.connect(self.edited)
        self.foreign_type.activated.connect(self._choose_type)
        self.options.edited.connect(self.edited)
        self.options.load_wanted.connect(self.load_wanted)
        self.others.toggled.connect(self._key_changed)
        self.keys.buttonClicked.connect(self._key_chosen)  # also of the one that is chosen already: now it is meant
        self.keys.buttonToggled.connect(self._key_toggled)

    def _check(self, kind: KeyKind) -> None:
        """Choose a key in the person's stead."""
        self.keys.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.buttons[kind].setChecked(True)
        self.keys.blockSignals(False)  # noqa: FBT003

    def _key_toggled(self, _button: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """By a screen reader a button is not clicked."""
        if on:
            self._key_chosen()

    def _key_changed(self) -> None:
        self._open_and_shut()
        self.edited.emit()

    def _choose_type(self) -> None:
        self._type_chosen = bool(self.foreign_type.currentData())
        self.key_shown.emit()

    def _key_chosen(self) -> None:
        """The person says what it is: a text that may be one of that kind comes along."""
        kind, before = self.key, self._key_before
        self._chosen = kind
        moves = self._key_elsewhere is not None and not self.others.isChecked() and not self.fields[kind].text()
        # On the way by the arrow keys it may have been left behind at a kind that it cannot be.
        source = next((one for one in (before, *_ORDER) if self.fields[one].text()), before)
        if moves and source is not kind and could_be(kind, self.fields[source].text()):
            text = self.fields[source].text()
            self.fields[source].clear()
            self.fields[kind].setText(text)
        self._key_changed()
        self.fields[kind].setFocus(Qt.FocusReason.OtherFocusReason)


def _line_of(kind: KeyKind) -> int:
    """Where it stands in the grid of lines: with its note it takes two, and the type of a foreign ID two more."""
    return 4 * _ORDER.index(kind)


def could_be(kind: KeyKind, text: str) -> bool:
    """Whether a text that was typed as something else may have been meant as this."""
    match kind:
        case KeyKind.MARKETO_ID:
            return text.strip().isdecimal()
        case KeyKind.EMAIL:
            return "@" in text
        case KeyKind.COOKIE:
            return "token:" in text
        case KeyKind.FOREIGN_ID:
            return "@" not in text and "token:" not in text
