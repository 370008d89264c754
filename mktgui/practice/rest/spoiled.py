"""Answers over REST that are odd or broken on purpose, made from an honest one. They also fit the answer to a token."""

import re
from collections.abc import Callable

from mktgui.practice.scenarios import Scenario
from mktgui.practice.tricks import Trick

_DEPTH = 100_000


def changed(one: Scenario, body: bytes) -> bytes:
    """An honest answer changed by a scenario that strikes after the write; unchanged where it strikes elsewhere."""
    if one.trick is Trick.HUGE:
        return _huge(body, int(one.amount))
    if one.trick in _MEMBERS:
        return _into_objects(body, _MEMBERS[one.trick])
    spoil = _SPOILT.get(one.trick)
    return spoil(body) if spoil else body


def _into_objects(body: bytes, members: bytes) -> bytes:
    """Members at the head of every object. Inside a string no brace stands before a bare quotation mark."""
    return re.sub(rb'\{(?=")', lambda _: b"{" + members, body)


def _truncated(body: bytes) -> bytes:
    return body[: len(body) * 2 // 3]


def _deep(body: bytes) -> bytes:
    return body[:-1] + b',"deep":' + b"[" * _DEPTH + b"]" * _DEPTH + b"}"


def _huge(body: bytes, count: int) -> bytes:
    """So many fields of some 200 bytes each in the first record: 50,000 make 10 MB."""
    fields = b"".join(b'"huge%06d":"%s",' % (number, b"x" * 183) for number in range(count))
    return re.sub(rb'("result":\[\{)', lambda found: found[1] + fields, body, count=1)


def _without_success(body: bytes) -> bytes:
    return re.sub(rb'"success":(true|false)(,?)', b"", body, count=1).replace(b",}", b"}")


def _success_as_text(body: bytes) -> bytes:
    return re.sub(rb'"success":(true|false)', rb'"success":"\1"', body, count=1)


def _success_and_errors(body: bytes) -> bytes:
    return body[:-1] + b',"errors":[{"code":"611","message":"System error"}]}'


def _without_result(body: bytes) -> bytes:
    return re.sub(rb'"result":\[.*\],(?="success":)', b"", body, count=1, flags=re.DOTALL)


def _empty_result(body: bytes) -> bytes:
    return re.sub(rb'"result":\[.*\],(?="success":)', b'"result":[],', body, count=1, flags=re.DOTALL)


def _unknown_status(body: bytes) -> bytes:
    return re.sub(rb'"status":"\w+"', b'"status":"unchanged"', body)


_MEMBERS = {
    Trick.EXTRA_ELEMENTS: b'"somethingNew":{"a":[1,{"b":null}]},',
    Trick.KINDS_OF_NOTHING: b'"emptyText":"","nullText":null,"emptyList":[],"emptyObject":{},',
    Trick.NOT_UTF_8: b'"odd":"caf\xe9",',
    Trick.LONE_SURROGATE: rb'"odd":"\ud800",',
    Trick.NAN: b'"notANumber":NaN,"endless":-Infinity,',
    Trick.HUGE_NUMBERS: b'"long":' + b"9" * 5000 + b',"far":1e999,"near":1e-999,',
    Trick.DUPLICATE_KEYS: b'"id":0,"status":"created","success":false,"id":1,',
}
_SPOILT: dict[Trick, Callable[[bytes], bytes]] = {
    Trick.TRUNCATED: _truncated,
    Trick.UNKNOWN_STATUS: _unknown_status,
    Trick.BOM: lambda body: b"\xef\xbb\xbf" + body,
    Trick.UTF_16: lambda body: body.decode().encode("utf-16"),
    Trick.DEEP: _deep,
    Trick.NOT_OBJECT: lambda body: b"[" + body + b"]",
    Trick.NULL: lambda _body: b"null",
    Trick.NO_SUCCESS: _without_success,
    Trick.SUCCESS_AS_TEXT: _success_as_text,
    Trick.SUCCESS_AND_ERRORS: _success_and_errors,
    Trick.NO_RESULT: _without_result,
    Trick.EMPTY_RESULT: _empty_result,
}
