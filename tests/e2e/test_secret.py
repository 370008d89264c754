"""A key is typed, kept and used in calls that go well and badly; afterwards it is found nowhere but in the keyring."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from jeepney import DBusErrorResponse

from mktgui.practice.server import PracticeServer
from tests.e2e.acts import ANA, change_key, give, load, ready_button, send, told
from tests.e2e.desk import Desk
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

KEY, WRONG_KEY = "Canary-0F1E2D3C4B5A69788796", "Canary-WRONG-00112233445566"
SIGNATURE = re.compile(rb"<(?:\w+:)?requestSignature>([0-9a-f]{40})<")


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    """A Marketo whose key is known in advance."""
    server = PracticeServer()
    server.secret = KEY
    with server:
        yield server


def spellings(word: str) -> list[bytes]:
    """How a program might write it without meaning to."""
    plain, wide = word.encode(), word.encode("utf-16-le")
    forms = [plain, wide, b64encode(plain)[:-4], plain.hex().encode(), plain.hex().upper().encode()]
    return [form.lower() for form in forms]


def holders(words: Iterable[str], contents: dict[str, bytes]) -> set[str]:
    """The names of what holds any of these words, in any spelling."""
    forms = [form for word in words for form in spellings(word)]
    return {name for name, content in contents.items() if any(form in content.lower() for form in forms)}


def files_below(*folders: Path) -> dict[str, bytes]:
    """All there are, names included; sockets hold nothing."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {str(path): str(path).encode() + path.read_bytes() for path in files}


def processes() -> dict[str, bytes]:
    """Arguments and environment of every process there is."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # ended, or another person's
            found[folder.name] = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
    return found


def window_text(program: Program) -> dict[str, bytes]:
    """Everything a screen reader comes to, cells and hidden pages included."""
    told: list[str] = []
    for node in program.reader.program.walk:
        with suppress(DBusErrorResponse):  # gone while we look
            told += [node.name, node.description, node.text]
    return {"window": "\n".join(told).encode()}


def make_connection(program: Program, server: PracticeServer) -> None:
    """By hand, the key typed letter by letter."""
    reader = program.reader
    program.take_keyboard()
    reader.find("push button", "Connections…").act()
    until(lambda: len(program.windows()) > 1, "the connections did not open")
    program.take_keyboard()
    reader.find("combo box", "REST").act("Press")
    until(lambda: len(program.windows()) > 2, "the list of the APIs did not open")
    program.x.press("Down", "Return")
    reader.find("text", "Name").write("Sandbox")
    reader.find("text", "SOAP endpoint").write(server.endpoint)
    reader.find("text", "User ID").write(server.user_id)
    reader.find("text", "Encryption key").focus()
    reader.wait_for_focus("text", "Encryption key")
    program.x.type(KEY)
    until(lambda: len(reader.find("text", "Encryption key").text) == len(KEY), "the key was not taken")
    assert not holders([KEY], window_text(program))
    reader.find("push button", "Save").act()
    told(program, "Saved.")
    reader.find("push button", "Close").act()


def test_the_key_is_nowhere_but_in_the_keyring(
    start: Start, folder: Path, server: PracticeServer, one_desk: Desk
) -> None:
    program = start(folder)
    make_connection(program, server)
    told(program, "Key kept in GNOME Keyring")
    load(program)

    def look() -> None:
        texts = window_text(program)
        assert holders([ANA], texts) == {"window"}
        assert not holders([KEY, WRONG_KEY, *signatures(server)], texts)
        running = processes()
        assert str(program.process.pid) in holders([str(folder)], running)
        assert not holders([KEY, WRONG_KEY], running)

    until(lambda: "describeMObject" in operations(server), "the fields were not asked for")
    send(program)
    told(program, "Updated lead 318815 (Ana Ruiz).")
    look()
    give(program, "Title", "Job Title", "Chief Officer")
    server.next("cut-in-body")
    send(program)
    told(program, "The line was cut")
    look()
    program.reader.find("push button", "Re-read the lead").act()
    told(program, "It was written")
    look()
    server.next("never")
    send(program)
    until(lambda: len(server.journal) == 6, "nothing was sent")
    ready_button(program, "Stop").act()
    told(program, "Stopped.")
    look()
    change_key(program, WRONG_KEY)
    told(program, "Saved.")
    ready_button(program, "Load").act()
    told(program, "Not read. Marketo does not accept the user id and the key")
    look()
    program.quit()

    assert len(signatures(server)) == len(server.journal) == 7
    files = files_below(folder, Path(one_desk.ring.folder), folder.parent)
    assert not holders([KEY, WRONG_KEY, *signatures(server)], files)
    profiles = str(folder / "config" / "profiles.toml")
    assert {profiles} <= holders([server.user_id], files) <= {profiles, f"{profiles}.bak"}


def operations(server: PracticeServer) -> list[str]:
    return [entry.operation for entry in server.journal]


def signatures(server: PracticeServer) -> list[str]:
    """What was sent with each call."""
    return [found.decode() for entry in server.journal for found in SIGNATURE.findall(entry.body)]
