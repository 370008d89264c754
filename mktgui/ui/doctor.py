"""What to say when a call goes wrong: title, cause and remedy, kept as data in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from importlib.resources import files

from mktgui.domain.answers import Fault
from mktgui.domain.outcome import Failure
from mktgui.domain.visible import beginning, visible

Entries = Mapping[str, Mapping[str, object]]

NO_NUMBER, UNKNOWN_NUMBER = "none", "unknown"
MOST_OF_A_CODE = 40  # characters: what is longer is no number, and still is to fit into a headline


class Repeat(StrEnum):
    """Whether the same request may be sent again."""

    YES = "yes"
    WAIT = "wait"
    NO = "no"
    LOOK_FIRST = "look-first"


@dataclass(frozen=True, slots=True)
class Advice:
    """What happened, why, and what to do next, in the language of the doctor. Plain text.

    `detail` is technical English for whoever helps, empty where there is none.
    """

    title: str
    cause: str
    remedy: str
    repeat: Repeat
    detail: str = ""


class Doctor:
    """Reads `resources/doctor.toml` when first asked: a window that meets no trouble never needs it."""

    def __init__(self, language: str) -> None:
        self._language = language

    def entry_for_failure(self, failure: Failure) -> Advice:
        """The advice where no answer of Marketo's came back."""
        blanks = {
            "place": failure.place or "–",
            "status": "–" if failure.status is None else str(failure.status),
        }
        return replace(self._advice(self._entry_of(failure), blanks), detail=failure.detail)

    def entry_for_fault(self, fault: Fault) -> Advice:
        """The advice for a refusal of Marketo's; a number that nobody has explained yet gets a general one."""
        entries = self._entries["fault"]
        entry = entries[NO_NUMBER] if not fault.code else entries.get(fault.code, entries[UNKNOWN_NUMBER])
        return self._advice(entry, {"code": visible(beginning(fault.code, MOST_OF_A_CODE))})

    def _entry_of(self, failure: Failure) -> object:
        if not failure.is_refusal:
            return self._entries["failure"][failure.kind.value]
        entries = self._entries["refused"]
        return entries.get(str(failure.status), entries[UNKNOWN_NUMBER])

    @cached_property
    def _entries(self) -> Mapping[str, Entries]:
        text = (files("mktgui.resources") / "doctor.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)

    def _advice(self, entry: object, blanks: Mapping[str, str]) -> Advice:
        assert isinstance(entry, dict)  # noqa: S101 - the file is ours, and a test reads every entry of it
        words: Mapping[str, str] = entry[self._language]
        title, cause, remedy = (words[part].format_map(blanks) for part in ("title", "cause", "remedy"))
        return Advice(title, cause, remedy, Repeat(entry["repeat"]))
