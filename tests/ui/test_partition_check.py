"""What Marketo tells of a partition over REST, asked for real: nothing is written, and that is said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import Transport
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.partition_check import PartitionCheck
from mktgui.ui.theme import Theme
from mktgui.ui.workspace_check import WorkspaceParts
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless
from tests.ui.doctors import doctor

LEAD = "318815"  # in Default
NOTHING_WRITTEN = "Nothing was written: the check only reads."
WAITING = "Asking Marketo…"


@dataclass
class Desk:
    """The check on a real practice server."""

    server: PracticeServer
    open: Callable[..., PartitionCheck]

    @property
    def operations(self) -> list[str]:
        return [entry.operation for entry in self.server.journal if entry.operation != "token"]


@pytest.fixture
def desk(qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[Desk]:
    opened: list[PartitionCheck] = []
    with PracticeServer() as server:
        told = Told()

        def open_check(partition: str = "", marketo_id: str = "", role: str = "read-write") -> PartitionCheck:
            client_id, secret = server.clients[role]
            profile = Profile(
                id="p",
                name="Acme",
                endpoint=server.rest_endpoint,
                user_id=client_id,
                transport=TransportKind.REST,
                answer_seconds=5.0,
            )

            def connect(profile: Profile) -> Transport:
                return RestTransport(profile, lambda: Secret(secret), told)

            parts = WorkspaceParts(
                connect=connect,
                runner=runner,
                theme=theme,
                words=lambda: OutcomeWords(doctor()),
                gate=lambda: "Read-only: unlock writing above before you send.",
            )
            check = PartitionCheck(profile, parts)
            check.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            qtbot.addWidget(check)
            check.begin(partition, marketo_id)
            check.show()
            opened.append(check)
            return check

        yield Desk(server, open_check)
        for check in opened:
            check.close()


def run(check: PartitionCheck, qtbot: QtBot) -> str:
    check.check.click()
    qtbot.waitUntil(lambda: check.check.isEnabled() and check.banner.title.text() != WAITING, timeout=20_000)
    return check.banner.title.text()


def lines(check: PartitionCheck) -> list[str]:
    return check.banner.lines.text().split("\n")


def test_nothing_is_asked_before_the_person_does(desk: Desk) -> None:
    check = desk.open("EMEA", LEAD)
    assert check.check.isEnabled()
    assert check.banner.title.text() == "Nothing has been asked yet. Check lists the partitions."
    assert desk.operations == []
    assert nameless(check) == []


def test_an_id_that_is_none_is_told_at_once(desk: Desk) -> None:
    check = desk.open("EMEA", "three")
    assert not check.check.isEnabled()
    assert "Marketo ID" in check.banner.title.text()
    check.marketo_id.clear()
    assert check.check.isEnabled()


def test_a_partition_that_is_there(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open(" EMEA ")
    assert run(check, qtbot) == "Yes: there is a partition EMEA, and this API user may see it."
    assert "fill in its Marketo ID" in lines(check)[0]
    assert lines(check)[-1] == NOTHING_WRITTEN
    assert desk.operations == ["partitions"]


def test_a_slip_gets_the_nearest_name_and_the_list(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMAE", LEAD)
    assert run(check, qtbot) == "No: this API user sees no partition EMAE."
    assert lines(check) == [
        "Do you mean EMEA?",
        "Marketo lists these: Default, Archive, EMEA, EMEA Archive, APAC.",
        "If there should be one, ask your Marketo administrator whether this API user may see it.",
        NOTHING_WRITTEN,
    ]
    assert desk.operations == ["partitions"], "the lead need not be read"


def test_a_name_like_none_gets_the_list_once(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("Nowhere")
    assert run(check, qtbot).startswith("No:")
    assert lines(check)[0] == "Marketo lists these: Default, Archive, EMEA, EMEA Archive, APAC."


def test_a_partition_that_the_user_may_not_see(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("APAC", role="emea-only")
    assert run(check, qtbot) == "No: this API user sees no partition APAC."
    assert lines(check)[0] == "Marketo lists these: EMEA, EMEA Archive."


def test_without_a_name_the_list_is_the_answer(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("", LEAD)
    told = "This API user may see these partitions: Default, Archive, EMEA, EMEA Archive, APAC."
    assert run(check, qtbot) == told
    assert lines(check) == ["To look for one, fill in its name.", NOTHING_WRITTEN]


def test_a_lead_in_the_partition_and_one_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    before = repr(desk.server.world.leads)
    check = desk.open("Default", LEAD)
    assert run(check, qtbot) == f"Yes: lead {LEAD} is in the partition Default."
    assert desk.operations == ["partitions", "describe", "leadsByFilter"]
    check.partition.setText("EMEA")
    assert check.banner.title.text() == "Nothing has been asked yet. Check lists the partitions."
    assert run(check, qtbot) == f"No: lead {LEAD} is not in the partition EMEA, but in Default."
    assert lines(check)[-1] == NOTHING_WRITTEN
    assert repr(desk.server.world.leads) == before


def test_a_lead_that_is_not_there(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMEA", "999999")
    assert run(check, qtbot) == "The partition EMEA is there, but lead 999999 was not found."


def test_no_answer_to_the_list_is_explained(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMEA")
    run(check, qtbot)
    desk.server.next("cut-in-body")
    assert run(check, qtbot) == "No answer of Marketo's came back, so this is not known."
    assert lines(check)[-1] == NOTHING_WRITTEN
    assert len(lines(check)) > 1


def test_no_answer_about_the_lead_still_tells_of_the_partition(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMEA", LEAD)
    run(check, qtbot)
    desk.server.next("slow=0")
    desk.server.next("cut-in-body")
    assert run(check, qtbot) == "No answer of Marketo's came back, so this is not known."
    assert lines(check)[0] == "The partition EMEA is there, but the lead could not be read."


def test_another_name_hangs_up_what_was_asked(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMEA")
    run(check, qtbot)
    desk.server.next("never=60")
    asked = len(desk.server.journal)
    check.check.click()
    qtbot.waitUntil(lambda: len(desk.server.journal) > asked, timeout=20_000)
    check.partition.setText("APAC")
    assert run(check, qtbot) == "Yes: there is a partition APAC, and this API user may see it."


def test_closing_hangs_up(desk: Desk, qtbot: QtBot) -> None:
    check = desk.open("EMEA")
    desk.server.next("never=60")
    check.check.click()
    qtbot.waitUntil(lambda: bool(desk.server.journal), timeout=20_000)
    check.shut.click()
    assert not check.isVisible()


def test_a_slip_in_the_program_is_told(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    check = desk.open("EMEA")
    monkeypatch.setattr(RestTransport, "send", lambda *_arguments: 1 / 0)
    assert run(check, qtbot) == "Something in this program went wrong. Nothing was written."


def test_a_user_who_sees_no_partition(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.server.world, "workspaces", {})
    check = desk.open("", role="emea-only")
    assert run(check, qtbot) == "This API user may see no partition."
    assert lines(check)[-1] == NOTHING_WRITTEN
    check.partition.setText("EMEA")
    assert run(check, qtbot) == "No: this API user sees no partition EMEA."
    assert len(lines(check)) == 2
