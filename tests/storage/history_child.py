"""Keeps calls in a history as fast as it can, in a process of its own.

Run as `python -m tests.storage.history_child FOLDER NAME [CALLS]`. Says what it has done, a line each, as soon as it is
done: `begun ID`, `ended ID`, `trouble WORD DETAIL`, and at the end `done`.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

from mktgui.domain.history import Query, Retention
from mktgui.domain.history_port import HistoryError, HistoryProblem
from mktgui.storage.history import SqliteHistory
from tests.storage.past_calls import EXCHANGE, NOON, begun, ended

KEPT = 400  # calls; more are purged now and then


def say(*words: str) -> None:
    """At once, whatever becomes of this process."""
    os.write(1, (" ".join(words) + "\n").encode())


def tell(problem: HistoryProblem) -> None:
    """What the history says by itself."""
    say("trouble", problem.trouble, problem.detail)


def keep_call(store: SqliteHistory, name: str, number: int) -> None:
    """One call, and now and then what else is done with a history."""
    one = begun(number, id=f"{name}-{number}", who=f"{name} {number} 王芳", at=NOON + timedelta(seconds=number))
    store.begin(one)
    say("begun", one.id)
    store.finish(one, ended())
    say("ended", one.id)
    store.keep_messages(one.id, EXCHANGE)
    store.set_ticket(one.id, f"MOPS-{number}")
    if number % 10 == 9:
        store.search(Query(text="芳"))
    if number % 100 == 99:
        store.purge(Retention(number=KEPT), NOON)


def main(folder: str, name: str, calls: str = "0") -> None:
    """Without a number it goes on until it is killed."""
    store = SqliteHistory(Path(folder), tell)
    opened = store.open()
    if opened.problem is not None:
        tell(opened.problem)
    problem = store.check()
    if problem is not None:
        tell(problem)
    number = 0
    while not int(calls) or number < int(calls):
        try:
            keep_call(store, name, number)
        except HistoryError as error:
            tell(error.problem)
        number += 1
    store.close()
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
