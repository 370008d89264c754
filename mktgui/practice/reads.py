"""The calls that change nothing: getLead, describeMObject and listMObjects (facts sheet 4.6, 4.7 and 2.7)."""

from collections.abc import Callable

from mktgui.practice import message
from mktgui.practice.faults import ApiFault
from mktgui.practice.message import NIL, Request, block, child, element, text
from mktgui.practice.settings import Settings
from mktgui.practice.sync import lead_record
from mktgui.practice.values import type_word
from mktgui.practice.world import Field, Lead, World

_OBJECTS = ("ActivityRecord", "LeadRecord", "Opportunity", "OpportunityPersonRole")
_UPDATED = "2010-01-01T00:00:00+00:00"  # the vendor's samples have this constant
_INTEGER_SIZE = 10
_ACCOUNT_PREFIX, _CONTACT_PREFIX, _LEAD_PREFIX = "001", "003", "00Q"


class Reads:
    """Answers the reading calls on a world. To be called under the world's lock."""

    def __init__(self, world: World, settings: Settings) -> None:
        self._world, self._settings = world, settings

    def get_lead(self, request: Request) -> bytes:
        """All leads with a key, newest first. Raises ApiFault 20101, 20102, 20103 and 20108."""
        key = child(request.params, "leadKey")
        kind, value = text(key, "keyType"), text(key, "keyValue")
        if key is None or not kind or not value:
            raise ApiFault("20101")
        leads = self._finders().get(kind)
        if leads is None:
            raise ApiFault("20102", f"{kind} is not a lead key")
        found = leads(value)
        if not found:
            raise ApiFault("20103", f"No lead found with {kind} = {value}")
        records = (lead_record(lead, self._world, self._settings) for lead in found)
        return message.answer("getLead", element("count", len(found)), block("leadRecordList", *records))

    def describe(self, request: Request) -> bytes:
        """The field catalogue of an object. Raises ApiFault 20109 and 20110."""
        name = text(request.params, "objectName")
        if not name:
            raise ApiFault("20109", "objectName is required")
        if name not in _OBJECTS:
            raise ApiFault("20110", "Object name is not valid")
        fields = [_fixed("Id", "integer", _INTEGER_SIZE), _fixed("Email", "string", 255)]
        if name == "LeadRecord":
            fields += [_fixed("ForeignSysPersonId", "string", 50), _fixed("ForeignSysType", "string", 50)]
            fields += [_fixed("leadAttributeList", "Array", None)]
            fields += [_dynamic(one) for one in self._world.fields.values() if one.soap != "Email"]
        metadata = block(
            "metadata",
            element("name", name),
            element("description", NIL),
            element("isCustom", "false"),
            element("isVirtual", "true" if name == "LeadRecord" else "false"),
            block("fieldList", *fields),
            element("updatedAt", _UPDATED),
        )
        return message.answer("describeMObject", metadata)

    def list_objects(self) -> bytes:
        """The names of the objects."""
        return message.answer("listMObjects", *(element("objects", name) for name in _OBJECTS))

    def _finders(self) -> dict[str, Callable[[str], list[Lead]]]:
        world = self._world
        return {
            "IDNUM": lambda value: [lead for lead in (world.by_id(value),) if lead is not None],
            "COOKIE": lambda value: [lead for lead in (world.by_cookie(value),) if lead is not None],
            "EMAIL": world.by_email,
            "LEADOWNEREMAIL": lambda value: self._owned(value in world.owners, f"email = {value}"),
            "SFDCLEADOWNERID": lambda value: self._owned(value in world.owners.values(), f"id = {value}"),
            "SFDCACCOUNTID": lambda value: world.by_sfdc_prefix(value, _ACCOUNT_PREFIX),
            "SFDCCONTACTID": lambda value: world.by_sfdc_prefix(value, _CONTACT_PREFIX),
            "SFDCLEADID": lambda value: world.by_sfdc_prefix(value, _LEAD_PREFIX),
            "SFDCOPPTYID": lambda _value: [],
        }

    def _owned(self, known: bool, key: str) -> list[Lead]:  # noqa: FBT001 - read once, right above
        """The one owner of the practice world has everything that came from Salesforce."""
        if not known:
            raise ApiFault("20108", f"No lead owner found with {key}")
        owned = (lead for lead in self._world.leads.values() if any(kind == "SFDC" for kind, _ in lead.foreign))
        return sorted(owned, key=lambda lead: -lead.id)[:100]


def _fixed(name: str, kind: str, size: int | None) -> str:
    system = name == "Id"
    return _field(name, name, kind, size, flags=(system, system, name == "Id", False, False))


def _dynamic(one: Field) -> str:
    flags = (one.read_only, one.update_blocked or one.read_only, False, one.custom, True)
    kind = type_word(one.type)
    return _field(one.soap, one.en, kind, _INTEGER_SIZE if kind == "integer" else one.length, flags=flags)


def _field(name: str, label: str, kind: str, size: int | None, *, flags: tuple[bool, bool, bool, bool, bool]) -> str:
    read_only, blocked, primary, custom, dynamic = ("true" if flag else "false" for flag in flags)
    return block(
        "field",
        element("name", name),
        element("description", NIL),
        element("displayName", label),
        element("sourceObject", "Lead"),
        element("dataType", kind),
        element("size", NIL if size is None else size),
        element("isReadonly", read_only),
        element("isUpdateBlocked", blocked),
        element("isName", NIL),
        element("isPrimaryKey", primary),
        element("isCustom", custom),
        element("isDynamic", dynamic),
        element("dynamicFieldRef", "leadAttributeList" if flags[-1] else NIL),
        element("updatedAt", _UPDATED),
    )
