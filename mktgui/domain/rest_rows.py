"""What REST has against rows of the attribute table: fields of the company, keys that cannot change, typed values."""

from collections.abc import Iterator, Sequence

from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import EditKind, Row
from mktgui.domain.field_types import field_type
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.json_literal import is_bent, literal

# Of the company of a lead, not of the lead: REST says 1021 where it does not change them (facts sheet 6.6).
_COMPANY = frozenset(
    {
        *("company", "site", "website", "industry", "siccode", "annualrevenue", "numberofemployees", "mainphone"),
        *("billingstreet", "billingcity", "billingstate", "billingcountry", "billingpostalcode"),
    }
)
_EMAIL = "email"


def row_findings(
    rows: Sequence[tuple[int, Row]], catalogue: Catalogue, key_email: str | None, foreign_field: str
) -> Iterator[Finding]:
    """Besides what any API has against them.

    `key_email` is the address that the lead is found by, None where it is found otherwise. `foreign_field` is the field
    that the foreign id of the draft goes to, empty for none.
    """
    for number, row in rows:
        name = row.name.strip()
        folded = name.casefold()
        if folded in _COMPANY:
            yield warning(Code.COMPANY_FIELD, Spot.ROW_NAME, number, name=name)
        elif folded == _EMAIL:
            yield from _email(number, row, key_email)
        elif foreign_field and name == foreign_field:
            yield error(Code.NAME_IS_FOREIGN_FIELD, Spot.ROW_NAME, number, name=name)
        if row.edit.kind is EditKind.SET:
            yield from _typed(number, row, catalogue)


def _email(number: int, row: Row, key_email: str | None) -> Iterator[Finding]:
    if key_email is not None and row.edit.sent != key_email:
        yield error(Code.KEY_CANNOT_CHANGE, Spot.ROW_NAME, number)
    if not row.edit.sent.isascii():
        yield error(Code.EMAIL_NOT_ASCII, Spot.ROW_VALUE, number)


def _typed(number: int, row: Row, catalogue: Catalogue) -> Iterator[Finding]:
    field = catalogue.by_name.get(row.name.strip())
    kind = field_type(field.type) if field is not None else None
    if kind is not None and is_bent(row.edit.text, kind.value):
        yield note(Code.JSON_VALUE, Spot.ROW_VALUE, number, json=literal(row.edit.text, kind.value))
