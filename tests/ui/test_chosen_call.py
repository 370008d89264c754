"""A past call becomes a draft, a receipt, code or a ticket; where it cannot, a sentence says why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.history import Entry, Summary
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import PRACTICE, TransportKind
from mktgui.domain.recall import Recall, Wish
from mktgui.domain.snippets import Language
from mktgui.ui.chosen_call import ChosenCall
from mktgui.ui.equivalent_window import EquivalentWindow
from mktgui.ui.history_acts import HistoryActs
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE
from tests.ui.connections import SANDBOX
from tests.ui.desk import Desk, practice_desk
from tests.ui.past import DRAFT, LOST, begun, put

OVER_REST = replace(SANDBOX, transport=TransportKind.REST, endpoint="123-ABC-456.mktorest.com")


class Office(QWidget):
    """A window of past calls, with nothing in it but what is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.store, self.said = desk.store, list[str]()
        self.entry: Entry | None = None
        self.acts = HistoryActs(self)
        self.chosen = ChosenCall(
            desk.parts, HistoryWords(desk.parts.words), lambda _summary: str, lambda: self.entry, self
        )
        self.chosen.follow(self.acts)
        self.chosen.said.connect(self.said.append)

    def choose(self, summary: Summary) -> Entry:
        self.entry = self.store.entry(summary.id)
        assert self.entry is not None
        return self.entry


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        qtbot.addWidget(office)
        office.show()
        yield office
        office.chosen.close()
        office.close()
        desk.parts.desks.history.close()


def test_it_is_wanted_as_a_draft_or_a_receipt(office: Office, qtbot: QtBot) -> None:
    entry = office.choose(put(office.store, begun()))
    with qtbot.waitSignal(office.chosen.recalled) as recalled:
        office.acts.wished.emit(Wish.AGAIN)
    assert recalled.args == [Recall(wish=Wish.AGAIN, profile_id=PRACTICE.id, profile_name=PRACTICE.name, draft=DRAFT)]
    with qtbot.waitSignal(office.chosen.receipt_wanted) as receipt:
        office.acts.receipt_wanted.emit()
    assert receipt.args == [entry]


def test_nothing_is_made_of_no_call(office: Office) -> None:
    heard = QSignalSpy(office.chosen.recalled), QSignalSpy(office.chosen.receipt_wanted)
    office.acts.wished.emit(Wish.DRAFT)
    for act in (office.acts.receipt_wanted, office.acts.ticket_wanted, office.acts.equivalent_wanted):
        act.emit()
    assert [one.count() for one in heard] == [0, 0]
    assert office.findChildren(EquivalentWindow) == []
    office.chosen.copies.copy(Language.PYTHON)
    assert office.said == ["Nothing was copied: no call is chosen."]


def test_it_goes_on_by_the_field_of_its_connection(office: Office) -> None:
    recalled = QSignalSpy(office.chosen.recalled)
    draft = replace(DRAFT, key=KeyKind.FOREIGN_ID, email="", foreign_id="A-9")
    there = {"profile_id": OVER_REST.id, "profile_name": OVER_REST.name, "transport": "rest"}
    office.choose(put(office.store, begun(0, draft=draft, **there), LOST))
    office.chosen.use_profiles((replace(OVER_REST, foreign_field="crmKey"),))
    office.acts.wished.emit(Wish.AGAIN)
    assert recalled.at(0)[0].story.request.lookup_field == "crmKey"
    office.chosen.use_profiles((OVER_REST,))
    office.acts.wished.emit(Wish.AGAIN)
    assert recalled.count() == 1
    assert "the connection Sandbox names no field for foreign IDs" in office.said[0]
    office.acts.wished.emit(Wish.DRAFT)
    office.chosen.use_profiles(())  # what is not there any more is for the main window to say
    office.acts.wished.emit(Wish.AGAIN)
    assert recalled.count() == 3


def test_of_a_look_there_is_nothing_to_put_back(office: Office) -> None:
    recalled = QSignalSpy(office.chosen.recalled)
    office.choose(put(office.store, begun(draft=None, fields=(), verdict=None)))
    office.acts.wished.emit(Wish.PUT_BACK)
    assert (recalled.count(), office.said) == (0, [])


def test_it_is_copied_as_code(office: Office, clipboard_text: None, qtbot: QtBot) -> None:
    office.choose(put(office.store, begun()))
    with qtbot.waitSignal(office.chosen.said):
        office.chosen.copies.copy(Language.PYTHON)
    assert office.said[0].startswith("Copied as Python (zeep).")
    assert "ana@acme.example" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("profile_id", [PRACTICE.id, "gone"])
def test_it_is_shown_over_both_apis_though_its_connection_be_gone(
    office: Office, qtbot: QtBot, profile_id: str
) -> None:
    office.choose(put(office.store, begun(profile_id=profile_id)))
    office.acts.equivalent_wanted.emit()
    [both] = office.findChildren(EquivalentWindow)
    request = both.panes[TransportKind.SOAP].text
    qtbot.waitUntil(lambda: "<attrValue>CEO</attrValue>" in request.toPlainText())
    both.close()


def test_it_is_copied_for_a_ticket_where_its_messages_were_kept(office: Office, qtbot: QtBot) -> None:
    troubled = QSignalSpy(office.chosen.troubled)
    kept, bare = put(office.store, begun(0), exchange=EXCHANGE), put(office.store, begun(1))
    office.choose(bare)
    office.acts.ticket_wanted.emit()
    qtbot.waitUntil(lambda: office.said == ["No messages were kept of this call."])
    office.choose(kept)
    office.acts.ticket_wanted.emit()
    qtbot.waitUntil(lambda: office.chosen.tickets.ticket is not None)
    ticket = office.chosen.tickets.ticket
    assert ticket is not None
    office.chosen.close()
    assert not ticket.isVisible()
    office.store.close()
    office.acts.ticket_wanted.emit()
    qtbot.waitUntil(lambda: troubled.count() == 1)
