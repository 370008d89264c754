"""Bytes out and in: HTTP, TLS, abort, caps, and what may be shown."""
