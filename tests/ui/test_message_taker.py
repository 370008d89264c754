"""What leaves the program is the exact bytes, masked unless revealed, and it is said which."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import TextForm, TextKind
from mktgui.rest.messages import read_json_message
from mktgui.soap.messages import read_message
from mktgui.ui.message_taker import MessageTaker
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.storage.hard_times import room_for

SECRET = b"\xef\xbb\xbf<a>\r\n<requestSignature>0123abcd</requestSignature>\xc2\xa0\xe2\x80\xa8</a>"
HIDDEN = SECRET.replace(b"0123abcd", b"***")
PLAIN = b"<a>\r\n\xff\x00</a>"


@pytest.fixture
def taker(qtbot: QtBot, runner: Runner, clipboard_text: None) -> Iterator[MessageTaker]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield MessageTaker(read_message, mask_body, runner, QGuiApplication.clipboard(), parent)
    parent.close()


@pytest.mark.parametrize(
    ("body", "masked", "written", "said"),
    [
        (SECRET, True, HIDDEN, "Saved as {}; signature and user ID are masked."),
        (SECRET, False, SECRET, "Saved as {}, with signature and user ID."),
        (PLAIN, True, PLAIN, "Saved as {}, byte for byte."),
    ],
)
def test_saved_bytes_are_the_captured_ones(
    taker: MessageTaker, qtbot: QtBot, tmp_path: Path, *, body: bytes, masked: bool, written: bytes, said: str
) -> None:
    path = tmp_path / "m.xml"
    with qtbot.waitSignal(taker.said) as told:
        taker.save(str(path), body, masked=masked)
    assert path.read_bytes() == written
    assert told.args == [said.format(path)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=200))
def test_any_bytes_are_saved_as_they_are(taker: MessageTaker, qtbot: QtBot, tmp_path: Path, body: bytes) -> None:
    with qtbot.waitSignal(taker.said):
        taker.save(str(tmp_path / "m.xml"), body, masked=False)
    assert (tmp_path / "m.xml").read_bytes() == body


def test_a_save_that_fails_is_said(taker: MessageTaker, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(taker.said) as told:
        taker.save(str(tmp_path / "no" / "m.xml"), PLAIN, masked=True)
    assert told.args is not None
    assert told.args[0].startswith("Not saved: ")


def test_on_a_full_disk_what_was_there_stays_and_nothing_half_is_left(
    taker: MessageTaker, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "m.xml"
    path.write_bytes(b"old")
    with room_for(3), qtbot.waitSignal(taker.said) as told:
        taker.save(str(path), PLAIN, masked=True)
    assert told.args is not None
    assert told.args[0].startswith("Not saved: [Errno 27]")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["m.xml"]


def test_a_file_that_is_there_is_replaced_and_stays_as_open_to_others(
    taker: MessageTaker, qtbot: QtBot, tmp_path: Path
) -> None:
    path, link = tmp_path / "m.xml", tmp_path / "link.xml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    for number, place in enumerate((path, link, tmp_path / "new.xml")):
        with qtbot.waitSignal(taker.said):
            taker.save(str(place), b"<a>%d</a>" % number, masked=True)
        assert place.read_bytes() == b"<a>%d</a>" % number
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("body", "masked", "said"),
    [
        (SECRET, True, "Copied; signature and user ID are masked."),
        (SECRET, False, "Copied, with signature and user ID."),
        (PLAIN, True, "Copied."),
    ],
)
def test_a_raw_copy_is_text_and_bytes(
    taker: MessageTaker, qtbot: QtBot, *, body: bytes, masked: bool, said: str
) -> None:
    with qtbot.waitSignal(taker.said) as told:
        taker.copy(body, TextForm.RAW, masked=masked)
    data = QGuiApplication.clipboard().mimeData()
    exact = mask_body(body) if masked else body
    assert data.data("application/xml").data() == exact
    assert data.data("text/plain").data() == read_message(exact, TextForm.RAW, masked=False).text.encode()
    assert told.args == [said]


def test_a_formatted_copy_is_text_only(taker: MessageTaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(taker.said):
        taker.copy(b"<a><b/></a>", TextForm.FORMATTED, masked=True)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "<a>\n  <b/>\n</a>"
    assert not data.hasFormat("application/xml")


def test_what_was_chosen_is_copied_as_it_is(taker: MessageTaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(taker.said) as told:
        taker.copy_text("a\xa0\r\n")
    assert QGuiApplication.clipboard().text() == "a\xa0\r\n"
    assert told.args == ["Copied as it is shown."]


def test_where_to_save_is_asked_without_blocking(taker: MessageTaker, qtbot: QtBot) -> None:
    wanted: list[str] = []
    taker.ask_where(wanted.append)
    parent = taker.parent()
    assert isinstance(parent, QWidget)
    dialog = parent.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit("m.xml")
    dialog.reject()
    assert wanted == ["m.xml"]


def test_json_is_copied_as_what_it_is_and_gets_its_own_ending(
    qtbot: QtBot, runner: Runner, clipboard_text: None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    taker = MessageTaker(read_json_message, mask_body, runner, QGuiApplication.clipboard(), parent)
    with qtbot.waitSignal(taker.said):
        taker.copy(b'{"a":1}', TextForm.RAW, masked=True)
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("application/json").data() == b'{"a":1}'
    assert not data.hasFormat("application/xml")
    taker.ask_where(lambda _path: None, TextKind.JSON)
    dialog = parent.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "json"
    dialog.reject()
