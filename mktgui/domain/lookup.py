"""By which question a lead is looked up before it is changed, and where there is none.

What is not said to hold for any API holds for SOAP; the rules of REST build on the same.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from mktgui.domain.kinds import ForeignType, KeyKind, LookupKey

if TYPE_CHECKING:
    from mktgui.domain.calls import GetLead
    from mktgui.domain.draft import Draft

# Marketo ID beats foreign id beats the rest; whether cookie or e-mail comes first is not documented.
_ORDER = (KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID, KeyKind.COOKIE, KeyKind.EMAIL)
_SALESFORCE = {"003": LookupKey.SFDCCONTACTID, "00q": LookupKey.SFDCLEADID}  # of contacts and of leads
_PLAIN = {
    KeyKind.MARKETO_ID: LookupKey.IDNUM,
    KeyKind.EMAIL: LookupKey.EMAIL,
    KeyKind.COOKIE: LookupKey.COOKIE,
}


class NoLookup(StrEnum):
    """Why a draft's lead cannot be looked up. getLead has no key for foreign ids (facts sheet 2.5 and 4.6).

    The last two are for REST alone.
    """

    NO_KEY = "no-key"
    FOREIGN_CUSTOM = "foreign-custom"
    FOREIGN_NETSUITE = "foreign-netsuite"
    FOREIGN_NO_TYPE = "foreign-no-type"
    SALESFORCE_OTHER = "salesforce-other"  # neither a contact nor a lead by its first three characters
    COOKIE_AND_EMAIL = "cookie-and-email"  # which of them Marketo goes by is not documented
    NO_FOREIGN_FIELD = "no-foreign-field"  # the connection names no field for foreign ids
    COMMA = "holds-comma"  # would end the value of a filter (facts sheet 6.3)


_FOREIGN = {
    "": NoLookup.FOREIGN_NO_TYPE,
    ForeignType.CUSTOM.value: NoLookup.FOREIGN_CUSTOM,
    ForeignType.NETSUITE.value: NoLookup.FOREIGN_NETSUITE,
}


def given_identifiers(draft: "Draft") -> dict[KeyKind, str]:
    """The identifiers as they would go out, empty where there is none."""
    return {
        KeyKind.MARKETO_ID: draft.marketo_id.strip(),
        KeyKind.FOREIGN_ID: draft.foreign_id.strip(),
        KeyKind.COOKIE: draft.cookie.strip(),
        KeyKind.EMAIL: draft.email.strip(),
    }


def winner_of(draft: "Draft") -> KeyKind | None:
    """The key Marketo will go by (facts sheet 4.2), None while there is no identifier at all."""
    given = given_identifiers(draft)
    return next((key for key in _ORDER if given[key]), None)


def question_for(draft: "Draft") -> "GetLead | NoLookup":
    """What to ask to see the lead that Marketo will go by for this draft."""
    given, winner = given_identifiers(draft), winner_of(draft)
    if winner is None:
        return NoLookup.NO_KEY
    if winner is KeyKind.FOREIGN_ID:
        return _by_foreign_id(given[winner], draft.foreign_type)
    if winner is KeyKind.COOKIE and given[KeyKind.EMAIL]:
        return NoLookup.COOKIE_AND_EMAIL
    from mktgui.domain.calls import GetLead  # noqa: PLC0415 - not for the first paint

    return GetLead(_PLAIN[winner], given[winner])


def salesforce_key(text: str) -> LookupKey | None:
    """The key for an id of a Salesforce contact or lead, over any API; None where it is neither."""
    return _SALESFORCE.get(text[:3].casefold())


def _by_foreign_id(text: str, kind: str) -> "GetLead | NoLookup":
    if kind in _FOREIGN:
        return _FOREIGN[kind]
    from mktgui.domain.calls import GetLead  # noqa: PLC0415 - not for the first paint

    key = salesforce_key(text)
    return NoLookup.SALESFORCE_OTHER if key is None else GetLead(key, text)


def same_question(one: "GetLead", other: "GetLead") -> bool:
    """Whether both ask for the same lead: the case of an address does not matter (facts sheet 4.6)."""
    if one.key is LookupKey.EMAIL:
        return other.key is LookupKey.EMAIL and one.value.casefold() == other.value.casefold()
    return one == other
