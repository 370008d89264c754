"""What a helper has to know of the program and the computer, and nothing of whose they are."""

from platform import machine, python_version

import PySide6
from PySide6.QtCore import QSysInfo, qVersion


def facts(version: str) -> dict[str, str]:
    """By name. No host name, no user, no path."""
    return {
        "mktgui": version,
        "system": f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}, {machine()}",
        "Python": python_version(),
        "Qt": qVersion(),
        "PySide6": PySide6.__version__,
    }
