"""Brings drafts onto the desk: new ones, those that lay there last, those that were closed, those out of the past."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mktgui.domain.draft import Draft
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft, says_nothing
from mktgui.ui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from mktgui.domain.desk import LoadedDrafts
    from mktgui.domain.put_back import PutBack
    from mktgui.domain.recall import Recall

MOST_CLOSED = 10  # drafts that can be brought back


class DraftOpener(QObject):
    """Each comes in a tab of its own, unless that would leave an empty one behind. Nothing is sent by it."""

    def __init__(self, tabs: DraftTabs, notice: NoticeBar) -> None:
        super().__init__(tabs)
        self._tabs, self._notice = tabs, notice
        self._closed: list[OpenDraft] = []

    def open_new(self) -> None:
        """An empty form, the cursor in the key: in a tab of its own, unless the one on top is empty."""
        draft = self._tabs.page.draft
        if not says_nothing(draft):
            self._tabs.add_new(Draft(key=draft.key, workspace=draft.workspace))
        self._tabs.page.focus_key()

    def bring_back(self, loaded: "LoadedDrafts") -> None:
        """What lay on the desk when the program last ended, however it ended; before what has been begun since."""
        begun = any(not says_nothing(one.draft) for one in self._tabs.drafts)
        back = [OpenDraft(id=one.id, draft=one.draft) for one in loaded.drafts]
        if back and not begun:
            self._tabs.show_drafts(back)
            self._tabs.page.focus_key()
        elif back:
            for number, one in enumerate(back):
                self._tabs.slip_in(one, number)
        for problem in loaded.problems:
            self._notice.say_kept(problem)

    def keep_closed(self, one: OpenDraft) -> None:
        """Nothing asks before a draft is closed, because nothing is lost by it."""
        self._closed = [*self._closed, one][-MOST_CLOSED:]
        count = one.marked
        if count:
            words = self.tr("Closed {lead}, with %n change(s) that were not sent.", "", count)
            self._notice.offer(words.format(lead=one.title), self.tr("Bring it back"), self.reopen)

    def reopen(self) -> None:
        """Bring back the draft that was closed last, with all that was in it."""
        if self._closed:
            self._notice.hide()
            self._tabs.add(self._closed.pop())

    def put_back(self, back: "PutBack") -> None:
        """A draft of its own, with the same review as any other, and with what it will not undo."""
        if back.draft is not None:
            page = self._tabs.add_new(back.draft)
            page.tell_put_back(back)
            page.load()

    def open_past(self, recall: "Recall") -> None:
        """A draft out of a past call, with the same review as any other."""
        page = self._tabs.add_new(recall.draft)
        if recall.back is not None:
            page.tell_put_back(recall.back)
        if recall.story is not None:
            page.take_up(recall.story)
        if recall.is_bound:
            page.load()
        window = self._tabs.window()
        window.raise_()
        window.activateWindow()
