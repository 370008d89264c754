"""Colours for XML and JSON, only for what can be seen: so it costs the same for a text of any size."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout

from mktgui.ui.json_highlighter import is_json, pieces_at
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from mktgui.ui.text_pane import TextPane

_FAR = 20_000  # characters before a line that are looked at to tell where the line begins
_PARTS = re.compile(
    r"(?P<comment><!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!\[CDATA\[.*?(?:\]\]>|$))"
    r"|(?P<tag></?[\w:.-]+|/?>)"
    r"|(?P<attribute>(?<![\w:.-])[\w:.-]+(?==[\"']))"
    r"|(?P<value>(?<==)\"[^\"<]*\"|(?<==)'[^'<]*')"
)
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_TAG_BEGINS = re.compile(r"</?[\w:.-]")

Piece = tuple[int, int, str]
"""Begin and length in characters, and what it is."""


class XmlHighlighter(QObject):
    """Follows the text, the view and the theme. Text between tags keeps the colour of text."""

    def __init__(self, pane: "TextPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane, self._theme = pane, theme
        self._formats: dict[str, QTextCharFormat] = {}
        self._coloured: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._colour)
        pane.updateRequest.connect(self._soon.start)
        theme.changed.connect(self._recolour)
        self._recolour()

    def start_over(self) -> None:
        """The text is another one."""
        self._coloured.clear()

    def _colour(self) -> None:
        lines, document = self._pane.lines, self._pane.document()
        json = is_json(lines.text)
        for line, _, _ in list(self._pane.visible_lines()):  # what is coloured is laid out anew
            if line in self._coloured:
                continue
            self._coloured.add(line)
            start, end = lines.span(line)
            text = lines.text[start:end]
            pieces = pieces_at(lines.text, start, end) if json else pieces_of(text, inside_at(lines.text, start))
            self._put(document.findBlockByNumber(line), text, pieces)

    def _put(self, block: QTextBlock, text: str, pieces: list[Piece]) -> None:
        formats = []
        for start, length, part in pieces:
            put = QTextLayout.FormatRange()
            put.start = _units(text[:start])
            put.length = _units(text[start : start + length])
            put.format = self._formats[part]
            formats.append(put)
        if formats or block.layout().formats():
            block.layout().setFormats(formats)
            self._pane.document().markContentsDirty(block.position(), block.length())

    def _recolour(self) -> None:
        colours = self._theme.colours
        by_name = {
            "comment": colours.xml_comment,
            "tag": colours.xml_tag,
            "attribute": colours.xml_attribute,
            "value": colours.xml_value,
        }
        for name, colour in by_name.items():
            self._formats[name] = QTextCharFormat()
            self._formats[name].setForeground(QColor(colour))
        self._coloured.clear()
        self._soon.start()


def inside_at(text: str, offset: int) -> str:
    """What a place is in: the end that is still to come of a comment or its like, `>` inside a tag, or nothing."""
    floor = max(0, offset - _FAR)
    for begin, end in _ENDS.items():
        at = text.rfind(begin, floor, offset)
        if at >= 0 and text.find(end, at, offset) < 0:
            return end
    at = text.rfind("<", floor, offset)
    return ">" if at >= 0 and _TAG_BEGINS.match(text, at) and text.find(">", at, offset) < 0 else ""


def pieces_of(line: str, inside: str = "") -> list[Piece]:
    """What has a colour in a line that begins inside of that."""
    pieces: list[Piece] = []
    at = 0
    if inside not in {"", ">"}:
        found = line.find(inside)
        at = len(line) if found < 0 else found + len(inside)
        pieces.append((0, at, "comment"))
    in_tag = inside == ">"
    for match in _PARTS.finditer(line, at):
        part = match.lastgroup or ""
        if part == "tag":
            in_tag = not match.group().endswith(">")
        if in_tag or part in {"tag", "comment"}:
            _append(pieces, match.start(), match.end(), part)
    return pieces


def _append(pieces: list[Piece], start: int, end: int, part: str) -> None:
    """What follows on its like is one piece with it: the fewer there are, the quicker it is painted."""
    if pieces and pieces[-1][2] == part and sum(pieces[-1][:2]) == start:
        start = pieces.pop()[0]
    pieces.append((start, end - start, part))


def _units(text: str) -> int:
    """The widget counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2
