"""The window's parts on a real practice server, and what its tests do with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from mktgui.domain.history import Retention
from mktgui.domain.history_port import HistoryProblem
from mktgui.domain.ports import Connect, Transport
from mktgui.domain.profile import Profile
from mktgui.domain.recording import Context, context_of
from mktgui.domain.secret import Secret
from mktgui.domain.ticket import TicketMaker
from mktgui.practice.server import PracticeServer
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.transport import SoapTransport
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.storage.history import SqliteHistory
from mktgui.storage.history_file import BUSY_SECONDS
from mktgui.storage.recents import RecentsFile
from mktgui.storage.recipes import RecipeFile
from mktgui.ui.field_carrier import FieldCarrier
from mktgui.ui.field_desk import FieldDesk
from mktgui.ui.field_labels import FieldLabels
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.place_desk import PlaceDesk
from mktgui.ui.preferences import Preferences
from mktgui.ui.recent_desk import RecentDesk
from mktgui.ui.recipe_desk import RecipeDesk
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Desks, Parts
from mktgui.wire.disguise import disguised_head, disguised_message
from mktgui.wire.redact import mask_body
from mktgui.workers.recorded import RecordedTransport, at_once
from mktgui.workers.runner import Runner
from tests.ui.checks import envelopes
from tests.ui.doctors import doctor

ANA, ANA_ID = "ana.ruiz@acme.example", "318815"  # the lead for newcomers in the practice world


@dataclass
class Desk:
    """Everything a window needs, with every profile leading to this one server."""

    server: PracticeServer
    parts: Parts
    store: SqliteHistory

    @property
    def operations(self) -> list[str]:
        """What Marketo was asked, oldest first."""
        return [entry.operation for entry in self.server.journal]

    def title_of(self, lead: int = int(ANA_ID)) -> str:
        """What Marketo has as the job title of a lead."""
        return self.server.world.leads[lead].attributes.get("Title", "")


LABELS = FieldLabels("en")


def desks(
    home: Path,
    runner: Runner,
    connect: Connect,
    store: SqliteHistory,
    retention: Callable[[], Retention] = Retention,
) -> Desks:
    """What drafts share, in files of its own."""
    fields = FieldDesk(runner, connect, lambda: CatalogueFolder(home / "catalogues"), LABELS.standard)
    return Desks(
        history=HistoryDesk(runner, lambda: store, at_once, retention),
        fields=fields,
        names=FieldCarrier(fields, lambda: LABELS),
        places=PlaceDesk(runner, connect),
        recents=RecentDesk(runner, lambda: RecentsFile(home / "recents.json")),
        recipes=RecipeDesk(runner, lambda: RecipeFile(home / "recipes.toml", "en")),
    )


@contextmanager
def practice_desk(home: Path, runner: Runner, theme: Theme, busy_seconds: float = BUSY_SECONDS) -> Iterator[Desk]:
    """A desk; its server is shut afterwards. `busy_seconds`: how long its history waits for whoever holds the file."""
    with PracticeServer() as server:
        store = SqliteHistory(home / "history", busy_seconds=busy_seconds)
        preferences = Preferences(home / "window.ini")

        def connect_for(context: Context) -> Transport:
            there = replace(context.profile, endpoint=server.endpoint, user_id=server.user_id)
            line = SoapTransport(
                there, lambda: Secret(server.secret), envelopes(), lambda: datetime.now(UTC).astimezone()
            )
            return RecordedTransport(line, store, context, fail)

        def connect(profile: Profile) -> Transport:
            return connect_for(context_of(profile))

        parts = Parts(
            desks=desks(home, runner, connect, store, lambda: preferences.retention),
            choose_values=partial(choose_values, store),
            kept_in=lambda: (home / "history", home / "drafts"),
            labels=lambda: LABELS,
            draft_files=JsonDraftFiles,
            ticket_maker=lambda: TicketMaker(partial(disguised_message, read_message), disguised_head),
            snippet=SnippetMaker(envelopes()),
            person=lambda: "ana.ops",
            connect=connect,
            connect_for=connect_for,
            read_message=read_message,
            mask=mask_body,
            preview=lambda profile, call: RequestPreview(envelopes())(call, profile.user_id),
            make_ready=lambda _profile, call: envelopes().make_ready(call, server.user_id),
            tally=lambda _profile: None,
            edit_profiles=lambda _profiles, _selected, _parent: None,
            runner=runner,
            theme=theme,
            preferences=preferences,
            words=lambda: OutcomeWords(doctor()),
            clipboard=QGuiApplication.clipboard(),
        )
        yield Desk(server, parts, store)
        store.close()


def fail(problem: HistoryProblem) -> None:
    raise AssertionError(problem)


def choose_values(store: SqliteHistory, *, keep: bool, scrub: bool) -> int:
    store.keep_values(keep=keep)
    return store.scrub() if scrub else 0
