"""The lock springs back, and what a send does besides changing attributes has to be meant."""

from datetime import timedelta

import pytest

from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.guard import UNLOCKED_SECONDS, Meant, Step, seconds_left, steps
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.profile import Environment
from tests.domain.clocks import TestClock
from tests.domain.drafts import COOKIE
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
        (BY_EMAIL, [Meant.CREATES]),
        (Draft(key=KeyKind.COOKIE, cookie=COOKIE, rows=(TITLE,)), [Meant.CREATES]),
        (Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="SFDC"), [Meant.CREATES]),
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


@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.TEST])
def test_off_production_nothing_has_to_be_meant(environment: Environment) -> None:
    assert steps(plan(BY_EMAIL), environment) == ()


def test_what_cannot_be_sent_needs_not_be_meant() -> None:
    assert steps(plan(Draft(key=KeyKind.EMAIL)), PRODUCTION) == ()


def test_the_same_of_another_lead_is_another_step() -> None:
    one, other = (
        steps(plan(Draft(key=KeyKind.EMAIL, email=email, rows=(TITLE,))), PRODUCTION)
        for email in ("ada@corp.example", "bob@corp.example")
    )
    assert one != other


def test_another_value_of_an_attribute_is_the_same_step() -> None:
    mended = Draft(key=KeyKind.EMAIL, email="ada@corp.example", rows=(Row("Title", Edit(EditKind.SET, "CIO")),))
    assert steps(plan(mended), PRODUCTION) == steps(plan(BY_EMAIL), PRODUCTION)


def test_another_address_as_an_attribute_is_another_step() -> None:
    one, other = (
        steps(
            plan(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("Email", Edit(EditKind.SET, email)),))),
            PRODUCTION,
        )
        for email in ("ada@corp.example", "bob@corp.example")
    )
    assert one != other
