"""Under the table stands what an act did until the person moves on, else what there is to say of the line."""

import pytest

from mktgui.domain.findings import Code, Spot, error
from mktgui.ui.attribute_cells import Column
from mktgui.ui.table_remarks import MOST_OFFERS, TableRemarks
from tests.ui.lead_sheet import ambiguous, planned, setting, unknown
from tests.ui.table_parts import TableParts


@pytest.fixture
def remarks(table_parts: TableParts) -> TableRemarks:
    return TableRemarks(table_parts.model, table_parts.view, table_parts.line)


def offered(table_parts: TableParts) -> list[str]:
    return [button.text() for button in table_parts.line.buttons if button.isVisible()]


def test_a_remark_is_told_in_full_until_an_act_says_more(remarks: TableRemarks, table_parts: TableParts) -> None:
    table_parts.model.edits.merge([setting("Title", " CEO")], "take")
    table_parts.go("Title")
    table_parts.model.set_findings(planned(table_parts.model.rows))
    remarks.look_again()
    assert table_parts.line.label.text() == "Begins or ends with a space, and will be sent so."
    remarks.tell("Pasted.")
    remarks.look_again()
    assert table_parts.line.label.text() == "Pasted."
    table_parts.go("Address")
    remarks.move_on()
    assert table_parts.line.isHidden()


def test_of_no_line_there_is_nothing_to_say_or_to_offer(remarks: TableRemarks, table_parts: TableParts) -> None:
    remarks.look_again()
    assert table_parts.line.isHidden()
    assert remarks.offers() == []
    remarks.take_offer()
    assert table_parts.model.rows == ()


def test_a_name_is_put_right_by_the_first_offer(remarks: TableRemarks, table_parts: TableParts) -> None:
    for by_key in (True, False):
        table_parts.model.start_over([setting("Titel", "CEO")])
        table_parts.go("Titel", Column.FIELD)
        table_parts.model.set_findings((unknown(0, "Titel", "Title, Site"),))
        remarks.move_on()
        assert offered(table_parts) == ["Use Title", "Use Site"]
        if by_key:
            remarks.take_offer()
        else:
            table_parts.line.buttons[0].click()
        assert table_parts.model.rows == (setting("Title", "CEO"),)
        assert table_parts.view.hasFocus()


def test_a_value_is_put_right_in_its_own_column(remarks: TableRemarks, table_parts: TableParts) -> None:
    table_parts.model.start_over([setting("Birthday", "3/5/2026")])
    table_parts.go("Birthday", Column.FIELD)
    table_parts.model.set_findings((ambiguous(0),))
    remarks.move_on()
    assert offered(table_parts) == ["Use 2026-03-05", "Use 2026-05-03"]
    table_parts.line.buttons[1].click()
    assert table_parts.model.rows == (setting("Birthday", "2026-05-03"),)


def test_only_a_few_things_are_offered(remarks: TableRemarks, table_parts: TableParts) -> None:
    table_parts.model.start_over([setting("Titel", "3/5/2026")])
    table_parts.go("Titel")
    table_parts.model.set_findings((unknown(0, "Titel", "Title, Site, Site 2, Site 3"), ambiguous(0)))
    assert len(remarks.offers()) == MOST_OFFERS
    table_parts.model.set_findings((error(Code.NO_INTEGER, Spot.ROW_VALUE, 0, meant="12"),))
    assert [one.text for one in remarks.offers()] == ["Use 12"]
