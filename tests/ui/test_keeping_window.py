"""What is kept on this computer: values or none, how long, where, and how to be rid of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QSpinBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui.domain.history import Query, Retention
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.history import SqliteHistory
from mktgui.storage.history_messages import pack
from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.keeping_window import KeepingWindow
from mktgui.ui.preferences import KEEP_CALLS, KEEP_DAYS
from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.window_parts import Parts
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE, NOON
from tests.ui.desk import Desk, practice_desk
from tests.ui.past import begun, put, summary_of

Open = Callable[[Parts], KeepingWindow]


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk
        desk.parts.desks.history.close()


@pytest.fixture
def store(desk: Desk) -> SqliteHistory:
    return desk.store


@pytest.fixture
def parts(desk: Desk) -> Parts:
    return desk.parts


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens one; it goes when it is shut, so it is shut here."""
    windows: list[KeepingWindow] = []

    def show(parts: Parts) -> KeepingWindow:
        window = KeepingWindow(parts)
        windows.append(window)
        window.show()
        qtbot.waitUntil(window.values.isEnabled)
        return window

    yield show
    for window in windows:
        if isValid(window):
            window.close()
            qtbot.waitUntil(lambda: not isValid(window))  # noqa: B023 - waited for here


@pytest.fixture
def window(parts: Parts, store: SqliteHistory, opened: Open) -> KeepingWindow:
    put(store, begun(0, at=NOON - timedelta(days=4_000)))
    put(store, begun(1, at=NOON.now().astimezone()))
    return opened(parts)


def words(window: KeepingWindow) -> str:
    return window.notice.text.text()


def test_it_says_what_is_there_and_where(window: KeepingWindow, home: Path) -> None:
    assert window.count.text() == "2 calls are kept."
    assert window.places.text() == f"{home / 'history'}\n{home / 'drafts'}"
    assert window.values.isChecked()
    assert not window.question.isVisible()
    for widget in window.findChildren(QAbstractButton):
        assert widget.text() or not widget.isVisible()
    assert all(field.accessibleName() for field in window.findChildren(QSpinBox))


def test_nothing_is_done_before_it_is_said_what_becomes_of_what_is_there(
    window: KeepingWindow, store: SqliteHistory
) -> None:
    window.no_values.click()
    assert window.question.isVisible()
    assert store.keeps_values()
    window.question.cancel.click()
    assert window.values.isChecked()
    assert not window.question.isVisible()
    window.no_values.click()
    window.values.click()
    assert not window.question.isVisible()
    assert store.keeps_values()


def test_values_go_for_good_where_that_is_wanted(window: KeepingWindow, store: SqliteHistory, qtbot: QtBot) -> None:
    window.no_values.click()
    with qtbot.waitSignal(window.values_chosen) as chosen:
        window.question.scrub.click()
        assert words(window) == "Removing the values…"
    assert chosen.args == [False]
    assert words(window) == "No values are kept any more; they were taken out of 2 past calls."
    assert not store.keeps_values()
    assert not any(one.has_values for one in store.search(Query()).entries)
    qtbot.waitUntil(window.values.isEnabled)
    window.no_values.click()  # it is so already
    assert not window.question.isVisible()


def test_what_is_seen_in_the_history_goes_too_and_nobody_waits_for_whoever_looks(
    home: Path, runner: Runner, theme: Theme, opened: Open, qtbot: QtBot
) -> None:
    with practice_desk(home, runner, theme, busy_seconds=0) as desk:  # where anything is held, it fails
        for number in range(3):
            put(desk.store, begun(number, who="Zebedee Qwertz", key_value="zebedee@qwertz.example"), exchange=EXCHANGE)
        shreds = [b"Zebedee", b"zebedee", b"qwertz", b"CEO", pack(EXCHANGE).sent]
        past = HistoryWindow(desk.parts)
        qtbot.addWidget(past)
        past.open_anew(())
        past.filter.text.setText("qwertz")
        qtbot.waitUntil(lambda: past.model.rowCount() == 3 and past.details.entry is not None)
        past.details.show_page(1)
        qtbot.waitUntil(past.details.exchange.isVisible)
        assert [shred for shred in shreds if shred not in bytes_in(home / "history")] == []
        window = opened(desk.parts)
        window.no_values.click()
        with qtbot.waitSignal(window.values_chosen):
            window.question.scrub.click()
        assert words(window) == "No values are kept any more; they were taken out of 3 past calls."
        assert [shred for shred in shreds if shred in bytes_in(home / "history")] == []
        qtbot.waitUntil(past.empty.isVisible)  # nobody there is called so any more
        past.filter.reset()
        qtbot.waitUntil(lambda: past.model.rowCount() == 3)
        assert "Qwertz" not in str([past.model.summary(row) for row in range(3)])
        past.close()
        desk.parts.desks.history.close()


