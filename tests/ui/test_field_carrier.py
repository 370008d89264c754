"""Rows come along from one API to the other, and what cannot is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, Row
from mktgui.domain.field_map import Carried
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.ui.field_carrier import FieldCarrier
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.desk import LABELS, Desk, practice_desk

FIRST, JIGSAW = Row("FirstName", CLEAR), Row("Marketo Jigsaw Contact Id", CLEAR)


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


@pytest.fixture
def carrier(desk: Desk) -> FieldCarrier:
    return FieldCarrier(desk.parts.desks.fields, lambda: LABELS)


def test_standard_fields_come_along_both_ways(carrier: FieldCarrier) -> None:
    over = carrier.carried((FIRST, JIGSAW), PRACTICE_REST, PRACTICE)
    assert over == Carried((Row("firstName", CLEAR), Row("jigsawContactId", CLEAR)), renamed=2)
    assert carrier.carried(over.rows, PRACTICE, PRACTICE_REST).rows == (FIRST, JIGSAW)
    assert carrier.sentence(over, PRACTICE_REST) == ""


def test_a_recipe_comes_along_wherever_it_is_from(carrier: FieldCarrier) -> None:
    assert carrier.carried((FIRST, Row("title")), PRACTICE_REST).rows == (Row("firstName", CLEAR), Row("title"))
    assert carrier.carried((FIRST,), PRACTICE).renamed == 0
    assert carrier.carried((FIRST,), PRACTICE, PRACTICE).renamed == 0


def test_what_this_marketo_has_told_of_its_fields_counts(carrier: FieldCarrier, desk: Desk, qtbot: QtBot) -> None:
    own = Row("Customer_Tier__c", CLEAR)
    assert carrier.carried((own,), PRACTICE).unmapped == ("Customer_Tier__c",)
    with qtbot.waitSignal(desk.parts.desks.fields.changed):
        desk.parts.desks.fields.complete(PRACTICE)
    assert carrier.carried((own,), PRACTICE, PRACTICE_REST).unmapped == ()


def test_what_cannot_come_along_is_named(carrier: FieldCarrier) -> None:
    few = Carried((), unmapped=("A", "B"))
    assert "what REST calls these fields: A, B. They stand" in carrier.sentence(few, PRACTICE_REST)
    assert "what SOAP calls these fields: A, B. They stand" in carrier.sentence(few, PRACTICE)
    many = Carried((), unmapped=tuple("ABCDEFG"))
    assert "A, B, C, D, E and 2 more." in carrier.sentence(many, PRACTICE)


def test_the_step_of_undo_has_a_name(carrier: FieldCarrier) -> None:
    assert carrier.step(PRACTICE) == "Names of fields for SOAP"
    assert carrier.step(PRACTICE_REST) == "Names of fields for REST"
