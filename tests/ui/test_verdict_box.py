"""The verdict, how old it is, and the button that looks again."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.ui import verdict_box
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.verdict_box import VerdictBox
from tests.ui.contrast import contrast
from tests.ui.looks import SEEN

UPDATES = Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="7", at=SEEN)
CREATES = Verdict(kind=VerdictKind.CREATES, key=KeyKind.EMAIL, at=SEEN)
FAILED = Verdict(kind=VerdictKind.LOOK_FAILED, key=KeyKind.EMAIL, at=SEEN)
REFUSED = Verdict(kind=VerdictKind.REFUSED, key=KeyKind.MARKETO_ID, at=SEEN)
SKIPPED = Verdict(kind=VerdictKind.SKIPPED, key=KeyKind.EMAIL, at=SEEN)
NOBODY_LOOKED = Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=KeyKind.EMAIL)
CUSTOM = Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=KeyKind.FOREIGN_ID, reason=NoLookup.FOREIGN_CUSTOM)
NO_KEY = Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=None, reason=NoLookup.NO_KEY)


class Watch:
    def __init__(self) -> None:
        self.now = SEEN + timedelta(seconds=5)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def box(qtbot: QtBot, theme: Theme, watch: Watch) -> VerdictBox:
    box = VerdictBox(theme, watch)
    qtbot.addWidget(box)
    box.resize(260, 80)
    box.show()
    return box


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    told: list[str] = []
    monkeypatch.setattr(verdict_box, "QUIET", 30)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def test_it_says_the_verdict_and_when_it_was_seen(box: VerdictBox) -> None:
    box.show_verdict(UPDATES, "Updates lead 7")
    assert box.title.text() == "Updates lead 7"
    assert box.age.text() == "Seen 09:14, just now."
    assert box.reread.isVisible()


def test_what_is_old_is_looked_at_again_by_send(box: VerdictBox, watch: Watch) -> None:
    box.show_verdict(UPDATES, "Updates lead 7")
    watch.now = SEEN + timedelta(minutes=3)
    box.show_age()  # as the timer does
    assert box.age.text() == "Seen 09:14, 3 minutes ago. Send looks again."
    watch.now = SEEN - timedelta(minutes=3)  # a clock that was put back
    box.show_age()
    assert box.age.text() == "Seen 09:14. Send looks again."


def test_the_age_is_told_anew_only_while_it_is_seen(
    qtbot: QtBot, theme: Theme, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict_box, "AGE_TICK", 10)
    box = VerdictBox(theme, watch)
    qtbot.addWidget(box)
    box.show_verdict(UPDATES, "Updates lead 7")
    watch.now = SEEN + timedelta(minutes=2)
    box.show()
    assert "2 minutes" in box.age.text()
    watch.now = SEEN + timedelta(minutes=3)
    qtbot.waitUntil(lambda: "3 minutes" in box.age.text())
    box.hide()
    watch.now = SEEN + timedelta(minutes=4)
    QTest.qWait(30)
    assert "3 minutes" in box.age.text()
    box.show()
    assert "4 minutes" in box.age.text()


@pytest.mark.parametrize(
    ("verdict", "age", "button"),
    [
        (UPDATES, "Seen 09:14, just now.", "Re-read"),
        (FAILED, "Tried 09:14, just now.", "Try again"),
        (NOBODY_LOOKED, "", "Look it up"),
        (CUSTOM, "", ""),
        (NO_KEY, "", ""),
    ],
)
def test_the_button_looks_where_there_is_something_to_look_at(
    verdict: Verdict, age: str, button: str, box: VerdictBox
) -> None:
    box.show_verdict(verdict, "Words")
    assert box.age.text() == age
    assert box.age.isVisible() == bool(age)
    assert (box.reread.text() if box.reread.isVisible() else "") == button
    if button:
        wanted = QSignalSpy(box.reread_wanted)
        QTest.mouseClick(box.reread, Qt.MouseButton.LeftButton)
        assert wanted.count() == 1


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("verdict", [None, UPDATES, CREATES, REFUSED, SKIPPED, NO_KEY])
def test_it_can_be_read_in_every_colour(verdict: Verdict | None, scheme: Scheme, box: VerdictBox, theme: Theme) -> None:
    if verdict is not None:
        box.show_verdict(verdict, "Words")
    theme.choose(scheme)
    back = box.palette().color(QPalette.ColorRole.Window)
    for label in (box.title, box.age):
        assert contrast(label.palette().windowText().color(), back) >= 4.5
    theme.choose(Scheme.LIGHT)


def test_a_screen_reader_hears_of_a_verdict_once_it_has_stood_for_a_moment(
    heard: list[str], qtbot: QtBot, theme: Theme, watch: Watch
) -> None:
    box = VerdictBox(theme, watch)
    qtbot.addWidget(box)
    box.show()
    box.show_verdict(NOBODY_LOOKED, "Not looked up yet")
    box.show_verdict(CREATES, "Creates")
    box.show_verdict(UPDATES, "Updates lead 7")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Updates lead 7"]
    later = Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="7", at=SEEN + timedelta(seconds=1))
    box.show_verdict(later, "Updates lead 7, 1 field")  # the same verdict of another moment is no news
    QTest.qWait(60)
    assert heard == ["Updates lead 7"]
    box.show_verdict(CREATES, "Creates")
    box.hide()
    QTest.qWait(60)
    assert heard == ["Updates lead 7"]
