"""Bytes as text where some of them may be no text: what does not decode shows as its hex value."""

from codecs import getincrementaldecoder

_SLICE = 16 * 1024  # bytes: each stray one is an exception, and the window gets its turn only after a slice


def decoded_by(encoding: str, body: bytes) -> str:
    """The bytes as text. Raises LookupError where there is no such encoding, UnicodeError where it takes no bytes."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        decode = getincrementaldecoder(encoding)("backslashreplace").decode
    parts = [decode(body[start : start + _SLICE]) for start in range(0, len(body), _SLICE)]
    return "".join((*parts, decode(b"", final=True)))
