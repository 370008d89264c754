"""The connections: a list, and the pages of one of them. Not modal: the form behind it stays usable."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.findings import Severity
from mktgui.domain.moving_over import moved_to_rest
from mktgui.domain.ports import LoadedProfiles, ProfileError, SecretError
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.profile_news import News, news_of, now_of
from mktgui.domain.secret import Secret
from mktgui.ui.connection_pages import ConnectionPages, PageParts
from mktgui.ui.field_notes import Note
from mktgui.ui.moving_words import MovingWords
from mktgui.ui.outside_words import OutsideWords
from mktgui.ui.profile_keeper import Kept, ProfileKeeper
from mktgui.ui.profile_list import ProfileList
from mktgui.ui.secret_field import SLOW
from mktgui.workers.runner import Job

Done = TypeVar("Done")
SIZE = (860, 520)
LIST_WIDTH = 230


class ProfileEditor(QDialog):
    """Every change is saved by Save and by nothing else; with a change under way the list waits."""

    saved = Signal(object, str)
    """The profiles as a tuple, and the id of the one that was open."""

    def __init__(
        self,
        profiles: tuple[Profile, ...],
        selected: str,
        keeper: ProfileKeeper,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles, self._keeper, self._runner = profiles, keeper, parts.runner
        self.list = ProfileList()
        self.pages = ConnectionPages(parts)
        self.save = QPushButton(self.tr("&Save"))
        self.discard = QPushButton(self.tr("D&iscard changes"))
        self.shut = QPushButton(self.tr("Close"))
        self.note = Note(self.save, parts.theme)
        self._moving, self._outside = MovingWords(), OutsideWords()
        self._open = Profile(id="", name="", endpoint="", user_id="")  # until one is shown
        self._saving = False
        self._is_passing = False  # what the note says, which the next edit makes untrue
        self._job: Job | None = None
        self._slow = QTimer(self)
        self._lay_out()
        self._connect()
        self._show_all(selected)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """As saved."""
        return self._profiles

    @property
    def is_saving(self) -> bool:
        """Whether a change is on its way into the file: what is read there now may be half of it."""
        return self._saving

    def take_up(self, profiles: tuple[Profile, ...]) -> None:
        """Others have left them so. What was typed stays, to be saved or discarded; else it shows what there is now."""
        news = News.NOTHING if self._is_new else news_of(self._open, profiles)
        typed = self.pages.is_changed
        text = self._outside.in_editor(news, self._open.name, typed=typed)
        self._profiles = profiles
        if news is not News.NOTHING and not typed:
            self._show_all(self._open.id)
            self._say_for_now(text)
            return
        self._open = now_of(self._open, profiles) or self._open
        names, ids = [one.name for one in profiles], [one.id for one in profiles]
        if self._is_new:
            self.list.show_names(names, 0, unsaved=self._open.name or self.tr("(new)"))
        else:
            self.list.show_names(names, ids.index(self._open.id))
        if text:
            self.note.say(text, Severity.WARNING)
            self._is_passing = False
        self._judge()

    def reject(self) -> None:
        """Closing, by button, key or frame: with unsaved changes, or while saving, it stays open and says so."""
        if self._saving and self._slow.isActive():
            return  # the note says that it is saving; closed now, nobody would hear what became of it
        if self.pages.is_changed and not self._saving:
            self.note.say(self.tr("Not saved yet. Save, or discard the changes, then close."), Severity.WARNING)
            return
        self.pages.check.show_nothing()  # hangs up
        super().reject()

    def begin_new(self) -> None:
        """An empty connection, to be filled in: over REST, since Marketo itself speaks nothing else any more."""
        self._begin(Profile(id=uuid4().hex, name="", endpoint="", user_id="", transport=TransportKind.REST))

    def take_in(self, path: str) -> None:
        """Add the connections of a file."""
        take_in = partial(self._keeper.take_in, Path(path), self._profiles)
        self._work(take_in, self._taken_in)

    def hand_on(self, path: str) -> None:
        """Write all connections to a file, without their keys."""
        job = self._start(partial(self._keeper.hand_on, Path(path), self._profiles))
        told = self.tr("Written to {path}, without keys and passwords.").format(path=path)
        job.finished.connect(lambda _: self.note.say(told, Severity.NOTE))
        job.failed.connect(self._failed)

    @property
    def _is_new(self) -> bool:
        return self._open.id not in {profile.id for profile in self._profiles}

    def _show_all(self, selected: str) -> None:
        ids = [profile.id for profile in self._profiles]
        if not ids:
            self.begin_new()
            return
        row = ids.index(selected) if selected in ids else 0
        self.list.show_names([profile.name for profile in self._profiles], row)
        self._show(self._profiles[row])

    def _begin(self, profile: Profile) -> None:
        names = [one.name for one in self._profiles]
        self.list.show_names(names, 0, unsaved=profile.name or self.tr("(new)"))
        self._show(profile)
        self.pages.setCurrentWidget(self.pages.basic)
        self.pages.basic.fields[ProfileField.NAME].setFocus()

    def _choose(self, row: int) -> None:
        self.list.show_names([one.name for one in self._profiles], row)  # without a new one that nothing was typed into
        self._show(self._profiles[row])

    def _show(self, profile: Profile) -> None:
        self._open = profile
        self.pages.show_profile(profile)
        self.note.say("", Severity.NOTE)
        self._is_passing = False
        self._judge()

    def _say_for_now(self, text: str, severity: Severity = Severity.NOTE) -> None:
        """Until the next edit, which makes it untrue."""
        self.note.say(text, severity)
        self._is_passing = True

    def _edit(self) -> None:
        if self.pages.shows_old(self._open):  # what was typed is taken back, and others have changed it meanwhile
            self._show(self._open)
            return
        if self._is_passing and self.pages.is_changed:
            self.note.say("", Severity.NOTE)
            self._is_passing = False
        self._judge()

    def _judge(self) -> None:
        """Open what can be used now."""
        changed = self.pages.is_changed
        is_soap = self._open.transport is TransportKind.SOAP
        self.list.open_and_shut(waiting=changed or self._saving, is_new=self._is_new, is_soap=is_soap)
        self.save.setEnabled(changed and not self._saving)
        self.discard.setEnabled(changed and not self._saving)

    def _save(self, *_clicked: bool, this_run: bool) -> None:
        profile = self.pages.tidied
        if not self.pages.hold([one.name for one in self._profiles if one.id != profile.id]):
            if self._is_passing or not self.note.text():  # else it says what is to be filled in
                self._say_for_now(self.tr("Not saved yet: put right what is marked, and save again."), Severity.ERROR)
            return
        known = tuple(profile if one.id == profile.id else one for one in self._profiles)
        after = known if profile in known else (*known, profile)
        typed = self.pages.typed
        save = partial(self._keeper.save, after, profile.id, typed, since=self._profiles, this_run=this_run)
        self._work(save, partial(self._saved, after, profile.id, typed))

    def _saved(self, after: tuple[Profile, ...], open_id: str, typed: dict[str, Secret], kept: Kept) -> None:
        self._profiles = after
        row = [profile.id for profile in after].index(open_id)
        self._open = after[row]
        self.list.show_names([profile.name for profile in after], row)
        self.pages.show_profile(after[row], look_for_secrets=False)
        for secret_id, place in kept.places.items():
            self.pages.secret_field(secret_id).show_kept(place, typed[secret_id])
        for secret_id, refusal in kept.refusals.items():
            self.pages.secret_field(secret_id).say_trouble(refusal)
        if kept.refusals:
            self.note.say(self.tr("The connection is saved, its key is not."), Severity.WARNING)
        else:
            self._say_for_now(self.tr("Saved."))
        self.saved.emit(after, open_id)

    def _copy(self) -> None:
        """A second one like this, to be saved under another name; a key belongs to one connection only."""
        original = self._open
        self._begin(Profile(id=uuid4().hex, name="", endpoint="", user_id=""))
        self.pages.fill(original, self.tr("{name} (copy)").format(name=original.name))

    def _make_rest(self) -> None:
        """The same Marketo by the other door: what carries over is filled in, what does not is named."""
        soap = self._open
        moved = moved_to_rest(soap, uuid4().hex)
        self._begin(Profile(id=moved.profile.id, name="", endpoint="", user_id="", transport=TransportKind.REST))
        self.pages.fill(moved.profile, self.tr("{name} (REST)").format(name=soap.name))
        self.note.say(self._moving.todo(soap.name, moved.to_look_up), Severity.NOTE)
        first = ProfileField.USER_ID if moved.profile.endpoint else ProfileField.ENDPOINT
        self.pages.basic.fields[first].setFocus()

    def _delete(self) -> None:
        gone = self._open.id
        after = tuple(one for one in self._profiles if one.id != gone)
        forget = partial(self._keeper.forget, after, gone, since=self._profiles)
        self._work(forget, partial(self._rearranged, after, ""))

    def _move(self, by: int) -> None:
        row = [one.id for one in self._profiles].index(self._open.id)
        rows = list(self._profiles)
        rows[row], rows[row + by] = rows[row + by], rows[row]
        save = partial(self._keeper.save, tuple(rows), self._open.id, {}, since=self._profiles)
        self._work(save, partial(self._rearranged, tuple(rows), self._open.id))

    def _rearranged(self, after: tuple[Profile, ...], open_id: str, _kept: Kept) -> None:
        self._profiles = after
        self._show_all(open_id)
        self._say_for_now(self.tr("Saved.") if open_id else self.tr("Deleted, with its key."))
        self.saved.emit(after, open_id)

    def _taken_in(self, loaded: LoadedProfiles) -> None:
        added = len(loaded.profiles) - len(self._profiles)
        self._profiles = loaded.profiles
        if added:
            self._show_all(loaded.last_used)
            self.saved.emit(self._profiles, loaded.last_used)
        told = self.tr("%n connection(s) added. Type their keys anew: no file holds them.", "", added)
        if loaded.problem is not None:
            told += " " + self.tr("Not everything could be read: {detail}").format(detail=loaded.problem.detail)
        self.note.say(told, Severity.WARNING if loaded.problem else Severity.NOTE)

    def _work(self, work: Callable[[], Done], then: Callable[[Done], None]) -> None:
        self._saving, self._is_passing = True, False
        self.note.say(self.tr("Saving…"), Severity.NOTE)
        self._judge()
        self._slow.start()
        job = self._job = self._start(work)
        job.finished.connect(partial(self._done, job, then))
        job.failed.connect(partial(self._fail, job))

    def _say_slow(self) -> None:
        """A keyring may ask the person first, and wait for a minute; there is always a way to go on."""
        text = self.tr("Still saving: the keyring may be asking you in a window of its own.")
        self.note.say(text, Severity.WARNING)
        for field in (self.pages.basic.secret, self.pages.network.password):
            field.offer_this_run()

    def _start(self, work: Callable[[], object]) -> Job:
        job = self._runner.run(work, ProfileError, SecretError)
        job.setParent(self)  # what it brings after this window is gone finds nobody
        return job

    def _done(self, job: Job, then: Callable[[Done], None], done: Done) -> None:
        if job is not self._job:
            return  # the person did not wait for it
        self._slow.stop()
        self._saving = False
        then(done)
        self._judge()

    def _fail(self, job: Job, error: object) -> None:
        if job is self._job:
            self._slow.stop()
            self._saving = False
            self._failed(error)

    def _failed(self, error: object) -> None:
        if isinstance(error, ProfileError):
            text = self.tr("Not saved: {detail}. What was there before is still there.")
            self.note.say(text.format(detail=error.problem.detail), Severity.ERROR)
        elif isinstance(error, SecretError):
            self.note.say(self.tr("Not deleted: the keyring did not let go of the key."), Severity.ERROR)
        else:
            self.note.say(self.tr("Not saved: something in this program went wrong."), Severity.ERROR)
        self._judge()

    def _discard(self) -> None:
        if self._is_new:
            self._show_all("")
        else:
            self._show(self._open)
        self.pages.basic.fields[ProfileField.NAME].setFocus()

    def _ask_for_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import connections"))
        dialog.setNameFilter("TOML (*.toml)")
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def _ask_for_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export connections"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self.hand_on)
        dialog.open()

    def _connect(self) -> None:
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self._say_slow)
        wanted = self.list
        wanted.chosen.connect(self._choose)
        wanted.new_wanted.connect(self.begin_new)
        wanted.copy_wanted.connect(self._copy)
        wanted.rest_wanted.connect(self._make_rest)
        wanted.delete_wanted.connect(self._delete)
        wanted.move_wanted.connect(self._move)
        wanted.import_wanted.connect(self._ask_for_import)
        wanted.export_wanted.connect(self._ask_for_export)
        self.pages.edited.connect(self._edit)
        for field in (self.pages.basic.secret, self.pages.network.password):
            field.this_run_wanted.connect(partial(self._save, this_run=True))
        self.save.clicked.connect(partial(self._save, this_run=False))
        self.discard.clicked.connect(self._discard)
        self.shut.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        self.list.setMaximumWidth(LIST_WIDTH)
        end = QHBoxLayout()
        end.addStretch(1)
        for button in (self.discard, self.save, self.shut):
            button.setAutoDefault(False)
            end.addWidget(button)
        self.save.setDefault(True)
        right = QVBoxLayout()
        right.addWidget(self.pages, 1)
        right.addWidget(self.note)
        right.addLayout(end)
        layout = QHBoxLayout(self)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)
