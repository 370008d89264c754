"""The same form over REST: what a person sees, and what the practice Marketo was asked, after one click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import TransportKind
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.equivalent_window import EquivalentWindow
from mktgui.ui.message_view import MessageView
from mktgui.ui.partition_check import PartitionCheck
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
    return page.result.title.text() if page.errand.story is not None else page.gate.halt.text()


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


def test_identifiers_have_the_names_of_rest_in_sheet_record_and_receipt(application: Application, qtbot: QtBot) -> None:
    page = loaded(application, qtbot)
    qtbot.waitUntil(lambda: "email" in page.table.model.fields, timeout=10_000)
    assert {"Id", "Email"}.isdisjoint(page.table.model.fields)
    page.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="318815", email="new@acme.example"))
    page.load()
    qtbot.waitUntil(lambda: not page.errand.busy and page.errand.seen is not None, timeout=30_000)
    sent(application, qtbot)
    rows = page.result.model.rowCount()
    shown = {str(page.result.model.data(page.result.model.index(row, 0))) for row in range(rows)}
    assert {"Email Address (email)", "Marketo ID (id)"} <= shown
    assert {"Id", "Email", "ForeignSysPersonId", "ForeignSysType"}.isdisjoint(
        page.result.model.name_at(row) for row in range(rows)
    )
    page.result.copy_receipt()
    assert "Email Address (email)" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_the_messages_are_shown_as_they_went(application: Application, qtbot: QtBot) -> None:
    sent(application, qtbot)
    page = page_of(application)
    page.show_tab(1)
    qtbot.waitUntil(lambda: "318815" in page.exchange.response.text(), timeout=10_000)
    assert '"phone": null' in page.exchange.request.text()
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
    application.window.doors.show_equivalent()
    [window] = [one for one in application.window.findChildren(EquivalentWindow) if one.isVisible()]
    soap, rest = (window.panes[kind].text for kind in (TransportKind.SOAP, TransportKind.REST))
    qtbot.waitUntil(lambda: "<attrName>Title</attrName>" in soap.toPlainText(), timeout=10_000)
    qtbot.waitUntil(lambda: '"title"' in rest.toPlainText(), timeout=10_000)
    window.close()


def lit(view: MessageView) -> list[str]:
    return [view.text()[slice(*span)] for span in view.view.marked("lit")]


def test_a_row_and_its_member_show_each_other(application: Application, qtbot: QtBot) -> None:
    sent(application, qtbot)
    page = page_of(application)
    page.show_tab(1)
    request, response = page.exchange.request, page.exchange.response
    qtbot.waitUntil(lambda: "318815" in response.text() and "phone" in request.text(), timeout=10_000)
    assert request.text().startswith('{\n  "action": ')
    page.table.go_to("title")
    qtbot.waitUntil(lambda: bool(lit(request)))
    assert lit(request) == ['"title": "副总裁 & <VP>"']
    cursor = request.view.textCursor()
    cursor.setPosition(request.text().index('"phone"') + 2)
    request.view.setTextCursor(cursor)
    assert lit(request) == ['"phone": null']
    line = page.table.model.line(page.table.view.currentIndex().row())
    assert line is not None
    assert line.name == "phone"


def test_a_row_of_the_result_and_its_member_show_each_other(application: Application, qtbot: QtBot) -> None:
    sent(application, qtbot)
    page = page_of(application)
    page.show_tab(1)
    request = page.exchange.request
    qtbot.waitUntil(lambda: "phone" in request.text(), timeout=10_000)
    page.result.go_to("phone")
    assert lit(request) == ['"phone": null']
    cursor = request.view.textCursor()
    cursor.setPosition(request.text().index('"title"') + 2)
    request.view.setTextCursor(cursor)
    assert page.result.model.name_at(page.result.table.currentIndex().row()) == "title"


def test_a_request_and_its_answer_are_compared_by_their_attributes(application: Application, qtbot: QtBot) -> None:
    sent(application, qtbot)
    page = page_of(application)
    page.show_tab(1)
    qtbot.waitUntil(page.exchange.with_request.isEnabled, timeout=10_000)
    page.exchange.with_request.trigger()
    window = page.exchange.comparison
    assert window is not None
    qtbot.waitUntil(lambda: window.model.rowCount() > 0, timeout=10_000)
    named = [window.model.index(row, 0).data() for row in range(window.model.rowCount())]
    window.close()
    assert named == ["email", "title", "phone", "id"]


def test_each_request_of_a_call_can_be_looked_at_and_none_shows_a_secret(
    application: Application, qtbot: QtBot
) -> None:
    sent(application, qtbot)
    page, server = page_of(application), application.connections.practice.server()
    page.show_tab(1)
    exchange = page.exchange
    qtbot.waitUntil(lambda: "318815" in exchange.response.text(), timeout=10_000)
    names = [exchange.picker.itemText(number) for number in range(exchange.picker.count())]
    assert names[-1].endswith("the lead is read back")
    for number in range(len(names)):
        exchange.picker.setCurrentIndex(number)
        qtbot.waitUntil(lambda: bool(exchange.response.text()), timeout=10_000)
        shown = exchange.request.text() + exchange.response.text()
        assert server.client_secret not in shown
    qtbot.waitUntil(lambda: "副总裁 & <VP>" in exchange.response.text(), timeout=10_000)


def test_a_partition_is_checked_and_nothing_is_written(application: Application, qtbot: QtBot) -> None:
    page_of(application).show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="318815", workspace="EMEA"))
    application.window.doors.check_place()
    [check] = application.window.findChildren(PartitionCheck)
    check.check.click()
    qtbot.waitUntil(lambda: check.banner.title.text().startswith("No: lead 318815 is not in"), timeout=30_000)
    journal = application.connections.practice.server().journal
    assert {one.operation for one in journal} <= {"token", "partitions", "describe", "leadsByFilter"}
    check.close()


def test_a_token_that_ends_while_no_other_is_to_be_had_is_told_as_a_refusal(
    application: Application, qtbot: QtBot
) -> None:
    loaded(application, qtbot)
    server = application.connections.practice.server()
    # Once a lead was read its fields and the partitions are asked for: neither is to meet the tricks.
    asked = ["describe", "describe", "partitions"]
    qtbot.waitUntil(
        lambda: sorted(one.operation for one in server.journal if one.operation in asked) == asked, timeout=10_000
    )
    server.next("token-expires-now")
    server.next("identity-html-502")
    assert sent(application, qtbot) == "Marketo turned the request away: its access token had run out."
    lines = page_of(application).result.lines.text().splitlines()
    assert lines[0] == "Nothing was written."
    assert lines[1].startswith("The request left")
    assert server.world.leads[318815].attributes["Title"] == "VP Sales"
