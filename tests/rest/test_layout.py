"""JSON gets a line for each value; nothing but white space between tokens changes, and every value has its place."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mktgui.domain.lead import EMPTY, NIL, text_value
from mktgui.domain.outline import Outline
from mktgui.domain.selection import FieldValue
from mktgui.rest.layout import Layout
from tests.rest.json_texts import bare, texts

FOUND = (
    '{"requestId":"a#1","success":true,"result":[{"id":318815,"title":"VP \\"x\\"","phone":null,"city":"",'
    '"tags":["a","b"],"score":1.50,"optIn":false},{"id":2}],"more":[{"id":3}],"deep":{"result":[{"id":4}]}}'
)


def formatted(text: str) -> str:
    layout = Layout(text)
    assert layout.whole
    return layout.broken_into_lines()[0]


def lit(text: str, outline: Outline, name: str) -> list[str]:
    return [text[slice(*span)] for span in outline.spans_of(name)]


def test_every_value_has_its_line() -> None:
    assert formatted('{"a":[],"b":{},"c":[1,{"d":"x, y: {"}],"e":"\\u00e9\\/"}') == (
        '{\n  "a": [],\n  "b": {},\n  "c": [\n    1,\n    {\n      "d": "x, y: {"\n    }\n  ],\n  "e": "\\u00e9\\/"\n}'
    )


def test_white_space_that_came_makes_no_difference() -> None:
    odd = '\ufeff \r\n{ "a"\t:\n[ 1 ,\r\n2 ] ,"b" : { } }\n\n'
    assert formatted(odd) == "\ufeff" + formatted('{"a":[1,2],"b":{}}')


def test_what_is_formatted_already_stays_as_it_is() -> None:
    assert formatted(formatted(FOUND)) == formatted(FOUND)


@given(texts())
def test_nothing_but_white_space_between_tokens_changes(text: str) -> None:
    made = formatted(text)
    assert bare(made) == bare(text)
    assert json.loads(made) == json.loads(text)


@given(texts(), st.integers(0, 200))
@example('"\\ud800"', 0)
def test_places_are_in_order_and_lie_in_each_other(text: str, cut: int) -> None:
    layout = Layout(text)
    broken = text[:cut]
    for shown, outline in ((text, layout.outline()), layout.broken_into_lines(), (broken, Layout(broken).outline())):
        assert list(outline.starts) == sorted(outline.starts)
        open_ends: list[int] = []
        for start, end in zip(outline.starts, outline.ends, strict=True):
            assert 0 <= start < end <= len(shown)
            while open_ends and open_ends[-1] <= start:
                open_ends.pop()
            assert not open_ends or end <= open_ends[-1]
            open_ends.append(end)
        assert all(one < other for one, other in pairwise(outline.places))


@given(st.text(alphabet='{}[]:,"\\ntrue01.-eE \n'))
@example("[1.5E+3,-0,0e1]")
@example('{"a":1,"a":2}')
def test_it_is_whole_just_where_python_reads_it(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert not Layout(text).whole
    else:
        assert Layout(text).whole


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", "[", "[1", '{"a"', '{"a":', '{"a":1', '{"a":1,', "[1,]", '{"a":1,}', "[,1]", "{,}", "]", "[}",
        "{]",
        '{"a":1]', "[1}", "{1:2}", '["a":1]', '{"a" 1}', "[1 2]", "1 2", "{}{}", '{"a":1}x', "[01]", "[1.]", "[.5]",
        "[+1]", "[-]", "[NaN]", "[Infinity]", "[truefalse]", '["\t"]', '["\n"]', '["\0"]', '["\\x41"]', '["\\u12"]',
        '["a', '"', "['a']", "[1]\0", "\ufeff", "[\u00a01]", "//\n{}", ",", ":", '{"a":{"b":}}',
    ],
)  # fmt: skip
def test_what_is_not_well_formed(text: str) -> None:
    assert not Layout(text).whole


def test_a_cut_text_has_an_outline_as_far_as_it_goes() -> None:
    text = '{"result":[{"id":1,"title":"VP","phone":"+49'
    outline = Layout(text).outline()
    assert lit(text, outline, "title") == ['"title":"VP"']
    assert text[slice(*outline.span(0))] == '{"result":[{"id":1,"title":"VP","phone":'


@pytest.mark.parametrize("list_name", ["input", "result"])
def test_members_of_records_are_fields(list_name: str) -> None:
    text = FOUND.replace('"result":[{"id":318815', f'"{list_name}":[{{"id":318815')
    made, outline = Layout(text).broken_into_lines()
    assert lit(made, outline, "title") == ['"title": "VP \\"x\\""']
    assert lit(made, outline, "PHONE") == ['"phone": null']
    assert lit(made, outline, "id") == ['"id": 318815', '"id": 2']
    assert lit(made, outline, "tags") == lit(made, outline, "success") == []
    assert outline.field_at(made.index("VP")) == "title"
    assert outline.field_at(made.index("requestId")) == ""


def test_what_a_message_says_of_its_fields() -> None:
    assert tuple(Layout(FOUND).fields()) == (
        FieldValue(0, "id", text_value("318815")),
        FieldValue(0, "title", text_value('VP "x"')),
        FieldValue(0, "phone", NIL),
        FieldValue(0, "city", EMPTY),
        FieldValue(0, "score", text_value("1.50")),
        FieldValue(0, "optIn", text_value("false")),
        FieldValue(1, "id", text_value("2")),
    )


def test_a_member_that_is_there_twice_is_two_fields_and_half_a_character_is_replaced() -> None:
    found = tuple(Layout('{"input":[{"a":"1","a":"\\ud800","\\u00e9" : 9007199254740993}]}').fields())
    assert found == (
        FieldValue(0, "a", text_value("1")),
        FieldValue(0, "a", text_value("\ufffd")),
        FieldValue(0, "é", text_value("9007199254740993")),
    )


def test_what_became_of_a_write_is_no_field_but_a_field_of_that_name_is() -> None:
    answer = '{"result":[{"id":1,"status":"updated"},{"status":"skipped","reasons":[{"code":"1"}]}]}'
    assert [(one.lead, one.name) for one in Layout(answer).fields()] == [(0, "id")]
    assert [one.name for one in Layout('{"input":[{"status":"x","email":"y"}]}').fields()] == ["status", "email"]


@pytest.mark.parametrize(
    "text", ['{"result":{"id":1}}', '[{"result":[{"id":1}]}]', '{"result":[[{"id":1}]]}', "[]", "1"]
)
def test_there_are_no_leads_elsewhere(text: str) -> None:
    layout = Layout(text)
    assert layout.whole
    assert tuple(layout.fields()) == ()


def test_a_value_has_its_name_and_its_beginning() -> None:
    layout = Layout('["x",{"a\\u0062" :[1,2]}]')
    assert [layout.name_of(value) for value in range(len(layout))] == [None, None, None, "ab", None, None]
    assert layout.shown(3, 100) == '"a\\u0062" :[1,2]'
    assert layout.shown(3, 4) == '"a\\u'


@pytest.mark.parametrize("depth", [300, 20_000])
def test_depth_is_no_matter(depth: int) -> None:
    for begin, end in (("[", "]"), ('{"a":', "}")):
        text = begin * depth + "1" + end * depth
        layout = Layout(text)
        assert layout.whole
        assert len(layout) == depth + 1
        assert layout.broken_into_lines()[0].count("\n") == 2 * depth
        assert not Layout(text[:-1]).whole


def test_one_string_may_be_as_long_as_it_likes() -> None:
    text = '["' + '\\"x' * 700_000 + '"]'
    assert bare(formatted(text)) == text
    assert not Layout(text[:-2]).whole


def test_many_values_are_all_there() -> None:
    text = "[" + ",".join(map(str, range(5_000))) + "]"
    assert formatted(text).split() == ["[", *(f"{one}," for one in range(4_999)), "4999", "]"]
