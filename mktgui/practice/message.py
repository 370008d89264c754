"""SOAP messages as elements: a request taken apart, an answer put together. Writes its XML by hand, on purpose."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from mktgui.practice.faults import SERVER_SIDE, TEXTS, ApiFault

SOAP_ENV = "http://schemas.xmlsoap.org/soap/envelope/"
MARKETO = "http://www.marketo.com/mktows/"
_OPERATIONS = {
    "paramsSyncLead": "syncLead",
    "paramsGetLead": "getLead",
    "paramsDescribeMObject": "describeMObject",
    "paramsListMObjects": "listMObjects",
}
NIL = object()
"""As the text of an element: `xsi:nil="true"`."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request taken apart. `params` is the body's element; header blocks are None where they are missing."""

    operation: str
    params: etree._Element
    authentication: etree._Element | None
    context: etree._Element | None


def read_request(body: bytes) -> Request:
    """Take a request apart; prefixes do not matter, namespaces do. Raises ApiFault 20012 and 20019."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ApiFault("20012", "Unexpected SOAP message") from error
    if root.tag != f"{{{SOAP_ENV}}}Envelope" or root.getroottree().docinfo.doctype:
        raise ApiFault("20012", "Unexpected SOAP message")
    header, content = child(root, "Header", SOAP_ENV), child(root, "Body", SOAP_ENV)
    if content is None or not len(content):
        raise ApiFault("20012", "Unexpected SOAP message")
    params = content[0]
    name = etree.QName(params)
    if name.namespace != MARKETO or name.localname not in _OPERATIONS:
        raise ApiFault("20019", f"Operation {name.localname} is not supported")
    return Request(
        _OPERATIONS[name.localname],
        params,
        child(header, "AuthenticationHeader", MARKETO),
        child(header, "MktowsContextHeader", MARKETO),
    )


def child(parent: etree._Element | None, name: str, namespace: str = "") -> etree._Element | None:
    """The first child of exactly that name: case counts, because it does at the vendor's (facts sheet 4.2).

    All but the outermost elements are in no namespace; what is in one, is something else (facts sheet 2.1 and 3.3).
    """
    return None if parent is None else parent.find(f"{{{namespace}}}{name}")


def text(parent: etree._Element | None, name: str) -> str:
    """The text of a child, empty where it is absent, empty or nil."""
    found = child(parent, name)
    return "" if found is None else (found.text or "")


def element(name: str, content: object) -> str:
    """An un-namespaced element with text, or nil."""
    if content is NIL:
        return f'<{name} xsi:nil="true"/>'
    # A carriage return would be read back as a line feed, if it were not written as a reference.
    return f"<{name}>{escape(str(content), {chr(13): '&#13;'})}</{name}>"


def block(name: str, *inside: str) -> str:
    """An un-namespaced element with elements in it."""
    return f"<{name}>{''.join(inside)}</{name}>"


def answer(operation: str, *result: str) -> bytes:
    """A whole answer, in the prefixes of the recorded ones (facts sheet 5b)."""
    name = f"ns1:success{operation[0].upper()}{operation[1:]}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP_ENV}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xmlns:ns1="{MARKETO}"><SOAP-ENV:Body><{name}>{block("result", *result)}</{name}>'
        "</SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ).encode()


def fault(problem: ApiFault, server_faultcode: str = "Client") -> bytes:
    """A whole fault in the recorded shape (facts sheet 5b.8)."""
    detail = block(
        "detail",
        f'<ns1:serviceException xmlns:ns1="{MARKETO}">',
        element("name", "mktServiceException"),
        element("message", f"{problem.message} ({problem.code})"),
        element("code", problem.code),
        "</ns1:serviceException>",
    )
    origin = server_faultcode if problem.code in SERVER_SIDE else "Client"
    return bare_fault(f"{problem.code} - {TEXTS[problem.code]}", detail, origin)


def bare_fault(faultstring: str, detail: str = "", origin: str = "Client") -> bytes:
    """A fault with whatever detail, also none (facts sheet 5b.10)."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP_ENV}"><SOAP-ENV:Body><SOAP-ENV:Fault>'
        f"{element('faultcode', f'SOAP-ENV:{origin}')}{element('faultstring', faultstring)}{detail}"
        "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ).encode()
