"""The history with many calls: search at each key, opening it, and writing a call.

The calls are made by `fill` in a file of the real shape: fast, by the parts of the program that write them, many in one
step.
"""

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.exchange import Exchange, Message, Stage, Timing
from mktgui.domain.history import Begun, Ended, FieldChange, Query
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from mktgui.storage.history import NAME, SqliteHistory
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_messages import Packed, pack
from mktgui.storage.history_schema import in_one_step
from tests.bench import history_window

MANY = 100_000
SERIES = (12_500, 25_000, 50_000, MANY)
STEP = 2_000  # calls written at once
KEY, OPEN, WRITE = 50.0, 4.0, 5.0  # milliseconds

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
FIRST = ("Ana", "Bob", "Carla", "Dieter", "芳", "Günther", "Zoë", "Ravi", "Mei", "伟")
LAST = ("Ruiz", "Smith", "Müller", "García", "王", "张", "Patel", "Kowalski", "O'Neil", "李")
TITLES = ("CTO", "VP Marketing", "Head of Sales", "市场总监", "销售经理", "Engineer 🚀", "Chief Revenue Officer")
CITIES = ("Berlin", "上海", "Paris", "München", "北京", "Rome", "São Paulo")

# Typed one key after the other: a common name, part of an address, Chinese, a number, a date, a code, a profile, two
# words, an emoji, what is nowhere, and what is nowhere though all its parts are common.
TYPED = (
    "ana ruiz",
    "ruiz.4711@corp",
    "@corp4999.example",
    "王芳",
    "市场总监",
    "30471",
    "2026-11",
    "20103",
    "emea",
    "mops-777",
    "chief revenue officer 上海",
    "🚀",
    "xyzzy",
    "anaruizana",
    "zoë",
    '"head of sales"',
)
REQUEST = (
    b"<env:Envelope><env:Body><ns1:paramsSyncLead>" + b"<attribute><attrName>Title</attrName></attribute>" * 20
) + (b"</ns1:paramsSyncLead></env:Body></env:Envelope>")
ANSWER = b"<SOAP-ENV:Envelope>" + b"<attribute><attrName>City</attrName><attrValue>Rome</attrValue></attribute>" * 40


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds: the slowest key by number of calls, and what was typed then; opening; writing one call.

    In the window: the slowest key until its list is painted, how long a key holds up the next, a page further down.
    """

    search: dict[int, float]
    slowest: str
    painted: float
    slowest_painted: str
    held_up: float
    page: float
    open_empty: float
    open_many: float
    write: float
    write_at_worst: float


def call(number: int, luck: random.Random) -> tuple[Begun, Ended]:
    """One call of a marketing team's year."""
    first, last, day = luck.choice(FIRST), luck.choice(LAST), START + timedelta(minutes=5 * number)
    email = f"{first}.{last}.{number}@corp{number % 5000}.example".lower()
    lead_id, ending = str(300_000 + number), luck.choices(list(Ending), weights=(90, 6, 2, 2))[0]
    changes = (
        ("Title", TITLES),
        ("City", CITIES),
        ("Phone", (f"+49 30 {luck.randrange(10**7)}",)),
        ("LeadScore", "0123"),
    )
    fields = tuple(
        FieldChange(
            name=name,
            was=text_value(luck.choice(texts)),
            asked=(new := luck.choice(texts)),
            now=text_value(new),
            fate="stuck",
        )
        for name, texts in changes
    )
    rows = tuple(Row(one.name, Edit(EditKind.SET, one.asked or "")) for one in fields)
    production = number % 3 > 0
    begun = Begun(
        id=f"{number:032x}",
        at=day,
        profile_id="emea" if production else "sandbox",
        profile_name="Acme EMEA" if production else "Acme Sandbox",
        environment=Environment.PRODUCTION if production else Environment.TEST,
        transport="soap",
        kind=CallKind.SYNC_LEAD if number % 2 else CallKind.GET_LEAD,
        key_kind="email",
        key_value=email,
        lead_id=lead_id,
        who=f"{first} {last}",
        workspace="Default",
        verdict=Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id=lead_id, at=day),
        fields=fields,
        draft=Draft(email=email, rows=rows),
    )
    answered = ending is Ending.ANSWERED
    ended = Ended(
        ending=ending,
        written=Written.YES if answered else Written.UNKNOWN,
        status="UPDATED" if answered else "",
        failure=FailureKind.ANSWER_TIMEOUT if ending is Ending.NOT_ANSWERED else None,
        fault=luck.choice(("20103", "20014", "10001")) if ending is Ending.REFUSED else "",
        lead_id=lead_id,
        seconds=0.4,
        timings=(Timing(Stage.CONNECTING, 0.02), Timing(Stage.WAITING, 0.38)),
    )
    return begun, ended


