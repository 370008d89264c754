"""A SOAP request that is being answered."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from mktgui.practice import spoiled
from mktgui.practice.faults import ApiFault
from mktgui.practice.marketo import FAULT, Marketo
from mktgui.practice.pages import BAD_GATEWAY, Sent
from mktgui.practice.scenarios import Scenario
from mktgui.practice.tricks import Door, Trick
from mktgui.practice.turn import Said


class SoapTurn:
    """Implements `Turn`."""

    door = Door.SOAP
    compresses = False

    def __init__(self, marketo: Marketo, body: bytes) -> None:
        self._marketo, self.body = marketo, body

    def visit(self, _one: Scenario | None) -> AbstractContextManager[Callable[[], Said]]:
        """Implements `Turn`."""
        return self._marketo.visit(self.body)

    def instead(self, one: Scenario) -> Sent:
        """Implements `Turn`."""
        if one.trick is Trick.FAULT:
            return FAULT, spoiled.XML, self._marketo.fault(ApiFault(one.code))
        return spoiled.instead(one, 1)

    def sent(self, one: Scenario | None, said: Said) -> Sent:
        """Implements `Turn`."""
        if one is not None and one.trick is Trick.HTML_502_AFTER_WRITE:
            return BAD_GATEWAY
        return said.status, spoiled.XML, said.body if one is None else spoiled.changed(one, said.body)
