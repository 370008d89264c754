"""The paste box: takes an ID, an address or a cookie, says what it took it for, and how the look-up went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from mktgui.domain.findings import Severity
from mktgui.domain.lead import ForeignType, KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.ui.duration_words import local_now
from mktgui.ui.field_notes import Note
from mktgui.ui.look_state import LookState
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from mktgui.domain.known import Known
    from mktgui.ui.doctor import Advice
    from mktgui.ui.sentences import Sentences

STOP_AFTER = 150  # milliseconds until a look-up that takes long can be stopped: less would flash


class Detected(Protocol):
    """What a pasted text was taken for. `kind` is None where it could be anything."""

    @property
    def kind(self) -> KeyKind | None: ...
    @property
    def text(self) -> str:
        """The identifier alone, without what was around it."""
        ...

    @property
    def foreign_type(self) -> str:
        """A `ForeignType` word, or empty text."""
        ...


Detect = Callable[[str, KeyKind | None], Detected]
"""Given a text, and the kind that the person chose by hand or None."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What the box makes of its text: the key to go by, its identifier, and whose it is where that can be told."""

    kind: KeyKind
    text: str
    foreign_type: str = ""
    on_purpose: bool = False  # the person said so with a button, as with a choice of the key


class FindBox(QWidget):
    """Says what is wanted and shows what came of it; whoever owns it asks Marketo."""

    load_wanted = Signal()
    stop_wanted = Signal()
    new_lead_wanted = Signal()
    """Nobody has the key, and the person wants to create a lead with it."""
    taken = Signal(object)
    """A `Taken`, with each edit of the text."""

    def __init__(
        self, theme: Theme, sentences: "Sentences", detect: Detect, clock: Callable[[], datetime] = local_now
    ) -> None:
        super().__init__()
        self._detect = detect
        self._key, self._chosen = KeyKind.EMAIL, False
        self._looks: Detected | None = None
        self._trouble: tuple[str, Severity] | None = None
        self._reading = False
        self.text = QLineEdit()
        self.load = QToolButton()
        self.sentence = Note(self.text, theme)
        self.switch = QPushButton()
        self.state = LookState(theme, sentences, clock)
        self._nouns = self._name_kinds()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(STOP_AFTER)
        self._patience.timeout.connect(self._offer_stop)
        self._lay_out()
        self._connect()
        self._show_load()

    def show_key(self, key: KeyKind, text: str, *, chosen: bool) -> None:
        """The key of the draft, from elsewhere. `chosen` tells that the person picked its kind by hand."""
        if text != self.text.text():
            self.text.setText(text)
            self.text.setCursorPosition(0)
            self.show_nothing()
        self._key, self._chosen = key, chosen
        self._look_at(text)

    def show_trouble(self, text: str, severity: Severity) -> None:
        """What is the matter with the key as it stands; empty text for nothing."""
        self._trouble = (text, severity) if text else None
        self._speak()

    def show_nothing(self) -> None:
        """Nobody has looked this lead up."""
        self.state.clear()
        self._rest()

    def show_reading(self) -> None:
        """A look-up is under way. One that takes a moment can be stopped."""
        self._reading = True
        self.state.say_reading()
        self.load.setEnabled(False)
        self._patience.start()
        self._speak()

    def show_known(self, known: "Known") -> None:
        """What Marketo said: one lead, several, or none."""
        self.state.say_known(known, self._key)
        self._rest()

    def show_no_lookup(self, reason: NoLookup) -> None:
        """There is no way to look this key up."""
        self.state.say_no_lookup(reason)
        self._rest()

    def show_failed(self, advice: "Advice") -> None:
        """There was no answer, or Marketo refused."""
        self.state.say_failed(advice)
        self._rest()

    def focus(self) -> None:
        """Go there, ready to paste over what is in it."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def _rest(self) -> None:
        had_focus = self.load.hasFocus()
        self._reading = False
        self._patience.stop()
        self._show_load()
        if had_focus and not self.load.isEnabled():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._speak()

    def _edited(self, text: str) -> None:
        looks = self._looks_like(text)
        if looks is not None and looks.kind is not None and not self._chosen:
            self._key = looks.kind
        self.state.clear()
        self._looks = looks
        self._rest()
        self._emit(on_purpose=False)

    def _looks_like(self, text: str) -> Detected | None:
        return self._detect(text, None) if text.strip() else None

    def _look_at(self, text: str) -> None:
        self._looks = self._looks_like(text)
        self._show_load()
        self._speak()

    def _emit(self, *, on_purpose: bool) -> None:
        made = self._detect(self.text.text(), self._key)
        self.taken.emit(Taken(self._key, made.text, made.foreign_type, on_purpose))

    def _take_as_it_looks(self) -> None:
        if self._looks is not None and self._looks.kind is not None:
            self._key, self._chosen = self._looks.kind, True
            self._emit(on_purpose=True)
            self._speak()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        if self._reading:
            self.stop_wanted.emit()
        else:
            self._enter()

    def _enter(self) -> None:
        if self.text.text().strip() and not self._reading:
            self.load_wanted.emit()

    def _offer_stop(self) -> None:
        self.load.setText(self.tr("Stop"))
        self.load.setEnabled(True)

    def _show_load(self) -> None:
        if not self._reading:
            self.load.setText(self.tr("Loa&d"))
            self.load.setEnabled(bool(self.text.text().strip()))

    @property
    def _torn(self) -> bool:
        """Whether the text looks like another kind than the one that was picked by hand."""
        return self._chosen and self._looks is not None and self._looks.kind not in {None, self._key}

    def _speak(self) -> None:
        """Trouble first; what it looks like only until something better is known."""
        self.switch.setVisible(self._torn)
        if self._looks is None:
            self.sentence.say("", Severity.NOTE)
        elif self._torn:
            this, that = self._noun(self._looks), self._nouns[self._key]
            self.switch.setText(self.tr("Take it as {this}").format(this=this))
            odd = Severity.NOTE if self._key is KeyKind.FOREIGN_ID else Severity.WARNING  # that could be any text
            self.sentence.say(self.tr("Looks like {this}, but you chose {that}.").format(this=this, that=that), odd)
        elif self._trouble is not None:
            self.sentence.say(*self._trouble)
        else:
            self.sentence.say("" if self.state.says_something else self._guess(self._looks), Severity.NOTE)

    def _guess(self, looks: Detected) -> str:
        if looks.kind is self._key:
            return self.tr("Looks like {this}.").format(this=self._noun(looks))
        return self.tr("Not sure what this is: choose it below.") if looks.kind is None and not self._chosen else ""

    def _noun(self, looks: Detected) -> str:
        if looks.kind is KeyKind.FOREIGN_ID and looks.foreign_type == ForeignType.SFDC:
            return self.tr("a Salesforce ID")
        return self._nouns[looks.kind] if looks.kind is not None else ""

    def _name_kinds(self) -> dict[KeyKind, str]:
        return {
            KeyKind.MARKETO_ID: self.tr("a Marketo ID"),
            KeyKind.EMAIL: self.tr("an email address"),
            KeyKind.FOREIGN_ID: self.tr("a foreign ID"),
            KeyKind.COOKIE: self.tr("a Marketo cookie"),
        }

    def _connect(self) -> None:
        self.text.textEdited.connect(self._edited)
        self.text.returnPressed.connect(self._enter)
        self.load.clicked.connect(self._press)
        self.switch.clicked.connect(self._take_as_it_looks)
        self.state.new_lead.clicked.connect(self.new_lead_wanted)

    def _lay_out(self) -> None:
        self.text.setPlaceholderText(self.tr("Paste an ID, address or cookie"))
        self.text.setAccessibleName(self.tr("Which lead: an ID, an address or a cookie"))
        self.text.setClearButtonEnabled(True)
        self.load.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.load.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.switch.setAutoDefault(False)
        self.switch.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.text, 0, 0)
        layout.addWidget(self.load, 0, 1)
        layout.addWidget(self.sentence, 1, 0, 1, 2)
        layout.addWidget(self.switch, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.state, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)
