"""Fields that may hold the ids of another system, the likeliest first."""

from dataclasses import replace

import pytest

from mktgui.domain.answers import FieldDescription
from mktgui.domain.foreign_field import candidates
from tests.domain.fields import complete, field

STANDARD = complete(field("sicCode"), field("firstName"))


def own(name: str, label: str = "", kind: str = "string", *, read_only: bool = False) -> FieldDescription:
    return replace(field(name, label, kind, read_only=read_only), rest_name=name)


def test_the_likeliest_comes_first_and_else_the_alphabet() -> None:
    fields = (own("shoe", "Zebra"), own("colour", "Apple"), own("customerId"), own("notes", "SAP"), own("crmId"))
    found = candidates(complete(*fields), STANDARD)
    assert [one.name for one in found] == ["crmId", "notes", "customerId", "colour", "shoe"]


@pytest.mark.parametrize(
    "unfit",
    [
        own("sicCode"),
        own("crmId", read_only=True),
        own("crmId", kind="boolean"),
        own("crmId", kind="leather"),
        field("CrmId"),  # REST has not got it
        own("email", kind="email"),
    ],
)
def test_what_cannot_be_it_is_left_out(unfit: FieldDescription) -> None:
    assert candidates(complete(unfit), STANDARD) == ()


@pytest.mark.parametrize(
    ("name", "label"), [("erp_no", ""), ("x", "Customer ID"), ("account_key", ""), ("personId", "")]
)
def test_what_an_id_is_called(name: str, label: str) -> None:
    found = candidates(complete(own("aaa"), own("video", "Idea"), own(name, label)), STANDARD)
    assert found[0].name == name
