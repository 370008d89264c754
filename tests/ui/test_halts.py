"""A Send that looked first goes on, unless what it saw speaks against what was expected."""

from dataclasses import replace

import pytest

from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import Plan
from mktgui.domain.recheck import recheck
from mktgui.ui.halts import Halt, halt_at
from tests.domain.leads import known, lead, request

CALL = request(Title="CTO")
WAS = known(lead(Title="VP"))
Kind = VerdictKind


def expected(kind: VerdictKind) -> Verdict:
    return Verdict(kind=kind, key=KeyKind.EMAIL)


def planned(kind: VerdictKind) -> Plan:
    return Plan(CALL, expected(kind), ())


@pytest.mark.parametrize(
    ("seen", "halt"),
    [
        (Kind.UPDATES, None),
        (Kind.UPDATES_NEWEST, Halt.SEVERAL),
        (Kind.CREATES, Halt.HAS_TO_BE_MEANT),
        (Kind.REFUSED, Halt.NOBODY_HAS_ID),
        (Kind.SKIPPED, Halt.WOULD_BE_SKIPPED),
        (Kind.LOOK_FAILED, Halt.LOOK_FAILED),
    ],
)
def test_what_is_news_halts_it_once(seen: VerdictKind, halt: Halt | None) -> None:
    assert halt_at(planned(seen), None, expected(Kind.NOT_LOOKED_UP)) is halt
    assert halt_at(planned(seen), None, expected(seen)) is None, "it was known before"


def test_a_lead_that_changed_meanwhile_halts_it() -> None:
    changed, same = recheck(WAS, known(lead(Title="CEO")), CALL), recheck(WAS, WAS, CALL)
    assert halt_at(planned(Kind.UPDATES), changed, expected(Kind.UPDATES)) is Halt.CHANGED
    assert halt_at(planned(Kind.UPDATES), same, expected(Kind.UPDATES)) is None


def test_what_cannot_be_sent_any_more_halts_it_before_all_else() -> None:
    changed = recheck(WAS, known(lead(Title="CEO")), CALL)
    unsendable = replace(planned(Kind.CREATES), request=None)
    assert halt_at(unsendable, changed, expected(Kind.UPDATES)) is Halt.CANNOT_BE_SENT
