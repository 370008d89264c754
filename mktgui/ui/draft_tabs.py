"""The drafts that are open, one tab each. With a single one there is no row of tabs at all."""

from collections.abc import Callable, Sequence
from functools import partial
from os import urandom
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget

from mktgui.domain.draft import Draft
from mktgui.domain.lookup import given_identifiers
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.draft_page import DraftPage

if TYPE_CHECKING:
    from mktgui.domain.known import Knowledge

LONGEST_TITLE = 28  # characters


class OpenDraft(NamedTuple):
    """A draft as it lies on the desk. `id` names it for as long as it lives, also in the file it is kept in."""

    id: str
    draft: Draft
    known: "Knowledge" = None
    title: str = ""

    @property
    def marked(self) -> int:
        """How many rows would be sent."""
        return sum(row.edit.is_sent for row in self.draft.rows)

    @property
    def lead_id(self) -> str:
        """The Marketo ID of the lead that was seen for it; empty where none was."""
        if self.known is None:
            return ""
        from mktgui.domain.known import Known  # noqa: PLC0415 - not for the first paint

        record = self.known.record if isinstance(self.known, Known) else None
        return record.id.text if record is not None else ""


class DraftTabs(QTabWidget):
    """Makes pages and puts them away. There is always at least one."""

    page_shown = Signal(object)
    """The `DraftPage` that is now on top."""
    opened = Signal(object)
    """A new `DraftPage`."""
    edited = Signal(str)
    """The draft with this id is not what it was."""
    closed = Signal(object)
    """An `OpenDraft` that was put away."""

    def __init__(self, make: Callable[[], DraftPage]) -> None:
        super().__init__()
        self._make = make
        self._profile: Profile = PRACTICE
        self._ids: dict[DraftPage, str] = {}
        self.setTabBarAutoHide(True)
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setDocumentMode(True)
        # Its row of tabs takes the keyboard itself; hidden, it would never give it back.
        self.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Open drafts"))
        self.add(OpenDraft(id=new_id(), draft=Draft()))
        self.currentChanged.connect(self._show_current)
        self.tabCloseRequested.connect(self.close_page)

    @property
    def page(self) -> DraftPage:
        """The one on top."""
        page = self.currentWidget()
        assert isinstance(page, DraftPage), "only such are added"  # noqa: S101 - for the types
        return page

    @property
    def pages(self) -> tuple[DraftPage, ...]:
        """All of them, from left to right."""
        return tuple(page for page in map(self.widget, range(self.count())) if isinstance(page, DraftPage))

    @property
    def drafts(self) -> tuple[OpenDraft, ...]:
        """What is on the desk, from left to right."""
        return tuple(self._state(page) for page in self.pages)

    def state_of(self, name: str) -> OpenDraft | None:
        """The draft with this id, where it is still open."""
        return next((one for one in self.drafts if one.id == name), None)

    def show_drafts(self, drafts: Sequence[OpenDraft]) -> None:
        """Open these in place of what is there; without any, all stays as it is."""
        before = self.count()
        for one in drafts:
            self.add(one)
        for _ in range(before if drafts else 0):
            self.close_page(0)

    def add(self, one: OpenDraft) -> DraftPage:
        """Open another one and put it on top."""
        page = self.slip_in(one, self.count())
        self.setCurrentWidget(page)
        return page

    def slip_in(self, one: OpenDraft, number: int) -> DraftPage:
        """Open another one at this place; whoever is typing in the one on top goes on."""
        page = self._make()
        self._ids[page] = one.id
        page.show_draft(one.draft)
        page.use_profile(self._profile)
        if one.known is not None:
            page.errand.learn(one.known)
        page.edited.connect(partial(self._page_edited, page))
        page.errand.known_changed.connect(partial(self._title, page))
        self.insertTab(number, page, "")
        self._title(page)
        self.opened.emit(page)
        return page

    def add_new(self, draft: Draft) -> DraftPage:
        """A draft that has never been on the desk."""
        return self.add(OpenDraft(id=new_id(), draft=draft))

    def duplicate(self) -> DraftPage:
        """The same once more, for the same fix on the next lead; what is known of the lead comes along."""
        state = self._state(self.page)
        return self.add(OpenDraft(id=new_id(), draft=state.draft, known=state.known))

    def close_page(self, number: int) -> None:
        """Put one away; in place of the last one comes an empty one."""
        page = self.widget(number)
        if not isinstance(page, DraftPage):
            return
        state = self._state(page)
        if self.count() == 1:
            self.add_new(Draft(key=state.draft.key, workspace=state.draft.workspace))
        page.stop()
        self.removeTab(self.indexOf(page))
        del self._ids[page]
        page.deleteLater()
        self.closed.emit(state)

    @property
    def profile(self) -> Profile:
        """The one that all of them speak to."""
        return self._profile

    def use_profile(self, profile: Profile) -> None:
        """All of them speak to another Marketo from now on."""
        self._profile = profile
        for page in self.pages:
            page.use_profile(profile)

    def stop(self) -> None:
        """Hang up on everything."""
        for page in self.pages:
            page.stop()

    def _state(self, page: DraftPage) -> OpenDraft:
        title = self.tabText(self.indexOf(page)).replace("&&", "&")
        return OpenDraft(id=self._ids[page], draft=page.draft_as_typed, known=page.errand.known, title=title)

    def _page_edited(self, page: DraftPage) -> None:
        if page in self._ids:
            self._title(page)
            self.edited.emit(self._ids[page])

    def _title(self, page: DraftPage) -> None:
        draft, seen = page.draft, page.errand.seen
        text = seen.record.email.text if seen is not None and seen.record is not None else ""
        text = text or next((one for one in given_identifiers(draft).values() if one), "") or self.tr("New change")
        marked = sum(row.edit.is_sent for row in draft.rows)
        if len(text) > LONGEST_TITLE:
            text = f"{text[: LONGEST_TITLE - 1]}…"
        number = self.indexOf(page)
        title = self.tr("{lead} ({count})").format(lead=text, count=marked) if marked else text
        title = title.replace("&", "&&")
        if title != self.tabText(number):  # Qt paints the whole page anew for the same title too
            self.setTabText(number, title)

    def _show_current(self) -> None:
        if self.count():
            self.page_shown.emit(self.page)


def new_id() -> str:
    """For a draft that had none before. By chance alone, as `uuid4` does it, which takes 3 ms to be read."""
    return urandom(16).hex()


def says_nothing(draft: Draft) -> bool:
    """Whether there is nothing in it that a person would miss: no identifier and no attribute."""
    empty = Draft(key=draft.key, workspace=draft.workspace, return_lead=draft.return_lead)
    return draft == empty
