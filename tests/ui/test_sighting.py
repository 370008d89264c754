"""What was seen of a lead counts for its own key, for a minute, and until something may have been written."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mktgui.domain.api_rules import rules_of
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.known import FailedLook
from mktgui.domain.profile import PRACTICE
from mktgui.ui.sighting import Sighting
from tests.domain.leads import AT, EMAIL, known, lead

RULES = rules_of(PRACTICE)
BY_EMAIL = GetLead(LookupKey.EMAIL, EMAIL)
BY_ID = GetLead(LookupKey.IDNUM, "7")
SEEN = known(lead())


@pytest.fixture
def sighting(qapp: object) -> Iterator[Sighting]:
    owner = QObject()
    yield Sighting(owner)
    owner.deleteLater()


def test_before_anybody_has_looked_nothing_is_known(sighting: Sighting) -> None:
    assert (sighting.known, sighting.by(BY_EMAIL), sighting.of(Draft(email=EMAIL), RULES)) == (None, None, None)
    assert (sighting.is_in_vain, sighting.is_fresh(BY_EMAIL, AT)) == (False, False)


def test_it_is_of_the_key_that_was_asked_for(sighting: Sighting) -> None:
    sighting.take(SEEN)
    assert (sighting.known, sighting.by(BY_EMAIL), sighting.by(BY_ID)) == (SEEN, SEEN, None)
    assert sighting.of(Draft(email=EMAIL), RULES) is SEEN
    assert sighting.of(Draft(email="other@acme.example"), RULES) is None


def test_it_is_fresh_for_a_while_unless_something_may_have_been_written(sighting: Sighting) -> None:
    sighting.take(SEEN)
    assert sighting.is_fresh(BY_EMAIL, AT + timedelta(seconds=50))
    assert not sighting.is_fresh(BY_EMAIL, AT + timedelta(seconds=70))
    assert not sighting.is_fresh(BY_ID, AT)
    sighting.doubt()
    assert not sighting.is_fresh(BY_EMAIL, AT)
    sighting.take(SEEN)
    assert sighting.is_fresh(BY_EMAIL, AT)


def test_a_look_that_failed_is_in_vain_and_shows_no_lead(sighting: Sighting) -> None:
    sighting.take(FailedLook(profile_id="p", asked=BY_EMAIL, at=AT))
    assert sighting.is_in_vain
    assert sighting.of(Draft(email=EMAIL), RULES) is None


def test_what_was_seen_before_goes_little_by_little(sighting: Sighting, qtbot: QtBot) -> None:
    sighting.take(SEEN)
    sighting.take(None)
    assert not sighting.farewell.is_over
    qtbot.waitUntil(lambda: sighting.farewell.is_over)
