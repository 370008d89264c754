"""A client of the X server: its keyboard is typed on, its windows are given the focus and asked to close.

Speaks the protocol itself. The usual tools cannot ask a window to close without a window manager, and a test screen
has none: then nobody but the test moves the focus.
"""

import socket
import struct
from contextlib import suppress

GET_ATTRIBUTES, QUERY_TREE, INTERN_ATOM, GET_PROPERTY, SEND_EVENT = 3, 15, 16, 20, 25
SET_FOCUS, GET_FOCUS, QUERY_EXTENSION, GET_KEYBOARD = 42, 43, 98, 101
FAKE_INPUT, KEY_PRESS, KEY_RELEASE = 2, 2, 3  # of the extension XTEST
CLIENT_MESSAGE, VIEWABLE = 33, 2

KEYS = {
    "BackSpace": 0xFF08, "Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Delete": 0xFFFF, "Home": 0xFF50,
    "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "End": 0xFF57, "F2": 0xFFBF,
    "space": 0x20, "Shift": 0xFFE1, "Ctrl": 0xFFE3, "Alt": 0xFFE9,
}  # fmt: skip # keysyms, as in keysymdef.h
CONTROLS = {"\t": KEYS["Tab"], "\n": KEYS["Return"]}


class XServer:
    """One connection to the display with this number."""

    def __init__(self, display: int) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(20)
        self._socket.connect(f"/tmp/.X11-unix/X{display}")  # noqa: S108 - where X servers listen
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, length = struct.unpack("<BxxxxxH", self._take(8))
        setup = self._take(length * 4)
        assert accepted == 1, setup
        vendor, formats = struct.unpack_from("<H", setup, 16)[0], setup[21]
        self._first_key, self._last_key = setup[26], setup[27]
        [self._root] = struct.unpack_from("<I", setup, 32 + (vendor + 3) // 4 * 4 + formats * 8)
        self._fake_input = self._ask(QUERY_EXTENSION, 0, struct.pack("<Hxx", 5) + b"XTEST\0\0\0")[9]
        self._keys = self._read_keyboard()

    def close(self) -> None:
        self._socket.close()

    def windows_of(self, process: int) -> list[int]:
        """The windows of this process that are on the screen, the topmost last; popups count too."""
        name = self._atom("_NET_WM_PID")
        tree = self._ask(QUERY_TREE, 0, struct.pack("<I", self._root))
        [count] = struct.unpack_from("<H", tree, 16)
        found = []
        for window in struct.unpack_from(f"<{count}I", tree, 32):
            with suppress(ProtocolError):  # it may go while we look
                owner = self._ask(GET_PROPERTY, 0, struct.pack("<IIIII", window, name, 0, 0, 1))
                is_there = self._ask(GET_ATTRIBUTES, 0, struct.pack("<I", window))[26] == VIEWABLE
                if is_there and len(owner) >= 36 and struct.unpack_from("<I", owner, 32)[0] == process:
                    found.append(window)
        return found

    def focus(self, window: int) -> None:
        """Let keys go to this window."""
        self._send(SET_FOCUS, 2, struct.pack("<II", window, 0))
        self._settle()

    def ask_to_close(self, window: int) -> None:
        """What a window manager says when the cross in the frame is clicked."""
        words = struct.pack("<II12x", self._atom("WM_DELETE_WINDOW"), 0)
        event = struct.pack("<BBHII", CLIENT_MESSAGE, 32, 0, window, self._atom("WM_PROTOCOLS")) + words
        self._send(SEND_EVENT, 0, struct.pack("<II", window, 0) + event)
        self._settle()

    def type(self, text: str) -> None:
        """Type these characters, one key after the other. Only what a US keyboard has."""
        for letter in text:
            code, shifted = self._keys[CONTROLS.get(letter, ord(letter))]
            self._strike([code], with_shift=shifted)

    def press(self, *chords: str) -> None:
        """Press keys, such as `Tab` or `Ctrl+Return`."""
        for chord in chords:
            names = chord.split("+")
            self._strike([self._keys[KEYS.get(name) or ord(name)][0] for name in names])

    def _strike(self, codes: list[int], *, with_shift: bool = False) -> None:
        if with_shift:
            codes = [self._keys[KEYS["Shift"]][0], *codes]
        for code in codes:
            self._fake(KEY_PRESS, code)
        for code in reversed(codes):
            self._fake(KEY_RELEASE, code)
        self._settle()

    def _fake(self, kind: int, code: int) -> None:
        self._send(self._fake_input, FAKE_INPUT, struct.pack("<BB2xII8xhh8x", kind, code, 0, self._root, 0, 0))

    def _read_keyboard(self) -> dict[int, tuple[int, bool]]:
        """For each keysym its key, and whether it takes Shift."""
        count = self._last_key - self._first_key + 1
        reply = self._ask(GET_KEYBOARD, 0, struct.pack("<BBxx", self._first_key, count))
        width = reply[1]
        signs = struct.unpack_from(f"<{count * width}I", reply, 32)
        keys: dict[int, tuple[int, bool]] = {}
        for number in range(count):
            for level, sign in enumerate(signs[number * width : number * width + 2]):
                keys.setdefault(sign, (self._first_key + number, level == 1))
        return keys

    def _atom(self, name: str) -> int:
        padded = name.encode().ljust((len(name) + 3) // 4 * 4, b"\0")
        number: int = struct.unpack_from("<I", self._ask(INTERN_ATOM, 0, struct.pack("<Hxx", len(name)) + padded), 8)[0]
        return number

    def _settle(self) -> None:
        """Wait until the server has taken what was sent."""
        self._ask(GET_FOCUS, 0, b"")

    def _send(self, code: int, detail: int, body: bytes) -> None:
        self._socket.sendall(struct.pack("<BBH", code, detail, 1 + len(body) // 4) + body)

    def _ask(self, code: int, detail: int, body: bytes) -> bytes:
        self._send(code, detail, body)
        while True:
            head = self._take(32)
            if head[0] == 0:
                raise ProtocolError(f"X error {head[1]} for request {head[10]}")
            if head[0] == 1:
                return head + self._take(struct.unpack_from("<I", head, 4)[0] * 4)

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            piece = self._socket.recv(size - len(taken))
            assert piece, "the X server is gone"
            taken += piece
        return taken


class ProtocolError(Exception):
    """The X server refused."""
