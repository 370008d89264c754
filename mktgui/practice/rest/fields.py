"""The fields of a lead as REST knows them: those of the world, and some that SOAP has in other places or not at all."""

from dataclasses import dataclass

from mktgui.practice.rest.values import to_json
from mktgui.practice.values import type_word
from mktgui.practice.world import Field, Lead, World

DEFAULTS = ("id", "email", "updatedAt", "createdAt", "firstName", "lastName")
# Of the company of a lead, not of the lead (facts sheet 6.6): Sync Leads may not write them.
COMPANY = frozenset(
    {
        *("company", "site", "billingStreet", "billingCity", "billingState", "billingCountry", "billingPostalCode"),
        *("website", "mainPhone", "annualRevenue", "numberOfEmployees", "industry", "sicCode"),
    }
)
# Filter types beside the custom fields (facts sheet 6.3); the practice world knows nobody by the social ones.
KEYS = (
    *("cookies", "email", "facebookId", "id", "leadPartitionId", "linkedInId", "sfdcAccountId", "sfdcContactId"),
    *("sfdcLeadId", "sfdcLeadOwnerId", "sfdcOpptyId", "twitterId"),
)
_KEY_TYPES = frozenset({"string", "email", "integer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RestField:
    """One field. `name` is empty where REST has not got it, `soap` where SOAP has not; `own` is the world's field."""

    number: int
    name: str
    label: str
    type: str
    length: int | None = None
    read_only: bool = False
    soap: str = ""
    soap_read_only: bool = False
    own: Field | None = None

    @property
    def custom(self) -> bool:
        """Whether somebody added it to this instance."""
        return self.own is not None and self.own.custom

    @property
    def searchable(self) -> bool:
        """Whether leads can be looked up by it in Sync Leads."""
        return self.name in {"id", "email"} or (self.custom and self.type in _KEY_TYPES and bool(self.name))


def catalogue(world: World) -> list[RestField]:
    """Every field of this instance, in the order of their numbers."""
    made = [
        RestField(number=1, name="id", label="Id", type="integer", read_only=True, soap="Id", soap_read_only=True),
        RestField(number=2, name="updatedAt", label="Updated At", type="datetime", read_only=True),
        # References are read-only for REST alone (facts sheet 6.3).
        RestField(
            number=3,
            name="leadPartitionId",
            label="Lead Partition Id",
            type="reference",
            read_only=True,
            soap="Lead_Partition_ID",
        ),
    ]
    made += [
        RestField(
            number=number,
            name=one.rest,
            label=one.en,
            type="email" if one.type == "email" else type_word(one.type),
            length=one.length,
            read_only=one.read_only or one.update_blocked,
            soap=one.soap,
            soap_read_only=one.read_only or one.update_blocked,
            own=one,
        )
        for number, one in enumerate(world.fields.values(), len(made) + 1)
    ]
    return made


def by_name(world: World) -> dict[str, RestField]:
    """The fields that REST has, by their names there."""
    return {one.name: one for one in catalogue(world) if one.name}


def value_of(lead: Lead, one: RestField, world: World) -> object:
    """What a lead has in a field, as JSON; None where it has nothing."""
    created = lead.attributes.get("CreatedAt", lead.created)
    special: dict[str, object] = {
        "id": lead.id,
        "email": lead.email or None,
        "createdAt": to_json(created, "datetime"),
        "updatedAt": to_json(lead.updated or created, "datetime"),
        "leadPartitionId": world.partitions.index(lead.partition) + 1 if lead.partition in world.partitions else None,
    }
    if one.name in special:
        return special[one.name]
    return to_json(lead.attributes.get(one.soap, ""), one.type)
