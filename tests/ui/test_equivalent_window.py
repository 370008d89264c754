"""Both requests side by side, built as Send would, with what is true of one of them alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import Action, SyncLead
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import Profile, TransportKind
from mktgui.rest.preview import RestPreview
from mktgui.rest.told import Told
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.ui.equivalent_window import EquivalentParts, EquivalentWindow
from mktgui.ui.field_carrier import FieldCarrier
from mktgui.ui.field_desk import FieldDesk
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.domain.drafts import COOKIE
from tests.ui.checks import envelopes, nameless
from tests.ui.connections import nowhere
from tests.ui.desk import LABELS

SOAP, REST = TransportKind.SOAP, TransportKind.REST
ACME = Profile(id="1", name="Acme", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="acme1_55")
DRAFT = Draft(
    email="ana@acme.example",
    workspace="EMEA",
    rows=(Row("FirstName", Edit(EditKind.SET, "Ana")), Row("Shoe__c", CLEAR)),
)


COOKIE_DRAFT = Draft(key=KeyKind.COOKIE, cookie=COOKIE)


def preview(profile: Profile, call: SyncLead) -> bytes:
    if profile.transport is SOAP:
        return RequestPreview(envelopes())(call, profile.user_id)
    return RestPreview(profile, Told())(call, "")


@pytest.fixture
def window(runner: Runner, theme: Theme, qtbot: QtBot) -> EquivalentWindow:
    def no_store() -> CatalogueFolder:
        raise AssertionError

    desk = FieldDesk(runner, nowhere, no_store, LABELS.standard)
    window = EquivalentWindow(
        EquivalentParts(
            preview=preview,
            read=read_message,
            carrier=FieldCarrier(desk, lambda: LABELS),
            catalogue=desk.catalogue,
            runner=runner,
            theme=theme,
            clipboard=QGuiApplication.clipboard(),
        )
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    return window


def texts(window: EquivalentWindow, qtbot: QtBot) -> dict[TransportKind, str]:
    qtbot.waitUntil(lambda: all(pane.text.toPlainText() for pane in window.panes.values()))
    return {kind: pane.text.toPlainText() for kind, pane in window.panes.items()}


def test_a_soap_draft_stands_beside_its_rest_equivalent(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(DRAFT, ACME)
    shown = texts(window, qtbot)
    assert "<attrName>FirstName</attrName>" in shown[SOAP]
    assert "<targetWorkspace>EMEA</targetWorkspace>" in shown[SOAP]
    assert shown[REST].startswith("POST https://123-ABC-456.mktorest.com/rest/v1/leads.json")
    assert '"firstName": "Ana"' in shown[REST]
    assert '"partitionName": "EMEA"' in shown[REST]
    rest = window.panes[REST].only_here.texts()
    assert rest[0] == "It is not known what REST calls these fields: Shoe__c."
    assert "If several leads share it, Marketo skips this and changes none of them." in rest
    assert "If several leads share the address, the newest one is changed." in window.panes[SOAP].only_here.texts()


def test_a_rest_draft_stands_beside_what_it_would_be_over_soap(window: EquivalentWindow, qtbot: QtBot) -> None:
    rest = replace(ACME, transport=REST, endpoint="https://123-ABC-456.mktorest.com/rest")
    window.show_draft(replace(DRAFT, rows=(Row("dateOfBirth", CLEAR),)), rest)
    shown = texts(window, qtbot)
    assert "<attrName>DateofBirth</attrName>" in shown[SOAP]
    assert '"dateOfBirth": null' in shown[REST]


def test_what_cannot_be_sent_one_way_says_why(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(replace(DRAFT, action=Action.UPDATE_ONLY), ACME)
    shown = texts(window, qtbot)
    assert shown[SOAP] == "This way it cannot be sent. The reasons stand below."
    assert "SOAP always creates or updates" in window.panes[SOAP].only_here.texts()[0]
    assert not window.panes[SOAP].copy_button.isEnabled()
    assert '"action": "updateOnly"' in shown[REST]


def test_what_has_to_be_looked_up_first_is_told(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(COOKIE_DRAFT, ACME)
    assert texts(window, qtbot)[REST] == "This way it cannot be written before the lead has been looked up."


def test_another_draft_takes_its_place_and_late_work_is_dropped(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(COOKIE_DRAFT, ACME)
    window.show_draft(DRAFT, ACME)
    window.show_draft(replace(DRAFT, email="bea@acme.example"), ACME)
    qtbot.waitUntil(lambda: "bea@acme.example" in window.panes[REST].text.toPlainText())
    qtbot.waitUntil(lambda: "bea@acme.example" in window.panes[SOAP].text.toPlainText())


def test_a_request_can_be_copied(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(DRAFT, ACME)
    shown = texts(window, qtbot)
    QTest.mouseClick(window.panes[REST].copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == shown[REST]


def test_no_secret_and_no_user_is_shown(window: EquivalentWindow, qtbot: QtBot) -> None:
    window.show_draft(DRAFT, ACME)
    shown = texts(window, qtbot)
    assert "acme1_55" not in shown[SOAP]
    assert "Bearer [made at send]" in shown[REST]


def test_it_is_in_nobodys_way_and_everything_in_it_has_a_name(window: EquivalentWindow, qtbot: QtBot) -> None:
    assert not window.isModal()
    assert nameless(window) == []
    window.shut.click()
    assert not window.isVisible()
