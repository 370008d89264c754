"""The connections: a list, the fields of one of them, and its key. Not modal: the form behind it stays usable."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.endpoint import read_endpoint
from mktgui.domain.findings import Severity
from mktgui.domain.ports import ProfileError, ProfileStore, SecretError, SecretPlace, SecretStore
from mktgui.domain.profile import Profile
from mktgui.domain.profile_check import ProfileField, check_profile
from mktgui.domain.secret import Secret
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.field_notes import Note
from mktgui.ui.profile_form import ProfileForm
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

SIZE = (760, 430)


@dataclass(frozen=True, slots=True)
class EditorParts:
    """What the editor is given."""

    store: ProfileStore
    secrets: SecretStore
    runner: Runner
    theme: Theme


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a save came to. `refusal` is the keyring's, where only the key was not kept."""

    place: SecretPlace | None = None
    refusal: SecretError | None = None


class ProfileEditor(QDialog):
    """Every change is saved by Save and by nothing else; with a change under way the list waits."""

    saved = Signal(object, str)
    """The profiles as a tuple, and the id of the one that was open."""

    def __init__(
        self, profiles: tuple[Profile, ...], selected: str, parts: EditorParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles, self._store, self._secrets, self._runner = profiles, parts.store, parts.secrets, parts.runner
        self.list = QListWidget()
        self.new = QPushButton(self.tr("Ne&w"))
        self.delete = ConfirmButton(self.tr("De&lete"), self.tr("Really delete?"))
        self.form = ProfileForm(SecretField(parts.secrets, parts.runner, parts.theme), parts.theme)
        self.save = QPushButton(self.tr("&Save"))
        self.discard = QPushButton(self.tr("D&iscard changes"))
        self.shut = QPushButton(self.tr("&Close"))
        self.note = Note(self.save, parts.theme)
        self._open: Profile | None = None
        self._saving = False
        self._lay_out()
        self._connect()
        self._fill_list(selected)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """As saved."""
        return self._profiles

    def reject(self) -> None:
        """Closing, by button, key or frame: with unsaved changes it stays open and says so."""
        if self.form.is_changed:
            self.note.say(self.tr("Not saved yet. Save, or discard the changes, then close."), Severity.WARNING)
            return
        super().reject()

    def begin_new(self) -> None:
        """An empty connection, to be filled in."""
        self._show(Profile(id=uuid4().hex, name="", endpoint="", user_id=""))
        with QSignalBlocker(self.list):
            self.list.addItem(self.tr("(new)"))
            self.list.setCurrentRow(len(self._profiles))
        self.form.fields[ProfileField.NAME].setFocus()

    def _fill_list(self, selected: str) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([profile.name for profile in self._profiles])
        ids = [profile.id for profile in self._profiles]
        if ids:
            row = ids.index(selected) if selected in ids else 0
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(row)
            self._show(self._profiles[row])
        else:
            self.begin_new()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._profiles):
            with QSignalBlocker(self.list):
                self.list.takeItem(len(self._profiles))  # a new one that nothing was typed into
            self._show(self._profiles[row])

    def _show(self, profile: Profile) -> None:
        self._open = profile
        self.form.show_profile(profile)
        self.note.say("", Severity.NOTE)
        self._judge()

    def _is_new(self) -> bool:
        return self._open is not None and self._open.id not in {profile.id for profile in self._profiles}

    def _judge(self) -> None:
        """Open what can be used now."""
        changed = self.form.is_changed
        self.list.setEnabled(not changed and not self._saving)
        self.new.setEnabled(not changed and not self._saving and not self._is_new())
        self.delete.setEnabled(not self._saving and not self._is_new())
        self.save.setEnabled(changed and not self._saving)
        self.discard.setEnabled(changed and not self._saving)
        self.list.setToolTip(self.tr("Save or discard the changes first.") if changed else "")

    def _save(self, *_clicked: bool, this_run: bool) -> None:
        profile = self.form.profile
        others = [one for one in self._profiles if one.id != profile.id]
        slips = check_profile(profile, [one.name for one in others])
        self.form.show_slips(slips)
        if slips:
            return
        profile = replace(profile, endpoint=read_endpoint(profile.endpoint).text)
        known = tuple(profile if one.id == profile.id else one for one in self._profiles)
        after = known if profile in known else (*known, profile)
        self._work(partial(self._keep, after, profile.id, self.form.secret.typed, this_run), after, profile.id)

    def _keep(self, after: tuple[Profile, ...], profile_id: str, secret: Secret | None, this_run: bool) -> _Kept:  # noqa: FBT001 - bound by partial
        """For a worker thread. The profile first, so that a locked keyring costs only the key. Raises ProfileError."""
        self._store.save(after, profile_id)
        if secret is None:
            return _Kept()
        try:
            put = self._secrets.put_for_this_run if this_run else self._secrets.put
            return _Kept(put(profile_id, secret))
        except SecretError as refusal:
            return _Kept(refusal=refusal)

    def _delete(self) -> None:
        assert self._open is not None  # noqa: S101 - the button is shut otherwise
        gone = self._open.id
        after = tuple(one for one in self._profiles if one.id != gone)
        self._work(partial(self._forget, after, gone), after, "")

    def _forget(self, after: tuple[Profile, ...], profile_id: str) -> _Kept:
        """For a worker thread. The key first: a key without its connection could not be removed here any more."""
        self._secrets.remove(profile_id)
        self._store.save(after, "")
        return _Kept()

    def _work(self, work: Callable[[], _Kept], after: tuple[Profile, ...], open_id: str) -> None:
        self._saving = True
        self.note.say(self.tr("Saving…"), Severity.NOTE)
        self._judge()
        job = self._runner.run(work, ProfileError, SecretError)
        job.finished.connect(partial(self._done, after, open_id))
        job.failed.connect(self._failed)

    def _done(self, after: tuple[Profile, ...], open_id: str, kept: _Kept) -> None:
        self._saving = False
        self._profiles = after
        typed = self.form.secret.typed
        if kept.refusal is not None:
            self._stay_after_refusal(open_id, kept.refusal)
        elif kept.place is not None and typed is not None:
            self.form.show_profile(self._by_id(open_id), look_for_secret=False)
            self.form.secret.show_kept(kept.place, typed)
            self._refill(open_id)
        else:
            self._fill_list(open_id)
        if kept.refusal is None:
            self.note.say(self.tr("Saved.") if open_id else self.tr("Deleted, with its key."), Severity.NOTE)
        self._judge()
        self.saved.emit(after, open_id)

    def _stay_after_refusal(self, open_id: str, refusal: SecretError) -> None:
        self.form.show_profile(self._by_id(open_id), look_for_secret=False)
        self._refill(open_id)
        self.form.secret.say_trouble(refusal)
        self.note.say(self.tr("The connection is saved, its key is not."), Severity.WARNING)

    def _refill(self, open_id: str) -> None:
        """The names anew, without touching the form."""
        self._open = self._by_id(open_id)
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([profile.name for profile in self._profiles])
            self.list.setCurrentRow([profile.id for profile in self._profiles].index(open_id))

    def _by_id(self, profile_id: str) -> Profile:
        return next(one for one in self._profiles if one.id == profile_id)

    def _failed(self, error: object) -> None:
        self._saving = False
        if isinstance(error, ProfileError):
            text = self.tr("Not saved: {detail}. What was there before is still there.")
            self.note.say(text.format(detail=error.problem.detail), Severity.ERROR)
        elif isinstance(error, SecretError):
            self.note.say(self.tr("Not deleted: the keyring did not let go of the key."), Severity.ERROR)
        else:
            self.note.say(self.tr("Not saved: something in this program went wrong."), Severity.ERROR)
        self._judge()

    def _discard(self) -> None:
        if self._open is not None:
            self._show(self._open)
            self.form.fields[ProfileField.NAME].setFocus()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.new.clicked.connect(self.begin_new)
        self.delete.confirmed.connect(self._delete)
        self.form.edited.connect(self._judge)
        self.form.secret.this_run_wanted.connect(partial(self._save, this_run=True))
        self.save.clicked.connect(partial(self._save, this_run=False))
        self.discard.clicked.connect(self._discard)
        self.shut.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        self.list.setAccessibleName(self.tr("Your connections"))
        self.list.setMaximumWidth(200)
        for button in (self.new, self.delete, self.save, self.discard, self.shut):
            button.setAutoDefault(False)
        self.save.setDefault(True)
        below_list = QHBoxLayout()
        below_list.addWidget(self.new)
        below_list.addWidget(self.delete)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(below_list)
        end = QHBoxLayout()
        end.addStretch(1)
        for button in (self.discard, self.save, self.shut):
            end.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        right.addWidget(self.note)
        right.addLayout(end)
        layout = QHBoxLayout(self)
        layout.addLayout(left)
        layout.addLayout(right, 1)
