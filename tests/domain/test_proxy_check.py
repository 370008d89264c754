"""A proxy as it was typed: what is wrong with it, and how its place is written."""

import pytest

from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.proxy_check import ProxySlip, check_proxy, proxy_place


def manual(host: str, port: int = 3128, user_name: str = "") -> ProxyChoice:
    return ProxyChoice(kind=ProxyKind.MANUAL, host=host, port=port, user_name=user_name)


@pytest.mark.parametrize(
    ("choice", "slip"),
    [
        (manual("proxy.corp.example"), None),
        (manual(" proxy "), None),
        (manual("p"), None),
        (manual("10.0.0.1", 1), None),
        (manual("::1", 65535), None),
        (manual("[::1]"), None),
        (manual("proxy", user_name="CORP\\ada"), None),
        (manual("proxy", user_name="阿达"), None),
        (manual(""), ProxySlip.HOST_EMPTY),
        (manual("  "), ProxySlip.HOST_EMPTY),
        (manual("http://proxy"), ProxySlip.HOST_SHAPE),
        (manual("proxy:3128"), ProxySlip.HOST_SHAPE),
        (manual("ada@proxy"), ProxySlip.HOST_SHAPE),
        (manual("pro xy"), ProxySlip.HOST_SHAPE),
        (manual("proxy\r\nx: y"), ProxySlip.HOST_SHAPE),
        (manual("[::1"), ProxySlip.HOST_SHAPE),
        (manual("proxy", 0), ProxySlip.PORT_RANGE),
        (manual("proxy", 65536), ProxySlip.PORT_RANGE),
        (manual("proxy", user_name="ada:x"), ProxySlip.USER_NAME_SHAPE),
        (manual("proxy", user_name="ada\r\nx"), ProxySlip.USER_NAME_SHAPE),
        (ProxyChoice(kind=ProxyKind.SYSTEM, host="http://", port=0), None),
        (ProxyChoice(kind=ProxyKind.NONE, user_name=":"), None),
    ],
)
def test_the_first_slip_is_told(choice: ProxyChoice, slip: ProxySlip | None) -> None:
    assert check_proxy(choice) is slip


@pytest.mark.parametrize(
    ("host", "place"),
    [("proxy", "proxy:3128"), (" proxy ", "proxy:3128"), ("::1", "[::1]:3128"), ("[::1]", "[::1]:3128")],
)
def test_a_place_is_written_as_in_an_address(host: str, place: str) -> None:
    assert proxy_place(manual(host)) == place
