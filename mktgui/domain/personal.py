"""Which values of a call and its answer tell something of a person, and of what kind they are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import Answer, Found, Synced
from mktgui.domain.calls import Call, GetLead, LookupKey, SyncLead
from mktgui.domain.lead import LeadRecord


class PersonalKind(StrEnum):
    """What a value tells. PLAIN is what hardly tells who somebody is; all others are masked unless a person says no."""

    EMAIL = "email"
    FIRST_NAME = "first-name"
    MIDDLE_NAME = "middle-name"
    LAST_NAME = "last-name"
    FULL_NAME = "full-name"
    PHONE = "phone"
    ADDRESS = "address"
    PLACE = "place"
    POSTAL_CODE = "postal-code"
    BIRTH_DATE = "birth-date"
    COMPANY = "company"
    WEB_ADDRESS = "web-address"
    NETWORK_ADDRESS = "network-address"
    LEAD_ID = "lead-id"
    FOREIGN_ID = "foreign-id"
    COOKIE = "cookie"
    TEXT = "text"
    PLAIN = "plain"


Kind = PersonalKind

ID, EMAIL, FOREIGN_ID, COOKIE = "Id", "Email", "ForeignSysPersonId", "marketoCookie"

# By name in any case; the SOAP and the REST name of a field are the same then (facts sheet 7).
_BY_NAME = {
    Kind.EMAIL: "email leadowneremail",
    Kind.FIRST_NAME: "firstname",
    Kind.MIDDLE_NAME: "middlename",
    Kind.LAST_NAME: "lastname",
    Kind.FULL_NAME: "name fullname displayname",
    Kind.PHONE: "phone mobilephone mainphone fax inferredphoneareacode",
    Kind.ADDRESS: "address billingstreet street",
    Kind.PLACE: "city billingcity state billingstate inferredcity inferredstateregion inferredmetropolitanarea",
    Kind.POSTAL_CODE: "postalcode billingpostalcode inferredpostalcode",
    Kind.BIRTH_DATE: "dateofbirth birthdate birthday",
    Kind.COMPANY: "company inferredcompany site",
    Kind.WEB_ADDRESS: "website",
    Kind.NETWORK_ADDRESS: "anonymousip",
    Kind.LEAD_ID: "id leadid idnum",
    Kind.FOREIGN_ID: "foreignsyspersonid sfdcaccountid sfdccontactid sfdcleadid sfdcleadownerid sfdcopptyid",
    Kind.COOKIE: "marketocookie cookie",
    Kind.PLAIN: (
        "title industry country billingcountry inferredcountry leadstatus leadsource leadrole rating department "
        "siccode salutation annualrevenue numberofemployees leadscore unsubscribed donotcall emailinvalid isanonymous "
        "priority relativescore urgency createdat updatedat foreignsystype leadpartitionid "
        "jigsawcontactid jigsawcontactstatus"
    ),
}
_KINDS = {name: kind for kind, names in _BY_NAME.items() for name in names.split()}
_KINDS |= {"marketo jigsaw contact id": Kind.PLAIN, "marketo jigsaw contact status": Kind.PLAIN}
_BY_TYPE = {"email": Kind.EMAIL, "phone": Kind.PHONE, "url": Kind.WEB_ADDRESS} | dict.fromkeys(
    ("boolean", "integer", "score", "currency", "percent", "float", "date", "datetime", "reference", "formula"),
    Kind.PLAIN,
)
_BY_ENDING = {"displayname": Kind.FULL_NAME, "url": Kind.WEB_ADDRESS}

# Where no type is known: truth values and short numbers tell nothing of a person.
_PLAIN_SHAPE = re.compile(r"true|false|yes|no|[+-]?[0-9]{1,4}(\.[0-9]+)?", re.IGNORECASE)
_LEAD_KEYS = frozenset({LookupKey.IDNUM, LookupKey.COOKIE, LookupKey.EMAIL})
_EMAIL_SHAPE = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One value where it was seen. `person` counts from 0 in order of appearance."""

    field: str
    text: str
    kind: PersonalKind
    person: int


def kind_of(field: str, type_word: str = "", text: str = "") -> PersonalKind:
    """What a field tells: by its name, else by its type (facts sheet 4.5), else by the looks of its value."""
    name = field.strip().casefold()
    ending = next((kind for end, kind in _BY_ENDING.items() if name.removesuffix("__c").endswith(end)), None)
    known = _KINDS.get(name) or _BY_TYPE.get(type_word.strip().casefold()) or ending
    if known is not None:
        return known
    if _EMAIL_SHAPE.fullmatch(text.strip()):
        return Kind.EMAIL
    return Kind.PLAIN if not type_word.strip() and _PLAIN_SHAPE.fullmatch(text.strip()) else Kind.TEXT


