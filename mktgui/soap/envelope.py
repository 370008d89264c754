"""Builds request envelopes with zeep from the bundled WSDL, in the dress of the vendor's own page."""

import logging
from dataclasses import dataclass
from importlib.resources import as_file, files
from threading import Lock
from typing import Any
from uuid import uuid4
from xml.sax.saxutils import escape

import zeep
from lxml import etree

from mktgui.domain.calls import Call, DescribeObject, FieldKey, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.soap.signature import Credentials

SOAP_ENV = "http://schemas.xmlsoap.org/soap/envelope/"
MARKETO = "http://www.marketo.com/mktows/"
_PREFIXES = {"SOAP-ENV": SOAP_ENV, "ns1": MARKETO}
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class RequestInvalidError(Exception):
    """The schema does not allow this request; the text names the element. Nothing was sent."""


@dataclass(frozen=True, slots=True)
class _Unsigned:
    """A request but for its signature and its time: what stands before, between and behind them."""

    call: Call
    user_id: str
    before: bytes
    between: bytes
    behind: bytes

    def signed(self, credentials: Credentials) -> bytes:
        signature, timestamp = (escape(one).encode() for one in (credentials.signature, credentials.timestamp))
        return b"".join((self.before, signature, self.between, timestamp, self.behind))


class EnvelopeBuilder:
    """Made once: reading the WSDL costs some 30 ms. May be used by several threads, one at a time.

    zeep takes half a millisecond for a small request, so the last one is kept as it is before it is signed.
    """

    def __init__(self) -> None:
        # At DEBUG this logger prints whole envelopes, signature included.
        logging.getLogger("zeep.transports").setLevel(logging.WARNING)
        settings = zeep.Settings(
            strict=True, forbid_dtd=True, forbid_entities=True, forbid_external=True, xml_huge_tree=False
        )
        with as_file(files("mktgui.resources") / "wsdl" / "mktows.wsdl") as path:
            self._client = zeep.Client(str(path), settings=settings)
            wsdl = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        self._schema = etree.XMLSchema(next(wsdl.iter("{http://www.w3.org/2001/XMLSchema}schema")))
        self._lock = Lock()
        # What no request has in it by chance stands for what is filled in when it is signed.
        self._signature, self._timestamp = uuid4().hex, uuid4().hex
        self._ready: _Unsigned | None = None

    def build(self, call: Call, credentials: Credentials) -> bytes:
        """The request, exactly as it is to be sent: UTF-8 with a declaration. Raises RequestInvalidError."""
        return self._unsigned(call, credentials.user_id).signed(credentials)

    def make_ready(self, call: Call, user_id: str) -> None:
        """Make all of it that can be made before it is signed, for the next `build`. Raises RequestInvalidError."""
        self._unsigned(call, user_id)

    def _unsigned(self, call: Call, user_id: str) -> "_Unsigned":
        with self._lock:
            if self._ready is None or self._ready.user_id != user_id or self._ready.call != call:
                self._ready = self._made(call, user_id)
            return self._ready

    def _made(self, call: Call, user_id: str) -> "_Unsigned":
        try:
            made = self._client.create_message(
                self._client.service,
                operation_of(call),
                **parameters_of(call),
                _soapheaders=self._headers(call, Credentials(user_id, self._signature, self._timestamp)),
            )
        except ValueError as error:  # lxml: a character that XML cannot carry
            raise RequestInvalidError(str(error)) from error
        envelope = _dressed(made)
        for block in envelope:
            for element in block:
                self._check(element)
        text = _DECLARATION + etree.tostring(envelope, encoding="UTF-8", xml_declaration=False)
        before, _, rest = text.partition(self._signature.encode())
        between, _, behind = rest.partition(self._timestamp.encode())
        return _Unsigned(call, user_id, before, between, behind)

    def _headers(self, call: Call, credentials: Credentials) -> list[Any]:
        authentication = self._client.get_element(f"{{{MARKETO}}}AuthenticationHeader")
        headers = [
            authentication(
                mktowsUserId=credentials.user_id,
                requestSignature=credentials.signature,
                requestTimestamp=credentials.timestamp,
            )
        ]
        if isinstance(call, SyncLead) and call.workspace:
            context = self._client.get_element(f"{{{MARKETO}}}MktowsContextHeader")
            headers.append(context(targetWorkspace=call.workspace))
        return headers

    def _check(self, element: etree._Element) -> None:
        if not self._schema.validate(element):
            raise RequestInvalidError(str(self._schema.error_log.last_error))


def operation_of(call: Call) -> str:
    """The operation that asks this."""
    names: dict[type, str] = {
        SyncLead: "syncLead",
        GetLead: "getLead",
        DescribeObject: "describeMObject",
        ListObjects: "listMObjects",
    }
    return names[type(call)]


def _key_type(key: LookupKey | FieldKey) -> str:
    """Raises RequestInvalidError for what is no key over SOAP."""
    if isinstance(key, FieldKey):
        message = f"SOAP has no key like {key.name}"
        raise RequestInvalidError(message)
    return key.value


def parameters_of(call: Call) -> dict[str, Any]:
    """What the operation is given, by the names of the WSDL, nested as there. None stands for an element left out."""
    match call:
        case SyncLead():
            return {"leadRecord": _record(call), "returnLead": call.return_lead, "marketoCookie": call.cookie or None}
        case GetLead(key, value):
            return {"leadKey": {"keyType": _key_type(key), "keyValue": value}}
        case DescribeObject(name):
            return {"objectName": name}
        case ListObjects():
            return {}


def _record(call: SyncLead) -> dict[str, Any]:
    attributes = [{"attrName": one.name, "attrValue": one.value} for one in call.attributes]
    return {
        "Id": call.marketo_id,
        "Email": call.email,
        "ForeignSysPersonId": call.foreign_id,
        "ForeignSysType": call.foreign_type.value if call.foreign_type else None,
        "leadAttributeList": {"attribute": attributes} if attributes else None,
    }


def _dressed(made: etree._Element) -> etree._Element:
    """The same envelope with the prefixes that a person who knows the vendor's page expects to read."""
    envelope = etree.Element(f"{{{SOAP_ENV}}}Envelope", nsmap=_PREFIXES)
    envelope.extend(list(made))
    etree.cleanup_namespaces(envelope, top_nsmap=_PREFIXES, keep_ns_prefixes=list(_PREFIXES))
    return envelope
