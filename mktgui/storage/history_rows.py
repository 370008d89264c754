"""What is kept of a call as columns and JSON, and back. JSON keeps half characters, as a broken paste leaves them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import Action
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.exchange import Stage, Timing
from mktgui.domain.history import (
    GIST,
    GIST_CHARACTERS,
    Begun,
    Ended,
    Entry,
    FieldChange,
    Settled,
    State,
    Summary,
    has_failed,
)
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, Presence, Value
from mktgui.domain.lookup import NoLookup
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from mktgui.domain.surprise import Surprise
from mktgui.wire.redact import mask_text

Columns = dict[str, object]
"""By the name of the column."""

_Word = TypeVar("_Word", bound=StrEnum)

STATUS_WORDS = frozenset({"CREATED", "UPDATED", "FAILED", "SKIPPED"})  # any other may be anything a person wrote
_DRAFT_TEXTS = ("marketo_id", "email", "foreign_id", "foreign_type", "cookie", "workspace")
_HTTP_OK = 200  # of most calls, so that nothing is found by it
_LONGEST_CODE = 5  # digits of a fault code (facts sheet 5.3)

SUMMARY = (
    "key, at, state, profile_id, profile_name, environment, transport, kind, key_kind, key_value, lead_id, who,"
    " workspace, verdict, ending, written, status, failure, fault, seconds, gist, field_count, note, ticket, pinned,"
    " has_values, settled, settled_at, surprise"
)
"""The columns of a summary, in the order in which `summary_of` takes them."""

SAID = (
    "at",
    "profile_name",
    "environment",
    "kind",
    "lead_id",
    "who",
    "key_value",
    "workspace",
    "verdict",
    "ending",
    "status",
    "failure",
    "fault",
    "surprise",
)
"""The columns that a call can be found by."""

_IS_PROVEN = "c.settled != '' AND c.written = 'unknown' AND c.state != 'under-way'"
WRITTEN_NOW = f"CASE WHEN {_IS_PROVEN} THEN c.settled ELSE c.written END"
"""What is known by now, for a `call c`: the same as `Summary.known_written`."""
FAILED_NOW = f"CASE WHEN {_IS_PROVEN} AND c.settled = 'yes' THEN 0 ELSE c.failed END"
"""The same for whether it did not do what it was meant to."""


def begun_columns(begun: Begun, *, with_values: bool) -> Columns:
    """A call that is about to leave, in the table `call`."""
    columns: Columns = {
        "key": begun.id,
        "state": State.UNDER_WAY.value,
        "began": milliseconds(begun.at),
        "at": begun.at.isoformat(timespec="milliseconds"),
        "profile_id": clean(begun.profile_id),
        "profile_name": clean(begun.profile_name),
        "environment": begun.environment.value,
        "transport": begun.transport,
        "kind": begun.kind.value,
        "written": (Written.UNKNOWN if begun.may_write else Written.NO).value,
        "has_values": int(with_values),
    }
    if with_values:
        columns |= {
            "key_kind": begun.key_kind,
            "key_value": clean(begun.key_value),
            "lead_id": clean(begun.lead_id),
            "who": clean(begun.who),
            "workspace": clean(begun.workspace),
            "verdict": begun.verdict.kind.value if begun.verdict else "",
            "gist": gist(begun.fields),
            "field_count": len(begun.fields),
        }
    return columns


def begun_detail(begun: Begun) -> Columns:
    """The same in the table `detail`."""
    return {
        "fields": fields_json(begun.fields),
        "verdict": json.dumps(_plain_verdict(begun.verdict)),
        "draft": json.dumps(_plain_draft(begun.draft)),
    }


def ended_columns(ended: Ended, *, with_values: bool) -> Columns:
    """How it ended, in the table `call`. Empty lead and fields do not come, so that what was begun stays."""
    columns: Columns = {
        "state": ended.state.value,
        "ending": ended.ending.value if ended.ending else "",
        "written": ended.written.value,
        "failed": int(has_failed(ended.state, ended.ending, ended.status, ended.surprise)),
        "status": clean(ended.status) if with_values else known_status(ended.status),
        "failure": ended.failure.value if ended.failure else "",
        "fault": clean(ended.fault) if with_values else known_fault(ended.fault),
        "seconds": ended.seconds,
        "surprise": ended.surprise.value if ended.surprise else "",
    }
    if with_values:
        columns |= {name: clean(text) for name, text in (("lead_id", ended.lead_id), ("who", ended.who)) if text}
        if ended.fields is not None:
            columns |= {"gist": gist(ended.fields), "field_count": len(ended.fields)}
    return columns


def ended_detail(ended: Ended, *, with_values: bool) -> Columns:
    """The same in the table `detail`."""
    timings = [[timing.stage.value, timing.seconds] for timing in ended.timings]
    columns: Columns = {"timings": json.dumps(timings), "http_status": ended.http_status}
    if with_values:
        columns["told"] = mask_text(clean(ended.told))
        if ended.fields is not None:
            columns["fields"] = fields_json(ended.fields)
    return columns


def known_status(status: str) -> str:
    """The word, where it is one of the vendor's own."""
    return status if status in STATUS_WORDS else ""


