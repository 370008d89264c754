"""Shows a text of any size without holding the window up, and gives back exactly that text when it is copied."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit

from mktgui.domain.outline import Span
from mktgui.ui.clearing import Clearing
from mktgui.ui.exact_copy import copy_of
from mktgui.ui.fold_margin import FoldMargin
from mktgui.ui.folding import Folding
from mktgui.ui.text_lines import NO_FOLDS, NO_LINES, Folds, TextLines
from mktgui.ui.theme import Theme, fixed_font
from mktgui.ui.xml_highlighter import XmlHighlighter

LINES_AT_ONCE = 1_000  # put into the widget before the window has its turn
CHARACTERS_AT_ONCE = 60_000
MARKED_AT_ONCE = 100
MOST_MARKED = 500  # in one layer; more marks than that slow the widget down
_SUMMARY_GAP = 8  # pixels between a folded line and what is folded away


class TextPane(QPlainTextEdit):
    """All places are characters of the text that was given, never positions of the widget."""

    filled = Signal()
    """The whole text is there."""
    moved = Signal(int)
    """The person put the cursor on this character."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = NO_LINES
        self._folds = NO_FOLDS
        self._put = 0  # lines that are in the widget
        self._going = False  # the cursor moves by program
        self._has_signs = False
        self._layers: dict[str, tuple[tuple[Span, ...], str]] = {}
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._put_slice)
        self._wanted: list[tuple[Span, str]] = []  # places and colours, those above behind those below
        self._marks: dict[tuple[Span, str], QTextEdit.ExtraSelection] = {}  # those that are there
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.timeout.connect(self._mark_slice)
        self.clearing = Clearing(self)
        self._set_up()
        self.folding = Folding(self)
        self.margin = FoldMargin(self, theme)
        self.highlighter = XmlHighlighter(self, theme)
        self.cursorPositionChanged.connect(self._tell_moved)
        theme.changed.connect(self._mark_anew)

    @property
    def is_filled(self) -> bool:
        """Whether the whole text is there."""
        return self._put == len(self.lines)

    def show_lines(self, lines: TextLines, folds: Folds = NO_FOLDS) -> None:
        """Show another text: its beginning at once, the rest little by little."""
        self._slices.stop()
        self._marking.stop()
        self.folding.use(NO_FOLDS)
        self.highlighter.start_over()
        self._layers.clear()
        self._drop_text()
        self.lines, self._folds, self._put = lines, folds, 0
        self._has_signs = bool(folds.firsts) or lines.broken
        self.margin.fit(self._has_signs)  # now: later, all that is there would be laid out anew
        self._put_slice()

    def text(self) -> str:
        """The whole text."""
        return self.lines.text

    def selection(self) -> Span:
        """What is chosen; at a cursor without a choice both ends are the same."""
        cursor = self.textCursor()
        return self.offset_at(cursor.selectionStart()), self.offset_at(cursor.selectionEnd())

    def offset_at(self, position: int) -> int:
        """The character at a position of the widget."""
        block = self.document().findBlock(position)
        return self.lines.offset(block.blockNumber(), position - block.position())

    def go_to(self, span: Span) -> None:
        """Choose this and bring it into view, also out of a fold. Does nothing where it is not there yet."""
        if self.lines.line_of(span[0]) >= self._put:
            return
        self.folding.show(self.lines.line_of(span[0]))
        self.folding.show(self.lines.line_of(span[1]))
        self._going = True
        self.setTextCursor(self._cursor(span))
        self._going = False
        self.ensureCursorVisible()

    def bring_into_view(self, span: Span) -> None:
        """Put the cursor at its beginning, with as much of it in view as there is room for."""
        start, end = span
        last = min(self.lines.line_of(max(start, end - 1)), self._put - 1)
        self.folding.show(last)
        self.go_to((start, start))
        self._going = True
        end_of_it = self.cursorRect(QTextCursor(self.document().findBlockByNumber(last)))
        room = end_of_it.bottom() - self.viewport().height()
        line = max(self.fontMetrics().lineSpacing(), 1)
        to_top = self.cursorRect().top() // line
        if room > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + max(0, min(-(-room // line), to_top)))
        self._going = False

    def mark(self, layer: str, spans: Iterable[Span], colour: str) -> None:
        """Give these a background, by the name of a colour of the theme; layers lie upon each other."""
        self._layers[layer] = (tuple(spans)[:MOST_MARKED], colour)
        self._mark_anew()

    def marked(self, layer: str) -> tuple[Span, ...]:
        """What is marked in a layer."""
        return self._layers.get(layer, ((), ""))[0]

    def createMimeDataFromSelection(self) -> QMimeData:
        """What Ctrl+C and dragging take: the characters as they are in the text, whatever the widget made of them."""
        start, end = self.selection()
        return copy_of(self.lines.text[start:end])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self.margin.setGeometry(QRect(inside.left(), inside.top(), self.margin.width(), inside.height()))

    def changeEvent(self, event: QEvent) -> None:
        """The signs in the margin grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "margin"):  # it also comes while this is made
            self.margin.fit(self._has_signs)

    def make_room(self, width: int) -> None:
        """For the margin: this many pixels at the left are its."""
        self.setViewportMargins(width, 0, 0, 0)

    def visible_lines(self) -> Iterable[tuple[int, float, float]]:
        """Each line that can be seen: its number, its top and its height in the viewport."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            height = self.blockBoundingRect(block).height()
            if block.isVisible():
                yield block.blockNumber(), top, height
            top += height
            block = self.document().findBlockByNumber(self.folding.line_behind(block.blockNumber()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Behind a folded line stands in short what is folded away."""
        super().paintEvent(event)
        folded = [(line, top) for line, top, _ in self.visible_lines() if self.folding.is_folded(line)]
        if not folded:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.colours.muted))
        painter.setFont(self.font())
        for line, top in folded:
            block = self.document().findBlockByNumber(line)
            row = block.layout().lineAt(block.layout().lineCount() - 1)
            left = row.naturalTextWidth() + self.contentOffset().x() + self.document().documentMargin() + _SUMMARY_GAP
            height = self.fontMetrics().ascent()
            painter.drawText(int(left), int(top + row.y() + height), self.folding.summary(line))
        painter.end()

    def _drop_text(self) -> None:
        self._going = True
        self._marks.clear()
        self.setExtraSelections([])
        self.verticalScrollBar().setValue(0)  # Qt goes back and forth for ever between a place here and none there
        old = self.document()
        if old.blockCount() > LINES_AT_ONCE:
            self.setDocument(self._new_document())
            self.clearing.take(old)
        else:
            self.clear()
        self._going = False

    def _new_document(self) -> QTextDocument:
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        made.setUndoRedoEnabled(False)
        return made

    def _put_slice(self) -> None:
        """Append some lines; the rest follows when the window has had its turn."""
        lines, first = self.lines, self._put
        enough = lines.starts[first] + CHARACTERS_AT_ONCE
        by_size = lines.line_of(enough) if enough < len(lines.text) else len(lines)
        behind = min(first + LINES_AT_ONCE, max(by_size, first + 1), len(lines))
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.document().characterCount() - 1)
        self._going = True
        cursor.insertText(("\n" if first else "") + lines.shown(first, behind))
        if not first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._going = False
        self._put = behind
        if behind < len(lines):
            self._slices.start(0)
            return
        self.folding.use(self._folds)
        self._marks.clear()  # what was marked before it was there is at the end of what was
        self._mark_anew()
        self.filled.emit()

    def _mark_anew(self) -> None:
        colours = self._theme.colours
        self._wanted = [(one, getattr(colours, colour)) for spans, colour in self._layers.values() for one in spans]
        self._marks = {mark: self._marks[mark] for mark in self._wanted if mark in self._marks}
        self._mark_slice()
        self.margin.update()

    def _mark_slice(self) -> None:
        """Mark some more; the rest follows when the window has had its turn, for Qt lays out the line of each."""
        new = [mark for mark in self._wanted if mark not in self._marks]
        for span, colour in new[:MARKED_AT_ONCE]:
            made = self._marks[span, colour] = QTextEdit.ExtraSelection()
            made.cursor = self._cursor(span)
            made.format.setBackground(QColor(colour))
        self.setExtraSelections([self._marks[mark] for mark in self._wanted if mark in self._marks])
        if len(new) > MARKED_AT_ONCE:
            self._marking.start(0)
        else:
            self._marking.stop()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(span[0]))
        cursor.setPosition(self._position(span[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position(self, offset: int) -> int:
        line, column = self.lines.place(offset)
        if line >= self._put:
            return max(self.document().characterCount() - 1, 0)
        return self.document().findBlockByNumber(line).position() + column

    def _tell_moved(self) -> None:
        if not self._going:
            self.moved.emit(self.offset_at(self.textCursor().position()))

    def _set_up(self) -> None:
        self.setDocument(self._new_document())
        self.setReadOnly(True)
        self.setFont(fixed_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
