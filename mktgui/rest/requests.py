"""Our calls as requests of the REST API (facts sheet 6.1 to 6.3 and 6.6). No token is in them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from mktgui.domain.calls import Action, AttributeToSend, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.json_literal import literal
from mktgui.rest.names import Names

READS_BY_POST = "_method=GET"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
LONGEST_QUERY = 6 * 1024  # bytes: with the rest of the address it stays below the 8 KB after which HTTP says 414
_LEADS = "/v1/leads.json"
_ID, _EMAIL = "id", "email"
_UPDATE_ONLY = "updateOnly"
_ACTIONS = {
    Action.CREATE_OR_UPDATE: "createOrUpdate",
    Action.UPDATE_ONLY: _UPDATE_ONLY,
    Action.CREATE_ONLY: "createOnly",
}
_FILTERS = {
    LookupKey.IDNUM: "id",
    LookupKey.COOKIE: "cookies",
    LookupKey.EMAIL: "email",
    LookupKey.SFDCACCOUNTID: "sfdcAccountId",
    LookupKey.SFDCCONTACTID: "sfdcContactId",
    LookupKey.SFDCLEADID: "sfdcLeadId",
    LookupKey.SFDCLEADOWNERID: "sfdcLeadOwnerId",
    LookupKey.SFDCOPPTYID: "sfdcOpptyId",
}


class NoSuchRequestError(Exception):
    """REST has nothing that does this; the text says what. Nothing was sent."""


@dataclass(frozen=True, slots=True)
class RestRequest:
    """One request. `target` follows the address that ends in /rest; `kind` is the content type of a body."""

    method: str
    target: str
    body: bytes = b""
    kind: str = ""


def sync_lead(call: SyncLead, names: Names, foreign_field: str = "") -> RestRequest:
    """Sync Leads for one lead. Raises NoSuchRequestError where REST has no such key, action or field.

    Where the call names no `lookup_field`, it is found as over SOAP: by id, else by foreign id in `foreign_field`, else
    by address. By id it is only updated. The workspace of the call is taken for a partition, and goes only where a
    lead might be created. A cookie is for a second request, the lead for a third.
    """
    lookup = call.lookup_field or _lookup_of(call, foreign_field)
    record = _record_of(call, lookup, names, foreign_field)
    if lookup not in record:
        raise NoSuchRequestError(f"there is nothing to look the lead up with by {lookup}")
    head = {"action": _text(_action_of(call, lookup))}
    if call.action is not Action.CREATE_ONLY:
        head["lookupField"] = _text(lookup)
    if call.workspace and head["action"] != _text(_UPDATE_ONLY):
        head["partitionName"] = _text(call.workspace)
    return _synced(head, record)


def get_leads(call: GetLead, fields: Iterable[str], page: str = "") -> RestRequest:
    """Every lead with a key, with these fields by REST name. A long list of fields goes in a form.

    Raises NoSuchRequestError for a key that is no filter.
    """
    kind = call.key.name if isinstance(call.key, FieldKey) else _FILTERS.get(call.key)
    if not kind:
        raise NoSuchRequestError(f"REST has no filter like {call.key}")
    if "," in call.value:
        raise NoSuchRequestError("REST would take a comma for the end of the value")
    pairs = {"filterType": kind, "filterValues": call.value, "fields": ",".join(fields)}
    query = urlencode({**pairs, "nextPageToken": page} if page else pairs, safe=",")
    if len(query) > LONGEST_QUERY:
        return RestRequest("POST", f"{_LEADS}?{READS_BY_POST}", query.encode(), FORM)
    return RestRequest("GET", f"{_LEADS}?{query}")


def describe() -> RestRequest:
    """The fields with their names on both sides."""
    return RestRequest("GET", "/v1/leads/describe.json")


def describe2() -> RestRequest:
    """The same in the form that took its place, which has no SOAP names (facts sheet 6.3)."""
    return RestRequest("GET", "/v1/leads/describe2.json")


def partitions() -> RestRequest:
    """The partitions that the API user may see: also the cheapest check of a connection."""
    return RestRequest("GET", "/v1/leads/partitions.json")


def associate(lead_id: int, cookie: str) -> RestRequest:
    """Give a lead a cookie, the ampersand of which is encoded."""
    return RestRequest("POST", f"/v1/leads/{lead_id}/associate.json?cookie={quote(cookie, safe='')}")


def _lookup_of(call: SyncLead, foreign_field: str) -> str:
    if call.marketo_id is not None:
        return _ID
    if call.foreign_id:
        return foreign_field
    if not call.email:
        raise NoSuchRequestError("REST cannot write to the lead of a cookie without knowing its id")
    return _EMAIL


def _record_of(call: SyncLead, lookup: str, names: Names, foreign_field: str) -> dict[str, str]:
    """The values by REST name. What the lead is looked up by comes first, and nothing else may change it."""
    record = {_ID: str(call.marketo_id)} if call.marketo_id is not None else {}
    if call.foreign_id:
        field = foreign_field if lookup in {_ID, _EMAIL} else lookup
        if not field:
            raise NoSuchRequestError("REST has no foreign ids, and the connection names no field for them")
        record[field] = literal(call.foreign_id, names.type_of(field))
    if call.email:
        record[_EMAIL] = _text(call.email)
    if call.marketo_id is not None and lookup != _ID:
        raise NoSuchRequestError("REST cannot give a lead an id")
    keys = dict(record)
    for one in call.attributes:
        record[_rest_name(one, names)] = literal(one.value, names.type_of(one.name))
    if lookup in keys and record[lookup] != keys[lookup]:
        raise NoSuchRequestError(f"REST cannot change the field that it looks the lead up by: {lookup}")
    return record


def _action_of(call: SyncLead, lookup: str) -> str:
    if call.action is Action.CREATE_ONLY and lookup == _ID:
        raise NoSuchRequestError("REST cannot give a lead an id")
    return _UPDATE_ONLY if lookup == _ID else _ACTIONS[call.action]


def _rest_name(one: AttributeToSend, names: Names) -> str:
    name = names.rest_of(one.name)
    if not name or name == _ID:
        raise NoSuchRequestError(f"REST cannot write the field {one.name}")
    return name


def _synced(head: Mapping[str, str], record: Mapping[str, str]) -> RestRequest:
    body = _object({**head, "input": f"[{_object(record)}]"})
    try:
        return RestRequest("POST", _LEADS, body.encode(), JSON)
    except UnicodeEncodeError as error:
        raise NoSuchRequestError("half a character cannot be sent") from error


def _object(members: Mapping[str, str]) -> str:
    """By hand, since `json` would write numbers in digits of its own."""
    return "{" + ",".join(f"{_text(name)}:{value}" for name, value in members.items()) + "}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
