"""The window's parts on a real practice server, and what its tests do with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from mktgui.domain.ports import Transport
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.messages import read_message
from mktgui.soap.preview import RequestPreview
from mktgui.soap.transport import SoapTransport
from mktgui.ui.doctor import Doctor
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Parts
from mktgui.wire.redact import mask_body
from mktgui.workers.runner import Runner
from tests.ui.checks import envelopes

ANA, ANA_ID = "ana.ruiz@acme.example", "318815"  # the lead for newcomers in the practice world


@dataclass
class Desk:
    """Everything a window needs, with every profile leading to this one server."""

    server: PracticeServer
    parts: Parts

    @property
    def operations(self) -> list[str]:
        """What Marketo was asked, oldest first."""
        return [entry.operation for entry in self.server.journal]

    def title_of(self, lead: int = int(ANA_ID)) -> str:
        """What Marketo has as the job title of a lead."""
        return self.server.world.leads[lead].attributes.get("Title", "")


@contextmanager
def practice_desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    """A desk; its server is shut afterwards."""
    with PracticeServer() as server:

        def connect(profile: Profile) -> Transport:
            there = replace(profile, endpoint=server.endpoint, user_id=server.user_id)
            return SoapTransport(
                there, lambda: Secret(server.secret), envelopes(), lambda: datetime.now(UTC).astimezone()
            )

        parts = Parts(
            connect=connect,
            read_message=read_message,
            mask=mask_body,
            preview=RequestPreview(envelopes()),
            count=lambda _profile: None,
            edit_profiles=lambda _profiles, _selected, _parent: None,
            runner=runner,
            theme=theme,
            preferences=Preferences(home / "window.ini"),
            words=lambda: OutcomeWords(Doctor("en")),
            clipboard=QGuiApplication.clipboard(),
        )
        yield Desk(server, parts)
