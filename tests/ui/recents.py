"""Leads that were worked on, for the list of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.ui.looks import SEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A lead that was worked on."""

    text: str
    deed: str = "loaded"
    at: datetime = SEEN
    lead_id: str = ""
    who: str = ""
    fields: int = 0


ANA = Worked(text="ana@corp.example", who="Ana Ruiz", lead_id="318815", deed="changed", fields=2)
BEA = Worked(text="bea@corp.example", at=SEEN - timedelta(hours=2))
CHLOE = Worked(text="42", lead_id="42", deed="created", at=SEEN - timedelta(days=1))
DAN = Worked(text="C-1", deed="failed", at=SEEN - timedelta(days=9))
