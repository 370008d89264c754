"""The fields of one connection."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mktgui.domain.endpoint import Endpoint, EndpointProblem, read_endpoint, read_identity
from mktgui.domain.findings import Severity
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.profile_check import ProfileField, Slips
from mktgui.ui.field_notes import Note
from mktgui.ui.names import plain
from mktgui.ui.profile_form_words import FormWords
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme, colour_text

ADDRESSES = (ProfileField.ENDPOINT, ProfileField.IDENTITY)
OVER_REST_ALONE = (ProfileField.IDENTITY, ProfileField.FOREIGN_FIELD)

Finder = Callable[[QLineEdit, Note], QWidget]
"""Puts a line and its note into a widget that helps to fill it."""


class ProfileForm(QWidget):
    """Shows a profile and gives back what was made of it. The secret is a field of its own.

    The labels, and where to find each thing, are those of the API that is chosen.
    """

    edited = Signal()

    def __init__(self, secret: SecretField, theme: Theme, finder: Finder | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._shown = Profile(id="", name="", endpoint="", user_id="")
        self._words = FormWords()
        self.secret = secret
        self.fields = {field: QLineEdit() for field in ProfileField}
        self.notes = {field: Note(line, theme) for field, line in self.fields.items()}
        self.environment, self.transport = QComboBox(), QComboBox()
        self.help = QLabel()
        self._finder = finder or self._with_note_of
        self._rows: dict[ProfileField, QWidget] = {}
        self._form = QFormLayout(self)
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._name_fields()

    @property
    def kind(self) -> TransportKind:
        """The API that is chosen."""
        return TransportKind(self.transport.currentData())

    @property
    def profile(self) -> Profile:
        """What the form says, spaces around texts left out. What the chosen API has not got stays as it was."""
        texts = {field: line.text().strip() for field, line in self.fields.items()}
        said = replace(
            self._shown,
            name=texts[ProfileField.NAME],
            endpoint=texts[ProfileField.ENDPOINT],
            user_id=texts[ProfileField.USER_ID],
            environment=Environment(self.environment.currentData()),
            transport=self.kind,
        )
        if self.kind is TransportKind.SOAP:
            return said
        return replace(said, identity=texts[ProfileField.IDENTITY], foreign_field=texts[ProfileField.FOREIGN_FIELD])

    def show_profile(self, profile: Profile, *, look_for_secret: bool = True) -> None:
        """Fill the form."""
        self._shown = profile
        texts = {
            ProfileField.NAME: profile.name,
            ProfileField.ENDPOINT: profile.endpoint,
            ProfileField.USER_ID: profile.user_id,
            ProfileField.IDENTITY: profile.identity,
            ProfileField.FOREIGN_FIELD: profile.foreign_field,
        }
        widgets = (*self.fields.values(), self.environment, self.transport)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        for field, text in texts.items():
            self.fields[field].setText(text)
        self.environment.setCurrentIndex(self.environment.findData(profile.environment.value))
        self.transport.setCurrentIndex(self.transport.findData(profile.transport.value))
        for blocker in blockers:
            blocker.unblock()
        self._name_fields()
        self.show_slips({})
        if look_for_secret:
            self.secret.open_for(profile.id)

    def show_slips(self, slips: Slips) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        for field, note in self.notes.items():
            slip = slips.get(field)
            note.say(self._words.slip(slip, self.kind) if slip else "", Severity.ERROR)
        first = next((field for field in ProfileField if field in slips), None)
        if first is not None:
            self.fields[first].setFocus()

    def _tidy(self, field: ProfileField) -> None:
        """Show the address that will be used as soon as the person leaves the field."""
        line, note = self.fields[field], self.notes[field]
        endpoint = self._read(field, line.text())
        if endpoint.problem is not None:
            is_slip = endpoint.problem is not EndpointProblem.EMPTY
            note.say(self._words.slip(endpoint.problem, self.kind) if is_slip else "", Severity.ERROR)
            return
        changed = endpoint.text != line.text()
        line.setText(endpoint.text)
        note.say(self.tr("This is the address made of what you pasted.") if changed else "", Severity.NOTE)

    def _read(self, field: ProfileField, text: str) -> Endpoint:
        return read_identity(text) if field is ProfileField.IDENTITY else read_endpoint(text, self.kind)

    def _choose_transport(self) -> None:
        self._name_fields()
        self._tidy(ProfileField.ENDPOINT)  # the address of the one API often tells that of the other
        self.edited.emit()

    def _name_fields(self) -> None:
        """Call everything as the chosen API does."""
        words = self._words.of(self.kind)
        for field, label in words.labels.items():
            self._name(self._rows[field], label)
        self._name(self.secret, words.secret)
        self.fields[ProfileField.ENDPOINT].setPlaceholderText(words.endpoint_example)
        for field in OVER_REST_ALONE:
            self._form.setRowVisible(self._rows[field], self.kind is TransportKind.REST)
        self.help.setText(words.help)

    def _name(self, widget: QWidget, label: str) -> None:
        shown = self._form.labelForField(widget)
        if isinstance(shown, QLabel):
            shown.setText(label)
        (widget.focusProxy() or widget).setAccessibleName(plain(label))

    def _fill_choices(self) -> None:
        for environment, word in (
            (Environment.TEST, self.tr("Test (sandbox)")),
            (Environment.PRODUCTION, self.tr("Production: real leads")),
            (Environment.PRACTICE, self.tr("Practice (a practice server of your own)")),
        ):
            self.environment.addItem(word, environment.value)
        for kind, word in (
            (TransportKind.REST, self.tr("REST")),
            (TransportKind.SOAP, self.tr("SOAP (removed by Marketo on 2026-07-31)")),
        ):
            self.transport.addItem(word, kind.value)
        self.transport.setCurrentIndex(self.transport.findData(self._shown.transport.value))

    def _connect(self) -> None:
        for line in self.fields.values():
            line.textChanged.connect(self.edited)
        for field in ADDRESSES:
            self.fields[field].editingFinished.connect(lambda field=field: self._tidy(field))
        self.environment.currentIndexChanged.connect(self.edited)
        self.transport.currentIndexChanged.connect(self._choose_transport)
        self.secret.edited.connect(self.edited)
        self._theme.changed.connect(self._colour)

    def _colour(self) -> None:
        colour_text(self.help, self._theme.colours.muted)

    def _lay_out(self) -> None:
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self._colour()
        foreign = ProfileField.FOREIGN_FIELD
        self._rows = {field: self._with_note(field) for field in ProfileField if field is not foreign}
        self._rows[foreign] = self._finder(self.fields[foreign], self.notes[foreign])
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, widget in (
            ("", self._rows[ProfileField.NAME]),
            (self.tr("En&vironment"), self.environment),
            (self.tr("API (&transport)"), self.transport),
            ("", self._rows[ProfileField.ENDPOINT]),
            ("", self._rows[ProfileField.USER_ID]),
            ("", self.secret),
            ("", self._rows[ProfileField.IDENTITY]),
            ("", self._rows[foreign]),
        ):
            self._form.addRow(label or " ", widget)  # an empty one would make no label at all
            if label:
                self._name(widget, label)
        self._form.addRow(self.help)
        for field, label in self._words.of(TransportKind.REST).labels.items():
            self._name(self._rows[field], label)  # those that SOAP has not got are never named anew

    def _with_note(self, field: ProfileField) -> QWidget:
        return self._with_note_of(self.fields[field], self.notes[field])

    def _with_note_of(self, line: QLineEdit, note: Note) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line)
        column.addWidget(note)
        both.setFocusProxy(line)
        return both
