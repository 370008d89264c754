"""Under the table stands what an act did until the person moves on, else what there is to say of the line."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from mktgui.domain.findings import Code, Spot, error
from mktgui.ui.attribute_cells import Column
from mktgui.ui.sentences import Sentences
from mktgui.ui.table_remarks import MOST_OFFERS, TableRemarks
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import ambiguous, planned, setting, unknown
from tests.ui.table_parts import TableParts


@pytest.fixture
def parts(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences) -> Iterator[TableParts]:
    parts = TableParts(undo, theme, sentences)
    qtbot.addWidget(parts)
    parts.resize(520, 400)
    with qtbot.waitActive(parts):
        parts.show()
    yield parts
    parts.close()


@pytest.fixture
def remarks(parts: TableParts) -> TableRemarks:
    return TableRemarks(parts.model, parts.view, parts.line)


def offered(parts: TableParts) -> list[str]:
    return [button.text() for button in parts.line.buttons if button.isVisible()]


def test_a_remark_is_told_in_full_until_an_act_says_more(remarks: TableRemarks, parts: TableParts) -> None:
    parts.model.edits.merge([setting("Title", " CEO")], "take")
    parts.go("Title")
    parts.model.set_findings(planned(parts.model.rows))
    remarks.look_again()
    assert parts.line.label.text() == "Begins or ends with a space, and will be sent so."
    remarks.tell("Pasted.")
    remarks.look_again()
    assert parts.line.label.text() == "Pasted."
    parts.go("Address")
    remarks.move_on()
    assert parts.line.isHidden()


def test_of_no_line_there_is_nothing_to_say_or_to_offer(remarks: TableRemarks, parts: TableParts) -> None:
    remarks.look_again()
    assert parts.line.isHidden()
    assert remarks.offers() == []
    remarks.take_offer()
    assert parts.model.rows == ()


def test_a_name_is_put_right_by_the_button_or_by_the_first_offer(remarks: TableRemarks, parts: TableParts) -> None:
    for by_key in (True, False):
        parts.model.start_over([setting("Titel", "CEO")])
        parts.go("Titel", Column.FIELD)
        parts.model.set_findings((unknown(0, "Titel", "Title, Site"),))
        remarks.move_on()
        assert offered(parts) == ["Use Title", "Use Site"]
        if by_key:
            remarks.take_offer()
        else:
            parts.line.buttons[0].click()
        assert parts.model.rows == (setting("Title", "CEO"),)
        assert parts.view.hasFocus()


def test_a_value_is_put_right_in_its_own_column(remarks: TableRemarks, parts: TableParts) -> None:
    parts.model.start_over([setting("Birthday", "3/5/2026")])
    parts.go("Birthday", Column.FIELD)
    parts.model.set_findings((ambiguous(0),))
    remarks.move_on()
    assert offered(parts) == ["Use 2026-03-05", "Use 2026-05-03"]
    parts.line.buttons[1].click()
    assert parts.model.rows == (setting("Birthday", "2026-05-03"),)


def test_only_a_few_things_are_offered(remarks: TableRemarks, parts: TableParts) -> None:
    parts.model.start_over([setting("Titel", "3/5/2026")])
    parts.go("Titel")
    parts.model.set_findings((unknown(0, "Titel", "Title, Site, Site 2, Site 3"), ambiguous(0)))
    assert len(remarks.offers()) == MOST_OFFERS
    parts.model.set_findings((error(Code.NO_INTEGER, Spot.ROW_VALUE, 0, meant="12"),))
    assert [one.text for one in remarks.offers()] == ["Use 12"]
