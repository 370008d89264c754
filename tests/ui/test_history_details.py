"""One past call in full: words first, its fields, and its messages once somebody looks at them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Exchange
from mktgui.domain.history import Begun, Ended, Entry, FieldChange, Summary
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.soap.messages import read_message
from mktgui.storage.history import SqliteHistory
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.history_acts import HistoryActs
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_details import HistoryDetails
from mktgui.ui.history_note import Words
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Scheme, Theme
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE, ended
from tests.ui.doctors import doctor
from tests.ui.past import LOST, begun, desk_on, look, put, summary_of


class Counting(SqliteHistory):
    """Remembers whose messages were asked for, and can be made to fail."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.read: list[str] = []
        self.is_spoiled = False

    def messages(self, entry_id: str) -> Exchange | None:
        self.read.append(entry_id)
        self._fail()
        return super().messages(entry_id)

    def entry(self, entry_id: str) -> Entry | None:
        self._fail()
        return super().entry(entry_id)

    def _fail(self) -> None:
        if self.is_spoiled:
            raise HistoryError(HistoryProblem(HistoryTrouble.UNREADABLE, detail="page 7"))


@pytest.fixture
def store(home: Path) -> Iterator[Counting]:
    store = Counting(home / "history")
    yield store
    store.close()


@pytest.fixture
def desk(runner: Runner, store: SqliteHistory) -> Iterator[HistoryDesk]:
    desk = desk_on(runner, store)
    yield desk
    desk.close()


@pytest.fixture
def details(theme: Theme, desk: HistoryDesk, runner: Runner, home: Path, qtbot: QtBot) -> HistoryDetails:
    words = HistoryWords(lambda: OutcomeWords(doctor()))
    preferences = Preferences(home / "window.ini")
    exchange = ExchangeView(read_message, mask_body, runner, theme, QGuiApplication.clipboard(), preferences)
    acts = HistoryActs(exchange)
    details = HistoryDetails(
        desk, theme, words, lambda _one: lambda name: {"Title": "Job Title"}.get(name, name), acts, exchange
    )
    qtbot.addWidget(details)
    details.resize(1000, 600)
    details.show()
    return details


def show(details: HistoryDetails, summary: Summary, qtbot: QtBot) -> None:
    details.show_summary(summary)
    qtbot.waitUntil(lambda: details.entry is not None and details.entry.summary == summary)


def fields(details: HistoryDetails) -> list[str]:
    model = details.model
    return [str(model.data(model.index(0, column))) for column in range(model.columnCount())]


def test_until_a_call_is_chosen_it_says_what_will_be_here(details: HistoryDetails) -> None:
    assert details.banner.title.text() == "Choose a call to see what was sent, and what became of it."
    assert not details.pages.isVisible()
    assert not details.note.isVisible()
    assert details.entry is None


