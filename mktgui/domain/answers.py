"""What Marketo can say to a call, read from the bytes of its answer."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.lead import ABSENT, Extra, LeadRecord, Value

CREATED = "CREATED"
UPDATED = "UPDATED"
FAILED = "FAILED"


class CookieEnd(StrEnum):
    """What became of a cookie that was given to the lead by a request of its own, after the lead was written."""

    GIVEN = "given"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_SENT = "not-sent"


@dataclass(frozen=True, slots=True)
class CookieFate:
    """How that ended; where it was refused, with Marketo's code and words."""

    end: CookieEnd
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """The answer to `SyncLead`; over REST with what was then said of the cookie, and the lead as it was read back.

    `status` is the word as it came: CREATED, UPDATED or FAILED by the WSDL, and any other is kept verbatim.
    `record` is None where the answer carries none (absent or nil), or where it could not be read back.
    `error` is what Marketo remarks, also on a success; `cookie` tells what became of a cookie that went separately.
    `is_gone` tells that the lead was to be read back, and that nobody has its number any more.
    """

    lead_id: Value = ABSENT
    status: Value = ABSENT
    error: Value = ABSENT
    record: LeadRecord | None = None
    cookie: CookieFate | None = None
    is_gone: bool = False
    extras: tuple[Extra, ...] = ()

    @property
    def strange_id(self) -> str:
        """The number of the lead that was sent back, where it is another one than was written; else empty."""
        sent_back = self.record.id.text if self.record is not None else ""
        return sent_back if self.lead_id.text and sent_back != self.lead_id.text else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to `GetLead`: newest first where several share the key (facts sheet 4.6)."""

    records: tuple[LeadRecord, ...] = ()
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDescription:
    """One field of the catalogue. `size` is in characters, None where the catalogue gives none.

    `soap_name` and `rest_name` are what each API calls it, as far as a description over REST has told: both are empty
    where none has, and one of them where that API has not got the field.
    """

    name: str
    label: str
    type: str
    size: int | None = None
    read_only: bool = False
    update_blocked: bool = False
    custom: bool = False
    soap_name: str = ""
    rest_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The answer to `DescribeObject`."""

    name: str
    fields: tuple[FieldDescription, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The answer to `ListObjects`; over REST the partitions that the API user may see, with their ids."""

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Marketo refused. `code` is its digits, empty where none can be found (facts sheet 5.2 and 3.4)."""

    code: str
    text: str
    message: str = ""


Answer = Synced | Found | Described | Listed | Fault
