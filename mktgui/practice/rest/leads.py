"""Reading leads, by id and by filter, and giving them cookies (facts sheet 6.3)."""

import re
from base64 import b32decode, b32encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.fields import DEFAULTS, KEYS, RestField, by_name, value_of
from mktgui.practice.rest.users import ApiUser
from mktgui.practice.settings import Nulls, Settings, UnknownId
from mktgui.practice.world import Lead, World

MOST_VALUES = MOST_ON_A_PAGE = 300
MOST_MATCHES = 1000
_COOKIE = re.compile(r"id:[^&]+&token:.+", re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,18}")
_PREFIXES = {"sfdcAccountId": "001", "sfdcContactId": "003", "sfdcLeadId": "00Q"}

Parameters = Mapping[str, str]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a result, and the token for the next where there is one."""

    result: list[dict[str, object]]
    next: str = ""


class Leads:
    """Reads the leads that a user may see. To be used under the world's lock."""

    def __init__(self, world: World, settings: Settings, user: ApiUser) -> None:
        self._world, self._settings, self._user = world, settings, user
        self._fields = by_name(world)

    def by_id(self, text: str, parameters: Parameters) -> Page:
        """The lead with this id. Raises RestError 1003, 1004 and 1006."""
        wanted = self._wanted(parameters)
        lead = self._visible(text)
        if lead is not None:
            return Page([self._shown(lead, wanted)])
        if self._settings.rest_unknown_id is UnknownId.EMPTY:
            return Page([])
        raise RestError("1004", f"Lead '{text}' not found")

    def by_filter(self, parameters: Parameters) -> Page:
        """Every lead with one of the values. Raises RestError 1001, 1002, 1003, 1006 and 1011."""
        kind, wanted = parameters.get("filterType", ""), self._wanted(parameters)
        if not kind:
            raise RestError("1002", "Missing value for required parameter 'filterType'")
        finder = self._finder(kind)
        values = [value.strip() for value in parameters.get("filterValues", "").split(",") if value.strip()]
        if not values:
            raise RestError("1002", "Missing value for required parameter 'filterValues'")
        if len(values) > MOST_VALUES:
            raise RestError("1003", f"Invalid value for 'filterValues': at most {MOST_VALUES} are allowed")
        found = {lead.id: lead for value in values for lead in finder(value) if self._sees(lead)}
        if len(found) > MOST_MATCHES:
            raise RestError("1003", f"Too many results match the filter: more than {MOST_MATCHES}")
        shown, following = paged([found[number] for number in sorted(found)], parameters)
        return Page([self._shown(lead, wanted) for lead in shown], following)

    def associate(self, text: str, parameters: Parameters) -> None:
        """Point a cookie at a lead. Raises RestError 1002, 1004 and 1012."""
        cookie = parameters.get("cookie", "")
        if not cookie:
            raise RestError("1002", "Missing value for required parameter 'cookie'")
        lead = self._visible(text)
        if lead is None:
            raise RestError("1004", f"Lead '{text}' not found")
        if not _COOKIE.fullmatch(cookie):
            raise RestError("1012", f"Invalid cookie value '{cookie[:100]}'")
        self._world.give_cookie(lead, cookie)

    def _wanted(self, parameters: Parameters) -> list[RestField]:
        """The fields asked for; the id comes always."""
        listed = parameters.get("fields")
        names = DEFAULTS if not listed else [name.strip() for name in listed.split(",")]
        if "" in names:
            raise RestError("1003", "Invalid value for 'fields'")
        for name in names:
            if name not in self._fields:
                raise RestError("1006", f"Field '{name}' not found")
        return [self._fields[name] for name in dict.fromkeys(("id", *names))]

    def _shown(self, lead: Lead, wanted: list[RestField]) -> dict[str, object]:
        values = {one.name: value_of(lead, one, self._world) for one in wanted}
        if self._settings.rest_nulls is Nulls.LEFT_OUT:
            return {name: value for name, value in values.items() if value is not None}
        return values

    def _sees(self, lead: Lead) -> bool:
        return not self._settings.workspaces or lead.partition in self._user.partitions(self._world)

    def _visible(self, text: str) -> Lead | None:
        lead = self._world.by_id(text)
        return lead if lead is not None and self._sees(lead) else None

    def _finder(self, kind: str) -> Callable[[str], list[Lead]]:
        world = self._world
        if kind in _PREFIXES:
            return lambda value: world.by_sfdc_prefix(value, _PREFIXES[kind])
        one = self._fields.get(kind)
        special: dict[str, Callable[[str], list[Lead]]] = {
            "id": lambda value: [lead for lead in (world.by_id(_whole(value)),) if lead is not None],
            "email": world.by_email,
            "cookies": lambda value: [lead for lead in (world.by_cookie(value),) if lead is not None],
            "leadPartitionId": lambda value: self._in_partition(int(_whole(value))),
            "sfdcLeadOwnerId": self._owned,
        }
        if kind in special:
            return special[kind]
        if kind in KEYS:
            return lambda _value: []
        if one is None or not one.searchable:
            raise RestError("1011", f"Filter field '{kind}' is not supported")
        return lambda value: world.by_attribute(one.soap, value)

    def _in_partition(self, number: int) -> list[Lead]:
        names = self._world.partitions
        wanted = names[number - 1] if 1 <= number <= len(names) else ""
        return [lead for lead in self._world.leads.values() if lead.partition == wanted]

    def _owned(self, owner: str) -> list[Lead]:
        """The one owner of the practice world has everything that came from Salesforce."""
        if owner not in self._world.owners.values():
            return []
        return [lead for lead in self._world.leads.values() if any(kind == "SFDC" for kind, _ in lead.foreign)]


def paged(items: list[Item], parameters: Parameters) -> tuple[list[Item], str]:
    """One page of a list, and the token for the next. Raises RestError 1003."""
    size = parameters.get("batchSize") or str(MOST_ON_A_PAGE)
    if not _NUMBER.fullmatch(size) or not 1 <= int(size) <= MOST_ON_A_PAGE:
        raise RestError("1003", f"Invalid value for 'batchSize': 1 to {MOST_ON_A_PAGE} are allowed")
    start = _start(parameters.get("nextPageToken", ""))
    end = start + int(size)
    return items[start:end], _token(end) if end < len(items) else ""


def _token(start: int) -> str:
    return b32encode(str(start).encode()).decode()


def _start(token: str) -> int:
    if not token:
        return 0
    try:
        text = b32decode(token).decode()
    except ValueError:
        text = ""
    if not _NUMBER.fullmatch(text):
        raise RestError("1003", "Invalid value for 'nextPageToken'")
    return int(text)


def _whole(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        raise RestError("1001", f"Invalid value '{value[:100]}'. Required of type 'integer'")
    return value
