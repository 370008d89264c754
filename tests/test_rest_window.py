"""The same form over REST: what a person sees, and what the practice Marketo was asked, after one click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import TransportKind
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.equivalent_window import EquivalentWindow
from tests.applications import Start, applications

ANA = "ana.ruiz@acme.example"
DRAFT = Draft(email=ANA, rows=(Row("Title", edit_from_text("副总裁 & <VP>")), Row("Phone", CLEAR)))


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Application]:
    """Practising over REST, with a draft that was typed over SOAP."""
    with applications(qapp, qtbot, home) as start:
        application = _started(start)
        application.window.page.show_draft(DRAFT)
        application.window.bar.switch_practice()
        yield application


def _started(start: Start) -> Application:
    return start(practice=True)


def page_of(application: Application) -> DraftPage:
    return application.window.page


def names(application: Application) -> list[str]:
    return [row.name for row in page_of(application).table.model.rows]


def sent(application: Application, qtbot: QtBot) -> str:
    page = page_of(application)
    page.send()
    qtbot.waitUntil(lambda: not page.errand.busy, timeout=30_000)
    return page.result.title.text() if page.errand.story is not None else page.halt.text()


def loaded(application: Application, qtbot: QtBot) -> DraftPage:
    page = page_of(application)
    page.load()
    qtbot.waitUntil(lambda: page.errand.seen is not None, timeout=30_000)
    return page


def test_the_names_of_fields_come_along_and_one_undo_brings_them_back(application: Application) -> None:
    assert names(application) == ["title", "phone"]
    page_of(application).undo.undo()
    assert names(application) == ["Title", "Phone"]
    page_of(application).undo.redo()
    application.window.bar.switch_practice()
    assert names(application) == ["Title", "Phone"]


def test_a_name_that_rest_does_not_know_stays_and_is_named(application: Application) -> None:
    application.window.bar.switch_practice()
    page_of(application).show_draft(Draft(email=ANA, rows=(Row("Title", CLEAR), Row("Nonsense", CLEAR))))
    application.window.bar.switch_practice()
    assert names(application) == ["title", "Nonsense"]
    assert "what REST calls these fields: Nonsense" in page_of(application).table.remark.label.text()


def test_a_draft_that_was_kept_gets_the_names_of_the_api_in_use(application: Application) -> None:
    application.window.tabs.add_new(Draft(email=ANA, rows=(Row("LeadScore", edit_from_text("7")),)))
    assert names(application) == ["leadScore"]


def test_a_send_changes_the_lead_and_says_so(application: Application, qtbot: QtBot) -> None:
    told = sent(application, qtbot)
    assert told.startswith("Updated lead 318815 (Ana Ruiz).")
    assert "副总裁 & <VP>" in told
    lead = application.connections.practice.server().world.leads[318815]
    assert lead.attributes["Title"] == "副总裁 & <VP>"
    assert not lead.attributes.get("Phone")


def test_the_messages_are_shown_as_they_went(application: Application, qtbot: QtBot) -> None:
    sent(application, qtbot)
    page = page_of(application)
    page.show_tab(1)
    qtbot.waitUntil(lambda: "318815" in page.exchange.response.text(), timeout=10_000)
    assert '"phone":null' in page.exchange.request.text()
    assert application.connections.practice.server().secret not in page.exchange.request.text()


def test_update_only_of_nobody_is_halted_before_anything_goes(application: Application, qtbot: QtBot) -> None:
    page = page_of(application)
    page.form.fields[KeyKind.EMAIL].setText("nobody@acme.example")
    line = page.form.options.action_line
    line.choice.setCurrentIndex(1)
    assert sent(application, qtbot) == "Nothing was sent: no lead has this key. Is it right?"
    assert not any(
        one.attributes.get("Title") == "副总裁 & <VP>"
        for one in application.connections.practice.server().world.leads.values()
    )


def test_partitions_are_offered_once_a_lead_was_read(application: Application, qtbot: QtBot) -> None:
    page = loaded(application, qtbot)
    options = page.form.options
    assert options.workspace_label.text() == "&Partition"
    qtbot.waitUntil(options.names.isVisible, timeout=10_000)
    page.form.workspace.setText("EMAE")
    qtbot.waitUntil(lambda: "Do you mean EMEA?" in options.note.text(), timeout=5_000)


def test_the_preview_and_the_equivalent_are_what_either_api_gets(application: Application, qtbot: QtBot) -> None:
    page = page_of(application)
    page.show_tab(2)
    qtbot.waitUntil(lambda: '"phone": null' in page.drawer.preview.message.text(), timeout=10_000)
    application.window.show_equivalent()
    [window] = [one for one in application.window.findChildren(EquivalentWindow) if one.isVisible()]
    soap, rest = (window.panes[kind].text for kind in (TransportKind.SOAP, TransportKind.REST))
    qtbot.waitUntil(lambda: "<attrName>Title</attrName>" in soap.toPlainText(), timeout=10_000)
    qtbot.waitUntil(lambda: '"title"' in rest.toPlainText(), timeout=10_000)
    window.close()
