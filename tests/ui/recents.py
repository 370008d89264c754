"""Leads that were worked on, for the list of them."""

from datetime import timedelta

from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import Deed, Recent
from tests.ui.looks import SEEN

ANA = Recent(
    key=KeyKind.EMAIL,
    text="ana@corp.example",
    deed=Deed.CHANGED,
    at=SEEN,
    lead_id="318815",
    who="Ana Ruiz",
    fields=2,
)
BEA = Recent(key=KeyKind.EMAIL, text="bea@corp.example", deed=Deed.LOADED, at=SEEN - timedelta(hours=2))
CHLOE = Recent(key=KeyKind.MARKETO_ID, text="42", deed=Deed.CREATED, at=SEEN - timedelta(days=1), lead_id="42")
DAN = Recent(key=KeyKind.FOREIGN_ID, text="C-1", deed=Deed.FAILED, at=SEEN - timedelta(days=9))


def looked_at(number: int) -> Recent:
    """One of many."""
    return Recent(key=KeyKind.MARKETO_ID, text=str(number), deed=Deed.LOADED, at=SEEN)
