"""How a line of the attribute table is written, spoken and coloured, cell by cell."""

import re
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from mktgui.domain.catalogue import Lock
from mktgui.domain.draft import EditKind
from mktgui.domain.findings import Code, Finding, Severity, Spot, note
from mktgui.domain.kinds import Presence
from mktgui.ui.attribute_lines import Line
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QIcon

    from mktgui.ui.theme import Colours

Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns, left to right."""

    FIELD = 0
    API_NAME = 1
    TYPE = 2
    NOW = 3
    VALUE = 4
    REMARK = 5


FIELD, API_NAME, TYPE, NOW, VALUE, REMARK = (int(column) for column in Column)  # a member costs a look-up at each paint
MOST_DRAWN = 400  # characters
_BREAK = "\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"  # made into a pattern when a line is first drawn
_SPOTS = {Spot.ROW_NAME: FIELD, Spot.ROW_VALUE: VALUE}
_SEVERITY_MARKS = {Severity.ERROR: "✕", Severity.WARNING: "▲"}
_EDIT_MARKS = {EditKind.SET: "●", EditKind.CLEAR: "○"}
_LOCK_CODES = {Lock.READ_ONLY: Code.FIELD_READ_ONLY, Lock.UPDATE_BLOCKED: Code.FIELD_UPDATE_BLOCKED}


class _Paint:
    """The colours of a theme, and its pictures: each is drawn when a line first has it."""

    def __init__(self, colours: "Colours") -> None:
        self._colours = colours
        self.muted = QColor(colours.muted)
        self.error = QColor(colours.error)
        self.warning = QColor(colours.warning)
        self.error_back = QColor(colours.error_back)
        self.warning_back = QColor(colours.warning_back)
        self.changed_back = QColor(colours.changed_back)

    @cached_property
    def star(self) -> "QIcon":
        from mktgui.ui import marks  # noqa: PLC0415 - not for the first paint

        return marks.star(self._colours.warning)

    @cached_property
    def lock(self) -> "QIcon":
        from mktgui.ui import marks  # noqa: PLC0415 - as above

        return marks.lock(self._colours.muted)

    @cached_property
    def turn_back(self) -> "QIcon":
        from mktgui.ui import marks  # noqa: PLC0415 - as above

        return marks.turn_back(self._colours.accent, self._colours.on_accent)


class AttributeCells(QObject):
    """Answers for every role of every cell of a line. Knows no numbers of rows, and changes nothing."""

    def __init__(self, theme: Theme, sentences: Sentences, zone: "tzinfo | None" = None) -> None:
        """`zone` is the person's own; None for that of this computer."""
        super().__init__()
        self._theme, self._sentences, self._zone = theme, sentences, zone
        self._made: _Paint | None = None
        theme.changed.connect(self._forget_paint)
        self._italic = QFont()
        self._italic.setItalic(True)
        self._of_a_value = {
            Presence.EMPTY: self.tr("(empty)"),
            Presence.NIL: self.tr("(empty)"),
            Presence.ABSENT: self.tr("(not set)"),
        }
        self._locked = {
            Lock.READ_ONLY: self.tr("kept by Marketo"),
            Lock.UPDATE_BLOCKED: self.tr("blocked by an admin"),
        }
        self._answers: dict[int, Callable[[Line, int], object]] = {
            int(Role.DisplayRole): self._written,
            int(Role.EditRole): self.text,
            int(Role.ToolTipRole): self._tip,
            int(Role.AccessibleTextRole): self._spoken,
            int(Role.AccessibleDescriptionRole): self._described,
            int(Role.BackgroundRole): self._background,
            int(Role.ForegroundRole): self._foreground,
            int(Role.FontRole): self._font,
            int(Role.DecorationRole): self._decoration,
        }
        self._titles = {
            Column.FIELD: self.tr("Field"),
            Column.API_NAME: self.tr("API name"),
            Column.TYPE: self.tr("Type"),
            Column.NOW: self.tr("Now"),
            Column.VALUE: self.tr("New value"),
            Column.REMARK: self.tr("Remark"),
        }

    def data(self, line: Line, column: int, role: int) -> object:
        """The answer to one role of one cell."""
        answer = self._answers.get(role)
        return answer(line, column) if answer is not None else None

    def data_of_empty_line(self, column: int, role: int) -> object:
        """The line below the last one, into which a name is typed."""
        if column != FIELD:
            return None
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self.tr("Add a field…")
        if role == Role.ForegroundRole:
            return self._paint.muted
        return self._italic if role == Role.FontRole else None

    def title(self, column: int) -> str:
        """What stands above a column."""
        return self._titles[Column(column)]

    def text(self, line: Line, column: int) -> str:
        """What is copied from a cell, and edited in it."""
        if column == VALUE:
            return line.edit.text
        if column == FIELD:
            return line.label if line.is_field else line.name
        if column == NOW:
            return line.now.text if line.now is not None else ""
        return {API_NAME: line.name, TYPE: line.type_word}.get(column, "")

    def shown(self, line: Line, column: int) -> str:
        """What a cell reads."""
        if column == VALUE:
            return self._new_value(line)
        if column == NOW:
            now = line.now
            return "" if now is None else self._of_a_value.get(now.presence, now.text)
        if column == REMARK:
            return self._sentences.text(line.told[0]) if line.told else ""
        return self.text(line, column)

    def _written(self, line: Line, column: int) -> str:
        """On one line, and no longer than a wide screen: drawing all of a long text would take its time."""
        text = self.shown(line, column)[:MOST_DRAWN]
        return re.sub(_BREAK, " ↵ ", text) if re.search(_BREAK, text) else text

    def mark(self, line: Line) -> str:
        """One or two signs at the head of a line: whether it goes out, and whether something is the matter."""
        return _EDIT_MARKS.get(line.edit.kind, "") + (
            _SEVERITY_MARKS.get(line.told[0].severity, "") if line.told else ""
        )

    def head_picture(self, line: Line) -> "QIcon | None":
        """At the head of a line that cannot be changed."""
        return self._paint.lock if line.is_locked and not line.is_changed else None

    def sentence(self, line: Line) -> str:
        """A whole line as it is read aloud: Job Title, changed, was VP Sales, new VP Marketing."""
        now = self.shown(line, NOW)
        words = {"label": line.label or line.name, "now": now, "new": line.edit.text}
        match line.edit.kind:
            case EditKind.SET if now:
                told = self.tr("{label}, changed, was {now}, new {new}").format(**words)
            case EditKind.SET:
                told = self.tr("{label}, changed, new {new}").format(**words)
            case EditKind.CLEAR if now:
                told = self.tr("{label}, will be emptied, was {now}").format(**words)
            case EditKind.CLEAR:
                told = self.tr("{label}, will be emptied").format(**words)
            case _:
                told = self._sentence_at_rest(line, words)
        remarks = [self._sentences.text(one) for one in line.told]
        return ". ".join((told, *remarks)) if remarks else told

    def remark(self, line: Line) -> str:
        """All there is to say of a line: why it is locked, what the rules say, when its moments are."""
        reason = self.lock_reason(line)
        told = [self._sentences.text(finding) for finding in line.told]
        if reason and not line.is_changed:
            told.insert(0, reason)
        return " ".join((*told, self._clocks(line))).strip()

    def lock_reason(self, line: Line) -> str:
        """Why a line cannot be changed, as a sentence; empty where it can."""
        if line.is_identifier:
            return self.tr("{name} is set as an identifier, on the left.").format(name=line.label)
        if line.lock is None:
            return ""
        return self._sentences.text(note(_LOCK_CODES[line.lock], name=line.label))

    def _clocks(self, line: Line) -> str:
        """When the value now is, on both clocks; empty where it is no moment."""
        from mktgui.ui.typed_values import Kind, kind_of  # noqa: PLC0415 - not for the first paint

        if line.now is None or not line.now.text or kind_of(line.type) is not Kind.DATETIME:
            return ""
        from mktgui.domain.dates import on_both_clocks, read_datetimes  # noqa: PLC0415 - few fields are moments
        from mktgui.domain.zones import Here  # noqa: PLC0415

        read = read_datetimes(line.now.text)
        if len(read) != 1 or read[0].tzinfo is None:
            return ""
        clocks = on_both_clocks(read[0], self._zone or Here())
        return self.tr("Now: {local} here, {utc} in UTC.").format(local=clocks.local, utc=clocks.utc)

    def _sentence_at_rest(self, line: Line, words: dict[str, str]) -> str:
        if line.is_locked:
            return self.tr("{label}, locked, is {now}").format(**words)
        return self.tr("{label}, left alone, is {now}").format(**words) if words["now"] else words["label"]

    def _new_value(self, line: Line) -> str:
        kind = line.edit.kind
        if kind is EditKind.SET:
            return line.edit.text
        if kind is EditKind.CLEAR:
            return self.tr("(will be emptied)")
        if line.is_identifier:
            return self.tr("set on the left")
        return self._locked[line.lock] if line.lock is not None else ""

    def _tip(self, line: Line, column: int) -> str:
        reason = self.lock_reason(line)
        told = [self._sentences.text(finding) for finding in line.told]
        if column in {FIELD, API_NAME, NOW} and not told:
            told = [self.shown(line, column)]
        clocks = self._clocks(line) if column == NOW else ""
        return "\n".join(text for text in (reason, *told, clocks) if text)

    def _spoken(self, line: Line, column: int) -> str:
        if column == VALUE and not line.is_changed and not line.is_locked:
            return self.tr("left alone")
        return self.shown(line, column)

    def _described(self, line: Line, column: int) -> str:
        if column == FIELD:
            return self.sentence(line)
        return self.lock_reason(line) if column == VALUE else ""

    def _background(self, line: Line, column: int) -> QColor | None:
        if line.told:
            here = next((one.severity for one in line.told if _SPOTS.get(one.spot) == column), None)
            if here is Severity.ERROR:
                return self._paint.error_back
            if here is Severity.WARNING:
                return self._paint.warning_back
        if column == VALUE and line.edit.kind is not EditKind.KEEP:
            return self._paint.warning_back if line.edit.kind is EditKind.CLEAR else self._paint.changed_back
        return None

    def _foreground(self, line: Line, column: int) -> QColor | None:
        if column in {API_NAME, TYPE} or self._stands_for_something(line, column):
            return self._paint.muted
        if column == REMARK and line.told:
            severity = line.told[0].severity
            return {Severity.ERROR: self._paint.error, Severity.WARNING: self._paint.warning}.get(
                severity, self._paint.muted
            )
        return None

    def _font(self, line: Line, column: int) -> QFont | None:
        emptied = column == VALUE and line.edit.kind is EditKind.CLEAR
        return self._italic if emptied or self._stands_for_something(line, column) else None

    def _stands_for_something(self, line: Line, column: int) -> bool:
        """Whether the cell reads words of ours instead of a value."""
        if column == NOW:
            return line.now is not None and line.now.presence is not Presence.TEXT
        return column == VALUE and line.is_locked and not line.is_changed

    def _decoration(self, line: Line, column: int) -> "QIcon | None":
        if column == FIELD and line.favourite:
            return self._paint.star
        return self._paint.turn_back if column == VALUE and line.is_changed else None

    @property
    def _paint(self) -> _Paint:
        if self._made is None:
            self._made = _Paint(self._theme.colours)
        return self._made

    def _forget_paint(self) -> None:
        self._made = None


def suggestions(finding: Finding) -> tuple[str, ...]:
    """The texts that a finding offers in place of what was typed."""
    match finding.code:
        case Code.DATE_AMBIGUOUS:
            return finding.param("one"), finding.param("other")
        case Code.DATETIME_NO_ZONE:
            return finding.param("local"), finding.param("utc")
        case Code.FIELD_MEANT:
            return tuple(name.strip() for name in finding.param("meant").split(","))
    meant = finding.param("meant")
    return (meant,) if meant else ()
