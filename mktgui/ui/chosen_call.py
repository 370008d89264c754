"""What is made of the past call that is chosen: a draft, a receipt, code, a ticket, the same over both APIs."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mktgui.domain.history import Summary
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile, TransportKind
from mktgui.domain.recall import Wish, recall
from mktgui.domain.retold import SOME_FIELD, retold
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.ui.history_acts import HistoryActs
from mktgui.ui.history_desk import problem_of
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.past_copies import PastCopies
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.exchange import Exchange
    from mktgui.domain.history import Entry
    from mktgui.domain.history_port import HistoryStore
    from mktgui.ui.ticket_door import TicketDoor


class ChosenCall(QObject):
    """Asks for the call each time: `entry` gives None while there is none, or the rest of it is still on its way."""

    recalled = Signal(object)
    """A `Recall`: the person wants the call as a draft."""
    receipt_wanted = Signal(object)
    """The `Entry` whose receipt is to be copied."""
    said = Signal(str)
    """A sentence for the person: what was copied, or why nothing was."""
    troubled = Signal(object)
    """A `HistoryProblem`: its messages could not be read."""

    def __init__(
        self,
        parts: Parts,
        words: HistoryWords,
        label_of: Callable[[Summary], Callable[[str], str]],
        entry: "Callable[[], Entry | None]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts, self._words, self._label_of, self._entry, self._window = parts, words, label_of, entry, window
        self._profiles: tuple[Profile, ...] = (PRACTICE, PRACTICE_REST)
        self._past = PastCopies(self)
        self.copies = CopyAsMenu(parts.snippet, self._call_to_copy, parts.runner, parts.clipboard, window)
        self.copies.said.connect(self.said)

    @cached_property
    def tickets(self) -> "TicketDoor":
        """What copies it for somebody else."""
        from mktgui.ui.ticket_door import TicketDoor  # noqa: PLC0415 - few people do

        door = TicketDoor(self._parts, self._window)
        door.said.connect(self.said)
        return door

    def use_profiles(self, profiles: tuple[Profile, ...]) -> None:
        """The connections of the person as they are now."""
        self._profiles = (PRACTICE, PRACTICE_REST, *profiles)

    def follow(self, acts: HistoryActs) -> None:
        """Do what is chosen there."""
        acts.wished.connect(self._wish)
        acts.receipt_wanted.connect(self._want_receipt)
        acts.equivalent_wanted.connect(self._show_equivalent)
        acts.ticket_wanted.connect(self._ask_for_messages)

    def close(self) -> None:
        """Shut what was opened."""
        if "tickets" in vars(self):
            self.tickets.close()

    def _wish(self, wish: Wish) -> None:
        entry = self._entry()
        if entry is None:
            return
        profile = self._known_profile(entry.summary)
        wanted = recall(entry, wish, profile.foreign_field.strip() if profile is not None else SOME_FIELD)
        if wanted is not None:
            self.recalled.emit(wanted)
        elif profile is not None and recall(entry, wish) is not None:
            self.said.emit(self._past.no_field(profile.name))

    def _call_to_copy(self) -> "CallToCopy | str":
        entry = self._entry()
        return self._past.call(entry, self._known_profile(entry.summary) if entry is not None else None)

    def _want_receipt(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.receipt_wanted.emit(entry)

    def _show_equivalent(self) -> None:
        from mktgui.ui.equivalent_window import equivalent_of  # noqa: PLC0415 - few people open it

        entry = self._entry()
        if entry is not None and entry.draft is not None:
            profile = self._profile_of(entry.summary)
            equivalent_of(self._parts, entry.draft, profile, parent=self._window).show()

    def _profile_of(self, summary: Summary) -> Profile:
        """The connection as it is now; one that is gone is known by what the history says of it."""
        then = Profile(
            id=summary.profile_id,
            name=summary.profile_name,
            endpoint="",
            user_id="",
            transport=TransportKind(summary.transport),
            environment=summary.environment,
        )
        return self._known_profile(summary) or then

    def _known_profile(self, summary: Summary) -> Profile | None:
        """The connection as it is now, None where it is not there any more."""
        return next((one for one in self._profiles if one.id == summary.profile_id), None)

    def _ask_for_messages(self) -> None:
        entry = self._entry()
        if entry is not None:
            job = self._parts.desks.history.ask(partial(_messages, entry.summary.id))
            job.finished.connect(partial(self._take_messages, entry))
            job.failed.connect(self._fail)

    def _fail(self, error: object) -> None:
        self.troubled.emit(problem_of(error))

    def _take_messages(self, entry: "Entry", exchange: "Exchange | None") -> None:
        story = retold(entry)
        if not isValid(self) or story is None:
            return
        if exchange is None:
            self.said.emit(self.tr("No messages were kept of this call."))
            return
        told = self._words.tell(entry, self._label_of(entry.summary))
        fields = self._parts.desks.fields.catalogue(entry.summary.profile_id).fields
        types = {field.name: field.type for field in fields}
        self.tickets.show_kept(story, exchange, "\n".join((told.title, *told.lines)), types)


def _messages(entry_id: str, store: "HistoryStore") -> "Exchange | None":
    return store.messages(entry_id)
