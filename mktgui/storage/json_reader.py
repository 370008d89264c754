"""Takes values out of an object of a JSON file, and notes in sentences what is not as it should be."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from mktgui.storage.json_files import Plain

Word = TypeVar("Word", bound=StrEnum)
Usual = TypeVar("Usual")


@dataclass(slots=True)
class Reader:
    """What is left out is the usual. What is there and wrong is the usual too, and a complaint that names the key."""

    plain: Plain
    complaints: list[str] = field(default_factory=list)

    def text(self, key: str, usual: str = "") -> str:
        """Any text."""
        value = self.plain.get(key, usual)
        return value if isinstance(value, str) else self.wrong(key, "must be text", usual)

    def word(self, key: str, usual: Word) -> Word:
        """One of the words of the usual one's type."""
        value = self.plain.get(key, usual.value)
        words = [word.value for word in type(usual)]
        if isinstance(value, str) and value in words:
            return type(usual)(value)
        return self.wrong(key, f"must be one of {', '.join(words)}", usual)

    def truth(self, key: str, *, usual: bool) -> bool:
        """True or false."""
        value = self.plain.get(key, usual)
        return value if isinstance(value, bool) else self.wrong(key, "must be true or false", usual)

    def number(self, key: str, usual: int = 0) -> int:
        """A whole number from 0 on."""
        value = self.plain.get(key, usual)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        return self.wrong(key, "must be a whole number", usual)

    def moment(self, key: str, usual: datetime) -> datetime:
        """A date and a time with its distance from UTC."""
        value = self.plain.get(key)
        must = "must be a time such as 2026-08-01T09:30:00+00:00"
        if not isinstance(value, str):
            return usual if key not in self.plain else self.wrong(key, must, usual)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return self.wrong(key, must, usual)
        return self.wrong(key, must, usual) if moment.tzinfo is None else moment

    def entries(self, key: str) -> list[object]:
        """A list of anything."""
        value = self.plain.get(key, [])
        return value if isinstance(value, list) else self.wrong(key, "must be a list", [])

    def wrong(self, key: str, must: str, usual: Usual) -> Usual:
        """Note it, and go on with the usual."""
        self.complaints.append(f"{key}: {must}")
        return usual
