"""Somebody's hands on the keyboard, counting, and their eyes on the one line that tells how it went."""

from collections.abc import Callable, Mapping
from functools import partial

from tests.e2e.acts import BOX, FILTER, SHEET, new_value, new_values, tabs
from tests.e2e.desk import Desk
from tests.e2e.program import Program
from tests.e2e.screen_reader import Node
from tests.e2e.spreadsheet import copied
from tests.e2e.waiting import until


class Hands:
    """Nothing here is done but by keys. What is read is read to wait for it, because a machine types faster than Qt."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program, self._desk = program, desk
        self.presses = 0
        program.take_keyboard()

    def clear_desk(self) -> None:
        """One empty draft, the keyboard in its key, and nothing counted yet."""
        for _ in range(len(tabs(self._program)) or 1):
            self.press("Ctrl+w")
        until(lambda: not tabs(self._program), "a draft stays open")
        if self._program.reader.find("text", "Workspace").text:  # a new draft goes on where the last one was
            self.tab_to("text", "Workspace")
            self.press("Delete")
        self.press("Ctrl+l")
        until(lambda: self.on("text", BOX).text == "", "the key is not empty")
        self.presses = 0

    def press(self, *chords: str) -> None:
        """Press keys, such as `Tab` or `Ctrl+Return`."""
        self.presses += len(chords)
        for chord in chords:
            self._program.reader.let_keys_arrive()  # a shortcut would overtake them
            self._program.x.press(chord)

    def type(self, text: str, editor: Node) -> None:
        """Type this into an editor, letter by letter."""
        before = editor.text
        self.presses += len(text)
        self._program.x.type(text)
        until(lambda: editor.text != before and editor.text.endswith(text), lambda: f"{editor.text!r}, not {text!r}")

    def paste(self, text: str, arrived: Callable[[], object]) -> None:
        """Paste what was copied elsewhere."""
        with copied(self._desk, text):
            self.press("Ctrl+v")
            until(arrived, lambda: f"{text!r} was not pasted")

    def on(self, role: str, name: str) -> Node:
        """Where the keyboard is, once it is there."""
        return self._program.reader.wait_for_focus(role, name)

    def find(self, key: str) -> None:
        """Type the key, and press Enter."""
        self.type(key, self.on("text", BOX))
        self.press("Return")

    def load(self, key: str) -> None:
        """Type the key, press Enter, and see the lead."""
        self.find(key)
        self.on("text", FILTER)

    def go_to(self, words: str) -> None:
        """Filter the fields, and go on to the value of the one that is meant."""
        self.type(words, self.on("text", FILTER))
        self.press("Return")
        self.on("table", SHEET)

    def value(self, label: str, text: str) -> None:
        """Type a new value over the old one, and stay in the cell."""
        self.presses += 1
        self._program.x.type(text[0])
        self.type(text[1:], self.on("text", f"New value, {label}"))

    def end_value(self, label: str, becomes: str) -> None:
        """Take it over with Enter, and see what it is taken for."""
        self.press("Return")
        self.sees(label, becomes)

    def sees(self, label: str, value: str) -> None:
        """See what is to be the new value of a field."""
        until(lambda: new_value(self._program, label) == value, lambda: new_value(self._program, label))

    def paste_cells(self, cells: Mapping[str, str], marked: int) -> None:
        """Paste names and values from a spreadsheet into the table, and see them."""
        text = "".join(f"{name}\t{value}\r\n" for name, value in cells.items())
        self.paste(text, lambda: len(new_values(self._program)) == marked)

    def choose(self, role: str, name: str, key: str, wanted: str) -> None:
        """Press a key in a list until what is wanted is selected; then Enter."""
        chosen = self.on(role, name)
        while chosen.selected != wanted:
            before = chosen.selected
            self.press(key)
            until(partial(_differs, lambda: chosen.selected, before), f"{key} goes not on from {before!r}")
        self.press("Return")

    def tab_to(self, role: str, name: str, key: str = "Tab", most: int = 40) -> None:
        """Go from stop to stop until the keyboard is there."""
        been = []
        for _ in range(most):
            before = self._program.reader.told_focus
            been.append(before)
            if before == (role, name):
                return
            self.press(key)
            until(partial(_differs, lambda: self._program.reader.told_focus, before), f"{key} leaves {before} not")
        raise AssertionError(f"{role} {name} is not to be reached, only {been}")

    def reads(self, sentence: str) -> None:
        """See this on the screen, word for word."""
        labels: list[str] = []

        def look() -> bool:
            labels[:] = self._program.reader.names("label")
            return sentence in labels

        until(look, lambda: f"{sentence!r} is not among {labels}")

    def send(self, sentence: str) -> None:
        """Press Ctrl+Enter, and read."""
        self.press("Ctrl+Return")
        self.reads(sentence)


def _differs(read: Callable[[], object], before: object) -> bool:
    return read() != before
