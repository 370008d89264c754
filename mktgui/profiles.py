"""Between the roof and the rooms below: which connections there are, which one is used, and where their keys lie."""

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from mktgui.domain.ports import LoadedProfiles
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.storage.profiles import TomlProfiles
from mktgui.workers.profile_watch import ProfileWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mktgui.domain.ports import ProfileProblem, SecretPlace
    from mktgui.storage.places import Places
    from mktgui.storage.secrets import KeyringSecrets
    from mktgui.ui.confidential_clipboard import ConfidentialClipboard
    from mktgui.ui.connection_pages import PageParts
    from mktgui.ui.main_window import MainWindow
    from mktgui.ui.profile_editor import ProfileEditor
    from mktgui.workers.runner import Runner


class ProfileOffice(QObject):
    """One for a run of the program, made once the window is on the screen.

    `window` gives the one there is, for the language may change; `page_parts` what the editor's pages are given;
    `forget` takes the id of a connection that is gone.
    """

    def __init__(
        self,
        places: "Places",
        runner: "Runner",
        window: "Callable[[], MainWindow]",
        page_parts: "Callable[[], PageParts]",
        forget: "Callable[[str], None]",
    ) -> None:
        super().__init__()
        self._runner, self._window, self._page_parts, self._forget = runner, window, page_parts, forget
        self._store = TomlProfiles(places.profiles_file)
        self._editor: ProfileEditor | None = None
        self._practice = False
        self._watch = ProfileWatch(runner, self._store)
        self._watch.found.connect(self._take_up)
        self._watch.broken.connect(self._tell)
        self.loaded = LoadedProfiles()
        """Nothing, until the file has been read."""

    @cached_property
    def secrets(self) -> "KeyringSecrets":
        """Where the keys lie. Also for worker threads."""
        from mktgui.storage.secrets import KeyringSecrets  # noqa: PLC0415 - not before one is asked for

        return KeyringSecrets()

    @cached_property
    def confidential(self) -> "ConfidentialClipboard":
        """What a secret is copied by, so that it does not stay there."""
        from mktgui.ui.confidential_clipboard import ConfidentialClipboard  # noqa: PLC0415 - few people copy one

        return ConfidentialClipboard(QGuiApplication.clipboard())

    def load(self, *, practice: bool) -> None:
        """Read the file and show what is in it. With `practice` the window stays on the practice server."""
        self._practice = practice
        self._runner.run(self._store.load).finished.connect(self._show)

    def use(self, profile: Profile) -> None:
        """Say where its key is kept, and remember it as used last, as soon as the person has any of their own."""
        self._show_key_place(profile)
        if self.loaded.profiles and profile.id != self.loaded.last_used:
            self.loaded = replace(self.loaded, last_used=profile.id)
            shown = self.loaded.profiles
            self._runner.run(partial(self._store.save, shown, profile.id, shown))

    def edit(self, profiles: tuple[Profile, ...], selected: str, parent: "QWidget") -> None:
        """Open the editor, or bring it to the front."""
        from mktgui.storage.profile_files import TomlProfileFiles  # noqa: PLC0415 - most days nobody opens it
        from mktgui.ui.profile_editor import ProfileEditor  # noqa: PLC0415
        from mktgui.ui.profile_keeper import ProfileKeeper  # noqa: PLC0415

        if self._editor is not None and isValid(self._editor):
            self._editor.raise_()
            self._editor.activateWindow()
            return
        keeper = ProfileKeeper(self._store, self.secrets, TomlProfileFiles())
        self._editor = ProfileEditor(profiles, selected, keeper, self._page_parts(), parent)
        self._editor.saved.connect(self._take)
        self._editor.show()

    def look_again(self) -> None:
        """Others may have changed the file, and not every file system tells so."""
        self._watch.look_soon()

    def close(self) -> None:
        """Leave no secret behind."""
        self._watch.close()
        if "confidential" in vars(self):  # not to be made only to be cleared
            self.confidential.clear()

    def _show(self, loaded: LoadedProfiles) -> None:
        """What the person has chosen meanwhile counts."""
        self.loaded = loaded
        window = self._window()
        chosen = window.bar.profile
        stays = self._practice or chosen is not PRACTICE
        window.show_profiles(loaded, chosen.id if stays else loaded.last_used)
        self._watch.start(loaded)

    def _take_up(self, loaded: LoadedProfiles) -> None:
        """Others have changed them. Which one was used last is each copy's own, and what it saves tells."""
        if loaded.profiles == self.loaded.profiles:
            return
        window, editor = self._window(), self._editor if self._editor is not None and isValid(self._editor) else None
        if window.bar.is_choosing or (editor is not None and editor.is_saving):
            self._watch.look_soon()
            return
        self.loaded = replace(self.loaded, profiles=loaded.profiles, problem=None)
        window.take_up_profiles(loaded.profiles)
        if editor is not None:
            editor.take_up(loaded.profiles)

    def _tell(self, problem: "ProfileProblem") -> None:
        self._window().notice.say_problem(problem)

    def _show_key_place(self, profile: Profile) -> None:
        """Which keyring there is can take a moment to find out; reading the key itself waits until Send."""
        self._window().bar.show_place(None)
        if not profile.is_built_in:
            job = self._runner.run(self.secrets.place)
            job.finished.connect(partial(self._take_key_place, profile))

    def _take_key_place(self, profile: Profile, place: "SecretPlace") -> None:
        bar = self._window().bar
        if profile is bar.profile:
            bar.show_place(place)

    def _take(self, profiles: tuple[Profile, ...], opened: str) -> None:
        """What was just saved is what the person wants to use next, unless it was a deletion."""
        for gone in {one.id for one in self.loaded.profiles} - {one.id for one in profiles}:
            self._forget(gone)
        window = self._window()
        self.loaded = LoadedProfiles(profiles, opened or window.bar.profile.id)
        window.show_profiles(self.loaded, self.loaded.last_used)
