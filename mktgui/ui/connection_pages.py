"""The pages of one connection: who and where, the way out, and the check."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QLineEdit, QTabWidget

from mktgui import __version__
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.check_report import report_text
from mktgui.domain.endpoint import read_endpoint, read_identity
from mktgui.domain.ladder import CheckResult, ladder_of
from mktgui.domain.ports import CheckConnection, Connect, MakeCheck, SecretStore, Transport
from mktgui.domain.profile import Profile
from mktgui.domain.profile_check import check_profile
from mktgui.domain.proxy import proxy_secret_id
from mktgui.domain.secret import Secret
from mktgui.ui.check_page import CheckPage
from mktgui.ui.confidential_clipboard import ConfidentialClipboard
from mktgui.ui.field_notes import Note
from mktgui.ui.foreign_field import FindParts, ForeignField
from mktgui.ui.ladder_words import LadderWords
from mktgui.ui.network_form import NetworkForm
from mktgui.ui.profile_form import ProfileForm
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """What the pages are given."""

    secrets: SecretStore
    runner: Runner
    theme: Theme
    make_check: MakeCheck
    words: LadderWords
    clipboard: QClipboard
    confidential: ConfidentialClipboard
    connect: Connect
    standard: Callable[[], Catalogue]
    """The fields that every Marketo has, by their REST names."""


class ConnectionPages(QTabWidget):
    """Shows a profile and gives back what was made of it."""

    edited = Signal()

    def __init__(self, parts: PageParts) -> None:
        super().__init__()
        self._parts = parts
        self._shown = Profile(id="", name="", endpoint="", user_id="")
        self.basic = ProfileForm(self._secret_field(), parts.theme, self._foreign_field)
        self.network = NetworkForm(self._secret_field(), parts.theme)
        self.check = CheckPage(self._make_check, self._report, parts.words, parts.runner, parts.theme)
        self.addTab(self.basic, self.tr("&Connection"))
        self.addTab(self.network, self.tr("Network and sa&fety"))
        self.addTab(self.check, self.tr("Chec&k"))
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("The chosen connection"))
        for page in (self.basic, self.network):
            page.edited.connect(self._edit)
        self.check.copy.clicked.connect(lambda: self.check.copy_to(parts.clipboard))
        self.check.partitions_wanted.connect(self._take_partitions)
        self._at_rest = self._said

    @property
    def profile(self) -> Profile:
        """What the pages say, spaces around texts left out; what nobody has changed stays as it was.

        A file that a person wrote may hold what no field shows whole: a space around a name, a hundredth of a second.
        """
        said, kept = self._said, dict[str, Any]()
        for one in fields(Profile):
            if getattr(said, one.name) == getattr(self._at_rest, one.name):
                kept[one.name] = getattr(self._shown, one.name)
        return replace(said, **kept)

    @property
    def tidied(self) -> Profile:
        """The same with the addresses that were meant, where they can be told."""
        profile = self.profile
        endpoint, identity = read_endpoint(profile.endpoint, profile.transport), read_identity(profile.identity)
        return replace(
            profile,
            endpoint=endpoint.text if endpoint.problem is None else profile.endpoint,
            identity=identity.text if identity.problem is None else profile.identity,
        )

    @property
    def typed(self) -> dict[str, Secret]:
        """The secrets that were typed, by the ids under which they are kept."""
        fields = {self._shown.id: self.basic.secret, proxy_secret_id(self._shown.id): self.network.password}
        return {secret_id: field.typed for secret_id, field in fields.items() if field.typed is not None}

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.profile != self._shown or bool(self.typed)

    def shows_old(self, profile: Profile) -> bool:
        """Whether nothing is typed, and what stands there is not what this connection is now."""
        return profile.id == self._shown.id and profile != self._shown and not self.is_changed

    def secret_field(self, secret_id: str) -> SecretField:
        """The field of a secret by its id."""
        return self.basic.secret if secret_id == self._shown.id else self.network.password

    def show_profile(self, profile: Profile, *, look_for_secrets: bool = True) -> None:
        """Fill the pages."""
        self._shown = profile
        self.foreign_field.forget()
        self.basic.show_profile(profile, look_for_secret=look_for_secrets)
        self.network.show_profile(profile, look_for_secret=look_for_secrets)
        self._at_rest = self._said
        self._begin_check()

    def fill(self, like: Profile, name: str) -> None:
        """Type what another one says into this one, under another name."""
        shown, self._shown = self._shown, replace(like, id=self._shown.id, name=name)
        self.basic.show_profile(self._shown, look_for_secret=False)
        self.network.show_profile(self._shown, look_for_secret=False)
        self._shown = shown
        self._edit()

    def hold(self, names_taken: list[str]) -> bool:
        """Whether this can be saved; where not, each slip is said at its field and the first one's page is shown."""
        slips = check_profile(self.profile, names_taken)
        proxy_slip = self.network.check()
        if proxy_slip is not None:
            self.setCurrentWidget(self.network)
        if slips:
            self.setCurrentWidget(self.basic)
        self.basic.show_slips(slips)
        return not slips and proxy_slip is None

    @property
    def _said(self) -> Profile:
        return self.network.put_into(self.basic.profile)

    def _foreign_field(self, line: QLineEdit, note: Note) -> ForeignField:
        parts = FindParts(self._reach, self._parts.standard, self._parts.runner)
        self.foreign_field = ForeignField(line, note, parts, self._parts.theme)
        return self.foreign_field

    def _reach(self) -> Transport | None:
        """Only what is saved can be asked: its key is found by its id."""
        is_saved = bool(self._shown.endpoint) and not self.is_changed
        return self._parts.connect(self._shown) if is_saved else None

    def _secret_field(self) -> SecretField:
        return SecretField(self._parts.secrets, self._parts.runner, self._parts.theme, self._parts.confidential)

    def _take_partitions(self, names: tuple[str, ...]) -> None:
        """What was found stays on the screen: names are no part of what is checked."""
        with QSignalBlocker(self.network):
            self.network.add_workspaces(names)
        self.edited.emit()

    def _edit(self) -> None:
        self._begin_check()
        self.edited.emit()

    def _begin_check(self) -> None:
        """Nothing is found yet, and the steps are those of the API that is chosen."""
        self.check.show_ladder(ladder_of(self._said.transport))
        self.check.show_nothing()

    def _make_check(self) -> CheckConnection:
        self.check.show_ladder(ladder_of(self.tidied.transport))
        return self._parts.make_check(self.tidied, self.basic.secret.typed, self.network.password.typed)

    def _report(self, result: CheckResult) -> str:
        return report_text(result, self.tidied, f"mktgui {__version__}", datetime.now(UTC))
