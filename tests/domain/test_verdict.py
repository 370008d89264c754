"""A verdict: what a send will do to which lead."""

import pytest

from mktgui.domain.lead import KeyKind
from mktgui.domain.verdict import Verdict, VerdictKind
from tests.domain.values import assert_is_value

MAY = {VerdictKind.CREATES, VerdictKind.NOT_LOOKED_UP, VerdictKind.LOOK_FAILED, VerdictKind.CANNOT_BE_LOOKED_UP}


@pytest.mark.parametrize("kind", VerdictKind)
def test_a_new_lead_may_come_only_where_nothing_speaks_against_it(kind: VerdictKind) -> None:
    assert Verdict(kind=kind, key=KeyKind.EMAIL).may_create is (kind in MAY)
    assert not Verdict(kind=kind, key=KeyKind.MARKETO_ID).may_create
    assert not Verdict(kind=kind, key=KeyKind.EMAIL, only_updates=True).may_create


def test_it_is_a_value() -> None:
    assert_is_value(lambda: Verdict(kind=VerdictKind.SKIPPED, key=KeyKind.EMAIL))
