"""What the figures were measured on."""

import os
import platform
from pathlib import Path

import PySide6


def description() -> str:
    """Processor, cores, system, Python and Qt, in one line."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, Qt {PySide6.__version__} ({os.environ['QT_QPA_PLATFORM']})"
    )
