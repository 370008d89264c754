"""What nobody outside the vendor knows for certain, as switches; and the limits, as numbers."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from mktgui.practice.faults import TEXTS
from mktgui.practice.rest.errors import TEXTS as REST_TEXTS

_REST_CODES = {"missing_token_code"}


class ForeignMiss(StrEnum):
    """A foreign id nobody has, sent with an address somebody has (facts sheet 4.2)."""

    CREATE = "create"
    UPDATE_BY_EMAIL = "update-by-email"


class CookieEmail(StrEnum):
    """Which of cookie and address is gone by when both are sent (facts sheet 4.2)."""

    EMAIL = "email"
    COOKIE = "cookie"


class BadValue(StrEnum):
    """What a value of the wrong type leads to (facts sheet 4.5)."""

    FAULT_20110 = "20110"
    FAULT_20114 = "20114"
    IGNORE = "ignore"


class ReadOnly(StrEnum):
    """What writing to a read-only or update-blocked field leads to (facts sheet 4.5)."""

    IGNORE = "ignore"
    FAULT = "fault"


class BooleanForm(StrEnum):
    """How a boolean is spelled in answers (facts sheet 4.5)."""

    WORDS = "true-false"
    DIGITS = "1-0"


class Clearing(StrEnum):
    """What an empty attrValue does (facts sheet 4.5)."""

    CLEARS = "clears"
    IGNORED = "ignored"


class UnknownId(StrEnum):
    """What REST says to the id of nobody (facts sheet 6.3)."""

    ERROR = "1004"
    EMPTY = "empty"


class Nulls(StrEnum):
    """What REST shows of a field that is empty (facts sheet 6.3)."""

    NULL = "null"
    LEFT_OUT = "left-out"


class Reasons(StrEnum):
    """Why a record was skipped: an array as in the documentation, or an object as in the swagger file (sheet 9.2)."""

    SEVERAL = "reasons"
    ONE = "reason"


class RestReadOnly(StrEnum):
    """What writing to a read-only field over REST leads to: nothing, or skipping the record for a reason."""

    IGNORE = "ignore"
    NOT_FOUND = "1006"
    INVALID = "1003"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this Marketo behaves. What is not a limit is UNSURE in the facts sheet, section 10, or contradicted in 9."""

    expiry_minutes: float = 15.0
    future_minutes: float = 15.0
    calls_per_day: int = 10_000
    calls_per_20_seconds: int = 100
    calls_at_once: int = 10
    missing_header_code: str = "20014"
    bad_timestamp_code: str = "20016"
    no_key_code: str = "20101"
    unknown_id_code: str = "20103"
    missing_type_code: str = "20109"
    type_may_be_missing: bool = False  # then it is CUSTOM
    unknown_workspace_code: str = "20110"
    wrong_partition_code: str = "20106"
    sync_failure_as_status: bool = False
    server_faultcode: str = "Client"
    workspaces: bool = True
    workspace_case_matters: bool = False
    foreign_miss: ForeignMiss = ForeignMiss.CREATE
    cookie_with_email: CookieEmail = CookieEmail.EMAIL
    names_case_matters: bool = True
    names_separator: str = ", "
    bad_value: BadValue = BadValue.FAULT_20110
    read_only: ReadOnly = ReadOnly.IGNORE
    boolean_form: BooleanForm = BooleanForm.WORDS
    clearing: Clearing = Clearing.CLEARS
    website_on_create: bool = True
    newest_foreign_id_shown: bool = True
    retired: bool = False
    token_seconds: float = 3600.0
    token_in_query: bool = False  # removed by the vendor on 2026-08-31
    token_in_form: bool = False
    missing_token_code: str = "601"  # noqa: S105 - an error code
    rest_calls_per_day: int = 50_000
    rest_unknown_id: UnknownId = UnknownId.ERROR
    rest_nulls: Nulls = Nulls.NULL
    rest_reasons: Reasons = Reasons.SEVERAL
    rest_codes_as_numbers: bool = False
    rest_empty_lists: bool = False  # `errors` and `warnings` also where there are none
    rest_warnings: bool = False  # a warning with every success
    rest_skipped_id: bool = False
    rest_read_only: RestReadOnly = RestReadOnly.IGNORE
    rest_typed: bool = True  # a number or a boolean in quotes is 1001
    rest_company_writable: bool = False
    rest_partition_needed: bool = False
    rest_rules_win: bool = False  # an assignment rule goes before partitionName
    rest_describe_soap: bool = True


def changed(settings: Settings, assignment: str) -> Settings:
    """The settings with one changed by `NAME=VALUE`. Raises ValueError with a sentence for the person."""
    name, equals, text = assignment.partition("=")
    kinds = {field.name: type(getattr(settings, field.name)) for field in fields(settings)}
    if not equals or name not in kinds:
        message = f"{assignment!r} is not NAME=VALUE with one of the names {', '.join(kinds)}"
        raise ValueError(message)
    kind = kinds[name]
    try:
        value = _switch(text) if kind is bool else _code(name, text) if name.endswith("_code") else kind(text)
    except ValueError as error:
        choices = f"; choose from {', '.join(kind)}" if issubclass(kind, StrEnum) else ""
        message = f"{text!r} is no value for {name}{choices}"
        raise ValueError(message) from error
    changes: dict[str, Any] = {name: value}
    return replace(settings, **changes)


def _code(name: str, text: str) -> str:
    if text not in (REST_TEXTS if name in _REST_CODES else TEXTS):
        raise ValueError(text)
    return text


def _switch(text: str) -> bool:
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]