def bytes_in(folder: Path) -> bytes:
    """The file and its journals."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_past_calls_can_stay_as_they_are_and_values_come_back(
    window: KeepingWindow, store: SqliteHistory, qtbot: QtBot
) -> None:
    window.no_values.click()
    with qtbot.waitSignal(window.values_chosen):
        window.question.leave.click()
    assert words(window) == "No values are kept any more. Past calls are as they were."
    assert summary_of(store, "call-1").has_values
    qtbot.waitUntil(window.values.isEnabled)
    with qtbot.waitSignal(window.values_chosen) as chosen:
        window.values.click()
    assert chosen.args == [True]
    assert store.keeps_values()
    assert words(window) == "Values are kept on this computer from now on."
    qtbot.waitUntil(window.values.isEnabled)


def test_what_another_copy_chose_is_seen(parts: Parts, store: SqliteHistory, opened: Open) -> None:
    store.keep_values(keep=False)
    assert opened(parts).no_values.isChecked()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            KeepError(KeepProblem(KeepTrouble.UNWRITABLE, "/drafts", "EROFS")),
            "This could not be kept on the disk (EROFS): /drafts. It is still in the window, and is tried again.",
        ),
        (
            HistoryError(HistoryProblem(HistoryTrouble.BUSY, detail="locked")),
            "Another copy of this program held the history for too long (locked). Calls are made all the same.",
        ),
    ],
)
def test_a_choice_that_cannot_be_carried_out_is_told(
    parts: Parts, opened: Open, qtbot: QtBot, error: Exception, told: str
) -> None:
    def fail(*, keep: bool, scrub: bool) -> int:
        raise error

    window = opened(parts._replace(choose_values=fail))
    window.no_values.click()
    window.question.scrub.click()
    qtbot.waitUntil(lambda: words(window) == told)
    qtbot.waitUntil(window.values.isChecked)  # as it still is


def test_how_long_calls_are_kept_is_remembered_at_once(window: KeepingWindow, parts: Parts) -> None:
    assert (window.days.value(), window.calls.value()) == (KEEP_DAYS, KEEP_CALLS)
    window.days.setValue(30)
    assert parts.preferences.retention == Retention(days=30, number=KEEP_CALLS)
    window.days.setValue(0)
    window.calls.setValue(0)
    assert parts.preferences.retention == Retention()
    assert (window.days.text(), window.calls.text()) == ("for ever", "any number")


def test_what_is_past_its_time_goes_at_once_where_wanted(
    window: KeepingWindow, store: SqliteHistory, qtbot: QtBot
) -> None:
    window.purge.click()
    assert not window.purge.isEnabled()
    qtbot.waitUntil(window.purge.isEnabled)
    assert words(window) == "1 calls were past their time and are removed."
    qtbot.waitUntil(lambda: window.count.text() == "1 calls are kept.")
    store.close()
    window.purge.click()
    qtbot.waitUntil(window.purge.isEnabled)
    assert words(window) == "The program is ending: nothing is recorded any more."


def test_the_whole_history_goes_at_the_second_press(
    window: KeepingWindow, store: SqliteHistory, parts: Parts, qtbot: QtBot
) -> None:
    window.clear.click()
    assert store.count() == 2
    with qtbot.waitSignal(parts.desks.history.done):
        window.clear.click()
    assert words(window) == "2 calls were deleted."
    assert store.count() == 0
    qtbot.waitUntil(lambda: not window.clear.isEnabled())


def test_what_cannot_be_deleted_is_told(
    window: KeepingWindow, store: SqliteHistory, parts: Parts, qtbot: QtBot
) -> None:
    store.close()
    for _ in range(2):
        window.clear.click()
    qtbot.waitUntil(lambda: words(window) == "The program is ending: nothing is recorded any more.")
    qtbot.waitUntil(lambda: window.count.text() == "The history cannot be read just now.")
    with qtbot.waitSignal(parts.desks.history.refused):
        parts.desks.history.change("pin", lambda store: store.set_pinned("call-0", pinned=True))


def test_what_others_change_is_not_ours(
    window: KeepingWindow, store: SqliteHistory, parts: Parts, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(parts.desks.history.done):
        parts.desks.history.change("pin", lambda store: store.set_pinned("call-0", pinned=True))
    assert words(window) == ""


def test_the_folder_opens(window: KeepingWindow, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(QUrl(url).toLocalFile()))
    window.folder.click()
    assert seen == [str(home)]
    monkeypatch.setattr(window, "_parts", _nowhere(window))
    window.folder.click()
    assert len(seen) == 1


def _nowhere(window: KeepingWindow) -> Parts:
    return window._parts._replace(kept_in=tuple)  # noqa: SLF001 - a place that has no files


def test_shut_while_it_is_carried_out_it_says_nothing(
    window: KeepingWindow, store: SqliteHistory, parts: Parts, qtbot: QtBot
) -> None:
    chosen = QSignalSpy(window.values_chosen)
    window.no_values.click()
    window.question.scrub.click()
    window.close()
    qtbot.waitUntil(lambda: not isValid(window))
    qtbot.waitUntil(lambda: not store.keeps_values())
    job = parts.desks.history.ask(lambda store: store.count())
    with qtbot.waitSignal(job.finished):
        pass
    assert chosen.count() == 0


def test_light_and_dark(window: KeepingWindow, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    assert window.isVisible()
