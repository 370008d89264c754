"""What the attribute table lists: one line for each field of the lead, and one for each name it does not have."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mktgui.domain.catalogue import lock_of
from mktgui.domain.draft import KEEP, EditKind
from mktgui.domain.kinds import Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mktgui.domain.answers import FieldDescription
    from mktgui.domain.catalogue import Catalogue, Lock
    from mktgui.domain.draft import Edit
    from mktgui.domain.findings import Finding
    from mktgui.domain.lead import LeadRecord, Value

IDENTIFIERS = ("Id", "Email", "ForeignSysPersonId", "ForeignSysType")
NOWHERE = -1


class FieldWords(Protocol):
    """What fields and their types are called in the language of the window."""

    def label(self, field: "FieldDescription | str", /) -> str:
        """The friendly name of a field; of a bare API name where nothing more is known."""
        ...

    def type_word(self, kind: str, /) -> str:
        """A short word for a type as describeMObject or an answer names it; empty for none."""
        ...


class OwnWords:
    """The words that Marketo itself uses."""

    def label(self, field: "FieldDescription | str") -> str:
        return field if isinstance(field, str) else field.label or field.name

    def type_word(self, kind: str) -> str:
        return kind


OWN_WORDS = OwnWords()


@dataclass(slots=True, eq=False, repr=False)
class Line:
    """One line of the table. What the draft says of it (`row`, `edit`, `told`) is kept in step by the model.

    `type` is the wire's word. `now` is None where no lead has been read. `row` is its number in the draft and `place`
    the one on the screen, both `NOWHERE` where it has none. A line that is no field was added by hand, or pasted.
    """

    name: str
    label: str = ""
    type: str = ""
    type_word: str = ""
    now: "Value | None" = None
    lock: "Lock | None" = None
    is_field: bool = False
    is_identifier: bool = False
    favourite: bool = False
    row: int = NOWHERE
    edit: "Edit" = KEEP
    told: tuple["Finding", ...] = ()
    shown: bool = True
    place: int = NOWHERE
    found_by: str = ""

    @property
    def is_locked(self) -> bool:
        """Whether its new value cannot be typed."""
        return self.is_identifier or self.lock is not None

    @property
    def is_changed(self) -> bool:
        """Whether it is marked to be sent."""
        return self.edit.kind is not EditKind.KEEP

    @property
    def is_blank(self) -> bool:
        """Whether the lead has no text here, and nothing speaks for showing it nevertheless."""
        empty = self.now is None or self.now.presence is not Presence.TEXT
        return empty and self.is_field and not self.is_changed and not self.favourite

    def become(self, other: "Line") -> None:
        """Take over what another line says of the field, and keep what the draft says of it."""
        self.label, self.type, self.type_word, self.found_by = other.label, other.type, other.type_word, other.found_by
        self.now, self.lock, self.is_identifier, self.favourite = (
            other.now,
            other.lock,
            other.is_identifier,
            other.favourite,
        )

    def reads_like(self, other: "Line") -> bool:
        """Whether another line says the same of the field, whatever the draft says of it."""
        return (
            self.now == other.now
            and self.favourite == other.favourite
            and self.lock is other.lock
            and (self.label, self.type, self.type_word) == (other.label, other.type, other.type_word)
            and self.found_by == other.found_by
            and self.is_identifier == other.is_identifier
        )

    def matches(self, folded: str) -> bool:
        """Whether label, name, the value now or the new one contain this text, given in folded case."""
        by_field = self.found_by or self.name.casefold()
        return folded in by_field or (bool(self.edit.text) and folded in self.edit.text.casefold())


def lines_of(
    record: "LeadRecord | None", catalogue: "Catalogue", words: FieldWords, favourites: frozenset[str]
) -> list[Line]:
    """A line for each identifier of the record, then one for each field of either: favourites first, then by label."""
    lines = [*_described(record, catalogue, words), *_only_read(record, catalogue, words)]
    for line in lines:
        line.favourite = line.name in favourites
    lines.sort(key=_in_order)
    lines = [
        *_identifiers(record, catalogue, words),
        *(line for line in lines if line.favourite),
        *(line for line in lines if not line.favourite),
    ]
    for line in lines:
        line.is_field = True
        line.found_by = f"{line.label}\n{line.name}\n{line.now.text if line.now else ''}".casefold()
    return lines


def put_first(lines: list[Line], line: Line, *, favourite: bool) -> None:
    """Make a line of these a favourite, or one no longer, and put it where `lines_of` would have it."""
    lines.remove(line)
    line.favourite = favourite
    first = next((at for at, one in enumerate(lines) if not one.is_identifier), len(lines))
    others = next((at for at, one in enumerate(lines) if at >= first and not one.favourite), len(lines))
    low, high = (first, others) if favourite else (others, len(lines))
    lines.insert(bisect_right(lines, _in_order(line), low, high, key=_in_order), line)


def _in_order(line: Line) -> bytes:
    """By label. In one text, because to compare two of them takes Python from all other threads.

    By letter in either case, then Chinese by its sound, as a dictionary does.

    GB 18030 numbers the 3,755 most common characters in that order, where Unicode goes by their radicals.
    """
    return f"{line.label}\0{line.name}".casefold().encode("gb18030", errors="replace")


def _identifiers(record: "LeadRecord | None", catalogue: "Catalogue", words: FieldWords) -> "Iterator[Line]":
    """By the name that the API of the catalogue has for each: over REST they are fields like others."""
    from mktgui.domain.lead import value_of  # noqa: PLC0415 - not for the first paint

    for own in IDENTIFIERS if record else ():
        value = value_of(record, own) if record else None
        name = own if own in catalogue.by_name or "email" not in catalogue.by_name else own.lower()
        if value is not None and value.presence is Presence.TEXT:
            yield Line(name, words.label(catalogue.by_name.get(name) or name), now=value, is_identifier=True)


def _described(record: "LeadRecord | None", catalogue: "Catalogue", words: FieldWords) -> "Iterator[Line]":
    from mktgui.domain.lead import ABSENT  # noqa: PLC0415 - not for the first paint

    absent = ABSENT if record else None
    values = {one.name: one.value for one in reversed(record.attributes)} if record and catalogue.attributes else {}
    for field in catalogue.attributes:
        now, word = values.get(field.name, absent), words.type_word(field.type)
        yield Line(field.name, words.label(field), field.type, word, now, lock_of(field))


def _only_read(record: "LeadRecord | None", catalogue: "Catalogue", words: FieldWords) -> "Iterator[Line]":
    seen, type_words = set(catalogue.by_name), dict[str, str]()
    for one in record.attributes if record else ():
        if one.name not in seen:
            seen.add(one.name)
            kind, lock = one.type.text, catalogue.lock(one.name)
            if kind not in type_words:  # of 50,000 fields there are a dozen
                type_words[kind] = words.type_word(kind)
            yield Line(one.name, words.label(one.name), kind, type_words[kind], one.value, lock)


def folded_names(fields: "Iterable[Line]") -> dict[str, str]:
    """API names and labels in folded case, each with the one name it can mean. A name beats a label."""
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    for line in fields:
        _add_meaning(names, line.name, line.name)
        _add_meaning(labels, line.label, line.name)
    return {text: name for text, name in (labels | names).items() if name}


def _add_meaning(meanings: dict[str, str], text: str, name: str) -> None:
    """What means several names means none."""
    folded = text.casefold()
    meanings[folded] = name if meanings.get(folded, name) == name else ""
