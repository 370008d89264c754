"""The fields of one connection."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from mktgui.domain.endpoint import EndpointProblem, read_endpoint
from mktgui.domain.findings import Severity
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.profile_check import ProfileField, ProfileSlip, Slips
from mktgui.ui.field_notes import Note
from mktgui.ui.names import plain
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme


class ProfileForm(QWidget):
    """Shows a profile and gives back what was made of it. The secret is a field of its own."""

    edited = Signal()

    def __init__(self, secret: SecretField, theme: Theme) -> None:
        super().__init__()
        self._shown = Profile(id="", name="", endpoint="", user_id="")
        self.secret = secret
        self.fields = {field: QLineEdit() for field in ProfileField}
        self.notes = {field: Note(line, theme) for field, line in self.fields.items()}
        self.environment = QComboBox()
        self._sentences = self._slips() | self._endpoint_problems()
        self._fill_environments()
        self._lay_out()
        self._connect()

    @property
    def profile(self) -> Profile:
        """What the form says, spaces around texts left out."""
        texts = {field: line.text().strip() for field, line in self.fields.items()}
        return replace(
            self._shown,
            name=texts[ProfileField.NAME],
            endpoint=texts[ProfileField.ENDPOINT],
            user_id=texts[ProfileField.USER_ID],
            environment=Environment(self.environment.currentData()),
        )

    def show_profile(self, profile: Profile, *, look_for_secret: bool = True) -> None:
        """Fill the form."""
        self._shown = profile
        texts = {
            ProfileField.NAME: profile.name,
            ProfileField.ENDPOINT: profile.endpoint,
            ProfileField.USER_ID: profile.user_id,
        }
        widgets = (*self.fields.values(), self.environment)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        for field, text in texts.items():
            self.fields[field].setText(text)
        self.environment.setCurrentIndex(self.environment.findData(profile.environment.value))
        for blocker in blockers:
            blocker.unblock()
        self.show_slips({})
        if look_for_secret:
            self.secret.open_for(profile.id)

    def show_slips(self, slips: Slips) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        for field, note in self.notes.items():
            slip = slips.get(field)
            note.say(self._sentences[slip] if slip else "", Severity.ERROR)
        first = next((field for field in ProfileField if field in slips), None)
        if first is not None:
            self.fields[first].setFocus()

    def _tidy_endpoint(self) -> None:
        """Show the address that will be used as soon as the person leaves the field."""
        field, note = self.fields[ProfileField.ENDPOINT], self.notes[ProfileField.ENDPOINT]
        endpoint = read_endpoint(field.text())
        if endpoint.problem is not None:
            problem = None if endpoint.problem is EndpointProblem.EMPTY else endpoint.problem
            note.say(self._sentences[problem] if problem else "", Severity.ERROR)
            return
        changed = endpoint.text != field.text()
        field.setText(endpoint.text)
        note.say(self.tr("This is the address made of what you pasted.") if changed else "", Severity.NOTE)

    def _slips(self) -> dict[ProfileSlip | EndpointProblem, str]:
        return {
            ProfileSlip.NAME_EMPTY: self.tr("Give the connection a name, such as the name of the Marketo instance."),
            ProfileSlip.NAME_TAKEN: self.tr("Another connection has this name."),
            ProfileSlip.USER_EMPTY: self.tr("Paste the user ID that Marketo shows beside the endpoint."),
            ProfileSlip.USER_HAS_SPACE: self.tr("There is a space or an invisible character inside this user ID."),
            ProfileSlip.FIELD_NAME_BAD: self.tr(
                "This is no REST name of a field: it begins with a letter and holds letters, digits and underscores."
            ),
        }

    def _endpoint_problems(self) -> dict[ProfileSlip | EndpointProblem, str]:
        return {
            EndpointProblem.EMPTY: self.tr("Paste the SOAP endpoint that Marketo shows under Admin, Web Services."),
            EndpointProblem.NO_ADDRESS: self.tr("This is no web address. It begins with https://."),
            EndpointProblem.NOT_ENCRYPTED: self.tr("http:// is not encrypted. Use the address with https://."),
            EndpointProblem.IS_REST: self.tr("This is the REST endpoint. Paste the SOAP endpoint."),
            EndpointProblem.IS_SOAP: self.tr("This is a SOAP endpoint. Paste the REST endpoint."),
            EndpointProblem.HAS_LOGIN: self.tr("There is a login inside this address. Take it out."),
        }

    def _fill_environments(self) -> None:
        for environment, word in (
            (Environment.TEST, self.tr("Test (sandbox)")),
            (Environment.PRODUCTION, self.tr("Production: real leads")),
            (Environment.PRACTICE, self.tr("Practice (a practice server of your own)")),
        ):
            self.environment.addItem(word, environment.value)

    def _connect(self) -> None:
        for line in self.fields.values():
            line.textChanged.connect(self.edited)
        self.fields[ProfileField.ENDPOINT].editingFinished.connect(self._tidy_endpoint)
        self.environment.currentIndexChanged.connect(self.edited)
        self.secret.edited.connect(self.edited)

    def _lay_out(self) -> None:
        self.fields[ProfileField.ENDPOINT].setPlaceholderText("https://123-ABC-456.mktoapi.com/soap/mktows/3_1")
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, widget in (
            (self.tr("&Name"), self._with_note(ProfileField.NAME)),
            (self.tr("En&vironment"), self.environment),
            (self.tr("SOAP &endpoint"), self._with_note(ProfileField.ENDPOINT)),
            (self.tr("&User ID"), self._with_note(ProfileField.USER_ID)),
            (self.tr("Encryption ke&y"), self.secret),
        ):
            layout.addRow(label, widget)
            (widget.focusProxy() or widget).setAccessibleName(plain(label))

    def _with_note(self, field: ProfileField) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.fields[field])
        column.addWidget(self.notes[field])
        both.setFocusProxy(self.fields[field])
        return both
