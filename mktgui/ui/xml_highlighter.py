"""Colours for XML, one line at a time."""

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from mktgui.ui.theme import Theme

LONGEST_LINE = 20_000  # characters; beyond that colouring costs more than it gives
_IN_TEXT, _IN_TAG = 0, 1  # where a line ends
_PARTS = re.compile(
    r"(?P<comment><!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!\[CDATA\[.*?(?:\]\]>|$))"
    r"|(?P<tag></?[\w:.-]+|/?>)"
    r"|(?P<attribute>[\w:.-]+(?==[\"']))"
    r"|(?P<value>(?<==)\"[^\"<]*\"|(?<==)'[^'<]*')"
)


class XmlHighlighter(QSyntaxHighlighter):
    """Follows the theme. Text between tags keeps the colour of text."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[str, QTextCharFormat] = {}
        self._recolour()
        theme.changed.connect(self._recolour)

    def highlightBlock(self, text: str) -> None:
        if len(text) > LONGEST_LINE:
            return
        in_tag = self.previousBlockState() == _IN_TAG
        for match in _PARTS.finditer(text):
            part = match.lastgroup or ""
            if part == "tag":
                in_tag = not match.group().endswith(">")
            if in_tag or part in {"tag", "comment"}:
                self.setFormat(match.start(), match.end() - match.start(), self._formats[part])
        self.setCurrentBlockState(_IN_TAG if in_tag else _IN_TEXT)

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
        self.rehighlight()
