"""A draft with all that the desk knows of it comes back from its file."""

import json

import pytest
from hypothesis import given

from mktgui.domain.desk import SavedDraft
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.keeping import KeepTrouble
from mktgui.storage.json_files import LARGEST_FILE, FormatError
from mktgui.storage.saved_draft import LONG_AGO, content_of, saved_draft_in
from tests.storage.drafts_at_hand import SAVED, saved, saved_as_shown


@given(SAVED)
def test_any_draft_comes_back_with_all_that_is_known_of_it(one: SavedDraft) -> None:
    assert saved_draft_in(content_of(one)) == (saved_as_shown(one), "")


TEXTS = [
    "a\r\nb\rc\n",
    "\u2028\u2029\x85",
    "".join(map(chr, range(1, 32))),
    "\ud800 and \udfff",
    "שלום \u202eabc",
    "👩‍👩‍👧‍👦 é ﷽",
]


def test_texts_that_have_broken_other_programs_come_back() -> None:
    rows = tuple(Row(text, Edit(EditKind.SET, text)) for text in TEXTS)
    assert saved_draft_in(content_of(saved(draft=Draft(rows=rows))))[0].draft.rows == rows


def test_ten_thousand_rows_come_back() -> None:
    rows = tuple(Row(f"Field{number}", Edit(EditKind.SET, "值" * 20)) for number in range(10_000))
    content = content_of(saved(draft=Draft(rows=rows)))
    assert saved_draft_in(content)[0].draft.rows == rows
    assert len(content) < LARGEST_FILE / 4


def test_what_is_wrong_is_said_and_the_rest_is_there() -> None:
    plain = json.loads(content_of(saved())) | {"title": 5, "order": -1, "changed_at": "now", "email": None, "new": {}}
    one, complaint = saved_draft_in(json.dumps(plain).encode())
    assert (one.id, one.draft.workspace, one.title, one.changed_at, one.order) == ("a", "亚太", "", LONG_AGO, 0)
    assert complaint.splitlines() == [
        "title: must be text",
        "email: must be text",
        "changed_at: must be a time such as 2026-08-01T09:30:00+00:00",
        "order: must be a whole number",
    ]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(b"{", KeepTrouble.BROKEN), (b"{}", KeepTrouble.BROKEN), (b'{"version": 2}', KeepTrouble.NEWER)],
)
def test_a_file_of_which_nothing_can_be_used_is_told(content: bytes, trouble: KeepTrouble) -> None:
    with pytest.raises(FormatError) as error:
        saved_draft_in(content)
    assert error.value.trouble is trouble
