"""Keeps the paste box, the choice between several leads and the table in step with what is known of the lead."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.domain.kinds import KeyKind, LookupKey
from mktgui.ui.halts import Halt

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.catalogue import Catalogue
    from mktgui.domain.known import Known
    from mktgui.domain.lead import LeadRecord
    from mktgui.domain.outcome import Outcome
    from mktgui.ui.attribute_table import AttributeTable
    from mktgui.ui.errand import Errand
    from mktgui.ui.find_zone import FindZone
    from mktgui.ui.halts import Halted
    from mktgui.ui.lead_chooser import LeadChooser
    from mktgui.ui.window_parts import Parts


class LeadSight(QObject):
    """Shows the lead that the draft means, as far as it was seen, and lets go of it as soon as another one is meant.

    The choice between several leads is made when there are several; `put_chooser` gives it its place.
    """

    loaded = Signal()
    """The person asked for the lead, and now it is known what there is."""
    failed = Signal(object)
    """The person asked for the lead in vain; carries the `Outcome`."""

    def __init__(
        self,
        errand: "Errand",
        find: "FindZone",
        table: "AttributeTable",
        parts: "Parts",
        put_chooser: "Callable[[LeadChooser], None]",
    ) -> None:
        super().__init__()
        self._errand, self._find, self._table, self._parts, self._put_chooser = errand, find, table, parts, put_chooser
        self._known: Known | None = None
        self._record: LeadRecord | None = None
        self._catalogue: Catalogue | None = None
        self._put_off = False  # whether the lead that is known is kept out of the table until a look has ended
        find.load_wanted.connect(self.load)
        find.box.stop_wanted.connect(errand.stop)
        find.box.new_lead_wanted.connect(self._go_to_table)
        errand.looked.connect(self._take)
        errand.halted.connect(self._tell_halt)
        errand.looking.stopped.connect(self._go_back)
        errand.looking.crashed.connect(self._go_back)

    @cached_property
    def chooser(self) -> "LeadChooser":
        """Which of several leads is meant."""
        from mktgui.ui.lead_chooser import LeadChooser  # noqa: PLC0415 - mostly there is one

        made = LeadChooser(self._parts.theme)
        made.chosen.connect(self._choose)
        self._put_chooser(made)
        return made

    def load(self) -> None:
        """Look at the lead that the draft means."""
        reason = self._errand.look()
        if reason is not None:
            self._find.box.show_no_lookup(reason)
        elif self._errand.looking.busy:
            self._find.box.show_reading()

    def follow(self, returned: "LeadRecord | None" = None) -> None:
        """Show what is known now. `returned` is what came back from a send where the lead cannot be looked up."""
        known, catalogue = self._errand.seen, self._errand.catalogue
        record = known.record if known is not None else returned
        if known is not self._known:
            self._known = known
            self._show_box()
            records = known.records if known is not None else ()
            if len(records) > 1 or "chooser" in vars(self):
                from mktgui.domain.known import VerdictKind  # noqa: PLC0415 - not for the first paint

                newest_changes = self._errand.plan().verdict.kind is VerdictKind.UPDATES_NEWEST
                self.chooser.show_leads(records, self._label, newest_changes=newest_changes)
        self._put_off = known is not None and record is not None and self._has_to_wait(record, catalogue)
        if self._put_off:
            record = None
        if record is not self._record or catalogue is not self._catalogue:
            self._record, self._catalogue = record, catalogue
            self._table.show_lead(record, catalogue)

    def _has_to_wait(self, record: "LeadRecord", catalogue: "Catalogue") -> bool:
        """Whether it is not in the table yet, and big, while a look is under way that shows the lead as it is now.

        To list what will be out of date in a moment would keep both the look and the window waiting.
        """
        is_shown = record is self._record
        return not is_shown and self._errand.looks_again and not self._table.lists_at_once(record, catalogue)

    def _label(self, name: str) -> str:
        catalogue = self._errand.catalogue
        field = catalogue.by_name.get(name) or catalogue.by_other_name.get(name)
        return (field.label if field else "") or name

    def _show_box(self) -> None:
        if self._known is None:
            self._find.box.show_nothing()
        elif self._errand.looks_again:
            self._find.box.show_reading()
        else:
            self._find.box.show_known(self._known, may_create=self._errand.plan().verdict.may_create)

    def _go_back(self) -> None:
        """The look was given up: all is as it was before."""
        self._show_what_waits()
        self._show_box()

    def _show_what_waits(self) -> None:
        """Nothing newer has come: what was seen before is what there is to see."""
        if self._put_off:
            self.follow()

    def _take(self, outcome: "Outcome") -> None:
        from mktgui.domain.look import brought_something  # noqa: PLC0415 - not for the first paint

        if not brought_something(outcome):
            self._show_what_waits()
            self._find.box.show_failed(self._parts.words().advice(outcome))
            self.failed.emit(outcome)
            return
        self.follow()
        self._show_box()
        self.loaded.emit()
        known = self._known
        if known is not None and len(known.records) > 1:
            self.chooser.focus()
        elif known is not None and known.records:
            self._go_to_table()

    def _tell_halt(self, halted: "Halted") -> None:
        """A look before a send that brought nothing: why, because a second Send would fare no better."""
        if halted.halt is Halt.LOOK_FAILED and halted.outcome is not None:
            self._find.box.show_failed(self._parts.words().advice(halted.outcome))

    def _go_to_table(self) -> None:
        self._table.begin()

    def _choose(self, marketo_id: str) -> None:
        """From now on the draft goes by the number of the lead, because its address means another one."""
        known = self._known
        record = next((one for one in known.records if one.id.text == marketo_id), None) if known is not None else None
        if known is None or record is None:
            return
        from mktgui.domain.calls import GetLead  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.known import Known  # noqa: PLC0415

        self._find.form.take(KeyKind.MARKETO_ID, marketo_id, "", on_purpose=True)
        question = GetLead(LookupKey.IDNUM, marketo_id)
        self._errand.learn(Known(profile_id=known.profile_id, asked=question, at=known.at, records=(record,)))
        self.follow()
        self._go_to_table()
