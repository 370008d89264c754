"""What may become of a lead and in which place: asked for as far as the API has it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import Action
from mktgui.domain.draft import Draft
from mktgui.domain.findings import Code, Severity, Spot, error, warning
from mktgui.domain.plan import plan
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.ui.send_options import ActionLine, SendOptions
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme


@pytest.fixture
def options(qtbot: QtBot, theme: Theme, sentences: Sentences) -> SendOptions:
    options = SendOptions(theme, sentences)
    qtbot.addWidget(options)
    options.show()
    return options


def line_of(options: SendOptions) -> ActionLine | None:
    """What a person sees of the choice; asking for it would make it."""
    return next((one for one in options.findChildren(ActionLine) if one.isVisible()), None)


def test_over_soap_there_is_no_choice_and_a_workspace(options: SendOptions) -> None:
    assert line_of(options) is None
    assert options.action is Action.CREATE_OR_UPDATE
    assert options.workspace_label.text() == "Worksp&ace"
    assert options.workspace.accessibleName() == "Workspace"


def test_over_rest_there_are_three_actions_and_a_partition(options: SendOptions) -> None:
    options.use_rules(RestRules())
    line = line_of(options)
    assert line is not None
    assert [Action(line.choice.itemData(row)) for row in range(line.choice.count())] == list(Action)
    assert options.workspace_label.text() == "&Partition"
    spy = QSignalSpy(options.edited)
    QTest.keyClick(line.choice, Qt.Key.Key_Down)
    assert options.action is Action.UPDATE_ONLY
    assert spy.count() == 1


def test_what_soap_cannot_do_stays_in_sight_until_it_is_taken_back(options: SendOptions) -> None:
    options.use_rules(RestRules())
    options.fill("", Action.UPDATE_ONLY, return_lead=True)
    options.use_rules(SOAP_RULES)
    line = line_of(options)
    assert line is not None
    draft = Draft(email="a@b.example", action=options.action)
    options.show_findings(plan(draft).findings)
    assert line.note.text() == "SOAP always creates or updates: “Only update” is there over REST only."
    assert line.note.severity is Severity.ERROR
    QTest.keyClick(line.choice, Qt.Key.Key_Up)
    assert options.action is Action.CREATE_OR_UPDATE
    assert line_of(options) is None
    options.show_findings(())
    assert line.note.text() == ""


def test_a_draft_is_shown_without_a_word_about_an_edit(options: SendOptions) -> None:
    options.use_rules(RestRules())
    line = line_of(options)
    assert line is not None
    spy = QSignalSpy(line.edited)
    options.fill("EMEA", Action.CREATE_ONLY, return_lead=False)
    assert spy.count() == 0
    assert (options.workspace.text(), options.action, options.return_lead.isChecked()) == (
        "EMEA",
        Action.CREATE_ONLY,
        False,
    )
    options.fill("", Action.CREATE_ONLY, return_lead=True)
    assert options.action is Action.CREATE_ONLY


def test_names_that_are_known_are_offered_in_a_list(options: SendOptions, qtbot: QtBot) -> None:
    assert options.names.isHidden()
    options.suggest(())
    assert options.workspace.completer() is None
    options.suggest(("Default", "EMEA", "Default"))
    assert options.names.isVisible()
    assert options.names.accessibleName() == "Show the workspaces that are known"
    options.workspace.setText("zz")
    QTest.mouseClick(options.names, Qt.MouseButton.LeftButton)
    completer = options.workspace.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    shown = [str(popup.model().index(row, 0).data()) for row in range(popup.model().rowCount())]
    assert shown == ["Default", "EMEA"]
    popup.hide()
    options.suggest(())
    assert options.names.isHidden()
    completer = options.workspace.completer()
    assert completer is not None
    assert completer.completionCount() == 0


def test_slips_are_told_where_they_are(options: SendOptions) -> None:
    options.show_findings((warning(Code.PARTITION_TYPO, Spot.WORKSPACE, workspace="EMAE", meant="EMEA"),))
    assert options.note.text() == "This connection knows no partition EMAE. Do you mean EMEA?"
    assert line_of(options) is None
    options.use_rules(RestRules())
    options.show_findings((error(Code.ACTION_BY_EMAIL_ONLY, Spot.ACTION, key="marketo_id"),))
    assert options.note.isHidden()
    assert options.action_line.note.text().startswith("“Only create” goes by the email address.")


def test_it_says_when_anything_is_edited_and_enter_loads(options: SendOptions) -> None:
    edited, loads = QSignalSpy(options.edited), QSignalSpy(options.load_wanted)
    QTest.keyClicks(options.workspace, "E")
    options.return_lead.click()
    QTest.keyClick(options.workspace, Qt.Key.Key_Return)
    assert (edited.count(), loads.count()) == (2, 1)


def test_everything_that_can_have_the_focus_has_a_name(options: SendOptions, qapp: QApplication) -> None:
    options.use_rules(RestRules())
    for widget in options.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)()
