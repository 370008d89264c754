"""The way out is a value; its password is kept elsewhere, under a name that no connection can have."""

from mktgui.domain.proxy import ProxyChoice, ProxyKind, is_proxy_secret_id, proxy_secret_id
from tests.domain.values import assert_is_value


def test_a_way_out_is_a_value() -> None:
    assert_is_value(lambda: ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", port=3128, user_name="ada"))


def test_it_has_no_place_for_a_password() -> None:
    assert ProxyChoice._fields == ("kind", "host", "port", "user_name")


def test_three_words_that_a_file_may_hold() -> None:
    assert " ".join(ProxyKind) == "system none manual"


def test_the_password_has_a_name_of_its_own() -> None:
    assert proxy_secret_id("emea") != "emea"
    assert is_proxy_secret_id(proxy_secret_id("emea"))
    assert not is_proxy_secret_id("emea")
