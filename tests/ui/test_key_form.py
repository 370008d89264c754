"""The key form gives a draft, and says at each field what is the matter with it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft, Row
from mktgui.domain.findings import Spot
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.ui.key_form import KeyForm
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, sentences: Sentences) -> KeyForm:
    form = KeyForm(theme, sentences)
    qtbot.addWidget(form)
    form.show()
    return form


def test_it_starts_with_email_and_asks_for_the_lead_back(form: KeyForm) -> None:
    assert form.draft(()) == Draft(key=KeyKind.EMAIL, return_lead=True)
    assert [kind for kind, field in form.fields.items() if field.isEnabled()] == [KeyKind.EMAIL]


@pytest.mark.parametrize("kind", list(KeyKind))
def test_choosing_a_key_opens_its_field_and_goes_there(form: KeyForm, qtbot: QtBot, kind: KeyKind) -> None:
    qtbot.mouseClick(form.buttons[kind], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.fields[kind], "42")
    assert form.key is kind
    assert form.draft(()).key is kind
    texts = {
        KeyKind.EMAIL: form.draft(()).email,
        KeyKind.MARKETO_ID: form.draft(()).marketo_id,
        KeyKind.FOREIGN_ID: form.draft(()).foreign_id,
        KeyKind.COOKIE: form.draft(()).cookie,
    }
    assert [one for one, text in texts.items() if text] == [kind]


@pytest.mark.parametrize("kind", list(KeyKind))
def test_tab_comes_to_the_chosen_key_and_arrows_to_the_others(form: KeyForm, qtbot: QtBot, kind: KeyKind) -> None:
    form.show_draft(Draft(key=kind))
    stops = [one for one, button in form.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [kind]
    form.buttons[kind].setFocus()
    qtbot.keyClick(form.buttons[kind], Qt.Key.Key_Down if kind is not KeyKind.COOKIE else Qt.Key.Key_Up)
    assert form.key is not kind


def test_a_second_identifier_counts_only_when_it_is_meant(form: KeyForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.fields[KeyKind.EMAIL], "a@b.example")
    form.buttons[KeyKind.MARKETO_ID].click()
    qtbot.keyClicks(form.fields[KeyKind.MARKETO_ID], "7")
    assert form.draft(()).email == ""
    form.others.click()
    assert form.draft(()).email == "a@b.example"
    assert form.fields[KeyKind.COOKIE].isEnabled()


@pytest.mark.parametrize(
    "draft",
    [
        Draft(),
        Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="new@b.example", return_lead=False),
        Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="NETSUITE", workspace="EMEA"),
        Draft(key=KeyKind.COOKIE, cookie="id:1&token:2", rows=(Row("Title"),)),
    ],
)
def test_a_draft_that_is_shown_is_given_back(form: KeyForm, draft: Draft) -> None:
    form.show_draft(draft)
    assert form.draft(draft.rows) == draft


def test_trouble_stands_under_its_field_and_is_told_to_a_screen_reader(form: KeyForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.fields[KeyKind.EMAIL], "a b@c.example")
    form.show_findings(plan(form.draft(())).findings)
    note = form.notes[Spot.EMAIL]
    assert note.isVisible()
    assert note.text() == "There is a space inside this address. Take it out."
    assert form.fields[KeyKind.EMAIL].accessibleDescription() == note.text()
    form.fields[KeyKind.EMAIL].setText("a@c.example")
    form.show_findings(plan(form.draft(())).findings)
    assert not note.isVisible()


def test_an_empty_form_is_not_full_of_reproaches(form: KeyForm) -> None:
    form.show_findings(plan(form.draft(())).findings)
    assert not any(note.isVisible() for note in form.notes.values())


def test_a_foreign_id_asks_for_its_type(form: KeyForm, qtbot: QtBot) -> None:
    form.buttons[KeyKind.FOREIGN_ID].click()
    qtbot.keyClicks(form.fields[KeyKind.FOREIGN_ID], "003")
    form.show_findings(plan(form.draft(())).findings)
    assert "CUSTOM, SFDC or NETSUITE" in form.notes[Spot.FOREIGN_TYPE].text()
    qtbot.keyClicks(form.foreign_type, "S")
    assert form.draft(()).foreign_type == "SFDC"


def test_every_change_is_told(form: KeyForm, qtbot: QtBot) -> None:
    for act in (
        lambda: form.fields[KeyKind.EMAIL].setText("x"),
        lambda: form.workspace.setText("EMEA"),
        form.return_lead.click,
        form.others.click,
        lambda: form.foreign_type.setCurrentIndex(1),
        form.buttons[KeyKind.COOKIE].click,
    ):
        with qtbot.waitSignal(form.edited):
            act()
