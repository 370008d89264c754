"""Three pages; what happened comes to the front."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.ui.drawer import Drawer, DrawerParts
from mktgui.ui.outcome_words import Told, Tone
from mktgui.ui.theme import Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner


def test_an_outcome_brings_its_page_to_the_front(qtbot: QtBot, runner: Runner, theme: Theme) -> None:
    drawer = Drawer(
        DrawerParts(
            read=read_message,
            mask=mask_body,
            preview=RequestPreview(EnvelopeBuilder()),
            runner=runner,
            theme=theme,
            clipboard=QGuiApplication.clipboard(),
        )
    )
    qtbot.addWidget(drawer)
    drawer.show()
    assert [drawer.tabText(tab) for tab in range(drawer.count())] == ["&Result", "Re&quest and response", "Previe&w"]
    drawer.setCurrentWidget(drawer.exchange)
    drawer.show_told(Told(Tone.GOOD, "Updated lead 7.", ()), None)
    assert drawer.currentWidget() is drawer.result
    assert drawer.result.title.text() == "Updated lead 7."
    drawer.close()
