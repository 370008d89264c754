"""The result speaks first in words, then shows the lead."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QPalette
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered
from mktgui.ui.outcome_words import Told, Tone
from mktgui.ui.result_panel import ResultPanel
from mktgui.ui.theme import Scheme, Theme
from tests.ui.contrast import contrast

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


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ResultPanel:
    panel = ResultPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def test_before_the_first_send_it_says_what_will_be_here(panel: ResultPanel) -> None:
    assert panel.title.text() == "Nothing sent yet."
    assert not panel.table.isVisible()


def test_words_and_the_lead(panel: ResultPanel, qtmodeltester: ModelTester) -> None:
    panel.show_told(GOOD, OUTCOME)
    assert panel.title.text() == "Updated lead 7."
    assert panel.lines.text() == "1 attribute sent."
    assert panel.table.isVisible()
    assert panel.filtered.rowCount() == 6
    qtmodeltester.check(panel.filtered)


def test_the_filter_finds_fields_and_values(panel: ResultPanel) -> None:
    panel.show_told(GOOD, OUTCOME)
    panel.filter.setText("quito")
    assert panel.filtered.rowCount() == 1
    panel.show_told(GOOD, OUTCOME)
    assert panel.filtered.rowCount() == 6


def test_an_outcome_without_a_lead_shows_no_table(panel: ResultPanel) -> None:
    panel.show_told(GOOD, OUTCOME)
    panel.show_told(Told(Tone.BAD, "No.", ()), None)
    assert not panel.table.isVisible()
    assert not panel.lines.isVisible()


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_text_stands_out_from_its_banner(panel: ResultPanel, theme: Theme, tone: Tone, scheme: Scheme) -> None:
    theme.choose(scheme)
    panel.show_told(Told(tone, "x", ("y",)))
    banner = panel.title.parentWidget()
    assert banner is not None
    back = banner.palette().color(QPalette.ColorRole.Window)
    for label in (panel.title, panel.lines):
        assert contrast(label.palette().color(QPalette.ColorRole.WindowText), back) >= 4.5
    theme.choose(Scheme.LIGHT)