def known_fault(code: str) -> str:
    """The code, where it can be one."""
    return code if code.isascii() and code.isdigit() and len(code) <= _LONGEST_CODE else ""


def said_of(
    columns: Mapping[str, object], fields: Iterable[FieldChange], told: str, http_status: object = None
) -> list[str]:
    """Everything that a call can be found by, but what the person adds to it."""
    texts = [str(columns.get(name) or "") for name in SAID]
    texts[0] = texts[0][:16].replace("T", " ")  # to the minute, as the list shows it
    for one in fields:
        texts += (one.name, one.was.text if one.was else "", one.asked or "", one.now.text if one.now else "")
    return [*texts, told, "" if http_status in {None, _HTTP_OK} else f"HTTP {http_status}"]


def summary_of(row: tuple[object, ...]) -> Summary:
    """From the columns of `SUMMARY`. A word that is not known, from a spoiled page, is taken for the usual one."""
    texts = [str(one) for one in row[:19]]
    return Summary(
        id=texts[0],
        at=_moment(texts[1]),
        state=_word(State, texts[2], State.OUTCOME_UNKNOWN),
        profile_id=texts[3],
        profile_name=texts[4],
        environment=_word(Environment, texts[5], Environment.PRODUCTION),
        transport=texts[6],
        kind=_word(CallKind, texts[7], CallKind.SYNC_LEAD),
        key_kind=texts[8],
        key_value=texts[9],
        lead_id=texts[10],
        who=texts[11],
        workspace=texts[12],
        verdict=_word(VerdictKind, texts[13], None),
        ending=_word(Ending, texts[14], None),
        written=_word(Written, texts[15], Written.UNKNOWN),
        status=texts[16],
        failure=_word(FailureKind, texts[17], None),
        fault=texts[18],
        seconds=_number(row[19]),
        gist=fields_in(str(row[20])),
        field_count=int(str(row[21])),
        note=str(row[22]),
        ticket=str(row[23]),
        pinned=row[24] == 1,
        has_values=row[25] == 1,
        settled=_settled(str(row[26]), str(row[27])),
        surprise=_word(Surprise, str(row[28]), None),
    )


def entry_of(summary: Summary, detail: Mapping[str, object]) -> Entry:
    """A summary, and what the table `detail` has. Raises ValueError, KeyError, TypeError where that is spoiled."""
    timings = json.loads(str(detail["timings"]))
    http_status = detail["http_status"]
    return Entry(
        summary=summary,
        fields=fields_in(str(detail["fields"])),
        verdict=_verdict_in(json.loads(str(detail["verdict"]))),
        draft=_draft_in(json.loads(str(detail["draft"]))),
        told=str(detail["told"]),
        http_status=http_status if isinstance(http_status, int) else None,
        timings=tuple(Timing(Stage(stage), float(seconds)) for stage, seconds in timings),
    )


def gist(fields: tuple[FieldChange, ...]) -> str:
    """The first few fields, long values cut."""
    return fields_json(_cut(one) for one in fields[:GIST])


