"""One value from the cell to the wire and back: whatever a spreadsheet holds, it is what Marketo gets and gives."""

from pathlib import Path

from lxml import etree

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from tests.e2e.acts import send, told, type_email
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
    """What is now and what was sent, as the window says it."""
    table = program.reader.find("table", "The lead as it is now")
    rows = [[table.cell(row, column).name for column in range(3)] for row in range(4 + len(NASTY))]
    return {field: (now, sent) for field, now, sent in rows if field in NASTY}


def test_every_text_comes_through(
    start: Start, folder: Path, profile: Profile, server: PracticeServer, one_desk: Desk
) -> None:
    program = start(folder)
    type_email(program)
    table = program.reader.find("table", "Fields of the lead")
    with copied(one_desk, "".join(f"{name}\t{cell(text)}\r\n" for name, text in NASTY.items())):
        program.reader.find("push button", "Paste").act()
        until(lambda: table.size[0] == len(NASTY) + 1, lambda: f"pasted {table.size[0] - 1} rows")
    assert {table.cell(row, 0).name: table.cell(row, 4).name for row in range(len(NASTY))} == NASTY
    send(program)
    told(program, "Updated lead 318815.")
    [entry] = server.journal
    assert attributes(entry.body) == NASTY
    assert {name: text for name, text in attributes(entry.reply).items() if name in NASTY} == NASTY
    assert record(program) == {name: (text, text) for name, text in NASTY.items()}
    program.quit()


def test_a_text_with_line_breaks_can_be_pasted_into_a_cell_that_is_open(
    start: Start, folder: Path, profile: Profile, server: PracticeServer, one_desk: Desk
) -> None:
    program = start(folder)
    program.take_keyboard()
    type_email(program)
    program.reader.find("push button", "Add field").act()
    program.reader.wait_for_focus("text", "Field, row 1")
    program.x.type("Address\t")
    editor = program.reader.wait_for_focus("text", "New value, row 1")
    with copied(one_desk, NASTY["Address"]):
        program.x.press("Ctrl+v")
        until(lambda: editor.text, "nothing was pasted")
    program.x.press("Return")
    table = program.reader.find("table", "Fields of the lead")
    until(lambda: table.cell(0, 4).name, "the cell did not take it")
    send(program)
    told(program, "Updated lead 318815.")
    assert attributes(server.journal[0].body) == {"Address": NASTY["Address"]}
    program.quit()
