"""The fields of a connection: what is typed comes back tidy, and each mistake is told at its field."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.profile_check import ProfileField, ProfileSlip
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.profile_form import ProfileForm
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme
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
    for row in range(layout.rowCount()):
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
