"""One call: from the click to the painted result, beside the same bytes by `http.client` and beside plain zeep.

All three ask the same server, in a process of its own, in turn: its time is in each of them, so the differences are
free of it.
"""

import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import zeep
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Message
from mktgui.domain.outcome import Answered
from mktgui.domain.ports import Connect, LoadedProfiles, Transport
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.domain.story import Story
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.soap.signature import sign
from mktgui.soap.transport import SoapTransport
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.ui.doctor import Doctor
from mktgui.ui.main_window import MainWindow
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Parts
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.ui.desk import LABELS, desks

EMAIL = "ana.ruiz@acme.example"
MANY = "1000000"  # calls; the limits of the practice server are not what is measured


@dataclass(frozen=True, slots=True)
class Calls:
    """Medians in milliseconds."""

    window: float
    bytes_alone: float
    plain_zeep: float


@contextmanager
def practice_server() -> Iterator[dict[str, str]]:
    """The practice server in a process of its own; gives what it says of itself."""
    limits = [f"--set={name}={MANY}" for name in ("calls_per_20_seconds", "calls_per_day")]
    command = [sys.executable, "-m", "mktgui.practice", *limits]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.terminate()


def window_parts(theme: Theme, runner: Runner, connect: Connect, envelopes: EnvelopeBuilder, home: Path) -> Parts:
    """What a window is given, with nothing of a person's own."""
    return Parts(
        desks=desks(home, runner, connect),
        labels=lambda: LABELS,
        draft_files=JsonDraftFiles,
        person=lambda: "bench",
        connect=connect,
        read_message=read_message,
        mask=mask_body,
        preview=RequestPreview(envelopes),
        count=lambda _profile: None,
        edit_profiles=_edit_nothing,
        runner=runner,
        theme=theme,
        preferences=Preferences(home / "window.ini"),
        words=lambda: OutcomeWords(Doctor("en")),
        clipboard=QGuiApplication.clipboard(),
    )


class Window(QObject):
    """The real window on that server, pressed by program."""

    def __init__(self, theme: Theme, runner: Runner, profile: Profile, secret: Secret, home: Path) -> None:
        super().__init__()
        envelopes = EnvelopeBuilder()

        def connect(profile: Profile) -> Transport:
            return SoapTransport(profile, lambda: secret, envelopes, lambda: datetime.now(UTC).astimezone())

        self._window = MainWindow(window_parts(theme, runner, connect, envelopes, home))
        self._window.show_profiles(LoadedProfiles((profile,)), profile.id)
        self._window.show()
        self._loop = QEventLoop()
        self._told = False
        self.sent: Message | None = None
        self._window.page.result.table.viewport().installEventFilter(self)
        self._window.page.errand.told.connect(self._take)
        self._window.page.errand.looked.connect(self._loop.quit)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._told:
            self._told = False
            QTimer.singleShot(0, self._loop.quit)
        return False

    def call(self, number: int) -> float:
        """Seconds from the click to the painted record. The lead is looked up before: so one click is one call."""
        rows = (Row("Title", edit_from_text(f"Title {number}")), Row("Phone", edit_from_text(str(number))))
        self._window.page.show_draft(Draft(email=EMAIL, rows=rows))
        self._window.page.load()
        self._loop.exec()
        QTimer.singleShot(50, self._loop.quit)
        self._loop.exec()
        began = time.perf_counter()
        self._window.page.panel.send.click()
        self._loop.exec()
        return time.perf_counter() - began

    def close(self) -> None:
        """Shut it."""
        self._window.close()

    def _take(self, story: Story) -> None:
        outcome = story.outcome
        if story.fresh is not None:
            return  # the look before the next call, added to the story of this one
        assert isinstance(outcome, Answered), outcome
        self.sent = outcome.exchange.sent
        self._told = True


def _edit_nothing(_profiles: tuple[Profile, ...], _selected: str, _parent: QWidget) -> None:
    """There is nothing to edit here."""


def by_http_client(endpoint: str, message: Message) -> float:
    """Seconds for the same bytes, on a connection of their own as the program makes it."""
    url = urlsplit(endpoint)
    began = time.perf_counter()
    connection = http.client.HTTPConnection(url.netloc)
    connection.request("POST", url.path, message.body, dict(message.headers))
    connection.getresponse().read()
    connection.close()
    return time.perf_counter() - began


def zeep_caller(told: dict[str, str]) -> Callable[[int], float]:
    """A call by zeep as its manual shows it, its client made beforehand."""
    client = zeep.Client(told["endpoint"] + "?WSDL")
    header_type = client.get_element("{http://www.marketo.com/mktows/}AuthenticationHeader")

    def call(number: int) -> float:
        began = time.perf_counter()
        signed = sign(told["user_id"], Secret(told["secret"]), datetime.now(UTC).astimezone())
        header = header_type(
            mktowsUserId=told["user_id"], requestSignature=signed.signature, requestTimestamp=signed.timestamp
        )
        attributes = [
            {"attrName": name, "attrValue": value}
            for name, value in (("Title", f"Title {number}"), ("Phone", str(number)))
        ]
        client.service.syncLead(
            leadRecord={"Email": EMAIL, "leadAttributeList": {"attribute": attributes}},
            returnLead=True,
            _soapheaders=[header],
        )
        return time.perf_counter() - began

    return call


def measure(times: int) -> Calls:
    """Medians of all three, in turn."""
    qt = QApplication.instance() or QApplication([])  # noqa: TID251 - a benchmark is its own roof
    assert isinstance(qt, QApplication)
    runner = Runner()
    with practice_server() as told, tempfile.TemporaryDirectory() as home:
        profile = Profile(id="b", name="Bench", endpoint=told["endpoint"], user_id=told["user_id"])
        window = Window(Theme(qt), runner, profile, Secret(told["secret"]), Path(home))
        by_zeep = zeep_caller(told)
        found: dict[str, list[float]] = {"window": [], "bytes": [], "zeep": []}
        for number in range(times + 3):
            found["window"].append(window.call(number))
            assert window.sent is not None
            found["bytes"].append(by_http_client(told["endpoint"], window.sent))
            found["zeep"].append(by_zeep(number))
        window.close()
        runner.close()
    middle = partial(_median_in_milliseconds, warm_up=3)
    return Calls(middle(found["window"]), middle(found["bytes"]), middle(found["zeep"]))


def _median_in_milliseconds(seconds: list[float], warm_up: int) -> float:
    return statistics.median(seconds[warm_up:]) * 1000
