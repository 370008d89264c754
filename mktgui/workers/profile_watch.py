"""Notices what other copies of the program, or a person, do to the file of connections, and reads it on a thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from mktgui.domain.ports import LoadedProfiles, ProfileStore
    from mktgui.workers.runner import Runner

PAUSE = 250  # milliseconds after the last sign of a change: one save writes several files, an editor in several steps
PATIENCE = 2_000  # milliseconds after which a file that was only half written is whole


class ProfileWatch(QObject):
    """One for a run of the program, made once the window is on the screen.

    A file system may tell nothing, as those of the network do: then whoever has a reason calls `look_soon`. Nothing is
    made of a file that is not there: it may have been moved, or its disk be away.

    What may be a file half written is read again after a while, and believed if it is still so: one with anything wrong
    in it, and one that has fewer connections than before.
    """

    found = Signal(object)
    """`LoadedProfiles` with nothing wrong in them. They may be the same as before."""
    broken = Signal(object)
    """A `ProfileProblem` that has stayed; a copy of the file was kept where it cannot be used. The same comes once."""

    def __init__(self, runner: "Runner", store: "ProfileStore", pause: int = PAUSE, patience: int = PATIENCE) -> None:
        super().__init__()
        self._runner, self._store = runner, store
        self._ids: frozenset[str] = frozenset()  # of what was found last
        self._told = ""  # what is wrong with the file, as the person knows already
        self._doubted: LoadedProfiles | None = None
        self.is_looking = False
        """Whether the file is being read."""
        self._again = self._closed = False
        self._watcher = QFileSystemWatcher(self)
        self._pause, self._patience = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, pause), (self._patience, patience)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self.look_soon)
        self._watcher.directoryChanged.connect(self.look_soon)

    def start(self, loaded: "LoadedProfiles") -> None:
        """Watch from now on. This is what the window shows, and says, already."""
        self._ids = _ids(loaded)
        self._told = _wrong(loaded)
        self._look()

    def look_soon(self) -> None:
        """Something may have changed, or what was found could not be taken up just then."""
        if not self._closed:
            self._pause.start()

    def close(self) -> None:
        """Nothing is told from now on."""
        self._closed = True
        self._pause.stop()
        self._patience.stop()

    def _look(self) -> None:
        if self.is_looking:
            self._again = True
            return
        self.is_looking = True
        store = self._store
        job = self._runner.run(lambda: (store.watched(), store.look()))
        job.finished.connect(self._take)

    def _take(self, seen: "tuple[tuple[str, ...], LoadedProfiles | None]") -> None:
        self.is_looking = False
        if self._closed:
            return
        paths, loaded = seen
        if self._watch(paths) or self._again:  # it may have changed before it was watched
            self._again = False
            self._pause.start()
        if loaded is None or (_wrong(loaded) and _wrong(loaded) == self._told):
            self._doubted = None
        elif not _wrong(loaded) and _ids(loaded) >= self._ids:
            self._believe(loaded)
        elif loaded != self._doubted:
            self._doubted = loaded
            self._patience.start()
        elif not self._patience.isActive():
            self._believe(loaded)

    def _believe(self, loaded: "LoadedProfiles") -> None:
        self._doubted = None
        self._told = _wrong(loaded)
        if self._told:
            self._runner.run(self._store.load).finished.connect(self._tell)
        else:
            self._ids = _ids(loaded)
            self.found.emit(loaded)

    def _tell(self, loaded: "LoadedProfiles") -> None:
        """As it is now, with a copy kept: it may have been mended this very moment."""
        if loaded.problem is None:
            self.look_soon()
        elif not self._closed:
            self.broken.emit(loaded.problem)

    def _watch(self, paths: tuple[str, ...]) -> bool:
        """Whether there is something among them that was not watched: a file that was replaced is another one."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        gone, new = watched.difference(paths), set(paths) - watched
        if gone:
            self._watcher.removePaths(sorted(gone))
        if not new:
            return False
        return len(self._watcher.addPaths(sorted(new))) < len(new)  # it gives back those that cannot be watched


def _ids(loaded: "LoadedProfiles") -> frozenset[str]:
    return frozenset(one.id for one in loaded.profiles)


def _wrong(loaded: "LoadedProfiles") -> str:
    """What is the matter with the file, in words that are others for anything else; empty for nothing."""
    return f"{loaded.problem.trouble} {loaded.problem.detail}" if loaded.problem is not None else ""
