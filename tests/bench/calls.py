"""One call: from the click to the painted result, beside the same bytes by `http.client` and beside plain zeep.

Over REST one call is two requests, the write and the reading back, and so it is beside it. All ask the same server, in
a process of its own, in turn: its time is in each of them, so the differences are free of it. Each begins when all have
been idle for a while, for a server that has just answered answers quicker.
"""

import gc
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import zeep
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from mktgui.domain.calls import SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Message
from mktgui.domain.outcome import Answered
from mktgui.domain.ports import ConnectFor, LoadedProfiles, Transport
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.recording import Context, context_of
from mktgui.domain.secret import Secret
from mktgui.domain.story import Story
from mktgui.domain.ticket import TicketMaker
from mktgui.rest.preview import RestPreview
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.soap.signature import sign
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.transport import SoapTransport
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.storage.history import SqliteHistory
from mktgui.ui.doctor import Doctor
from mktgui.ui.main_window import MainWindow
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Parts
from mktgui.wire.disguise import disguised_head, disguised_message
from mktgui.wire.redact import mask_body
from mktgui.workers.collector import Collector
from mktgui.workers.crew import Crew
from mktgui.workers.recorded import RecordedTransport
from mktgui.workers.runner import Runner
from tests.ui.desk import LABELS, choose_values, desks, fail

EMAIL = "ana.ruiz@acme.example"
MANY = "1000000"  # calls; the limits of the practice server are not what is measured
IDLE_MILLISECONDS = 150
_LIMITS = ("calls_per_20_seconds", "calls_per_day", "rest_calls_per_day")
_NAMES = {TransportKind.SOAP: ("Title", "Phone"), TransportKind.REST: ("title", "phone")}


@dataclass(frozen=True, slots=True)
class Calls:
    """Medians in milliseconds."""

    window: float
    bytes_alone: float
    plain_zeep: float
    rest_window: float
    rest_bytes_alone: float


