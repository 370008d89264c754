"""The key form gives a draft, and says at each field what is the matter with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import Action
from mktgui.domain.draft import Draft, Row
from mktgui.domain.findings import Severity, Spot
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.ui.key_form import KeyForm, could_be
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


def test_the_type_of_a_foreign_id_stands_and_is_come_to_where_the_id_is(form: KeyForm) -> None:
    foreign, others, combo = form.fields[KeyKind.FOREIGN_ID], form.others, form.foreign_type

    def below(one: QWidget, other: QWidget) -> bool:
        return one.mapTo(form, QPoint()).y() > other.mapTo(form, QPoint()).y()

    def tab() -> QWidget | None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        return QApplication.focusWidget()

    layout = form.layout()
    assert layout is not None
    form.window().activateWindow()
    for _ in range(2):  # there and back
        form.show_draft(Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="CUSTOM"))
        layout.activate()
        assert below(combo, form.buttons[KeyKind.FOREIGN_ID])
        assert below(others, combo)
        form.buttons[KeyKind.FOREIGN_ID].setFocus()
        assert (tab(), tab()) == (combo, others)
        form.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", foreign_id="A-9", foreign_type="CUSTOM"))
        layout.activate()
        assert below(foreign, others)
        assert below(combo, foreign)
        assert below(form.fields[KeyKind.COOKIE], combo)
        foreign.setFocus()
        assert (tab(), tab()) == (combo, form.fields[KeyKind.COOKIE])
        assert form.type_label.mapTo(form, QPoint()).x() == form.labels[KeyKind.FOREIGN_ID].mapTo(form, QPoint()).x()


@pytest.mark.parametrize("kind", list(KeyKind))
def test_tab_comes_to_the_chosen_key_and_arrows_to_the_others(form: KeyForm, qtbot: QtBot, kind: KeyKind) -> None:
    form.show_draft(Draft(key=kind))
    stops = [one for one, button in form.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [kind]
    form.buttons[kind].setFocus()
    below = kind in {KeyKind.FOREIGN_ID, KeyKind.COOKIE}
    qtbot.keyClick(form.buttons[kind], Qt.Key.Key_Up if below else Qt.Key.Key_Down)
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
        Draft(email="a@b.example", action=Action.UPDATE_ONLY),
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


def seen_lines(form: KeyForm) -> list[KeyKind]:
    return [kind for kind, field in form.fields.items() if field.isVisible()]


def test_only_the_lines_that_count_are_there(form: KeyForm) -> None:
    assert seen_lines(form) == [KeyKind.EMAIL]
    assert not form.foreign_type.isVisible()
    form.buttons[KeyKind.FOREIGN_ID].click()
    assert seen_lines(form) == [KeyKind.FOREIGN_ID]
    assert form.foreign_type.isVisible()
    form.others.click()
    assert set(seen_lines(form)) == set(KeyKind)


@pytest.mark.parametrize("kind", list(KeyKind))
def test_enter_in_any_line_loads(form: KeyForm, qtbot: QtBot, kind: KeyKind) -> None:
    form.show_draft(Draft(key=kind))
    with qtbot.waitSignal(form.load_wanted):
        qtbot.keyClick(form.fields[kind], Qt.Key.Key_Return)


def test_a_key_that_was_picked_by_hand_is_known_as_such(form: KeyForm) -> None:
    seen = [form.chosen]
    form.buttons[KeyKind.MARKETO_ID].click()
    seen.append(form.chosen)
    form.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7"))
    seen.append(form.chosen)
    form.show_draft(Draft(email="a@b.example"))
    seen.append(form.chosen)
    assert seen == [None, KeyKind.MARKETO_ID, KeyKind.MARKETO_ID, None]


def test_a_key_that_is_taken_over_fills_its_line_and_leaves_the_other(form: KeyForm) -> None:
    form.take(KeyKind.EMAIL, "3", "", on_purpose=False)
    told = QSignalSpy(form.edited)
    form.take(KeyKind.FOREIGN_ID, "0035000000ABcDeAAL", "SFDC", on_purpose=False)
    assert form.draft(()) == Draft(key=KeyKind.FOREIGN_ID, foreign_id="0035000000ABcDeAAL", foreign_type="SFDC")
    assert form.fields[KeyKind.EMAIL].text() == ""
    assert told.count() >= 1
    chosen = form.chosen
    form.take(KeyKind.MARKETO_ID, "7", "", on_purpose=True)
    assert (chosen, form.chosen) == (None, KeyKind.MARKETO_ID)


@pytest.fixture
def line(form: KeyForm, qtbot: QtBot) -> Iterator[QLineEdit]:
    """A line elsewhere in which the key is typed."""
    window, line = QWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(form)
    form.leave_key_to(line)
    window.show()
    window.activateWindow()
    yield line
    form.setParent(None)
    window.close()


def test_where_the_key_is_typed_elsewhere_its_own_line_is_not_there(form: KeyForm, line: QLineEdit) -> None:
    assert seen_lines(form) == []
    form.others.click()
    assert seen_lines(form) == [KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID, KeyKind.COOKIE]
    QTest.keyClicks(form.fields[KeyKind.EMAIL], "a@b.example")  # as a helper program might
    assert form.draft(()).email == "a@b.example"


def test_whoever_goes_to_the_key_comes_to_that_line(form: KeyForm, line: QLineEdit, qtbot: QtBot) -> None:
    form.others.setFocus()
    form.fields[KeyKind.EMAIL].setFocus()
    qtbot.waitUntil(line.hasFocus)
    form.buttons[KeyKind.COOKIE].click()
    form.others.click()
    form.fields[KeyKind.EMAIL].setFocus()
    assert not line.hasFocus()
    form.fields[KeyKind.COOKIE].setFocus()
    assert line.hasFocus()


def test_a_text_that_may_be_of_the_other_kind_comes_along(form: KeyForm, line: QLineEdit) -> None:
    form.take(KeyKind.MARKETO_ID, "12345", "", on_purpose=False)
    form.buttons[KeyKind.FOREIGN_ID].click()
    assert (form.key_text, form.fields[KeyKind.MARKETO_ID].text()) == ("12345", "")


def test_a_text_that_cannot_be_of_the_other_kind_stays_where_it_is(form: KeyForm, line: QLineEdit) -> None:
    form.take(KeyKind.EMAIL, "a@b.example", "", on_purpose=False)
    form.buttons[KeyKind.MARKETO_ID].click()
    assert form.key_text == ""
    form.buttons[KeyKind.EMAIL].click()
    assert form.key_text == "a@b.example"


def test_a_screen_reader_can_choose_the_key_without_a_click(form: KeyForm, line: QLineEdit) -> None:
    form.take(KeyKind.MARKETO_ID, "12345", "", on_purpose=False)
    form.buttons[KeyKind.FOREIGN_ID].toggle()
    assert (form.key, form.chosen, form.key_text) == (KeyKind.FOREIGN_ID, KeyKind.FOREIGN_ID, "12345")


def test_it_comes_along_too_where_the_way_leads_past_a_kind_that_it_cannot_be(form: KeyForm, line: QLineEdit) -> None:
    form.take(KeyKind.MARKETO_ID, "700008", "", on_purpose=False)
    form.buttons[KeyKind.COOKIE].click()
    assert form.key_text == ""
    form.buttons[KeyKind.FOREIGN_ID].click()
    assert (form.key_text, form.fields[KeyKind.MARKETO_ID].text()) == ("700008", "")


def test_with_several_identifiers_each_keeps_its_own(form: KeyForm, line: QLineEdit) -> None:
    form.show_draft(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="a@b.example"))
    form.buttons[KeyKind.FOREIGN_ID].click()
    assert form.fields[KeyKind.MARKETO_ID].text() == "7"
    assert form.key_text == ""


def test_trouble_with_the_key_is_told_where_the_key_is_typed(form: KeyForm, line: QLineEdit) -> None:
    told = QSignalSpy(form.key_troubled)
    form.show_draft(Draft(email="a b@c.example"))
    form.show_findings(plan(form.draft(())).findings)
    assert told.at(told.count() - 1) == ["There is a space inside this address. Take it out.", Severity.ERROR]
    assert not form.notes[Spot.EMAIL].isVisible()
    form.show_draft(Draft(email="a@c.example"))
    form.show_findings(plan(form.draft(())).findings)
    assert told.at(told.count() - 1) == ["", Severity.NOTE]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12345", {KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID}),
        ("C-1", {KeyKind.FOREIGN_ID}),
        ("a@b", {KeyKind.EMAIL}),
        ("id:1&token:2", {KeyKind.COOKIE}),
    ],
)
def test_what_a_text_could_be(text: str, kinds: set[KeyKind]) -> None:
    assert {kind for kind in KeyKind if could_be(kind, text)} == kinds


def test_it_asks_for_what_the_api_has(form: KeyForm) -> None:
    form.show_draft(Draft(key=KeyKind.FOREIGN_ID))
    form.use_rules(RestRules())
    assert form.workspace.accessibleName() == "Partition"
    assert form.foreign_type.itemText(0) == "Not needed"
    form.use_rules(SOAP_RULES)
    assert form.workspace.accessibleName() == "Workspace"
    assert form.foreign_type.itemText(0) == "Type…"
