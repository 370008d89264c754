"""For all that a credential check can find there is somebody who can mend it, and only one."""

import pytest

from mktgui.domain import fixers
from mktgui.domain.fixers import Fixer, fixer_of
from mktgui.domain.ladder import Verdict


@pytest.mark.parametrize("verdict", Verdict)
def test_somebody_can_mend_it(verdict: Verdict) -> None:
    nothing_to_mend = {Verdict.GOOD, Verdict.STOPPED, Verdict.TOO_FAST}
    assert (fixer_of(verdict) is Fixer.NOBODY) == (verdict in nothing_to_mend)


@pytest.mark.parametrize(
    ("verdict", "fixer"),
    [
        (Verdict.NAME_UNKNOWN, Fixer.YOU),
        (Verdict.NO_PERMISSION, Fixer.ADMINISTRATOR),
        (Verdict.TLS_INSPECTION, Fixer.NETWORK_TEAM),
        (Verdict.UNEXPECTED, Fixer.MAKERS),
    ],
)
def test_it_is_whoever_has_the_thing_in_hand(verdict: Verdict, fixer: Fixer) -> None:
    assert fixer_of(verdict) is fixer


def test_no_verdict_stands_in_two_lists() -> None:
    listed = [verdict for verdicts in fixers._FIXERS.values() for verdict in verdicts]  # noqa: SLF001 - its table
    assert sorted(listed) == sorted(Verdict)
