"""Drafts outlive the program, belong to the copy that has them, and leave no trace where none is wanted."""

from functools import partial
from pathlib import Path

from tests.e2e.acts import ANA, BOX, give, load, new_value, ready, send, tabs, told, type_email
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

BO = "bo@corp.example"
VALUE = "Chief Canary Officer"


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


def holders(folder: Path, *words: str) -> list[tuple[str, str]]:
    """The files that hold any of these words, each with the word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [(path.name, word) for path in files for word in words if word.encode() in path.read_bytes()]


def test_where_nothing_is_to_be_kept_no_value_is_on_the_disk(start: Start, folder: Path) -> None:
    program = start(folder, "--practice")
    program.take_keyboard()
    load(program)
    give(program, "Title", "Job Title", VALUE)
    send(program, "practice")
    told(program, "Updated lead 318815 (Ana Ruiz).")
    type_email(program, BO)
    until(partial(kept, folder, BO), "the draft was not kept")
    keep_none(program)
    assert holders(folder, ANA, BO, VALUE, "VP Sales", "Ruiz", "318815") == []
    load(program)
    give(program, "City", "City", "Canaryville")
    send(program, "practice")
    told(program, "Updated lead 318815 (Ana Ruiz).")
    give(program, "Title", "Job Title", "Canary in Chief")
    program.process.kill()
    assert program.status() < 0
    words = (ANA, BO, VALUE, "VP Sales", "Ruiz", "318815", "Canaryville", "Austin", "Canary in Chief")
    assert holders(folder, *words) == []
    program = start(folder, "--practice")
    assert (key_of(program), tabs(program)) == ("", [])
    program.quit()


def keep_none(program: Program) -> None:
    """Choose that nothing is kept, and that what is there goes too; by the menu."""
    program.reader.find("menu item", "Lead").act()
    program.reader.find("menu item", "Kept on this computer…").act()
    ready(program, "radio button", "Keep none").act()
    ready(program, "push button", "Take them out for good").act()
    told(program, "No values are kept any more")
    ready(program, "push button", "Close").act()
    until(lambda: len(program.windows()) == 1, "it stays open")
    program.take_keyboard()
