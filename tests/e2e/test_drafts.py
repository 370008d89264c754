"""Drafts outlive the program, belong to the copy that has them, and leave no trace where none is wanted."""

from functools import partial
from pathlib import Path

from tests.e2e.acts import ANA, BOX, give, load, new_value, send, tabs, told, type_email
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

BO = "bo@corp.example"
VALUE = "Chief Canary Officer"
KEEP = "Keep drafts and leads on this computer"


def key_of(program: Program) -> str:
    return program.reader.find("text", BOX).text


def kept(folder: Path, text: str) -> bool:
    return any(text in path.read_text() for path in (folder / "data" / "drafts").rglob("*.json"))


def test_what_lay_on_the_desk_when_it_was_closed_is_there_at_the_next_start(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    program.take_keyboard()
    type_email(program)
    give(program, "Title", "Job Title", VALUE)
    program.x.press("Ctrl+n")
    until(lambda: len(tabs(program)) == 2, "no second draft")
    type_email(program, BO)
    program.quit()
    program = start(folder, "--practice")
    until(lambda: tabs(program) == [f"{ANA} (1)", BO], lambda: f"the tabs are {tabs(program)}")
    assert key_of(program) == BO
    program.reader.find("page tab", f"{ANA} (1)").act()
    until(lambda: key_of(program) == ANA, "the first draft does not come to the front")
    until(lambda: new_value(program, "Job Title") == VALUE, "its value is not there")
    program.quit()


def test_two_copies_have_each_their_own(start: Start, folder: Path) -> None:
    both = {ANA: start(folder, "--practice"), BO: start(folder, "--practice")}
    for key, program in both.items():
        type_email(program, key)
        until(partial(kept, folder, key), "the draft was not kept")
    both[ANA].process.kill()
    assert both[ANA].status() < 0
    again = start(folder, "--practice")
    until(lambda: key_of(again) == ANA, "its draft did not come back")
    assert tabs(again) == []
    assert (key_of(both[BO]), tabs(both[BO])) == (BO, [])
    both[BO].quit()
    again.quit()
    last = start(folder, "--practice")
    until(lambda: len(tabs(last)) == 2, lambda: f"the tabs are {tabs(last)}")
    assert set(tabs(last)) == {ANA, BO}
    last.quit()


def test_where_nothing_is_to_be_kept_no_value_is_on_the_disk(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    program.take_keyboard()
    type_email(program, BO)
    until(partial(kept, folder, BO), "the draft was not kept")
    program.reader.find("menu item", "Lead").act()
    program.reader.find("menu item", KEEP).act()
    told(program, "What was kept is removed")
    program.x.press("Escape")
    until(lambda: len(program.windows()) == 1, "the menu stays open")
    load(program)
    give(program, "Title", "Job Title", VALUE)
    send(program, "practice")
    told(program, "Updated lead 318815 (Ana Ruiz).")
    give(program, "City", "City", "Canaryville")
    program.process.kill()
    assert program.status() < 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    words = [word.encode() for word in (ANA, BO, VALUE, "Canaryville", "VP Sales", "Ruiz", "318815")]
    assert files
    assert [(path, word) for path in files for word in words if word in path.read_bytes()] == []
    program = start(folder, "--practice")
    assert (key_of(program), tabs(program)) == ("", [])
    program.quit()
