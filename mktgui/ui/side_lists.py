"""Recent leads and recipes below the form of a page, in step with what all pages share."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.domain.known import Known
from mktgui.domain.lead import LeadRecord, who_is
from mktgui.domain.lookup import given_identifiers, winner_of
from mktgui.domain.profile import lead_to_try
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.recipe import recipe_from
from mktgui.ui.recent_list import RecentList
from mktgui.ui.recipe_list import RecipeList
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Desks

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.draft import Draft
    from mktgui.domain.story import Story


class SideLists(QObject):
    """Made for a page once the window is on the screen, and gone with it: what all share outlives every page."""

    lead_wanted = Signal(object)
    """The `Recent` that is to be opened."""
    recipe_wanted = Signal(object)
    """The `Recipe` whose rows are to be taken in."""

    def __init__(
        self, theme: Theme, desks: Desks, profile_id: str, draft: "Callable[[], Draft]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desks, self._profile_id, self._draft = desks, profile_id, draft
        self.recents, self.recipes = RecentList(theme), RecipeList(theme)
        desks.recents.changed.connect(self._show_recents)
        desks.recipes.changed.connect(self._show_recipes)
        self.recents.opened.connect(self.lead_wanted)
        self.recents.forget_wanted.connect(self._forget)
        self.recents.forget_all_wanted.connect(self._forget_all)
        self.recipes.apply_wanted.connect(self.recipe_wanted)
        self.recipes.new_wanted.connect(self._save_new)
        self.recipes.saved.connect(desks.recipes.save)
        self.recipes.removed.connect(desks.recipes.remove)
        self.recipes.restored.connect(desks.recipes.restore)
        desks.recents.want(profile_id)
        desks.recipes.want()
        self._show_recents(profile_id)

    def use_profile(self, profile_id: str) -> None:
        """Another Marketo has other leads; recipes are for all."""
        self._profile_id = profile_id
        self._desks.recents.want(profile_id)
        self._show_recents(profile_id)

    def follow(self, draft: "Draft") -> None:
        """The draft is another one now."""
        self.recipes.can_save(can=any(row.name.strip() and row.edit.is_sent for row in draft.rows))

    def note_load(self, seen: Known | None) -> None:
        """A lead was loaded. One of several that share a key is none yet."""
        if seen is not None and len(seen.records) == 1:
            self._note(Deed.LOADED, seen.at, seen.records[0])

    def note_send(self, story: "Story") -> None:
        """A send has ended, or a look has settled what was open. What a look adds besides is no new deed."""
        from mktgui.domain.difference import FOREIGN_TYPE, asked_of, key_names  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.outcome import Written  # noqa: PLC0415

        if story.written is Written.UNKNOWN or (story.fresh is not None and story.proven is None):
            return
        count = len(asked_of(story.request).keys() - key_names(story.request) - {FOREIGN_TYPE})
        if story.written is Written.YES:
            self._note(Deed.CREATED if story.is_new else Deed.CHANGED, story.at, story.now or story.was, fields=count)
        else:
            self._note(Deed.FAILED, story.at, story.was)

    def _note(self, deed: Deed, at: datetime, record: LeadRecord | None, fields: int = 0) -> None:
        draft = self._draft()
        key = winner_of(draft)
        if key is None:
            return
        text = given_identifiers(draft)[key]
        lead_id, who = (record.id.text, who_is(record)) if record is not None else ("", "")
        new = Recent(key=key, text=text, deed=deed, at=at, lead_id=lead_id, who=who, fields=fields)
        self._desks.recents.add(self._profile_id, new)

    def _show_recents(self, profile_id: str) -> None:
        if profile_id == self._profile_id:
            self.recents.suggest(lead_to_try(profile_id))
            self.recents.show_recents(self._desks.recents.recents(profile_id))

    def _show_recipes(self) -> None:
        loaded = self._desks.recipes.loaded
        if loaded is not None:
            self.recipes.show_recipes(loaded.recipes, loaded.hidden, self._desks.recipes.shipped)

    def _forget(self, one: Recent) -> None:
        self._desks.recents.drop(self._profile_id, one)

    def _forget_all(self) -> None:
        self._desks.recents.forget(self._profile_id)

    def _save_new(self, name: str) -> None:
        self._desks.recipes.save(recipe_from(self._draft(), name))
