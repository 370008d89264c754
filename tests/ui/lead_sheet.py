"""What tests of the attribute table show: a small Marketo, a lead in it, and rows of a draft."""

from datetime import UTC, datetime

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, error, warning
from mktgui.domain.lead import EMPTY, NIL, LeadAttribute, LeadRecord, Value, text_value
from mktgui.domain.plan import plan
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel


def field(name: str, label: str = "", kind: str = "string", **more: bool) -> FieldDescription:
    return FieldDescription(
        name=name,
        label=label or name,
        type=kind,
        read_only=more.get("read_only", False),
        update_blocked=more.get("update_blocked", False),
    )


FIELDS = (
    field("Id", "Marketo ID", "integer", read_only=True),
    field("Email", "Email Address", "email"),
    field("Title", "Job Title"),
    field("Address", "Address", "text"),
    field("Unsubscribed", "Unsubscribed", "boolean"),
    field("Birthday", "Date of Birth", "date"),
    field("Renewal", "Renewal", "datetime"),
    field("CreatedAt", "Created At", "datetime", read_only=True),
    field("Rating", "Rating", update_blocked=True),
    field("leadAttributeList", "", "Array"),
)
CATALOGUE = Catalogue(FIELDS, datetime(2026, 3, 5, 9, 14, tzinfo=UTC))


def attribute(name: str, value: Value | str, kind: str = "string") -> LeadAttribute:
    return LeadAttribute(name, text_value(kind), text_value(value) if isinstance(value, str) else value)


RECORD = LeadRecord(
    id=text_value("318815"),
    email=text_value("ana@acme.example"),
    attributes=(
        attribute("Title", "VP Sales"),
        attribute("Address", "Main St 1\r\nFloor 2"),
        attribute("CreatedAt", "2024-03-05T09:14:00-06:00", "datetime"),
        attribute("Rating", EMPTY),
        attribute("Birthday", NIL),
        attribute("Old__c", "left over"),
    ),
)


def setting(name: str, value: str) -> Row:
    return Row(name, Edit(EditKind.SET, value))


def planned(rows: tuple[Row, ...]) -> tuple[Finding, ...]:
    return plan(Draft(email="a@b.example", rows=rows)).findings


def unknown(row: int, name: str, meant: str) -> Finding:
    return error(Code.FIELD_MEANT, Spot.ROW_NAME, row, name=name, meant=meant)


def ambiguous(row: int) -> Finding:
    return warning(Code.DATE_AMBIGUOUS, Spot.ROW_VALUE, row, one="2026-03-05", other="2026-05-03")


def rows_of(model: AttributeModel) -> tuple[Row, ...]:
    return model.rows


def place(model: AttributeModel, name: str) -> int:
    return next(line.place for line in model.lines() if line.name == name)


def typed(model: AttributeModel, at: int | str, column: Column, text: str) -> bool:
    row = place(model, at) if isinstance(at, str) else at
    return model.setData(model.index(row, column), text)


def read(model: AttributeModel, at: int | str, column: Column = Column.VALUE) -> object:
    row = place(model, at) if isinstance(at, str) else at
    return model.data(model.index(row, column))


def names(model: AttributeModel) -> list[str]:
    return [line.name for line in model.lines()]


def names_of_fields() -> list[str]:
    return ["Id", "Email", "Address", "CreatedAt", "Birthday", "Title", "Old__c", "Rating", "Renewal", "Unsubscribed"]
