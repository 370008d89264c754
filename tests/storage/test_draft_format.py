"""Any draft comes back from its JSON, and a bad part of one costs only itself."""

from hypothesis import given

from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.lead import KeyKind
from mktgui.storage.draft_format import ROWS, draft_in, head_of, row_in, rows_of
from mktgui.storage.json_files import json_bytes, parse_object
from mktgui.storage.json_reader import Reader
from tests.domain.drafts import DRAFTS
from tests.storage.drafts_at_hand import draft_as_shown


@given(DRAFTS)
def test_any_draft_comes_back(draft: Draft) -> None:
    reader = Reader(parse_object(json_bytes(head_of(draft), ROWS, rows_of(draft.rows))))
    assert draft_in(reader) == draft_as_shown(draft)
    assert reader.complaints == []


def test_it_says_what_the_form_says() -> None:
    draft = Draft(
        key=KeyKind.COOKIE, cookie="c", rows=(Row("Title", Edit(EditKind.SET, "CTO")), Row("City", CLEAR), Row())
    )
    assert head_of(draft) == {
        "key": "cookie",
        "marketo_id": "",
        "email": "",
        "foreign_id": "",
        "cookie": "c",
        "workspace": "",
        "foreign_type": "",
        "return_lead": True,
        "action": "create-or-update",
    }
    assert list(rows_of(draft.rows)) == [
        {"name": "Title", "edit": "set", "text": "CTO"},
        {"name": "City", "edit": "clear"},
        {"name": "", "edit": "keep"},
    ]


def test_what_is_left_out_is_as_in_a_new_form_and_what_is_unknown_is_no_matter() -> None:
    reader = Reader({"colour": "red", "rows": [{"name": "Title", "because": 1}]})
    assert draft_in(reader) == Draft(rows=(Row("Title", KEEP),))
    assert reader.complaints == []


def test_each_thing_that_is_wrong_is_named_and_costs_only_itself() -> None:
    reader = Reader(
        {
            "key": "telephone",
            "email": 5,
            "foreign_type": "SAP",
            "return_lead": "no",
            "workspace": "EMEA",
            "rows": [7, {"name": "Title", "edit": "put"}, {"name": "City", "edit": "clear"}, {"name": None, "text": 1}],
        }
    )
    assert draft_in(reader) == Draft(workspace="EMEA", rows=(Row("City", CLEAR),))
    assert reader.complaints == [
        "email: must be text",
        "key: must be one of marketo_id, email, foreign_id, cookie",
        "foreign_type: must be empty or one of CUSTOM, SFDC, NETSUITE",
        "rows, entry 1: must be an object in braces",
        "rows, entry 2: edit: must be one of keep, set, clear",
        "rows, entry 4: name: must be text",
        "rows, entry 4: text: must be text",
        "return_lead: must be true or false",
    ]


def test_text_that_does_not_count_is_kept_for_when_it_does() -> None:
    row = Row("Title", Edit(EditKind.CLEAR, "typed before"))
    [plain] = rows_of([row])
    assert row_in(plain) == (row, [])
