"""What follows a send: it is told, the rows that stuck are done with, and what one may want next is offered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from mktgui.domain.difference import AS_ASKED, Fate
from mktgui.domain.draft import Draft, Row
from mktgui.domain.outcome import Answered, Outcome, Written
from mktgui.domain.recheck import Recheck, taken_over
from mktgui.domain.story import Story
from mktgui.ui.errand import Errand
from mktgui.ui.halts import Halt, Halted
from mktgui.ui.recheck_words import RecheckWords
from mktgui.ui.story_words import StoryWords

if TYPE_CHECKING:
    from mktgui.domain.calls import Call
    from mktgui.domain.profile import Profile
    from mktgui.domain.ticket import TicketSource
    from mktgui.ui.drawer import Drawer
    from mktgui.ui.outcome_words import OutcomeWords, Told

DONE = AS_ASKED | {Fate.AS_BEFORE}
"""Fates of a field for which there is nothing left to send."""

_A_MOMENT = 100  # milliseconds: a call that takes less shuts no button, for that would flash


class Aftermath(QObject):
    """Made with the drawer of a page, and speaks in it."""

    shown = Signal()
    """There is something to see in the drawer."""
    seen = Signal(object)
    """A `Story` that is on the screen now; it comes before all else that follows from it, which may take its time."""
    settled = Signal(object)
    """The rows as they are once what stuck is done with: a tuple of `Row`."""
    draft_wanted = Signal(object)
    """The person takes over what is there now: the `Draft` without what would overwrite it."""
    put_back_wanted = Signal(object)
    """Open the draft of this `PutBack`."""
    send_wanted = Signal()

    def __init__(
        self,
        errand: Errand,
        drawer: "Drawer",
        words: "OutcomeWords",
        draft: Callable[[], Draft],
        label: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._errand, self._drawer, self._words, self._draft, self._label = errand, drawer, words, draft, label
        self._stories = StoryWords(words)
        result = drawer.result
        self._last: tuple[Outcome, Told, Profile] | None = None  # what the messages in the drawer are of
        errand.told.connect(self._tell)
        errand.looked.connect(self.show_look)
        errand.halted.connect(self._tell_halt)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_A_MOMENT)
        self._moment.timeout.connect(lambda: result.set_busy(busy=True))
        errand.began.connect(self._moment.start)
        errand.rested.connect(self._rest)
        result.reread_wanted.connect(errand.reread)
        result.put_back_wanted.connect(self.put_back_wanted)
        result.take_over_wanted.connect(self._take_over)
        result.send_anyway_wanted.connect(self.send_wanted)

    def tell_failed_look(self, outcome: Outcome) -> None:
        """A look that the person asked for brought nothing. The story of the last send stays in sight."""
        story = self._errand.story
        if story is not None and story.is_open:
            self._drawer.show_story(story, self._stories.reread_failed(story, outcome))
        elif story is None:
            self._drawer.show_told(self._words.tell(outcome), None)

    def ticket(self) -> "TicketSource | None":
        """What there is to tell somebody of the call whose messages are shown; None where there was none."""
        from mktgui.domain.answers import Found  # noqa: PLC0415 - only then
        from mktgui.domain.said_of_leads import before  # noqa: PLC0415
        from mktgui.domain.ticket import TicketSource  # noqa: PLC0415

        if self._last is None:
            return None
        outcome, told, _ = self._last
        answer, story = outcome.answer if isinstance(outcome, Answered) else None, self._errand.story
        if story is not None and story.outcome is outcome:  # the words on it name old values too
            seen = [before(story), *(one for one in (story.now,) if one is not None)]
            answer = Found(records=tuple(seen))
        return TicketSource(
            call=outcome.call,
            answer=answer,
            exchange=outcome.exchange,
            words="\n".join((told.title, *told.lines)),
            types={field.name: field.type for field in self._errand.catalogue.fields},
        )

    @property
    def last_call(self) -> "tuple[Call, Profile] | None":
        """The call whose messages are shown, and the connection it went over; None where there was none."""
        return (self._last[0].call, self._last[2]) if self._last is not None else None

    def show_look(self, outcome: Outcome) -> None:
        """Show the messages of a look, whatever it brought."""
        self._drawer.exchange.show_exchange(outcome.exchange)
        self._last = outcome, self._words.tell(outcome), self._errand.profile

    def _tell(self, story: Story) -> None:
        told = self._stories.tell(story, self._label)
        if story.outcome is not None and story.fresh is None:  # after a look, that look is what is shown
            self._last = story.outcome, told, self._errand.profile
        self._drawer.show_story(story, told)
        self.shown.emit()
        if story is not self._errand.story:  # its connection was left before it had ended
            self._drawer.result.let_go()
            return
        QTimer.singleShot(0, self, partial(self._paint, story))

    def _paint(self, story: Story) -> None:
        """It is laid out now, so let it be seen before anything else follows: Qt would wait 5 ms for more to paint.

        That is what a window is told when it is time; `repaint` would paint all of the panel for what changed in it.
        """
        QCoreApplication.sendEvent(self._drawer.window(), QEvent(QEvent.Type.UpdateRequest))
        self.seen.emit(story)
        if story.written is Written.YES and story.now is not None:
            self._settle(story)

    def _rest(self) -> None:
        self._moment.stop()
        self._drawer.result.set_busy(busy=False)

    def _settle(self, story: Story) -> None:
        """A row that was edited since it was sent is not done with."""
        done = {one.name: one.asked for one in story.telling_shown if one.asked is not None and one.fate in DONE}
        rows = self._draft().rows
        left = tuple(row for row in rows if not _is_done(row, done))
        if len(left) != len(rows):
            self.settled.emit(left)

    def _tell_halt(self, halted: Halted) -> None:
        if halted.outcome is not None:
            self.show_look(halted.outcome)
        if halted.halt is Halt.CHANGED and halted.found is not None:
            self._drawer.show_recheck(halted.found, RecheckWords().tell(halted.found, self._label))
            self.shown.emit()

    def _take_over(self, found: Recheck) -> None:
        self.draft_wanted.emit(taken_over(self._draft(), found))


def _is_done(row: Row, done: Mapping[str, str | None]) -> bool:
    name = row.name.strip()
    return name in done and row.edit.is_sent and row.edit.sent == done[name]
