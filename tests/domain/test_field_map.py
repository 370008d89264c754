"""Names of fields carried over between SOAP and REST: by the standard table, by what a Marketo told, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import CLEAR, Edit, EditKind, Row
from mktgui.domain.field_map import Carried, FieldMap, FieldPair, carried_over
from mktgui.domain.profile import TransportKind
from tests.domain.drafts import ROWS
from tests.domain.fields import complete, field
from tests.domain.values import assert_is_value

SOAP, REST = TransportKind.SOAP, TransportKind.REST
STANDARD = (
    FieldPair("FirstName", "firstName"),
    FieldPair("DateofBirth", "dateOfBirth"),
    FieldPair("Marketo Jigsaw Contact Id", "jigsawContactId"),
    FieldPair("", "createdAt"),
)


def told(soap: str, rest: str) -> FieldDescription:
    return replace(field(rest or soap), soap_name=soap, rest_name=rest)


OVER_REST = complete(told("Shoe_Size__c", "shoeSize"), told("OnlyOverSoap", ""), told("title", "title_c"))
OVER_SOAP = complete(field("Shoe_Size__c"), field("Quirk"))
KNOWN = {SOAP: OVER_SOAP, REST: OVER_REST}


@pytest.mark.parametrize(
    ("to", "name", "over"),
    [
        (REST, "FirstName", "firstName"),
        (REST, "Marketo Jigsaw Contact Id", "jigsawContactId"),
        (REST, "firstName", "firstName"),
        (SOAP, "dateOfBirth", "DateofBirth"),
        (SOAP, "DateofBirth", "DateofBirth"),
        (REST, "createdAt", "createdAt"),
        (SOAP, "createdAt", None),
        (REST, "Shoe_Size__c", "shoeSize"),
        (SOAP, "shoeSize", "Shoe_Size__c"),
        (REST, "OnlyOverSoap", None),
        (SOAP, "Quirk", "Quirk"),
        (REST, "Quirk", None),
        (REST, "Nonsense", None),
        (SOAP, "FIRSTNAME", None),
    ],
)
def test_a_field_is_found_in_the_table_or_in_what_was_told(to: TransportKind, name: str, over: str | None) -> None:
    assert FieldMap(STANDARD, KNOWN).name_over(to, name) == over


def test_where_it_is_known_whose_a_name_is_one_that_both_have_for_different_fields_is_told_apart() -> None:
    names = FieldMap((*STANDARD, FieldPair("Title", "title")), KNOWN)
    assert names.name_over(REST, "title") == "title"
    assert names.name_over(REST, "title", SOAP) == "title_c"
    assert names.name_over(REST, "title", REST) == "title"
    assert names.name_over(REST, "shoeSize", SOAP) == "shoeSize"  # a REST name that somebody typed already
    assert names.name_over(REST, "OnlyOverSoap", SOAP) is None


def test_what_a_marketo_told_counts_for_more_than_the_table() -> None:
    renamed = {REST: complete(told("FirstName", "givenName"))}
    assert FieldMap(STANDARD, renamed).name_over(REST, "FirstName") == "givenName"


def test_rows_keep_all_but_their_names() -> None:
    rows = (
        Row(" FirstName ", Edit(EditKind.SET, "Ada")),
        Row("Nonsense", CLEAR),
        Row(),
        Row("firstName"),
        Row("Nonsense"),
    )
    carried = carried_over(rows, FieldMap(STANDARD, {}), REST)
    assert carried == Carried(
        (Row("firstName", Edit(EditKind.SET, "Ada")), *rows[1:]), renamed=1, unmapped=("Nonsense",)
    )
    assert carried.rows[3] is rows[3]


def test_there_and_back_again_is_where_one_began() -> None:
    rows = (Row("FirstName", CLEAR), Row("DateofBirth"), Row("Shoe_Size__c"))
    names = FieldMap(STANDARD, KNOWN)
    over = carried_over(rows, names, REST, SOAP)
    assert over.unmapped == ()
    assert carried_over(over.rows, names, SOAP, REST).rows == rows


@given(ROWS, st.sampled_from(TransportKind))
def test_carried_over_twice_is_carried_over_once(rows: tuple[Row, ...], to: TransportKind) -> None:
    names = FieldMap(STANDARD, {REST: Catalogue()})
    once = carried_over(rows, names, to)
    again = carried_over(once.rows, names, to)
    assert again.rows == once.rows
    assert (again.renamed, again.unmapped) == (0, once.unmapped)
    assert [row.edit for row in once.rows] == [row.edit for row in rows]


def test_they_are_values() -> None:
    assert_is_value(lambda: FieldPair("A", "a"))
    assert_is_value(lambda: Carried((Row("a"),), 1, ("b",)))
