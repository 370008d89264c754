"""What a transport needs besides the profile to get out, and what stands in its way before it begins."""

from collections.abc import Callable
from dataclasses import dataclass

from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.wire.network import SystemProxy, environment_proxy
from mktgui.wire.rungs import Watch, watch_nothing


def no_secret() -> Secret | None:
    """For a proxy without a login."""
    return None


@dataclass(frozen=True, slots=True)
class Way:
    """The way out, and who wants to see how the transport gets on.

    `proxy_password` is asked on the worker thread, and only where the profile names a proxy with a login.
    """

    proxy_password: Callable[[], Secret | None] = no_secret
    system_proxy: SystemProxy = environment_proxy
    watch: Watch = watch_nothing


USUAL_WAY = Way()


def failure_of_keyring(error: SecretError) -> Failure:
    """What the keyring's refusal is to a call."""
    locked = error.trouble is SecretTrouble.LOCKED
    return Failure(kind=FailureKind.SECRET_LOCKED if locked else FailureKind.SECRET_UNREADABLE, detail=str(error))
