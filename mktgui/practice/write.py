"""Writing to leads: what a value does in the store, however it came in."""

from collections.abc import Callable
from datetime import UTC, datetime

from mktgui.practice.settings import Settings
from mktgui.practice.values import is_value
from mktgui.practice.world import Field, Lead, World

Note = Callable[[str], None]


class Writer:
    """Writes to the leads of a world at one moment. To be used under the world's lock."""

    def __init__(self, world: World, settings: Settings, note: Note, now: datetime) -> None:
        self._world, self._settings, self._note = world, settings, note
        self._now = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def create(self, partition: str, email: str) -> Lead:
        """A new lead, with what Marketo derives by itself (facts sheet 4.4)."""
        lead = self._world.add(partition)
        lead.created, lead.email = self._now, email
        if self._settings.website_on_create and "@" in email:
            lead.attributes["Website"] = email.rpartition("@")[2]
        return lead

    def attribute(self, lead: Lead, one: Field, value: str, *, clears: bool = True) -> None:
        """Give a field a value; an empty one empties it if it `clears`. What cannot be written is ignored and noted."""
        if one.read_only or one.update_blocked:
            self._note(f"ignored write to {one.soap}")
        elif one.soap == "Email":
            lead.email = value or lead.email
        elif value and is_value(value, one.type, one.length):
            lead.attributes[one.soap] = value
        elif not value and clears:
            lead.attributes.pop(one.soap, None)
        else:
            self._note(f"ignored value of {one.soap}")

    def done(self, lead: Lead) -> None:
        """Remember when it was written."""
        lead.updated = self._now
