"""The same request sent again is known for what it is."""

from dataclasses import replace

import pytest

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.lead import ForeignType
from mktgui.domain.repeat import repeats, what_it_does
from tests.domain.leads import request

ASKED = request(Title="CEO", City="Lima")


@pytest.mark.parametrize(
    "other",
    [
        ASKED,
        request(City="Lima", Title="CEO"),
        request(email="ANA@ACME.example", Title="CEO", City="Lima"),
        replace(ASKED, return_lead=False),
        replace(ASKED, workspace="EMEA"),
    ],
)
def test_the_same_change_of_the_same_lead(other: SyncLead) -> None:
    assert repeats(other, ASKED)
    assert what_it_does(other) == what_it_does(ASKED)


@pytest.mark.parametrize(
    "other",
    [
        request(Title="CEO"),
        request(Title="CTO", City="Lima"),
        replace(ASKED, email="bob@acme.example"),
        replace(ASKED, marketo_id=7),
        replace(ASKED, cookie="id:1"),
        replace(ASKED, foreign_id="A-9", foreign_type=ForeignType.CUSTOM),
        replace(ASKED, attributes=(*ASKED.attributes, AttributeToSend("Fax", ""))),
    ],
)
def test_anything_else_is_another_change(other: SyncLead) -> None:
    assert not repeats(other, ASKED)
