"""Whom we trust: the authorities of the operating system, and those that the person adds. Never everybody."""

import os
import ssl
from pathlib import Path

from truststore import SSLContext

LARGEST_CA_FILE = 4 * 1024 * 1024  # bytes; the bundle of a whole operating system has a quarter of a megabyte


class CaFileError(Exception):
    """The file with own authorities cannot be used. The text is technical English."""


def system_trust(ca_file: str = "") -> ssl.SSLContext:
    """Whom this computer trusts, the file that REQUESTS_CA_BUNDLE names, and this one. Raises CaFileError."""
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bundle = os.environ.get("REQUESTS_CA_BUNDLE")
    if bundle and Path(bundle).is_file():
        context.load_verify_locations(bundle)
    if ca_file:
        _add(context, Path(ca_file).expanduser())
    return context


def _add(context: ssl.SSLContext, path: Path) -> None:
    """PEM, as the label says, or DER, as many an office hands it out."""
    try:
        content = _read(path)
        is_pem = b"-----BEGIN" in content
        # Between the certificates of a PEM file there may be notes in any script, and OpenSSL wants ASCII.
        context.load_verify_locations(cadata=content.decode("ascii", "ignore") if is_pem else content)
    except (OSError, ValueError) as error:  # what OpenSSL says is an OSError too
        message = f"{path.name}: {error.strerror if isinstance(error, OSError) and error.strerror else error}"
        raise CaFileError(message) from error


def _read(path: Path) -> bytes:
    """Raises OSError and ValueError, the latter also for what never ends, such as a pipe."""
    if path.exists() and not path.is_file():
        raise ValueError("is no file")
    with path.open("rb") as file:
        content = file.read(LARGEST_CA_FILE + 1)
    if len(content) > LARGEST_CA_FILE:
        raise ValueError("is too large to hold certificates only")
    return content
