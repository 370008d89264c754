"""What is kept of a draft is a value, and both keepers of drafts speak as their ports do."""

from datetime import UTC, datetime

from mktgui.domain.desk import CarriedDraft, DraftFiles, DraftStore, LoadedDrafts, SavedDraft
from mktgui.domain.draft import Draft
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.storage.drafts import DraftFolder
from tests.domain.ports_kept import assert_keeps
from tests.domain.values import assert_is_value


def saved() -> SavedDraft:
    return SavedDraft(id="a", profile_id="emea", draft=Draft(), changed_at=datetime(2026, 8, 1, tzinfo=UTC))


def test_what_passes_through_the_ports_are_values() -> None:
    assert_is_value(saved)
    assert_is_value(lambda: LoadedDrafts((saved(),)))
    assert_is_value(lambda: CarriedDraft(Draft(), "EMEA", "TICKET-1"))


def test_what_is_not_known_of_a_draft_is_empty() -> None:
    assert (saved().title, saved().note, saved().lead_id, saved().order) == ("", "", "", 0)
    assert LoadedDrafts() == LoadedDrafts((), ())
    assert CarriedDraft().problem is None


def test_the_ports_are_kept() -> None:
    assert_keeps(DraftFolder, DraftStore)
    assert_keeps(JsonDraftFiles, DraftFiles)
