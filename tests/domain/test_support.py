"""Settings are told so that somebody can help, and nobody learns whose they are."""

from dataclasses import fields

import pytest

from mktgui.domain.profile import Environment, Profile
from mktgui.domain.support import HostKind, SupportFile, host_kind, settings_text
from tests.domain.canaries import HOST, NAME, SECRET, USER_ID, assert_no_canary
from tests.domain.values import assert_is_value

ENDPOINT = f"https://{HOST}/soap/mktows/3_1"


def test_a_support_file_is_a_value() -> None:
    assert_is_value(lambda: SupportFile("a.txt", "text"))


@pytest.mark.parametrize(
    ("endpoint", "kind"),
    [
        ("", HostKind.NONE),
        ("nonsense", HostKind.NONE),
        ("https://123-ABC-456.MKTOAPI.com/soap/mktows/3_1", HostKind.SOAP),
        ("https://123-ABC-456.mktorest.com/rest", HostKind.REST),
        ("http://localhost:8123/x", HostKind.THIS_COMPUTER),
        ("http://[::1]:8123/x", HostKind.THIS_COMPUTER),
        (" http://127.0.0.1:8123/x", HostKind.THIS_COMPUTER),
        ("https://proxy.corp.example/soap", HostKind.OTHER),
        ("https://[::1", HostKind.OTHER),
    ],
)
def test_of_an_endpoint_only_the_kind_is_told(endpoint: str, kind: HostKind) -> None:
    assert host_kind(endpoint) is kind


def test_settings_tell_what_matters_for_help() -> None:
    profile = Profile(
        id="a", name=NAME, endpoint=ENDPOINT, user_id=USER_ID, environment=Environment.PRODUCTION, connect_seconds=7.5
    )
    assert settings_text([profile, Profile(id="b", name="B", endpoint="", user_id=" ")]) == (
        "connection 1\n  environment: production\n  host: Marketo SOAP\n  user id: set\n  guarded: yes\n"
        "  connect_seconds: 7.5\n  answer_seconds: 90\n"
        "\n"
        "connection 2\n  environment: test\n  host: none\n  user id: not set\n  guarded: no\n"
        "  connect_seconds: 20\n  answer_seconds: 90\n"
    )


def test_no_text_that_a_person_typed_into_a_profile_is_told() -> None:
    texts = {field.name: SECRET for field in fields(Profile) if field.type is str}
    assert {"name", "endpoint", "user_id"} <= set(texts)
    profile = Profile(**texts)  # type: ignore[arg-type] # texts only
    assert_no_canary(settings_text([profile]))


def test_no_connections_are_told_as_such() -> None:
    assert settings_text([]) == "no connections\n"
