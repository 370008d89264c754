"""The words by which things are sorted are the wire's own, and the same wherever they are asked for."""

from mktgui.domain import calls, kinds, lead


def test_they_are_the_same_where_values_are_made_of_them() -> None:
    assert (lead.KeyKind, lead.ForeignType, lead.Presence) == (kinds.KeyKind, kinds.ForeignType, kinds.Presence)
    assert (calls.Action, calls.LookupKey) == (kinds.Action, kinds.LookupKey)


def test_words_of_the_wire_are_written_as_marketo_writes_them() -> None:
    assert [kind.value for kind in kinds.ForeignType] == ["CUSTOM", "SFDC", "NETSUITE"]
    assert {kind.name for kind in kinds.LookupKey} == {kind.value for kind in kinds.LookupKey}
