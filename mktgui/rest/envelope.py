"""What all replies of the REST API have in common: success, a result, errors, warnings (facts sheet 6.2, 6.5, 9.2)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Fault
from mktgui.domain.lead import ABSENT, NIL, Extra, Value, text_value
from mktgui.domain.outcome import HALF_WAY_FAULTS
from mktgui.rest.jsontext import BrokenJsonError, Members, NotJsonError, Number, read_object, whole

_KNOWN = frozenset({"requestId", "success", "result", "moreResult", "nextPageToken", "warnings", "errors"})
_FALSE = frozenset({"false", "0"})
_STATUSES = {"created": CREATED, "updated": UPDATED, "skipped": FAILED, "failed": FAILED}
_FRACTION_OF_NOTHING = re.compile(r"(?<=[0-9])\.0+$")  # some programs have no whole numbers
_REASONS = ("reasons", "reason", "errors", "error")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply that is no failure. `result` is None where there is none; the unexpected is among the `extras`."""

    result: list[object] | None
    next_page: str
    extras: tuple[Extra, ...]
    warnings: str = ""
    """What it complains of all the same, errors before warnings."""


def read_reply(body: bytes, *, by_record: bool = False) -> Reply | Fault:
    """What a reply says as a whole. Raises NotJsonError and BrokenJsonError.

    `success` may be missing or a word. A reply that says success and has errors is believed where its result says of
    each record what became of it. A result that is one object stands for a list of it. Read `by_record`, one that
    failed is no Fault where all it has to say of that are the reasons of its records.
    """
    said = read_object(body)
    if not {"success", "result", "errors"} & set(said):
        message = "the object is no reply of the API"
        raise NotJsonError(message)
    success = text_of(said.get("success")).lower()
    errors = _listed(said.get("errors"))
    result = said.get("result")
    records = [result] if isinstance(result, dict) and result else result
    if success in _FALSE and isinstance(records, list) and any(_is_written(one) for one in records):
        message = "the reply says that it failed, and that a record was written"
        raise BrokenJsonError(message)
    if success in _FALSE:
        errors = errors or _listed(said.get("error"))
        if errors or not (by_record and _tells_why(records)):
            return fault_of(errors)
    if errors and not (isinstance(records, list) and records):
        return fault_of(errors)
    extras = tuple(extra for name in said if name not in _KNOWN for extra in extras_of(said[name], name))
    warnings = words_of([*errors, *_listed(said.get("warnings"))])
    return Reply(records if isinstance(records, list) else None, _next_page(said), extras, warnings)


def _is_written(record: object) -> bool:
    return isinstance(record, dict) and status_of(record) in {CREATED, UPDATED}


def _tells_why(records: object) -> bool:
    """Whether there are records, and none was written, each for a reason."""
    if not isinstance(records, list) or not records:
        return False
    return all(isinstance(one, dict) and status_of(one) == FAILED and reasons_of(one) for one in records)


def status_of(record: Members) -> str | None:
    """Our word for what a record says became of it; None for any that nobody knows."""
    return _STATUSES.get(text_of(record.get("status")).strip().lower())


def _next_page(said: Members) -> str:
    """Some calls give a token for a next page even with the last one."""
    is_last = text_of(said.get("moreResult")).lower() in _FALSE
    return "" if is_last else text_of(said.get("nextPageToken"))


def fault_of(problems: list[object]) -> Fault:
    """A refusal from errors or reasons; where there are several all are in the message.

    The first one counts, unless another tells of something after which nobody knows how far it had got.
    """
    found = [_problem(one) for one in problems] or [("", "")]
    half_way = (one for one in found if one[0] and one[0] in HALF_WAY_FAULTS)
    code, text = next(half_way, found[0])
    return Fault(code=code, text=text, message=words_of(problems) if len(problems) > 1 else "")


def words_of(problems: list[object]) -> str:
    """Errors or reasons as a person reads them: each with its number, where it has one."""
    return "; ".join(" ".join(_problem(one)).strip() for one in problems)


def reasons_of(record: Members) -> list[object]:
    """Why a record was skipped: an array in practice, an object in the swagger file; elsewhere they are errors."""
    return next((found for name in _REASONS if (found := _listed(record.get(name)))), [])


def text_of(value: object) -> str:
    """A value as text: digits as they came, true and false as words, nothing for null; JSON for anything nested."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return whole(value)
        case Number(text):
            return text
        case _:
            return whole(json.dumps(value, ensure_ascii=False, default=text_of))


def value_of(members: Members, name: str) -> Value:
    """A member as a value of ours: null is NIL, and absent stays absent."""
    if name not in members:
        return ABSENT
    return NIL if members[name] is None else text_value(text_of(members[name]))


def extras_of(value: object, path: str) -> Iterator[Extra]:
    """What nobody expects, each leaf with its path. Empty lists say nothing."""
    match value:
        case dict():
            for name, inside in value.items():
                yield from extras_of(inside, f"{path}/{whole(name)}")
        case list():
            for inside in value:
                yield from extras_of(inside, path)
        case _:
            yield Extra(path, text_of(value))


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _problem(one: object) -> tuple[str, str]:
    """Its code, and its words."""
    if not isinstance(one, dict):
        text = text_of(one)
        return (text, "") if text.isdecimal() else ("", text)
    code, text = text_of(one.get("code")).strip(), text_of(one.get("message"))
    return _FRACTION_OF_NOTHING.sub("", code), text or ("" if code else text_of(one))