def fields_json(fields: Iterable[FieldChange]) -> str:
    """Fields as lists, because there can be many."""
    plain = [[one.name, one.type, _plain_value(one.was), one.asked, _plain_value(one.now), one.fate] for one in fields]
    return json.dumps(plain, separators=(",", ":"))


def fields_in(text: str) -> tuple[FieldChange, ...]:
    """Back. Raises ValueError, TypeError."""
    return tuple(
        FieldChange(name=name, type=kind, was=_value_in(was), asked=asked, now=_value_in(now), fate=fate)
        for name, kind, was, asked, now, fate in json.loads(text)
    )


def milliseconds(moment: datetime) -> int:
    """Since 1970 in UTC."""
    return round(moment.astimezone(UTC).timestamp() * 1000)


def clean(text: str) -> str:
    """Fit for a column: half characters have no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _cut(one: FieldChange) -> FieldChange:
    return FieldChange(
        name=one.name,
        type=one.type,
        was=_cut_value(one.was),
        asked=None if one.asked is None else one.asked[:GIST_CHARACTERS],
        now=_cut_value(one.now),
        fate=one.fate,
    )


def _cut_value(value: Value | None) -> Value | None:
    return value and Value(value.presence, value.text[:GIST_CHARACTERS])


def _plain_value(value: Value | None) -> object:
    if value is None:
        return None
    return value.text if value.presence is Presence.TEXT else [value.presence.value]


def _value_in(plain: str | list[str] | None) -> Value | None:
    if plain is None:
        return None
    return Value(Presence.TEXT, plain) if isinstance(plain, str) else Value(Presence(plain[0]))


def _plain_verdict(verdict: Verdict | None) -> object:
    if verdict is None:
        return None
    at = verdict.at.isoformat() if verdict.at else None
    plain = {"kind": verdict.kind, "key": verdict.key, "lead_id": verdict.lead_id, "at": at, "reason": verdict.reason}
    return plain | {"only_updates": verdict.only_updates}


def _verdict_in(plain: dict[str, str] | None) -> Verdict | None:
    if plain is None:
        return None
    key, at, reason = plain["key"], plain["at"], plain["reason"]
    return Verdict(
        kind=VerdictKind(plain["kind"]),
        key=KeyKind(key) if key else None,
        lead_id=plain["lead_id"],
        at=datetime.fromisoformat(at) if at else None,
        reason=NoLookup(reason) if reason else None,
        only_updates=bool(plain.get("only_updates")),
    )


def _plain_draft(draft: Draft | None) -> object:
    if draft is None:
        return None
    texts = {name: getattr(draft, name) for name in _DRAFT_TEXTS}
    rows = [[row.name, row.edit.kind, row.edit.text] for row in draft.rows]
    return {"key": draft.key, **texts, "rows": rows, "return_lead": draft.return_lead, "action": draft.action}


def _draft_in(plain: dict[str, object] | None) -> Draft | None:
    if plain is None:
        return None
    rows = plain["rows"]
    assert isinstance(rows, list), "written by _plain_draft"  # noqa: S101 - for the types
    texts = {name: str(plain[name]) for name in _DRAFT_TEXTS}
    draft = replace(Draft(), **texts)  # type: ignore[arg-type] # these are the fields that are text
    return replace(
        draft,
        key=KeyKind(str(plain["key"])),
        rows=tuple(Row(name, Edit(EditKind(kind), text)) for name, kind, text in rows),
        return_lead=plain["return_lead"] is True,
        action=Action(str(plain.get("action", Action.CREATE_OR_UPDATE))),
    )


def _settled(written: str, at: str) -> Settled | None:
    word = _word(Written, written, Written.UNKNOWN)
    return None if word is Written.UNKNOWN else Settled(written=word, at=_moment(at))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _word(kind: type[_Word], text: str, otherwise: _Word | None) -> _Word:
    try:
        return kind(text)
    except ValueError:
        return otherwise  # type: ignore[return-value] # None only where the summary takes None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
