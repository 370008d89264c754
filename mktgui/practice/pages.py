"""Answers of gateways that stand before the API and know neither SOAP nor JSON."""

from mktgui.practice.tricks import Trick

Sent = tuple[int, str, bytes]
"""Status, content type and body of an answer."""

_HTML = "text/html; charset=utf-8"
_PAGE = (
    b"<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1><p>Please try later.<br></p></body></html>"
)


def page(status: int, phrase: bytes) -> Sent:
    """A page that is no XML and no JSON."""
    return status, _HTML, _PAGE % (str(status).encode(), phrase)


BAD_GATEWAY = page(502, b"Bad Gateway")
PAGES: dict[Trick, Sent] = {
    Trick.HTML_429: page(429, b"Too Many Requests"),
    Trick.HTML_502: BAD_GATEWAY,
    Trick.HTML_503: page(503, b"Service Unavailable"),
    Trick.NOT_FOUND: page(404, b"Not Found"),
    Trick.REDIRECT: page(302, b"Found"),
    Trick.REDIRECT_KEEPING: page(307, b"Temporary Redirect"),
    Trick.NOT_XML: (200, "text/plain", b"It works!\n"),
}
