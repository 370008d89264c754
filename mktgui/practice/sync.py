"""syncLead: which lead is meant, what is written, and what is answered (facts sheet 4.2 to 4.5)."""

from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from mktgui.practice import message
from mktgui.practice.faults import ApiFault
from mktgui.practice.message import NIL, Request, block, child, element, text
from mktgui.practice.settings import BadValue, Clearing, CookieEmail, ForeignMiss, ReadOnly, Settings
from mktgui.practice.values import is_value, spelled, type_word
from mktgui.practice.world import Field, Lead, World
from mktgui.practice.write import Note, Writer

_TYPES = frozenset({"CUSTOM", "SFDC", "NETSUITE"})
_RECORD = frozenset({"Id", "Email", "ForeignSysPersonId", "ForeignSysType", "leadAttributeList"})
_ATTRIBUTES = frozenset({"attribute"})
_PARAMS = frozenset({"leadRecord", "returnLead", "marketoCookie"})
_TRUE, _FALSE = frozenset({"true", "1"}), frozenset({"false", "0"})
_DEFAULT = "Default"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for. Unknown and miscased children are not in it: they are ignored, as at the vendor's."""

    id: str
    email: str
    foreign: tuple[str, str] | None
    cookie: str
    attributes: tuple[tuple[str, str], ...]
    workspace: str
    return_lead: bool


class SyncLead:
    """Answers one syncLead on a world. To be called under the world's lock."""

    def __init__(self, world: World, settings: Settings, note: Note, now: datetime) -> None:
        self._world, self._settings, self._note = world, settings, note
        self._writer = Writer(world, settings, note, now)

    def answer(self, request: Request) -> bytes:
        """Write, and answer. Raises ApiFault, and then nothing has been written."""
        asked = self._read(request)
        fields = self._known_fields(asked)
        self._check_values(asked, fields)
        self._check_workspace(asked)
        lead, by_email = self._find(asked)
        if lead is not None and not by_email and (elsewhere := self._elsewhere(asked, lead)):
            if self._settings.sync_failure_as_status:
                return failed(lead.id, elsewhere)
            raise ApiFault(self._settings.wrong_partition_code, elsewhere)
        status = "CREATED" if lead is None else "UPDATED"
        lead = lead or self._writer.create(self._partition_for_new(asked, fields), asked.email)
        self._write(lead, asked, fields)
        record = lead_record(lead, self._world, self._settings) if asked.return_lead else element("leadRecord", NIL)
        return _answer(lead.id, status, NIL, record)

    def _read(self, request: Request) -> Asked:
        for stray in request.params:
            self._note_stray(stray, _PARAMS)
        record = child(request.params, "leadRecord")
        if record is None:
            raise ApiFault("20104")
        returned = text(request.params, "returnLead").strip()
        if not returned:
            raise ApiFault("20109", "returnLead is required")
        if returned not in _TRUE | _FALSE:
            raise ApiFault("20110", f"returnLead {returned} is not valid")
        for stray in record:
            self._note_stray(stray, _RECORD)
        asked = Asked(
            id=text(record, "Id").strip(),
            email=text(record, "Email").strip(),
            foreign=self._foreign(record),
            cookie=text(request.params, "marketoCookie").strip(),
            attributes=self._attributes(record),
            workspace=text(request.context, "targetWorkspace").strip(),
            return_lead=returned in _TRUE,
        )
        if not (asked.id or asked.email or asked.foreign or asked.cookie):
            raise ApiFault(self._settings.no_key_code)
        return asked

    def _note_stray(self, stray: etree._Element, known: frozenset[str]) -> None:
        if stray.tag not in known:
            self._note(f"ignored child {stray.tag!s}")

    def _foreign(self, record: etree._Element) -> tuple[str, str] | None:
        foreign, kind = text(record, "ForeignSysPersonId").strip(), text(record, "ForeignSysType").strip()
        if not foreign:
            return None
        if not kind and not self._settings.type_may_be_missing:
            raise ApiFault(self._settings.missing_type_code, "ForeignSysType is required with ForeignSysPersonId")
        if kind and kind not in _TYPES:
            raise ApiFault("20110", f"ForeignSysType {kind} is not valid")
        return kind or "CUSTOM", foreign

    def _attributes(self, record: etree._Element) -> tuple[tuple[str, str], ...]:
        listed = child(record, "leadAttributeList")
        pairs = []
        for attribute in () if listed is None else listed:
            self._note_stray(attribute, _ATTRIBUTES)
            if attribute.tag not in _ATTRIBUTES:
                continue
            if child(attribute, "attrName") is None or child(attribute, "attrValue") is None:
                raise ApiFault("20109", "attrName and attrValue are required")
            pairs.append((text(attribute, "attrName"), text(attribute, "attrValue")))
        return tuple(pairs)

    def _known_fields(self, asked: Asked) -> dict[str, Field]:
        """The fields of the attributes by the names sent. One unknown name rejects the whole call."""
        fields = self._world.fields
        if not self._settings.names_case_matters:
            fields = {name.casefold(): one for name, one in fields.items()}
        found = {name: fields.get(self._spelling(name)) for name, _ in asked.attributes}
        unknown = [name for name, one in found.items() if one is None]
        if unknown:
            names = self._settings.names_separator.join(unknown)
            raise ApiFault("20105", f"syncLead operation failed: unknown fields for import: {names}")
        return {name: one for name, one in found.items() if one is not None}

    def _spelling(self, name: str) -> str:
        return name if self._settings.names_case_matters else name.casefold()

    def _check_values(self, asked: Asked, fields: dict[str, Field]) -> None:
        for name, value in asked.attributes:
            one = fields[name]
            if (one.read_only or one.update_blocked) and self._settings.read_only is ReadOnly.FAULT:
                raise ApiFault("20110", f"Field {name} cannot be updated")
            fits = not value or is_value(value, one.type, one.length)
            if not fits and self._settings.bad_value is not BadValue.IGNORE:
                raise ApiFault(self._settings.bad_value.value, f"Invalid value for field {name}")

    def _check_workspace(self, asked: Asked) -> None:
        if not asked.workspace:
            return
        name = self._workspace(asked.workspace)
        if name is None or (not self._settings.workspaces and name != _DEFAULT):
            raise ApiFault(self._settings.unknown_workspace_code, f"Workspace {asked.workspace} is not valid")

    def _workspace(self, typed: str) -> str | None:
        if self._settings.workspace_case_matters:
            return typed if typed in self._world.workspaces else None
        return next((name for name in self._world.workspaces if name.casefold() == typed.casefold()), None)

    def _find(self, asked: Asked) -> tuple[Lead | None, bool]:
        """The lead that is meant, and whether its address alone told.

        Goes by Id before all, then by foreign id; between cookie and address a switch decides.
        """
        if asked.id:
            by_id = self._world.by_id(asked.id)
            if by_id is None:
                raise ApiFault(self._settings.unknown_id_code, f"No lead found with IDNUM = {asked.id}")
            return by_id, False
        by_email = next(iter(self._world.by_email(asked.email)), None)
        if asked.foreign:
            lead = self._world.by_foreign(*asked.foreign)
            if lead is None and self._settings.foreign_miss is ForeignMiss.UPDATE_BY_EMAIL:
                return by_email, True
            return lead, False
        by_cookie = self._world.by_cookie(asked.cookie) if asked.cookie else None
        if by_email is not None and not (by_cookie and self._settings.cookie_with_email is CookieEmail.COOKIE):
            return by_email, True
        known_to_another = by_cookie is not None and bool(by_cookie.email and asked.email)
        if known_to_another and self._settings.cookie_with_email is CookieEmail.EMAIL:
            return None, False
        return by_cookie, False

    def _elsewhere(self, asked: Asked, lead: Lead) -> str:
        """What is wrong where a lead found by anything but its address is not in the workspace's primary partition."""
        name = self._workspace(asked.workspace) if asked.workspace and self._settings.workspaces else None
        if name is not None and lead.partition != self._world.primary(name):
            return f"Lead {lead.id} is not in the primary partition of workspace {name}"
        return ""

    def _partition_for_new(self, asked: Asked, fields: dict[str, Field]) -> str:
        if not self._settings.workspaces:
            return _DEFAULT
        values = {fields[name].soap: value for name, value in asked.attributes}
        return self._world.assigned(values) or self._world.primary(self._workspace(asked.workspace) or _DEFAULT)

    def _write(self, lead: Lead, asked: Asked, fields: dict[str, Field]) -> None:
        if asked.email:
            lead.email = asked.email
        if asked.foreign and asked.foreign not in lead.foreign[-1:]:
            self._world.give_foreign(lead, *asked.foreign)
        if asked.cookie:
            self._world.give_cookie(lead, asked.cookie)
        for name, value in asked.attributes:
            self._writer.attribute(lead, fields[name], value, clears=self._settings.clearing is Clearing.CLEARS)
        self._writer.done(lead)


