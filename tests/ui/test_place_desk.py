"""Places are those that the person wrote down, and those that Marketo lists where its API can."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Code
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.ui.place_desk import PlaceDesk
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import let_workers_finish
from tests.ui.desk import Desk, practice_desk

LISTS = replace(PRACTICE_REST, workspaces=("EMEA", "LeadRecord"))
LISTED = ("ActivityRecord", "LeadRecord", "Opportunity", "OpportunityPersonRole")  # what this server lists is no matter


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def places(desk: Desk, runner: Runner) -> PlaceDesk:
    return PlaceDesk(runner, desk.parts.connect)


def test_what_is_listed_is_added_to_what_the_person_knows(places: PlaceDesk, desk: Desk, qtbot: QtBot) -> None:
    assert places.names(LISTS) == ("EMEA", "LeadRecord")
    with qtbot.waitSignal(places.changed, check_params_cb=lambda name: name == LISTS.id):
        places.complete(LISTS)
        places.complete(LISTS)  # it is being asked
    assert places.names(LISTS) == ("EMEA", "LeadRecord", "ActivityRecord", "Opportunity", "OpportunityPersonRole")
    assert places.names(replace(LISTS, workspaces=())) == LISTED
    assert desk.operations == ["listMObjects"]


def test_where_the_api_cannot_tell_nobody_is_asked(places: PlaceDesk, desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    places.complete(PRACTICE)
    let_workers_finish(runner, qtbot)
    assert desk.operations == []
    assert places.names(replace(PRACTICE, workspaces=("Default",))) == ("Default",)


def test_a_refusal_takes_nothing_away(places: PlaceDesk, desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    desk.server.next("fault-20013")
    spy = QSignalSpy(places.changed)
    places.complete(LISTS)
    let_workers_finish(runner, qtbot)
    assert spy.count() == 0
    assert places.names(LISTS) == LISTS.workspaces


def test_the_name_of_a_place_is_checked_where_any_are_known(places: PlaceDesk) -> None:
    assert places.check("LeadRecrod", replace(LISTS, workspaces=())) == ()
    [found] = places.check("LeadRecrod", LISTS)
    assert (found.code, found.param("meant")) == (Code.PARTITION_TYPO, "LeadRecord")
    assert places.check("EMEA", LISTS) == ()
