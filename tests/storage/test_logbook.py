"""The log says what happened and nothing about anybody, stays small, and never gets in the way."""

import logging
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mktgui.domain.calls import Call
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Report
from mktgui.domain.profile import Environment
from mktgui.storage.logbook import Logbook, RollingFile
from mktgui.wire.redact import mask_text
from mktgui.workers.crew import Crew
from mktgui.workers.logged import LoggedTransport
from mktgui.workers.work import crash_from
from tests.domain.canaries import CANARIES, LEAD_ID, OUTCOMES, REQUEST, SECRET, SIGNATURE, VALUE, assert_no_canary
from tests.storage.hard_times import ordinary_folder, room_for

log = logging.getLogger("mktgui.somewhere")


@pytest.fixture
def later() -> list[Callable[[], None]]:
    """Chores that nobody has done yet."""
    return []


@pytest.fixture
def book(tmp_path: Path, later: list[Callable[[], None]]) -> Iterator[Logbook]:
    book = logbook(tmp_path / "log", later.append)
    book.open()
    yield book
    book.close()


def logbook(folder: Path, later: Callable[[Callable[[], None]], None]) -> Logbook:
    return Logbook(folder, mask_text, lambda error: crash_from(error).trace, later)


def written(later: list[Callable[[], None]], folder: Path) -> str:
    """Everything in every file of the log, once all chores are done."""
    while later:
        later.pop(0)()
    return "".join(path.read_text() for path in sorted(folder.glob("*"))) if folder.is_dir() else ""


def test_a_line_tells_when_how_grave_where_and_what(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path
) -> None:
    log.info("%s reached", Stage.SENDING)
    assert not (tmp_path / "log").exists()  # nothing is written on the thread that logs
    text = written(later, tmp_path / "log")
    assert text[:4].isdigit()
    assert text.endswith("+00:00 INFO mktgui.somewhere: sending reached\n")
    assert book.newest() == text


def test_only_its_owner_can_read_it(book: Logbook, later: list[Callable[[], None]], tmp_path: Path) -> None:
    log.info("begun")
    written(later, tmp_path / "log")
    assert stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "log" / "mktgui.log").stat().st_mode) == 0o600


def test_details_for_programmers_are_not_kept(book: Logbook, later: list[Callable[[], None]], tmp_path: Path) -> None:
    log.debug("detail")
    assert later == []


def test_what_libraries_log_is_not_kept(book: Logbook, later: list[Callable[[], None]]) -> None:
    logging.getLogger("urllib3").info(VALUE)
    logging.getLogger("zeep").info(VALUE)
    assert later == []


@pytest.mark.parametrize("canary", [*CANARIES, LEAD_ID, 1.5, b"canary", [VALUE], {"a": VALUE}, ValueError(VALUE)])
def test_arguments_that_may_hold_anything_become_stars(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path, canary: object
) -> None:
    log.info("%s and %s", canary, Environment.TEST)
    text = written(later, tmp_path / "log")
    assert text.endswith(": *** and test\n")
    assert_no_canary(text)


def test_named_arguments_are_looked_at_too(book: Logbook, later: list[Callable[[], None]], tmp_path: Path) -> None:
    log.info("%(who)s %(stage)s %(sure)s %(none)s", {"who": VALUE, "stage": Stage.SENDING, "sure": True, "none": None})
    assert written(later, tmp_path / "log").endswith(": *** sending True None\n")


def test_a_message_with_no_place_for_stars_stays_as_it_was_written(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path
) -> None:
    log.info("%d calls", LEAD_ID)
    log.info("100 %")
    text = written(later, tmp_path / "log")
    assert ": %d calls\n" in text
    assert text.endswith(": 100 %\n")


def test_a_message_passes_the_redactor(book: Logbook, later: list[Callable[[], None]], tmp_path: Path) -> None:
    log.info("<requestSignature>%s</requestSignature>" % SIGNATURE)  # noqa: G002, UP031 - what must not be done
    text = written(later, tmp_path / "log")
    assert "<requestSignature>***</requestSignature>" in text
    assert SIGNATURE not in text


