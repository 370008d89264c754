"""Our calls as requests of the REST API (facts sheet 6.1 to 6.3 and 6.6). No token is in them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.rest.names import Names
from mktgui.rest.values import literal

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
LONGEST_QUERY = 6 * 1024  # bytes: with the rest of the address it stays below the 8 KB after which HTTP says 414
_LEADS = "/v1/leads.json"
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


def sync_lead(call: SyncLead, names: Names) -> RestRequest:
    """Sync Leads for one lead. Raises NoSuchRequestError where REST has no such key or field.

    By id it only updates; by address it updates or creates. The workspace of the call is taken for a partition, and
    only where a lead might be created or has to be in it. A cookie is for a second request, the lead for a third.
    """
    values = {"email": _text(call.email)} if call.email else {}
    for one in call.attributes:
        values[_rest_name(one, names)] = literal(one.value, names.type_of(one.name))
    if call.foreign_id:
        raise NoSuchRequestError("REST has no foreign ids")
    if call.marketo_id is not None:
        head = {"action": _text("updateOnly"), "lookupField": _text("id")}
        return _synced(head, {"id": str(call.marketo_id), **values})
    if call.email and values["email"] != _text(call.email):
        raise NoSuchRequestError("REST cannot change an address that it looks the lead up by")
    if not call.email:
        raise NoSuchRequestError("REST cannot write to the lead of a cookie without knowing its id")
    head = {"action": _text("createOrUpdate"), "lookupField": _text("email")}
    if call.workspace:
        head["partitionName"] = _text(call.workspace)
    return _synced(head, values)


def get_leads(call: GetLead, fields: Iterable[str], page: str = "") -> RestRequest:
    """Every lead with a key, with these fields by REST name. A long list of fields goes in a form.

    Raises NoSuchRequestError for a key that is no filter.
    """
    if call.key not in _FILTERS:
        raise NoSuchRequestError(f"REST has no filter like {call.key}")
    if "," in call.value:
        raise NoSuchRequestError("REST would take a comma for the end of the value")
    pairs = {"filterType": _FILTERS[call.key], "filterValues": call.value, "fields": ",".join(fields)}
    query = urlencode({**pairs, "nextPageToken": page} if page else pairs)
    if len(query) > LONGEST_QUERY:
        return RestRequest("POST", f"{_LEADS}?_method=GET", query.encode(), FORM)
    return RestRequest("GET", f"{_LEADS}?{query}")


def describe() -> RestRequest:
    """The fields with their names on both sides."""
    return RestRequest("GET", "/v1/leads/describe.json")


def partitions() -> RestRequest:
    """The partitions that the API user may see: also the cheapest check of a connection."""
    return RestRequest("GET", "/v1/leads/partitions.json")


def associate(lead_id: int, cookie: str) -> RestRequest:
    """Give a lead a cookie, the ampersand of which is encoded."""
    return RestRequest("POST", f"/v1/leads/{lead_id}/associate.json?cookie={quote(cookie, safe='')}")


def _rest_name(one: AttributeToSend, names: Names) -> str:
    name = names.rest_of(one.name)
    if not name or name == "id":
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
