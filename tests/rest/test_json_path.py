"""A path leads to values by name, by index or to all, in the order of the document; what is no path is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.selection import MOST_HITS, PathTrouble
from mktgui.rest.json_path import select
from mktgui.rest.layout import Layout

TEXT = (
    '{"requestId":"q","result":[{"id":1,"title":"VP","odd name":"o","tags":["a","b"]},{"id":2,"reasons":[{"id":3}]}],'
    '"0":"zero","d":{"a/b":1,"it\'s":2}}'
)


def found(path: str, text: str = TEXT) -> list[str]:
    selected = select(Layout(text), path)
    assert selected.trouble is None
    assert selected.count == len(selected.hits)
    return [hit.text for hit in selected.hits]


@pytest.mark.parametrize(
    ("path", "hits"),
    [
        ("$.result[0].title", ['"title":"VP"']),
        ("$.result[*].id", ['"id":1', '"id":2']),
        ("$..id", ['"id":1', '"id":2', '"id":3']),
        ("id", ['"id":1', '"id":2', '"id":3']),
        ("//id", ['"id":1', '"id":2', '"id":3']),
        ("/result/*/id", ['"id":1', '"id":2']),
        (" result [ 1 ] . id ", ['"id":2']),
        ("$.id", []),
        ("..tags[1]", ['"b"']),
        ("..[1].reasons", ['"reasons":[{"id":3}]']),
        ("$['0']", ['"0":"zero"']),
        ("$[0]", []),
        ("$.0", ['"0":"zero"']),
        ("$.result[0]['odd name']", ['"odd name":"o"']),
        ("""..["it's"]""", ['"it\'s":2']),
        ("$.d['a/b']", ['"a/b":1']),
        ("$.d.*", ['"a/b":1', '"it\'s":2']),
        ("$.result[9]", []),
        ("*", ['"requestId":"q"', TEXT[17 : TEXT.index(',"0"')], '"0":"zero"', TEXT[TEXT.index('"d"') : -1]]),
    ],
)
def test_what_a_path_finds(path: str, hits: list[str]) -> None:
    assert found(path) == hits


def test_the_document_itself_and_its_place() -> None:
    (hit,) = select(Layout("[1]"), "$").hits
    assert (hit.text, hit.element) == ("[1]", 0)


def test_a_hit_leads_to_its_place_in_the_outline() -> None:
    layout = Layout(TEXT)
    shown, outline = layout.broken_into_lines()
    (hit,) = select(layout, "..title").hits
    assert hit.element is not None
    assert shown[slice(*outline.span(hit.element))] == '"title": "VP"'


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("$.result[?(@.id==1)]", "[?(@.id==1)]"),
        ("$.result[", "["),
        ("$result", "result"),
        ("$.", "."),
        ("count(//id)", "(//id)"),
        ("a b", "b"),
        ("[-1]", "[-1]"),
        ("....", "...."),
        ("[1]2", "2"),
    ],
)
def test_what_is_no_path_is_named_from_where_it_is_none(path: str, detail: str) -> None:
    selected = select(Layout(TEXT), path)
    assert (selected.trouble, selected.detail, selected.hits) == (PathTrouble.INVALID, detail, ())


def test_of_many_hits_all_are_counted() -> None:
    selected = select(Layout("[" + ",".join("1" * (MOST_HITS + 5)) + "]"), "$[*]")
    assert (len(selected.hits), selected.count) == (MOST_HITS, MOST_HITS + 5)


def test_a_long_hit_is_cut_and_in_one_line() -> None:
    (hit,) = found("$.a", '{"a":[1,\n   2,"' + "x" * 500 + '"]}')
    assert hit.startswith('"a":[1, 2,"xxx')
    assert hit.endswith("x…")
    assert len(hit) == 161


def test_depth_is_no_matter() -> None:
    assert select(Layout("[" * 100_000 + "]" * 100_000), "$..[0]").count == 99_999


@given(st.text(alphabet="$.[]*/'\"ab0 ?("))
def test_no_expression_makes_it_fail(path: str) -> None:
    selected = select(Layout(TEXT), path)
    assert selected.trouble in {None, PathTrouble.INVALID}
