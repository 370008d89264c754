"""What tests do again and again in the English window, by the accessibility bus."""

from mktgui.ui.attribute_cells import Column
from tests.e2e.program import Program
from tests.e2e.screen_reader import ENABLED, Node
from tests.e2e.waiting import until

ANA = "ana.ruiz@acme.example"
BOX = "Which lead: an ID, an address or a cookie"
SHEET = "Fields of the lead"
FILTER = "Filter fields"
RESTING = {"left alone", "kept by Marketo", "blocked by an admin", "set on the left"}
DRAWER = {"Result", "Request and response", "Preview"}


def ready(program: Program, role: str, name: str) -> Node:
    """What has this role and name, once it can be worked."""
    found = program.reader.find(role, name)
    return until(lambda: found if found.has(ENABLED) else None, f"{name} stays shut")


def ready_button(program: Program, name: str) -> Node:
    """The button with this name, once it can be pressed."""
    return ready(program, "push button", name)


def type_email(program: Program, email: str = ANA) -> None:
    program.reader.find("text", BOX).write(email)


def load(program: Program, email: str = ANA) -> None:
    """Have the lead with this address read; it is there afterwards."""
    type_email(program, email)
    ready_button(program, "Load").act()
    told(program, "Read ")


def send(program: Program, where: str = "TEST") -> None:
    """Press Send; the call is under way afterwards, or over."""
    ready_button(program, f"Send to {where}").act()


def told(program: Program, beginning: str) -> str:
    """The sentence that begins like this, once there is one."""

    def look() -> str:
        return next((name for name in program.reader.names("label") if name.startswith(beginning)), "")

    return until(look, lambda: f"nothing begins with {beginning!r} in {program.reader.names('label')}")


def change_key(program: Program, key: str) -> None:
    """Open the connections, type another encryption key for the first of them, and press Save."""
    program.reader.find("push button", "Connections…").act()
    program.reader.find("text", "Encryption key").write(key)
    ready_button(program, "Save").act()


def new_values(program: Program) -> dict[str, str]:
    """The new values in the sheet of the lead, by the labels of their fields, without those that are left alone."""
    table = program.reader.find("table", SHEET)
    rows = [(table.cell(row, Column.FIELD).name, table.cell(row, Column.VALUE).name) for row in range(table.size[0])]
    return {label: value for label, value in rows[:-1] if value not in RESTING}


def new_value(program: Program, label: str) -> str:
    """What is to be the new value of the field with this label; empty where it is left alone."""
    return new_values(program).get(label, "")


def give(program: Program, name: str, label: str, value: str) -> None:
    """Give a field a new value by dictation: the one with this API name, which the window calls by this label."""
    program.take_keyboard()
    table = program.reader.find("table", SHEET)
    program.reader.find("push button", "Add field").act()
    program.reader.wait_for_focus("text", lambda: f"Field, row {table.size[0]}").write(name)
    program.x.press("Tab")
    program.reader.wait_for_focus("text", f"New value, {label}").write(value)
    program.x.press("Return")
    until(lambda: new_value(program, label) == value, f"{label} did not take its value")


def tabs(program: Program) -> list[str]:
    """What the tabs of the drafts say; none where there is only one."""
    return [name for name in program.reader.names("page tab") if name not in DRAWER]
