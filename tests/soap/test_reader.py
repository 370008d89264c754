"""Answers read from their bytes: kinds of nothing kept apart, oddities kept, and no bytes that crash it."""

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mktgui.domain.answers import Described, Fault, FieldDescription, Found, Listed, Synced
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Extra, LeadAttribute, LeadRecord, Value, text_value, value_of
from mktgui.soap.reader import BrokenXmlError, NotSoapError, read_answer

SYNC, GET, DESCRIBE, LIST = SyncLead(email="a"), GetLead(LookupKey.EMAIL, "a"), DescribeObject(), ListObjects()
CALLS: tuple[Call, ...] = (SYNC, GET, DESCRIBE, LIST)
XSI = "http://www.w3.org/2001/XMLSchema-instance"
calm = settings(deadline=None)  # a busy machine is no failure


def envelope(body: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'
        f' xmlns:xsi="{XSI}" xmlns:ns1="http://www.marketo.com/mktows/">'
        f"<SOAP-ENV:Body>{body}</SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ).encode()


def success(operation: str, result: str) -> bytes:
    return envelope(f"<ns1:success{operation}><result>{result}</result></ns1:success{operation}>")


def synced(result: str) -> Synced:
    answer = read_answer(success("SyncLead", result), SYNC)
    assert isinstance(answer, Synced)
    return answer


def record_of(inside: str) -> LeadRecord:
    record = synced(f"<leadRecord>{inside}</leadRecord>").record
    assert record is not None
    return record


UPDATED = "<leadId>701</leadId><syncStatus><leadId>701</leadId><status>UPDATED</status>"
NOTHING = '<error xsi:nil="true"/></syncStatus><leadRecord xsi:nil="true"/>'
WHOLE = success("SyncLead", UPDATED + NOTHING)


def test_without_the_lead() -> None:
    """Facts sheet 5b.5."""
    expected = Synced(lead_id=text_value("701"), status=text_value("UPDATED"), error=NIL)
    assert read_answer(WHOLE, SYNC) == expected


def test_with_the_lead() -> None:
    """Facts sheet 5b.6."""
    attribute = "<attrName>LeadScore</attrName><attrType>integer</attrType><attrValue>5</attrValue>"
    foreign = '<ForeignSysPersonId xsi:nil="true"/><ForeignSysType xsi:nil="true"/>'
    attributes = f"<leadAttributeList><attribute>{attribute}</attribute></leadAttributeList>"
    record = record_of(f"<Id>702</Id><Email>ada@corp.example</Email>{foreign}{attributes}")
    assert record == LeadRecord(
        id=text_value("702"),
        email=text_value("ada@corp.example"),
        foreign_id=NIL,
        foreign_type=NIL,
        attributes=(LeadAttribute("LeadScore", text_value("integer"), text_value("5")),),
    )


def test_four_kinds_of_value_are_kept_apart() -> None:
    values = {
        "<attrValue> x </attrValue>": text_value(" x "),
        "<attrValue/>": EMPTY,
        "<attrValue></attrValue>": EMPTY,
        '<attrValue xsi:nil="true"/>': NIL,
        '<attrValue xsi:nil="1"/>': NIL,
        '<attrValue xsi:nil="false"/>': EMPTY,
        "": ABSENT,
    }
    items = "".join(f"<attribute><attrName>A</attrName>{one}</attribute>" for one in values)
    record = record_of(f"<Email/><leadAttributeList>{items}</leadAttributeList>")
    assert [one.value for one in record.attributes] == list(values.values())
    assert (record.id, record.email) == (ABSENT, EMPTY)


def test_text_is_whole_whatever_stands_in_it() -> None:
    value = "<attrValue>a<!-- c -->b<![CDATA[<c>]]>&amp;&#13;&#10;<?pi x?>d<e>f</e>g</attrValue>"
    record = record_of(f"<leadAttributeList><attribute><attrName>A</attrName>{value}</attribute></leadAttributeList>")
    assert record.attributes[0].value.text == "ab<c>&\r\ndfg"


@pytest.mark.parametrize("word", ["CREATED", "FAILED", "UNCHANGED", "skipped", "ÄHNLICH"])
def test_status_word_is_kept_as_it_came(word: str) -> None:
    assert synced(f"<syncStatus><status>{word}</status></syncStatus>").status == text_value(word)


def test_lead_id_may_stand_in_either_place_or_none() -> None:
    assert synced("<syncStatus><leadId>5</leadId></syncStatus>").lead_id == text_value("5")
    assert synced("<leadId/><syncStatus><leadId>5</leadId></syncStatus>").lead_id == text_value("5")
    assert synced("") == Synced()


def test_spaces_around_figures_and_words_of_the_protocol_do_not_count() -> None:
    laid_out = "<leadId>\n  5\n</leadId><syncStatus><status>\n UPDATED </status></syncStatus>"
    assert synced(laid_out) == Synced(lead_id=text_value("5"), status=text_value("UPDATED"))
    assert synced("<leadId> </leadId><syncStatus><leadId> 5 </leadId></syncStatus>").lead_id == text_value("5")
    assert record_of("<Id> 5 </Id><Email> a </Email>") == LeadRecord(id=text_value("5"), email=text_value(" a "))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("<error>Lead is <b>locked</b></error>", text_value("Lead is locked")),
        ("<error><code>7</code>\n<text> Bad field </text><x/></error>", text_value("7 Bad field")),
        ("<error><code/></error>", EMPTY),
        ("<error> as it came </error>", text_value(" as it came ")),
    ],
)
def test_the_parts_of_an_error_stay_apart(error: str, said: Value) -> None:
    assert synced(f"<syncStatus>{error}</syncStatus>").error == said


