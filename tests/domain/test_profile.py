"""A profile says where to, as whom and how careful to be; a secret has no place in it."""

from dataclasses import fields

import pytest

from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.domain.secret import Secret
from tests.domain.values import assert_is_value


def test_a_profile_is_a_value() -> None:
    assert_is_value(lambda: Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55"))


def test_unless_told_otherwise_a_connection_is_for_tests_and_as_patient_as_shipped_clients() -> None:
    new = Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55")
    assert new.environment is Environment.TEST
    assert (new.connect_seconds, new.answer_seconds) == (20.0, 90.0)


def test_no_part_of_a_profile_can_hold_a_secret() -> None:
    assert [field.name for field in fields(Profile)] == [
        "id",
        "name",
        "endpoint",
        "user_id",
        "environment",
        "connect_seconds",
        "answer_seconds",
    ]
    assert not any(isinstance(getattr(PRACTICE, field.name), Secret) for field in fields(Profile))


def test_the_practice_profile_is_known_before_its_server_runs() -> None:
    assert (PRACTICE.id, PRACTICE.environment) == ("practice", Environment.PRACTICE)
    assert (PRACTICE.endpoint, PRACTICE.user_id) == ("", "")


def test_what_is_at_stake_has_three_words_that_a_file_may_hold() -> None:
    assert " ".join(Environment) == "practice test production"


def test_the_parts_of_a_profile_are_told_by_name() -> None:
    with pytest.raises(TypeError):
        Profile("7", "EMEA", "https://corp.example/soap", "acme1_55")  # type: ignore[call-arg]
