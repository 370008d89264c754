"""The envelope, in every shape that was recorded or can be thought of."""

import pytest

from mktgui.domain.answers import Fault
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Extra, text_value
from mktgui.rest.envelope import Reply, extras_of, fault_of, read_reply, reasons_of, text_of, value_of, words_of
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError, Number

DENIED = Fault(code="603", text="Access denied")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('{"requestId":"a","success":true,"result":[]}', Reply([], "", ())),
        ('{"requestId":"a","success":true}', Reply(None, "", ())),
        ('{"success":"true","result":[1]}', Reply([Number("1")], "", ())),
        ('{"result":[]}', Reply([], "", ())),
        ('{"success":true,"result":{},"moreResult":true,"nextPageToken":"P="}', Reply(None, "P=", ())),
        ('{"success":true,"result":{"id":"7"}}', Reply([{"id": "7"}], "", ())),
        ('{"success":1,"result":[],"moreResult":true,"nextPageToken":"P="}', Reply([], "P=", ())),
        ('{"success":true,"result":[],"moreResult":false,"nextPageToken":"P="}', Reply([], "", ())),
        ('{"success":true,"result":[],"moreResult":"False","nextPageToken":"P="}', Reply([], "", ())),
        ('{"success":true,"result":[],"errors":[],"warnings":[]}', Reply([], "", ())),
        ('{"success":true,"result":[],"errors":null,"warnings":null}', Reply([], "", ())),
        (
            '{"success":true,"warnings":["Mind","this"]}',
            Reply(None, "", (), "Mind; this"),
        ),
        (
            '{"success":true,"warnings":{"code":1,"message":"Mind"},"result":[]}',
            Reply([], "", (), "1 Mind"),
        ),
        (
            '{"success":true,"result":[{}],"errors":[{"code":"611","message":"x"}],"warnings":["y"],"new":{"a":[true]}}',
            Reply([{}], "", (Extra("new/a", "true"),), "611 x; y"),
        ),
    ],
)
def test_what_is_no_failure(raw: str, expected: Reply) -> None:
    assert read_reply(raw.encode()) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('{"success":false,"errors":[{"code":"603","message":"Access denied"}]}', DENIED),
        ('{"success":false,"errors":[{"code":603,"message":"Access denied"}]}', DENIED),
        ('{"success":false,"errors":{"code":" 603 ","message":"Access denied"}}', DENIED),
        ('{"success":"False","errors":[{"code":"603","message":"Access denied"}]}', DENIED),
        ('{"errors":[{"code":"603","message":"Access denied"}]}', DENIED),
        ('{"success":true,"errors":[{"code":"603","message":"Access denied"}]}', DENIED),
        ('{"success":false,"result":[{"id":1,"status":"skipped"}]}', Fault(code="", text="")),
        ('{"success":false}', Fault(code="", text="")),
        ('{"success":false,"errors":[]}', Fault(code="", text="")),
        ('{"success":0,"errors":[{"code":"603","message":"Access denied"}]}', DENIED),
        ('{"success":true,"errors":[{"code":"603","message":"Access denied"}],"result":[]}', DENIED),
        ('{"success":true,"errors":[{"code":"603","message":"Access denied"}],"result":{}}', DENIED),
        ('{"success":false,"errors":["Oh"]}', Fault(code="", text="Oh")),
        ('{"success":false,"errors":["603"]}', Fault(code="603", text="")),
        ('{"success":false,"errors":[603, 7]}', Fault(code="603", text="", message="603; 7")),
        ('{"success":false,"errors":[{"message":"Oh"}]}', Fault(code="", text="Oh")),
        ('{"success":false,"errors":[{"code":603.0,"message":"Access denied"}]}', DENIED),
        ('{"success":false,"errors":[{"code":"1.0.0","message":"a"}]}', Fault(code="1.0", text="a")),
        ('{"success":false,"error":{"code":"603","message":"Access denied"}}', DENIED),
        ('{"success":false,"error":"boom"}', Fault(code="", text="boom")),
        ('{"success":false,"errors":{"603":"Oh"}}', Fault(code="", text='{"603": "Oh"}')),
        (
            '{"success":false,"errors":[{"code":"1003","message":"a"},{"code":"611","message":"b"}]}',
            Fault(code="611", text="b", message="1003 a; 611 b"),
        ),
        (
            '{"success":false,"errors":[{"code":"1003","message":"a"},{"message":"b"}]}',
            Fault(code="1003", text="a", message="1003 a; b"),
        ),
        (
            '{"success":false,"errors":[{"code":"1"},{"code":"2","message":"b"},"c"]}',
            Fault(code="1", text="", message="1; 2 b; c"),
        ),
    ],
)
def test_what_is_a_failure(raw: str, expected: Fault) -> None:
    assert read_reply(raw.encode()) == expected