def test_a_second_one_where_one_is_expected_is_kept_with_its_path() -> None:
    value = "<attribute><attrName>A</attrName><attrValue>1</attrValue><attrValue>2</attrValue></attribute>"
    lists = f"<leadAttributeList>{value}</leadAttributeList><leadAttributeList><x>3</x></leadAttributeList>"
    one = synced(
        f"<leadId>5</leadId><leadId>6</leadId><leadRecord>{lists}</leadRecord><leadRecord><Id>7</Id></leadRecord>"
    )
    assert one.extras == (Extra("result/leadId", "6"), Extra("result/leadRecord/Id", "7"))
    assert one.record is not None
    assert one.record.extras == (Extra("leadRecord/leadAttributeList/x", "3"), Extra("attribute/attrValue", "2"))
    assert value_of(one.record, "A") == text_value("1")
    two = "<result><leadId>5</leadId></result><result><leadId>6</leadId></result>"
    answer = read_answer(envelope(f"<ns1:successSyncLead>{two}</ns1:successSyncLead>"), SYNC)
    assert answer == Synced(lead_id=text_value("5"), extras=(Extra("successSyncLead/result/leadId", "6"),))
    none = "<result><count>0</count></result>"
    found = read_answer(envelope(f"<ns1:successGetLead>{none}{two}</ns1:successGetLead>"), GET)
    assert found == Found(extras=tuple(Extra("successGetLead/result/leadId", one) for one in "56"))


def test_what_nobody_expects_is_kept_with_its_path() -> None:
    answer = synced(
        "<!-- x --><new>1</new><syncStatus><code>2</code></syncStatus><leadRecord><guid><a>3</a><a/></guid>"
        "<leadAttributeList><attribute><attrName>A</attrName><unit>4</unit></attribute></leadAttributeList></leadRecord>"
    )
    assert answer.extras == (Extra("result/new", "1"), Extra("syncStatus/code", "2"))
    assert answer.record is not None
    in_record = (Extra("leadRecord/guid/a", "3"), Extra("leadRecord/guid/a", ""), Extra("attribute/unit", "4"))
    assert answer.record.extras == in_record


def test_order_prefixes_and_namespaces_of_children_do_not_matter() -> None:
    body = '<x:Envelope xmlns:x="urn:x"><x:Header><a/></x:Header><x:Body><y:successSyncLead xmlns:y="urn:y"><result>'
    body += '<syncStatus><status xmlns="urn:z">UPDATED</status></syncStatus><y:leadId>7</y:leadId></result>'
    answer = read_answer(f"{body}</y:successSyncLead></x:Body></x:Envelope>".encode("utf-16"), SYNC)
    assert answer == Synced(lead_id=text_value("7"), status=text_value("UPDATED"))


