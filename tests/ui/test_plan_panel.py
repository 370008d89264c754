"""The plan in words; Send shut with its reason, or open; the clock of a call."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.exchange import Stage
from mktgui.domain.guard import Meant, steps
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.ui.meant_note import MeantNote
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Scheme, Theme
from tests.ui.looks import CHANGES, RUIZ, SEEN, known

GOOD = Draft(email="ana@corp.example", rows=(Row("Title", Edit(EditKind.SET, "CEO")),))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, sentences: Sentences) -> PlanPanel:
    panel = PlanPanel(theme, sentences, lambda: SEEN + timedelta(minutes=2))
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    return panel


def test_a_good_draft_opens_send_and_says_what_will_happen(panel: PlanPanel) -> None:
    panel.show_plan(plan(GOOD))
    assert panel.send.isEnabled()
    assert not panel.reason.isVisible()
    assert panel.verdict.title.text() == "Not looked up yet: Send looks first."
    assert panel.sentences.texts()[:2] == [
        "Title: → CEO",
        "If no lead has this email address, Marketo CREATES a new lead.",
    ]
    assert "Marketo goes by the email address ana@corp.example." in panel.sentences.texts()


def test_what_was_seen_of_the_lead_is_the_first_thing_it_says(panel: PlanPanel) -> None:
    panel.show_plan(plan(CHANGES, known(RUIZ)))
    assert panel.verdict.title.text() == "Updates lead 318815 (Ana Ruiz), 1 fields: Title"
    assert panel.sentences.texts()[0] == "Title: VP Sales → CEO"
    assert panel.verdict.age.text() == "Seen 09:14, 2 minutes ago. Send looks again."


def test_fields_are_called_by_their_labels_once_these_are_known(panel: PlanPanel) -> None:
    panel.use_labels({"Title": "Job Title"}.__getitem__)
    panel.show_plan(plan(CHANGES, known(RUIZ)))
    assert panel.sentences.texts()[0] == "Job Title: VP Sales → CEO"
    panel.use_labels({"Title": "职务"}.__getitem__)
    assert panel.sentences.texts()[0] == "职务: VP Sales → CEO"


def test_the_lead_can_be_read_again(panel: PlanPanel, qtbot: QtBot) -> None:
    panel.show_plan(plan(CHANGES, known(RUIZ)))
    with qtbot.waitSignal(panel.reread_wanted):
        qtbot.mouseClick(panel.verdict.reread, Qt.MouseButton.LeftButton)


def test_what_matters_is_seen_in_a_low_window(panel: PlanPanel, theme: Theme) -> None:
    meant = MeantNote(theme)
    panel.add_above_send(meant)
    panel.resize(260, 310)
    made = plan(replace(CHANGES, workspace="EMEA"), known())
    meant.show_steps(steps(made, Environment.PRACTICE))
    panel.show_plan(made)
    assert panel.height() == 310
    view = panel.sentences
    for shown in (panel.verdict.title, meant.ticks[Meant.CREATES], panel.send):
        assert shown.visibleRegion().boundingRect().size() == shown.size()
    assert view.verticalScrollBar().maximum() == 0


def test_fewer_sentences_later_leave_no_old_ones_behind(panel: PlanPanel) -> None:
    panel.show_plan(plan(GOOD))
    panel.show_plan(plan(Draft()))
    assert panel.sentences.texts() == []
    panel.show_plan(plan(GOOD))
    panel.show_plan(plan(GOOD))
    assert len(panel.sentences.texts()) > 3


def test_send_is_shut_with_the_reason_in_words(panel: PlanPanel) -> None:
    panel.show_plan(plan(Draft()))
    assert not panel.send.isEnabled()
    assert panel.reason.text() == "Fill in the email address: it is the key you chose."
    assert panel.send.accessibleDescription() == panel.reason.text()


def test_a_form_that_nothing_was_typed_into_is_no_slip(panel: PlanPanel, theme: Theme) -> None:
    def colour() -> str:
        return panel.reason.palette().color(QPalette.ColorRole.WindowText).name()

    panel.show_plan(plan(Draft()))
    assert colour() == theme.colours.muted
    panel.show_plan(plan(Draft(rows=(Row("", Edit(EditKind.SET, "1")),))))
    assert colour() == theme.colours.error
    panel.show_plan(plan(GOOD))
    panel.show_gate("Read-only.")
    assert colour() == theme.colours.error


def test_a_reason_in_the_table_names_its_row_and_how_many_more(panel: PlanPanel) -> None:
    rows = (Row("", Edit(EditKind.SET, "1")), Row("Id", Edit(EditKind.SET, "2")))
    panel.show_plan(plan(Draft(email="a@b.example", rows=rows)))
    assert panel.reason.text().startswith("Row 1: Which field?")
    assert "more" in panel.reason.text()


def test_while_a_call_is_under_way_send_is_shut_and_stop_is_open(panel: PlanPanel, qtbot: QtBot) -> None:
    panel.show_plan(plan(GOOD))
    panel.start()
    assert panel.busy
    assert not panel.stop.isVisible()  # a quick call is over before anything could flash
    qtbot.waitUntil(panel.stop.isVisible)
    assert not panel.send.isEnabled()
    panel.show_stage(Stage.WAITING)
    assert panel.progress.text().startswith("Waiting for the answer…")
    panel.show_plan(plan(GOOD))
    assert not panel.send.isEnabled()
    shown = panel.progress.text()
    qtbot.waitUntil(lambda: panel.progress.text() != shown)
    panel.rest()
    assert panel.send.isEnabled()
    assert not panel.stop.isVisible()
    assert panel.progress.text() == ""


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_its_word(panel: PlanPanel, stage: Stage, qtbot: QtBot) -> None:
    panel.start()
    panel.show_stage(stage)
    assert panel.progress.text() == ""
    qtbot.waitUntil(lambda: panel.progress.text().endswith(" s"))
    panel.rest()


def test_the_buttons_say_that_they_were_pressed(panel: PlanPanel, qtbot: QtBot) -> None:
    panel.show_plan(plan(GOOD))
    with qtbot.waitSignal(panel.send_wanted):
        qtbot.mouseClick(panel.send, Qt.MouseButton.LeftButton)
    panel.start()
    qtbot.waitUntil(panel.stop.isVisible)
    with qtbot.waitSignal(panel.stop_wanted):
        qtbot.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
    panel.rest()


def test_send_says_where_it_goes(panel: PlanPanel) -> None:
    panel.show_profile(PRACTICE)
    assert panel.send.text() == "&Send to practice"
    other = Profile(id="1", name="Acme", endpoint="", user_id="", environment=Environment.PRODUCTION)
    panel.show_profile(other)
    assert panel.send.text() == "&Send to PRODUCTION"


def test_colours_follow_the_scheme(panel: PlanPanel, theme: Theme) -> None:
    panel.show_plan(plan(Draft(key=KeyKind.MARKETO_ID, marketo_id="x")))
    theme.choose(Scheme.DARK)
    colour = panel.reason.palette().windowText().color().name()
    assert colour == theme.colours.error
    theme.choose(Scheme.LIGHT)


def test_send_that_is_shut_is_in_the_colours_of_the_scheme(panel: PlanPanel, theme: Theme) -> None:
    panel.show_profile(PRACTICE)
    theme.choose(Scheme.DARK)
    assert theme.colours.border in panel.send.styleSheet()
    theme.choose(Scheme.LIGHT)
    assert theme.colours.border in panel.send.styleSheet()
