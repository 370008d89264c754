"""The encryption key of a connection: typed, shown, replaced or removed, and where it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.findings import Severity
from mktgui.domain.ports import SecretError, SecretHome, SecretPlace, SecretStore, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.ui.confidential_clipboard import ConfidentialClipboard
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.field_notes import Note
from mktgui.ui.theme import Theme, fixed_font
from mktgui.workers.runner import Job, Runner

SHOWN_SECONDS = 30
SLOW = 3_000  # milliseconds after which a keyring is probably waiting for the person


@dataclass(frozen=True, slots=True)
class _Looked:
    place: SecretPlace
    secret: Secret | None


class SecretField(QWidget):
    """What is typed is never shown in the field itself: from there a desktop would copy it to its clipboard."""

    edited = Signal()
    this_run_wanted = Signal()
    """The keyring refused, and the person wants the key kept in memory until the program ends."""

    def __init__(
        self, secrets: SecretStore, runner: Runner, theme: Theme, clipboard: ConfidentialClipboard | None = None
    ) -> None:
        super().__init__()
        self._secrets, self._runner, self._clipboard = secrets, runner, clipboard
        self._profile_id = ""
        self._kept: Secret | None = None
        self._place: SecretPlace | None = None
        self._job: Job | None = None
        self.field = QLineEdit()
        self.show_button = QPushButton(self.tr("S&how"))
        self.copy_button = QPushButton(self.tr("Co&py"))
        self.remove_button = ConfirmButton(self.tr("&Remove"), self.tr("Really remove it?"))
        self.this_run_button = QPushButton(self.tr("&Keep for this run only"))
        self.shown = QLabel()
        self.copied = QLabel()
        self.note = Note(self.field, theme)
        self._hiding, self._slow = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()

    @property
    def typed(self) -> Secret | None:
        """What the person typed, without spaces around it, or None."""
        text = self.field.text().strip()
        return Secret(text) if text else None

    def open_for(self, profile_id: str) -> None:
        """Start over with the key of another connection, and look in the keyring whether there is one."""
        self._profile_id, self._kept = profile_id, None
        self._forget_typed()
        self.copied.hide()
        self.this_run_button.hide()
        self.remove_button.withdraw()
        self.note.say(self.tr("Looking for it…"), Severity.NOTE)
        self._show_state(looking=True)
        self._start(partial(_look, self._secrets, profile_id))

    def show_kept(self, place: SecretPlace, secret: Secret) -> None:
        """It has been saved: say where."""
        self._job = None
        self._slow.stop()
        self._kept, self._place = secret, place
        self._forget_typed()
        self.this_run_button.hide()
        self._say_place()

    def say_trouble(self, error: SecretError) -> None:
        """The key could not be kept. What was typed stays."""
        self._say_error(error)
        self.this_run_button.setVisible(self.typed is not None)

    def _start(self, work: Callable[[], _Looked]) -> None:
        self._slow.start()
        job = self._job = self._runner.run(work, SecretError)
        job.setParent(self)  # what it brings after the window is gone finds nobody
        job.finished.connect(partial(self._take_look, job))
        job.failed.connect(partial(self._take_trouble, job))

    def offer_this_run(self) -> None:
        """While the keyring is slow: what was typed need not wait for it."""
        self.this_run_button.setVisible(self.typed is not None)

    def _say_slow(self) -> None:
        text = self.tr("Still waiting for the keyring: it may be asking you in a window of its own.")
        self.note.say(text, Severity.WARNING)

    def _take_look(self, job: Job, looked: _Looked) -> None:
        if job is self._job:
            self._slow.stop()
            self._kept, self._place = looked.secret, looked.place
            self._say_place()

    def _take_trouble(self, job: Job, error: object) -> None:
        if job is self._job:
            self._slow.stop()
            self._say_error(error)
            self._show_state()

    def _say_error(self, error: object) -> None:
        trouble = error.trouble if isinstance(error, SecretError) else SecretTrouble.REFUSED
        sentences = {
            SecretTrouble.LOCKED: self.tr("The keyring is locked, so nothing was read or kept. Unlock it."),
            SecretTrouble.REFUSED: self.tr("The keyring refused, so nothing was read or kept."),
            SecretTrouble.NOT_KEPT: self.tr("The keyring gave back something else than it was given: not kept."),
        }
        self.note.say(sentences[trouble], Severity.ERROR)

    def _say_place(self) -> None:
        self._show_state()
        assert self._place is not None  # noqa: S101 - told together with what was found
        if self._place.home is SecretHome.THIS_RUN:
            text = self.tr("This computer has no keyring to trust: it is kept in memory until the program ends.")
            if self._kept is None:
                text = self.tr(
                    "This computer has no keyring to trust: it will be kept in memory until the program ends."
                )
            self.note.say(text, Severity.WARNING)
            return
        kept = self.tr("Kept in {name}, never in a file.") if self._kept else self.tr("Will be kept in {name}.")
        self.note.say(kept.format(name=self._place.name), Severity.NOTE)

    def _show_state(self, *, looking: bool = False) -> None:
        there = self._kept is not None
        self.field.setPlaceholderText(self.tr("kept; type to replace it") if there else self.tr("not set"))
        self.remove_button.setEnabled(there and not looking)
        for button in (self.show_button, self.copy_button):
            button.setEnabled(there or self.typed is not None)

    def _show_or_hide(self, *, shown: bool) -> None:
        secret = self.typed or self._kept
        visible = shown and secret is not None
        self.shown.setText(secret.reveal() if visible and secret else "")
        self.shown.setVisible(visible)
        self.show_button.setText(self.tr("&Hide") if visible else self.tr("S&how"))
        self._hiding.start() if visible else self._hiding.stop()

    def _copy(self) -> None:
        secret = self.typed or self._kept
        if self._clipboard is not None and secret is not None:
            self.copied.show()
            self._clipboard.put(secret)

    def _say_seconds(self, seconds: int) -> None:
        self.copied.setText(self.tr("Copied. The clipboard is cleared in %n s.", "", seconds))

    def _type(self) -> None:
        self.show_button.setChecked(False)
        self._show_state()
        self.edited.emit()

    def _forget_typed(self) -> None:
        self.show_button.setChecked(False)
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def _remove(self) -> None:
        self._start(partial(_remove_and_look, self._secrets, self._profile_id))
        self.show_button.setChecked(False)

    def _connect(self) -> None:
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self._say_slow)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(SHOWN_SECONDS * 1000)
        self._hiding.timeout.connect(lambda: self.show_button.setChecked(False))
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(lambda shown: self._show_or_hide(shown=shown))
        self.field.textChanged.connect(self._type)
        self.copy_button.clicked.connect(self._copy)
        if self._clipboard is not None:
            self._clipboard.counted.connect(self._say_seconds)
            self._clipboard.ended.connect(self.copied.hide)
        self.remove_button.confirmed.connect(self._remove)
        self.this_run_button.clicked.connect(self.this_run_wanted)

    def _lay_out(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Encryption key"))
        self.shown.setAccessibleName(self.tr("The secret, shown"))
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.setFont(fixed_font())
        self.shown.hide()
        self.copied.setAccessibleName(self.tr("The secret is on the clipboard for a short while"))
        self.copied.hide()
        if self._clipboard is None:
            self.copy_button.hide()
        self.this_run_button.hide()
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.show_button)
        line.addWidget(self.copy_button)
        line.addWidget(self.remove_button)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        below.addWidget(self.this_run_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.shown)
        layout.addWidget(self.copied)
        layout.addLayout(below)
        self.setFocusProxy(self.field)


def _look(secrets: SecretStore, profile_id: str) -> _Looked:
    """For a worker thread."""
    return _Looked(secrets.place(), secrets.get(profile_id))


def _remove_and_look(secrets: SecretStore, profile_id: str) -> _Looked:
    """For a worker thread."""
    secrets.remove(profile_id)
    return _look(secrets, profile_id)
