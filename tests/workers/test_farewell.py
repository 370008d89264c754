"""What nobody needs any more goes little by little, and what somebody still has stays."""

from datetime import UTC, datetime
from weakref import WeakSet

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.known import Known
from mktgui.domain.lead import Extra, LeadRecord
from mktgui.workers.farewell import AT_ONCE, Farewell


class Seen(Extra):
    """One of which it can be told whether it is still there."""


def lead(size: int) -> tuple[Known, WeakSet[Seen]]:
    """A lead with so many things that nobody expected, and those that are still there."""
    extras = tuple(Seen(f"x{number}", "") for number in range(size))
    asked = GetLead(LookupKey.IDNUM, "7")
    record = LeadRecord(extras=extras)
    return Known(profile_id="p", asked=asked, at=datetime.now(UTC), records=(record,)), WeakSet(extras)


def test_a_big_lead_goes_little_by_little(qapp: QApplication, qtbot: QtBot) -> None:
    farewell, counts, clock = Farewell(), set[int](), QTimer()
    known, there = lead(5 * AT_ONCE)
    clock.timeout.connect(lambda: counts.add(len(there)))
    clock.start(0)
    farewell.see_off(known)
    del known
    assert not farewell.is_over
    assert len(there) == 5 * AT_ONCE, "others have not let go of it yet"
    qtbot.waitUntil(lambda: farewell.is_over)
    assert not there
    assert len(counts) > 2, "the window has its turn in between"


def test_whoever_still_has_a_part_keeps_it(qapp: QApplication, qtbot: QtBot) -> None:
    farewell = Farewell()
    (known, there), (other, others) = lead(2 * AT_ONCE), lead(3)
    assert known.record is not None
    kept = known.record.extras[7]
    for value in (known, other, None):
        farewell.see_off(value)
    del known, other, value
    qtbot.waitUntil(lambda: farewell.is_over)
    assert set(there) == {kept}
    assert not others, "what is small goes too"


def test_nothing_is_looked_for_in_what_is_no_value(qapp: QApplication, qtbot: QtBot) -> None:
    farewell, ring = Farewell(), list[object]()
    ring += [ring, qapp, print]
    farewell.see_off(ring)
    qtbot.waitUntil(lambda: farewell.is_over)
    assert ring == [ring, qapp, print]


def test_without_a_value_there_is_nothing_to_do(qapp: QApplication) -> None:
    farewell = Farewell()
    farewell.see_off(None)
    assert farewell.is_over
