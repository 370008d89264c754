"""What gateways say: no XML and no JSON, whatever was asked."""

import json

import pytest
from lxml import etree

from mktgui.practice.pages import BAD_GATEWAY, PAGES, page
from mktgui.practice.tricks import ABOUT


@pytest.mark.parametrize("trick", PAGES)
def test_a_page_is_neither_language(trick: object) -> None:
    _, kind, body = next(sent for one, sent in PAGES.items() if one is trick)
    assert kind in {"text/html; charset=utf-8", "text/plain"}
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(body)
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(body)


def test_a_page_says_its_status() -> None:
    assert page(502, b"Bad Gateway") == BAD_GATEWAY
    assert BAD_GATEWAY[2].startswith(b"<!DOCTYPE html>\n<html><head><title>502</title>")
    assert all(ABOUT[trick].before_write for trick in PAGES)
