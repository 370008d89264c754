"""The fields of each Marketo: kept from the last run, and read anew when that is wanted."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.ui.looking import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mktgui.domain.answers import FieldDescription
    from mktgui.domain.catalogue import Catalogue
    from mktgui.domain.catalogue_store import CatalogueStore, LoadedCatalogue
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.ports import Connect
    from mktgui.domain.profile import Profile, TransportKind
    from mktgui.ui.looking import Now
    from mktgui.workers.runner import Runner


class CatalogueTrouble(NamedTuple):
    """Why there are no fields of this Marketo: what was kept cannot be used, or it did not tell them.

    `outcome` is that of the call, None where none was made; `problem` is the file's.
    """

    profile_id: str
    outcome: "Outcome | None" = None
    problem: object = None


class FieldDesk(QObject):
    """One for a run of the program. Reads each kept catalogue once, and asks Marketo only where a person caused it."""

    changed = Signal(str)
    """The catalogue of the profile with this id is another one now."""
    troubled = Signal(object)
    """A `CatalogueTrouble`: the fields that are known already stay."""

    def __init__(
        self,
        runner: "Runner",
        connect: "Connect",
        store: "Callable[[], CatalogueStore]",
        standard: "Callable[[TransportKind], Catalogue]",
        now: "Now" = utc_now,
    ) -> None:
        super().__init__()
        self._runner, self._connect, self._store, self._standard = runner, connect, store, standard
        self._now = now
        self._catalogues: dict[str, Catalogue] = {}
        self._asked: set[str] = set()  # profiles whose Marketo is being asked, or has been in vain

    def catalogue(self, profile_id: str) -> "Catalogue":
        """What is known of the fields now; at least those that every Marketo has, once `want` has brought them."""
        return self._catalogues.get(profile_id, NO_CATALOGUE)

    def want(self, profile: "Profile") -> None:
        """Have what was kept for it, with `changed`, unless it is there already."""
        if profile.id not in self._catalogues:
            self._catalogues[profile.id] = NO_CATALOGUE
            self._runner.run(partial(self._read, profile)).finished.connect(partial(self._take_kept, profile.id))

    def complete(self, profile: "Profile") -> None:
        """A lead of it was read: ask for its fields too, once, where nothing was kept."""
        if profile.id not in self._asked and not self.catalogue(profile.id).is_complete:
            self.refresh(profile)

    def refresh(self, profile: "Profile") -> None:
        """Ask Marketo anew: fields have been added since."""
        from mktgui.domain.calls import DescribeObject  # noqa: PLC0415 - not for the first paint

        self._asked.add(profile.id)
        job = self._runner.call(DescribeObject(), self._connect(profile))
        job.finished.connect(partial(self._take_answer, profile))

    def _read(self, profile: "Profile") -> "tuple[LoadedCatalogue, Catalogue]":
        return self._store().load(profile.id), self._standard(profile.transport)

    def _take_kept(self, profile_id: str, found: "tuple[LoadedCatalogue, Catalogue]") -> None:
        kept, standard = found
        if not self.catalogue(profile_id).is_complete:
            self._put(profile_id, kept.catalogue if kept.catalogue.is_complete else standard)
        if kept.problem is not None:
            self.troubled.emit(CatalogueTrouble(profile_id, problem=kept.problem))

    def _take_answer(self, profile: "Profile", outcome: "Outcome") -> None:
        from mktgui.domain.answers import Described  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.outcome import Answered  # noqa: PLC0415

        answer = outcome.answer if isinstance(outcome, Answered) else None
        if not isinstance(answer, Described) or not answer.fields:
            self.troubled.emit(CatalogueTrouble(profile.id, outcome))
            return
        job = self._runner.run(partial(self._keep, profile, answer.fields, self._now()))
        job.finished.connect(partial(self._put, profile.id))

    def _keep(self, profile: "Profile", fields: "tuple[FieldDescription, ...]", at: "datetime") -> "Catalogue":
        """Tidied up and kept. What cannot be kept is asked for again in the next run."""
        from mktgui.domain.catalogue import described_catalogue  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415

        catalogue = described_catalogue(fields, at, self._standard(profile.transport))
        with suppress(KeepError):
            self._store().save(profile.id, catalogue)
        return catalogue

    def _put(self, profile_id: str, catalogue: "Catalogue") -> None:
        self._catalogues[profile_id] = catalogue
        self.changed.emit(profile_id)
