"""Drafts come back at the next start, and nothing that was typed is kept where the person chose so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.storage.history import SqliteHistory
from tests.applications import Start, applications
from tests.ui.past import begun, put

DRAFT = Draft(email="ana.ruiz@acme.example", rows=(Row("Title", edit_from_text("CTO")),))


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Start]:
    with applications(qapp, qtbot, home) as start:
        yield start


def kept(home: Path) -> list[Path]:
    return list((home / "mktgui" / "data").glob("drafts/**/*.json"))


def began(start: Start, qtbot: QtBot) -> Application:
    """The program, once it keeps what lies on the desk."""
    application = start()
    qtbot.waitUntil(lambda: application.drafts.keeper is not None)
    return application


def test_what_lay_on_the_desk_comes_back_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, home: Path, start: Start
) -> None:
    with applications(qapp, qtbot, home) as first_start:
        application = began(first_start, qtbot)
        application.window.page.show_draft(DRAFT)
        application.window.page.edited.emit()
    assert len(kept(home)) == 1  # written when the program ended
    window = began(start, qtbot).window
    assert [one.draft for one in window.drafts] == [DRAFT]


def test_of_a_window_that_was_let_go_nothing_is_kept(start: Start, home: Path, qtbot: QtBot) -> None:
    application = began(start, qtbot)
    application.drafts.let_go()
    application.window.page.show_draft(DRAFT)
    application.window.page.edited.emit()
    application.drafts.flush()
    application.close()
    assert kept(home) == []


def test_with_no_values_what_was_kept_goes_and_past_calls_only_if_wanted(
    start: Start, home: Path, qtbot: QtBot
) -> None:
    application = began(start, qtbot)
    store = SqliteHistory(home / "mktgui" / "data" / "history")
    put(store, begun())
    application.window.page.show_draft(DRAFT)
    application.window.page.edited.emit()
    application.drafts.flush()
    qtbot.waitUntil(lambda: len(kept(home)) == 1)

    def choose(*, keep: bool, scrub: bool = False) -> int:
        job = application.runner.run(lambda: application.drafts.choose_values(keep=keep, scrub=scrub))
        with qtbot.waitSignal(job.finished) as done:
            pass
        assert done.args is not None
        return int(done.args[0])

    assert choose(keep=True) == 0
    assert len(kept(home)) == 1
    assert choose(keep=False) == 0
    assert kept(home) == []
    assert choose(keep=False, scrub=True) == 1
    store.close()


def test_a_copy_that_chose_otherwise_is_followed_at_the_next_start(start: Start, home: Path, qtbot: QtBot) -> None:
    (home / "mktgui" / "data" / "history").mkdir(parents=True)
    (home / "mktgui" / "data" / "history" / "no-values").touch()
    application = start()
    qtbot.waitUntil(lambda: not application.window._preferences.keeps_values)  # noqa: SLF001 - nobody else shows it


def test_drafts_that_could_not_be_kept_are_told_of_in_the_window(start: Start, qtbot: QtBot) -> None:
    application = start()
    qtbot.waitUntil(lambda: application.drafts.keeper is not None)
    keeper = application.drafts.keeper
    assert keeper is not None
    keeper.troubled.emit(KeepProblem(KeepTrouble.BROKEN, "/home/ana/draft.json"))
    assert "It lies untouched at /home/ana/draft.json." in application.window.notice.text.text()