def failed(lead_id: int, why: str) -> bytes:
    """The answer with FAILED and a text; when the vendor gives it is not known (facts sheet 4.4)."""
    return _answer(lead_id, "FAILED", why, element("leadRecord", NIL))


def lead_record(lead: Lead, world: World, settings: Settings) -> str:
    """A lead as answers show it: empties left out, attributes by name, types filled in (facts sheet 4.4)."""
    foreign = lead.foreign[-1 if settings.newest_foreign_id_shown else 0] if lead.foreign else None
    attributes = (
        block(
            "attribute",
            element("attrName", name),
            element("attrType", type_word(world.fields[name].type)),
            element("attrValue", spelled(value, world.fields[name].type, settings.boolean_form)),
        )
        for name, value in sorted(lead.attributes.items())
        if value
    )
    return block(
        "leadRecord",
        element("Id", lead.id),
        element("Email", lead.email or NIL),
        element("ForeignSysPersonId", foreign[1] if foreign else NIL),
        element("ForeignSysType", foreign[0] if foreign else NIL),
        block("leadAttributeList", *attributes),
    )


def _answer(lead_id: int, status: str, error: object, record: str) -> bytes:
    sync_status = block("syncStatus", element("leadId", lead_id), element("status", status), element("error", error))
    return message.answer("syncLead", element("leadId", lead_id), sync_status, record)
