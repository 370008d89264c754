"""The leads, fields, partitions and workspaces of the practice Marketo, and how a lead is found in them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a lead. `length` is in characters, None where the type has none. Not all have a name over REST."""

    soap: str
    rest: str
    en: str
    zh: str
    type: str
    length: int | None = None
    read_only: bool = False
    update_blocked: bool = False
    custom: bool = False


@dataclass(slots=True, kw_only=True)
class Lead:
    """One lead. `foreign` holds (type, id) pairs, the newest last; attributes that are unset are not in the dict.

    `created` and `updated` are moments like 2026-03-14T16:26:53Z, empty where nobody has written since the world began.
    """

    id: int
    email: str = ""
    partition: str = "Default"
    foreign: list[tuple[str, str]] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """An assignment rule: a new lead with this value in this field goes to this partition."""

    field: str
    value: str
    partition: str


@dataclass(slots=True)
class World:
    """Everything there is. Changed only under the lock of whoever owns it."""

    fields: dict[str, Field]
    workspaces: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    owners: dict[str, str]
    leads: dict[int, Lead]

    @classmethod
    def bundled(cls) -> "World":
        """A fresh copy of the world that ships with the program."""
        return cls.read(json.loads((files("mktgui.resources") / "practice" / "world.json").read_text("utf-8")))

    @classmethod
    def read(cls, values: dict[str, Any]) -> "World":
        """A world from JSON values of the shape that `generate.world` makes."""
        leads = [Lead(**{**one, "foreign": [(pair[0], pair[1]) for pair in one["foreign"]]}) for one in values["leads"]]
        return cls(
            fields={one["soap"]: Field(**one) for one in values["fields"]},
            workspaces={one["name"]: tuple(one["partitions"]) for one in values["workspaces"]},
            rules=tuple(Rule(**one) for one in values["rules"]),
            owners={one["email"]: one["id"] for one in values["owners"]},
            leads={lead.id: lead for lead in leads},
        )

    def by_id(self, text: str) -> Lead | None:
        """The lead with this number; none where the text is not one."""
        return self.leads.get(int(text)) if re.fullmatch(r"[0-9]{1,10}", text) else None

    def by_email(self, email: str) -> list[Lead]:
        """All leads with this address in any case, the most recently added first."""
        wanted = email.casefold()
        return self._newest(lead for lead in self.leads.values() if lead.email.casefold() == wanted and lead.email)

    def by_attribute(self, name: str, text: str) -> list[Lead]:
        """All leads with this value in this field, by SOAP name, in any case, the most recently added first."""
        wanted = text.casefold()
        return self._newest(
            lead for lead in self.leads.values() if lead.attributes.get(name, "").casefold() == wanted and wanted
        )

    def by_foreign(self, kind: str, text: str) -> Lead | None:
        """The one lead with this foreign id."""
        return next((lead for lead in self.leads.values() if (kind, text) in lead.foreign), None)

    def by_cookie(self, cookie: str) -> Lead | None:
        """The one lead with this cookie."""
        return next((lead for lead in self.leads.values() if cookie in lead.cookies), None)

    def by_sfdc_prefix(self, text: str, prefix: str) -> list[Lead]:
        """The leads with this Salesforce id, 15 characters of it being enough, if it is of the kind of the prefix."""
        return self._newest(
            lead
            for lead in self.leads.values()
            for kind, one in lead.foreign
            if kind == "SFDC" and one.startswith(prefix) and one[:15] == text[:15]
        )

    def give_foreign(self, lead: Lead, kind: str, text: str) -> None:
        """Assign a foreign id to a lead, away from whoever had it (facts sheet 4.2)."""
        for other in self.leads.values():
            if (kind, text) in other.foreign:
                other.foreign.remove((kind, text))
        lead.foreign.append((kind, text))

    def give_cookie(self, lead: Lead, cookie: str) -> None:
        """Point a cookie at a lead, away from whoever had it."""
        for other in self.leads.values():
            if cookie in other.cookies:
                other.cookies.remove(cookie)
        lead.cookies.append(cookie)

    def add(self, partition: str) -> Lead:
        """A new, empty lead with the next free number."""
        lead = Lead(id=max(self.leads, default=0) + 1, partition=partition)
        self.leads[lead.id] = lead
        return lead

    @property
    def partitions(self) -> tuple[str, ...]:
        """Every partition once, in the order of the workspaces; REST numbers them from 1 (facts sheet 4.3)."""
        return tuple(dict.fromkeys(name for names in self.workspaces.values() for name in names))

    def assigned(self, values: Mapping[str, str]) -> str:
        """The partition that an assignment rule has for these values, by SOAP name; empty where none has."""
        return next((rule.partition for rule in self.rules if values.get(rule.field) == rule.value), "")

    def primary(self, workspace: str) -> str:
        """The primary partition of a workspace. Raises KeyError."""
        return self.workspaces[workspace][0]

    @staticmethod
    def _newest(leads: Iterable[Lead]) -> list[Lead]:
        return sorted({lead.id: lead for lead in leads}.values(), key=lambda lead: -lead.id)
