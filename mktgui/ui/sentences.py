"""Puts findings into words: one sentence each, in the language of the window."""

from functools import cached_property

from PySide6.QtCore import QObject

from mktgui.domain.findings import Code, Finding
from mktgui.domain.kinds import Action, KeyKind
from mktgui.domain.lookup import NoLookup


class Sentences(QObject):
    """Made once for a language. Every `Code` has a sentence; parameters are put in as plain text."""

    @cached_property
    def _sentences(self) -> dict[Code, str]:
        """Written when there is one to say, as all below: the window has nothing to say before its first paint."""
        over_soap = self._at_the_field() | self._which_lead() | self._what_happens()
        return over_soap | self._at_the_field_by_api() | self._which_lead_over_rest() | self._what_happens_over_rest()

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {
            KeyKind.MARKETO_ID.value: self.tr("Marketo ID"),
            KeyKind.EMAIL.value: self.tr("email address"),
            KeyKind.FOREIGN_ID.value: self.tr("foreign ID"),
            KeyKind.COOKIE.value: self.tr("Marketo cookie"),
        }

    @cached_property
    def _actions(self) -> dict[str, str]:
        return {
            Action.CREATE_OR_UPDATE.value: self.tr("Create or update"),
            Action.UPDATE_ONLY.value: self.tr("Only update"),
            Action.CREATE_ONLY.value: self.tr("Only create"),
        }

    @cached_property
    def _reasons(self) -> dict[str, str]:
        return {
            NoLookup.NO_KEY.value: self.tr("there is no key yet."),
            NoLookup.FOREIGN_CUSTOM.value: self.tr("Marketo has no way to look up CUSTOM foreign IDs."),
            NoLookup.FOREIGN_NETSUITE.value: self.tr("Marketo has no way to look up NETSUITE foreign IDs."),
            NoLookup.FOREIGN_NO_TYPE.value: self.tr("it is not said yet whose ID this is."),
            NoLookup.SALESFORCE_OTHER.value: self.tr(
                "only Salesforce contacts (003…) and leads (00Q…) can be looked up by their ID."
            ),
            NoLookup.COOKIE_AND_EMAIL.value: self.tr(
                "Marketo does not document whether it goes by the cookie or the address."
            ),
            NoLookup.NO_FOREIGN_FIELD.value: self.tr("this connection names no field for foreign IDs."),
            NoLookup.COMMA.value: self.tr("with a comma in it, REST would take it for two."),
        }

    def text(self, finding: Finding) -> str:
        """The sentence for a finding."""
        words = {**dict.fromkeys(_KEYS, self._keys), "reason": self._reasons, "action": self._actions}
        params = {name: words[name].get(value, value) if name in words else value for name, value in finding.params}
        sentence = self._sentences[finding.code].format(**params)
        if finding.code in _OFFERING and finding.param("meant"):
            return self.tr("{sentence} Do you mean {meant}?").format(sentence=sentence, meant=finding.param("meant"))
        return sentence

    def _at_the_field(self) -> dict[Code, str]:
        return {
            Code.KEY_EMPTY: self.tr("Fill in the {key}: it is the key you chose."),
            Code.ID_NO_NUMBER: self.tr("A Marketo ID is a whole number, digits only."),
            Code.ID_OUT_OF_RANGE: self.tr("A Marketo ID lies between 1 and 2147483647."),
            Code.EMAIL_HAS_SPACE: self.tr("There is a space inside this address. Take it out."),
            Code.EMAIL_NO_AT: self.tr("This does not look like an email address: is it spelled right?"),
            Code.FOREIGN_TYPE_MISSING: self.tr("Choose whose ID this is: CUSTOM, SFDC or NETSUITE."),
            Code.COOKIE_SHAPE: self.tr("A Marketo cookie looks like id:123-ABC-456&token:_mch-… : is this all of it?"),
            Code.TRIMMED: self.tr("Spaces around it will be left out."),
            Code.CONTROL_CHARACTER: self.tr(
                "Character {position} is invisible and cannot be sent ({character}). Type the text again by hand."
            ),
            Code.NAME_EMPTY: self.tr("Which field? Type its API name."),
            Code.NAME_TWICE: self.tr("{name} is in the table twice. Keep one of them."),
            Code.NAME_TWIN: self.tr("{name} and {twin} differ only in upper and lower case. Is one of them a slip?"),
            Code.NAME_STRAY_SPACE: self.tr("Spaces around the name will be left out."),
            Code.NAME_IS_IDENTIFIER: self.tr("{name} is an identifier, not a field. Set it on the left."),
            Code.EMAIL_AS_ATTRIBUTE: self.tr("Better set the address as an identifier, on the left."),
            Code.VALUE_STRAY_SPACE: self.tr("Begins or ends with a space, and will be sent so."),
            Code.ROW_NOT_SENT: self.tr("Not sent: no new value yet."),
            Code.FIELD_UNKNOWN: self.tr("This Marketo has no field {name}. It would refuse the whole call."),
            Code.FIELD_MEANT: self.tr("This Marketo has no field {name}. Do you mean {meant}?"),
            Code.FIELD_READ_ONLY: self.tr("Marketo keeps {name} itself: it cannot be changed."),
            Code.FIELD_UPDATE_BLOCKED: self.tr("An admin has blocked {name} for updates: it would stay as it is."),
            Code.NO_INTEGER: self.tr("This field takes a whole number, such as 42."),
            Code.NO_DECIMAL: self.tr("This field takes a number with a point, such as 1250.50."),
            Code.NO_BOOLEAN: self.tr("This field takes true or false."),
            Code.NO_DATE: self.tr("This field takes a date as 2026-03-05 (year, month, day)."),
            Code.NO_DATETIME: self.tr("This field takes a date and time as 2026-03-05T09:14:00+01:00."),
            Code.DATE_AMBIGUOUS: self.tr("Is this {one} or {other}? Write it so, year first."),
            Code.DATETIME_NO_ZONE: self.tr("No time zone: write {local} for your own, or {utc} for UTC."),
            Code.DATETIME_READ: self.tr("{local} here, {utc} in UTC."),
            Code.TOO_LONG: self.tr("{length} characters; this field holds {limit}."),
            Code.TOO_MANY_BYTES: self.tr(
                "{length} bytes; this field holds {limit}. A Chinese character takes three, an accented letter two."
            ),
            Code.NO_EMAIL: self.tr("This does not look like an email address."),
            Code.NO_URL: self.tr("This does not look like a web address."),
            Code.VALUE_AS_NOW: self.tr("The lead has this value already."),
            Code.WORKSPACE_EMPTY: self.tr("Which workspace? Type its name."),
            Code.WORKSPACE_TYPO: self.tr("This connection knows no workspace {workspace}. Do you mean {meant}?"),
            Code.WORKSPACE_NOT_KNOWN: self.tr(
                "This connection knows no workspace {workspace}. It knows: {known}. Is it spelled right?"
            ),
        }

    def _which_lead(self) -> dict[Code, str]:
        return {
            Code.GOES_BY_ID: self.tr("Marketo goes by the Marketo ID {id}."),
            Code.GOES_BY_FOREIGN_ID: self.tr("Marketo goes by the foreign ID {id} ({type})."),
            Code.GOES_BY_COOKIE: self.tr("Marketo goes by the cookie. An anonymous lead becomes a known one."),
            Code.GOES_BY_EMAIL: self.tr("Marketo goes by the email address {email}."),
            Code.NOT_THE_CHOSEN_KEY: self.tr(
                "You chose the {chosen} as the key, but the {winner} is also filled in, and Marketo goes by that one."
            ),
            Code.ID_UNKNOWN_FAILS: self.tr("If no lead has this ID, Marketo refuses and nothing is written."),
            Code.UNKNOWN_CREATES: self.tr("If no lead has this {key}, Marketo CREATES a new lead."),
            Code.NEWEST_OF_SEVERAL: self.tr("If several leads share the address, the newest one is changed."),
            Code.COOKIE_OR_EMAIL: self.tr(
                "With a cookie and an address Marketo does not document which one it goes by. Leave one of them out."
            ),
            Code.UPDATES_LEAD: self.tr("Updates lead {id} ({who})."),
            Code.UPDATES_NEWEST: self.tr(
                "{count} leads share this address. Marketo changes the newest: lead {id} ({who}). "
                "Choose which one you mean."
            ),
            Code.SHOWS_ANOTHER: self.tr(
                "For the Marketo ID {id} Marketo shows lead {other}: the two have probably been merged. "
                "Go by {other} if that is the one you mean."
            ),
            Code.CREATES_LEAD: self.tr("No lead has this {key}: this will CREATE one."),
            Code.ID_UNKNOWN: self.tr("No lead has the Marketo ID {id}: Marketo will refuse, and nothing is written."),
            Code.NOT_LOOKED_UP: self.tr("Not looked up yet: Send looks first."),
            Code.LOOK_FAILED: self.tr("The lead could not be looked up, so it is not known whether it is there."),
            Code.CANNOT_BE_LOOKED_UP: self.tr("Cannot be looked up first: {reason}"),
            Code.REPLACES_EMAIL: self.tr("The lead's email address {old} is overwritten with {email}."),
            Code.OVERWRITES_EMAIL: self.tr("The lead's email address is overwritten with {email}."),
            Code.REASSIGNS_FOREIGN_ID: self.tr(
                "The foreign ID {id} ({type}) is moved to this lead, away from any lead that has it now."
            ),
            Code.LINKS_COOKIE: self.tr("The cookie is linked to this lead."),
            Code.EMAIL_NOT_LOOKED_UP: self.tr(
                "If no lead has the foreign ID, a new lead is created even if another one already has {email}."
            ),
        }

    def _what_happens(self) -> dict[Code, str]:
        return {
            Code.MUST_BE_IN_PRIMARY: self.tr(
                "The lead must be in the primary partition of workspace {workspace}, otherwise Marketo refuses."
            ),
            Code.WORKSPACE_IGNORED: self.tr(
                "For a lead found by email the workspace {workspace} is ignored: it is updated wherever it is."
            ),
            Code.NEW_IN_WORKSPACE: self.tr(
                "A new lead goes where an assignment rule puts it, or else to the primary partition of {workspace}."
            ),
            Code.UPDATED_WHERE_IT_IS: self.tr("No workspace named: an existing lead is updated wherever it is."),
            Code.NEW_IN_DEFAULT: self.tr(
                "A new lead goes where an assignment rule puts it, or else to the workspace Default."
            ),
            Code.ONLY_DEFAULT_WITHOUT_WORKSPACES: self.tr(
                "If your Marketo has no workspaces, the only name it accepts is Default."
            ),
            Code.SETS: self.tr("Fields to set ({count}): {names}"),
            Code.CLEARS: self.tr(
                "Fields to empty ({count}): {names}. Marketo does not document emptying: check the lead afterwards."
            ),
            Code.CHANGES_NOTHING: self.tr("No field is to be changed: only the identifiers would be sent."),
            Code.LEAD_NOT_RETURNED: self.tr(
                "Marketo will not send the lead back, so you will not see the result here."
            ),
        }

    def _at_the_field_by_api(self) -> dict[Code, str]:
        return {
            Code.ACTION_NOT_OVER_SOAP: self.tr("SOAP always creates or updates: “{action}” is there over REST only."),
            Code.ACTION_BY_EMAIL_ONLY: self.tr(
                "“Only create” goes by the email address. With the {key} as the key, choose another action."
            ),
            Code.EMAIL_NOT_ASCII: self.tr("REST takes addresses in plain ASCII letters only."),
            Code.KEY_CANNOT_CHANGE: self.tr(
                "A lead found by its address cannot get another one. Go by its Marketo ID to change the address."
            ),
            Code.COMPANY_FIELD: self.tr(
                "{name} belongs to the company: over REST Marketo may skip the whole change (1021). "
                "Change it there in Marketo."
            ),
            Code.JSON_VALUE: self.tr("Is sent as {json}."),
            Code.NO_FOREIGN_FIELD: self.tr(
                "REST has no foreign IDs. Name the field that holds them in the connection, or leave this empty."
            ),
            Code.FOREIGN_FIELD_UNKNOWN: self.tr(
                "The connection keeps foreign IDs in {name}, and this Marketo has no such field."
            ),
            Code.NAME_IS_FOREIGN_FIELD: self.tr("{name} is set by the foreign ID on the left already."),
            Code.PARTITION_TYPO: self.tr("This connection knows no partition {workspace}. Do you mean {meant}?"),
            Code.PARTITION_NOT_KNOWN: self.tr(
                "This connection knows no partition {workspace}. It knows: {known}. Is it spelled right?"
            ),
        }

    def _which_lead_over_rest(self) -> dict[Code, str]:
        return {
            Code.GOES_BY_FIELD: self.tr("Marketo goes by the foreign ID {id} in the field {field}."),
            Code.GOES_BY_WHAT_IS_FOUND: self.tr(
                "REST cannot write by the {key}: the lead is looked up by it, and changed by its Marketo ID."
            ),
            Code.ID_UNKNOWN_IS_SKIPPED: self.tr(
                "A Marketo ID only updates. If no lead has it, Marketo skips this and nothing is written."
            ),
            Code.UNKNOWN_IS_SKIPPED: self.tr("If no lead has this {key}, Marketo skips this and nothing is written."),
            Code.UNKNOWN_CANNOT_CREATE: self.tr(
                "If no lead has this {key}, nothing can be sent: it makes no new lead."
            ),
            Code.KNOWN_IS_SKIPPED: self.tr(
                "If a lead has this {key} already, Marketo skips this and nothing is written."
            ),
            Code.SEVERAL_ARE_SKIPPED: self.tr(
                "If several leads share it, Marketo skips this and changes none of them."
            ),
            Code.ID_UNKNOWN_SKIPS: self.tr(
                "No lead has the Marketo ID {id}: Marketo will skip this, and nothing is written."
            ),
            Code.NOBODY_SKIPS: self.tr("No lead has this {key}: Marketo will skip this, and nothing is written."),
            Code.NOBODY_TO_CHANGE: self.tr(
                "No lead has this {key}, and REST makes no new one by it. Use the email address to create one."
            ),
            Code.HAS_TO_BE_FOUND: self.tr("The lead of this {key} has to be looked up first. Try again."),
            Code.SKIPS_EXISTING: self.tr(
                "Lead {id} ({who}) has this {key} already: Marketo will skip this, and nothing is written."
            ),
            Code.SKIPS_SEVERAL: self.tr(
                "{count} leads share this {key}: Marketo will skip this and change none. Choose which one you mean."
            ),
            Code.WHICH_OF_SEVERAL: self.tr("{count} leads share this {key}. Choose which one you mean."),
            Code.SETS_FOREIGN_FIELD: self.tr("The foreign ID {id} is written to the field {field}."),
            Code.LINKS_COOKIE_SECOND: self.tr(
                "A second call links the cookie to the lead. From another known lead only new activity comes along."
            ),
        }

    def _what_happens_over_rest(self) -> dict[Code, str]:
        return {
            Code.PARTITION_NOT_SENT: self.tr(
                "What only updates has no partition: {workspace} is not sent, and the lead stays where it is."
            ),
            Code.MUST_BE_IN_PARTITION: self.tr(
                "A lead that is there must be in the partition {workspace}, otherwise Marketo skips this."
            ),
            Code.NEW_IN_PARTITION: self.tr("A new lead goes to the partition {workspace}."),
            Code.NEW_IN_USUAL_PARTITION: self.tr(
                "A new lead goes to the default partition. If there are several, name one: Marketo may insist on it."
            ),
            Code.CLEARS_BY_NULL: self.tr("Fields to empty ({count}): {names}. Their values will be gone."),
            Code.READ_BY_SECOND_CALL: self.tr("A second call reads the lead afterwards."),
        }


_KEYS = frozenset({"key", "chosen", "winner"})
# After these the text that says the same in Marketo's way is offered, where there is one.
_OFFERING = frozenset(
    {Code.NO_INTEGER, Code.NO_DECIMAL, Code.NO_BOOLEAN, Code.NO_DATE, Code.NO_DATETIME, Code.DATETIME_READ}
)
