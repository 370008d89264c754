"""How a connection gets out of this computer: which proxy, with which login, whom it trusts, how long it waits."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from requests.utils import get_environ_proxies, select_proxy

from mktgui.domain.profile import ANSWER_SECONDS, CONNECT_SECONDS, Profile
from mktgui.domain.proxy import AS_THE_SYSTEM, ProxyChoice, ProxyKind
from mktgui.domain.proxy_check import check_proxy, proxy_place
from mktgui.domain.secret import Secret

SystemProxy = Callable[[str], str]
"""Takes the address to reach, gives the proxy's own address, or empty text for straight on. May block."""

_SPOKEN = ("http", "https")


class ProxyUnusableError(Exception):
    """The proxy that is set cannot be used. The text is technical English without a login."""


@dataclass(frozen=True, slots=True)
class Route:
    """What is between here and there. `proxy` is its address without a login, empty where the way is straight."""

    proxy: str = ""
    authorization: str = field(default="", repr=False)


STRAIGHT = Route()


def environment_proxy(url: str) -> str:
    """The proxy that the environment names, or the settings of Windows and macOS; no PAC."""
    return select_proxy(url, get_environ_proxies(url)) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network settings of one connection, the proxy's password included. Times are seconds."""

    connect_seconds: float = CONNECT_SECONDS
    answer_seconds: float = ANSWER_SECONDS
    proxy: ProxyChoice = AS_THE_SYSTEM
    proxy_password: Secret | None = None
    ca_file: str = ""
    system_proxy: SystemProxy = environment_proxy

    def route(self, url: str) -> Route:
        """The way to this address; to this computer it is always straight. Raises ProxyUnusableError."""
        if is_loopback(url) or self.proxy.kind is ProxyKind.NONE:
            return STRAIGHT
        if self.proxy.kind is ProxyKind.SYSTEM:
            named = self.system_proxy(url).strip()
            return _read_route(named) if named else STRAIGHT
        slip = check_proxy(self.proxy)
        if slip is not None:
            raise ProxyUnusableError(slip.value)
        password = self.proxy_password.reveal() if self.proxy_password else ""
        return Route(f"http://{proxy_place(self.proxy)}", _login(self.proxy.user_name, password))


def network_of(
    profile: Profile, proxy_password: Secret | None = None, system_proxy: SystemProxy = environment_proxy
) -> Network:
    """The settings that a profile holds."""
    return Network(
        connect_seconds=profile.connect_seconds,
        answer_seconds=profile.answer_seconds,
        proxy=profile.proxy,
        proxy_password=proxy_password,
        ca_file=profile.ca_file.strip(),
        system_proxy=system_proxy,
    )


def wants_password(choice: ProxyChoice) -> bool:
    """Whether there is a login for which the password has to be fetched."""
    return choice.kind is ProxyKind.MANUAL and bool(choice.user_name)


def is_loopback(url: str) -> bool:
    """Whether this leads to this computer and nowhere else."""
    return _is_this_computer(urlsplit(url).hostname or "")


@lru_cache(16)  # it is asked several times a call; of the host alone, for there may be a secret in an address
def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _read_route(named: str) -> Route:
    """A login in the address is taken out of it, so that no error message can repeat it."""
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ProxyUnusableError("the address of the system's proxy cannot be read") from None
    if parts.scheme not in _SPOKEN or not host:
        raise ProxyUnusableError(f"{parts.scheme} is no kind of proxy that this program speaks to")
    place = f"[{host}]" if ":" in host else host
    login = _login(unquote(parts.username or ""), unquote(parts.password or ""))
    return Route(f"{parts.scheme}://{place}:{port or (443 if parts.scheme == 'https' else 80)}", login)


def _login(user_name: str, password: str) -> str:
    """In UTF-8: requests would fail on a name that Latin-1 does not know."""
    return f"Basic {b64encode(f'{user_name}:{password}'.encode()).decode('ascii')}" if user_name else ""