def test_found_leads() -> None:
    """Facts sheet 5b.7: newest first, as they came."""
    two = "<leadRecord><Id>9</Id></leadRecord><leadRecord><Id>3</Id></leadRecord>"
    records = (LeadRecord(id=text_value("9")), LeadRecord(id=text_value("3")))
    result = f'<count>2</count><leadRecordList>{two}<leadRecord xsi:nil="true"/></leadRecordList><more>yes</more>'
    assert read_answer(success("GetLead", result), GET) == Found(records=records, extras=(Extra("result/more", "yes"),))
    assert read_answer(success("GetLead", "<count>0</count>"), GET) == Found()


@pytest.mark.parametrize(
    ("result", "is_said"),
    [
        ("<count> 0 </count>", True),
        ("<leadRecordList/>", True),
        ('<count>0</count><leadRecordList xsi:nil="true"/>', True),
        ("", False),
        ('<leadRecordList xsi:nil="true"/>', False),
        ("<count>1</count>", False),
        ("<count>2</count><leadRecordList/>", False),
        ('<count>1</count><leadRecordList><leadRecord xsi:nil="1"/></leadRecordList>', False),
    ],
)
def test_that_there_is_no_lead_has_to_be_said(result: str, *, is_said: bool) -> None:
    if is_said:
        assert read_answer(success("GetLead", result), GET) == Found()
    else:
        with pytest.raises(BrokenXmlError):
            read_answer(success("GetLead", result), GET)


def test_described_fields() -> None:
    fields = (
        "<field><name>Title</name><displayName>Job title</displayName><dataType>string</dataType><size>255</size>"
        "<isReadonly>false</isReadonly><isUpdateBlocked>true</isUpdateBlocked><isCustom>1</isCustom></field>"
        '<field><name>Bare</name><displayName xsi:nil="true"/><size xsi:nil="true"/></field>'
        "<field><name>Odd</name><size>²</size></field>"
        f"<field><name>Large</name><size>{'9' * 5000}</size></field>"
    )
    metadata = f"<metadata><name>LeadRecord</name><fieldList>{fields}</fieldList></metadata>"
    answer = read_answer(success("DescribeMObject", metadata), DESCRIBE)
    title = FieldDescription(
        name="Title", label="Job title", type="string", size=255, update_blocked=True, custom=True, read_only=False
    )
    bare = (FieldDescription(name=name, label=name, type="") for name in ("Bare", "Odd", "Large"))
    assert answer == Described(name="LeadRecord", fields=(title, *bare))
    assert read_answer(success("DescribeMObject", ""), DESCRIBE) == Described(name="")


def test_listed_objects() -> None:
    result = "<objects>LeadRecord</objects><objects/><other>x</other>"
    assert read_answer(success("ListMObjects", result), LIST) == Listed(("LeadRecord", ""))


def fault(string: str, detail: str = "") -> bytes:
    return envelope(
        f"<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>{string}</faultstring>{detail}</SOAP-ENV:Fault>"
    )


def exception(inside: str) -> str:
    return f"<detail><ns1:serviceException><name>mktServiceException</name>{inside}</ns1:serviceException></detail>"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            fault("20105 - Unknown lead field", exception("<message>shoes (20105)</message><code>20105</code>")),
            Fault(code="20105", text="20105 - Unknown lead field", message="shoes (20105)"),
        ),
        (
            fault("Parameter required", exception("<message>No criteria</message><code> 10001 </code><cause/>")),
            Fault(code="10001", text="Parameter required", message="No criteria"),
        ),
        (
            fault("10001 - Internal Error", exception("<message>limit</message><code>20015</code>")),
            Fault(code="10001", text="10001 - Internal Error", message="limit"),
        ),
        (
            fault("20023 - Rate", exception("<message>limit</message><code>20015</code>")),
            Fault(code="20015", text="20023 - Rate", message="limit"),
        ),
        (fault("Bad Request"), Fault(code="", text="Bad Request")),
        (fault(" 20016 - Request Expired"), Fault(code="20016", text=" 20016 - Request Expired")),
        (fault("Expired (20016) "), Fault(code="20016", text="Expired (20016) ")),
        (
            fault("No", exception("<message>No lead found with EMAIL = a (20103)</message>")),
            Fault(code="20103", text="No", message="No lead found with EMAIL = a (20103)"),
        ),
        (envelope("<SOAP-ENV:Fault><?pi?></SOAP-ENV:Fault>"), Fault(code="", text="")),
        (
            envelope("<e:Fault xmlns:e='urn:12'><e:Reason><e:Text>20014 - no</e:Text></e:Reason></e:Fault>"),
            Fault(code="20014", text="20014 - no"),
        ),
        (envelope("<e:Fault xmlns:e='urn:12'><e:Reason><e:Text/></e:Reason></e:Fault>"), Fault(code="", text="")),
        (
            envelope("<Fault><Reason><Text>Nein</Text><Text>20014 - no</Text></Reason></Fault>"),
            Fault(code="20014", text="Nein / 20014 - no"),
        ),
        (
            envelope("<Fault><Code><Value>e:Sender</Value><Subcode><Value>m:20016</Value></Subcode></Code></Fault>"),
            Fault(code="20016", text=""),
        ),
        (envelope("<Fault><faultcode>Client.20016</faultcode></Fault>"), Fault(code="20016", text="")),
    ],
)
def test_every_shape_of_fault(call: Call, body: bytes, expected: Fault) -> None:
    """Facts sheet 5.2 and 5b.8 to 5b.11; SOAP 1.2 as a courtesy."""
    assert read_answer(body, call) == expected


