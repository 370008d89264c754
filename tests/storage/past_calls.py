"""Calls to keep, of every kind, and those that could be."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

from hypothesis import strategies as st

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.exchange import Exchange, Message, Stage, Timing
from mktgui.domain.history import Begun, Ended, FieldChange, State
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import NIL, KeyKind, Presence, Value, text_value
from mktgui.domain.lookup import NoLookup
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from tests.domain.drafts import DRAFTS

HERE = timezone(timedelta(hours=8))
NOON = datetime(2026, 11, 23, 12, 30, tzinfo=HERE)

TITLE = FieldChange(
    name="Title",
    type="string",
    was=text_value("CTO"),
    asked="市场总监",
    now=text_value("市场总监"),
    fate="stuck",
)
PHONE = FieldChange(name="Phone", was=NIL, asked="+49 30 1234", now=None, fate="unknown")
VERDICT = Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="318815", at=NOON)
DRAFT = Draft(
    email="ana.ruiz@acme.example",
    rows=(Row("Title", Edit(EditKind.SET, "市场总监")), Row("Phone", Edit(EditKind.CLEAR, "+49"))),
    workspace="EMEA",
)
EXCHANGE = Exchange(
    endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1?a=b&c=",
    sent=Message(
        "POST /soap/mktows/3_1 HTTP/1.1", (("Content-Type", "text/xml"), ("X-Odd", "Ä")), "<a>芳</a>".encode()
    ),
    left=True,
    received=Message("HTTP/1.1 200 Very OK", (("Content-Type", "text/xml"),), b"<b/>"),
    status=200,
    complete=True,
    started=NOON,
    timings=(Timing(Stage.CONNECTING, 0.125), Timing(Stage.SECURING, 0.25), Timing(Stage.WAITING, 0.5)),
)


def begun(number: int = 1, **other: object) -> Begun:
    """A send of a lead, the `number`th of its day."""
    known: dict[str, object] = {
        "id": uuid4().hex,
        "at": NOON + timedelta(minutes=number),
        "profile_id": "emea",
        "profile_name": "Acme EMEA",
        "environment": Environment.PRODUCTION,
        "transport": "soap",
        "kind": CallKind.SYNC_LEAD,
        "key_kind": "email",
        "key_value": "ana.ruiz@acme.example",
        "lead_id": "318815",
        "who": "Ana Ruiz",
        "workspace": "EMEA",
        "verdict": VERDICT,
        "fields": (TITLE, PHONE),
        "draft": DRAFT,
    }
    return Begun(**(known | other))  # type: ignore[arg-type] # each test names what it changes


def ended(**other: object) -> Ended:
    """It went well."""
    known: dict[str, object] = {
        "ending": Ending.ANSWERED,
        "written": Written.YES,
        "status": "UPDATED",
        "http_status": 200,
        "seconds": 0.875,
        "timings": EXCHANGE.timings,
    }
    return Ended(**(known | other))  # type: ignore[arg-type] # each test names what it changes


TEXTS = st.text(alphabet=st.characters(exclude_categories=()), max_size=12)  # lone surrogates too
_VALUES = st.none() | st.builds(text_value, TEXTS) | st.sampled_from([NIL, Value(Presence.ABSENT)])
FIELDS = st.builds(FieldChange, name=TEXTS, type=TEXTS, was=_VALUES, asked=st.none() | TEXTS, now=_VALUES, fate=TEXTS)
MOMENTS = st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - made aware below
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, HERE]),
)
BEGUNS = st.builds(
    Begun,
    id=st.uuids().map(lambda one: one.hex),
    at=MOMENTS,
    profile_id=TEXTS,
    profile_name=TEXTS,
    environment=st.sampled_from(Environment),
    transport=st.sampled_from(["soap", "rest"]),
    kind=st.sampled_from(CallKind),
    key_kind=st.sampled_from(["", *KeyKind, "IDNUM"]),
    key_value=TEXTS,
    lead_id=TEXTS,
    who=TEXTS,
    workspace=TEXTS,
    verdict=st.none()
    | st.builds(
        Verdict,
        kind=st.sampled_from(VerdictKind),
        key=st.none() | st.sampled_from(KeyKind),
        lead_id=TEXTS,
        at=st.none() | MOMENTS,
        reason=st.none() | st.sampled_from(NoLookup),
        only_updates=st.booleans(),
    ),
    fields=st.lists(FIELDS, max_size=5).map(tuple),
    draft=st.none() | DRAFTS,
)
ENDEDS = st.builds(
    Ended,
    state=st.sampled_from([State.ENDED, State.OUTCOME_UNKNOWN]),
    ending=st.none() | st.sampled_from(Ending),
    written=st.sampled_from(Written),
    status=TEXTS,
    failure=st.none() | st.sampled_from(FailureKind),
    fault=TEXTS,
    told=TEXTS,
    http_status=st.none() | st.integers(100, 599),
    lead_id=TEXTS,
    who=TEXTS,
    fields=st.none() | st.lists(FIELDS, max_size=5).map(tuple),
    seconds=st.none() | st.floats(0, 1000),
    timings=st.lists(st.builds(Timing, st.sampled_from(Stage), st.floats(0, 100)), max_size=4).map(tuple),
)
