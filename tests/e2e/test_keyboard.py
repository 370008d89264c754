"""The whole job by keys alone, and where Tab goes."""

from pathlib import Path

from tests.e2e.acts import ANA, told
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

VALUE = 'VP & <all> "sides"'
FORM = (
    ("check box", "Also set other identifiers"),
    ("text", "Workspace"),
    ("check box", "Return the lead afterwards"),
)
TABLE = (
    ("push button", "Add field"),
    ("push button", "Set to empty"),
    ("push button", "Leave alone"),
    ("push button", "Delete row"),
    ("push button", "Paste"),
    ("text", "Filter fields"),
    ("check box", "Changed"),
    ("check box", "Hide blanks"),
    ("push button", "What the table shows"),
)


def go(program: Program, *places: tuple[str, str], key: str = "Tab") -> None:
    """Press the key once for each of these places: the keyboard has to come to them in this order."""
    for role, name in places:
        program.x.press(key)
        program.reader.wait_for_focus(role, name)


def test_one_lead_is_changed_by_keys_alone(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    x, reader = program.x, program.reader
    program.take_keyboard()
    reader.wait_for_focus("text", "Email")
    x.type(ANA)
    until(lambda: reader.find("text", "Email").text == ANA, "the address was not taken")
    x.press("Ctrl+i")  # Qt asks the bus about letters, so a shortcut would overtake them
    reader.wait_for_focus("text", "Field, row 1")
    x.type(f"Title\t{VALUE}\tFirstName\tAna\n")
    table = reader.find("table", "Fields of the lead")
    until(lambda: table.size == (3, 6), "the rows were not taken")
    x.press("Ctrl+Return")
    told(program, "Updated lead 318815.")
    go(program, ("filler", "What will happen"), ("push button", "Send to practice"))
    go(program, ("page tab list", "Result"), ("text", "Filter fields"), ("table", "The lead as it is now"))
    go(program, ("text", "Filter fields"), key="Shift+Tab")
    x.type("Title")
    record = reader.find("table", "The lead as it is now")
    until(lambda: record.size[0] == 1, "the filter does not filter")
    assert [record.cell(0, column).name for column in range(3)] == ["Title", VALUE, VALUE]
    x.press("Ctrl+2")
    request = reader.find("text", "Request")
    until(lambda: 'VP &amp; &lt;all&gt; "sides"' in request.text, lambda: request.text)
    x.press("Ctrl+1")
    reader.find("table", "The lead as it is now")
    x.press("Ctrl+j")
    until(lambda: reader.look("text", "Filter fields") is None, "the drawer stays open")
    x.press("Ctrl+q")
    assert program.status() == 0


def test_tab_goes_through_the_window_as_it_is_read(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    program.take_keyboard()
    program.reader.wait_for_focus("text", "Email")
    go(program, *FORM, *TABLE, ("table", "Fields of the lead"))
    go(program, *reversed((("text", "Email"), *FORM, *TABLE)), key="Shift+Tab")
    program.x.type(ANA)
    go(program, *FORM, *TABLE, ("table", "Fields of the lead"), ("filler", "What will happen"))
    go(program, ("push button", "Send to practice"), ("combo box", "Practice"), ("push button", "Connections…"))
    go(program, ("filler", "Lead"), ("radio button", "Key: Email"))
    go(program, ("radio button", "Key: Marketo ID"), key="Down")
    go(program, ("text", "Marketo ID"), *FORM)
    program.quit()
