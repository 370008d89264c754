"""The result speaks first in words, then shows each field, and offers what can be done about it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import Found, Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import Extra, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered
from mktgui.domain.put_back import put_back
from mktgui.domain.recheck import recheck
from mktgui.domain.story import Story, looked_again
from mktgui.ui.outcome_words import Told, Tone
from mktgui.ui.record_model import Column
from mktgui.ui.result_panel import VALUE_PART, ResultPanel, ResultParts
from mktgui.ui.story_bar import ReceiptForm
from mktgui.ui.theme import Scheme, Theme
from tests.domain.leads import known, lead
from tests.ui.checks import nameless
from tests.ui.contrast import contrast
from tests.ui.stories import ASKED, UPDATED, WAS, label, receipt

EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=datetime.now(UTC))
RECORD = LeadRecord(
    id=text_value("7"),
    attributes=(
        LeadAttribute("City", text_value("string"), text_value("Quito")),
        LeadAttribute("Title", text_value("string"), text_value("CEO")),
    ),
)
OUTCOME = Answered(
    SyncLead(marketo_id=7, attributes=(AttributeToSend("Title", "CEO"),)), EXCHANGE, Synced(record=RECORD)
)
GOOD = Told(Tone.GOOD, "Updated lead 7.", ("1 attribute sent.",))
CHANGED = recheck(known(WAS), known(lead(Title="CTO")), ASKED)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, clipboard_text: None) -> Iterator[ResultPanel]:
    parts = ResultParts(clipboard=QGuiApplication.clipboard(), receipt=receipt, label=label)
    panel = ResultPanel(theme, parts)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    yield panel
    panel.close()


def fields(panel: ResultPanel) -> list[str]:
    return [str(panel.model.data(panel.model.index(row, 0))) for row in range(panel.model.rowCount())]


def story_of(panel: ResultPanel) -> Story | None:
    return panel.story


def test_before_the_first_send_it_says_what_will_be_here(panel: ResultPanel) -> None:
    assert panel.title.text() == "Nothing sent yet."
    assert not panel.table.isVisible()
    assert not panel.only_asked.isVisible()
    assert panel.story is None


def test_words_and_the_lead(panel: ResultPanel, qtmodeltester: ModelTester) -> None:
    panel.show_told(GOOD, OUTCOME)
    assert panel.title.text() == "Updated lead 7."
    assert panel.lines.text() == "1 attribute sent."
    assert panel.table.isVisible()
    assert fields(panel) == ["Job Title (Title)", "Id", "Email", "ForeignSysPersonId", "ForeignSysType", "City"]
    titles = [panel.model.headerData(column, Qt.Orientation.Horizontal) for column in range(panel.model.columnCount())]
    assert titles == ["Field", "Is", "Asked", "What became of it"]
    assert not panel.only_asked.isVisible()
    qtmodeltester.check(panel.model)


def test_over_rest_identifiers_have_its_names(panel: ResultPanel) -> None:
    call = SyncLead(marketo_id=7, attributes=(AttributeToSend("Title", "CEO"),), lookup_field="id")
    panel.show_told(GOOD, Answered(call, EXCHANGE, Synced(record=RECORD)))
    assert fields(panel) == ["Job Title (Title)", "id", "email", "City"]


def test_without_the_lead_only_what_is_not_documented_is_shown(panel: ResultPanel) -> None:
    answer = Synced(extras=(Extra("result/more", "!"),))
    panel.show_told(GOOD, Answered(OUTCOME.call, EXCHANGE, answer))
    assert fields(panel) == ["result/more"]


def test_an_outcome_without_a_lead_shows_no_table(panel: ResultPanel) -> None:
    panel.show_told(GOOD, OUTCOME)
    panel.show_told(Told(Tone.BAD, "No.", ()), None)
    assert not panel.table.isVisible()
    assert not panel.lines.isVisible()
    panel.show_told(GOOD, Answered(GetLead(LookupKey.IDNUM, "7"), EXCHANGE, Found()))
    assert not panel.table.isVisible()


def test_a_story_is_told_field_by_field_with_what_can_be_done(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    assert story_of(panel) is UPDATED
    assert fields(panel)[:2] == ["Job Title (Title)", "Fax"]
    assert panel.bar.reread.isVisible()
    assert nameless(panel) == []
    panel.show_told(GOOD)
    assert story_of(panel) is None
    assert not panel.bar.reread.isVisible()


def test_of_another_marketo_a_story_can_be_read_and_nothing_be_done_about_it(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    panel.let_go()
    assert panel.title.text() == GOOD.title
    assert fields(panel)[:2] == ["Job Title (Title)", "Fax"]
    assert not panel.bar.reread.isVisible()
    assert not panel.bar.put_back.isVisible()
    assert not panel.copy_receipt()


def test_the_filter_finds_fields_and_values_and_starts_over_with_another_story(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    everything = fields(panel)
    panel.filter.setText("quito")
    assert fields(panel) == ["City"]
    panel.show_story(UPDATED, GOOD)
    assert panel.filter.text() == ""
    assert fields(panel) == everything


def test_a_look_at_the_same_lead_leaves_the_person_where_they_are(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    panel.table.setCurrentIndex(panel.model.index(2, 0))
    assert UPDATED.now is not None
    panel.show_story(looked_again(UPDATED, known(UPDATED.now)), GOOD)
    assert panel.table.currentIndex().row() == 2


def test_one_can_keep_to_what_was_asked(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    panel.only_asked.click()
    assert fields(panel) == ["Job Title (Title)", "Fax", "Email"]
    panel.show_story(UPDATED, GOOD)
    assert fields(panel) == ["Job Title (Title)", "Fax", "Email"]
    panel.show_recheck(CHANGED, GOOD)
    assert "City" in fields(panel)
    panel.filter.setText("city")
    assert fields(panel) == ["City"]


def test_before_a_send_three_columns_and_a_decision(panel: ResultPanel) -> None:
    panel.show_recheck(CHANGED, Told(Tone.WARNING, "Changed meanwhile.", ()))
    assert panel.title.text() == "Changed meanwhile."
    assert panel.model.columnCount() == 4
    assert not panel.only_asked.isVisible()
    anyway, over = QSignalSpy(panel.send_anyway_wanted), QSignalSpy(panel.take_over_wanted)
    panel.bar.send_anyway.click()
    panel.bar.take_over.click()
    assert anyway.count() == 1
    assert over.at(0) == [CHANGED]


def test_what_is_wanted_is_passed_on(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    reread, back = QSignalSpy(panel.reread_wanted), QSignalSpy(panel.put_back_wanted)
    panel.bar.reread.click()
    panel.bar.put_back.click()
    assert reread.count() == 1
    assert back.at(0) == [put_back(UPDATED)]
    panel.set_busy(busy=True)
    assert not panel.bar.reread.isEnabled()


def test_a_receipt_goes_to_the_clipboard_in_the_form_that_was_chosen(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    text, markdown = panel.bar.receipt.menu().actions()
    text.trigger()
    assert "Job Title (Title): VP → CEO (as asked)" in QGuiApplication.clipboard().text()
    assert panel.bar.note.text() == "Receipt copied."
    markdown.trigger()
    assert "| Job Title (Title) | VP | CEO | CEO | as asked |" in QGuiApplication.clipboard().text()


def test_where_there_is_no_receipt_the_clipboard_is_left_alone(qtbot: QtBot, panel: ResultPanel, theme: Theme) -> None:
    QGuiApplication.clipboard().setText("mine")
    panel.copy_receipt(ReceiptForm.TEXT)
    plain = ResultPanel(theme)
    qtbot.addWidget(plain)
    plain.show_story(UPDATED, GOOD)
    assert not plain.copy_receipt()
    assert QGuiApplication.clipboard().text() == "mine"
    assert plain.bar.receipt.isHidden()


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_text_stands_out_from_its_banner(panel: ResultPanel, theme: Theme, tone: Tone, scheme: Scheme) -> None:
    theme.choose(scheme)
    panel.show_told(Told(tone, "x", ("y",)))
    banner = panel.title.parentWidget()
    assert banner is not None
    back = banner.palette().color(QPalette.ColorRole.Window)
    for text in (panel.title, panel.lines):
        assert contrast(text.palette().color(QPalette.ColorRole.WindowText), back) >= 4.5
    theme.choose(Scheme.LIGHT)


def test_what_became_of_a_field_is_seen_without_scrolling(panel: ResultPanel, qtbot: QtBot) -> None:
    panel.show_story(UPDATED, GOOD)
    for width in (800, 1400):
        panel.resize(width, 300)
        qtbot.waitUntil(lambda: panel.table.columnWidth(Column.FATE) > width / 5)  # noqa: B023 - waited for at once
        assert panel.table.horizontalScrollBar().maximum() == 0


def test_after_a_look_that_failed_the_columns_of_a_send_are_as_wide_as_ever(theme: Theme, qtbot: QtBot) -> None:
    panel = ResultPanel(theme)
    qtbot.addWidget(panel)
    panel.show_told(GOOD)  # in a drawer that is shut
    panel.show_story(UPDATED, GOOD)
    panel.resize(1280, 300)
    panel.show()
    assert panel.table.columnWidth(Column.WAS) == round(panel.width() * VALUE_PART)


def test_widths_that_a_person_has_chosen_are_kept(panel: ResultPanel) -> None:
    panel.show_story(UPDATED, GOOD)
    panel.table.horizontalHeader().resizeSection(Column.WAS, 77)
    panel.resize(1400, 300)
    assert panel.table.columnWidth(Column.WAS) == 77
