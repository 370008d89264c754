"""The facts say which program runs on which system, and not whose it is."""

import getpass
import platform
from pathlib import Path

import PySide6

from mktgui.workers.facts import facts


def test_versions_and_the_system_are_told() -> None:
    found = facts("0.1.0")
    assert list(found) == ["mktgui", "system", "Python", "Qt", "PySide6"]
    assert found["mktgui"] == "0.1.0"
    assert found["Python"] == platform.python_version()
    assert found["PySide6"] == PySide6.__version__
    assert platform.machine() in found["system"]
    assert all(found.values())


def test_nothing_tells_whose_they_are() -> None:
    words = " ".join(facts("0.1.0").values()).split()
    for private in (platform.node(), getpass.getuser(), str(Path.home()), str(Path.cwd())):
        assert private not in words
