"""The way out of a connection: every field comes back as it was shown, and a slip is told where it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.profile import Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.proxy_check import ProxySlip
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.network_form import NetworkForm
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless, spoken_name
from tests.ui.connections import CANARY, LIVE, SANDBOX

PROXY = ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", port=3128, user_name="ana")
ANOTHER = replace(
    LIVE,
    workspaces=("Old",),
    read_only=True,
    proxy=PROXY,
    ca_file="/old.pem",
    connect_seconds=1.0,
    answer_seconds=2.0,
)


@pytest.fixture
def secrets() -> KeyringSecrets:
    return KeyringSecrets()


@pytest.fixture
def form(secrets: KeyringSecrets, qtbot: QtBot, runner: Runner, theme: Theme) -> NetworkForm:
    form = NetworkForm(SecretField(secrets, runner, theme), theme)
    qtbot.addWidget(form)
    form.show_profile(SANDBOX, look_for_secret=False)
    form.show()
    return form


def choose(form: NetworkForm, kind: ProxyKind) -> None:
    form.proxy.setCurrentIndex(form.proxy.findData(kind.value))


@pytest.mark.parametrize(
    "profile",
    [
        SANDBOX,
        replace(SANDBOX, workspaces=("EMEA", "Asia Pacific", "中国")),
        *(replace(LIVE, read_only=choice) for choice in (None, True, False)),
        *(replace(SANDBOX, proxy=PROXY._replace(kind=kind)) for kind in ProxyKind),
        replace(SANDBOX, proxy=PROXY._replace(host="2001:db8::1")),
        replace(SANDBOX, proxy=PROXY._replace(host="[2001:db8::1]", port=65535, user_name="")),
        replace(SANDBOX, ca_file="C:\\office certificates\\ca.pem"),
        replace(SANDBOX, connect_seconds=0.5, answer_seconds=3600.0),
    ],
)
def test_what_is_shown_comes_back(form: NetworkForm, profile: Profile) -> None:
    told = QSignalSpy(form.edited)
    form.show_profile(ANOTHER, look_for_secret=False)
    form.show_profile(profile, look_for_secret=False)
    empty = Profile(id=profile.id, name=profile.name, endpoint=profile.endpoint, user_id=profile.user_id)
    assert form.put_into(replace(empty, environment=profile.environment)) == profile
    assert form.check() is None
    assert told.count() == 0


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("EMEA, APAC", ("EMEA", "APAC")),
        (" ,EMEA,,  Asia Pacific ,", ("EMEA", "Asia Pacific")),
        (" , ", ()),
        ("", ()),
    ],
)
def test_workspaces_are_typed_with_commas(form: NetworkForm, typed: str, names: tuple[str, ...]) -> None:
    form.workspaces.setText(typed)
    assert form.put_into(SANDBOX).workspaces == names


def test_names_that_were_found_come_after_those_that_are_there(form: NetworkForm) -> None:
    form.workspaces.setText(" EMEA,APAC ")
    told = QSignalSpy(form.edited)
    form.add_workspaces(("Default", "EMEA", "Sales, North", "中国"))
    assert form.put_into(SANDBOX).workspaces == ("EMEA", "APAC", "Default", "Sales, North", "中国")
    assert form.workspaces.text() == 'EMEA, APAC, Default, "Sales, North", 中国'
    assert told.count() == 1


def test_spaces_around_what_was_pasted_are_left_out(form: NetworkForm) -> None:
    choose(form, ProxyKind.MANUAL)
    for line in (form.host, form.user_name, form.ca_file):
        line.setText(" x ")
    said = form.put_into(SANDBOX)
    assert (said.proxy.host, said.proxy.user_name, said.ca_file) == ("x", "x", "x")


def test_every_field_tells_of_a_change(form: NetworkForm) -> None:
    choose(form, ProxyKind.MANUAL)
    for line in (form.workspaces, form.host, form.user_name, form.ca_file, form.password.field):
        told = QSignalSpy(form.edited)
        QTest.keyClicks(line, "x")
        assert told.count() == 1
    for box in (form.read_only, form.proxy):
        told = QSignalSpy(form.edited)
        box.setCurrentIndex(1)
        assert told.count() == 1
    for number in (form.port, form.connect_seconds, form.answer_seconds):
        told = QSignalSpy(form.edited)
        number.stepUp()
        assert told.count() == 1


def test_the_fields_of_the_proxy_are_open_only_where_it_is_named(form: NetworkForm) -> None:
    fields = (form.host, form.port, form.user_name, form.password)
    for kind in (*ProxyKind, ProxyKind.SYSTEM):
        choose(form, kind)
        assert {field.isEnabled() for field in fields} == {kind is ProxyKind.MANUAL}
    form.show_profile(replace(SANDBOX, proxy=PROXY), look_for_secret=False)
    assert form.host.isEnabled()
    form.show_profile(SANDBOX, look_for_secret=False)
    assert not form.host.isEnabled()


@pytest.mark.parametrize(
    ("host", "user_name", "slip"),
    [
        ("", "", ProxySlip.HOST_EMPTY),
        ("http://proxy.corp.example", "", ProxySlip.HOST_SHAPE),
        ("two words", "a:b", ProxySlip.HOST_SHAPE),
        ("proxy.corp.example", "ana:canary", ProxySlip.USER_NAME_SHAPE),
    ],
)
def test_a_slip_is_told_at_its_field_and_the_cursor_goes_there(
    form: NetworkForm, host: str, user_name: str, slip: ProxySlip, qtbot: QtBot
) -> None:
    form.activateWindow()
    choose(form, ProxyKind.MANUAL)
    form.host.setText(host)
    form.user_name.setText(user_name)
    assert form.check() is slip
    at_user = slip is ProxySlip.USER_NAME_SHAPE
    here, there = (form.user_name, form.host) if at_user else (form.host, form.user_name)
    note, other = (form.user_note, form.proxy_note) if at_user else (form.proxy_note, form.user_note)
    assert note.isVisible()
    assert not other.isVisible()
    assert here.accessibleDescription() == note.text() != ""
    assert there.accessibleDescription() == ""
    qtbot.waitUntil(here.hasFocus)
    form.host.setText("proxy.corp.example")
    form.user_name.setText("ana")
    assert form.check() is None
    assert not note.isVisible()


def test_every_slip_has_a_sentence_of_its_own(form: NetworkForm) -> None:
    told = set()
    for slip in ProxySlip:
        form.show_slip(slip)
        told.add(form.proxy_note.text() or form.user_note.text())
    assert len(told) == len(ProxySlip)
    form.show_profile(SANDBOX, look_for_secret=False)
    assert not form.proxy_note.isVisible()
    assert not form.user_note.isVisible()


def test_a_proxy_that_is_not_used_cannot_be_wrong(form: NetworkForm) -> None:
    choose(form, ProxyKind.MANUAL)
    assert form.check() is ProxySlip.HOST_EMPTY
    choose(form, ProxyKind.NONE)
    assert form.check() is None
    assert not form.proxy_note.isVisible()


def test_the_password_is_that_of_this_connections_proxy(
    form: NetworkForm, secrets: KeyringSecrets, qtbot: QtBot
) -> None:
    secrets.put("s", Secret("the key, and not the password"))
    secrets.put("s:proxy", Secret(CANARY))
    form.show_profile(replace(SANDBOX, proxy=PROXY))
    qtbot.waitUntil(form.password.show_button.isEnabled, timeout=20_000)
    form.password.show_button.click()
    assert form.password.shown.text() == CANARY


def test_a_file_with_certificates_can_be_looked_for(form: NetworkForm, home: Path, qtbot: QtBot) -> None:
    path = home / "office.pem"
    path.write_text("")
    form.browse.click()
    dialog = form.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    with qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()
    assert form.put_into(SANDBOX).ca_file == str(path)


def test_everything_has_a_name_and_a_key_of_its_own(form: NetworkForm) -> None:
    assert nameless(form) == []
    layout = form.layout()
    assert isinstance(layout, QFormLayout)
    labels = [layout.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(layout.rowCount())]
    texts = [label.text() for item in labels if item and isinstance(label := item.widget(), QLabel)]
    keys = [text.partition("&")[2][:1].lower() for text in (*texts, form.browse.text())]
    assert len(keys) == len(set(keys)) == 10
    names = [spoken_name(one) for one in (form.workspaces, form.host, form.port, form.password.field, form.ca_file)]
    assert names == [
        "Workspaces or partitions",
        "Proxy host",
        "Port of the proxy",
        "Proxy password",
        "Own certificates",
    ]
