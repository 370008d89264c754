"""Kills the program while somebody types, again and again: `python -m tests.e2e.kills 200`.

What was typed more than a second before has to be there after the next start, whole and in its place; of what was typed
since then, any beginning may be.
"""

import random
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from jeepney import DBusErrorResponse

from mktgui.ui.attribute_cells import Column
from tests.e2e.acts import BOX, SHEET
from tests.e2e.desk import desk
from tests.e2e.program import Program, Start, programs
from tests.e2e.screen_reader import Node
from tests.e2e.waiting import until

ROWS = 40  # kills until a home is left for a new one, so that its table stays short
SECOND = 1.0  # what may be lost
KEY_PAUSE = 0.04  # seconds between two keys of somebody who types fast
FIELDS = 40  # of those that every Marketo has
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Typed:
    """What has to be there: the key, and each row that was made, by its name."""

    key: str
    rows: dict[str, str]


class Typist:
    """Types into one home, killed and started again each time."""

    def __init__(self, start: Start, home: Path, dice: random.Random) -> None:
        self._start, self._home, self._dice = start, home, dice
        self._typed = Typed("", {})
        self._pause = Event()
        self._program = self._open()
        self._turns = (self._key, self._name, self._value, self._long)

    def turn(self, number: int) -> None:
        """Type somewhere, be killed, start again, and see what is there."""
        self._turns[number % len(self._turns)]()
        there = Typed(self._program.reader.find("text", BOX).text, self._rows())
        assert there == self._typed

    def quit(self) -> None:
        self._program.quit()

    def _key(self) -> None:
        first, more = self._word() + "@", self._word() + ".example"
        self._program.x.press("Ctrl+l")
        self._type(first, self._focused(BOX))
        self._die(more)
        came = until(lambda: self._program.reader.find("text", BOX).text, "no key came back")
        assert is_between(came, first, more), (came, first, more)
        self._typed.key = came

    def _name(self) -> None:
        first, more = self._word(), self._word() + "__c"
        self._type(first, self._new_row())
        self._die(more)
        [name] = self._rows().keys() - self._typed.rows.keys()
        assert is_between(name, first, more), (name, first, more)
        self._typed.rows[name] = ""

    def _value(self) -> None:
        name, first, more = self._word() + "__c", self._word(), self._word() * 3
        self._type(first, self._named_row(name))
        self._die(more)
        self._expect(name, first, more)

    def _long(self) -> None:
        name, first, more = self._word() + "__c", f"{self._word()}\n{self._word()}", f"\n{self._word() * 3}"
        self._named_row(name)
        self._program.x.press("Escape", "Shift+Return")
        self._type(first, self._focused(f"New value of {name}"))
        self._die(more)
        self._expect(name, first, more)

    def _expect(self, name: str, first: str, more: str) -> None:
        value = self._rows().get(name, "")
        assert is_between(value, first, more), (value, first, more)
        self._typed.rows[name] = value

    def _new_row(self) -> Node:
        """Go to the empty line below all others, and open its name."""
        self._program.x.press("Ctrl+i")
        table = self._table
        return self._focused(lambda: f"Field, row {table.size[0]}")

    def _named_row(self, name: str) -> Node:
        """Add a row of this name, and open its value."""
        self._type(name, self._new_row())
        self._program.x.press("Tab")
        table = self._table
        return self._focused(lambda: f"New value, row {table.size[0] - 1}")

    def _focused(self, name: str | Callable[[], str]) -> Node:
        return self._program.reader.wait_for_focus("text", name)

    @property
    def _table(self) -> Node:
        return self._program.reader.find("table", SHEET)

    def _type(self, text: str, editor: Node) -> None:
        """Type it, and see that it has arrived."""
        self._program.x.type(text)
        until(lambda: editor.text == text, lambda: f"{text!r} was not taken, but {editor.text!r}")

    def _die(self, more: str) -> None:
        """Wait for a second, and be killed after a few of these letters; then start anew."""
        self._pause.wait(SECOND)
        for letter in more[: self._dice.randrange(len(more) + 1)]:
            self._program.x.type(letter)
            self._pause.wait(KEY_PAUSE)
        self._pause.wait(self._dice.random() * KEY_PAUSE)
        self._program.process.kill()
        assert self._program.status() < 0
        self._program = self._open()
        until(lambda: self._rows().keys() >= self._typed.rows.keys(), "rows are missing")

    def _open(self) -> Program:
        program = self._start(self._home, "--practice")
        program.take_keyboard()
        program.reader.wait_for_focus("text", BOX)
        until(lambda: program.reader.find("table", SHEET).size[0] > FIELDS, "no fields are shown")
        return program

    def _rows(self) -> dict[str, str]:
        """The rows below those of the fields that every Marketo has."""
        table = self._table
        found: dict[str, str] = {}
        with suppress(DBusErrorResponse):
            for row in range(table.size[0] - 2, -1, -1):
                name, kind, value = (
                    table.cell(row, column).name for column in (Column.API_NAME, Column.TYPE, Column.VALUE)
                )
                if kind:
                    break
                found[name] = "" if value == "left alone" else value
        return found

    def _word(self) -> str:
        return "".join(self._dice.choice(LETTERS) for _ in range(6))


def is_between(came: str, first: str, more: str) -> bool:
    """Whether it is the first text, whole, and perhaps a beginning of what came then."""
    return came.startswith(first) and (first + more).startswith(came)


def main() -> int:
    """Kill it so many times."""
    parser = ArgumentParser(prog="python -m tests.e2e.kills", description="Kills the program while somebody types.")
    parser.add_argument("times", type=int)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="to do the same again")
    chosen = parser.parse_args()
    sys.stdout.write(f"seed {chosen.seed}\n")
    with tempfile.TemporaryDirectory() as folder, desk() as one, programs(one) as start:
        for home in range((chosen.times + ROWS - 1) // ROWS):
            dice = random.Random(chosen.seed + home)  # noqa: S311 - reproducible, not secret
            typist = Typist(start, Path(folder) / str(home), dice)
            for number in range(min(ROWS, chosen.times - home * ROWS)):
                typist.turn(number)
                sys.stdout.write(f"{home * ROWS + number + 1} kills survived\n")
                sys.stdout.flush()
            typist.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
