"""Drafts to keep: all that could be, and what is the same for a window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from mktgui.domain.desk import SavedDraft
from mktgui.domain.draft import Draft, Edit, Row
from tests.domain.drafts import ANYTHING, DRAFTS

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
ADA = Draft(email="ada@corp.example", workspace="亚太")

_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SAVED = st.builds(
    SavedDraft,
    id=ANYTHING.filter(bool),
    profile_id=ANYTHING,
    draft=DRAFTS,
    changed_at=st.datetimes(timezones=_ZONES),
    title=ANYTHING,
    note=ANYTHING,
    lead_id=ANYTHING,
    order=st.integers(0, 10_000),
)


def saved(draft_id: str = "a", draft: Draft = ADA, order: int = 0) -> SavedDraft:
    """One of the EMEA connection."""
    return SavedDraft(id=draft_id, profile_id="emea", draft=draft, changed_at=NOON, order=order)


def as_shown(text: str) -> str:
    """Two halves of a character that stand side by side are that character: a window knows no difference."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def draft_as_shown(draft: Draft) -> Draft:
    """The same for a draft."""
    rows = tuple(Row(as_shown(row.name), Edit(row.edit.kind, as_shown(row.edit.text))) for row in draft.rows)
    return replace(
        draft,
        rows=rows,
        marketo_id=as_shown(draft.marketo_id),
        email=as_shown(draft.email),
        foreign_id=as_shown(draft.foreign_id),
        cookie=as_shown(draft.cookie),
        workspace=as_shown(draft.workspace),
    )


def saved_as_shown(one: SavedDraft) -> SavedDraft:
    """The same for a draft on the desk."""
    return replace(
        one,
        draft=draft_as_shown(one.draft),
        id=as_shown(one.id),
        profile_id=as_shown(one.profile_id),
        title=as_shown(one.title),
        note=as_shown(one.note),
        lead_id=as_shown(one.lead_id),
    )
