"""Box and form in step: whatever comes from one of them, the other says the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.detect import detect
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.ui.find_zone import FindZone
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme


@pytest.fixture
def zone(qtbot: QtBot, theme: Theme, sentences: Sentences) -> FindZone:
    zone = FindZone(theme, sentences)
    qtbot.addWidget(zone)
    zone.resize(262, 500)
    zone.show()
    zone.activateWindow()
    return zone


def test_what_is_pasted_becomes_the_key(zone: FindZone) -> None:
    QTest.keyClicks(zone.box.text, "318815")
    assert zone.form.draft(()) == Draft(key=KeyKind.MARKETO_ID, marketo_id="318815")
    QTest.keyClicks(zone.box.text, "@b.example")
    assert zone.form.draft(()) == Draft(email="318815@b.example")
    zone.box.text.selectAll()
    QTest.keyClick(zone.box.text, Qt.Key.Key_Delete)
    assert zone.form.draft(()) == Draft()


def test_what_is_around_it_stays_in_the_box_while_one_types(zone: FindZone) -> None:
    QTest.keyClicks(zone.box.text, "<a@b.example> ")
    assert zone.form.draft(()).email == "a@b.example"
    assert zone.box.text.text() == "<a@b.example> "


@pytest.mark.parametrize(
    "draft",
    [
        Draft(email="a@b.example"),
        Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="new@b.example"),
        Draft(key=KeyKind.FOREIGN_ID, foreign_id="12345", foreign_type="CUSTOM"),
        Draft(key=KeyKind.COOKIE, cookie="id:1&token:2"),
    ],
)
def test_the_key_of_a_draft_stands_in_the_box(zone: FindZone, draft: Draft) -> None:
    zone.form.show_draft(draft)
    assert zone.box.text.text() == zone.form.key_text != ""
    assert zone.form.draft(()) == draft


def test_a_choice_made_by_hand_is_kept_against_every_guess(zone: FindZone) -> None:
    zone.form.buttons[KeyKind.COOKIE].click()
    QTest.keyClicks(zone.box.text, "12345")
    assert zone.form.draft(()).cookie == "12345"
    assert zone.box.switch.isVisible()
    QTest.mouseClick(zone.box.switch, Qt.MouseButton.LeftButton)
    assert zone.form.draft(()) == Draft(key=KeyKind.MARKETO_ID, marketo_id="12345")
    assert zone.form.chosen is KeyKind.MARKETO_ID
    assert not zone.box.switch.isVisible()


def test_another_meaning_of_the_same_text_is_one_click(zone: FindZone, qtbot: QtBot) -> None:
    QTest.keyClicks(zone.box.text, "12345")
    zone.form.buttons[KeyKind.FOREIGN_ID].click()
    assert zone.box.text.text() == "12345"
    assert zone.form.draft(()).foreign_id == "12345"
    qtbot.waitUntil(zone.box.text.hasFocus)


def test_enter_loads_from_the_box_and_from_any_line(zone: FindZone) -> None:
    wanted = QSignalSpy(zone.load_wanted)
    QTest.keyClicks(zone.box.text, "7")
    QTest.keyClick(zone.box.text, Qt.Key.Key_Return)
    zone.form.others.click()
    QTest.keyClick(zone.form.fields[KeyKind.EMAIL], Qt.Key.Key_Return)
    assert wanted.count() == 2


def test_what_was_around_the_key_is_gone_once_it_is_loaded(zone: FindZone) -> None:
    QTest.keyClicks(zone.box.text, " <a@b.example>")
    QTest.keyClick(zone.box.text, Qt.Key.Key_Return)
    assert zone.box.text.text() == "a@b.example"


def test_a_type_that_was_picked_by_hand_is_kept_and_one_that_was_guessed_is_not(zone: FindZone) -> None:
    QTest.keyClicks(zone.box.text, "0035000000ABcDeAAL")
    assert zone.form.draft(()).foreign_type == "SFDC"
    zone.form.buttons[KeyKind.FOREIGN_ID].click()
    zone.box.text.selectAll()
    QTest.keyClicks(zone.box.text, "C-1")
    assert zone.form.draft(()).foreign_type == ""
    QTest.keyClicks(zone.form.foreign_type, "C")
    assert zone.form.draft(()).foreign_type == "CUSTOM"
    zone.box.text.selectAll()
    QTest.keyClicks(zone.box.text, "0035000000ABcDeAAL")
    assert zone.form.draft(()).foreign_type == "CUSTOM"
    zone.form.show_draft(Draft(key=KeyKind.FOREIGN_ID))
    QTest.keyClicks(zone.box.text, "0035000000ABcDeAAL")
    assert zone.form.draft(()).foreign_type == "SFDC"


def test_trouble_with_the_key_stands_at_the_box(zone: FindZone) -> None:
    zone.form.show_draft(Draft(email="a b@c.example"))
    zone.form.show_findings(plan(zone.form.draft(())).findings)
    assert zone.box.sentence.text() == "There is a space inside this address. Take it out."


def test_the_keyboard_goes_to_the_box(zone: FindZone, qtbot: QtBot) -> None:
    zone.focus_key()
    qtbot.waitUntil(zone.box.text.hasFocus)
    zone.form.others.setFocus()
    zone.form.fields[zone.form.key].setFocus()
    assert zone.box.text.hasFocus()


def test_more_can_stand_below(zone: FindZone, qtbot: QtBot) -> None:
    more = QLabel("Recent leads")
    zone.add(more)
    qtbot.waitUntil(more.isVisible)
    assert more.y() > zone.form.y()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    acts=st.lists(
        st.one_of(
            st.sampled_from(list(KeyKind)),
            st.text(alphabet="01a@. <", max_size=6),
        ),
        max_size=8,
    )
)
def test_whatever_happens_the_box_holds_the_key_of_the_form(zone: FindZone, acts: list[KeyKind | str]) -> None:
    zone.form.show_draft(Draft())
    for act in acts:
        if isinstance(act, KeyKind):
            zone.form.buttons[act].click()
        else:
            zone.box.text.selectAll()
            QTest.keyClick(zone.box.text, Qt.Key.Key_Delete)
            QTest.keyClicks(zone.box.text, act)
        draft = zone.form.draft(())
        texts = {
            KeyKind.MARKETO_ID: draft.marketo_id,
            KeyKind.EMAIL: draft.email,
            KeyKind.FOREIGN_ID: draft.foreign_id,
            KeyKind.COOKIE: draft.cookie,
        }
        by_hand = draft.key if zone.form.chosen is draft.key else None
        shown = zone.box.text.text()
        taken = detect(shown, by_hand, zone.form.chosen_type).text
        assert texts[draft.key].strip() in {shown.strip(), taken.strip()}
        assert [kind for kind, text in texts.items() if text] in ([], [draft.key])


def test_tab_comes_to_what_was_added_below_before_it_leaves_the_zone(qtbot: QtBot, zone: FindZone) -> None:
    beside = QPushButton("beside")
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(zone)
    layout.addWidget(beside)
    below = [QWidget(), QWidget()]
    for number, widget in enumerate(below):
        QVBoxLayout(widget).addWidget(QPushButton(str(number)))
        zone.add(widget)
    with qtbot.waitActive(window):
        window.show()
    beside.setFocus()
    been = []
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        focused = window.focusWidget()
        been.append(focused.text() if isinstance(focused, QPushButton) else "")
    assert been == ["1", "0"]
    zone.setParent(None)
