"""The words that a draft, its key and its values are sorted by.

Apart from what is made of them, in `lead` and `calls`: the window is laid out by these words before its first paint,
and long before there is a lead or a call.
"""

from enum import StrEnum


class KeyKind(StrEnum):
    """By what a person names a lead (facts sheet 4.2)."""

    MARKETO_ID = "marketo_id"
    EMAIL = "email"
    FOREIGN_ID = "foreign_id"
    COOKIE = "cookie"


class ForeignType(StrEnum):
    """Whose identifier a foreignSysPersonId is; the words are the wire's (facts sheet 2.5)."""

    CUSTOM = "CUSTOM"
    SFDC = "SFDC"
    NETSUITE = "NETSUITE"


class Presence(StrEnum):
    """How an element was there. The wire keeps these apart, so we do."""

    TEXT = "text"
    EMPTY = "empty"
    NIL = "nil"
    ABSENT = "absent"
    NO_LEAD = "no-lead"  # of no answer: there was no lead that could have held anything


class Action(StrEnum):
    """What may become of a lead. Only REST lets one choose (facts sheet 6.3); SOAP always creates or updates."""

    CREATE_OR_UPDATE = "create-or-update"
    UPDATE_ONLY = "update-only"
    CREATE_ONLY = "create-only"


class LookupKey(StrEnum):
    """Keys by which a lead can be read (facts sheet 2.5); there is none for CUSTOM and NETSUITE ids."""

    IDNUM = "IDNUM"
    COOKIE = "COOKIE"
    EMAIL = "EMAIL"
    LEADOWNEREMAIL = "LEADOWNEREMAIL"
    SFDCACCOUNTID = "SFDCACCOUNTID"
    SFDCCONTACTID = "SFDCCONTACTID"
    SFDCLEADID = "SFDCLEADID"
    SFDCLEADOWNERID = "SFDCLEADOWNERID"
    SFDCOPPTYID = "SFDCOPPTYID"
