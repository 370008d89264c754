"""The promises between the floors, and that those who keep them say the same words."""

import inspect
from collections.abc import Callable

import pytest

from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.exchange import Stage
from mktgui.domain.ladder import CheckResult, RungResult
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import (
    CheckConnection,
    LoadedProfiles,
    MessageText,
    MessageTree,
    Preview,
    ProfileError,
    ProfileFiles,
    ProfileProblem,
    ProfileStore,
    ProfileTrouble,
    ReadMessage,
    SecretError,
    SecretHome,
    SecretPlace,
    SecretStore,
    SecretTrouble,
    TextForm,
    Transport,
)
from mktgui.domain.profile import PRACTICE
from mktgui.domain.selection import FieldValue, Selected
from mktgui.rest.check import RestCheck
from mktgui.rest.messages import JsonTree, read_json_message
from mktgui.rest.preview import RestPreview
from mktgui.rest.transport import RestTransport
from mktgui.soap.check import SoapCheck
from mktgui.soap.message_tree import Tree
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.soap.transport import SoapTransport
from mktgui.storage.profile_files import TomlProfileFiles
from mktgui.storage.profiles import TomlProfiles
from mktgui.storage.secrets import KeyringSecrets
from tests.domain.values import assert_is_value


@pytest.mark.parametrize(
    ("port", "keeper"),
    [
        (Transport, SoapTransport),
        (Transport, RestTransport),
        (SecretStore, KeyringSecrets),
        (ProfileStore, TomlProfiles),
        (ProfileFiles, TomlProfileFiles),
        (CheckConnection, SoapCheck),
        (CheckConnection, RestCheck),
        (MessageTree, Tree),
        (MessageTree, JsonTree),
    ],
)
def test_who_keeps_a_port_has_its_methods_with_its_arguments(port: type, keeper: type) -> None:
    promised = {name: value for name, value in vars(port).items() if inspect.isfunction(value) and name[0] != "_"}
    assert promised
    for name, method in promised.items():
        assert signature(getattr(keeper, name)) == signature(method), name


@pytest.mark.parametrize(
    ("port", "keeper"),
    [
        (ReadMessage.__call__, read_message),
        (ReadMessage.__call__, read_json_message),
        (Preview.__call__, RequestPreview.__call__),
        (Preview.__call__, RestPreview.__call__),
    ],
)
def test_who_keeps_a_port_of_one_act_takes_its_arguments(
    port: Callable[..., object], keeper: Callable[..., object]
) -> None:
    def arguments(of: Callable[..., object]) -> list[tuple[str, object, object]]:
        found = signature(of).parameters.values()
        return [(one.name, one.kind, one.annotation) for one in found if one.name != "self"]

    assert arguments(keeper) == arguments(port)


def signature(of: Callable[..., object]) -> inspect.Signature:
    """With the types that the ports name as text, because the window must not load them."""
    late: dict[str, object] = {"Call": Call, "SyncLead": SyncLead, "Stage": Stage, "Outcome": Outcome}
    late |= {"Callable": Callable, "CheckResult": CheckResult, "RungResult": RungResult}
    late |= {"FieldValue": FieldValue, "Selected": Selected}
    return inspect.signature(of, locals=late, eval_str=True)


@pytest.mark.parametrize("trouble", SecretTrouble)
def test_a_secret_error_says_which_trouble(trouble: SecretTrouble) -> None:
    error = SecretError(trouble, "KeyringLocked")
    assert (error.trouble, str(error)) == (trouble, "KeyringLocked")


@pytest.mark.parametrize("trouble", ProfileTrouble)
def test_a_profile_error_carries_the_problem_and_says_its_detail(trouble: ProfileTrouble) -> None:
    problem = ProfileProblem(trouble, kept="profiles.toml", detail="PermissionError: no")
    error = ProfileError(problem)
    assert (error.problem, str(error)) == (problem, "PermissionError: no")


def test_what_passes_through_the_ports_are_values() -> None:
    assert_is_value(lambda: MessageText("<a/>", formatted=True))
    assert_is_value(lambda: SecretPlace(SecretHome.KEYRING, "KWallet"))
    assert_is_value(lambda: ProfileProblem(ProfileTrouble.BROKEN, "profiles.broken-1.toml", "line 3"))
    assert_is_value(lambda: LoadedProfiles((PRACTICE,), "practice"))


def test_where_nothing_was_loaded_nothing_is_wrong() -> None:
    assert LoadedProfiles() == LoadedProfiles(profiles=(), last_used="", problem=None)
    assert SecretPlace(SecretHome.THIS_RUN).name == ""


def test_a_message_is_shown_in_one_of_two_forms() -> None:
    assert " ".join(TextForm) == "formatted raw"
