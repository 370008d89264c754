"""One record of Sync Leads: the texts it wants in the store, and everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.fields import COMPANY, RestField
from mktgui.practice.rest.jsontext import Number
from mktgui.practice.rest.values import to_text, wrong_type
from mktgui.practice.settings import RestReadOnly, Settings
from mktgui.practice.write import Note


class SkipError(Exception):
    """The record is skipped, for one reason or more. `lead_id` is the lead it was about, where there is one."""

    def __init__(self, *reasons: RestError, lead_id: int | None = None) -> None:
        super().__init__("; ".join(reason.code for reason in reasons))
        self.reasons = reasons
        self.lead_id = lead_id


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one record: `texts` by SOAP name for the store, and the key that it is looked up by."""

    texts: Mapping[str, str]
    key: str


class RecordReader:
    """Reads the records of one request. `lookup` is None where nothing is looked up."""

    def __init__(
        self, fields: Mapping[str, RestField], lookup: RestField | None, settings: Settings, note: Note
    ) -> None:
        self._fields, self._lookup, self._settings, self._note = fields, lookup, settings, note

    def read(self, values: Mapping[str, object]) -> Record:
        """Judge every value, before anything is written. Raises SkipError."""
        texts: dict[str, str] = {}
        wrong: list[RestError] = []
        for name, value in values.items():
            try:
                text = self._text(name, value)
            except RestError as problem:
                wrong.append(problem)
            else:
                if text is not None:
                    texts[self._fields[name].soap] = text
        if wrong:
            raise SkipError(*wrong)
        return Record(texts, self._key(values, texts))

    def _text(self, name: str, value: object) -> str | None:
        """The text for the store; None where the value is ignored, and for the id, which only says who is meant."""
        one = self._fields.get(name)
        if one is None:
            raise RestError("1006", f"Field '{name}' not found")
        if name == "id":
            if self._lookup is not one:
                raise RestError("1003", "Field 'id' is only allowed for updateOnly by 'id'")
            return None
        if one.own is None or one.read_only:
            if self._settings.rest_read_only is RestReadOnly.IGNORE:
                self._note(f"ignored write to {name}")
                return None
            raise RestError(self._settings.rest_read_only.value, f"Field '{name}' is read-only")
        if name in COMPANY and not self._settings.rest_company_writable:
            raise RestError("1021", f"Field '{name}' belongs to the company")
        return to_text(value, one.own, typed=self._settings.rest_typed)

    def _key(self, values: Mapping[str, object], texts: Mapping[str, str]) -> str:
        lookup = self._lookup
        if lookup is None:
            return ""
        value = values.get(lookup.name)
        if lookup.name == "id" and value is not None and not isinstance(value, Number):
            raise SkipError(wrong_type(value, "integer"))
        key = value.text if isinstance(value, Number) and lookup.name == "id" else texts.get(lookup.soap, "")
        if not key:
            raise SkipError(RestError("1003", f"Value for lookup field '{lookup.name}' not found"))
        return key
