"""Asking a message: by XPath with kind names, within bounds, masked where the text is masked; and field by field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.lead import EMPTY, NIL, text_value
from mktgui.domain.ports import MessageTree, TextForm
from mktgui.domain.selection import MOST_HITS, FieldValue, PathTrouble, Selected
from mktgui.soap.message_tree import Tree
from mktgui.soap.messages import read_message

ANSWER = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://www.marketo.com/mktows/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SOAP-ENV:Header><mktowsUserId>user_1</mktowsUserId>'
    "<requestSignature>0123abcd</requestSignature></SOAP-ENV:Header><SOAP-ENV:Body><m:successSyncLead>"
    "<result><leadId>7</leadId><leadRecord><Id>7</Id><Email>ana@corp.example</Email><leadAttributeList>"
    "<attribute><attrName>Title</attrName><attrType>string</attrType><attrValue>副总裁 \n VP</attrValue></attribute>"
    '<attribute><attrName>Phone</attrName><attrValue xsi:nil="true"/></attribute>'
    "<attribute><attrName>City</attrName><attrValue></attrValue></attribute>"
    "</leadAttributeList></leadRecord></result></m:successSyncLead></SOAP-ENV:Body></SOAP-ENV:Envelope>"
)


def tree_of(text: str, *, masked: bool = True) -> MessageTree:
    tree = read_message(text.encode(), TextForm.RAW, masked=masked).tree
    assert tree is not None
    return tree


def found(expression: str, text: str = ANSWER, *, masked: bool = True) -> list[str]:
    selected = tree_of(text, masked=masked).select(expression)
    assert selected.trouble is None, selected
    assert selected.count == len(selected.hits)
    return [hit.text for hit in selected.hits]


@pytest.mark.parametrize(
    ("expression", "lines"),
    [
        ('//attribute[attrName="Title"]', ["<attribute> Title · string · 副总裁 VP"]),
        ("//successSyncLead/result/leadId", ["<leadId> 7"]),
        ("//m:successSyncLead//leadId", ["<leadId> 7"]),
        (
            "/SOAP-ENV:Envelope/Body/*",
            ["<m:successSyncLead> 7 · 7 · ana@corp.example · Title · string · 副总裁 VP · Phone · City"],
        ),
        ("attribute[2]/attrName", ["<attrName> Phone"]),
        ("//attrName/text()", ["Title", "Phone", "City"]),
        ("//@nil", ["true"]),
        ("//@xsi:nil", ["true"]),
        ("count(//attribute)", ["3"]),
        ("count(//attribute) div 2", ["1.5"]),
        ("string(//Email)", ["ana@corp.example"]),
        ("//Email = 'ana@corp.example'", ["true"]),
        ("//nothing", []),
        ("nothing", []),
        ("/*/namespace::m", ["xmlns:m=http://www.marketo.com/mktows/"]),
    ],
)
def test_what_is_found(expression: str, lines: list[str]) -> None:
    assert found(expression) == lines


def test_each_result_knows_its_element() -> None:
    read = read_message(ANSWER.encode(), TextForm.FORMATTED, masked=True)
    assert read.tree is not None
    assert read.outline is not None
    for expression, piece in (
        ("//Email", "<Email>ana@corp.example</Email>"),
        ("//Email/text()", "<Email>ana@corp.example</Email>"),
        ("//@nil", '<attrValue xsi:nil="true"/>'),
    ):
        (hit,) = read.tree.select(expression).hits
        assert hit.element is not None
        assert read.text[slice(*read.outline.span(hit.element))] == piece
    assert read.tree.select("count(//a)").hits[0].element is None


def test_comments_and_instructions_lead_to_what_is_around_them() -> None:
    text = "<!-- out --><a><!-- in  side --><?go there?></a>"
    selected = tree_of(text).select("//comment() | //processing-instruction()")
    assert [(hit.text, hit.element) for hit in selected.hits] == [
        ("<!-- out -->", None),
        ("<!-- in side -->", 0),
        ("<?go there?>", 0),
    ]


def test_what_is_masked_cannot_be_asked_out_either() -> None:
    assert found("//requestSignature") == ["<requestSignature> ***"]
    assert found("starts-with(//requestSignature, '0')") == ["false"]
    assert found("//requestSignature", masked=False) == ["<requestSignature> 0123abcd"]


@pytest.mark.parametrize(
    ("expression", "trouble", "detail"),
    [
        ("//a[", PathTrouble.INVALID, "Invalid expression"),
        ("//", PathTrouble.INVALID, "Invalid expression"),
        ("nope()", PathTrouble.INVALID, "Unregistered function"),
        ("$a", PathTrouble.INVALID, "Undefined variable"),
        ("//zz:a", PathTrouble.PREFIX_UNKNOWN, "zz"),
    ],
)
def test_what_is_wrong_is_said(expression: str, trouble: PathTrouble, detail: str) -> None:
    assert tree_of(ANSWER).select(expression) == Selected(trouble=trouble, detail=detail)


def test_a_prefix_means_what_the_message_says_and_else_what_everybody_does() -> None:
    assert found("//ns1:b", "<a xmlns:ns1='urn:other'><ns1:b>1</ns1:b></a>") == ["<ns1:b> 1"]
    assert found("//ns1:successSyncLead/result/leadId") == ["<leadId> 7"]


def test_of_very_many_results_the_first_are_listed_and_all_are_counted() -> None:
    selected = tree_of("<r>" + "<a/>" * (MOST_HITS + 5) + "</r>").select("//a")
    assert (selected.count, len(selected.hits)) == (MOST_HITS + 5, MOST_HITS)
    assert selected.hits[-1].element == MOST_HITS


def test_what_would_take_hours_is_refused_on_a_big_message() -> None:
    big = tree_of("<r>" + "<a/>" * 20_001 + "</r>")
    assert big.select("//a[//b]").trouble is PathTrouble.TOO_COSTLY
    assert big.select("//a[.//b]") == Selected()
    assert tree_of(ANSWER).select("//leadId[//Email]").count == 1


def test_a_long_result_is_cut() -> None:
    (line,) = found("//a", f"<a>{'x ' * 500}</a>")
    assert len(line) == 161
    assert line.endswith("…")


def test_of_what_defines_entities_nothing_is_asked() -> None:
    """To XPath they are their text, which may be of any length; and nothing from outside is read."""
    text = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]><a>&x;&y;</a>'
    assert read_message(text, TextForm.FORMATTED, masked=True).tree is None


def test_where_masking_took_a_tag_along_there_is_nothing_to_ask() -> None:
    tree = Tree(lambda: ("<a>", "utf-8"))
    assert tree.select("//a").trouble is PathTrouble.NOT_XML
    assert tree.fields() == ()


def test_it_says_what_it_says_of_each_field() -> None:
    assert tree_of(ANSWER).fields() == (
        FieldValue(0, "Id", text_value("7")),
        FieldValue(0, "Email", text_value("ana@corp.example")),
        FieldValue(0, "Title", text_value("副总裁 \n VP")),
        FieldValue(0, "Phone", NIL),
        FieldValue(0, "City", EMPTY),
    )
    two = "<r><leadRecord><Id>1</Id></leadRecord><p:leadRecord xmlns:p='p'><Id>2</Id></p:leadRecord></r>"
    assert [(one.lead, one.value.text) for one in tree_of(two).fields()] == [(0, "1"), (1, "2")]


@given(st.text(st.sampled_from("ab/@[]()*.:'\" =$-1|"), max_size=20))
def test_no_expression_makes_it_fail(expression: str) -> None:
    selected = tree_of("<a><b c='1'>x</b></a>").select(expression)
    assert selected.trouble is not None or selected.count >= len(selected.hits)
