"""A real history for the screens that show it, and calls to put there."""

from collections.abc import Callable
from datetime import timedelta

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange
from mktgui.domain.history import Begun, Ended, FieldChange, Query, Retention, State, Summary
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import PRACTICE, Environment
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_desk import HistoryDesk
from mktgui.workers.runner import Runner
from tests.storage.past_calls import NOON, ended

CEO = FieldChange(name="Title", was=text_value("VP"), asked="CEO", now=text_value("CEO"), fate="stuck")
DRAFT = Draft(email="ana@acme.example", rows=(Row("Title", edit_from_text("CEO")),))
PLANNED = Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="318815", at=NOON)
LOST = Ended(state=State.OUTCOME_UNKNOWN)


def begun(number: int = 0, **other: object) -> Begun:
    """A send over the practice server."""
    known: dict[str, object] = {
        "id": f"call-{number}",
        "at": NOON + timedelta(minutes=number),
        "profile_id": PRACTICE.id,
        "profile_name": PRACTICE.name,
        "environment": Environment.PRACTICE,
        "transport": "soap",
        "kind": CallKind.SYNC_LEAD,
        "key_kind": "email",
        "key_value": "ana@acme.example",
        "lead_id": "318815",
        "who": "Ana Ruiz",
        "verdict": PLANNED,
        "fields": (CEO,),
        "draft": DRAFT,
    }
    return Begun(**(known | other))  # type: ignore[arg-type] # each test names what it changes


def look(number: int = 0, **other: object) -> Begun:
    """A look at a lead."""
    nothing: dict[str, object] = {"verdict": None, "fields": (), "draft": None, "key_kind": "EMAIL"}
    return begun(number, **({"kind": CallKind.GET_LEAD} | nothing | other))


def put(store: SqliteHistory, one: Begun, how: Ended | None = None, exchange: Exchange | None = None) -> Summary:
    """Keep a call, by default one that went well; gives its line."""
    store.begin(one)
    if how is None:
        how = ended(status="UPDATED" if one.may_write else "", written=Written.YES if one.may_write else Written.NO)
    store.finish(one, how)
    if exchange is not None:
        store.keep_messages(one.id, exchange)
    return summary_of(store, one.id)


def refused(code: str) -> Ended:
    """Marketo answered with a fault."""
    return ended(ending=Ending.REFUSED, written=Written.NO, status="", fault=code, told="no")


def summary_of(store: SqliteHistory, entry_id: str) -> Summary:
    """The line of a call."""
    return next(one for one in store.search(Query(limit=1000)).entries if one.id == entry_id)


class Later:
    """What is left for a thread that can wait: done when the test says so."""

    def __init__(self) -> None:
        self.chores: list[Callable[[], None]] = []

    def __call__(self, chore: Callable[[], None]) -> None:
        self.chores.append(chore)

    def do(self) -> None:
        """Do all of it."""
        while self.chores:
            self.chores.pop(0)()


def desk_on(
    runner: Runner, store: SqliteHistory, later: Callable[[Callable[[], None]], None] | None = None
) -> HistoryDesk:
    """A desk with this history."""
    return HistoryDesk(runner, lambda: store, later or Later(), lambda: Retention(days=30, number=100))