def sightings(call: Call, answer: Answer | None = None, types: Mapping[str, str] | None = None) -> Iterator[Sighting]:
    """Every value that is not empty, the request's first. `types` gives what is known of the types of fields by name.

    One that comes with the answer counts for more, and is used for the request too, which tells none.
    """
    records = _records(answer)
    known = dict(types or {}) | {one.name: one.type.text for record in records for one in record.attributes}
    people = _People(_same_people(call, answer, records))
    if isinstance(call, SyncLead):
        yield from _of_request(call, people, known)
    elif isinstance(call, GetLead):
        yield from _of_question(call, people)
    if isinstance(answer, Synced):
        yield from _seen(((ID, answer.lead_id.text),), 0, known)
    for record in records:
        # What a syncLead returns is the lead it was about, whatever it is called now.
        person = 0 if isinstance(answer, Synced) else people.who(*_names(record))
        yield from _seen(_of_record(record), person, known)


class _People:
    """Tells people apart, by names of which each list is one person's: whoever shares one is the same."""

    def __init__(self, same: Iterable[tuple[str, ...]]) -> None:
        self._groups: dict[str, set[str]] = {}
        self._numbers: dict[str, int] = {}  # in order of appearance
        self._count = 0
        for names in same:
            keys = _folded(names)
            group = keys.union(*(self._groups.get(key, ()) for key in keys))
            self._groups.update(dict.fromkeys(group, group))

    def who(self, *names: str) -> int:
        """The number of the person who has one of these names; a new one where nobody does."""
        keys = _folded(names)
        person = next((self._numbers[key] for key in keys if key in self._numbers), None)
        if person is None:
            person, self._count = self._count, self._count + 1
        for key in keys:
            self._numbers.update(dict.fromkeys(self._groups.get(key, {key}), person))
        return person


def _folded(names: tuple[str, ...]) -> set[str]:
    return {name.strip().casefold() for name in names if name.strip()}


def _same_people(call: Call, answer: Answer | None, records: tuple[LeadRecord, ...]) -> Iterator[tuple[str, ...]]:
    """The names that belong together."""
    yield from (_names(record) for record in records)
    if isinstance(call, SyncLead):
        # Where leads stand beside a send, the first is the one it was about, as it was before.
        first = _names(records[0]) if records and not isinstance(answer, Synced) else ()
        yield (*_names_sent(call), *first)
    elif isinstance(call, GetLead) and call.key in _LEAD_KEYS and len(records) == 1:
        yield (call.value, *_names(records[0]))


def _names(record: LeadRecord) -> tuple[str, ...]:
    """By what a lead of an answer is known. One that was read out of a message has its identifiers as fields."""
    fields = {one.name.strip().casefold(): one.value.text for one in record.attributes}
    identifiers = (record.id.text or fields.get("id", ""), record.email.text or fields.get("email", ""))
    return (*identifiers, record.foreign_id.text or fields.get(FOREIGN_ID.casefold(), ""))


def _names_sent(call: SyncLead) -> tuple[str, ...]:
    number = "" if call.marketo_id is None else str(call.marketo_id)
    return number, call.email or "", call.foreign_id or "", call.cookie or ""


def _records(answer: Answer | None) -> tuple[LeadRecord, ...]:
    if isinstance(answer, Synced):
        return () if answer.record is None else (answer.record,)
    return answer.records if isinstance(answer, Found) else ()


def _of_request(call: SyncLead, people: _People, types: Mapping[str, str]) -> Iterator[Sighting]:
    person = people.who(*_names_sent(call))
    identifiers = (
        (ID, "" if call.marketo_id is None else str(call.marketo_id)),
        (EMAIL, call.email or ""),
        (field_of_foreign_id(call), call.foreign_id or ""),
        (COOKIE, call.cookie or ""),
    )
    yield from _seen((*identifiers, *((one.name, one.value) for one in call.attributes)), person, types)


def field_of_foreign_id(call: SyncLead) -> str:
    """Where the foreign id of a call stands: over REST in the field by which the lead is looked up."""
    return call.lookup_field if call.lookup_field not in {"", "id", "email"} else FOREIGN_ID


def field_of_key(key: str) -> str:
    """The field that a key of getLead looks at, by its word on the wire (facts sheet 2.5)."""
    fields = {LookupKey.IDNUM: ID, LookupKey.COOKIE: COOKIE, LookupKey.EMAIL: EMAIL, LookupKey.LEADOWNEREMAIL: EMAIL}
    try:
        return fields.get(LookupKey(key), FOREIGN_ID)
    except ValueError:
        return key


def _of_question(call: GetLead, people: _People) -> Iterator[Sighting]:
    is_person = call.key in _LEAD_KEYS or call.key is LookupKey.LEADOWNEREMAIL
    person = people.who(call.value) if is_person else 0  # an account or an opportunity is nobody
    yield from _seen(((field_of_key(call.key.value), call.value),), person, {})


def _of_record(record: LeadRecord) -> tuple[tuple[str, str], ...]:
    identifiers = ((ID, record.id.text), (EMAIL, record.email.text), (FOREIGN_ID, record.foreign_id.text))
    return (*identifiers, *((one.name, one.value.text) for one in record.attributes))


def _seen(pairs: tuple[tuple[str, str], ...], person: int, types: Mapping[str, str]) -> Iterator[Sighting]:
    for field, text in pairs:
        if text.strip():
            yield Sighting(field, text, kind_of(field, types.get(field, ""), text), person)
