"""The fields of a connection: what is typed comes back tidy, and each mistake is told at its field."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.profile_check import ProfileField, ProfileSlip
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.profile_form import ProfileForm
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import ENDPOINT, LIVE


@pytest.fixture
def form(qtbot: QtBot, runner: Runner, theme: Theme) -> ProfileForm:
    form = ProfileForm(SecretField(KeyringSecrets(), runner, theme), theme)
    qtbot.addWidget(form)
    form.show()
    return form


def test_a_shown_profile_comes_back_unchanged(form: ProfileForm) -> None:
    profile = replace(LIVE, connect_seconds=7.5, workspaces=("EMEA",))
    form.show_profile(profile)
    assert form.profile == profile


def test_every_field_tells_of_a_change(form: ProfileForm) -> None:
    form.show_profile(LIVE, look_for_secret=False)
    told = QSignalSpy(form.edited)
    form.environment.setCurrentIndex(form.environment.findData(Environment.TEST.value))
    assert form.profile.environment is Environment.TEST
    QTest.keyClicks(form.secret.field, "k")
    QTest.keyClicks(form.fields[ProfileField.NAME], "x")
    assert told.count() == 3


def test_spaces_around_what_was_pasted_are_left_out(form: ProfileForm) -> None:
    form.fields[ProfileField.NAME].setText(" Acme ")
    form.fields[ProfileField.USER_ID].setText(" u1 ")
    assert (form.profile.name, form.profile.user_id) == ("Acme", "u1")


def test_leaving_the_endpoint_shows_the_address_that_will_be_used(form: ProfileForm) -> None:
    line = form.fields[ProfileField.ENDPOINT]
    line.setText("SOAP Endpoint: 123-ABC-456.mktoapi.com/soap/mktows/3_1?WSDL")
    line.editingFinished.emit()
    assert form.notes[ProfileField.ENDPOINT].text() == "This is no web address. It begins with https://."
    line.setText(f"SOAP Endpoint: {ENDPOINT}?WSDL")
    line.editingFinished.emit()
    assert line.text() == ENDPOINT
    assert form.notes[ProfileField.ENDPOINT].text() == "This is the address made of what you pasted."
    line.editingFinished.emit()
    assert not form.notes[ProfileField.ENDPOINT].isVisible()  # nothing was made of it this time
    line.clear()
    line.editingFinished.emit()
    assert not form.notes[ProfileField.ENDPOINT].isVisible()


@pytest.mark.parametrize("slip", [*ProfileSlip, *EndpointProblem])
def test_every_slip_has_a_sentence_at_its_field(form: ProfileForm, slip: ProfileSlip | EndpointProblem) -> None:
    form.show_slips({ProfileField.ENDPOINT: slip})
    note = form.notes[ProfileField.ENDPOINT]
    assert note.isVisible()
    assert len(note.text()) > 10
    assert form.fields[ProfileField.ENDPOINT].accessibleDescription() == note.text()


def test_the_first_field_with_a_slip_gets_the_cursor(form: ProfileForm, qtbot: QtBot) -> None:
    form.activateWindow()
    form.show_slips({ProfileField.USER_ID: ProfileSlip.USER_EMPTY, ProfileField.NAME: ProfileSlip.NAME_EMPTY})
    qtbot.waitUntil(form.fields[ProfileField.NAME].hasFocus)


def test_every_field_has_a_name_for_screen_readers_and_a_key(form: ProfileForm) -> None:
    layout = form.layout()
    assert isinstance(layout, QFormLayout)
    keys = []
    for row in range(layout.rowCount() - 1):  # the last one is help, across the form
        field = widget_at(layout, row, QFormLayout.ItemRole.FieldRole)
        label = widget_at(layout, row, QFormLayout.ItemRole.LabelRole)
        assert isinstance(label, QLabel)
        assert (field.focusProxy() or field).accessibleName()
        keys.append(label.text().partition("&")[2][:1].lower())
    assert len(set(keys)) == len(keys)


def test_a_new_profile_is_a_test_one(form: ProfileForm) -> None:
    form.show_profile(Profile(id="n", name="", endpoint="", user_id=""))
    assert form.profile.environment is Environment.TEST


def widget_at(layout: QFormLayout, row: int, role: QFormLayout.ItemRole) -> QWidget:
    item = layout.itemAt(row, role)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    return widget


REST = replace(
    LIVE,
    endpoint="https://123-ABC-456.mktorest.com/rest",
    transport=TransportKind.REST,
    identity="https://123-ABC-456.mktorest.com/identity",
    foreign_field="crmId",
)


def label_of(form: ProfileForm, field: ProfileField) -> QLabel:
    layout = form.layout()
    assert isinstance(layout, QFormLayout)
    both = form.fields[field].parentWidget()
    assert both is not None
    label = layout.labelForField(both)
    assert isinstance(label, QLabel)
    return label


def test_over_rest_it_asks_for_what_rest_takes(form: ProfileForm) -> None:
    form.show_profile(REST, look_for_secret=False)
    assert form.profile == REST
    assert label_of(form, ProfileField.USER_ID).text() == "Client I&D"
    assert form.fields[ProfileField.USER_ID].accessibleName() == "Client ID"
    assert form.fields[ProfileField.FOREIGN_FIELD].isVisible()
    assert "LaunchPoint" in form.help.text()
    form.show_profile(LIVE, look_for_secret=False)
    assert label_of(form, ProfileField.USER_ID).text() == "&User ID"
    assert not form.fields[ProfileField.FOREIGN_FIELD].isVisible()
    assert not form.fields[ProfileField.IDENTITY].isVisible()


def test_another_api_is_one_choice_and_the_address_comes_along(form: ProfileForm) -> None:
    form.show_profile(LIVE, look_for_secret=False)
    told = QSignalSpy(form.edited)
    form.transport.setCurrentIndex(form.transport.findData(TransportKind.REST.value))
    assert told.count() >= 1
    assert form.profile.transport is TransportKind.REST
    assert form.fields[ProfileField.ENDPOINT].text() == REST.endpoint
    form.transport.setCurrentIndex(form.transport.findData(TransportKind.SOAP.value))
    assert form.notes[ProfileField.ENDPOINT].text() == "This is the REST endpoint. Paste the SOAP endpoint."


def test_what_rest_alone_has_is_kept_over_soap(form: ProfileForm) -> None:
    kept = replace(REST, transport=TransportKind.SOAP, endpoint=ENDPOINT)
    form.show_profile(kept, look_for_secret=False)
    assert form.profile == kept


def test_leaving_the_identity_address_tidies_it(form: ProfileForm) -> None:
    form.show_profile(REST, look_for_secret=False)
    line = form.fields[ProfileField.IDENTITY]
    line.setText("123-ABC-456.mktorest.com/identity/oauth/token")
    line.editingFinished.emit()
    assert line.text() == REST.identity
    line.clear()
    line.editingFinished.emit()
    assert not form.notes[ProfileField.IDENTITY].isVisible()


def test_help_is_readable_in_the_dark_too(form: ProfileForm, theme: Theme) -> None:
    theme.choose(Scheme.LIGHT)
    light = form.help.palette().windowText().color()
    theme.choose(Scheme.DARK)
    assert form.help.palette().windowText().color() != light
