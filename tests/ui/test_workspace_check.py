"""What can be known of a workspace: rules at once, and proof from a probe that looks before it writes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mktgui.domain.lead import KeyKind
from mktgui.domain.ports import Transport
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.theme import Theme
from mktgui.ui.workspace_check import WorkspaceCheck, WorkspaceParts
from mktgui.workers.runner import Runner
from tests.ui.doctors import doctor

LEAD = "318815"  # the lead for newcomers in the practice world


@dataclass
class Desk:
    """The check on a real practice server, and the gate of the window it would belong to."""

    server: PracticeServer
    open: Callable[..., WorkspaceCheck]
    locks: list[str] = field(default_factory=list)

    @property
    def operations(self) -> list[str]:
        return [entry.operation for entry in self.server.journal]


@pytest.fixture
def desk(qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[Desk]:
    opened: list[WorkspaceCheck] = []
    envelopes = EnvelopeBuilder()
    with PracticeServer() as server:
        profile = Profile(id="p", name="Acme", endpoint=server.endpoint, user_id=server.user_id)

        def connect(profile: Profile) -> Transport:
            return SoapTransport(
                profile, lambda: Secret(server.secret), envelopes, lambda: datetime.now(UTC).astimezone()
            )

        def open_check(key: KeyKind = KeyKind.MARKETO_ID, known: tuple[str, ...] = ()) -> WorkspaceCheck:
            parts = WorkspaceParts(
                connect=connect,
                runner=runner,
                theme=theme,
                words=lambda: OutcomeWords(doctor()),
                gate=lambda: made.locks[0] if made.locks else "",
            )
            check = WorkspaceCheck(replace(profile, workspaces=known), key, parts)
            check.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            qtbot.addWidget(check)
            check.show()
            opened.append(check)
            return check

        made = Desk(server, open_check)
        yield made
        for check in opened:
            check.close()


def run(check: WorkspaceCheck, qtbot: QtBot) -> str:
    check.probe.click()
    check.probe.click()
    qtbot.waitUntil(lambda: check.probe.isEnabled() and check.banner.title.text() != "Asking Marketo…", timeout=20_000)
    return check.banner.title.text()


def test_the_rules_are_said_before_anything_is_asked(desk: Desk) -> None:
    check = desk.open(KeyKind.EMAIL, known=("EMEA",))
    check.begin("EMEAA", "")
    assert any("Do you mean EMEA?" in text for text in check.rules.texts())
    assert any("ignored" in text for text in check.rules.texts())
    assert not check.probe.isEnabled()
    assert check.banner.title.text() == "Fill in the Marketo ID: it is the key you chose."
    assert desk.operations == []


def test_a_lead_in_its_own_workspace_is_proved_to_be_there(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open()
    check.begin("Default", LEAD)
    assert run(check, qtbot) == "Yes: this lead is in the primary partition of Default."
    assert check.banner.lines.text().endswith("No value was sent, so none was changed.")
    assert desk.operations == ["getLead", "syncLead"]
    assert b"<attribute>" not in desk.server.journal[1].body


def test_another_workspace_is_refuted_and_nothing_is_written(desk: Desk, qtbot: QtBot) -> None:
    other = next(name for name in desk.server.world.workspaces if name != "Default")
    check = desk.open()
    check.begin(other, LEAD)
    assert run(check, qtbot) == f"No: this lead is not in the primary partition of {other}."
    assert "Marketo refused it" in check.banner.lines.text()
    assert check.banner.lines.text().endswith("Nothing was written.")


def test_a_workspace_that_does_not_exist_is_told(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open()
    check.begin("Nowhere", LEAD)
    assert run(check, qtbot).startswith("No:")
    assert "does not take the name" in check.banner.lines.text()


def test_a_lead_that_is_not_there_is_not_probed(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open()
    check.begin("Default", "999999")
    assert "was not sent and nothing was written" in run(check, qtbot)
    assert desk.operations == ["getLead"]


def test_a_fault_after_the_look_proves_nothing_and_is_explained(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open()
    check.begin("Default", LEAD)
    desk.server.next("slow=0")
    desk.server.next("cut-in-body")
    assert run(check, qtbot) == "The probe proves nothing about Default."
    assert "No answer of Marketo's came back." in check.banner.lines.text()


def test_a_locked_connection_is_asked_nothing(desk: Desk) -> None:
    desk.locks.append("Read-only: unlock writing above before you send.")
    check = desk.open()
    check.begin("Default", LEAD)
    check.probe.click()
    check.probe.click()
    assert check.banner.title.text() == "Read-only: unlock writing above before you send."
    assert desk.operations == []


def test_closing_hangs_up(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open()
    check.begin("Default", LEAD)
    desk.server.next("never")
    check.probe.click()
    check.probe.click()
    qtbot.waitUntil(lambda: len(desk.server.journal) == 1)
    check.shut.click()
    assert not check.isVisible()


def test_a_slip_in_the_program_is_told(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    check = desk.open()
    check.begin("Default", LEAD)
    monkeypatch.setattr(SoapTransport, "send", lambda *_arguments: 1 / 0)
    assert run(check, qtbot) == "Something in this program went wrong."
