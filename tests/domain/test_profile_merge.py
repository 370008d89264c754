"""What two copies of the program did to the connections comes together, whoever saves last."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.profile import Profile
from mktgui.domain.profile_merge import merged

ONE, TWO, THREE = (Profile(id=name, name=name, endpoint="", user_id="") for name in ("one", "two", "three"))
RENAMED = replace(ONE, name="another")
LISTS = st.lists(st.sampled_from((ONE, TWO, THREE, RENAMED)), unique_by=lambda one: one.id)


@given(LISTS, LISTS)
def test_where_nobody_else_did_anything_mine_are_kept(seen: list[Profile], mine: list[Profile]) -> None:
    assert merged(seen, mine, seen) == tuple(mine)


@given(LISTS, LISTS)
def test_where_only_others_did_something_theirs_are_kept(seen: list[Profile], theirs: list[Profile]) -> None:
    assert sorted(one.name for one in merged(seen, seen, theirs)) == sorted(one.name for one in theirs)


def test_what_was_added_here_and_there_is_all_there() -> None:
    assert merged([ONE], [ONE, TWO], [ONE, THREE]) == (ONE, TWO, THREE)


def test_what_was_deleted_here_or_there_is_gone() -> None:
    assert merged([ONE, TWO, THREE], [ONE, THREE], [ONE, TWO]) == (ONE,)


def test_a_change_counts_for_more_than_none_and_more_than_a_deletion() -> None:
    assert merged([ONE, TWO], [ONE, TWO], [RENAMED, TWO]) == (RENAMED, TWO)
    assert merged([ONE], [RENAMED], []) == (RENAMED,)
    assert merged([ONE], [], [RENAMED]) == ()


def test_of_two_changes_to_one_connection_the_last_counts() -> None:
    assert merged([ONE], [replace(ONE, endpoint="mine")], [RENAMED]) == (replace(ONE, endpoint="mine"),)
