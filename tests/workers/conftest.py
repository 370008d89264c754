"""Systems that are not this one."""

import ctypes
import sys

import pytest


@pytest.fixture(params=["win32", "darwin"])
def another_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One on which no library may be asked."""
    monkeypatch.setattr(sys, "platform", request.param)
    monkeypatch.setattr(ctypes, "CDLL", None)
