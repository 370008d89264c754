"""Recent leads are read once, shared by all drafts, and never lost by being early."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import Deed, Recent
from mktgui.storage.recents import RecentsFile
from mktgui.ui.recent_desk import RecentDesk
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish

ANA = Recent(key=KeyKind.EMAIL, text="ana@corp.example", deed=Deed.LOADED, at=datetime(2026, 11, 25, tzinfo=UTC))
BO = Recent(key=KeyKind.EMAIL, text="bo@corp.example", deed=Deed.CHANGED, at=datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def file(home: Path) -> RecentsFile:
    return RecentsFile(home / "recents.json")


@pytest.fixture
def desk(runner: Runner, file: RecentsFile) -> RecentDesk:
    return RecentDesk(runner, lambda: file)


def test_what_was_kept_is_there_once_it_is_wanted(desk: RecentDesk, file: RecentsFile, qtbot: QtBot) -> None:
    file.add("p", ANA)
    assert desk.recents("p") == ()
    with qtbot.waitSignal(desk.changed):
        desk.want("p")
    assert desk.recents("p") == (ANA,)
    desk.want("p")
    assert desk.recents("other") == ()


def test_a_new_one_is_there_at_once_and_in_the_file_soon(
    desk: RecentDesk, file: RecentsFile, runner: Runner, qtbot: QtBot
) -> None:
    file.add("p", ANA)
    desk.want("p")
    desk.add("p", BO)  # before what was kept has come
    assert desk.recents("p") == (BO,)
    let_workers_finish(runner, qtbot)
    assert desk.recents("p") == (BO, ANA)
    assert file.load("p").recents == (BO, ANA)


def test_all_of_them_can_be_forgotten(desk: RecentDesk, file: RecentsFile, runner: Runner, qtbot: QtBot) -> None:
    desk.add("p", ANA)
    let_workers_finish(runner, qtbot)
    desk.forget("p")
    assert desk.recents("p") == ()
    let_workers_finish(runner, qtbot)
    assert file.load("p").recents == ()


def test_what_was_forgotten_while_it_was_being_read_does_not_come_back(
    desk: RecentDesk, file: RecentsFile, runner: Runner, qtbot: QtBot
) -> None:
    file.add("p", ANA)
    desk.want("p")
    desk.forget("p")
    let_workers_finish(runner, qtbot)
    assert desk.recents("p") == ()


def test_one_of_them_can_be_forgotten(desk: RecentDesk, file: RecentsFile, runner: Runner, qtbot: QtBot) -> None:
    for one in (ANA, BO):
        desk.add("p", one)
        let_workers_finish(runner, qtbot)
    desk.drop("p", ANA)
    assert desk.recents("p") == (BO,)
    let_workers_finish(runner, qtbot)
    assert file.load("p").recents == (BO,)


def test_a_broken_file_is_told(desk: RecentDesk, home: Path, qtbot: QtBot) -> None:
    (home / "recents.json").write_text("{")
    with qtbot.waitSignal(desk.troubled) as told:
        desk.want("p")
    assert told.args is not None
    assert isinstance(told.args[0], KeepProblem)
    assert told.args[0].trouble is KeepTrouble.BROKEN


@pytest.mark.parametrize("act", ["add", "forget"])
def test_a_file_that_cannot_be_written_is_told(act: str, runner: Runner, home: Path, qtbot: QtBot) -> None:
    (home / "there").write_text("a file where a folder should be")
    desk = RecentDesk(runner, lambda: RecentsFile(home / "there" / "recents.json"))
    with qtbot.waitSignal(desk.troubled) as told:
        if act == "add":
            desk.add("p", ANA)
        else:
            desk.forget("p")
    assert told.args is not None
    assert told.args[0].trouble is KeepTrouble.UNWRITABLE
