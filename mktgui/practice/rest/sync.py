"""Sync Leads: which leads are meant, what is written, and what is said of each record (facts sheet 6.3 and 6.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.fields import RestField, by_name
from mktgui.practice.rest.records import Record, RecordReader, SkipError
from mktgui.practice.rest.users import ApiUser
from mktgui.practice.settings import Reasons, Settings
from mktgui.practice.world import Lead, World
from mktgui.practice.write import Note, Writer

MOST_RECORDS = 300
_DEFAULT = "Default"


class Action(StrEnum):
    """What to do with records whose lead is there, or is not."""

    CREATE_OR_UPDATE = "createOrUpdate"
    CREATE_ONLY = "createOnly"
    UPDATE_ONLY = "updateOnly"
    CREATE_DUPLICATE = "createDuplicate"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `lookup` is None where nothing is looked up, `partition` empty where none counts."""

    action: Action
    lookup: RestField | None
    partition: str
    records: tuple[Mapping[str, object], ...]


class SyncLeads:
    """Answers one request on a world. To be called under the world's lock."""

    def __init__(self, world: World, settings: Settings, user: ApiUser, note: Note, now: datetime) -> None:
        self._world, self._settings, self._user, self._note = world, settings, user, note
        self._writer = Writer(world, settings, note, now)
        self._fields = by_name(world)

    def answer(self, body: object) -> list[dict[str, object]]:
        """Write, and say what became of each record, in their order. Raises RestError, and then nothing was written."""
        order = read_order(body, self._fields)
        reader = RecordReader(self._fields, order.lookup, self._settings, self._note)
        return [self._one(order, reader, values) for values in order.records]

    def _one(self, order: Order, reader: RecordReader, values: Mapping[str, object]) -> dict[str, object]:
        try:
            record = reader.read(values)
            lead = self._find(order, record)
            status = "created" if lead is None else "updated"
            if lead is None:
                partition = self._partition_for_new(order, record)
                lead = self._writer.create(partition, record.texts.get("Email", ""))
            self._write(lead, record)
        except SkipError as problem:
            return skipped(problem, self._settings)
        return {"id": lead.id, "status": status}

    def _find(self, order: Order, record: Record) -> Lead | None:
        """The lead to update, or None to create one. Raises SkipError."""
        found = self._candidates(order, record)
        visible = [lead for lead in found if self._sees(lead.partition)]
        if order.action is Action.CREATE_ONLY and found:
            raise SkipError(RestError("1005"), lead_id=found[0].id)
        if len(visible) > 1:
            raise SkipError(RestError("1007"))
        if not found and order.action is Action.UPDATE_ONLY:
            raise SkipError(RestError("1004", f"Lead '{record.key}' not found"))
        if found and not visible:
            raise SkipError(RestError("1008", "Access to the partition of the lead denied"))
        lead = next(iter(visible), None)
        if lead is not None and order.partition and order.action is not Action.UPDATE_ONLY:
            self._check_partition(order.partition, lead)
        return lead

    def _candidates(self, order: Order, record: Record) -> list[Lead]:
        world, lookup = self._world, order.lookup
        if order.action is Action.CREATE_ONLY:
            return world.by_email(record.texts.get("Email", ""))
        if lookup is None:
            return []
        if lookup.name == "id":
            return [lead for lead in (world.by_id(record.key),) if lead is not None]
        if lookup.name == "email":
            return world.by_email(record.key)
        return world.by_attribute(lookup.soap, record.key)

    def _sees(self, partition: str) -> bool:
        return not self._settings.workspaces or partition in self._user.partitions(self._world)

    def _allow(self, partition: str) -> None:
        known = (_DEFAULT,) if not self._settings.workspaces else self._user.partitions(self._world)
        if partition not in known:
            raise SkipError(RestError("1008", f"Access to partition '{partition}' denied"))

    def _check_partition(self, partition: str, lead: Lead) -> None:
        self._allow(partition)
        if self._settings.workspaces and lead.partition != partition:
            raise SkipError(RestError("1010", f"Lead is not in partition '{partition}'"), lead_id=lead.id)

    def _partition_for_new(self, order: Order, record: Record) -> str:
        named = "" if order.action is Action.CREATE_DUPLICATE else order.partition
        if named:
            self._allow(named)
        if not self._settings.workspaces:
            return _DEFAULT
        by_rule = self._world.assigned(record.texts)
        if named:
            return by_rule if by_rule and self._settings.rest_rules_win else named
        usual = by_rule or _DEFAULT
        if self._settings.rest_partition_needed or not self._sees(usual):
            raise SkipError(RestError("1009"))
        return usual

    def _write(self, lead: Lead, record: Record) -> None:
        for one in self._fields.values():
            if one.own is not None and one.soap in record.texts:
                self._writer.attribute(lead, one.own, record.texts[one.soap])
        self._writer.done(lead)


def read_order(body: object, fields: Mapping[str, RestField]) -> Order:
    """What a body asks for. Raises RestError 609, 1002, 1003, 1006 and 1011."""
    if not isinstance(body, dict):
        raise RestError("609", "Invalid JSON: an object is required")
    action = _action(body.get("action"))
    return Order(action, _lookup(body.get("lookupField"), action, fields), _partition(body), _records(body))


def _action(value: object) -> Action:
    if value is None:
        return Action.CREATE_OR_UPDATE
    if value not in list(Action):
        raise RestError("1003", f"Invalid value for 'action': {str(value)[:100]}")
    return Action(str(value))


def _lookup(value: object, action: Action, fields: Mapping[str, RestField]) -> RestField | None:
    name = "email" if value is None else value
    if not isinstance(name, str):
        raise RestError("1003", "Invalid value for 'lookupField'")
    if name not in fields:
        raise RestError("1006", f"Lookup field '{name}' not found")
    if not fields[name].searchable:
        raise RestError("1011", f"Lookup field '{name}' is not supported")
    if name == "id" and action is not Action.UPDATE_ONLY:
        raise RestError("1003", f"Lookup field 'id' is not allowed for {action}")
    return fields[name] if action in {Action.CREATE_OR_UPDATE, Action.UPDATE_ONLY} else None


def _partition(body: Mapping[str, object]) -> str:
    partition = body.get("partitionName")
    if partition is None:
        return ""
    if not isinstance(partition, str):
        raise RestError("1003", "Invalid value for 'partitionName'")
    return partition


def _records(body: Mapping[str, object]) -> tuple[Mapping[str, object], ...]:
    records = body.get("input")
    if records is None:
        raise RestError("1002", "Missing value for required parameter 'input'")
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        raise RestError("1003", "Invalid value for 'input': an array of objects is required")
    if not 1 <= len(records) <= MOST_RECORDS:
        raise RestError("1003", f"Invalid value for 'input': 1 to {MOST_RECORDS} records are allowed")
    return tuple(records)


def skipped(problem: SkipError, settings: Settings) -> dict[str, object]:
    """What is said of a record that is skipped, in the way that this instance has (facts sheet 6.5 and 9.2)."""
    reasons = [{"code": code_of(one, settings), "message": one.message} for one in problem.reasons]
    said: dict[str, object] = {"status": "skipped"}
    if settings.rest_skipped_id and problem.lead_id is not None:
        said["id"] = problem.lead_id
    if settings.rest_reasons is Reasons.ONE:
        return {**said, "reason": reasons[0]}
    return {**said, "reasons": reasons}


def code_of(problem: RestError, settings: Settings) -> str | int:
    """A code as this instance writes it: the vendor's are strings of digits."""
    return int(problem.code) if settings.rest_codes_as_numbers else problem.code
