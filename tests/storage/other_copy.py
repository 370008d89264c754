"""Another copy of the program, as a process of its own that can be killed: `python -m tests.storage.other_copy`."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from mktgui.domain.desk import SavedDraft
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.lead import KeyKind
from mktgui.domain.profile import Profile
from mktgui.domain.recents import Deed, Recent
from mktgui.domain.recipe import Recipe
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.drafts import DraftFolder
from mktgui.storage.locks import take_lock
from mktgui.storage.profiles import TomlProfiles
from mktgui.storage.recents import RecentsFile
from mktgui.storage.recipes import RecipeFile

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)


def numbered(number: int, draft_id: str = "typed") -> SavedDraft:
    """A draft that says the same number everywhere, so that half of one would show."""
    rows = tuple(Row(f"Field{row}", Edit(EditKind.SET, str(number))) for row in range(300))
    draft = Draft(email=f"{number}@corp.example", rows=rows)
    return SavedDraft(id=draft_id, profile_id="emea", draft=draft, changed_at=NOON, order=number)


def recent(text: str, deed: Deed = Deed.LOADED, lead_id: str = "", who: str = "") -> Recent:
    """A lead found by its address."""
    return Recent(key=KeyKind.EMAIL, text=text, deed=deed, at=NOON, lead_id=lead_id, who=who)


def hold(path: str) -> None:
    """Take a lock and keep it."""
    lock = take_lock(Path(path))
    _say("held" if lock else "taken")
    sys.stdin.read()


def type_on(folder: str, draft_id: str) -> None:
    """Save without end, a number higher each time."""
    store = DraftFolder(Path(folder))
    for number in count(1):
        store.save(numbered(number, draft_id))
        _say(str(number))


def open_desk(folder: str, *own: str) -> None:
    """Wait for the word, take over what is free, tell it, save a few of its own, and stay."""
    _say("ready")
    sys.stdin.readline()
    store = DraftFolder(Path(folder))
    _say(" ".join(one.id for one in store.load().drafts))
    for number, draft_id in enumerate(own):
        store.save(numbered(number, draft_id))
    _say("saved")
    sys.stdin.readline()
    store.close()


def look_at_leads(path: str, name: str, times: str) -> None:
    """Note lead after lead."""
    _say("ready")
    sys.stdin.readline()
    store = RecentsFile(Path(path))
    for number in range(int(times)):
        store.add("emea", recent(f"{name}{number}@corp.example"))


def write_recipes(path: str, name: str, times: str) -> None:
    """Add recipe after recipe."""
    _say("ready")
    sys.stdin.readline()
    store = RecipeFile(Path(path), "en")
    for number in range(int(times)):
        store.save(Recipe(id=f"{name}{number}", name=name))


def count_calls(path: str, times: str) -> None:
    """Count call after call."""
    _say("ready")
    sys.stdin.readline()
    store = CallCounts(Path(path))
    for _ in range(int(times)):
        store.add(NOON.date(), {"a.example": 1})


def change_profiles(path: str, wanted: str) -> None:
    """At each word: add a connection, send the one that is `wanted` elsewhere, delete it."""
    store = TomlProfiles(Path(path))
    _say("ready")
    sys.stdin.readline()
    known = store.load().profiles
    added = Profile(id="added", name="Added", endpoint="https://added.example/soap", user_id="u")
    store.save((*known, added), added.id, since=known)
    _say("added")
    sys.stdin.readline()
    known = store.load().profiles
    moved = [replace(one, user_id="somebody") if one.id == wanted else one for one in known]
    store.save(moved, added.id, since=known)
    _say("moved")
    sys.stdin.readline()
    known = store.load().profiles
    store.save([one for one in known if one.id != wanted], added.id, since=known)
    _say("deleted")


ACTS: tuple[Callable[..., None], ...] = (
    hold,
    type_on,
    open_desk,
    look_at_leads,
    write_recipes,
    count_calls,
    change_profiles,
)


@contextmanager
def other_copy(act: Callable[..., None], *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """Have it do that; killed at the end, if it has not ended by itself."""
    command = [sys.executable, "-m", "tests.storage.other_copy", act.__name__, *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: "subprocess.Popen[str]") -> str:
    """What it says next."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def tell(process: "subprocess.Popen[str]") -> None:
    """Give it the word to go on."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - to the test that started this process


if __name__ == "__main__":
    next(act for act in ACTS if act.__name__ == sys.argv[1])(*sys.argv[2:])
