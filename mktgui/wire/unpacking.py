"""Undoes the packing of a body as it arrives, and puts up with a header that is wrong about it.

urllib3 would do it too, but what it cannot unpack it throws away: a proxy that unpacks and leaves the header as it was
would cost the person the answer.
"""

import zlib
from collections.abc import Iterator

from mktgui.domain.exchange import Message

PIECE = 64 * 1024  # bytes at a time: a few bytes can hold very many
_ANY_HEAD, _NO_HEAD = 47, -15  # to zlib: gzip's head or its own, or none, as some servers understand "deflate"
_WAYS = {"gzip": (_ANY_HEAD,), "x-gzip": (_ANY_HEAD,), "deflate": (_ANY_HEAD, _NO_HEAD)}
_AS_IT_IS = frozenset({"", "chunked"})
_GZIP = b"\x1f\x8b\x08"  # neither XML nor JSON begins so


class UnpackError(Exception):
    """It began as packed bytes do and went on otherwise."""


def strange_packing(message: Message) -> str:
    """As what its headers say a message is packed, where nobody here can undo it; empty for none."""
    said = ",".join((message.header("Content-Encoding"), message.header("Transfer-Encoding")))
    return next((name for name in _names(said) if name not in _WAYS and name != "identity"), "")


def _names(encodings: str) -> list[str]:
    return [name for one in encodings.split(",") if (name := one.strip().lower()) not in _AS_IT_IS]


class Unpacker:
    """For one body. `encodings` are what its headers name, in the order in which they were laid around it.

    What nobody here can undo stays as it is. Where they name nothing, a body that begins as gzip does is taken for
    that: some proxies drop the header. Chunks are no packing, and come undone.
    """

    def __init__(self, encodings: str) -> None:
        names = _names(encodings)
        self._layers = [_Layer(_WAYS[name]) for name in reversed(names) if name in _WAYS]
        self._may_be_packed = not names

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes hold, in pieces. Raises UnpackError."""
        if self._may_be_packed and data:
            self._may_be_packed = False
            self._layers = [_Layer(_WAYS["gzip"])] if data.startswith(_GZIP) else []
        yield from _through(self._layers, data)


def _through(layers: "list[_Layer]", data: bytes) -> Iterator[bytes]:
    if not layers:
        yield data
        return
    for piece in layers[0].feed(data):
        yield from _through(layers[1:], piece)


class _Layer:
    """One packing. As long as nothing came out of it, it may turn out to be another one, or none."""

    def __init__(self, ways: tuple[int, ...]) -> None:
        self._ways = list(ways)
        self._zip = zlib.decompressobj(self._ways.pop(0))
        self._first = b""
        self._gave = self._is_plain = self._is_between = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._is_plain:
            try:
                piece = self._zip.decompress(data, PIECE)
            except zlib.error as error:
                if self._is_between:
                    return  # what stands behind the end is no part of it
                data = self._first + data
                self._try_another(error)
                continue
            self._first = b"" if self._gave or piece else self._first + data
            if piece:
                self._gave, self._is_between = True, False
                yield piece
            data = self._zip.unconsumed_tail
            if self._zip.eof:
                data, self._zip, self._is_between = self._zip.unused_data, zlib.decompressobj(_ANY_HEAD), True
        if data:
            yield data

    def _try_another(self, error: zlib.error) -> None:
        if self._gave:
            raise UnpackError(str(error)) from error
        self._first, self._is_plain = b"", not self._ways
        if self._ways:
            self._zip = zlib.decompressobj(self._ways.pop(0))
