"""The paste box: what it takes a text for, what it asks for, and what it says of the look-up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.detect import Detected, detect
from mktgui.domain.findings import Severity
from mktgui.domain.key_search import Why
from mktgui.domain.lead import KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.ui.find_box import FindBox, Taken
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.doctors import doctor
from tests.ui.looks import RUIZ, known

SALESFORCE = "0035000000ABcDeAAL"


@pytest.fixture
def box(qtbot: QtBot, theme: Theme, sentences: Sentences) -> FindBox:
    box = FindBox(theme, sentences, detect)
    qtbot.addWidget(box)
    box.resize(260, 120)
    box.show()
    return box


def said(box: FindBox) -> str:
    return box.sentence.text() if box.sentence.isVisible() else ""


@pytest.mark.parametrize(
    ("text", "taken", "words"),
    [
        ("318815", Taken(KeyKind.MARKETO_ID, "318815"), "Looks like a Marketo ID."),
        ("a@b.example", Taken(KeyKind.EMAIL, "a@b.example"), "Looks like an email address."),
        (SALESFORCE, Taken(KeyKind.FOREIGN_ID, SALESFORCE, "SFDC"), "Looks like the Salesforce ID of a contact."),
        ("id:1&token:2", Taken(KeyKind.COOKIE, "id:1&token:2"), "Looks like a Marketo cookie."),
        ("C-1", Taken(KeyKind.FOREIGN_ID, "C-1"), "Looks like a foreign ID."),
        ("no one", Taken(KeyKind.EMAIL, "no one"), "Not sure what this is: choose it below."),
    ],
)
def test_it_says_what_it_took_the_text_for(box: FindBox, text: str, taken: Taken, words: str) -> None:
    told = QSignalSpy(box.taken)
    QTest.keyClicks(box.text, text)
    assert told.at(told.count() - 1) == [taken]
    assert said(box) == words
    assert box.text.accessibleDescription() == words
    assert not box.switch.isVisible()


def test_it_never_overrules_a_choice(box: FindBox) -> None:
    box.show_key(KeyKind.EMAIL, "", chosen=True)
    told = QSignalSpy(box.taken)
    QTest.keyClicks(box.text, "318815")
    assert told.at(told.count() - 1) == [Taken(KeyKind.EMAIL, "318815")]
    assert said(box) == "Looks like a Marketo ID, but you chose an email address."
    assert box.switch.text() == "Take it as a Marketo ID"


def test_but_lets_the_person_change_it_with_one_click(box: FindBox, qtbot: QtBot) -> None:
    box.activateWindow()
    box.show_key(KeyKind.EMAIL, "318815", chosen=True)
    told = QSignalSpy(box.taken)
    QTest.mouseClick(box.switch, Qt.MouseButton.LeftButton)
    assert told.at(0) == [Taken(KeyKind.MARKETO_ID, "318815", "", on_purpose=True)]
    assert said(box) == "Looks like a Marketo ID."
    assert not box.switch.isVisible()
    qtbot.waitUntil(box.text.hasFocus)


def test_a_key_that_came_from_a_draft_is_not_argued_with(box: FindBox) -> None:
    box.show_key(KeyKind.FOREIGN_ID, "12345", chosen=False)
    assert said(box) == ""
    assert box.text.text() == "12345"
    box.show_key(KeyKind.FOREIGN_ID, "C-1", chosen=True, foreign_type="CUSTOM")
    assert said(box) == ""
    box.show_key(KeyKind.EMAIL, "", chosen=False)
    assert said(box) == ""


def test_trouble_comes_before_a_guess(box: FindBox) -> None:
    box.show_key(KeyKind.EMAIL, "a b@c.example", chosen=False)
    box.show_trouble("There is a space inside.", Severity.ERROR)
    assert said(box) == "There is a space inside."
    box.show_trouble("", Severity.NOTE)
    assert said(box) == "Looks like an email address."


@pytest.mark.parametrize("way", ["enter", "button"])
def test_enter_and_the_button_load(box: FindBox, way: str) -> None:
    wanted = QSignalSpy(box.load_wanted)
    act = {
        "enter": lambda: QTest.keyClick(box.text, Qt.Key.Key_Return),
        "button": lambda: QTest.mouseClick(box.load, Qt.MouseButton.LeftButton),
    }[way]
    act()
    assert wanted.count() == 0  # there is nothing to look up
    QTest.keyClicks(box.text, "7")
    act()
    assert wanted.count() == 1


def test_while_it_reads_it_does_not_ask_again_and_can_be_stopped(box: FindBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box.text, "7")
    wanted, stopped = QSignalSpy(box.load_wanted), QSignalSpy(box.stop_wanted)
    box.show_reading()
    QTest.keyClick(box.text, Qt.Key.Key_Return)
    assert not box.load.isEnabled()
    assert box.state.words.text() == "Reading…"
    assert said(box) == ""
    qtbot.waitUntil(lambda: box.load.text() == "Stop")
    QTest.mouseClick(box.load, Qt.MouseButton.LeftButton)
    assert (wanted.count(), stopped.count()) == (0, 1)
    box.show_nothing()
    assert box.load.text() == "Loa&d"
    assert box.load.isEnabled()


def test_it_shows_how_the_look_up_went(box: FindBox) -> None:
    box.show_key(KeyKind.EMAIL, "ana@corp.example", chosen=False)
    box.show_known(known(RUIZ))
    assert box.state.words.text().startswith("Read ")
    assert said(box) == ""  # that it looked like an address is old news
    box.show_known(known())
    new = QSignalSpy(box.new_lead_wanted)
    QTest.mouseClick(box.state.new_lead, Qt.MouseButton.LeftButton)
    assert new.count() == 1
    box.show_no_lookup(NoLookup.FOREIGN_CUSTOM)
    assert "CUSTOM" in box.state.words.text()
    box.show_failed(doctor().entry_for_failure(Failure(kind=FailureKind.REFUSED)))
    assert box.state.words.text().startswith("Not read.")


def test_another_text_is_about_another_lead(box: FindBox) -> None:
    box.show_key(KeyKind.EMAIL, "ana@corp.example", chosen=False)
    box.show_known(known(RUIZ))
    QTest.keyClicks(box.text, "x")
    assert not box.state.says_something
    box.show_known(known(RUIZ))
    box.show_key(KeyKind.EMAIL, "bea@corp.example", chosen=False)
    assert not box.state.says_something
    box.show_known(known(RUIZ))
    box.show_key(KeyKind.EMAIL, "bea@corp.example", chosen=True)
    assert box.state.says_something


def test_the_keyboard_goes_to_the_text_ready_to_paste_over_it(box: FindBox, qtbot: QtBot) -> None:
    box.show_key(KeyKind.EMAIL, "old@corp.example", chosen=False)
    box.activateWindow()
    box.focus()
    qtbot.waitUntil(box.text.hasFocus)
    assert box.text.selectedText() == "old@corp.example"


def test_a_button_that_shuts_hands_the_keyboard_on(box: FindBox, qtbot: QtBot) -> None:
    box.show_key(KeyKind.EMAIL, "ana@corp.example", chosen=False)
    box.show_reading()
    qtbot.waitUntil(box.load.isEnabled)
    box.activateWindow()
    box.load.setFocus()
    qtbot.waitUntil(box.load.hasFocus)
    box.show_key(KeyKind.EMAIL, "", chosen=False)
    assert box.text.hasFocus()


def test_everything_has_a_name(box: FindBox, qapp: QApplication) -> None:
    assert box.text.accessibleName() == "Which lead: an ID, an address or a cookie"
    assert box.load.text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a@b.example, c@d.example", "more than one key"),
        ("0015000000ABcDeAAL", "neither a contact nor a lead"),
        ("0035000000ABcDeAAA", "a slip in it"),
        ("https://app-sj01.marketo.com/", "no ID of a lead in this web address"),
    ],
)
def test_what_may_be_of_no_use_is_told_before_any_trouble(box: FindBox, text: str, words: str, theme: Theme) -> None:
    box.show_trouble("This does not look like an email address.", Severity.WARNING)
    QTest.keyClicks(box.text, text)
    assert words in said(box)
    assert box.sentence.palette().windowText().color().name() == theme.colours.warning
    assert not box.switch.isVisible()


def test_there_is_a_sentence_for_all_that_a_text_can_be_taken_for(
    theme: Theme, sentences: Sentences, qtbot: QtBot
) -> None:
    told = {}
    for why in Why:
        made = Detected(kind=KeyKind.EMAIL, text="x", why=why)
        box = FindBox(theme, sentences, lambda _text, _chosen, _type, made=made: made)  # type: ignore[misc]  # bound now
        qtbot.addWidget(box)
        QTest.keyClicks(box.text, "x")
        told[why] = box.sentence.text()
    assert {why for why, text in told.items() if not text} == {Why.EMPTY, Why.AS_CHOSEN, Why.LOOKS_OTHERWISE}
    assert len(set(told.values())) == len(Why) - 2


def test_a_slip_in_a_key_is_no_matter_once_a_lead_was_found_by_exactly_that_key(box: FindBox) -> None:
    slip = "0035000000ABcDeAAA"
    box.show_key(KeyKind.FOREIGN_ID, slip, chosen=False)
    assert "a slip in it" in said(box)
    box.show_known(known(RUIZ, value=slip))
    assert said(box) == ""
    box.show_known(known(value=slip))
    assert "a slip in it" in said(box)
    box.show_known(known(RUIZ, value=SALESFORCE))
    assert "a slip in it" in said(box)
    box.show_known(known(RUIZ, value=slip))
    QTest.keyClicks(box.text, " ")
    assert "a slip in it" in said(box)
