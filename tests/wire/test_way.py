"""The way out as it is unless somebody says otherwise, and a keyring that stands in it."""

import pytest

from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.wire.network import environment_proxy
from mktgui.wire.rungs import watch_nothing
from mktgui.wire.way import USUAL_WAY, Way, failure_of_keyring


def test_nobody_keeps_a_password_or_watches_unless_told_so() -> None:
    assert Way() == USUAL_WAY
    assert USUAL_WAY.proxy_password() is None
    assert (USUAL_WAY.system_proxy, USUAL_WAY.watch) == (environment_proxy, watch_nothing)


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (SecretTrouble.LOCKED, FailureKind.SECRET_LOCKED),
        (SecretTrouble.REFUSED, FailureKind.SECRET_UNREADABLE),
        (SecretTrouble.NOT_KEPT, FailureKind.SECRET_UNREADABLE),
    ],
)
def test_what_a_keyring_refuses_is_a_failure_with_its_words(trouble: SecretTrouble, kind: FailureKind) -> None:
    assert failure_of_keyring(SecretError(trouble, "no")) == Failure(kind=kind, detail="no")
