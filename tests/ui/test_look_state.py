"""How a look-up went, in one sentence, with what can be done about it."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Severity
from mktgui.domain.lead import KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.ui import look_state
from mktgui.ui.look_state import LookState
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Scheme, Theme
from tests.ui.doctors import doctor
from tests.ui.looks import RUIZ, SEEN, known, record

NEW = "Start a new lead with it"


class Watch:
    def __init__(self) -> None:
        self.now = SEEN + timedelta(minutes=2)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def state(qtbot: QtBot, theme: Theme, sentences: Sentences, watch: Watch) -> LookState:
    state = LookState(theme, sentences, watch)
    qtbot.addWidget(state)
    return state


def test_until_somebody_looks_there_is_nothing_to_see(state: LookState) -> None:
    state.clear()
    assert not state.isVisible()
    assert not state.says_something
    state.say_reading()
    assert state.isVisible()
    assert (state.says_something, state.words.text()) == (True, "Reading…")


def test_one_lead_is_told_by_when_it_was_read(state: LookState, watch: Watch) -> None:
    state.say_known(known(RUIZ), KeyKind.EMAIL)
    assert state.words.text() == "Read 09:14 (2 minutes ago)"
    assert not state.new_lead.isVisible()
    watch.now = SEEN + timedelta(days=1)
    state.show_age()
    assert state.words.text() == "Read yesterday 09:14"


def test_the_age_is_told_anew_while_it_is_seen(
    qtbot: QtBot, theme: Theme, sentences: Sentences, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look_state, "AGE_TICK", 10)
    state = LookState(theme, sentences, watch)
    qtbot.addWidget(state)
    state.say_known(known(RUIZ), KeyKind.EMAIL)
    watch.now = SEEN + timedelta(minutes=3)
    qtbot.waitUntil(lambda: "3 minutes" in state.words.text())
    state.hide()
    watch.now = SEEN + timedelta(minutes=4)
    state.show()
    assert "4 minutes" in state.words.text()
    state.say_known(known(), KeyKind.EMAIL)
    state.show_age()
    assert "minutes" not in state.words.text()


def test_several_leads_ask_for_a_choice(state: LookState) -> None:
    state.say_known(known(RUIZ, record(7)), KeyKind.EMAIL)
    assert state.words.text() == "2 leads have this key. Choose which one you mean."


@pytest.mark.parametrize(
    ("kind", "words", "button"),
    [
        (KeyKind.EMAIL, "has this address. Is it spelled right?", NEW),
        (KeyKind.FOREIGN_ID, "has this foreign ID. Is it all of it?", NEW),
        (KeyKind.COOKIE, "has this cookie. Is it all of it?", NEW),
        (KeyKind.MARKETO_ID, "has this Marketo ID. Check the number: a new lead cannot have it.", ""),
    ],
)
def test_not_found_is_told_in_the_terms_of_the_key(kind: KeyKind, words: str, button: str, state: LookState) -> None:
    state.say_known(known(), kind)
    assert state.words.text() == f"No lead that this account can see {words}"
    assert (state.new_lead.text() if state.new_lead.isVisible() else "") == button
    state.say_known(known(), kind, may_create=False)
    assert not state.new_lead.isVisible()


def test_what_cannot_be_looked_up_is_told_with_its_reason(state: LookState) -> None:
    state.say_no_lookup(NoLookup.FOREIGN_NETSUITE)
    assert state.words.text() == (
        "Cannot be looked up first: Marketo has no way to look up NETSUITE foreign IDs. "
        "Its values are not shown here, but it can be changed."
    )
    state.say_no_lookup(NoLookup.NO_KEY)
    assert state.words.text() == "Cannot be looked up first: there is no key yet."


def test_a_failure_is_told_with_its_remedy_and_the_cause_in_the_tip(state: LookState) -> None:
    advice = doctor().entry_for_failure(
        Failure(kind=FailureKind.CONNECT_TIMEOUT, place="x.example", detail="timed out")
    )
    state.say_failed(advice)
    assert state.words.text() == f"Not read. {advice.title} {advice.remedy}"
    assert state.words.toolTip() == f"{advice.cause}\ntimed out"
    state.say_reading()
    assert state.words.toolTip() == ""


def test_a_screen_reader_is_told_how_it_went(state: LookState, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    state.say_reading()
    state.say_known(known(RUIZ), KeyKind.EMAIL)
    assert heard == ["Read 09:14 (2 minutes ago)"]


def test_where_nobody_sees_it_nobody_hears_it(
    theme: Theme, sentences: Sentences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    tab = QWidget()  # another draft's, which is not on top
    qtbot.addWidget(tab)
    state = LookState(theme, sentences)
    QVBoxLayout(tab).addWidget(state)
    state.say_no_lookup(NoLookup.FOREIGN_CUSTOM)
    assert heard == []
    assert state.says_something


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_colour_says_how_it_went_too(state: LookState, theme: Theme, scheme: Scheme) -> None:
    theme.choose(scheme)
    colours = theme.colours
    for severity, colour in ((Severity.NOTE, colours.muted), (Severity.WARNING, colours.warning)):
        state.say_known(known(RUIZ) if severity is Severity.NOTE else known(), KeyKind.EMAIL)
        assert state.words.palette().windowText().color().name() == colour
    state.say_failed(doctor().entry_for_failure(Failure(kind=FailureKind.REFUSED)))
    assert state.words.palette().windowText().color().name() == colours.error
    theme.choose(Scheme.LIGHT)
