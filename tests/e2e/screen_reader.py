"""Reads and works a program by the accessibility bus, as a screen reader does: by name and role, never by pixel."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from tests.e2e.waiting import until

ATSPI = "org.a11y.atspi"
ACTIVE, CHECKED, ENABLED, FOCUSABLE, FOCUSED, SENSITIVE, SHOWING = 1, 4, 8, 11, 12, 24, 25  # AtspiStateType
NAMED = {
    "push button", "toggle button", "button", "check box", "radio button", "combo box", "text", "table", "list",
    "spin button", "menu item", "check menu item", "radio menu item", "menu", "page tab", "page tab list", "tree table",
}  # fmt: skip # roles that a person acts on


@dataclass(frozen=True)
class Node:
    """One widget, or a cell of one."""

    _bus: DBusConnection = field(repr=False)
    _place: tuple[str, str]

    @property
    def owner(self) -> str:
        """The program's name on the bus."""
        return self._place[0]

    @cached_property
    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def told(self) -> tuple[str, str]:
        """Role and name; nothing of a widget that is just going."""
        with suppress(DBusErrorResponse):
            return self.role, self.name
        return "", ""

    @property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @property
    def is_labelled(self) -> bool:
        """Whether something says what it is for: Qt puts the choice of a combo box where others have their name."""
        return bool(self.description or self._call("Accessible", "GetRelationSet")[0])

    @property
    def children(self) -> "list[Node]":
        return [Node(self._bus, place) for place in self._call("Accessible", "GetChildren")[0]]

    @property
    def interfaces(self) -> set[str]:
        return {name.removeprefix(f"{ATSPI}.") for name in self._call("Accessible", "GetInterfaces")[0]}

    @property
    def text(self) -> str:
        """What stands in a field, or else the name."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0]) if "Text" in self.interfaces else self.name

    def has(self, *states: int) -> bool:
        low, high = self._call("Accessible", "GetState")[0]
        return all((low | high << 32) >> state & 1 for state in states)

    def act(self, name: str = "") -> None:
        """Do what it is for: press a button, tick a box; or the action with this name."""
        names = [str(self._call("Action", "GetName", "i", number)[0]) for number in range(self._actions)]
        number = names.index(name) if name else 0
        assert self._call("Action", "DoAction", "i", number)[0], f"{self} did not do {name or names}"

    def write(self, text: str) -> None:
        """Put this into a field, as a dictation program does."""
        assert self._call("EditableText", "SetTextContents", "s", text)[0], f"{self} took no text"

    def focus(self) -> None:
        assert self._call("Component", "GrabFocus")[0], f"{self} took no focus"

    def cell(self, row: int, column: int) -> "Node":
        """Of a table."""
        return Node(self._bus, self._call("Table", "GetAccessibleAt", "ii", row, column)[0])

    def select(self, number: int) -> None:
        """One of the children of a list."""
        assert self._call("Selection", "SelectChild", "i", number)[0], f"{self} selected nothing"

    @property
    def selected(self) -> str:
        """The name of the first that is selected; empty where none is."""
        if not int(self._property("Selection", "NSelectedChildren")):
            return ""
        return Node(self._bus, self._call("Selection", "GetSelectedChild", "i", 0)[0]).name

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of a table."""
        return int(self._property("Table", "NRows")), int(self._property("Table", "NColumns"))

    @property
    def walk(self) -> "Iterator[Node]":
        """This one and everything below it; what goes while we look is left out."""
        yield self
        children: list[Node] = []
        with suppress(DBusErrorResponse):
            children = self.children
        for child in children:
            yield from child.walk

    @property
    def _actions(self) -> int:
        return int(self._property("Action", "NActions"))

    def _property(self, interface: str, name: str) -> Any:
        address = DBusAddress(self._place[1], self._place[0], f"{ATSPI}.{interface}")
        return _ask(self._bus, Properties(address).get(name))[0][1]

    def _call(self, interface: str, method: str, signature: str | None = None, *body: object) -> Any:
        address = DBusAddress(self._place[1], self._place[0], f"{ATSPI}.{interface}")
        return _ask(self._bus, new_method_call(address, method, signature, body))


