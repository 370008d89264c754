"""A server in a process of its own that gives one big answer to everything: `python -m tests.bench.big_answer`.

Prints its port and serves until it is ended. Under `/small` it gives a small answer.
"""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

ATTRIBUTES = 50_000
BYTES = 10 * 1024 * 1024

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope '
    'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.marketo.com/mktows/">'
    "<SOAP-ENV:Body><ns1:successSyncLead><result><leadId>7</leadId><syncStatus><leadId>7</leadId>"
    "<status>UPDATED</status><error></error></syncStatus><leadRecord><Id>7</Id><Email>ana@corp.example</Email>"
    "<leadAttributeList>"
)
_TAIL = "</leadAttributeList></leadRecord></result></ns1:successSyncLead></SOAP-ENV:Body></SOAP-ENV:Envelope>"


def answer(attributes: int, size: int) -> bytes:
    """An answer with so many attributes that has at least so many bytes, some of them beyond ASCII."""
    shape = (
        "<attribute><attrName>Field_{0}__c</attrName><attrType>string</attrType><attrValue>é{1}</attrValue></attribute>"
    )
    bare = len((shape * attributes).encode())
    filler = "some words " * (max(0, size - bare) // attributes // len("some words ") + 1)
    inside = "".join(shape.format(number, filler) for number in range(attributes))
    return f"{_HEAD}{inside}{_TAIL}".encode()


def main() -> None:
    """Serve."""
    bodies = {True: answer(3, 0), False: answer(ATTRIBUTES, BYTES)}

    class Handler(BaseHTTPRequestHandler):
        """One answer to a request, whatever it asks."""

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = bodies[self.path.endswith("/small")]
            self.send_response(200)
            self.send_header("Content-Type", "text/xml; charset=utf-8")
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
