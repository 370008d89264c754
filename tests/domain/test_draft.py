"""A draft is what was typed; leaving alone, setting and emptying are three different acts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from tests.domain.values import assert_is_value

calm = settings(deadline=None)  # a busy machine is no failure


def test_a_draft_and_its_parts_are_values() -> None:
    assert_is_value(lambda: Edit(EditKind.SET, "CTO"))
    assert_is_value(lambda: Row("Title", Edit(EditKind.SET, "CTO")))
    assert_is_value(lambda: Draft(email="ada@corp.example", rows=(Row("Title", CLEAR),)))


def test_there_are_three_acts_and_no_two_are_the_same() -> None:
    assert len({KEEP, CLEAR, Edit(EditKind.SET, "")}) == len(EditKind) == 3


def test_an_empty_cell_leaves_the_field_alone() -> None:
    assert edit_from_text("") == KEEP


@calm
@given(st.text(min_size=1))
def test_anything_typed_is_set_exactly_as_typed(text: str) -> None:
    assert edit_from_text(text) == Edit(EditKind.SET, text)


@pytest.mark.parametrize(
    ("edit", "sent"),
    [
        (Edit(EditKind.SET, " CTO "), " CTO "),
        (Edit(EditKind.CLEAR, "typed before"), ""),
        (Edit(EditKind.KEEP, "typed before"), ""),
    ],
)
def test_text_counts_only_where_a_value_is_set(edit: Edit, sent: str) -> None:
    assert edit.sent == sent


def test_a_space_counts_as_typed() -> None:
    assert edit_from_text(" ") == Edit(EditKind.SET, " ")


def test_a_new_row_does_nothing() -> None:
    assert Row() == Row("", KEEP)


def test_a_new_form_looks_for_an_address_and_wants_the_lead_back() -> None:
    new = Draft()
    assert new.key is KeyKind.EMAIL
    assert (new.marketo_id, new.email, new.foreign_id, new.foreign_type, new.cookie, new.workspace) == ("",) * 6
    assert new.rows == ()
    assert new.return_lead


def test_a_changed_draft_is_another_draft() -> None:
    before = Draft(email="ada@corp.example")
    after = replace(before, email="ada@new.example")
    assert (before.email, after.email) == ("ada@corp.example", "ada@new.example")
    assert before != after
