"""Pages of a network that wants a person to sign in before it lets a request through to where it was going."""

import re

NETWORK_AUTHENTICATION_REQUIRED = 511  # the status that stands for such a page and nothing else (RFC 6585)
_LOOKED_AT = 64 * 1024  # bytes
_IS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|script|form|!--)", re.IGNORECASE
)
_WAY_ON = rb"(?:log-?in|log-?on|sign-?in|sign-?on|auth|sso|saml|portal|captive)"
_SIGNS = re.compile(
    rb"""<input[^>]*\btype\s*=\s*["']?password\b"""  # asks for it
    rb"""|<input[^>]*\bname\s*=\s*["']?SAMLRequest\b"""  # sends a browser on to who asks for it
    rb"""|<WISPAccessGatewayParam\b"""  # the word of hot spots for programs, in a comment
    rb"""|<meta[^>]*\bhttp-equiv\s*=\s*["']?refresh\b[^>]*\burl\s*=[^>]*"""
    + _WAY_ON
    + rb"""|\blocation(?:\.href|\.replace|\.assign)?\s*(?:=|\()\s*["'][^"']*"""
    + _WAY_ON,
    re.IGNORECASE,
)


def is_sign_in_page(status: int | None, body: bytes) -> bool:
    """Whether this is a page to sign in on, or one that sends a browser on to it.

    A page that shows nothing of that kind may be one all the same; then nobody can tell what stands behind it.
    """
    if status == NETWORK_AUTHENTICATION_REQUIRED:
        return True
    return is_page(body) and _SIGNS.search(body[:_LOOKED_AT]) is not None


def is_page(body: bytes) -> bool:
    """Whether it begins as a page for browsers does."""
    return _IS_HTML.match(body[:_LOOKED_AT]) is not None
