"""One value from the cell to the wire and back: whatever a spreadsheet holds, it is what Marketo gets and gives."""

import re
from pathlib import Path

from lxml import etree

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from mktgui.ui.attribute_cells import Column as AttributeColumn
from mktgui.ui.record_model import Column
from tests.e2e.acts import SHEET, load, new_value, send, told
from tests.e2e.desk import Desk
from tests.e2e.program import Program, Start
from tests.e2e.spreadsheet import copied
from tests.e2e.waiting import until

NASTY = {
    "Address": "Main St 1\r\nFloor 2",
    "BillingStreet": "unix\nmac\rend",
    "DoNotCallReason": "one\ttwo\u00a0three\u2028four",
    "UnsubscribedReason": "]]> &amp; <![CDATA[x]]> &#13; <b>\"q\" 'a'</b> %s {0} \\n",
    "Company": '"quoted" and "not closed',
    "FirstName": "👩\u200d👩\u200d👧 e\u0301 é ﬁ",
    "LastName": "市场部，𠮷野家",
    "City": "\u202bمرحبا\u202c שלום abc",
    "Notes__c": "".join(f"{number:04d} ä<&>" for number in range(556))[:5000],
}
API_NAME = re.compile(r".*\((.+)\)$")  # behind the label, where the label is another word


def cell(text: str) -> str:
    """As a spreadsheet copies it: quoted where it could be taken for more than one cell."""
    special = any(letter in text for letter in "\t\r\n") or text.startswith('"')
    return '"' + text.replace('"', '""') + '"' if special else text


def attributes(body: bytes) -> dict[str, str]:
    """Names and values in a message, as anybody's XML parser reads them."""
    return {
        one.findtext("{*}attrName") or "": one.findtext("{*}attrValue") or ""
        for one in etree.fromstring(body).iter("{*}attribute")
    }


def record(program: Program) -> dict[str, tuple[str, str]]:
    """What was asked and what is, by API name, as the window says it."""
    table = program.reader.find("table", "The lead as it is now")
    rows = [[table.cell(row, column).name for column in Column] for row in range(len(NASTY))]
    return {API_NAME.sub(r"\1", row[Column.FIELD]): (row[Column.ASKED], row[Column.NOW]) for row in rows}


def marked(program: Program) -> dict[str, str]:
    """The new values in the sheet of the lead, by API name, without those that are left alone."""
    table = program.reader.find("table", SHEET)
    columns = (AttributeColumn.API_NAME, AttributeColumn.VALUE)
    rows = [tuple(table.cell(row, column).name for column in columns) for row in range(table.size[0])]
    return {name: value for name, value in rows if name in NASTY and value != "left alone"}


def test_every_text_comes_through(
    start: Start, folder: Path, profile: Profile, server: PracticeServer, one_desk: Desk
) -> None:
    program = start(folder)
    load(program)
    with copied(one_desk, "".join(f"{name}\t{cell(text)}\r\n" for name, text in NASTY.items())):
        program.reader.find("push button", "Paste").act()
        until(lambda: len(marked(program)) == len(NASTY), lambda: f"pasted {len(marked(program))} rows")
    assert marked(program) == NASTY
    send(program)
    told(program, "Updated lead 318815 (👩‍👩‍👧 é é ﬁ 市场部，𠮷野家).")
    [entry] = [one for one in server.journal if one.operation == "syncLead"]
    assert attributes(entry.body) == NASTY
    assert {name: text for name, text in attributes(entry.reply).items() if name in NASTY} == NASTY
    assert record(program) == {name: (text, text) for name, text in NASTY.items()}
    program.quit()


def test_a_text_with_line_breaks_can_be_pasted_into_a_cell_that_is_open(
    start: Start, folder: Path, profile: Profile, server: PracticeServer, one_desk: Desk
) -> None:
    program = start(folder)
    program.take_keyboard()
    load(program)
    table = program.reader.find("table", SHEET)
    program.reader.find("push button", "Add field").act()
    program.reader.wait_for_focus("text", lambda: f"Field, row {table.size[0]}")
    program.x.type("Address\t")
    editor = program.reader.wait_for_focus("text", "New value, Address")
    with copied(one_desk, NASTY["Address"]):
        program.x.press("Ctrl+v")
        until(lambda: editor.text, "nothing was pasted")
    program.x.press("Return")
    until(lambda: new_value(program, "Address"), "the cell did not take it")
    send(program)
    told(program, "Updated lead 318815 (Ana Ruiz).")
    assert attributes(server.journal[-1].body) == {"Address": NASTY["Address"]}
    program.quit()
