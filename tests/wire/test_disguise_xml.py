"""Placeholders in XML: what is masked is gone, the document is the same document, and every other byte stays."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.needles import is_telling
from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from mktgui.wire.disguise_xml import disguised_xml
from tests.domain.tickets import ANSWER, CALL, NOTE

MASKED = pseudonyms_for(CALL, ANSWER)
VALUES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r", exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=30,
).filter(lambda text: is_telling(text.strip()))


def attribute(name: str, written: str) -> str:
    return f"<attribute><attrName>{name}</attrName><attrValue>{written}</attrValue></attribute>"


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        (attribute("FirstName", "Ana"), attribute("FirstName", "person-1 first name")),
        (attribute("FirstName", " Ana\r\n"), attribute("FirstName", "person-1 first name")),
        (attribute("FirstName", "&#65;na"), attribute("FirstName", "person-1 first name")),
        (attribute("Notes__c", escape(NOTE)), attribute("Notes__c", "person-1 Notes__c")),
        (attribute("Notes__c", escape(NOTE).replace("\n", "\r\n")), attribute("Notes__c", "person-1 Notes__c")),
        (attribute("Notes__c", f"<![CDATA[{NOTE}]]>"), attribute("Notes__c", "<![CDATA[person-1 Notes__c]]>")),
        (attribute("X", "R&amp;D\r\n of &#x41;na Ruiz&#13;"), attribute("X", "R&amp;D\r\n of person-1&#13;")),
        (attribute("X", "<![CDATA[<b>Ana</b>]]>"), attribute("X", "<![CDATA[<b>person-1 first name</b>]]>")),
        ("<m>An<![CDATA[a & R]]>uiz&lt;</m>", "<m>person-1 first name &amp; person-1 last name&lt;</m>"),
        (attribute("X", "Ana<![CDATA[ & ]]>Bo"), attribute("X", "person-1 first name<![CDATA[ & ]]>Bo")),
        ("<City>A<!--Ruiz-->na</City>", "<City>person-1 first name<!--person-1 last name--></City>"),
        ("<n:Email a='1' >ANA.RUIZ@acme.example</n:Email >", "<n:Email a='1' >person-1@example.com</n:Email >"),
        ("<Id>318815</Id><leadId>318815</leadId>", "<Id>lead-1</Id><leadId>lead-1</leadId>"),
        ("<a who='by &quot;Ana&quot;'/>Ruiz", "<a who='by &quot;person-1 first name&quot;'/>person-1 last name"),
        ("<m>lead &amp;lt;Ana&amp;gt;</m>", "<m>lead &amp;lt;person-1 first name&amp;gt;</m>"),
        ("<m>IDNUM = 318815 (20103)</m>", "<m>IDNUM = lead-1 (20103)</m>"),
        ("<a>Ana", "<a>person-1 first name"),
        ("Ana < Ruiz <", "person-1 first name < person-1 last name <"),
        (attribute("Title", "Assistant of Ana Ruiz"), attribute("Title", "Assistant of person-1")),
    ],
)  # fmt: skip
def test_values(written: str, masked: str) -> None:
    assert disguised_xml(written, MASKED) == masked


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<!DOCTYPE acme>\n<Ana:Ruiz xmlns:Ana="urn:acme" xsi:type="Acme"/>',
        "<attrName>Ana</attrName>",
        "<status>Acme</status><attrType>Ruiz</attrType><returnLead>Ana</returnLead>",
        attribute("X", "&unknown; &#13; <![CDATA[]]> \r\n"),
        attribute("LeadScore", "42"),
        "",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert disguised_xml(text, MASKED) == text


def test_the_value_of_a_key_is_known_by_the_key() -> None:
    masked = pseudonyms_for(GetLead(LookupKey.IDNUM, "7"))
    text = "<leadKey><keyType>IDNUM</keyType><keyValue>7</keyValue></leadKey><count>7</count>"
    assert disguised_xml(text, masked) == text.replace("<keyValue>7", "<keyValue>lead-1")


def test_a_cdata_section_cannot_be_ended_by_what_stands_for_its_value() -> None:
    masked = pseudonyms_for(SyncLead(attributes=(AttributeToSend("X__c", "blue ]] red"),)))
    assert disguised_xml(attribute("X__c", "<![CDATA[blue ]] red]]>"), masked) == attribute(
        "X__c", "<![CDATA[person-1 X__c]]>"
    )


def shape(document: bytes) -> list[str]:
    return [str(element.tag) for element in etree.fromstring(document).iter()]


@given(
    st.dictionaries(st.sampled_from(["FirstName", "Notes__c", "Company"]), VALUES, min_size=1), VALUES, st.booleans()
)
def test_any_document_stays_well_formed_and_holds_no_value(values: dict[str, str], other: str, cdata: bool) -> None:  # noqa: FBT001 - drawn
    call = SyncLead(attributes=tuple(AttributeToSend(name, text) for name, text in values.items()))
    masked = pseudonyms_for(call, None, {"Notes__c": "string"})

    def written(text: str) -> str:
        return f"<![CDATA[{text}]]>" if cdata and "]]>" not in text else escape(text, {"\r": "&#13;"})

    middle = " | ".join((other, *values.values(), other))
    text = f"<r>{''.join(attribute(name, written(one)) for name, one in values.items())}<m>{written(middle)}</m></r>"
    there = disguised_xml(text, masked).encode()
    assert shape(there) == shape(text.encode())
    root = etree.fromstring(there)
    wholes = [one.text for one in root.iter("attrValue")]
    assert wholes == [masked.whole(name, one) for name, one in values.items()]
    said = root.findtext("m") or ""
    if other not in values.values():
        pieces = said.split(" | ")
        assert all(one not in piece for one, piece in zip(values.values(), pieces[1:-1], strict=False))


def test_nothing_to_mask_changes_nothing() -> None:
    text = attribute("FirstName", "&#65;na <![CDATA[x]]>")
    assert disguised_xml(text, Pseudonyms()) == text