@contextmanager
def practice_server() -> Iterator[dict[str, str]]:
    """The practice server in a process of its own; gives what it says of itself."""
    limits = [f"--set={name}={MANY}" for name in _LIMITS]
    command = [sys.executable, "-m", "mktgui.practice", *limits]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.terminate()


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def window_parts(
    theme: Theme,
    runner: Runner,
    connect_for: ConnectFor,
    store: SqliteHistory,
    envelopes: EnvelopeBuilder,
    home: Path,
    told: Told | None = None,
) -> Parts:
    """What a window is given, with nothing of a person's own."""

    def connect(profile: Profile) -> Transport:
        return connect_for(context_of(profile))

    def preview(profile: Profile, call: SyncLead) -> bytes:
        if profile.transport is TransportKind.REST:
            return RestPreview(profile, told or Told())(call, profile.user_id)
        return RequestPreview(envelopes)(call, profile.user_id)

    def make_ready(profile: Profile, call: SyncLead) -> None:
        if profile.transport is TransportKind.SOAP:
            envelopes.make_ready(call, profile.user_id)

    return Parts(
        desks=desks(home, runner, connect, store),
        choose_values=partial(choose_values, store),
        kept_in=lambda: (),
        labels=lambda: LABELS,
        draft_files=JsonDraftFiles,
        ticket_maker=lambda: TicketMaker(partial(disguised_message, read_message), disguised_head),
        snippet=SnippetMaker(envelopes),
        person=lambda: "bench",
        connect=connect,
        connect_for=connect_for,
        read_message=read_message,
        mask=mask_body,
        preview=preview,
        make_ready=make_ready,
        tally=lambda _profile: None,
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
        envelopes, told, self._store = EnvelopeBuilder(), Told(), SqliteHistory(home / "history")
        self._clerk = Crew(1, "clerk")  # as in the program, how a call ended is kept when it has been told

        def line_for(profile: Profile) -> Transport:
            if profile.transport is TransportKind.REST:
                return RestTransport(profile, lambda: secret, told)
            return SoapTransport(profile, lambda: secret, envelopes, _now)

        def connect_for(context: Context) -> Transport:
            line, later = line_for(context.profile), self._clerk.submit_for_later
            return RecordedTransport(line, self._store, context, fail, later)

        self._names = _NAMES[profile.transport]
        self._window = MainWindow(window_parts(theme, runner, connect_for, self._store, envelopes, home, told))
        self._window.show_profiles(LoadedProfiles((profile,)), profile.id)
        self._window.show()
        self._loop = QEventLoop()
        self._painted, self._ended = False, 0.0
        self.sent: tuple[Message, ...] = ()
        self._window.page.result.table.viewport().installEventFilter(self)
        self._window.page.errand.told.connect(self._take)
        self._window.page.errand.looked.connect(self._loop.quit)
        self._window.page.aftermath.seen.connect(self._take_seen)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def call(self, number: int) -> float:
        """Seconds from the click to the painted record. The lead is looked up before: so one click is one call."""
        title, phone = self._names
        rows = (Row(title, edit_from_text(f"Title {number}")), Row(phone, edit_from_text(str(number))))
        self._window.page.show_draft(Draft(email=EMAIL, rows=rows))
        self._window.page.load()
        self._loop.exec()
        self.idle()
        began = time.perf_counter()
        self._window.page.panel.send.click()
        self._loop.exec()
        return self._ended - began

    def idle(self) -> None:
        """Let all that is under way end, and the caches of the machine cool, as they do while a person looks."""
        QTimer.singleShot(IDLE_MILLISECONDS, self._loop.quit)
        self._loop.exec()

    def close(self) -> None:
        """Shut it."""
        self._window.close()
        self._clerk.close(1.0)
        self._store.close()

    def _take(self, story: Story) -> None:
        outcome = story.outcome
        if story.fresh is not None:
            return  # the look before the next call, added to the story of this one
        assert isinstance(outcome, Answered), outcome
        self.sent = tuple(one.sent for one in outcome.exchange.all)
        self._painted = False

    def _take_seen(self, story: Story) -> None:
        if story.fresh is None:
            self._ended = time.perf_counter()
            assert self._painted, "it was said to be on the screen and was not"
            self._loop.quit()


def _edit_nothing(_profiles: tuple[Profile, ...], _selected: str, _parent: QWidget) -> None:
    """There is nothing to edit here."""


def by_http_client(endpoint: str, messages: Sequence[Message], token: str = "") -> float:
    """Seconds for the same bytes, over as many connections as the program makes for them.

    The program shows nobody its tokens, so there has to be one of ours in the same place.
    """
    place = urlsplit(endpoint).netloc
    ready = [(one.start_line.split(" "), one.body, _headers(one, token)) for one in messages]
    began = time.perf_counter()
    connection = http.client.HTTPConnection(place)
    for (method, target, _), body, headers in ready:
        connection.request(method, target, body or None, headers)
        connection.getresponse().read()  # closes it after "Connection: close", and the next request opens it anew
    connection.close()
    return time.perf_counter() - began


def _headers(message: Message, token: str) -> dict[str, str]:
    return {name: f"Bearer {token}" if name == "Authorization" else value for name, value in message.headers}


def token_of(told: dict[str, str]) -> str:
    """A token, as anybody gets one."""
    values = {
        "grant_type": "client_credentials",
        "client_id": told["client_id"],
        "client_secret": told["client_secret"],
    }
    connection = http.client.HTTPConnection(urlsplit(told["endpoint"]).netloc)
    connection.request("GET", f"/identity/oauth/token?{urlencode(values)}")
    token: str = json.loads(connection.getresponse().read())["access_token"]
    connection.close()
    return token


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
    """Medians of all, in turn."""
    qt = QApplication.instance() or QApplication([])  # noqa: TID251 - a benchmark is its own roof
    assert isinstance(qt, QApplication)
    runner, theme, collector = Runner(), Theme(qt), Collector()
    with practice_server() as told, tempfile.TemporaryDirectory() as home:
        profile = Profile(id="b", name="Bench", endpoint=told["endpoint"], user_id=told["user_id"])
        rest = replace(
            profile, id="r", endpoint=told["rest_endpoint"], user_id=told["client_id"], transport=TransportKind.REST
        )
        window = Window(theme, runner, profile, Secret(told["secret"]), Path(home) / "soap")
        rest_window = Window(theme, runner, rest, Secret(told["client_secret"]), Path(home) / "rest")
        collector.start()  # as in the program, Python does not collect in the middle of a call
        by_zeep, token = zeep_caller(told), token_of(told)
        found: dict[str, list[float]] = {name: [] for name in ("window", "bytes", "zeep", "rest", "rest bytes")}
        for number in range(times + 3):
            found["window"].append(window.call(number))
            window.idle()
            found["bytes"].append(by_http_client(told["endpoint"], window.sent))
            window.idle()
            found["zeep"].append(by_zeep(number))
            found["rest"].append(rest_window.call(number))
            window.idle()
            found["rest bytes"].append(by_http_client(told["endpoint"], rest_window.sent, token))
        window.close()
        rest_window.close()
        runner.close()
        collector.stop()
        gc.enable()
    return Calls(*(_median_in_milliseconds(seconds, warm_up=3) for seconds in found.values()))


def _median_in_milliseconds(seconds: list[float], warm_up: int) -> float:
    return statistics.median(seconds[warm_up:]) * 1000