class ScreenReader:
    """Listens to one program."""

    def __init__(self, address: str, process: int) -> None:
        self._bus = open_dbus_connection(address)
        self._process = process
        self._focused: Node | None = None
        self._desktop = Node(self._bus, (f"{ATSPI}.Registry", "/org/a11y/atspi/accessible/root"))
        self._news = self._listen()
        self.program = until(self._find_program, "the program is not on the accessibility bus")

    def close(self) -> None:
        self._bus.close()

    def find(self, role: str, name: str) -> Node:
        """The one widget with this role and name, as soon as it shows."""
        return until(lambda: self.look(role, name), lambda: f"no {role} {name!r} among {self.names(role)}")

    def look(self, role: str, name: str) -> Node | None:
        """The same now, or None."""
        found = [node for node in self.shown() if node.told == (role, name)]
        assert len(found) < 2, f"{len(found)} times {role} {name!r}"
        return found[0] if found else None

    def names(self, role: str) -> list[str]:
        """The names of all widgets with this role that show."""
        return [told[1] for told in (node.told for node in self.shown()) if told[0] == role]

    @property
    def focused(self) -> "Node | None":
        """Where the keyboard went last, as the program told it. The editor of a cell is found in no other way."""
        _ = self.program.name  # the answer comes after all that was told before
        while self._news:
            message = self._news.popleft()
            sender, place = message.header.fields[HeaderFields.sender], message.header.fields[HeaderFields.path]
            if sender == self.program.owner and message.body[:2] == ("focused", 1):
                self._focused = Node(self._bus, (sender, place))
        if self._focused is None:  # it went there before anybody listened
            self._focused = next((node for node in self.shown() if node.has(FOCUSED)), None)
        return self._focused

    def wait_for_focus(self, role: str, name: str | Callable[[], str]) -> Node:
        """The widget with this role and name, as soon as the keyboard is there. A name may change while we wait."""
        wanted = name if callable(name) else lambda: name
        return until(
            lambda: self._focused_on(role, wanted()), lambda: f"the keyboard is on {self.told_focus}, not {wanted()!r}"
        )

    @property
    def told_focus(self) -> tuple[str, str]:
        """Role and name of where the keyboard is."""
        return self.focused.told if self.focused else ("", "")

    def let_keys_arrive(self) -> None:
        """Qt asks the registry about each key before it acts on it: come back when it has its answer."""
        for _ in range(2):
            for node in (self.program, self._desktop, self.program):
                _ = node.name

    def shown(self) -> Iterator[Node]:
        """Everything that is on the screen, without the cells of tables."""
        for window in self.program.children:
            yield from _shown(window)

    def _focused_on(self, role: str, name: str) -> Node | None:
        focused = self.focused
        return focused if focused and focused.told == (role, name) else None

    def _listen(self) -> deque[Message]:
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member="StateChanged")
        Proxy(message_bus, self._bus).AddMatch(rule)
        want_focus(self._bus)
        news: deque[Message] = self._bus.filter(rule, bufsize=1000).queue
        return news

    def _find_program(self) -> Node | None:
        for child in self._desktop.children:
            with suppress(DBusErrorResponse):  # a program of before that is just going
                if Proxy(message_bus, self._bus).GetConnectionUnixProcessID(child.owner) == (self._process,):
                    return child if any(window.has(SHOWING) for window in child.children) else None
        return None


def want_focus(bus: DBusConnection) -> None:
    """Have every change of the focus told. Programs ask when they start whether anybody wants to know."""
    address = DBusAddress("/org/a11y/atspi/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
    _ask(bus, new_method_call(address, "RegisterEvent", "sass", ("object:state-changed:focused", [], "")))


def _shown(node: Node) -> Iterator[Node]:
    children: list[Node] = []
    with suppress(DBusErrorResponse):
        if not node.has(SHOWING):
            return
        children = [] if node.role in {"table", "list"} else node.children
        yield node
    for child in children:
        yield from _shown(child)


def _ask(bus: DBusConnection, message: Any) -> Any:
    reply = bus.send_and_get_reply(message, timeout=20)
    if reply.header.message_type is MessageType.error:
        raise DBusErrorResponse(reply)
    return reply.body
