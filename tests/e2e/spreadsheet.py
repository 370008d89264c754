"""Another program that has something on the clipboard. Run as `python -m tests.e2e.spreadsheet`.

Takes the text as UTF-8 from standard input, says `copied`, and holds it until it is ended: on X the clipboard is a
conversation between two programs.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.e2e.desk import ROOT, Desk, ended


def main() -> int:
    """Copy, and stay."""
    application = QGuiApplication([])
    copied = QMimeData()
    copied.setData("text/plain;charset=utf-8", sys.stdin.buffer.read())
    application.clipboard().setMimeData(copied)
    sys.stdout.write("copied\n")
    sys.stdout.flush()
    return application.exec()


@contextmanager
def copied(desk: Desk, text: str) -> Iterator[None]:
    """For the block, this text is on the clipboard of the desk."""
    command = [sys.executable, "-m", "tests.e2e.spreadsheet"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, env=desk.environment, stdin=pipe, stdout=pipe)
    with ended(process):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(text.encode())
        process.stdin.close()
        assert process.stdout.readline() == b"copied\n"
        yield


if __name__ == "__main__":
    raise SystemExit(main())
