"""The types that a field can have, whichever way a catalogue spells them."""

from enum import StrEnum


class FieldType(StrEnum):
    """What a field takes (facts sheet 4.5)."""

    STRING = "string"
    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    SCORE = "score"
    CURRENCY = "currency"
    PERCENT = "percent"
    FLOAT = "float"
    DATE = "date"
    DATETIME = "datetime"
    REFERENCE = "reference"
    FORMULA = "formula"


_BY_WORD = {one.value: one for one in FieldType} | {"textarea": FieldType.TEXT, "double": FieldType.FLOAT}


def field_type(word: str) -> FieldType | None:
    """The type by its word in a catalogue or an answer: `dateTime` and `datetime` are one. None for any other word."""
    return _BY_WORD.get(word) or _BY_WORD.get(word.strip().casefold())
