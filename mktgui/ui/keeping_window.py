"""What is kept on this computer of the leads one works on: whether at all, how long, where, and how to be rid of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mktgui.domain.history import Retention
from mktgui.domain.history_port import HistoryError
from mktgui.domain.keeping import KeepError
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.history_desk import problem_of
from mktgui.ui.names import plain
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.theme import Theme, colour_text
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.history_port import HistoryProblem, HistoryStore

SIZE = (620, 560)
MOST_DAYS, MOST_CALLS = 36_500, 10_000_000
CLEARING = "clearing"  # what the desk is asked for


class KeepingWindow(QDialog):
    """Everything here is done at once; there is nothing to save."""

    values_chosen = Signal(bool)
    """Values are kept from now on, or not: it is done already."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._desk, self._theme = parts, parts.desks.history, parts.theme
        self._keeps: bool | None = None
        self.notice = NoticeBar(parts.theme)
        self.values, self.no_values = QRadioButton(), QRadioButton()
        self.question = _Question(parts.theme)
        self.days, self.calls = QSpinBox(), QSpinBox()
        self.purge = QPushButton(self.tr("Remove now what is &past its time"))
        self.clear = ConfirmButton(
            self.tr("&Delete the whole history"), self.tr("Really delete every call, pinned ones too?")
        )
        self.folder = QPushButton(self.tr("Open the &folder"))
        self.count, self.places = QLabel(), QLabel()
        self._hints: list[QLabel] = []
        self._lay_out()
        self._show_retention()
        self._connect()
        self._look()

    def _look(self) -> None:
        """How many calls there are, and what was chosen, maybe in another copy of the program."""
        self._desk.ask(_look).finished.connect(self._show_state)

    def _show_state(self, state: tuple[int | None, bool]) -> None:
        count, self._keeps = state
        told = self.tr("The history cannot be read just now.")
        if count is not None:
            told = self.tr("%n calls are kept.", "", count)
        self.count.setText(told)
        self.clear.setEnabled(count != 0)
        if self.question.isHidden():
            (self.values if self._keeps else self.no_values).setChecked(True)
        for choice in (self.values, self.no_values):
            choice.setEnabled(True)

    def _want_values(self) -> None:
        self.question.hide()
        if not self._keeps:
            self._choose(keep=True, scrub=False)

    def _want_no_values(self) -> None:
        """Nothing is done before it is said what becomes of what is there."""
        if self._keeps:
            self.question.show()
            self.question.scrub.setFocus()
            self.resize(self.width(), max(self.height(), self._height_needed()))

    def _height_needed(self) -> int:
        """What all of it needs at this width."""
        self._all.activate()
        return self._all.totalHeightForWidth(self.width())

    def _cancel(self) -> None:
        self.question.hide()
        self.values.setChecked(True)

    def _choose(self, *, keep: bool, scrub: bool) -> None:
        self.question.hide()
        for choice in (self.values, self.no_values):
            choice.setEnabled(False)
        if not keep:
            self.notice.say(self.tr("Removing the values…"))  # of 100,000 calls it takes a while
        choose = self._parts.choose_values
        job = self._parts.runner.run(lambda: choose(keep=keep, scrub=scrub), HistoryError, KeepError)
        job.finished.connect(partial(self._say_chosen, keep, scrub))
        job.failed.connect(self._say_not_chosen)

    def _say_chosen(self, keep: bool, scrub: bool, count: int) -> None:  # noqa: FBT001 - bound above
        if not isValid(self):
            return  # it was shut meanwhile
        self._keeps = keep
        self.values_chosen.emit(keep)
        if keep:
            self.notice.say(self.tr("Values are kept on this computer from now on."))
        elif scrub:
            self.notice.say(self.tr("No values are kept any more; they were taken out of %n past calls.", "", count))
        else:
            self.notice.say(self.tr("No values are kept any more. Past calls are as they were."))
        self._desk.poke()
        self._look()

    def _say_not_chosen(self, error: object) -> None:
        if isinstance(error, KeepError):
            self.notice.say_kept(error.problem)
        else:
            self.notice.say_history(problem_of(error))
        self._look()

    def _show_retention(self) -> None:
        retention = self._parts.preferences.retention
        self.days.setValue(retention.days or 0)
        self.calls.setValue(retention.number or 0)

    def _take_retention(self) -> None:
        chosen = Retention(days=self.days.value() or None, number=self.calls.value() or None)
        self._parts.preferences.retention = chosen

    def _purge(self) -> None:
        self.purge.setEnabled(False)
        job = self._desk.purge()
        job.finished.connect(self._say_purged)
        job.failed.connect(self._say_not_purged)

    def _say_purged(self, count: int) -> None:
        self.purge.setEnabled(True)
        self.notice.say(self.tr("%n calls were past their time and are removed.", "", count))
        self._look()

    def _say_not_purged(self, error: object) -> None:
        self.purge.setEnabled(True)
        self.notice.say_history(problem_of(error))

    def _clear(self) -> None:
        self._desk.change(CLEARING, lambda store: store.clear())

    def _take_done(self, what: object, count: object) -> None:
        if what == CLEARING:
            self.notice.say(self.tr("%n calls were deleted.", "", count if isinstance(count, int) else 0))
            self._look()

    def _take_refusal(self, what: object, problem: "HistoryProblem") -> None:
        if what == CLEARING:
            self.notice.say_history(problem)
            self._look()

    def _open_folder(self) -> None:
        places = self._parts.kept_in()
        if places:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(places[0].parent)))

    def _connect(self) -> None:
        # Not `clicked`, which whoever chooses by a screen reader does not do.
        self.values.toggled.connect(lambda chosen: self._want_values() if chosen else None)
        self.no_values.toggled.connect(lambda chosen: self._want_no_values() if chosen else None)
        self.question.scrub.clicked.connect(lambda: self._choose(keep=False, scrub=True))
        self.question.leave.clicked.connect(lambda: self._choose(keep=False, scrub=False))
        self.question.cancel.clicked.connect(self._cancel)
        for field in (self.days, self.calls):
            field.valueChanged.connect(self._take_retention)
        self.purge.clicked.connect(self._purge)
        self.clear.confirmed.connect(self._clear)
        self.folder.clicked.connect(self._open_folder)
        self._desk.done.connect(self._take_done)
        self._desk.refused.connect(self._take_refusal)
        self._theme.changed.connect(self._recolour)

    def _recolour(self) -> None:
        for hint in self._hints:
            colour_text(hint, self._theme.colours.muted)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Kept on this computer – mktgui"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        layout = self._all = QVBoxLayout(self)
        layout.addWidget(self.notice)
        layout.addWidget(self._group_of_values())
        layout.addWidget(self._group_of_time())
        layout.addWidget(self._group_of_places())
        layout.addStretch(1)
        buttons = QDialogButtonBox()
        shut = buttons.addButton(self.tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        for button in (self.purge, self.clear, self.folder, shut, *self.question.buttons):
            button.setAutoDefault(False)
        self._recolour()

    def _group_of_values(self) -> QGroupBox:
        group = QGroupBox(self.tr("Values of leads"))
        inside = QVBoxLayout(group)
        for choice, text, hint in (
            (
                self.values,
                self.tr("&Keep them"),
                self.tr(
                    "Drafts are there again after a restart, recent leads are one click away, "
                    "and the history shows what each call changed. Keys and signatures are never kept."
                ),
            ),
            (
                self.no_values,
                self.tr("Keep &none"),
                self.tr(
                    "Drafts end with the program, no leads are remembered, and of each call only that it was and "
                    "how it ended. This goes for all copies of the program on this computer."
                ),
            ),
        ):
            choice.setText(text)
            choice.setAccessibleDescription(hint)
            choice.setEnabled(False)  # until it is known what was chosen
            inside.addWidget(choice)
            inside.addWidget(self._hint(hint))
        self.question.hide()
        inside.addWidget(self.question)
        return group

    def _group_of_time(self) -> QGroupBox:
        group = QGroupBox(self.tr("How long calls are kept"))
        form = QFormLayout(group)
        for field, most, label, suffix, free in (
            (self.days, MOST_DAYS, self.tr("D&ays"), self.tr(" days"), self.tr("for ever")),
            (self.calls, MOST_CALLS, self.tr("At &most"), self.tr(" calls"), self.tr("any number")),
        ):
            field.setRange(0, most)
            field.setSuffix(suffix)
            field.setSpecialValueText(free)
            field.setGroupSeparatorShown(True)
            field.setKeyboardTracking(False)
            field.setAccessibleName(plain(label))
            form.addRow(label, field)
        form.addRow(self._hint(self.tr("Pinned calls stay, and do not count. It is looked at once a day.")))
        form.addRow(_left(self.purge))
        return group

    def _group_of_places(self) -> QGroupBox:
        group = QGroupBox(self.tr("What is there now"))
        inside = QVBoxLayout(group)
        self.count.setText(self.tr("Counting…"))
        self.places.setText("\n".join(str(path) for path in self._parts.kept_in()))
        self.places.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.count, self.places):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.places.setAccessibleName(self.tr("Where the files lie"))
        inside.addWidget(self.count)
        inside.addWidget(
            self._hint(self.tr("History, drafts and recent leads lie here, readable only for your account:"))
        )
        inside.addWidget(self.places)
        inside.addLayout(_left(self.folder, self.clear))
        return group

    def _hint(self, text: str) -> QLabel:
        hint = QLabel(text)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        self._hints.append(hint)
        return hint


class _Question(QWidget):
    """What becomes of what is there, before nothing more is kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = QLabel(
            self.tr("Drafts and recent leads on the disk are removed at once. What about the values in past calls?")
        )
        words.setWordWrap(True)
        self.scrub = QPushButton(self.tr("&Take them out for good"))
        self.leave = QPushButton(self.tr("&Leave past calls as they are"))
        self.cancel = QPushButton(self.tr("&Cancel"))
        self.buttons = (self.scrub, self.leave, self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 0, 4)
        layout.addWidget(words)
        layout.addLayout(_left(*self.buttons))


def _left(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def _look(store: "HistoryStore") -> tuple[int | None, bool]:
    """How many calls are kept, None where that cannot be seen, and whether with their values."""
    try:
        return store.count(), store.keeps_values()
    except HistoryError:
        return None, store.keeps_values()
