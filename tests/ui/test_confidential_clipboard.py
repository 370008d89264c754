"""A secret on the clipboard is marked, counted down, and taken away only if it is still there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.secret import Secret
from mktgui.ui.confidential_clipboard import SECONDS, ConfidentialClipboard, marks_for
from tests.domain.canaries import SECRET

KEY = Secret(SECRET)
FAST = 10  # milliseconds to a second


@pytest.fixture
def clipboard(qapp: QApplication, clipboard_text: None) -> Iterator[ConfidentialClipboard]:
    QGuiApplication.clipboard().clear()
    yield (confidential := ConfidentialClipboard(QGuiApplication.clipboard(), 3, FAST, "linux"))
    confidential.clear()


def there() -> str:
    return QGuiApplication.clipboard().text()


def test_a_secret_is_copied_and_marked(clipboard: ConfidentialClipboard) -> None:
    clipboard.put(KEY)
    assert there() == SECRET
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert clipboard.seconds_left == 3


@pytest.mark.parametrize(
    ("platform", "marks"),
    [
        ("linux", {"x-kde-passwordManagerHint": b"secret"}),
        ("freebsd14", {"x-kde-passwordManagerHint": b"secret"}),
        (
            "win32",
            {
                "ExcludeClipboardContentFromMonitorProcessing": b"1",
                "CanIncludeInClipboardHistory": b"\0\0\0\0",
                "CanUploadToCloudClipboard": b"\0\0\0\0",
            },
        ),
        ("darwin", {"org.nspasteboard.ConcealedType": b""}),
    ],
)
def test_every_platform_has_its_marks(
    qapp: QApplication, clipboard_text: None, platform: str, marks: dict[str, bytes]
) -> None:
    assert marks_for(platform) == marks
    confidential = ConfidentialClipboard(QGuiApplication.clipboard(), platform=platform)
    confidential.put(KEY)
    formats = QGuiApplication.clipboard().mimeData().formats()
    assert set(marks) <= set(formats)
    assert confidential.seconds_left == SECONDS == 30
    confidential.clear()


def test_it_is_counted_down_and_taken_away(clipboard: ConfidentialClipboard, qtbot: QtBot) -> None:
    counted = QSignalSpy(clipboard.counted)
    with qtbot.waitSignal(clipboard.ended):
        clipboard.put(KEY)
    assert [counted.at(number)[0] for number in range(counted.count())] == [3, 2, 1]
    assert there() == ""
    assert clipboard.seconds_left == 0


def test_what_somebody_else_copied_stays(clipboard: ConfidentialClipboard, qtbot: QtBot) -> None:
    clipboard.put(KEY)
    with qtbot.waitSignal(clipboard.ended):
        QGuiApplication.clipboard().setText("a person's own")
    assert clipboard.seconds_left == 0
    qtbot.wait(5 * FAST)
    assert there() == "a person's own"


def test_a_change_that_nobody_told_of_is_seen_before_clearing(clipboard: ConfidentialClipboard, qtbot: QtBot) -> None:
    clipboard.put(KEY)
    board = QGuiApplication.clipboard()
    board.blockSignals(True)  # noqa: FBT003 - Qt's own argument
    board.setText("a person's own")
    board.blockSignals(False)  # noqa: FBT003 - Qt's own argument
    with qtbot.waitSignal(clipboard.ended):
        clipboard.clear()
    assert there() == "a person's own"


def test_a_clipboard_manager_that_takes_it_over_does_not_stop_the_countdown(
    clipboard: ConfidentialClipboard, qtbot: QtBot
) -> None:
    clipboard.put(KEY)
    taken = QMimeData()
    taken.setText(SECRET)
    QGuiApplication.clipboard().setMimeData(taken)
    assert clipboard.seconds_left > 0
    with qtbot.waitSignal(clipboard.ended):
        pass
    assert there() == ""


def test_copied_again_the_countdown_starts_over(clipboard: ConfidentialClipboard, qtbot: QtBot) -> None:
    ended = QSignalSpy(clipboard.ended)
    clipboard.put(KEY)
    qtbot.waitUntil(lambda: clipboard.seconds_left < 3)
    clipboard.put(Secret("another"))
    assert clipboard.seconds_left == 3
    assert there() == "another"
    assert ended.count() == 0
    with qtbot.waitSignal(clipboard.ended):
        pass
    assert there() == ""


def test_at_the_end_of_the_program_it_is_taken_away_at_once(clipboard: ConfidentialClipboard) -> None:
    clipboard.put(KEY)
    ended = QSignalSpy(clipboard.ended)
    clipboard.clear()
    clipboard.clear()
    assert there() == ""
    assert ended.count() == 1


def test_with_nothing_of_ours_there_clearing_leaves_everything(clipboard: ConfidentialClipboard) -> None:
    QGuiApplication.clipboard().setText("a person's own")
    clipboard.clear()
    assert there() == "a person's own"
