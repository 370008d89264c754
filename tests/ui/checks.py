"""What tests of the credential check begin with: real checks of a practice Marketo, and the names of fields."""

from datetime import UTC, datetime
from functools import cache
from socket import socket
from threading import Barrier

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import CheckConnection
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.check import SoapCheck
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.workers.runner import WORKERS, Runner


@cache
def envelopes() -> EnvelopeBuilder:
    """Made once: it reads the WSDL."""
    return EnvelopeBuilder()


def now() -> datetime:
    return datetime.now(UTC)


def make_check(profile: Profile, secret: Secret | None = None, proxy_password: Secret | None = None) -> CheckConnection:
    """As the program makes it, for a connection whose key was typed."""
    return SoapCheck(profile, lambda: secret, envelopes, now)


def profile_of(server: PracticeServer, name: str = "Practised") -> Profile:
    return Profile(id="p", name=name, endpoint=server.endpoint, user_id=server.user_id)


def dead_endpoint() -> str:
    """An address of this computer where nobody listens."""
    with socket() as line:
        line.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{line.getsockname()[1]}/soap/mktows/3_1"


def let_workers_finish(runner: Runner, qtbot: QtBot) -> None:
    """Come back when every worker is through with what it was given, and when what it brought has been handed out."""
    together = Barrier(WORKERS)
    with qtbot.waitSignals([runner.run(together.wait).finished for _ in range(WORKERS)], timeout=20_000):
        pass


def nameless(widget: QWidget) -> list[str]:
    """What can have the keyboard without a screen reader having a name for it."""
    inside = [child for child in widget.findChildren(QWidget) if child.window() is widget.window()]  # no popups
    stops = [child for child in inside if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None]
    return [f"{type(child).__name__} {child.objectName()}" for child in stops if not spoken_name(child)]


def spoken_name(widget: QWidget) -> str:
    """As assistive technology is told it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
