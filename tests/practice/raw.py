"""A client made of strings and `http.client`. Shares no code with the program or the server, not even the signature."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from lxml import etree

from mktgui.practice.server import PracticeServer

WSDL = Path(__file__).parents[2] / "resources" / "wsdl" / "mktows.wsdl"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
MARKETO = "http://www.marketo.com/mktows/"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
FAULT = (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault>'
    "<faultcode>SOAP-ENV:{origin}</faultcode><faultstring>{code} - {title}</faultstring>"
    '<detail><ns1:serviceException xmlns:ns1="http://www.marketo.com/mktows/"><name>mktServiceException</name>'
    "<message>{message} ({code})</message><code>{code}</code></ns1:serviceException></detail>"
    "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
)
ANA, ANAS_EMAIL = 318815, "ana.ruiz@acme.example"  # in partition Default
ELSEWHERE = 1021  # in partition EMEA
SHARED_EMAIL, NEWEST, OLDEST = "person42@mueller.example", 9710, 1294  # three leads have this address
ANONYMOUS, COOKIE = 50_000, "id:123-ABC-456&token:_mch-acme.example-1300000000000-11111"
OTHER_ANONYMOUS = 50_001
LISTED = '<ns1:paramsListMObjects xmlns:ns1="http://www.marketo.com/mktows/"/>'


def signature(secret: str, stamp: str, user: str) -> str:
    """HMAC-SHA1 by its definition (RFC 2104), for secrets of up to 64 bytes."""
    key = secret.encode().ljust(64, b"\0")
    inner = hashlib.sha1(bytes(byte ^ 0x36 for byte in key) + f"{stamp}{user}".encode())  # noqa: S324 - theirs
    return hashlib.sha1(bytes(byte ^ 0x5C for byte in key) + inner.digest()).hexdigest()  # noqa: S324 - theirs


def header(user: str, signed: str, stamp: str) -> str:
    return (
        f"<ns1:AuthenticationHeader><mktowsUserId>{user}</mktowsUserId><requestSignature>{signed}</requestSignature>"
        f"<requestTimestamp>{stamp}</requestTimestamp></ns1:AuthenticationHeader>"
    )


def envelope(content: str, blocks: str = "") -> bytes:
    return (
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP}" xmlns:ns1="{MARKETO}"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<SOAP-ENV:Header>{blocks}</SOAP-ENV:Header><SOAP-ENV:Body>{content}</SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ).encode()


def attributes(values: Mapping[str, str]) -> str:
    inside = "".join(
        f"<attribute><attrName>{escape(name)}</attrName><attrValue>{escape(value)}</attrValue></attribute>"
        for name, value in values.items()
    )
    return f"<leadAttributeList>{inside}</leadAttributeList>"


def get_lead(kind: str, value: str) -> str:
    key = f"<leadKey><keyType>{kind}</keyType><keyValue>{escape(value)}</keyValue></leadKey>"
    return f"<ns1:paramsGetLead>{key}</ns1:paramsGetLead>"


def sync_lead(record: str, tail: str = "<returnLead>true</returnLead>") -> str:
    return f"<ns1:paramsSyncLead><leadRecord>{record}</leadRecord>{tail}</ns1:paramsSyncLead>"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(next(etree.parse(WSDL).iter("{http://www.w3.org/2001/XMLSchema}schema")))


@dataclass(frozen=True)
class Reply:
    """What came back, to be read as an answer or as a fault; each asserts the whole shape first."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def result(self) -> etree._Element:
        """The result of a success, after a look at the envelope and at the schema."""
        assert self.status == 200, self.body
        assert self.headers["Content-Type"] == "text/xml; charset=utf-8"
        root = etree.fromstring(self.body)
        assert (root.tag, root[0].tag) == (f"{{{SOAP}}}Envelope", f"{{{SOAP}}}Body")
        assert root.prefix == "SOAP-ENV"
        assert len(root) == len(root[0]) == 1
        success = root[0][0]
        assert success.prefix == "ns1"
        schema().assertValid(success)
        return success[0]

    @property
    def fault(self) -> tuple[str, str]:
        """Code and message of a fault, after a look at every byte of its shape."""
        assert self.status == 500, self.body
        assert self.headers["Content-Type"] == "text/xml; charset=utf-8"
        root = etree.fromstring(self.body)
        origin, title = root.findtext(".//faultcode", ""), root.findtext(".//faultstring", "").partition(" - ")[2]
        code, message = root.findtext(".//code", ""), root.findtext(".//message", "").rpartition(" (")[0]
        words = {"code": code, "title": title, "message": escape(message), "origin": origin.partition(":")[2]}
        assert canonical(self.body) == canonical(FAULT.format(**words).encode())
        return code, message

    @property
    def outcome(self) -> tuple[str, int]:
        """Status and number of a syncLead that was answered; both places have the same number."""
        result = self.result
        number = result.findtext("leadId", "")
        assert number == result.findtext("syncStatus/leadId")
        return result.findtext("syncStatus/status", ""), int(number)

    @property
    def lead(self) -> dict[str, str]:
        """The first lead that came back: what is nil is not in it, attributes are beside the fixed elements."""
        record = next(self.result.iter("leadRecord"))
        found = {str(one.tag): one.text or "" for one in record if one.get(NIL) != "true"}
        found.pop("leadAttributeList")
        return found | {one.findtext("attrName", ""): one.findtext("attrValue", "") for one in record.iter("attribute")}


def canonical(body: bytes) -> bytes:
    return etree.tostring(etree.fromstring(body), method="c14n")


class Caller:
    """Calls a running server as its user."""

    def __init__(self, server: PracticeServer) -> None:
        self.server = server

    def blocks(self, stamp: str = "") -> str:
        """A header that is right, now or at that time."""
        stamp = stamp or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
        return header(self.server.user_id, signature(self.server.secret, stamp, self.server.user_id), stamp)

    def post(self, body: bytes, timeout: float = 10.0) -> Reply:
        """These bytes, as they are."""
        line = HTTPConnection(urlsplit(self.server.endpoint).netloc, timeout=timeout)
        try:
            line.request("POST", urlsplit(self.server.endpoint).path, body, {"Content-Type": "text/xml"})
            answer = line.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            line.close()

    def ask(self, content: str, workspace: str = "", timeout: float = 10.0) -> Reply:
        """A signed request with this in its body."""
        context = f"<ns1:MktowsContextHeader><targetWorkspace>{workspace}</targetWorkspace></ns1:MktowsContextHeader>"
        return self.post(envelope(content, self.blocks() + (context if workspace else "")), timeout)

    def sync(
        self, record: str, values: Mapping[str, str] | None = None, *, cookie: str = "", workspace: str = ""
    ) -> Reply:
        """A syncLead that wants the lead back."""
        tail = "<returnLead>true</returnLead>"
        tail += f"<marketoCookie>{escape(cookie)}</marketoCookie>" if cookie else ""
        return self.ask(sync_lead(record + (attributes(values) if values else ""), tail), workspace)

    def get(self, kind: str, value: object) -> Reply:
        return self.ask(get_lead(kind, str(value)))
