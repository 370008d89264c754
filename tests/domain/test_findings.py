"""A finding says what, how grave and where, in codes; whoever words it finds the parameters by name."""

from collections.abc import Callable

import pytest

from mktgui.domain.findings import Code, Finding, Severity, Spot, error, note, warning
from tests.domain.values import assert_is_value


@pytest.mark.parametrize(
    ("make", "severity"), [(error, Severity.ERROR), (warning, Severity.WARNING), (note, Severity.NOTE)]
)
def test_a_maker_gives_its_own_severity_and_keeps_the_rest(make: Callable[..., Finding], severity: Severity) -> None:
    made = make(Code.NAME_TWIN, Spot.ROW_NAME, 3, name="title", twin="Title")
    assert made == Finding(Code.NAME_TWIN, severity, Spot.ROW_NAME, 3, (("name", "title"), ("twin", "Title")))
    assert (made.param("name"), made.param("twin")) == ("title", "Title")


@pytest.mark.parametrize("make", [error, warning, note])
def test_unless_told_otherwise_a_finding_is_about_the_lead_as_a_whole(make: Callable[..., Finding]) -> None:
    made = make(Code.CHANGES_NOTHING)
    assert (made.spot, made.row, made.params) == (Spot.LEAD, None, ())


def test_a_parameter_that_is_not_there_is_empty_text() -> None:
    assert note(Code.SETS, count="1", names="Title").param("id") == ""


def test_a_finding_is_a_value() -> None:
    assert_is_value(lambda: warning(Code.CLEARS, count="1", names="Title"))


@pytest.mark.parametrize("words", [Code, Spot, Severity])
def test_no_two_names_share_a_word(words: type[Code] | type[Spot] | type[Severity]) -> None:
    assert len(words.__members__) == len(list(words))
