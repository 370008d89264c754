"""Names of workspaces and partitions, compared with those that a connection knows."""

import pytest

from mktgui.domain.findings import Code, Spot, warning
from mktgui.domain.place_names import Place, check_place

KNOWN = ("Default", " EMEA ", "Asia Pacific", "亚太区", "")


@pytest.mark.parametrize(("typed", "meant"), [("emea", "EMEA"), (" EMAE ", "EMEA"), ("Asia-Pacific", "Asia Pacific")])
def test_a_slip_is_told_with_what_is_meant(typed: str, meant: str) -> None:
    for place, code in ((Place.WORKSPACE, Code.WORKSPACE_TYPO), (Place.PARTITION, Code.PARTITION_TYPO)):
        assert list(check_place(typed, KNOWN, place)) == [
            warning(code, Spot.WORKSPACE, workspace=typed.strip(), meant=meant)
        ]


def test_what_is_like_none_is_told_with_all_there_are() -> None:
    known = "Asia Pacific, Default, EMEA, 亚太区"
    for place, code in ((Place.WORKSPACE, Code.WORKSPACE_NOT_KNOWN), (Place.PARTITION, Code.PARTITION_NOT_KNOWN)):
        assert list(check_place("Mars", KNOWN, place)) == [warning(code, Spot.WORKSPACE, workspace="Mars", known=known)]


@pytest.mark.parametrize(
    ("typed", "known"), [("", KNOWN), (" ", KNOWN), ("EMEA", KNOWN), ("DEFAULT", ("X",)), ("X", ())]
)
def test_there_is_nothing_to_say_of_a_known_name_or_where_none_is_known(typed: str, known: tuple[str, ...]) -> None:
    assert list(check_place(typed, known, Place.WORKSPACE)) == []