def test_a_change_is_told_in_words_and_field_by_field(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    shown = QSignalSpy(details.shown)
    summary = put(store, begun(environment=Environment.PRODUCTION, profile_name="Acme EU"))
    details.show_summary(summary)
    assert details.banner.title.text() == "Updated"  # at once, from the list
    qtbot.waitUntil(lambda: details.entry is not None)
    assert details.lead.text().startswith("Ana Ruiz #318815, ")
    assert details.stripe.text() == "PRODUCTION Acme EU"
    assert details.banner.title.text() == "Updated lead 318815. Job Title: VP → CEO."
    assert "key: ana@acme.example" in details.facts.text()
    assert "Planned as an update of lead 318815." in details.facts.text()
    assert fields(details) == ["Job Title (Title)", "VP", "CEO", "CEO", "✓ As asked"]
    assert shown.at(shown.count() - 1) == [details.entry]
    assert store.read == []  # nobody has looked at the messages


def test_messages_are_read_when_they_are_looked_at(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    show(details, put(store, begun(), exchange=EXCHANGE), qtbot)
    details.show_page(1)
    qtbot.waitUntil(lambda: "芳" in details.exchange.request.text())
    details.show_page(0)
    details.show_page(1)
    assert store.read == ["call-0"]
    other = put(store, begun(1))
    show(details, other, qtbot)
    qtbot.waitUntil(lambda: details.no_messages.text() == "No messages were kept of this call.")
    assert details.no_messages.isVisible()
    assert store.read == ["call-0", "call-1"]
    details.show_summary(None)
    assert not details.pages.isVisible()


def test_what_cannot_be_read_is_said(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    show(details, put(store, begun(), exchange=EXCHANGE), qtbot)
    store.is_spoiled = True
    details.show_page(1)
    qtbot.waitUntil(lambda: "could not be read" in details.no_messages.text())
    assert details.no_messages.text() == "The messages of this call could not be read (page 7)."
    other = put(store, begun(1))
    details.show_summary(other)
    qtbot.waitUntil(lambda: details.banner.title.text() == "The rest of this call could not be read (page 7).")
    details.grab()  # so that it is laid out
    assert details.stripe.height() == details.stripe.sizeHint().height()  # nothing spreads over what is missing


def test_a_call_that_ends_meanwhile_is_shown_anew(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    one = begun()
    store.begin(one)
    show(details, summary_of(store, one.id), qtbot)
    details.show_page(1)
    assert details.banner.title.text() == "This call is still under way."
    details.note.fields[Words.NOTE].setText("typed")
    store.finish(one, ended())
    store.keep_messages(one.id, EXCHANGE)
    after = summary_of(store, one.id)
    details.show_summary(after)
    assert details.entry is not None  # it does not blink
    qtbot.waitUntil(lambda: details.banner.title.text().startswith("Updated lead"))
    qtbot.waitUntil(lambda: "芳" in details.exchange.request.text())
    before = details.entry
    details.show_summary(after)
    assert details.entry is before


def test_a_call_that_is_gone_is_told(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    summary = put(store, begun())
    store.remove([summary.id])
    with qtbot.waitSignal(details.gone) as gone:
        details.show_summary(summary)
    assert gone.args == ["call-0"]


def test_what_comes_late_is_not_shown(
    details: HistoryDetails, store: Counting, desk: HistoryDesk, qtbot: QtBot
) -> None:
    one, other = put(store, begun(0), exchange=EXCHANGE), put(store, begun(1, who="Bo Li"))
    details.show_page(1)
    details.show_summary(one)
    show(details, other, qtbot)
    assert details.lead.text().startswith("Bo Li")
    store.is_spoiled = True
    details.show_summary(one)
    details.show_summary(None)
    job = desk.ask(lambda store: store.stamp())
    with qtbot.waitSignal(job.finished):
        pass
    assert details.entry is None


@pytest.mark.parametrize(
    ("one", "how", "told"),
    [
        (look(), ended(status="", written=Written.NO), "No field was changed by this call."),
        (begun(fields=()), None, "No field was changed by this call."),
    ],
)
def test_where_no_field_changed_that_is_said(
    details: HistoryDetails, store: Counting, qtbot: QtBot, one: Begun, how: Ended | None, told: str
) -> None:
    show(details, put(store, one, how), qtbot)
    assert details.no_fields.isVisible()
    assert details.no_fields.text() == told


def test_without_values_that_is_said(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    store.keep_values(keep=False)
    show(details, put(store, begun()), qtbot)
    assert details.no_fields.text() == "No values were kept of this call: only that it was, and how it ended."
    assert details.lead.text().startswith("Change, ")


def test_while_it_is_unknown_reading_again_is_the_main_thing(
    details: HistoryDetails, store: Counting, theme: Theme, qtbot: QtBot
) -> None:
    show(details, put(store, begun(), LOST), qtbot)
    main = next(iter(details.bar.buttons.values()))
    assert main.isVisible()
    assert theme.colours.accent in main.styleSheet()
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    show(details, put(store, begun(1)), qtbot)
    assert main.styleSheet() == ""


def test_over_rest_identifiers_have_its_names(details: HistoryDetails, store: Counting, qtbot: QtBot) -> None:
    email = FieldChange(name="Email", asked="new@acme.example", fate="stuck")
    details.show_summary(put(store, begun(0, fields=(email,), transport="rest"), LOST))
    qtbot.waitUntil(lambda: details.model.rowCount() == 1)
    assert details.model.name_at(0) == "email"
