"""The promise of the history, and that the one who keeps it says the same words."""

import inspect
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest

from mktgui.domain.exchange import Exchange
from mktgui.domain.history import Begun, Ended, Entry, Page, Query, Retention, Settled
from mktgui.domain.history_port import (
    ExportForm,
    HistoryError,
    HistoryProblem,
    HistoryStore,
    HistoryTrouble,
    Opened,
)
from mktgui.storage.history import SqliteHistory
from tests.domain.values import assert_is_value


def signature(of: object) -> inspect.Signature:
    """With the types that are named as text, because the window must not load them."""
    late = {
        one.__name__: one for one in (Begun, Ended, Entry, Page, Query, Retention, Settled, Exchange, datetime, Path)
    }
    return inspect.signature(of, locals=late | {"Iterable": Iterable}, eval_str=True)  # type: ignore[arg-type]


def test_who_keeps_the_port_has_its_methods_with_its_arguments() -> None:
    promised = {
        name: value for name, value in vars(HistoryStore).items() if inspect.isfunction(value) and name[0] != "_"
    }
    assert len(promised) == 23
    for name, method in promised.items():
        assert signature(getattr(SqliteHistory, name)) == signature(method), name


@pytest.mark.parametrize("trouble", HistoryTrouble)
def test_an_error_carries_the_problem_and_says_its_detail(trouble: HistoryTrouble) -> None:
    problem = HistoryProblem(trouble, "history.broken-1.sqlite", "page 7")
    error = HistoryError(problem)
    assert (error.problem, str(error)) == (problem, "page 7")


def test_what_passes_through_the_port_are_values() -> None:
    assert_is_value(lambda: HistoryProblem(HistoryTrouble.FULL, detail="no room"))
    assert_is_value(lambda: Opened(records=True, readable=True))


def test_calls_leave_in_one_of_three_forms() -> None:
    assert " ".join(ExportForm) == "csv json har"
