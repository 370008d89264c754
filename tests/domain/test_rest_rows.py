"""What REST has against rows of the attribute table."""

import pytest

from mktgui.domain.draft import CLEAR, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.rest_rows import row_findings
from tests.domain.fields import complete, field

CATALOGUE = complete(
    field("optedIn", kind="boolean"), field("score", kind="score"), field("title"), field("shoe", kind="leather")
)


def setting(name: str, text: str) -> Row:
    return Row(name, Edit(EditKind.SET, text))


def told(row: Row, key_email: str | None = None, foreign_field: str = "") -> list[Finding]:
    return list(row_findings([(3, row)], CATALOGUE, key_email, foreign_field))


@pytest.mark.parametrize("name", ["company", " Company ", "SICCode", "billingStreet", "MainPhone"])
def test_fields_of_the_company_are_told_by_name(name: str) -> None:
    assert told(Row(name, CLEAR)) == [warning(Code.COMPANY_FIELD, Spot.ROW_NAME, 3, name=name.strip())]


def test_the_address_that_a_lead_is_found_by_cannot_become_another() -> None:
    slip = error(Code.KEY_CANNOT_CHANGE, Spot.ROW_NAME, 3)
    assert told(setting("email", "b@corp.example"), key_email="a@corp.example") == [slip]
    assert told(Row("Email", CLEAR), key_email="a@corp.example") == [slip]
    assert told(setting("email", "a@corp.example"), key_email="a@corp.example") == []
    assert told(setting("email", "b@corp.example")) == []


def test_an_address_in_other_letters_cannot_be_sent() -> None:
    assert told(setting("email", "ä@corp.example")) == [error(Code.EMAIL_NOT_ASCII, Spot.ROW_VALUE, 3)]


def test_the_field_of_the_foreign_id_is_set_once() -> None:
    assert told(setting("crmId", "A"), foreign_field="crmId") == [
        error(Code.NAME_IS_FOREIGN_FIELD, Spot.ROW_NAME, 3, name="crmId")
    ]
    assert told(setting("crmId", "A")) == []


@pytest.mark.parametrize(
    ("name", "text", "json"),
    [("optedIn", "1", "true"), ("optedIn", "No", "false"), ("score", " 42", "42"), ("score", "+42", "42")],
)
def test_what_a_text_becomes_is_told_where_it_is_not_what_was_typed(name: str, text: str, json: str) -> None:
    assert told(setting(name, text)) == [note(Code.JSON_VALUE, Spot.ROW_VALUE, 3, json=json)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("optedIn", "true"),
        ("score", "42"),
        ("score", "many"),
        ("score", "４２"),
        ("title", "1"),
        ("shoe", "1"),
        ("x", "1"),
    ],
)
def test_and_not_where_it_is(name: str, text: str) -> None:
    assert told(setting(name, text)) == []
