"""Pages to sign in on are known, and nothing of Marketo's is taken for one."""

import pytest

from mktgui.wire.sign_in import is_page, is_sign_in_page

PAGES = {
    "password": b"<!DOCTYPE html><html><body><form action='/x'><INPUT name=p TYPE='password'></form>",
    "mark before": b"\xef\xbb\xbf\r\n<html><input type=password>",
    "XHTML": b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><input class="a" type="password" /></html>',
    "SAML": b'<html><body onload="document.forms[0].submit()"><form><input type="hidden" name="SAMLRequest" value="x">',
    "hot spot": b"<html><!-- <WISPAccessGatewayParam><Redirect/></WISPAccessGatewayParam> -->",
    "refresh": b'<html><head><meta http-equiv="refresh" content="0; url=https://portal.corp.example/login?u=1">',
    "script": b"<script>window.location.href = 'https://sso.corp.example/start';</script>",
    "script that replaces": b'<html><script>top.location.replace("/captive/index")</script>',
}
OTHERS = {
    "nothing": b"",
    "an error": b"<html><head><title>502</title></head><body>Bad Gateway</body></html>",
    "a block page": b"<html><body><h1>Blocked</h1><p>Ask your administrator. Sign in is not possible.</p>",
    "SOAP": b'<?xml version="1.0"?><Envelope><attrValue>&lt;input type="password"&gt;</attrValue></Envelope>',
    "JSON": b'{"success":true,"result":[{"title":"<input type=password>"}]}',
    "somewhere else": b'<html><meta http-equiv="refresh" content="5; url=/status">',
    "far behind": b"<html>" + b" " * 70_000 + b"<input type=password>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_to_sign_in_on_is_known_whatever_its_status(name: str) -> None:
    assert is_sign_in_page(200, PAGES[name])
    assert is_sign_in_page(None, PAGES[name])


@pytest.mark.parametrize("name", OTHERS)
def test_anything_else_is_none_but_where_the_status_says_so(name: str) -> None:
    assert not is_sign_in_page(200, OTHERS[name])
    assert is_sign_in_page(511, OTHERS[name])


def test_what_begins_as_a_page_does_is_one() -> None:
    assert [name for name in OTHERS if is_page(OTHERS[name])] == [
        "an error",
        "a block page",
        "somewhere else",
        "far behind",
    ]
    assert all(map(is_page, PAGES.values()))