def test_an_exception_leaves_its_way_but_neither_words_nor_values(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        int(SECRET + REQUEST)
    except ValueError:
        log.exception("it broke")
    caplog.clear()
    text = written(later, tmp_path / "log")
    assert "ERROR mktgui.somewhere: it broke\n" in text
    assert text.endswith("builtins.ValueError\n")
    assert_no_canary(text)


def test_without_an_exception_there_is_no_way_to_tell(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path
) -> None:
    log.info("none under way", exc_info=True)  # noqa: LOG014 - what must not break
    assert written(later, tmp_path / "log").endswith(": none under way\n")


class Line:
    """A transport that ends in one way."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def send(self, _call: Call, _report: Report) -> Outcome:
        return self._outcome

    def abort(self) -> None:
        """Nothing to hang up."""


@pytest.mark.parametrize("environment", list(Environment))
def test_a_call_leaves_no_value_in_the_log(
    book: Logbook, later: list[Callable[[], None]], tmp_path: Path, environment: Environment
) -> None:
    for outcome in OUTCOMES:
        transport = LoggedTransport(Line(outcome), environment)
        assert transport.send(outcome.call, lambda _stage: None) is outcome
        transport.abort()
    text = written(later, tmp_path / "log")
    assert len(text.splitlines()) == 3 * len(OUTCOMES)
    assert_no_canary(text)


def test_once_closed_nothing_more_is_kept(book: Logbook, later: list[Callable[[], None]]) -> None:
    book.close()
    log.info("too late")
    assert later == []
    assert not logging.getLogger("mktgui").handlers


def test_a_slip_in_a_message_costs_nothing_but_the_line(
    later: list[Callable[[], None]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def no_mask(text: str) -> str:
        raise ZeroDivisionError

    book = Logbook(tmp_path / "log", no_mask, str, later.append)
    book.open()
    log.info("begun")
    book.close()
    assert later == []
    assert capfd.readouterr() == ("", "")


def test_a_crew_writes_all_that_was_logged_before_it_closed(tmp_path: Path) -> None:
    crew = Crew(1, "clerk")
    book = logbook(tmp_path / "log", crew.submit)
    book.open()
    for stage in Stage:
        log.info("%s", stage)
    book.close()
    assert crew.close(5)
    assert [line.rpartition(" ")[2] for line in book.newest().splitlines()] == [str(stage) for stage in Stage]


def test_a_folder_that_may_not_be_written_costs_only_the_log(
    later: list[Callable[[], None]], capfd: pytest.CaptureFixture[str]
) -> None:
    with ordinary_folder() as folder:
        folder.chmod(0o500)
        book = logbook(folder / "log", later.append)
        book.open()
        log.info("begun")
        assert written(later, folder / "log") == ""
        assert book.newest() == ""
        folder.chmod(0o700)
        log.info("gone on")
        assert "gone on" in written(later, folder / "log")
        book.close()
    assert capfd.readouterr() == ("", "")


def test_a_file_in_the_place_of_the_folder_and_a_folder_in_the_place_of_the_file(
    later: list[Callable[[], None]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"precious")
    (tmp_path / "log" / "mktgui.log").mkdir(parents=True)
    for folder in (tmp_path / "file", tmp_path / "log"):
        book = logbook(folder, later.append)
        book.open()
        log.info("begun")
        while later:
            later.pop(0)()
        assert book.newest() == ""
        book.close()
    assert (tmp_path / "file").read_bytes() == b"precious"


def test_a_full_disk_costs_only_the_log(tmp_path: Path) -> None:
    file = RollingFile(tmp_path / "mktgui.log", 1000, 2)
    file.write("first")
    with room_for(8):
        file.write("second")
    file.write("third")
    assert file.newest().startswith("first\n")
    assert file.newest().endswith("third\n")


@pytest.fixture
def small(tmp_path: Path) -> RollingFile:
    return RollingFile(tmp_path / "mktgui.log", 30, 2)


def test_the_files_never_grow_beyond_their_size_nor_beyond_their_number(small: RollingFile, tmp_path: Path) -> None:
    for number in range(50):
        small.write(f"line {number:03}")
        files = list(tmp_path.glob("mktgui.log*"))
        assert len(files) <= 3
        assert all(path.stat().st_size <= 30 for path in files)
    assert small.newest() == "line 047\nline 048\nline 049\n"
    assert sorted(path.name for path in tmp_path.glob("mktgui.log*")) == ["mktgui.log", "mktgui.log.1", "mktgui.log.2"]
    assert (tmp_path / "mktgui.log.2").read_text().startswith("line 042")


def test_a_line_longer_than_a_file_is_cut(small: RollingFile) -> None:
    small.write("x" * 100)
    assert small.newest() == "x" * 29 + "\n"


def test_text_that_is_no_text_is_written_as_far_as_it_goes(small: RollingFile) -> None:
    small.write("half a pair: \ud800")
    assert small.newest() == "half a pair: ?\n"


def test_a_log_that_is_taken_away_begins_again(small: RollingFile, tmp_path: Path) -> None:
    small.write("one")
    (tmp_path / "mktgui.log").unlink()
    small.write("two")
    assert small.newest() == "two\n"
