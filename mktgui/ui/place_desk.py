"""The places that each connection knows: those that its person wrote down, and those that Marketo lists."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.domain.api_rules import rules_of

if TYPE_CHECKING:
    from mktgui.domain.findings import Finding
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.ports import Connect
    from mktgui.domain.profile import Profile
    from mktgui.workers.runner import Runner


class PlaceDesk(QObject):
    """One for a run of the program. Asks once for each connection whose API can tell, and where a person caused it."""

    changed = Signal(str)
    """More is known of the profile with this id."""

    def __init__(self, runner: "Runner", connect: "Connect") -> None:
        super().__init__()
        self._runner, self._connect = runner, connect
        self._listed: dict[str, tuple[str, ...]] = {}
        self._asked: set[str] = set()

    def names(self, profile: "Profile") -> tuple[str, ...]:
        """What is known now, each name once, those of the person first."""
        return tuple(dict.fromkeys((*profile.workspaces, *self._listed.get(profile.id, ()))))

    def check(self, text: str, profile: "Profile") -> "tuple[Finding, ...]":
        """Whether this is the name of a place that the connection knows; where it knows none, nothing is found."""
        known = self.names(profile)
        if not known:
            return ()
        from mktgui.domain.place_names import check_place  # noqa: PLC0415 - not for the first paint

        return tuple(check_place(text, known, rules_of(profile).place))

    def complete(self, profile: "Profile") -> None:
        """A lead of it was read: ask for its places too, once. What fails then is no matter: names can be typed."""
        if profile.id not in self._asked and rules_of(profile).lists_places:
            from mktgui.domain.calls import ListObjects  # noqa: PLC0415 - not for the first paint

            self._asked.add(profile.id)
            job = self._runner.call(ListObjects(), self._connect(profile))
            job.finished.connect(partial(self._take, profile.id))

    def _take(self, profile_id: str, outcome: "Outcome") -> None:
        from mktgui.domain.answers import Listed  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.outcome import Answered  # noqa: PLC0415

        answer = outcome.answer if isinstance(outcome, Answered) else None
        if isinstance(answer, Listed):
            self._listed[profile_id] = answer.names
            self.changed.emit(profile_id)