def exchange() -> Exchange:
    """Messages of a usual size."""
    return Exchange(
        endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
        sent=Message("POST /soap/mktows/3_1 HTTP/1.1", (("Content-Type", "text/xml; charset=utf-8"),), REQUEST),
        left=True,
        received=Message("HTTP/1.1 200 OK", (("Content-Type", "text/xml"),), ANSWER),
        status=200,
        complete=True,
        started=START,
        timings=(Timing(Stage.WAITING, 0.4),),
    )


def fill(folder: Path, calls: range) -> None:
    """Put these calls there."""
    file, index, luck = HistoryFile(folder / NAME), Index(), random.Random(calls.start)  # noqa: S311 - the same each time
    packed = pack(exchange())
    with closing(file.open().connection) as connection:
        index.prepare(connection)
        writer = Calls(Index(lambda _connection: False), "bench")
        for start in range(calls.start, calls.stop, STEP):
            some = [call(number, luck) for number in range(start, min(start + STEP, calls.stop))]
            in_one_step(connection, partial(_write, writer=writer, packed=packed, some=some))
        index.empty(connection)
        index.rebuild(partial(in_one_step, connection))


def _write(connection: sqlite3.Connection, writer: Calls, packed: Packed, some: list[tuple[Begun, Ended]]) -> None:
    for begun, ended in some:
        writer.finish(connection, begun, ended, with_values=True)
        writer.keep(connection, begun.id, packed)


def measure(times: int) -> Figures:
    """All of it, with more and more calls."""
    search: dict[int, float] = {}
    slowest = ""
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as home:
        full, before = str(Path(home) / "history"), 0
        for calls in SERIES:
            fill(Path(full), range(before, calls))
            before = calls
            search[calls], slowest = slowest_key(Path(full))
        painted = history_window.measure(Path(home), TYPED)
        opened = {folder: _open(Path(folder)) for folder in (empty, full)}
        opened = {folder: statistics.median(_open(Path(folder)) for _ in range(times)) for folder in opened}
        wrote = write_calls(Path(full), times * 20)
    at_worst = sorted(wrote)[len(wrote) * 95 // 100]
    return Figures(search, slowest, *painted, opened[empty], opened[full], statistics.median(wrote), at_worst)


def judged(figures: Figures) -> tuple[list[tuple[str, str, str, str]], list[bool]]:
    """What was found beside what is to hold, and whether each holds."""
    series = ", ".join(f"{calls:,}: {took:.1f} ms" for calls, took in figures.search.items())
    key, longer = figures.search[MANY], figures.open_many - figures.open_empty
    lines = [
        ("slowest key of a search", f'{key:.1f} ms at "{figures.slowest}"', series, f"at most {KEY:.0f} ms"),
        (
            "slowest key in the window, until the list is painted",
            f'{figures.painted:.1f} ms at "{figures.slowest_painted}"',
            f"19 of 20 keys are done in {figures.held_up:.1f} ms; a page further down: {figures.page:.1f} ms",
            f"at most {KEY:.0f} ms",
        ),
        (
            "opening it",
            f"{figures.open_many:.1f} ms",
            f"empty: {figures.open_empty:.1f} ms",
            f"at most {OPEN:.0f} ms more",
        ),
        (
            "writing a call",
            f"{figures.write:.1f} ms",
            f"19 of 20 within {figures.write_at_worst:.1f} ms",
            f"at most {WRITE:.0f} ms",
        ),
    ]
    return lines, [key <= KEY, figures.painted <= KEY, longer <= OPEN, figures.write <= WRITE]


def slowest_key(folder: Path) -> tuple[float, str]:
    """The key after which the first page takes longest, each the median of three."""
    store = SqliteHistory(folder)
    found = []
    for typed in TYPED:
        for end in range(1, len(typed) + 1):
            query = Query(text=typed[:end])
            found.append((statistics.median(_timed(partial(store.search, query)) for _ in range(3)), query.text))
    store.close()
    return max(found)


def write_calls(folder: Path, calls: int) -> list[float]:
    """What a call waits for: its beginning and its end. Its messages are kept meanwhile, as the program does."""
    store, luck, took = SqliteHistory(folder), random.Random(1), []  # noqa: S311 - the same each time
    for number in range(MANY, MANY + calls):
        begun, ended = call(number, luck)
        took.append(_timed(partial(store.begin, begun)) + _timed(partial(store.finish, begun, ended)))
        store.keep_messages(begun.id, exchange())
    store.close()
    return took


def _open(folder: Path) -> float:
    store = SqliteHistory(folder)
    took = _timed(store.open)
    store.close()
    return took


def _timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
