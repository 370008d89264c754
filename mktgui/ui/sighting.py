"""What the last look at a lead showed, and whether it still counts."""

from functools import cached_property
from typing import TYPE_CHECKING

from mktgui.domain.lookup import same_question

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QObject

    from mktgui.domain.calls import GetLead
    from mktgui.domain.draft import Draft
    from mktgui.domain.known import Knowledge, Known
    from mktgui.domain.transport_rules import TransportRules
    from mktgui.workers.farewell import Farewell


class Sighting:
    """Of one lead at a time, whichever key it was looked for by. `owner` is what it lives as long as."""

    def __init__(self, owner: "QObject") -> None:
        self._owner = owner
        self._known: Knowledge = None
        self._doubted = False

    @cached_property
    def farewell(self) -> "Farewell":
        """For what was seen before: it may be big."""
        from mktgui.workers.farewell import Farewell  # noqa: PLC0415 - not for the first paint

        return Farewell(self._owner)

    @property
    def known(self) -> "Knowledge":
        """What it showed, or that it failed; None where nobody has looked."""
        return self._known

    @property
    def is_in_vain(self) -> bool:
        """Whether somebody has looked and it failed."""
        if self._known is None:
            return False
        from mktgui.domain.known import FailedLook  # noqa: PLC0415 - not for the first paint

        return isinstance(self._known, FailedLook)

    def take(self, known: "Knowledge") -> None:
        """This is what there is now."""
        self.farewell.see_off(self._known)
        self._known, self._doubted = known, False

    def doubt(self) -> None:
        """Something may have been written since."""
        self._doubted = True

    def of(self, draft: "Draft", rules: "TransportRules") -> "Known | None":
        """What is known of the lead that a draft means."""
        if self._known is None:
            return None
        from mktgui.domain.known import Known  # noqa: PLC0415 - not for the first paint

        return self._known if isinstance(self._known, Known) and self._known.is_about(draft, rules) else None

    def by(self, question: "GetLead") -> "Knowledge":
        """What it showed, where that was asked in the same way."""
        return self._known if self._known is not None and same_question(self._known.asked, question) else None

    def is_fresh(self, question: "GetLead", now: "datetime") -> bool:
        """Whether a lead may be sent by what is known of it, without another look."""
        known = self.by(question)
        return known is not None and not self._doubted and known.is_fresh(now)
