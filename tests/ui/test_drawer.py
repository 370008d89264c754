"""Three pages; what happened comes to the front."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.recheck import Recheck
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.ui.drawer import Drawer, DrawerParts
from mktgui.ui.outcome_words import OutcomeWords, Told, Tone
from mktgui.ui.preferences import Preferences
from mktgui.ui.story_words import StoryWords
from mktgui.ui.theme import Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.ui.doctors import doctor
from tests.ui.stories import UPDATED, label, receipt


@pytest.fixture
def drawer(qtbot: QtBot, runner: Runner, theme: Theme, home: Path) -> Iterator[Drawer]:
    drawer = Drawer(
        DrawerParts(
            read=read_message,
            mask=mask_body,
            preview=lambda profile, call: RequestPreview(EnvelopeBuilder())(call, profile.user_id),
            runner=runner,
            theme=theme,
            clipboard=QGuiApplication.clipboard(),
            preferences=Preferences(home / "window.ini"),
            label=label,
            receipt=receipt,
        )
    )
    qtbot.addWidget(drawer)
    drawer.show()
    yield drawer
    drawer.close()


def test_an_outcome_brings_its_page_to_the_front(drawer: Drawer) -> None:
    assert [drawer.tabText(tab) for tab in range(drawer.count())] == ["&Result", "Re&quest and response", "Previe&w"]
    drawer.setCurrentWidget(drawer.exchange)
    drawer.show_told(Told(Tone.GOOD, "Updated lead 7.", ()), None)
    assert drawer.currentWidget() is drawer.result
    assert drawer.result.title.text() == "Updated lead 7."


def test_a_story_and_a_recheck_bring_it_to_the_front_too(drawer: Drawer) -> None:
    drawer.setCurrentWidget(drawer.exchange)
    drawer.show_story(UPDATED, Told(Tone.GOOD, "Updated lead 7.", ()))
    assert drawer.currentWidget() is drawer.result
    assert drawer.result.story is UPDATED
    assert drawer.result.bar.receipt.isVisible()
    assert drawer.result.model.data(drawer.result.model.index(0, 0)) == "Job Title (Title)"
    drawer.setCurrentWidget(drawer.exchange)
    drawer.show_recheck(Recheck(), Told(Tone.WARNING, "Changed.", ()))
    assert drawer.currentWidget() is drawer.result
    assert drawer.result.title.text() == "Changed."


def test_a_row_and_its_place_in_the_messages_lead_to_each_other(drawer: Drawer) -> None:
    lit: list[str] = []
    drawer.result.picked.connect(lit.append)
    drawer.show_story(UPDATED, StoryWords(OutcomeWords(doctor())).tell(UPDATED))
    drawer.exchange.attribute_picked.emit("Title")
    assert lit == ["Title"]
    drawer.exchange.attribute_picked.emit("Title")
    drawer.exchange.attribute_picked.emit("Nothing of the kind")
    assert lit == ["Title"]
