"""What comes into a draft from elsewhere: recent leads, recipes, old values, and the rows of the other API."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from mktgui.domain.draft import Draft, Row
from mktgui.domain.kinds import KeyKind
from mktgui.domain.profile import Profile
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand
from mktgui.ui.find_zone import FindZone
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.recents import Recent
    from mktgui.domain.recipe import Recipe
    from mktgui.domain.story import Story
    from mktgui.ui.put_back_note import PutBackNote
    from mktgui.ui.side_lists import SideLists


class DraftIntake(QObject):
    """Takes it in by the names of the API in use; what it does to rows that are there is one step of undo."""

    load_wanted = Signal()
    """The form means another lead, which is to be looked at."""

    def __init__(
        self,
        parts: Parts,
        errand: Errand,
        finder: FindZone,
        table: AttributeTable,
        put_note: "Callable[[PutBackNote], None]",
    ) -> None:
        super().__init__()
        self._theme, self._desks = parts.theme, parts.desks
        self._errand, self._finder, self._table, self._put_note = errand, finder, table, put_note

    @cached_property
    def side(self) -> "SideLists":
        """Recent leads and recipes, below the form."""
        from mktgui.ui.side_lists import SideLists  # noqa: PLC0415 - rows can come in without them

        lists = SideLists(self._theme, self._desks, self._errand.profile.id, self._draft, self)
        self._finder.add(lists.recents)
        self._finder.add(lists.recipes)
        lists.lead_wanted.connect(self._open_recent)
        lists.recipe_wanted.connect(self._take_recipe)
        return lists

    @cached_property
    def put_back_note(self) -> "PutBackNote":
        """What putting back will not undo; it gets its place when it is made."""
        from mktgui.ui.put_back_note import PutBackNote  # noqa: PLC0415 - only where something is put back

        note = PutBackNote(self._theme)
        self._put_note(note)
        return note

    def use_profile(self, profile_id: str) -> None:
        """Another Marketo has other leads."""
        if "side" in vars(self):
            self.side.use_profile(profile_id)

    def follow(self) -> None:
        """The draft is another one now."""
        if "side" in vars(self):
            self.side.follow(self._draft())

    def note_load(self) -> None:
        """A lead was loaded. To read again what was just changed is no news beside the change."""
        if "side" not in vars(self):
            return
        from mktgui.domain.outcome import Written  # noqa: PLC0415 - not for the first paint

        seen, told = self._errand.seen, self._errand.story
        changed = told.lead_id if told is not None and told.written is Written.YES else ""
        if seen is None or seen.record is None or seen.record.id.text != changed:
            self.side.note_load(seen)

    def note_send(self, story: "Story") -> None:
        """Once the old values may be in Marketo, it is not true any more that nothing has been written."""
        if "put_back_note" not in vars(self):
            return
        from mktgui.domain.outcome import Written  # noqa: PLC0415 - as above

        if story.written is not Written.NO:
            self.put_back_note.hide()

    def carried(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Rows from wherever, by the names of the API in use."""
        return self._desks.names.carried(rows, self._errand.profile).rows

    def carry_over(self, before: Profile) -> None:
        """The rows that are here came from another API: one step of undo brings their names back."""
        rows = self._table.model.rows
        if not rows:
            return
        names, profile = self._desks.names, self._errand.profile
        carried = names.carried(rows, profile, before)
        if carried.renamed:
            self._table.replace(carried.rows, names.step(profile))
        self._table.say(names.sentence(carried, profile))

    def take_over(self, draft: Draft) -> None:
        """What stands in Marketo now stays: this is the draft without what would overwrite it."""
        self._finder.form.show_draft(draft)
        self._table.replace(draft.rows, self.tr("Take over what is there now"))

    def settle(self, left: tuple[Row, ...]) -> None:
        """Part of what was sent is done with; these rows are left."""
        self._table.replace(left, self.tr("What was sent"))

    def _draft(self) -> Draft:
        return self._finder.form.draft(self._table.model.rows)

    def _open_recent(self, recent: "Recent") -> None:
        """By its number where it has one; by whatever it was found by where not."""
        key, text = (KeyKind.MARKETO_ID, recent.lead_id) if recent.lead_id else (recent.key, recent.text)
        self._finder.form.take(key, text, "", on_purpose=False)
        self.load_wanted.emit()

    def _take_recipe(self, recipe: "Recipe") -> None:
        self._table.take(self.carried(recipe.rows), recipe.name)
        self._table.view.setFocus(Qt.FocusReason.OtherFocusReason)
