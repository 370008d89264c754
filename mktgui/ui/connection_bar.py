"""Where a send would go: a stripe with a word and a colour, and the choice of the profile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment
from mktgui.ui.theme import STRIPES

if TYPE_CHECKING:
    from mktgui.domain.ports import SecretPlace
    from mktgui.domain.profile import Profile
    from mktgui.ui.theme import Theme

_BUILT_IN = {PRACTICE.id: PRACTICE, PRACTICE_REST.id: PRACTICE_REST}
LONGEST_NAME = 36  # characters


class ConnectionBar(QWidget):
    """The practice profile is always there and always first. Over which API one practises, a button beside it says."""

    chosen = Signal(object)
    """The `Profile` that is now in use."""
    lost = Signal()
    """The profile in use has been deleted elsewhere: `is_gone` until another one is chosen."""
    edit_wanted = Signal()

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._practice = PRACTICE
        self._profiles: tuple[Profile, ...] = (PRACTICE,)
        self.is_gone = False
        """Whether the profile in use is none of the person's any more. It is still shown, at the end of the choice."""
        self.stripe = QLabel()
        self.place = QLabel()
        self.combo = QComboBox()
        self.switch = QPushButton()
        self.edit = QPushButton(self.tr("&Connections…"))
        self._lay_out()
        self.show_profiles((), PRACTICE.id)
        self.combo.currentIndexChanged.connect(self._choose)
        self.edit.clicked.connect(self.edit_wanted)
        self.switch.clicked.connect(self.switch_practice)
        theme.changed.connect(self._recolour)

    @property
    def profile(self) -> "Profile":
        """The profile in use."""
        return self._profiles[max(self.combo.currentIndex(), 0)]

    @property
    def profiles(self) -> tuple["Profile", ...]:
        """The person's own profiles."""
        return self._profiles[1:-1] if self.is_gone else self._profiles[1:]

    @property
    def is_choosing(self) -> bool:
        """Whether the choice is open: another order then would put another connection under the mouse."""
        return self.combo.view().isVisible()

    def show_profiles(self, profiles: tuple["Profile", ...], selected: str) -> None:
        """Offer these after the practice profile, and use the one with the id `selected` where it is there."""
        if selected in _BUILT_IN:
            self._practice = _BUILT_IN[selected]
        self.is_gone = False
        self._fill((self._practice, *profiles), selected)
        self._choose()

    def take_up(self, profiles: tuple["Profile", ...]) -> None:
        """Offer these, as they were left elsewhere, and stay with the one in use: as it is now, or as one that is gone.

        Where the one in use is what it was, nobody hears of it.
        """
        used, was_gone = self.profile, self.is_gone
        self.is_gone = not used.is_built_in and used.id not in {profile.id for profile in profiles}
        self._fill((self._practice, *profiles, *((used,) if self.is_gone else ())), used.id)
        if self.is_gone and not was_gone:
            self._show()
            self.lost.emit()
        elif self.profile != used or was_gone != self.is_gone:
            self._choose()

    def switch_practice(self) -> None:
        """Practise over the other API from now on, with the same drafts."""
        other = PRACTICE if self._practice is PRACTICE_REST else PRACTICE_REST
        self.show_profiles(self.profiles, other.id)

    def show_place(self, place: "SecretPlace | None") -> None:
        """Say where the key of the profile is kept; None says nothing."""
        if place is None:
            self.place.clear()
            return
        from mktgui.domain.ports import SecretHome  # noqa: PLC0415 - not for the first paint

        words = {
            SecretHome.KEYRING: self.tr("Key kept in {name}"),
            SecretHome.THIS_RUN: self.tr("No keyring: key kept for this run only"),
        }
        self.place.setText(words[place.home].format(name=place.name))

    def _fill(self, profiles: tuple["Profile", ...], selected: str) -> None:
        self._profiles = profiles
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for profile in profiles:
                self.combo.addItem(self._name(profile))
            ids = [profile.id for profile in profiles]
            self.combo.setCurrentIndex(ids.index(selected) if selected in ids else 0)

    def _name(self, profile: "Profile") -> str:
        if self.is_gone and profile is self._profiles[-1]:
            return self.tr("{name} (deleted)").format(name=profile.name)
        return self.tr("Practice") if profile.is_built_in else profile.name

    @property
    def _short_name(self) -> str:
        """What there is room for beside everything else in the smallest window."""
        name = self._name(self.profile)
        return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"

    def _choose(self) -> None:
        if self.is_gone and self.profile is not self._profiles[-1]:
            used, own = self.profile, self.profiles
            self.is_gone = False
            self._fill((self._practice, *own), used.id)
        self._show()
        self.chosen.emit(self.profile)

    def _show(self) -> None:
        self._recolour()
        over_rest = self._practice is PRACTICE_REST
        words = {
            Environment.PRACTICE: self._practice_words(),
            Environment.TEST: self.tr("TEST – {name}").format(name=self._short_name),
            Environment.PRODUCTION: self.tr("PRODUCTION – {name}").format(name=self._short_name),
        }
        for widget in (self.stripe, self.combo):
            widget.setToolTip(self._name(self.profile))
        self.stripe.setText(words[self.profile.environment])
        self.switch.setText(self.tr("Practise S&OAP") if over_rest else self.tr("&Practise REST"))
        self.switch.setToolTip(
            self.tr("Practise over SOAP, with the same draft")
            if over_rest
            else self.tr("Practise over REST, with the same draft")
        )
        self.switch.setVisible(self.profile.is_built_in)

    def _practice_words(self) -> str:
        if not self.profile.is_built_in:
            return self.tr("PRACTICE – {name}").format(name=self._short_name)
        over_rest = self.profile is PRACTICE_REST
        return self.tr("PRACTICE over REST – no real data") if over_rest else self.tr("PRACTICE – no real data")

    def _recolour(self) -> None:
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(STRIPES[self.profile.environment]))
        self.setPalette(own)
        for label in (self.stripe, self.place):
            white = label.palette()
            white.setColor(QPalette.ColorRole.WindowText, QColor("white"))
            label.setPalette(white)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        bold = self.stripe.font()
        bold.setBold(True)
        self.stripe.setFont(bold)
        self.combo.setAccessibleName(self.tr("Connection"))
        self.combo.setAccessibleDescription(self.combo.accessibleName())  # on Linux only this and the choice are told
        self.combo.setMinimumWidth(160)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.stripe)
        layout.addStretch(1)
        layout.addWidget(self.place)
        layout.addSpacing(8)
        layout.addWidget(self.combo)
        layout.addWidget(self.switch)
        layout.addWidget(self.edit)
