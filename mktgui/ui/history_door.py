"""The way from the main window into the past, and back: opens the history, and opens drafts out of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mktgui.domain.history import Entry
    from mktgui.domain.history_port import HistoryProblem, Opened
    from mktgui.domain.recall import Recall
    from mktgui.ui.history_window import HistoryWindow
    from mktgui.ui.keeping_window import KeepingWindow


class HistoryDoor(QObject):
    """One for a main window, and shut with it."""

    draft_opened = Signal(object)
    """A `Recall` that fits the connection in use: its draft is to be opened."""
    values_chosen = Signal(bool)
    """Whether values are kept from now on: it is done already."""

    def __init__(self, parts: Parts, bar: ConnectionBar, notice: NoticeBar, window: "QWidget") -> None:
        super().__init__(window)
        self._parts, self._bar, self._notice, self._window = parts, bar, notice, window
        self.past: HistoryWindow | None = None
        self.kept: KeepingWindow | None = None
        parts.desks.history.troubled.connect(self._say)
        parts.desks.history.opened.connect(self._tell_lost)

    def show(self) -> None:
        """Open the history, or bring it to the front."""
        if self.past is None:
            from mktgui.ui.history_window import HistoryWindow  # noqa: PLC0415 - not for the first paint

            self.past = HistoryWindow(self._parts)
            self.past.recalled.connect(self.take)
            self.past.receipt_wanted.connect(self._copy_receipt)
            self.past.keeping_wanted.connect(self.show_keeping)
        self.past.open_anew(self._bar.profiles)

    def show_keeping(self) -> None:
        """Open what is kept on this computer, and how long."""
        from mktgui.ui.keeping_window import KeepingWindow  # noqa: PLC0415 - few people open it

        if self.kept is None or not isValid(self.kept):
            above = self.past if self.past is not None and self.past.isActiveWindow() else self._window
            self.kept = KeepingWindow(self._parts, above)
            self.kept.values_chosen.connect(self._take_choice)
        self.kept.show()
        self.kept.raise_()
        self.kept.activateWindow()

    def close(self) -> None:
        """Shut what was opened."""
        if self.kept is not None and isValid(self.kept):
            self.kept.close()
        if self.past is not None:
            self.past.close()
            self.past.deleteLater()
            self.past = None

    def take(self, recall: "Recall") -> None:
        """Open its draft where it makes sense: numbers and old values are of the Marketo they came from, and no other.

        Another connection is only used once the person says so, since all drafts of the window go with it.
        """
        used = self._bar.profile
        if recall.profile_id == used.id:
            self.draft_opened.emit(recall)
            return
        if not recall.is_bound:
            self.draft_opened.emit(recall)
            words = self.tr(
                "This was made for the connection {name}. It is open for {other} now; nothing has been sent."
            )
            self._notice.say(words.format(name=recall.profile_name, other=used.name))
            return
        profile = self._profile(recall.profile_id)
        if profile is None:
            self._offer(
                self.tr(
                    "The connection {name} is not there any more, and another Marketo has other leads. "
                    "You can open it as a new draft."
                ).format(name=recall.profile_name),
                "",
                None,
            )
            return
        self._offer(
            self.tr(
                "This call went to {name}, and the window is on {other}. All open drafts would go to {name}."
            ).format(name=profile.name, other=used.name),
            self.tr("Use {name}, and open it").format(name=profile.name),
            recall,
        )

    def _offer(self, words: str, button: str, recall: "Recall | None") -> None:
        """Where the person is looking."""
        notice = self.past.notice if self.past is not None and self.past.isVisible() else self._notice
        notice.offer(words, button, partial(self._switch, recall) if recall is not None else None)

    def _switch(self, recall: "Recall") -> None:
        self._bar.show_profiles(self._bar.profiles, recall.profile_id)
        if self._bar.profile.id == recall.profile_id:
            self.draft_opened.emit(recall)

    def _profile(self, profile_id: str) -> Profile | None:
        return next((one for one in (PRACTICE, PRACTICE_REST, *self._bar.profiles) if one.id == profile_id), None)

    def _copy_receipt(self, entry: "Entry") -> None:
        from mktgui.domain.receipt import receipt_of  # noqa: PLC0415 - only then
        from mktgui.domain.retold import retold  # noqa: PLC0415
        from mktgui.ui.receipt_words import ReceiptWords  # noqa: PLC0415

        story, summary = retold(entry), entry.summary
        if story is None or self.past is None:
            return
        then = Profile(
            id=summary.profile_id, name=summary.profile_name, endpoint="", user_id="", environment=summary.environment
        )
        receipt = receipt_of(story, self._parts.person(), then, self.past.label_of(summary))
        self._parts.clipboard.setText(ReceiptWords().text(receipt))
        self.past.notice.say(self.tr("Receipt copied."))

    def _take_choice(self, keep: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._parts.preferences.keeps_values = keep
        self.values_chosen.emit(keep)

    def _say(self, problem: "HistoryProblem") -> None:
        self._notice.say_history(problem)

    def _tell_lost(self, state: "Opened") -> None:
        if state.unknown:
            words = self.tr(
                "The program ended during %n calls: it is not known what became of them.", "", state.unknown
            )
            self._notice.offer(words, self.tr("Show the history"), self.show)