@pytest.mark.parametrize(
    "stranger",
    [
        b"",
        b" \r\n",
        b"It works!\n",
        b"<!DOCTYPE html><html><p>Please try later.<br></p></html>",
        b"<html><body>fine</body></html>",
        b'{"success": false}',
        envelope(""),
        envelope("<ns1:successGetLead><result/></ns1:successGetLead>"),
        envelope("<ns1:successSyncLead/>"),
        b"<Envelope/>",
        b"<Body><successSyncLead><result/></successSyncLead></Body>",
        b"<!DOCTYPE Envelope [<!ENTITY x 'y'>]>" + WHOLE.partition(b"\n")[2],
    ],
)
def test_strangers_are_told_apart_from_marketo(stranger: bytes) -> None:
    with pytest.raises(NotSoapError):
        read_answer(stranger, SYNC)


@pytest.mark.parametrize(
    "broken", [WHOLE[: len(WHOLE) * 2 // 3], WHOLE.replace(b"</status>", b""), WHOLE.decode().encode("utf-16")[:200]]
)
def test_broken_envelope_is_told_apart_from_a_stranger(broken: bytes) -> None:
    with pytest.raises(BrokenXmlError):
        read_answer(broken, SYNC)


def reads_or_says_why(body: bytes) -> None:
    for call in CALLS:
        why, answer = "", None
        try:
            answer = read_answer(body, call)
        except (NotSoapError, BrokenXmlError) as error:
            why = str(error)
        assert why or isinstance(answer, (Synced, Found, Described, Listed, Fault))


@calm
@given(st.binary(max_size=100))
@example(b"<Envelope" + b"<a>" * 400)
def test_no_bytes_crash_it(body: bytes) -> None:
    reads_or_says_why(body)


@calm
@given(st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=10))
def test_no_damage_crashes_it(place: int, length: int, instead: bytes) -> None:
    reads_or_says_why(WHOLE[:place] + instead + WHOLE[place + length :])


words = (
    "result leadId syncStatus status error leadRecord Id Email leadAttributeList attribute attrName attrValue count",
    "leadRecordList metadata name fieldList field size objects faultstring serviceException Reason Text message",
)
names = st.sampled_from(" ".join(words).split())
bodies = ("successSyncLead", "successGetLead", "successDescribeMObject", "successListMObjects", "Fault")
trees = st.recursive(
    st.sampled_from(["", "x", "1", "²", "<!-- c -->", "<?pi?>", "20014 - x"]),
    lambda inside: st.builds(
        lambda name, nil, content: f"<{name}{nil}>{''.join(content)}</{name}>",
        names,
        st.sampled_from(["", ' xsi:nil="true"', ' xmlns="urn:x"']),
        st.lists(inside, max_size=4),
    ),
    max_leaves=20,
)


@calm
@given(st.sampled_from(bodies), trees)
def test_no_strange_tree_crashes_it(name: str, inside: str) -> None:
    reads_or_says_why(envelope(f"<{name}><result>{inside}</result>{inside}</{name}>"))


@calm
@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff").filter(lambda one: one >= " ")))
@example("\t\r\n 🦊 ]]> & 客户")
def test_every_text_is_read_as_it_was_sent(value: str) -> None:
    written = escape(value, {"\r": "&#13;"})
    assert record_of(f"<Email>{written}</Email>").email == text_value(value)


def test_an_attribute_without_a_name_is_shown_as_nobody_expects_it() -> None:
    items = "<attribute><attrType>string</attrType><attrValue>CTO</attrValue></attribute>"
    record = record_of(f"<leadAttributeList>{items}</leadAttributeList>")
    assert record.attributes == ()
    assert record.extras == (Extra("attribute/attrType", "string"), Extra("attribute/attrValue", "CTO"))


def test_two_numbers_of_the_lead_that_differ_are_both_told() -> None:
    answer = synced("<leadId>8</leadId><syncStatus><leadId>7</leadId><status>UPDATED</status></syncStatus>")
    assert (answer.lead_id, answer.extras) == (text_value("8"), (Extra("syncStatus/leadId", "7"),))
    assert synced("<leadId>8</leadId><syncStatus><leadId> 8 </leadId></syncStatus>").extras == ()


FAULT = "<SOAP-ENV:Fault><faultcode>x</faultcode><faultstring>20105 - No</faultstring></SOAP-ENV:Fault>"


def verdict(*statuses: str) -> str:
    return "".join(f"<syncStatus><leadId>7</leadId><status>{one}</status></syncStatus>" for one in statuses)


def result(*statuses: str) -> str:
    return f"<result><leadId>7</leadId>{verdict(*statuses)}</result>"


def done(*results: str) -> str:
    return f"<ns1:successSyncLead>{''.join(results)}</ns1:successSyncLead>"


@pytest.mark.parametrize(
    "body",
    [
        done(result("FAILED", "UPDATED")),
        done(result("UPDATED", "FAILED")),
        done(result("CREATED", "UPDATED")),
        done(result("FAILED"), result("UPDATED")),
        done(result("FAILED")) + done(result("CREATED")),
        FAULT + done(result("UPDATED")),
        done(result("UPDATED")) + FAULT,
        f"{FAULT}</SOAP-ENV:Body><SOAP-ENV:Body>{done(result('UPDATED'))}",
    ],
)
def test_an_answer_that_says_two_things_of_one_write_is_not_believed(body: str) -> None:
    with pytest.raises(BrokenXmlError, match="more than one thing"):
        read_answer(envelope(body), SYNC)


def test_an_answer_that_says_it_twice_is() -> None:
    answer = read_answer(envelope(done(result("UPDATED", " UPDATED "))), SYNC)
    assert isinstance(answer, Synced)
    assert answer.status.text == "UPDATED"


def laid_out(body: str) -> str:
    """As programs lay XML out for people: each text on a line of its own."""
    return re.sub(r">([^<>]+)<", ">\n    \\1\n  <", body)


def test_names_and_words_of_xml_that_was_laid_out_for_people() -> None:
    attribute = "<attribute><attrName>Title</attrName><attrType>string</attrType><attrValue/></attribute>"
    record = record_of(laid_out(f"<Id>7</Id><leadAttributeList>{attribute}</leadAttributeList>"))
    assert record.attributes == (LeadAttribute("Title", text_value("string"), EMPTY),)
    names = laid_out("<objects>LeadRecord</objects><objects>Opportunity</objects>")
    assert read_answer(success("ListMObjects", names), LIST) == Listed(("LeadRecord", "Opportunity"))
    field = (
        "<field><name>LeadScore</name><displayName>Lead Score</displayName><dataType>integer</dataType>"
        "<size>10</size><isReadonly>true</isReadonly><isCustom>1</isCustom></field>"
    )
    metadata = laid_out(f"<metadata><name>LeadRecord</name><fieldList>{field}</fieldList></metadata>")
    expected = FieldDescription(
        name="LeadScore", label="Lead Score", type="integer", size=10, read_only=True, custom=True
    )
    assert read_answer(success("DescribeMObject", metadata), DESCRIBE) == Described(
        name="LeadRecord", fields=(expected,)
    )
