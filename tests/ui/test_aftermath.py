"""What follows a send: told in words, rows that stuck done with, and what is offered then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import Fault, Found
from mktgui.domain.calls import GetLead, SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.put_back import PutBack
from mktgui.ui.aftermath import Aftermath
from mktgui.ui.drawer import Drawer, DrawerParts
from mktgui.ui.errand import Errand
from mktgui.ui.looking import Looking
from mktgui.ui.sending import Sending
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.connections import SANDBOX
from tests.ui.desk import ANA, ANA_ID, Desk, practice_desk

CTO = Row("Title", edit_from_text("CTO"))
PHONE = Row("Phone", edit_from_text("+1"))


class Office:
    """An errand, a drawer, and the aftermath between them."""

    def __init__(self, desk: Desk, runner: Runner) -> None:
        parts = desk.parts
        self.desk, self.draft = desk, Draft(email=ANA, rows=(CTO,))
        self.drawer = Drawer(
            DrawerParts(
                read=parts.read_message,
                mask=parts.mask,
                preview=parts.preview,
                runner=runner,
                theme=parts.theme,
                clipboard=parts.clipboard,
                preferences=parts.preferences,
            )
        )
        self.errand = Errand(Looking(runner, parts.connect), Sending(runner, parts.connect_for), lambda: self.draft)
        self.aftermath = Aftermath(self.errand, self.drawer, parts.words(), lambda: self.draft, str)
        self.settled: list[object] = []
        self.aftermath.settled.connect(self.settled.append)

    @property
    def title(self) -> str:
        return self.drawer.result.title.text()


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk, runner)
        qtbot.addWidget(office.drawer)
        office.drawer.show()
        yield office
        office.errand.stop()
        office.drawer.close()


def send(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignals([office.errand.told, office.aftermath.seen]):
        office.errand.send(lambda _plan: "")


def look(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.errand.rested):
        office.errand.look()


def test_a_send_is_told_and_its_rows_are_done_with(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    assert office.title == "Updated lead 318815 (Ana Ruiz). Title: VP Sales → CTO."
    assert office.settled == [()]


def test_rows_that_were_edited_since_stay(office: Office, qtbot: QtBot) -> None:
    office.desk.server.next("as-usual")
    office.desk.server.next("slow=0.5")
    with qtbot.waitSignal(office.aftermath.seen):
        office.errand.send(lambda _plan: "")
        qtbot.waitUntil(lambda: office.errand.sending.busy)
        office.draft = Draft(email=ANA, rows=(Row("Title", edit_from_text("CEO")), PHONE))
    assert office.settled == []


def test_what_is_unknown_settles_nothing_until_a_look_proves_it(office: Office, qtbot: QtBot) -> None:
    look(office, qtbot)
    office.desk.server.next("cut-after-write")
    send(office, qtbot)
    assert office.settled == []
    with qtbot.waitSignal(office.aftermath.settled):
        office.drawer.result.bar.reread.click()
    assert office.settled == [()]


def test_a_failed_look_keeps_an_open_story_in_sight(office: Office, qtbot: QtBot) -> None:
    look(office, qtbot)
    office.desk.server.next("cut-after-write")
    send(office, qtbot)
    office.desk.server.next("fault-10001")
    with qtbot.waitSignal(office.errand.looked) as looked:
        office.errand.reread()
    assert looked.args is not None
    office.aftermath.tell_failed_look(looked.args[0])
    assert office.title == "The lead could not be re-read."
    assert office.drawer.result.story is not None


def test_a_failed_look_before_any_send_is_told_in_full(office: Office, qtbot: QtBot) -> None:
    office.desk.server.next("fault-20014")
    with qtbot.waitSignal(office.errand.looked) as looked:
        office.errand.look()
    assert looked.args is not None
    office.aftermath.tell_failed_look(looked.args[0])
    assert "does not accept" in office.title


def test_a_failed_look_does_not_hide_what_became_of_the_last_send(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    title = office.title
    office.desk.server.next("fault-20014")
    with qtbot.waitSignal(office.errand.looked) as looked:
        office.errand.look()
    assert looked.args is not None
    office.aftermath.tell_failed_look(looked.args[0])
    assert office.title == title


def test_a_lead_that_changed_meanwhile_is_shown_and_can_be_taken_over(office: Office, qtbot: QtBot) -> None:
    look(office, qtbot)
    office.desk.server.world.leads[int(ANA_ID)].attributes["Title"] = "COO"
    seen = office.errand.known
    assert seen is not None
    office.errand.learn(replace(seen, at=seen.at - timedelta(minutes=5)))
    with qtbot.waitSignal(office.aftermath.shown):
        office.errand.send(lambda _plan: "")
    with qtbot.waitSignal(office.aftermath.draft_wanted) as wanted:
        office.drawer.result.bar.take_over.click()
    assert wanted.args is not None
    assert all(not row.edit.is_sent for row in wanted.args[0].rows)
    with qtbot.waitSignal(office.aftermath.send_wanted):
        office.drawer.result.bar.send_anyway.click()


def test_a_halt_without_a_look_changes_nothing_in_the_drawer(office: Office, qtbot: QtBot) -> None:
    office.desk.server.next("never")
    office.errand.send(lambda _plan: "")
    with qtbot.waitSignal(office.errand.halted):
        office.errand.stop()
    assert office.title == "Nothing sent yet."


def test_putting_back_is_passed_on(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    with qtbot.waitSignal(office.aftermath.put_back_wanted) as wanted:
        office.drawer.result.bar.put_back.click()
    assert wanted.args is not None
    back = wanted.args[0]
    assert isinstance(back, PutBack)


def test_a_send_whose_connection_was_left_is_told_and_is_no_business_of_the_other_one(
    office: Office, qtbot: QtBot
) -> None:
    seen: list[object] = []
    office.aftermath.seen.connect(seen.append)
    look(office, qtbot)
    office.desk.server.next("slow=0.2")
    with qtbot.waitSignal(office.errand.told):
        office.errand.send(lambda _plan: "")
        office.errand.use(SANDBOX)
    assert office.title.startswith("Updated lead 318815 (Ana Ruiz).")
    assert office.drawer.result.story is None
    assert not office.drawer.result.bar.put_back.isVisible()
    send(office, qtbot)  # what is told later comes after all that would have been told of the first
    assert (len(office.settled), len(seen)) == (1, 1)


def test_while_a_call_is_under_way_no_button_starts_another(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    reread = office.drawer.result.bar.reread
    office.desk.server.next("slow=0.5")
    with qtbot.waitSignal(office.errand.rested):
        office.errand.look()
        qtbot.waitUntil(lambda: not reread.isEnabled())
    assert reread.isEnabled()


def test_a_call_that_takes_no_moment_lets_no_button_flash(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    office.errand.began.emit()
    assert office.drawer.result.bar.reread.isEnabled()
    office.errand.rested.emit()
    qtbot.wait(150)  # longer than a call may take without a sign
    assert office.drawer.result.bar.reread.isEnabled()


def test_before_any_call_there_is_nothing_for_a_ticket(office: Office) -> None:
    assert office.aftermath.ticket() is None


def test_a_ticket_of_a_look_has_its_answer_and_words(office: Office, qtbot: QtBot) -> None:
    look(office, qtbot)
    source = office.aftermath.ticket()
    assert source is not None
    assert isinstance(source.call, GetLead)
    assert isinstance(source.answer, Found)
    assert [record.email.text for record in source.answer.records] == [ANA]
    assert source.words == "Marketo answered."
    assert source.exchange is not None


def test_a_ticket_of_a_send_knows_the_lead_before_and_after(office: Office, qtbot: QtBot) -> None:
    send(office, qtbot)
    source = office.aftermath.ticket()
    assert source is not None
    assert isinstance(source.call, SyncLead)
    assert isinstance(source.answer, Found)  # the words name old values too, which may be about a person
    attributes = [one for record in source.answer.records for one in record.attributes]
    titles = [one.value.text for one in attributes if one.name == "Title"]
    assert titles == ["VP Sales", "CTO"]
    assert source.words.startswith("Updated lead 318815 (Ana Ruiz). Title: VP Sales → CTO.")


def test_a_ticket_of_a_call_that_failed_has_the_fault_and_what_to_do(office: Office, qtbot: QtBot) -> None:
    office.desk.server.next("fault-20014")
    look(office, qtbot)
    source = office.aftermath.ticket()
    assert source is not None
    assert isinstance(source.answer, Fault)
    assert source.answer.code == "20014"
    assert "does not accept" in source.words


def test_a_ticket_of_a_call_that_broke_off_has_no_answer(office: Office, qtbot: QtBot) -> None:
    office.desk.server.next("reset")
    look(office, qtbot)
    source = office.aftermath.ticket()
    assert source is not None
    assert source.answer is None
    assert source.words
