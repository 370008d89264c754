"""Marketo itself: takes the bytes of a request, gives the bytes of an answer and its HTTP status."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from importlib.resources import files
from threading import Lock

from lxml import etree

from mktgui.practice import message
from mktgui.practice.faults import ApiFault
from mktgui.practice.guard import Guard
from mktgui.practice.message import Request
from mktgui.practice.reads import Reads
from mktgui.practice.settings import Settings
from mktgui.practice.sync import SyncLead
from mktgui.practice.turn import Said
from mktgui.practice.world import World

OK, FAULT = 200, 500


class Marketo:
    """One instance of Marketo. Thread-safe; `settings` may be replaced at any time."""

    def __init__(self, world: World, settings: Settings, guard: Guard, clock: Callable[[], datetime]) -> None:
        self.world, self.settings, self.clock = world, settings, clock
        self._guard = guard
        self.lock = Lock()  # of the world: whoever else speaks for this instance takes it, too
        self._schema = schema_of(wsdl())

    @contextmanager
    def visit(self, body: bytes) -> Iterator[Callable[[], Said]]:
        """Take a request in, which is under way until the block is left. What is given does it and answers.

        First it is understood, then its header is checked, then it is counted (facts sheet 4.1). Whoever is kept out
        has the fault as the answer, costs nothing and is never under way.
        """
        operation, leave = "", None
        try:
            request = message.read_request(body)
            operation = request.operation
            self._guard.check(request.authentication, self.settings, self.clock())
            leave = self._guard.enter(self.settings, self.clock())
        except ApiFault as problem:
            answer = partial(Said, FAULT, self.fault(problem), operation)
        else:
            answer = partial(self._say, request)
        try:
            yield answer
        finally:
            if leave is not None:
                leave()

    def _say(self, request: Request) -> Said:
        notes: list[str] = []
        try:
            with self.lock:  # the schema keeps its last errors, so that it is for one at a time, too
                notes += self._strays(request)
                said = self._do(request, notes.append)
                broken = self._violation(said)
        except ApiFault as problem:
            return Said(FAULT, self.fault(problem), request.operation, tuple(notes))
        if broken:  # our own slip: it must not pass for the vendor's
            message_of_bug = f"the answer breaks the schema: {broken}"
            raise AssertionError(message_of_bug)
        return Said(OK, said, request.operation, tuple(notes))

    def fault(self, problem: ApiFault) -> bytes:
        """A fault as this instance words it."""
        return message.fault(problem, self.settings.server_faultcode)

    def _do(self, request: Request, note: Callable[[str], None]) -> bytes:
        reads = Reads(self.world, self.settings)
        match request.operation:
            case "syncLead":
                return SyncLead(self.world, self.settings, note, self.clock()).answer(request)
            case "getLead":
                return reads.get_lead(request)
            case "describeMObject":
                return reads.describe(request)
            case _:
                return reads.list_objects()

    def _strays(self, request: Request) -> list[str]:
        """What in a request the schema does not allow: only noted, since the vendor ignores it."""
        # Through text, not as a copy: a copy loses declarations that only values use, as in xsi:type="xsd:string".
        params = etree.fromstring(etree.tostring(request.params, with_tail=False))
        if self._schema.validate(params):
            return []
        return [f"schema: {error.message}" for error in self._schema.error_log]

    def _violation(self, body: bytes) -> str:
        content = etree.fromstring(body)[0][0]
        return "" if self._schema.validate(content) else str(self._schema.error_log)


def wsdl(endpoint: str = "") -> bytes:
    """The WSDL of our own writing, with this address in it."""
    text = (files("mktgui.resources") / "wsdl" / "mktows.wsdl").read_bytes()
    if not endpoint:
        return text
    tree = etree.fromstring(text)
    address = next(tree.iter("{http://schemas.xmlsoap.org/wsdl/soap/}address"))
    address.set("location", endpoint)
    return etree.tostring(tree.getroottree(), encoding="UTF-8", xml_declaration=True)


def schema_of(definition: bytes) -> etree.XMLSchema:
    """The schema inside the WSDL."""
    return etree.XMLSchema(next(etree.fromstring(definition).iter("{http://www.w3.org/2001/XMLSchema}schema")))
