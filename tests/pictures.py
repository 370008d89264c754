"""Brings the window into every state there is, for its picture."""

from collections.abc import Callable, Iterator

from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.guard import Meant
from mktgui.domain.lead import KeyKind
from mktgui.domain.ports import LoadedProfiles
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.practice.server import PracticeServer
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.main_window import MainWindow

ANA, NOBODY = "ana.ruiz@acme.example", "grace.hopper@navy.example"
SEVERAL = "person42@mueller.example"
PATIENCE = 20_000
PRODUCTION = Profile(
    id="prod",
    name="Acme EU",
    endpoint="https://123-abc-456.mktoapi.com/soap/mktows/3_1",
    user_id="acme1_5512345678",
    environment=Environment.PRODUCTION,
    workspaces=("Default", "EMEA", "APAC"),
)


def setting(name: str, value: str) -> Row:
    return Row(name, edit_from_text(value))


class Scenes:
    """One after the other in one window, each beginning where the last one ended."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self._application, self._qtbot = application, qtbot

    def all(self) -> Iterator[str]:
        """Gives the name of each state while the window is in it."""
        yield "empty"
        self._load(Draft(email=ANA))
        yield "loaded"
        self._page.show_draft(_edited())
        self._settle()
        yield "edited"
        yield from self._looks()
        yield from self._sends()
        yield from self._surprises()
        yield from self._desk()

    @property
    def window(self) -> MainWindow:
        return self._application.window

    @property
    def _page(self) -> DraftPage:
        return self.window.page

    @property
    def _server(self) -> PracticeServer:
        return self._application.connections.practice.server()

    def _looks(self) -> Iterator[str]:
        self._load(Draft(email=SEVERAL))
        yield "several"
        self._load(Draft(email=NOBODY))
        yield "not-found"
        self._anew(Draft(key=KeyKind.FOREIGN_ID, foreign_id="CRM-00009", foreign_type="CUSTOM"))
        self._page.load()
        yield "cannot-be-looked-up"
        self._server.next("slow=30")
        self._anew(Draft(email=ANA))
        self._page.load()
        self._until(self._page.finder.box.load.isEnabled)
        yield "reading"
        self._page.stop()
        self._until(lambda: not self._page.errand.busy)
        self._server.next("fault-20014")
        self._anew(Draft(email=ANA))
        self._page.load()
        self._until(lambda: not self._page.errand.busy)
        yield "not-read"

    def _sends(self) -> Iterator[str]:
        self._load(Draft(email=NOBODY, rows=(setting("FirstName", "Grace"), setting("LastName", "Hopper"))))
        yield "to-be-meant"
        self._page.gate.meant.ticks[Meant.CREATES].setChecked(True)
        self._send()
        yield "created"
        self._load(_edited())
        self._server.next("slow=30")
        self._page.send()
        self._until(self._page.panel.stop.isVisible)
        yield "sending"
        self._page.stop()
        self._until(lambda: not self._page.errand.busy)
        yield "stopped"
        self._load(_edited())
        self._send()
        yield "updated"
        self._page.show_tab(1)
        self._until(lambda: bool(self._page.exchange.response.text()))
        yield "messages"
        self._page.show_tab(0)
        self._page.result.bar.put_back.click()
        self._until(lambda: self._page.errand.seen is not None)
        self._settle()
        yield "put-back"
        self.window.tabs.close_page(self.window.tabs.currentIndex())
        self._load(Draft(email=ANA, rows=(setting("Title", "CEO"),)))
        self._server.next("fault-20106")
        self._send()
        yield "refused"

    def _surprises(self) -> Iterator[str]:
        self._load(Draft(email=ANA, rows=(setting("Title", "Chief of Staff"), setting("City", "Boston"))))
        self._server.next("cut-after-write")
        self._send()
        yield "maybe-written"
        self._reread()
        yield "proved-written"
        self._load(Draft(email=ANA, rows=(setting("Title", "Founder"),)))
        self._server.next("reset")
        self._send()
        self._reread()
        yield "proved-not-written"
        self._load(Draft(email=ANA, rows=(setting("Title", "Founder"),)))
        self._server.next("reset")
        self._send()
        self._server.world.leads[318815].attributes["Title"] = "Head of Sales"
        self._page.show_draft(Draft(email=ANA, rows=(setting("Title", "Co-Founder"),)))
        self._page.send()
        self._until(lambda: not self._page.errand.busy)
        self._settle()
        yield "changed-in-between"

    def _desk(self) -> Iterator[str]:
        self.window.opener.open_new()
        self._load(Draft(email="person5@romashka.example", rows=(setting("Phone", "+7 727 000 0000"),)), anew=False)
        self.window.tabs.add_new(Draft(key=KeyKind.MARKETO_ID, marketo_id="1042"))
        self.window.tabs.setCurrentIndex(1)
        self._page.intake.side.recents.list.setCurrentRow(0)
        self._page.intake.side.recipes.list.setCurrentRow(0)
        self._settle()
        yield "tabs"
        while self.window.tabs.count() > 1:
            self.window.tabs.close_page(0)
        self._anew(Draft(email=ANA, rows=(setting("Title", "CEO"),), workspace="EMAE"))
        self.window.notice.hide()
        self.window.show_profiles(LoadedProfiles((PRODUCTION,)), PRODUCTION.id)
        self._settle()
        yield "locked-production"
        self.window.guard.unlock_button.confirmed.emit()
        self._settle()
        yield "unlocked-production"
        self.window.show_profiles(LoadedProfiles(), PRACTICE.id)

    def _anew(self, draft: Draft) -> None:
        """Another draft, on a page of its own: nothing of the last one is in sight."""
        self.window.tabs.add_new(draft)
        while self.window.tabs.count() > 1:
            self.window.tabs.close_page(0)
        self.window.notice.hide()
        self._settle()

    def _load(self, draft: Draft, *, anew: bool = True) -> None:
        if anew:
            self._anew(draft)
        else:
            self._page.show_draft(draft)
        self._page.load()
        self._until(lambda: self._page.errand.seen is not None and not self._page.errand.busy)
        self._settle()

    def _send(self) -> None:
        self._page.send()
        self._until(lambda: self._page.errand.story is not None and not self._page.errand.busy)
        self._settle()

    def _reread(self) -> None:
        self._page.result.bar.reread.click()
        self._until(lambda: not self._page.errand.busy)
        self._settle()

    def _until(self, there: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(there, timeout=PATIENCE)

    def _settle(self) -> None:
        self._qtbot.wait(20)


def _edited() -> Draft:
    rows = (setting("Title", "VP Marketing"), Row("Phone", CLEAR), setting("City", "Dallas"))
    return Draft(email=ANA, rows=rows, workspace="EMEA")
