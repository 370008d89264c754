"""A profile says where to, as whom and how careful to be; a secret has no place in it."""

from dataclasses import fields, replace

import pytest

from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment, Profile, TransportKind, lead_to_try
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from tests.domain.values import assert_is_value


def test_a_profile_is_a_value() -> None:
    assert_is_value(lambda: Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55"))


def test_unless_told_otherwise_a_connection_is_for_tests_and_as_patient_as_shipped_clients() -> None:
    new = Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55")
    assert new.environment is Environment.TEST
    assert (new.connect_seconds, new.answer_seconds) == (20.0, 90.0)


def test_unless_told_otherwise_it_goes_out_as_the_system_does_and_trusts_whom_the_system_trusts() -> None:
    new = Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55")
    assert (new.workspaces, new.proxy, new.ca_file, new.read_only) == ((), ProxyChoice(), "", None)
    assert new.proxy.kind is ProxyKind.SYSTEM


@pytest.mark.parametrize(
    ("environment", "read_only", "guarded"),
    [
        (Environment.PRODUCTION, None, True),
        (Environment.PRODUCTION, False, False),
        (Environment.TEST, None, False),
        (Environment.TEST, True, True),
        (Environment.PRACTICE, None, False),
    ],
)
def test_production_is_guarded_unless_the_person_chose_otherwise(
    *, environment: Environment, read_only: bool | None, guarded: bool
) -> None:
    one = Profile(id="7", name="", endpoint="", user_id="", environment=environment, read_only=read_only)
    assert one.is_guarded is guarded


def test_no_part_of_a_profile_can_hold_a_secret() -> None:
    assert [field.name for field in fields(Profile)] == [
        "id",
        "name",
        "endpoint",
        "user_id",
        "environment",
        "connect_seconds",
        "answer_seconds",
        "workspaces",
        "proxy",
        "ca_file",
        "transport",
        "identity",
        "foreign_field",
        "read_only",
    ]
    assert not any(isinstance(getattr(PRACTICE, field.name), Secret) for field in fields(Profile))


def test_the_practice_profile_is_known_before_its_server_runs() -> None:
    assert (PRACTICE.id, PRACTICE.environment) == ("practice", Environment.PRACTICE)
    assert (PRACTICE.endpoint, PRACTICE.user_id) == ("", "")


def test_the_practice_server_is_there_over_both_apis_and_told_apart_by_id() -> None:
    assert (PRACTICE.transport, PRACTICE_REST.transport) == (TransportKind.SOAP, TransportKind.REST)
    assert PRACTICE_REST.environment is Environment.PRACTICE
    assert PRACTICE.id != PRACTICE_REST.id
    new = Profile(id="7", name="EMEA", endpoint="", user_id="", environment=Environment.PRACTICE)
    assert [one.is_built_in for one in (PRACTICE, PRACTICE_REST, new)] == [True, True, False]


def test_only_the_practice_server_has_a_lead_to_try() -> None:
    assert lead_to_try(PRACTICE.id) == lead_to_try(PRACTICE_REST.id) == "ana.ruiz@acme.example"
    assert not lead_to_try("7")


def test_a_connection_speaks_soap_unless_it_says_otherwise() -> None:
    new = Profile(id="7", name="EMEA", endpoint="https://corp.example/soap", user_id="acme1_55")
    assert (new.transport, new.identity, new.foreign_field) == (TransportKind.SOAP, "", "")


def test_what_is_at_stake_has_three_words_that_a_file_may_hold() -> None:
    assert " ".join(Environment) == "practice test production"


def test_the_parts_of_a_profile_are_told_by_name() -> None:
    with pytest.raises(TypeError):
        Profile("7", "EMEA", "https://corp.example/soap", "acme1_55")  # type: ignore[call-arg]


def test_another_place_another_account_or_another_door_shows_other_leads() -> None:
    one = Profile(id="emea", name="EMEA", endpoint="https://a.example/soap", user_id="one")
    renamed = replace(one, name="Europe", read_only=True, answer_seconds=5.0)
    assert renamed.leads_where(one)
    assert renamed.sees_as(one)
    others = (replace(one, user_id="two"), replace(one, identity="https://i"), replace(one, foreign_field="f"))
    for same_place in others:
        assert same_place.leads_where(one)
        assert not same_place.sees_as(one)
    elsewhere = (replace(one, id="b"), replace(one, endpoint="https://b"), replace(one, transport=TransportKind.REST))
    for other in elsewhere:
        assert not other.leads_where(one)
        assert not other.sees_as(one)
