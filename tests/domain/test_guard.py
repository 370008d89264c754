"""The lock springs back, and what a send does besides changing attributes has to be meant."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.guard import UNLOCKED_SECONDS, Meant, Step, seconds_left, steps
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.profile import Environment
from tests.domain.clocks import TestClock
from tests.domain.drafts import COOKIE
from tests.domain.leads import known
from tests.domain.values import assert_is_value

TITLE = Row("Title", Edit(EditKind.SET, "CTO"))
PRODUCTION = Environment.PRODUCTION
BY_ID = Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(TITLE,))
BY_EMAIL = Draft(key=KeyKind.EMAIL, email="ada@corp.example", rows=(TITLE,))


def meant(draft: Draft) -> list[Meant]:
    return [step.meant for step in steps(plan(draft), PRODUCTION)]


def test_a_step_is_a_value() -> None:
    assert_is_value(lambda: Step(Meant.CREATES, ("a", 1)))


def test_what_was_never_unlocked_has_no_time_left() -> None:
    assert seconds_left(None, TestClock()()) == 0


def test_it_stays_unlocked_for_a_quarter_of_an_hour() -> None:
    clock = TestClock()
    unlocked = clock()
    assert seconds_left(unlocked, clock()) == UNLOCKED_SECONDS == 900
    assert seconds_left(unlocked, clock.pass_time(899)) == 1
    assert seconds_left(unlocked, clock.pass_time(1)) == 0
    assert seconds_left(unlocked, clock.pass_time(1)) == 0


def test_neither_a_sleep_nor_a_clock_set_back_makes_it_last_longer() -> None:
    clock = TestClock()
    unlocked = clock()
    clock.set_date(unlocked.utc + timedelta(hours=8))
    assert seconds_left(unlocked, clock()) == 0
    clock.set_date(unlocked.utc - timedelta(hours=8))
    clock.now = clock.pass_time(300)
    assert seconds_left(unlocked, clock()) == 600


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        (BY_ID, []),
        (BY_EMAIL, []),  # Send looks it up first
        (Draft(key=KeyKind.COOKIE, cookie=COOKIE, email="ada@corp.example", rows=(TITLE,)), [Meant.CREATES]),
        (Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="CUSTOM"), [Meant.CREATES]),
        (Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="ada@corp.example"), [Meant.OVERWRITES_EMAIL]),
        (
            Draft(key=KeyKind.MARKETO_ID, marketo_id="7", foreign_id="A-9", foreign_type="SFDC"),
            [Meant.REASSIGNS_FOREIGN_ID],
        ),
        (
            Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="SFDC", email="ada@corp.example"),
            [Meant.CREATES, Meant.OVERWRITES_EMAIL],
        ),
        (
            Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("Email", Edit(EditKind.SET, "b@corp.example")),)),
            [Meant.OVERWRITES_EMAIL],
        ),
    ],
)
def test_creating_and_overwriting_a_key_have_to_be_meant(draft: Draft, wanted: list[Meant]) -> None:
    assert meant(draft) == wanted


def test_creating_has_to_be_meant_everywhere_and_overwriting_on_production() -> None:
    for environment in Environment:
        found = steps(plan(BY_EMAIL, known(value="ada@corp.example")), environment)
        assert [step.meant for step in found] == [Meant.CREATES]
    overwrites = plan(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="ada@corp.example"))
    assert steps(overwrites, Environment.TEST) == ()


def test_sending_again_what_may_have_been_written_has_to_be_meant_everywhere() -> None:
    again = plan(BY_ID)
    assert again.request is not None
    for environment in Environment:
        [step] = steps(again, environment, still_open=again.request)
        assert step.meant is Meant.SENDS_AGAIN
    other = plan(replace(BY_ID, rows=(Row("Title", Edit(EditKind.SET, "CIO")),)))
    assert steps(other, PRODUCTION, still_open=again.request) == ()
    assert other.request is not None
    assert steps(other, PRODUCTION, still_open=other.request) != steps(again, PRODUCTION, still_open=again.request)


def test_what_cannot_be_sent_needs_not_be_meant() -> None:
    assert steps(plan(Draft(key=KeyKind.EMAIL)), PRODUCTION) == ()


def test_the_same_of_another_lead_is_another_step() -> None:
    one, other = (
        steps(plan(Draft(key=KeyKind.EMAIL, email=email, rows=(TITLE,)), known(value=email)), PRODUCTION)
        for email in ("ada@corp.example", "bob@corp.example")
    )
    assert one != other


def test_another_value_of_an_attribute_is_the_same_step() -> None:
    nobody = known(value="ada@corp.example")
    mended = Draft(key=KeyKind.EMAIL, email="ada@corp.example", rows=(Row("Title", Edit(EditKind.SET, "CIO")),))
    assert steps(plan(mended, nobody), PRODUCTION) == steps(plan(BY_EMAIL, nobody), PRODUCTION) != ()


def test_another_address_as_an_attribute_is_another_step() -> None:
    one, other = (
        steps(
            plan(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("Email", Edit(EditKind.SET, email)),))),
            PRODUCTION,
        )
        for email in ("ada@corp.example", "bob@corp.example")
    )
    assert one != other
