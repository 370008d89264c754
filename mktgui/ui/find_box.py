"""The paste box: takes an ID, an address or a cookie, says what it took it for, and how the look-up went."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from mktgui.domain.findings import Severity
from mktgui.domain.kinds import ForeignType, KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.ui.clear_button import offer_clearing
from mktgui.ui.duration_words import local_now
from mktgui.ui.field_notes import Note
from mktgui.ui.look_state import LookState
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from mktgui.domain.detect import Detected
    from mktgui.domain.key_search import Candidate
    from mktgui.domain.known import Known
    from mktgui.ui.doctor import Advice
    from mktgui.ui.sentences import Sentences

STOP_AFTER = 150  # milliseconds until a look-up that takes long can be stopped: less would flash


Detect = Callable[[str, KeyKind | None, str], "Detected"]
"""Given a text, the kind that the person chose by hand or None, and the type of foreign ID chosen by hand or empty.

`mktgui.domain.detect.detect` is one. Its words are written out here: reading them in would take time before the first
paint.
"""

SEVERAL, TORN = "several", "looks-otherwise"
# What a person had better look at: it was taken for something, but may be of no use.
_DOUBTFUL = frozenset({SEVERAL, "salesforce-other", "salesforce-slip", "url-without-id"})


class Taken(NamedTuple):
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
        self, theme: Theme, sentences: "Sentences", detect: Detect, clock: Callable[[], "datetime"] = local_now
    ) -> None:
        super().__init__()
        self._detect = detect
        self._key, self._chosen, self._type = KeyKind.EMAIL, False, ""
        self._looks: Detected | None = None
        self._trouble: tuple[str, Severity] | None = None
        self._reading = self._putting = False
        self.text = QLineEdit()
        self.load = QToolButton()
        self.sentence = Note(self.text, theme)
        self.switch = QPushButton()
        self.state = LookState(theme, sentences, clock)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(STOP_AFTER)
        self._patience.timeout.connect(self._offer_stop)
        self._lay_out()
        self._connect()
        self._show_load()

    def show_key(self, key: KeyKind, text: str, *, chosen: bool, foreign_type: str = "") -> None:
        """The key of the draft, from elsewhere. `chosen` tells that the person picked its kind by hand.

        `foreign_type` is a type of foreign ID that was picked by hand, or empty.
        """
        if text != self.text.text():
            self._put(text)
            self.text.setCursorPosition(0)
            self.show_nothing()
        self._key, self._chosen, self._type = key, chosen, foreign_type
        self._looks = self._look_at(text)
        self._show_load()
        self._speak()

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

    def show_known(self, known: "Known", *, may_create: bool = True) -> None:
        """What Marketo said: one lead, several, or none. `may_create` tells whether a send could then make one."""
        self.state.say_known(known, self._key, may_create=may_create)
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

    def _put(self, text: str) -> None:
        """A text that nobody typed. Qt's own mark of an edit stays off for dictation and screen readers."""
        self._putting = True
        self.text.setText(text)
        self._putting = False

    def _edited(self, text: str) -> None:
        if self._putting:
            return
        looks = self._look_at(text)
        if looks is not None and looks.kind is not None:
            self._key = looks.kind
        self.state.clear()
        self._looks = looks
        self._rest()
        self.taken.emit(Taken(self._key, looks.text, looks.foreign_type) if looks else Taken(self._key, ""))

    def _look_at(self, text: str) -> "Detected | None":
        return self._detect(text, self._key if self._chosen else None, self._type) if text.strip() else None

    def _take_as_it_looks(self) -> None:
        if self._looks is not None and self._looks.others:
            other = self._looks.others[0]
            self._put(other.text)
            self._key, self._chosen, self._type = other.kind, True, ""
            self._looks = self._look_at(other.text)
            self.taken.emit(Taken(other.kind, other.text, other.foreign_type, on_purpose=True))
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

    def _speak(self) -> None:
        """Trouble first; what it looks like only until something better is known."""
        looks = self._looks
        torn = looks is not None and looks.why == TORN and bool(looks.others)
        self.switch.setVisible(torn)
        if looks is None:
            self.sentence.say("", Severity.NOTE)
        elif torn:
            this, that = self._noun(looks.others[0]), self._nouns[self._key]
            self.switch.setText(self.tr("Take it as {this}").format(this=this))
            self.sentence.say(
                self.tr("Looks like {this}, but you chose {that}.").format(this=this, that=that), Severity.WARNING
            )
        elif looks.why in _DOUBTFUL and self.state.found != looks.text:
            self.sentence.say(self._guess(looks), Severity.WARNING)
        elif self._trouble is not None:
            self.sentence.say(*self._trouble)
        else:
            self.sentence.say("" if self.state.says_something else self._guess(looks), Severity.NOTE)

    def _guess(self, looks: "Detected") -> str:
        if looks.kind not in {None, self._key}:  # from a draft, with which nobody argues
            return ""
        return self._guesses.get(looks.why, "")

    def _noun(self, one: "Candidate") -> str:
        return self.tr("a Salesforce ID") if one.foreign_type == ForeignType.SFDC else self._nouns[one.kind]

    @cached_property
    def _nouns(self) -> dict[KeyKind, str]:
        return {
            KeyKind.MARKETO_ID: self.tr("a Marketo ID"),
            KeyKind.EMAIL: self.tr("an email address"),
            KeyKind.FOREIGN_ID: self.tr("a foreign ID"),
            KeyKind.COOKIE: self.tr("a Marketo cookie"),
        }

    @cached_property
    def _guesses(self) -> dict[str, str]:
        looks_like = self.tr("Looks like {this}.")
        plain = {
            "marketo-id": KeyKind.MARKETO_ID,
            "email": KeyKind.EMAIL,
            "cookie": KeyKind.COOKIE,
            "foreign-id": KeyKind.FOREIGN_ID,
        }
        return {why: looks_like.format(this=self._nouns[kind]) for why, kind in plain.items()} | {
            "salesforce-contact": self.tr("Looks like the Salesforce ID of a contact."),
            "salesforce-lead": self.tr("Looks like the Salesforce ID of a lead."),
            "salesforce-other": self.tr(
                "Looks like a Salesforce ID, but of neither a contact nor a lead: Marketo finds no lead by it."
            ),
            "salesforce-slip": self.tr("Looks like a Salesforce ID with a slip in it: copy it again."),
            "number-too-large": self.tr("Too large for a Marketo ID: taken as a foreign ID."),
            "marketo-url": self.tr("The Marketo ID in this web address."),
            "salesforce-url": self.tr("The Salesforce ID in this web address."),
            "url-without-id": self.tr("There is no ID of a lead in this web address."),
            SEVERAL: self.tr("There is more than one key in this text: leave only the one you mean."),
            "unknown": self.tr("Not sure what this is: choose it below."),
        }

    def _connect(self) -> None:
        self.text.textChanged.connect(self._edited)
        self.text.returnPressed.connect(self._enter)
        self.load.clicked.connect(self._press)
        self.switch.clicked.connect(self._take_as_it_looks)
        self.state.new_lead.clicked.connect(self.new_lead_wanted)

    def _lay_out(self) -> None:
        self.text.setPlaceholderText(self.tr("Paste an ID, address or cookie"))
        self.text.setAccessibleName(self.tr("Which lead: an ID, an address or a cookie"))
        offer_clearing(self.text, self.tr("Clear"))
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