def test_what_is_no_reply() -> None:
    for body in (b"{}", b'{"error":"unauthorized"}', b"<html>"):
        with pytest.raises(NotJsonError):
            read_reply(body)
    with pytest.raises(BrokenJsonError):
        read_reply(b'{"success":')


def test_reasons_in_either_shape() -> None:
    one = {"code": "1007", "message": "Several"}
    assert reasons_of({"reasons": [one]}) == reasons_of({"reason": one}) == reasons_of({"reasons": one}) == [one]
    assert reasons_of({"reasons": [], "reason": one}) == [one]
    assert reasons_of({"errors": [one]}) == reasons_of({"reason": None, "error": one}) == [one]
    assert reasons_of({"reasons": None}) == reasons_of({}) == []
    assert words_of([one, {"message": "b"}, "c", {"code": Number("2")}]) == "1007 Several; b; c; 2"
    assert words_of([]) == ""
    assert fault_of([one]) == Fault(code="1007", text="Several")
    assert fault_of([]) == Fault(code="", text="")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        ("a\ud800", "a\ufffd"),
        (Number("1.50"), "1.50"),
        ([1, {"a": Number("2")}], '[1, {"a": "2"}]'),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_kinds_of_nothing_stay_apart() -> None:
    members: dict[str, object] = {"null": None, "empty": "", "text": "x"}
    assert [value_of(members, name) for name in ("absent", "null", "empty", "text")] == [
        *(ABSENT, NIL, EMPTY),
        text_value("x"),
    ]


def test_leaves_have_their_paths() -> None:
    found = extras_of({"a": {"b": [None, {"c": "\udc00"}]}, "d": [], "e": {}}, "top")
    assert list(found) == [Extra("top/a/b", ""), Extra("top/a/b/c", "\ufffd")]


@pytest.mark.parametrize("errors", ["", '"errors":[{"code":"1003","message":"x"}],'])
@pytest.mark.parametrize("record", ['{"id":1,"status":"updated"}', '{"id":1,"status":" Created "}'])
def test_a_failure_that_has_written_a_record_contradicts_itself(errors: str, record: str) -> None:
    with pytest.raises(BrokenJsonError, match="failed, and that a record was written"):
        read_reply(f'{{"success":false,{errors}"result":[null,{record}]}}'.encode())


@pytest.mark.parametrize("status", ["skipped", " Failed "])
def test_the_reasons_of_the_records_count_where_a_failure_says_nothing_else_and_they_are_asked_for(status: str) -> None:
    record = f'{{"status":"{status}","reasons":[{{"code":"1007","message":"Several"}}]}}'
    body = f'{{"success":false,"errors":[],"result":[{record}]}}'.encode()
    assert read_reply(body) == Fault(code="", text=""), "of the reply as a whole nothing is said"
    reply = read_reply(body, by_record=True)
    assert isinstance(reply, Reply)
    assert reply.result is not None
    assert len(reply.result) == 1


@pytest.mark.parametrize(
    "result", ["null", "[]", '[{"status":"skipped"}]', '["skipped"]', '[{"status":"?","reasons":[{"code":"1007"}]}]']
)
def test_else_it_is_a_refusal_without_a_number(result: str) -> None:
    assert read_reply(f'{{"success":false,"result":{result}}}'.encode(), by_record=True) == Fault(code="", text="")


def test_what_is_said_of_the_whole_reply_comes_before_the_reasons_of_its_records() -> None:
    records = '"result":[{"status":"skipped","reasons":[{"code":"1007"}]}]'
    raw = f'{{"success":false,"errors":[{{"code":"603","message":"Access denied"}}],{records}}}'
    assert read_reply(raw.encode(), by_record=True) == DENIED
