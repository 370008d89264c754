"""What to look for in the history: words, and which connection, kind of call, outcome and time."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mktgui.domain.call_note import CallKind
from mktgui.domain.history import Query
from mktgui.domain.outcome import Written
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile
from mktgui.ui.clear_button import offer_clearing
from mktgui.ui.duration_words import local_now


class Period(StrEnum):
    """When the calls were made."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    BETWEEN = "between"


class Became(StrEnum):
    """What became of them."""

    ANY = "any"
    WRITTEN = "written"
    NOT_WRITTEN = "not-written"
    UNKNOWN = "unknown"
    FAILED = "failed"


_DAYS = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30}
_WRITTEN = {Became.WRITTEN: Written.YES, Became.NOT_WRITTEN: Written.NO, Became.UNKNOWN: Written.UNKNOWN}


class HistoryFilter(QWidget):
    """Each key is a search; nothing waits for its answer."""

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime] = local_now) -> None:
        super().__init__()
        self._clock = clock
        self.text = QLineEdit()
        self.connection, self.kind, self.became, self.period = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.since, self.until = QDateEdit(), QDateEdit()
        self.pinned = QCheckBox(self.tr("&Pinned only"))
        self._telling = QTimer(self)  # several at once, as a reset has them, are one change
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self.changed)
        self._fill()
        self._name()
        self._lay_out()
        self._connect()
        self._show_days()

    @property
    def is_empty(self) -> bool:
        """Whether everything is looked for."""
        return self.query() == Query()

    def query(self) -> Query:
        """What is looked for this moment."""
        became = Became(self.became.currentData())
        kind = self.kind.currentData()
        since, until = self._bounds()
        return Query(
            text=self.text.text(),
            profile_id=self.connection.currentData(),
            kind=CallKind(kind) if kind else None,
            written=_WRITTEN.get(became),
            failed=True if became is Became.FAILED else None,
            since=since,
            until=until,
            pinned=self.pinned.isChecked(),
        )

    def reset(self) -> None:
        """Look for everything again."""
        self.text.clear()
        for combo in (self.connection, self.kind, self.became, self.period):
            combo.setCurrentIndex(0)
        self.pinned.setChecked(False)

    def show_connections(self, profiles: Sequence[Profile]) -> None:
        """The person's own connections; the practice server is always there."""
        chosen = self.connection.currentData()
        with QSignalBlocker(self.connection):
            self.connection.clear()
            self.connection.addItem(self.tr("Every connection"), "")
            self.connection.addItem(self.tr("Practice"), PRACTICE.id)
            self.connection.addItem(self.tr("Practice over REST"), PRACTICE_REST.id)
            for profile in profiles:
                self.connection.addItem(profile.name, profile.id)
            self.connection.setCurrentIndex(max(self.connection.findData(chosen), 0))
        if self.connection.currentData() != chosen:
            self.changed.emit()

    def _bounds(self) -> tuple[datetime | None, datetime | None]:
        period, today = Period(self.period.currentData()), self._clock().date()
        if period in _DAYS:
            return _midnight(today - timedelta(days=_DAYS[period] - 1)), None
        if period is Period.ANY:
            return None, None
        since, until = (_day(field.date()) for field in (self.since, self.until))
        return _midnight(min(since, until)), _midnight(max(since, until) + timedelta(days=1))

    def _show_days(self) -> None:
        between = self.period.currentData() == Period.BETWEEN
        for field in (self.since, self.until):
            field.setVisible(between)

    def _fill(self) -> None:
        self.show_connections(())
        kinds = (
            (self.tr("Every call"), ""),
            (self.tr("Changes"), CallKind.SYNC_LEAD),
            (self.tr("Looks at leads"), CallKind.GET_LEAD),
            (self.tr("Fields read"), CallKind.DESCRIBE_OBJECT),
            (self.tr("Credential checks"), CallKind.LIST_OBJECTS),
        )
        became = (
            (self.tr("Every outcome"), Became.ANY),
            (self.tr("Written"), Became.WRITTEN),
            (self.tr("Not written"), Became.NOT_WRITTEN),
            (self.tr("Outcome unknown"), Became.UNKNOWN),
            (self.tr("Went wrong"), Became.FAILED),
        )
        periods = (
            (self.tr("At any time"), Period.ANY),
            (self.tr("Today"), Period.TODAY),
            (self.tr("The last 7 days"), Period.WEEK),
            (self.tr("The last 30 days"), Period.MONTH),
            (self.tr("From … to …"), Period.BETWEEN),
        )
        for combo, choices in ((self.kind, kinds), (self.became, became), (self.period, periods)):
            for words, data in choices:
                combo.addItem(words, data)
        today = self._clock().date()
        for field in (self.since, self.until):
            field.setCalendarPopup(True)
            field.setDate(QDate(today.year, today.month, today.day))

    def _name(self) -> None:
        self.text.setPlaceholderText(self.tr("Search: lead, field, old or new value, status, note, date …"))
        offer_clearing(self.text, self.tr("Empty the search"))
        for widget, name in (
            (self.text, self.tr("Search the history")),
            (self.connection, self.tr("Connection")),
            (self.kind, self.tr("Kind of call")),
            (self.became, self.tr("What became of it")),
            (self.period, self.tr("When")),
            (self.since, self.tr("From")),
            (self.until, self.tr("To")),
        ):
            widget.setAccessibleName(name)
        self.pinned.setAccessibleName(self.tr("Pinned only"))
        self.text.setToolTip(self.tr('Every word has to be found; words in "double quotes" stay together.'))

    def _connect(self) -> None:
        self.text.textChanged.connect(self.changed)
        self.period.currentIndexChanged.connect(self._show_days)
        for combo in (self.connection, self.kind, self.became, self.period):
            combo.currentIndexChanged.connect(self._telling.start)
        for field in (self.since, self.until):
            field.dateChanged.connect(self._telling.start)
        self.pinned.toggled.connect(self._telling.start)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for combo in (self.connection, self.kind, self.became, self.period):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.addWidget(combo)
        self.connection.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.connection.setMinimumContentsLength(14)  # names can be of any length
        for field in (self.since, self.until, self.pinned):
            line.addWidget(field)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(line)
        self.setFocusProxy(self.text)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


def _midnight(day: date) -> datetime:
    """With which the day begins here."""
    return datetime.combine(day, time()).astimezone()
