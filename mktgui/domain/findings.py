"""What the rules have to say about a draft: codes and parameters here, sentences in the window."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """ERROR keeps Send shut; WARNING deserves a second look; NOTE explains."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Spot(StrEnum):
    """Where in the form a finding belongs. The two ROW spots come with a row number."""

    LEAD = "lead"
    MARKETO_ID = "marketo_id"
    EMAIL = "email"
    FOREIGN_ID = "foreign_id"
    FOREIGN_TYPE = "foreign_type"
    COOKIE = "cookie"
    WORKSPACE = "workspace"
    ACTION = "action"
    ROW_NAME = "row_name"
    ROW_VALUE = "row_value"


class Code(StrEnum):
    """Everything that can be found. The part in brackets names the parameters."""

    # at the field
    KEY_EMPTY = "key-empty"  # [key]
    ID_NO_NUMBER = "id-no-number"
    ID_OUT_OF_RANGE = "id-out-of-range"
    EMAIL_HAS_SPACE = "email-has-space"
    EMAIL_NO_AT = "email-no-at"
    FOREIGN_TYPE_MISSING = "foreign-type-missing"
    COOKIE_SHAPE = "cookie-shape"
    TRIMMED = "trimmed"
    CONTROL_CHARACTER = "control-character"  # [character, position]
    NAME_EMPTY = "name-empty"
    NAME_TWICE = "name-twice"  # [name]
    NAME_TWIN = "name-twin"  # [name, twin]
    NAME_STRAY_SPACE = "name-stray-space"
    NAME_IS_IDENTIFIER = "name-is-identifier"  # [name]
    EMAIL_AS_ATTRIBUTE = "email-as-attribute"
    VALUE_STRAY_SPACE = "value-stray-space"
    ROW_NOT_SENT = "row-not-sent"
    # at the field, by what the catalogue says of it
    FIELD_UNKNOWN = "field-unknown"  # [name]
    FIELD_MEANT = "field-meant"  # [name, meant, nearest]: the nearest real names, and the first of them
    FIELD_READ_ONLY = "field-read-only"  # [name]
    FIELD_UPDATE_BLOCKED = "field-update-blocked"  # [name]
    NO_INTEGER = "no-integer"  # these five: [meant], the same as Marketo writes it, where it can be told
    NO_DECIMAL = "no-decimal"
    NO_BOOLEAN = "no-boolean"
    NO_DATE = "no-date"
    NO_DATETIME = "no-datetime"
    DATE_AMBIGUOUS = "date-ambiguous"  # [one, other]: both ways to read it
    DATETIME_NO_ZONE = "datetime-no-zone"  # [local, utc]
    DATETIME_READ = "datetime-read"  # [local, utc, meant]: a note; meant only where it is written otherwise
    TOO_LONG = "too-long"  # [length, limit]: in characters
    TOO_MANY_BYTES = "too-many-bytes"  # [length, limit]
    NO_EMAIL = "no-email"
    NO_URL = "no-url"
    VALUE_AS_NOW = "value-as-now"  # the new value is what the lead has already
    # at the field, because of the API
    ACTION_NOT_OVER_SOAP = "action-not-over-soap"  # [action]
    ACTION_BY_EMAIL_ONLY = "action-by-email-only"  # [key]
    EMAIL_NOT_ASCII = "email-not-ascii"
    KEY_CANNOT_CHANGE = "key-cannot-change"  # another address as an attribute of a lead that is found by address
    COMPANY_FIELD = "company-field"  # [name]
    JSON_VALUE = "json-value"  # [json]
    NO_FOREIGN_FIELD = "no-foreign-field"
    FOREIGN_FIELD_UNKNOWN = "foreign-field-unknown"  # [name]
    NAME_IS_FOREIGN_FIELD = "name-is-foreign-field"  # [name]
    # which lead
    GOES_BY_ID = "goes-by-id"  # [id]
    GOES_BY_FOREIGN_ID = "goes-by-foreign-id"  # [type, id]
    GOES_BY_COOKIE = "goes-by-cookie"
    GOES_BY_EMAIL = "goes-by-email"  # [email]
    NOT_THE_CHOSEN_KEY = "not-the-chosen-key"  # [chosen, winner]
    ID_UNKNOWN_FAILS = "id-unknown-fails"
    UNKNOWN_CREATES = "unknown-creates"  # [key]
    NEWEST_OF_SEVERAL = "newest-of-several"
    COOKIE_OR_EMAIL = "cookie-or-email"
    GOES_BY_FIELD = "goes-by-field"  # [field, id]
    GOES_BY_WHAT_IS_FOUND = "goes-by-what-is-found"  # [key]: looked up by it, changed by Marketo ID
    ID_UNKNOWN_IS_SKIPPED = "id-unknown-is-skipped"
    UNKNOWN_IS_SKIPPED = "unknown-is-skipped"  # [key]
    UNKNOWN_CANNOT_CREATE = "unknown-cannot-create"  # [key]
    KNOWN_IS_SKIPPED = "known-is-skipped"  # [key]
    SEVERAL_ARE_SKIPPED = "several-are-skipped"  # [key]
    # which lead, as it was seen
    UPDATES_LEAD = "updates-lead"  # [id, who]
    UPDATES_NEWEST = "updates-newest"  # [id, who, count]
    SHOWS_ANOTHER = "shows-another"  # [id, other]: for the number of one lead, another one
    CREATES_LEAD = "creates-lead"  # [key]
    ID_UNKNOWN = "id-unknown"  # [id]
    NOT_LOOKED_UP = "not-looked-up"
    LOOK_FAILED = "look-failed"
    CANNOT_BE_LOOKED_UP = "cannot-be-looked-up"  # [reason]
    ID_UNKNOWN_SKIPS = "id-unknown-skips"  # [id]
    NOBODY_SKIPS = "nobody-skips"  # [key]
    NOBODY_TO_CHANGE = "nobody-to-change"  # [key]
    HAS_TO_BE_FOUND = "has-to-be-found"  # [key]
    SKIPS_EXISTING = "skips-existing"  # [id, who, key]
    SKIPS_SEVERAL = "skips-several"  # [count, key]
    WHICH_OF_SEVERAL = "which-of-several"  # [count, key]
    # what is overwritten besides attributes
    OVERWRITES_EMAIL = "overwrites-email"  # [email]
    REPLACES_EMAIL = "replaces-email"  # [email, old]
    REASSIGNS_FOREIGN_ID = "reassigns-foreign-id"  # [type, id]
    LINKS_COOKIE = "links-cookie"
    EMAIL_NOT_LOOKED_UP = "email-not-looked-up"  # [email]
    SETS_FOREIGN_FIELD = "sets-foreign-field"  # [field, id]
    LINKS_COOKIE_SECOND = "links-cookie-second"
    # where it goes
    MUST_BE_IN_PRIMARY = "must-be-in-primary"  # [workspace]
    WORKSPACE_IGNORED = "workspace-ignored"  # [workspace]
    NEW_IN_WORKSPACE = "new-in-workspace"  # [workspace]
    UPDATED_WHERE_IT_IS = "updated-where-it-is"
    NEW_IN_DEFAULT = "new-in-default"
    ONLY_DEFAULT_WITHOUT_WORKSPACES = "only-default-without-workspaces"  # [workspace]
    PARTITION_NOT_SENT = "partition-not-sent"  # [workspace]: in these the name of the partition
    MUST_BE_IN_PARTITION = "must-be-in-partition"  # [workspace]
    NEW_IN_PARTITION = "new-in-partition"  # [workspace]
    NEW_IN_USUAL_PARTITION = "new-in-usual-partition"
    # which workspace was meant
    WORKSPACE_EMPTY = "workspace-empty"
    WORKSPACE_TYPO = "workspace-typo"  # [workspace, meant]
    WORKSPACE_NOT_KNOWN = "workspace-not-known"  # [workspace, known]
    PARTITION_TYPO = "partition-typo"  # [workspace, meant]
    PARTITION_NOT_KNOWN = "partition-not-known"  # [workspace, known]
    # what changes
    SETS = "sets"  # [count, names]
    CLEARS = "clears"  # [count, names]
    CLEARS_BY_NULL = "clears-by-null"  # [count, names]
    CHANGES_NOTHING = "changes-nothing"
    LEAD_NOT_RETURNED = "lead-not-returned"
    READ_BY_SECOND_CALL = "read-by-second-call"


class Finding(NamedTuple):
    """One thing to say, and where. `row` counts from 0 and is None unless the spot is a ROW spot."""

    code: Code
    severity: Severity
    spot: Spot = Spot.LEAD
    row: int | None = None
    params: tuple[tuple[str, str], ...] = ()

    def param(self, name: str) -> str:
        """The parameter of that name, or empty text."""
        return dict(self.params).get(name, "")


def error(code: Code, spot: Spot = Spot.LEAD, row: int | None = None, **params: str) -> Finding:
    """A finding that keeps Send shut."""
    return Finding(code, Severity.ERROR, spot, row, tuple(params.items()))


def warning(code: Code, spot: Spot = Spot.LEAD, row: int | None = None, **params: str) -> Finding:
    """A finding that deserves a second look."""
    return Finding(code, Severity.WARNING, spot, row, tuple(params.items()))


def note(code: Code, spot: Spot = Spot.LEAD, row: int | None = None, **params: str) -> Finding:
    """A finding that explains."""
    return Finding(code, Severity.NOTE, spot, row, tuple(params.items()))
