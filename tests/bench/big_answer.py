"""A server in a process of its own that gives one big lead to everything: `python -m tests.bench.big_answer`.

Prints its port and serves until it is ended. Over SOAP it knows looks and writes, under `/small` with a small lead; and
over REST, under `/rest` and `/identity`, looks and writes too. It does not describe its fields.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

ATTRIBUTES = 50_000
BYTES = 10 * 1024 * 1024

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope '
    'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.marketo.com/mktows/">'
    "<SOAP-ENV:Body>"
)
_TAIL = "</SOAP-ENV:Body></SOAP-ENV:Envelope>"
_SYNCED = (
    "<ns1:successSyncLead><result><leadId>7</leadId><syncStatus><leadId>7</leadId><status>UPDATED</status>"
    "<error></error></syncStatus>{record}</result></ns1:successSyncLead>"
)
_FOUND = (
    "<ns1:successGetLead><result><count>1</count><leadRecordList>{record}</leadRecordList></result>"
    "</ns1:successGetLead>"
)
_FAULT = "<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>20014 - no</faultstring></SOAP-ENV:Fault>"
_NAME = "Field_{0}__c"
_EMAIL = "ana@corp.example"


def answer(attributes: int, size: int, *, found: bool = False) -> bytes:
    """An answer with so many attributes that has at least so many bytes, some of them beyond ASCII."""
    shape = (
        f"<attribute><attrName>{_NAME}</attrName><attrType>string</attrType><attrValue>é{{1}}</attrValue></attribute>"
    )
    bare = len((shape * attributes).encode())
    filler = _filler(attributes, size - bare)
    inside = "".join(shape.format(number, filler) for number in range(attributes))
    record = (
        f"<leadRecord><Id>7</Id><Email>{_EMAIL}</Email><leadAttributeList>{inside}</leadAttributeList></leadRecord>"
    )
    return f"{_HEAD}{(_FOUND if found else _SYNCED).format(record=record)}{_TAIL}".encode()


def rest_answer(attributes: int, size: int) -> bytes:
    """A page with one such lead, over REST."""
    bare = attributes * len(f'"{_NAME}": "é", ')
    filler = _filler(attributes, size - bare)
    record: dict[str, object] = {"id": 7, "email": _EMAIL}
    record |= {_NAME.format(number): f"é{filler}" for number in range(attributes)}
    page = {"requestId": "1#2", "result": [record], "success": True}
    return json.dumps(page, ensure_ascii=False).encode()


def _filler(attributes: int, room: int) -> str:
    return "some words " * (max(0, room) // attributes // len("some words ") + 1)


_REST_TOKEN = json.dumps({"access_token": "t", "token_type": "bearer", "expires_in": 3599, "scope": "ana"}).encode()
_REST_SYNCED = json.dumps({"requestId": "1#1", "result": [{"id": 7, "status": "updated"}], "success": True}).encode()
_REST_FAULT = json.dumps(
    {"requestId": "1#1", "success": False, "errors": [{"code": "603", "message": "Access denied"}]}
).encode()


class Answers:
    """What there is to give, by what is asked. Each is the body and its type."""

    def __init__(self) -> None:
        xml, self._json = "text/xml; charset=utf-8", "application/json"
        self._soap = {
            (b"paramsSyncLead", True): (answer(3, 0), xml),
            (b"paramsSyncLead", False): (answer(ATTRIBUTES, BYTES), xml),
            (b"paramsGetLead", True): (answer(3, 0, found=True), xml),
            (b"paramsGetLead", False): (answer(ATTRIBUTES, BYTES, found=True), xml),
        }
        self._fault = f"{_HEAD}{_FAULT}{_TAIL}".encode(), xml
        self._page = rest_answer(ATTRIBUTES, BYTES)

    def by_soap(self, path: str, asked: bytes) -> tuple[bytes, str]:
        """Big leads, or small ones, or no."""
        of = ((kind, small) for kind, small in self._soap if kind in asked and small == path.endswith("/small"))
        return next((self._soap[one] for one in of), self._fault)

    def by_rest(self, path: str, *, reads: bool) -> tuple[bytes, str]:
        """A token, a big lead, what a write says, or no."""
        if path.startswith("/identity"):
            return _REST_TOKEN, self._json
        if not path.startswith("/rest/v1/leads.json"):
            return _REST_FAULT, self._json
        return self._page if reads else _REST_SYNCED, self._json


def main() -> None:
    """Serve."""
    answers = Answers()

    class Handler(BaseHTTPRequestHandler):
        """One answer to a request of a kind, whatever else it asks."""

        def do_GET(self) -> None:
            self._give(*answers.by_rest(self.path, reads=True))

        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path.startswith("/rest"):
                self._give(*answers.by_rest(self.path, reads="_method=GET" in self.path))
            else:
                self._give(*answers.by_soap(self.path, asked))

        def _give(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
