"""The questions we can put to Marketo, complete before they leave the form."""

from dataclasses import dataclass

from mktgui.domain.kinds import Action as Action  # noqa: PLC0414 - to be had from here too
from mktgui.domain.kinds import ForeignType
from mktgui.domain.kinds import LookupKey as LookupKey  # noqa: PLC0414 - to be had from here too


@dataclass(frozen=True, slots=True)
class AttributeToSend:
    """One attribute as it goes out. Empty text empties the field, as far as Marketo does that (facts sheet 4.5)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncLead:
    """Update the lead that these identifiers name, or create one (facts sheet 2.4 and 4.2).

    At least one identifier is given. Over SOAP `foreign_type` is given whenever `foreign_id` is. Over REST
    `lookup_field` is the REST name of the field by which the lead is found, and `foreign_id` is the text in that field
    where it is neither `id` nor `email`; over SOAP it is empty, since Marketo chooses among the identifiers.
    """

    marketo_id: int | None = None
    email: str | None = None
    foreign_id: str | None = None
    foreign_type: ForeignType | None = None
    cookie: str | None = None
    attributes: tuple[AttributeToSend, ...] = ()
    workspace: str | None = None
    return_lead: bool = True
    action: Action = Action.CREATE_OR_UPDATE
    lookup_field: str = ""


@dataclass(frozen=True, slots=True)
class FieldKey:
    """A field of one's own as a key, by its REST name: SOAP has no such lookup."""

    name: str

    @property
    def value(self) -> str:
        """The word on the wire, as of a `LookupKey`."""
        return self.name


@dataclass(frozen=True, slots=True)
class GetLead:
    """Read every lead with this key."""

    key: LookupKey | FieldKey
    value: str


@dataclass(frozen=True, slots=True)
class DescribeObject:
    """Read the field catalogue of an object type."""

    name: str = "LeadRecord"


@dataclass(frozen=True, slots=True)
class ListObjects:
    """Ask for the object types: takes nothing, writes nothing, so it is the credential check (facts sheet 2.7).

    Over REST it asks for the partitions, which does the same for a check (facts sheet 6.3).
    """


Call = SyncLead | GetLead | DescribeObject | ListObjects


def writes(call: Call) -> bool:
    """Whether sending this may change a lead."""
    return isinstance(call, SyncLead)
