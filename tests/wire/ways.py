"""Ways out of this computer, as tests need them."""

from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.wire.network import Network

STRAIGHT_ON = ProxyChoice(kind=ProxyKind.NONE)


def timed(connect: float = 3.0, answer: float = 3.0) -> Network:
    """As the system goes, with this patience."""
    return Network(connect_seconds=connect, answer_seconds=answer)


def through(port: int, user_name: str = "", password: str = "", ca_file: str = "") -> Network:
    """Through a proxy on this computer."""
    return Network(
        connect_seconds=3.0,
        answer_seconds=3.0,
        proxy=ProxyChoice(kind=ProxyKind.MANUAL, host="127.0.0.1", port=port, user_name=user_name),
        proxy_password=Secret(password) if password else None,
        ca_file=ca_file,
    )
