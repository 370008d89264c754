"""Every call that fits is found, newest first, page by page; with the index and without it the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import Query
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_search import all_ids, search
from mktgui.storage.history_words import fold, words_of
from tests.storage.past_calls import NOON, begun, ended

PEOPLE = ("Ana Ruiz", "王芳", "Zoë O'Neil 🚀", "ana ruiz", "Bob", "陈 伟", "Ａｎａ")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Sixty calls of all kinds."""
    path = tmp_path_factory.mktemp("search") / "h" / "history.sqlite"
    with closing(HistoryFile(path).open().connection) as connection:
        index = Index()
        index.prepare(connection)
        calls = Calls(index, "run")
        for number in range(60):
            keep(connection, calls, number)
        yield connection


def keep(connection: sqlite3.Connection, calls: Calls, number: int) -> None:
    one = begun(
        number,
        id=f"call-{number}",
        at=NOON + timedelta(days=number),
        who=PEOPLE[number % len(PEOPLE)],
        profile_id="emea" if number % 3 else "apac",
        profile_name="Acme EMEA" if number % 3 else "亚太",
        environment=Environment.PRODUCTION if number % 3 else Environment.TEST,
        kind=CallKind.SYNC_LEAD if number % 2 else CallKind.GET_LEAD,
        key_value=f"{number}@corp.example",
        fields=begun().fields if number % 5 else (),
    )
    calls.begin(connection, one, with_values=True)
    calls.describe(connection, one.id)
    fault = number % 4 == 0
    end = ended(
        ending=Ending.REFUSED if fault else Ending.ANSWERED,
        written=Written.NO if fault else Written.YES,
        status="" if fault else "UPDATED",
        fault="20103" if fault else "",
    )
    if number != 59:
        calls.finish(connection, one, end, with_values=True)
    if number % 10 == 0:
        calls.add(connection, one.id, {"pinned": 1, "note": f"Asked by Mei, {number}", "ticket": f"MOPS-{number}"})


def ids(connection: sqlite3.Connection, query: Query) -> list[int]:
    """The numbers of what fits; the index and the texts agree."""
    both = []
    for by_index in (True, False):
        page = search(connection, query, by_index=by_index)
        both.append([int(one.id.removeprefix("call-")) for one in page.entries])
    assert both[0] == both[1]
    return both[0]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ruiz", [59, 56, 52]),
        ("RUIZ ANA", [59, 56, 52]),
        ("芳", [57, 50, 43]),
        ("王芳", [57, 50, 43]),
        ("🚀", [58, 51, 44]),
        ("o'n", [58, 51, 44]),
        ("zoë", [58, 51, 44]),
        ("亚", [57, 54, 51]),
        ("17@corp", [17]),
        ("7@corp.example", [57, 47, 37]),
        ("2026-12", [38, 37, 36]),
        ("2026-11-23", [0]),
        ("20103", [56, 52, 48]),
        ("mops-20", [20]),
        ("asked mei", [50, 40, 30]),
        ('"asked by mei, 40"', [40]),
        ("市场总监 ruiz", [59, 56, 52]),
        ("under", []),
        ("ruiz 芳", []),
        ("%", []),
        ('a" OR "b', []),
    ],
)
def test_any_part_of_any_text_is_found(connection: sqlite3.Connection, text: str, first: list[int]) -> None:
    assert ids(connection, Query(text=text))[:3] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (Query(), [59, 58, 57]),
        (Query(profile_id="apac"), [57, 54, 51]),
        (Query(profile_id="nobody"), []),
        (Query(environment=Environment.TEST, text="ruiz"), [45, 42, 24]),
        (Query(kind=CallKind.GET_LEAD), [58, 56, 54]),
        (Query(written=Written.UNKNOWN), [59]),
        (Query(written=Written.NO), [56, 52, 48]),
        (Query(failed=True), [56, 52, 48]),
        (Query(failed=False), [59, 58, 57]),
        (Query(pinned=True), [50, 40, 30]),
        (Query(pinned=True, failed=True, text="corp"), [40, 20, 0]),
        (Query(since=NOON + timedelta(days=10), until=NOON + timedelta(days=12)), [11, 10]),
        (Query(until=NOON + timedelta(days=2)), [1, 0]),
        (Query(since=NOON + timedelta(days=58)), [59, 58]),
        (Query(since=NOON + timedelta(days=58), text="🚀"), [58]),
        (Query(since=NOON + timedelta(days=580)), []),
        (Query(since=NOON + timedelta(days=580), text="ana"), []),
    ],
)
def test_filters_and_text_go_together(connection: sqlite3.Connection, query: Query, first: list[int]) -> None:
    assert ids(connection, query)[:3] == first


@pytest.mark.parametrize("text", ["", "corp"])
def test_pages_follow_each_other_without_gap_or_repeat(connection: sqlite3.Connection, text: str) -> None:
    found, query = list[int](), Query(text=text, limit=7)
    while True:
        found += ids(connection, query)
        more = search(connection, query, by_index=True).more
        if more is None:
            break
        query = replace(query, before=more)
    assert found == list(range(59, -1, -1))


def test_a_page_that_holds_just_all_has_no_next(connection: sqlite3.Connection) -> None:
    assert search(connection, Query(limit=60), by_index=True).more is None


def test_all_that_fit_come_whatever_the_page(connection: sqlite3.Connection) -> None:
    for by_index in (True, False):
        rows = list(all_ids(connection, Query(text="corp", before=3, limit=1), by_index=by_index))
        assert rows == list(range(60, 0, -1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=6), st.sampled_from(PEOPLE).flatmap(lambda name: st.sampled_from(name.split()))))
def test_whatever_is_typed_the_index_and_the_texts_agree(connection: sqlite3.Connection, text: str) -> None:
    found = ids(connection, Query(text=text, limit=60))
    rows = connection.execute("SELECT id, said, added FROM words").fetchall()
    fits = [row[0] - 1 for row in rows if all(word in row[1] or word in row[2] for word in words_of(text))]
    assert found == sorted(fits, reverse=True)
    assert not text.strip() or not words_of(text) or fold(text.strip()) != ""
