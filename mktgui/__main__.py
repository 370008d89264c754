"""The command `mktgui`."""

import builtins
import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mktgui import __version__
from mktgui.lean_qt import import_pyside

if TYPE_CHECKING:
    from argparse import Namespace

# PySide6 6.12 drops references to None, which are only safe to lose from Python 3.12 on: the process aborts.
FIRST_UNSAFE_QT = (6, 12)
FIRST_SAFE_PYTHON = (3, 12)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit status is 0, or 1 where a self-check failed or Qt is known to break here."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the window is there, Ctrl-C ends it without a traceback
    given = sys.argv[1:] if arguments is None else arguments
    chosen = _parse(given) if given else None
    broken = broken_pair(hasten(), sys.version_info[:2])
    if broken:
        sys.stderr.write(broken + "\n")
        return 1
    from mktgui.app import Options, run  # noqa: PLC0415 - after the guard: it makes Qt calls

    if chosen is None:
        return run(Options())
    options = Options(practice=chosen.practice, home=chosen.home, language=chosen.language)
    if not chosen.self_check:
        return run(options)
    from mktgui.unattended import run_self_check  # noqa: PLC0415 - few people ask for it

    return run_self_check(options, chosen.screenshots)


def hasten() -> str:
    """Read the first of Qt and make what follows quick; the version of Qt.

    Python collects no garbage any more: after the first paint `Application` does. And PySide's own way of importing
    gives way to Python's: with each module it reads the source text, and keeps it, to learn whether the module wants
    its `__feature__`. Nothing here does, and it was a tenth of the time until the first paint.
    """
    gc.disable()
    version = import_pyside()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    return version


def broken_pair(qt: str, python: tuple[int, int]) -> str:
    """Why this Qt must not run on this Python, or empty text."""
    parts = tuple(int(part) for part in qt.split(".")[:2])
    if parts < FIRST_UNSAFE_QT or python >= FIRST_SAFE_PYTHON:
        return ""
    return (
        f"PySide6 {qt} aborts on Python {python[0]}.{python[1]}. Nothing was started. "
        "Install PySide6-Essentials below 6.12, or use Python 3.12 or newer."
    )


def _parse(arguments: list[str]) -> "Namespace":
    from argparse import ArgumentParser  # noqa: PLC0415 - from a menu the program is started without any

    parser = ArgumentParser(prog="mktgui", description="Fix one Marketo lead: see before and after what happens.")
    parser.add_argument("--practice", action="store_true", help="open on the practice server, whatever was used last")
    parser.add_argument("--home", type=Path, metavar="DIR", help="keep all files of the program under DIR")
    parser.add_argument("--language", choices=("en", "zh_CN"), default="", help="speak this language in this run")
    parser.add_argument("--self-check", action="store_true", help="do the main job unattended, and say how it went")
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="with --self-check: keep pictures in DIR")
    parser.add_argument("--version", action="version", version=f"mktgui {__version__}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
