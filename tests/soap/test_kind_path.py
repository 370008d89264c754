"""Names without a prefix are found in any namespace; everything else of an expression stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mktgui.soap.kind_path import KNOWN, kind_path


def any_of(name: str) -> str:
    return f"*[local-name()='{name}']"


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("//attribute", f"//{any_of('attribute')}"),
        ('//attribute[attrName="Title"]', f'//{any_of("attribute")}[{any_of("attrName")}="Title"]'),
        ("//ns1:result/leadId", f"//ns1:result/{any_of('leadId')}"),
        ("//ns1:*", "//ns1:*"),
        ("//@nil", f"//@{any_of('nil')}"),
        ("count(//a)", f"count(//{any_of('a')})"),
        ("//a/text()", f"//{any_of('a')}/text()"),
        ("a/child::b", f"{any_of('a')}/child::{any_of('b')}"),
        ("//a[position() mod 2 = 1]", f"//{any_of('a')}[position() mod 2 = 1]"),
        ("div div div", f"{any_of('div')} div {any_of('div')}"),
        ("and or or", f"{any_of('and')} or {any_of('or')}"),
        ("* * *", "* * *"),
        ("//a/*", f"//{any_of('a')}/*"),
        (". = ..", ". = .."),
        ("$a", "$a"),
        ("'a \" b'", "'a \" b'"),
        ("1.5 + .5", "1.5 + .5"),
        ("//中文-名", f"//{any_of('中文-名')}"),
        ("//a | //b", f"//{any_of('a')} | //{any_of('b')}"),
        ("[", "["),
    ],
)
def test_examples(expression: str, kind: str) -> None:
    assert kind_path(expression).expression == kind


def test_prefixes_are_told() -> None:
    assert kind_path("//x:a[y:*]/z").prefixes == {"x", "y"}


@pytest.mark.parametrize(
    ("expression", "wide"),
    [
        ("//a//b", False),
        ("//a[b]", False),
        ("//a[.//b]", False),
        ("//a[b//c]", False),
        ("//a[//b]", True),
        ("//a[c = //b]", True),
        ("//a[/b]", False),
        ("//a/preceding::b", True),
        ("//a[following-sibling::b]", True),
        ("//a[b]//c", False),
    ],
)
def test_what_looks_at_everything_for_everything_is_told(expression: str, *, wide: bool) -> None:
    assert kind_path(expression).is_wide == wide


@pytest.mark.parametrize(
    ("expression", "anywhere"),
    [
        ("attribute", f"//{any_of('attribute')}"),
        (" a[b]", f"//{any_of('a')}[{any_of('b')}]"),
        ("ns1:a", "//ns1:a"),
        ("//a", ""),
        ("(a)", ""),
        ("count(a)", ""),
        (".//a", ""),
    ],
)
def test_what_begins_with_a_name_can_be_looked_for_anywhere(expression: str, anywhere: str) -> None:
    assert kind_path(expression).anywhere == anywhere


@given(st.text(st.sampled_from("ab/@[]()*.:'\" =$-1andor|"), max_size=25))
def test_what_is_an_expression_stays_one_and_what_is_none_too(expression: str) -> None:
    def is_one(text: str) -> bool:
        try:
            etree.XPath(text, namespaces={"a": "a", "b": "b", "ab": "ab"})
        except etree.XPathError:
            return False
        return True

    assert is_one(kind_path(expression).expression) == is_one(expression)


def test_the_usual_prefixes_are_known() -> None:
    assert {"SOAP-ENV", "ns1", "xsi"} <= set(KNOWN)
