"""The real program with somebody in it who does everything at once: `python -m tests.e2e.busy_program HOME NAME SEED`.

It says what it does, a line each, as soon as it is done: `ready`, `typed NUMBER`, `trouble WORD DETAIL`, and `beat` ten
times a second, as far as it gets to it. It goes on until it is killed. What it asks of Marketo has a word in it that no
other call has.
"""

import os
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mktgui.app import Application, Options
from mktgui.desktop import make_qt
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.history import Query, Retention
from mktgui.domain.history_port import ExportForm, HistoryProblem, HistoryStore, Opened
from mktgui.domain.profile import TransportKind
from mktgui.storage.history import SqliteHistory
from mktgui.storage.places import Places
from mktgui.storage.profiles import TomlProfiles
from mktgui.ui.preferences import Preferences

if TYPE_CHECKING:
    from mktgui.ui.draft_page import DraftPage

LEAD = "ana.ruiz@acme.example"
TURN = 12  # milliseconds between two things that are done
BEAT = 100  # milliseconds
KEPT = 300  # calls, where there are to be no more
FIELD = {TransportKind.SOAP: "Title", TransportKind.REST: "title"}


def say(*words: object) -> None:
    """At once, whatever becomes of this process."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Somebody(QObject):
    """Types, looks, sends, stops, searches, writes notes, exports, and forgets.

    `forgets` is `keep`, `purge` or `scrub`: nothing, what is past its number, or all values now and then.
    """

    def __init__(self, application: Application, home: Path, name: str, dice: random.Random, forgets: str) -> None:
        super().__init__()
        self._application, self._home, self._name, self._dice = application, home, name, dice
        self._places = Places(home)
        self._number = 0
        self._typing: DraftPage | None = None
        self._acts: list[Callable[[], None]] = [
            *[self._type] * 6,
            *[self._send] * 3,
            *[self._look] * 2,
            self._stop,
            self._check,
            self._search,
            self._note,
            self._pin,
            self._export,
            self._save_profiles,
            self._prefer,
            self._close_a_draft,
            *{"purge": [self._purge, self._remove], "scrub": [self._scrub]}.get(forgets, []),
        ]
        application.history.opened.connect(self._begin)
        application.history.troubled.connect(self._tell)
        self._turns = QTimer(self)
        self._turns.setInterval(TURN)
        self._turns.timeout.connect(self._turn)
        self._beats = QTimer(self)
        self._beats.setInterval(BEAT)
        self._beats.timeout.connect(lambda: say("beat"))

    def _begin(self, opened: Opened) -> None:
        if opened.problem is not None or not opened.records:
            self._tell(opened.problem)
        if not self._turns.isActive():
            QTimer.singleShot(300, self, self._start)  # what lay on the desk comes back in between

    def _start(self) -> None:
        self._application.window.tabs.add_new(Draft(email="typed@corp.example"))
        self._typing = self._application.window.tabs.page
        self._application.window.tabs.add_new(Draft())
        self._turns.start()
        self._beats.start()
        say("ready")

    def _turn(self) -> None:
        self._dice.choice(self._acts)()

    def _word(self) -> str:
        self._number += 1
        return f"k{self._name}-{os.getpid()}-{self._number}k"

    def _type(self) -> None:
        if self._typing is not None:
            word = self._word()
            self._typing.table.replace((Row("Company", Edit(EditKind.SET, f"typed {word}")),), "typing")
            say("typed", self._number)

    def _send(self) -> None:
        page = self._application.window.page
        if page is self._typing or page.errand.busy:
            return
        self._choose_connection()
        field = FIELD[page.errand.profile.transport]
        page.show_draft(Draft(email=LEAD, rows=(Row(field, Edit(EditKind.SET, self._word())),)))
        page.send()

    def _look(self) -> None:
        page = self._application.window.page
        if page is not self._typing and not page.errand.busy:
            self._choose_connection()
            page.show_draft(Draft(email=f"{self._word()}@corp.example"))
            page.load()

    def _stop(self) -> None:
        self._application.window.tabs.stop()

    def _choose_connection(self) -> None:
        bar = self._application.window.bar
        bar.show_profiles(bar.profiles, self._dice.choice(bar.profiles).id)

    def _check(self) -> None:
        profile = self._dice.choice(self._application.window.bar.profiles)
        check = self._application._make_check(profile)  # noqa: SLF001 - as the window for connections gets it
        self._application.runner.run(lambda: check.run(lambda _rung: None))

    def _search(self) -> None:
        door = self._application.window.doors.history
        if door.past is None or not door.past.isVisible():
            door.show()
        if door.past is not None:
            door.past.filter.text.setText(self._dice.choice(["k", "ana", "title", "updated", f"k{self._name}", ""]))
            door.past.table.setCurrentIndex(door.past.model.index(0, 0))

    def _change(self, act: Callable[[HistoryStore, str], object]) -> None:
        """Something that is done with one of the last calls."""
        which = self._dice.randrange(20)

        def change(store: HistoryStore) -> None:
            found = store.search(Query(limit=20)).entries
            if found:
                act(store, found[which % len(found)].id)

        self._application.history.ask(change)

    def _note(self) -> None:
        word = self._word()
        self._change(lambda store, one: store.set_note(one, f"note {word}"))

    def _pin(self) -> None:
        pinned = self._dice.random() < 0.1
        self._change(lambda store, one: store.set_pinned(one, pinned=pinned))

    def _remove(self) -> None:
        self._application.history.ask(partial(_remove_old, self._dice.randrange(3)))

    def _purge(self) -> None:
        self._application.history.ask(lambda store: store.purge(Retention(number=KEPT), datetime.now(UTC)))

    def _scrub(self) -> None:
        if self._dice.random() < 0.2:
            self._application.history.ask(_scrub)

    def _export(self) -> None:
        form = self._dice.choice(list(ExportForm))
        path = self._home.with_name(f"export-{self._name}.{form}")
        self._application.history.ask(lambda store: store.export(Query(text="k"), form, path))

    def _save_profiles(self) -> None:
        profiles = self._application.window.bar.profiles
        renamed = tuple(replace(one, workspaces=(self._word(),)) for one in profiles)
        store = TomlProfiles(self._places.profiles_file)
        self._application.runner.run(lambda: store.save(renamed, self._dice.choice(renamed).id))

    def _prefer(self) -> None:
        Preferences(self._places.window_file).stacked = self._dice.random() < 0.5

    def _close_a_draft(self) -> None:
        tabs = self._application.window.tabs
        if tabs.count() > 6 and self._typing is not None and tabs.indexOf(self._typing) != 0:
            tabs.close_page(0)

    def _tell(self, problem: HistoryProblem | None) -> None:
        say("trouble", *((problem.trouble, problem.kept, problem.detail) if problem else ("closed",)))


def _remove_old(number: int, store: HistoryStore) -> None:
    found = [one.id for one in store.search(Query(limit=KEPT)).entries if not one.pinned]
    store.remove(found[250 : 250 + number])


def _scrub(store: HistoryStore) -> None:
    """As the person chooses it, and another thing a moment later."""
    assert isinstance(store, SqliteHistory)
    store.keep_values(keep=False)
    try:
        store.scrub()
    finally:
        store.keep_values(keep=True)


def main(home: str, name: str, seed: str, forgets: str) -> None:
    """Until it is killed."""
    qt = make_qt(["mktgui"])
    application = Application(qt, Options(home=Path(home), language="en"))
    somebody = Somebody(application, Path(home), name, random.Random(int(seed)), forgets)  # noqa: S311 - reproducible
    application.show()
    qt.exec()
    del somebody


if __name__ == "__main__":
    main(*sys.argv[1:])
