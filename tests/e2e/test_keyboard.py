"""The whole job by keys alone, and where Tab goes."""

from functools import partial
from pathlib import Path

from tests.e2e.acts import ANA, BOX, FILTER, SHEET, new_value, told
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

VALUE = 'VP & <all> "sides"'
FIND = (
    ("radio button", "Key: Email"),
    ("check box", "Also set other identifiers"),
    ("text", "Workspace"),
    ("check box", "Return the lead afterwards"),
)
ACTS = (
    ("push button", "Add field"),
    ("push button", "Set to empty"),
    ("push button", "Leave alone"),
    ("push button", "Delete row"),
    ("push button", "Paste"),
)
TABLE = (
    ("text", FILTER),
    ("check box", "Changed"),
    ("check box", "Hide blanks"),
    ("button menu", "What the table shows"),
    ("table", SHEET),
)
PLAN = (("push button", "Re-read"), ("filler", "What will happen"), ("push button", "Send to practice"))
TOP = (
    ("combo box", "Practice"),
    ("push button", "Practise REST"),
    ("push button", "Connections…"),
    ("filler", "Lead"),
    ("text", BOX),
)


def go(program: Program, *places: tuple[str, str], key: str = "Tab") -> None:
    """Press the key once for each of these places: the keyboard has to come to them in this order."""
    for role, name in places:
        program.x.press(key)
        program.reader.wait_for_focus(role, name)


def has_value(program: Program, label: str, value: str) -> bool:
    return new_value(program, label) == value


def test_one_lead_is_changed_by_keys_alone(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    x, reader = program.x, program.reader
    program.take_keyboard()
    reader.wait_for_focus("text", BOX)
    x.type(f"{ANA}\n")
    reader.wait_for_focus("text", FILTER)
    table = reader.find("table", SHEET)
    for name, label, value in (("Title", "Job Title", VALUE), ("first name", "First Name", "Anna")):
        x.press("Ctrl+i")
        reader.wait_for_focus("text", lambda: f"Field, row {table.size[0]}")
        x.type(f"{name}\t")
        reader.wait_for_focus("text", f"New value, {label}")
        x.type(f"{value}\n")
        until(partial(has_value, program, label, value), f"{label} was not taken")
    x.press("Ctrl+Return")
    told(program, "Updated lead 318815 (Anna Ruiz).")
    go(program, *PLAN, ("page tab list", "Result"))
    go(program, ("push button", "Re-read the lead"), ("push button", "Put it back…"), ("button menu", "Copy receipt"))
    go(program, ("check box", "Only what was asked"), ("text", FILTER), ("table", "The lead as it is now"))
    go(program, ("text", FILTER), key="Shift+Tab")
    x.type("Title")
    record = reader.find("table", "The lead as it is now")
    until(lambda: record.size[0] == 1, "the filter does not filter")
    assert [record.cell(0, column).name for column in range(4)] == ["Job Title (Title)", "VP Sales", VALUE, VALUE]
    x.press("Ctrl+2")
    request = reader.find("text", "Request")
    until(lambda: 'VP &amp; &lt;all&gt; "sides"' in request.text, lambda: request.text)
    x.press("Ctrl+1")
    reader.find("table", "The lead as it is now")
    x.press("Ctrl+j")
    until(lambda: reader.look("page tab list", "Result") is None, "the drawer stays open")
    x.press("Ctrl+q")
    assert program.status() == 0


def test_tab_goes_round_the_window_as_it_is_read(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    program.take_keyboard()
    program.reader.wait_for_focus("text", BOX)
    first = ("push button", f"Try {ANA}")
    go(program, *FIND, first, ("list", "Recipes"), *ACTS, *TABLE, ("filler", "What will happen"), *TOP)
    program.x.type(f"{ANA}\n")
    program.reader.wait_for_focus("text", FILTER)
    go(program, *TABLE[1:], *PLAN, *TOP, ("push button", "Load"), *FIND, ("list", "Recent leads"), ("list", "Recipes"))
    go(program, *ACTS, *TABLE)
    go(program, *reversed((*ACTS, *TABLE[:-1])), ("list", "Recipes"), key="Shift+Tab")
    program.x.press("Ctrl+l")
    program.reader.wait_for_focus("text", BOX)
    program.x.type("318815")
    go(program, ("push button", "Load"), ("radio button", "Key: Marketo ID"))
    program.quit()
