"""A choice only where a call took several requests."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Exchange, Message, Part
from mktgui.ui.exchange_picker import ExchangePicker

CALL = Exchange(
    endpoint="https://one.example/rest",
    sent=Message("POST /rest/v1/leads.json HTTP/1.1", (), b"{}"),
    left=True,
    started=datetime(2026, 11, 25, tzinfo=UTC),
)
TOKEN, BACK = replace(CALL, part=Part.TOKEN), replace(CALL, part=Part.READ_BACK)


@pytest.fixture
def picker(qtbot: QtBot) -> ExchangePicker:
    picker = ExchangePicker()
    qtbot.addWidget(picker)
    return picker


def texts(picker: ExchangePicker) -> list[str]:
    return [picker.itemText(number) for number in range(picker.count())]


def test_of_one_request_there_is_nothing_to_choose(picker: ExchangePicker) -> None:
    picker.show_call(CALL)
    assert picker.isHidden()
    picker.show_call(None)
    assert picker.isHidden()


def test_all_are_offered_in_order_and_the_call_itself_comes_first_to_the_eye(picker: ExchangePicker) -> None:
    told: list[Exchange] = []
    picker.picked.connect(told.append)
    picker.show_call(replace(CALL, before=(TOKEN,), after=(BACK,)))
    assert texts(picker) == ["1 of 3: a token is fetched", "2 of 3: the call", "3 of 3: the lead is read back"]
    assert (picker.currentIndex(), told) == (1, [])
    picker.setCurrentIndex(2)
    assert told == [BACK]


@pytest.mark.parametrize("part", Part)
def test_every_kind_of_request_has_its_words(picker: ExchangePicker, part: Part) -> None:
    picker.show_call(replace(CALL, before=(replace(CALL, part=part),)))
    assert texts(picker)[0].startswith("1 of 2: ")
    assert picker.accessibleName()
