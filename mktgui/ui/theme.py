"""Light and dark: one set of colours each, and the palette for systems that do not follow `setColorScheme`."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mktgui.domain.profile import Environment


class Scheme(StrEnum):
    """What the person chose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours(NamedTuple):
    """Colours by what they mean, as #rrggbb. Text colours hold 4.5:1 against `base` and `window`."""

    window: str
    button: str
    base: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    error: str
    error_back: str
    warning: str
    warning_back: str
    good: str
    good_back: str
    changed_back: str
    xml_tag: str
    xml_attribute: str
    xml_value: str
    xml_comment: str
    mark: str


LIGHT = Colours(
    window="#f3f4f6",
    button="#f3f4f6",
    base="#ffffff",
    text="#1c2128",
    muted="#57606a",
    border="#c9ced6",
    accent="#0b5cad",
    on_accent="#ffffff",
    error="#b3261e",
    error_back="#fdecea",
    warning="#8a4b00",
    warning_back="#fff4e0",
    good="#14693b",
    good_back="#e6f4ea",
    changed_back="#e8f1fb",
    xml_tag="#0b5cad",
    xml_attribute="#8a4b00",
    xml_value="#14693b",
    xml_comment="#57606a",
    mark="#ffe08a",
)
DARK = Colours(
    window="#2d323b",
    button="#434a56",
    base="#1e2228",
    text="#e6e9ee",
    muted="#a3acb8",
    border="#59626f",
    accent="#7ab7ff",
    on_accent="#0d1b2a",
    error="#ff9d94",
    error_back="#3a1d1b",
    warning="#ffc56e",
    warning_back="#3a2a10",
    good="#7fd8a0",
    good_back="#16301f",
    changed_back="#1b2c40",
    xml_tag="#7ab7ff",
    xml_attribute="#ffc56e",
    xml_value="#7fd8a0",
    xml_comment="#a3acb8",
    mark="#6b5300",
)

# The stripe says with a word and a colour where a send goes; white text on each holds 4.5:1 in both schemes.
STRIPES = {Environment.PRACTICE: "#4b5563", Environment.TEST: "#0b5cad", Environment.PRODUCTION: "#b3261e"}


class Theme(QObject):
    """The colours in force. Widgets that paint colours of their own follow `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._scheme = scheme
        self._colours = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(scheme)

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether dark colours are in force."""
        if self._scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def colours(self) -> Colours:
        """The set in force. Asked for by every cell that is painted."""
        return self._colours

    def choose(self, scheme: Scheme) -> None:
        """Change over, at once."""
        self._scheme = scheme
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        QGuiApplication.styleHints().setColorScheme(wanted.get(scheme, Qt.ColorScheme.Unknown))
        self._apply()

    def _apply(self) -> None:
        self._colours = DARK if self.dark else LIGHT
        self._application.setPalette(palette(self.colours))
        for name in ("QCheckBox", "QRadioButton"):
            # The stubs want bytes for a name in C, which Qt for Python refuses.
            self._application.setPalette(_outlined(self.colours), name)  # type: ignore[arg-type]
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """A palette of our own, because plain X11 and offscreen ignore `setColorScheme`."""
    made = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), colours.window),
        ((role.Button,), colours.button),
        ((role.Base, role.ToolTipBase), colours.base),
        ((role.AlternateBase,), colours.window),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight, role.Link, role.Accent), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Light, role.Midlight, role.Mid, role.Dark), colours.border),
    ):
        for one in roles:
            made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.muted))
    return made


def _outlined(colours: Colours) -> QPalette:
    made = palette(colours)
    made.setColor(QPalette.ColorRole.Window, box_outline(colours))
    return made


def box_outline(colours: Colours) -> QColor:
    """For boxes to tick: their outline is a darker `Window`, unseen where the window is dark already."""
    return QColor(colours.muted).lighter(140)  # Qt takes as much away again


def colour_text(widget: QWidget, colour: str) -> None:
    """Give a label a text colour. A palette, because parsing a style sheet for each label costs start-up time."""
    own = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):  # which one counts depends on the parent
        own.setColor(role, QColor(colour))
    widget.setPalette(own)


def fixed_font() -> QFont:
    """The system's own monospaced font, at the size of the interface."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - nothing before the first paint is in this font

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(max(QGuiApplication.font().pointSizeF(), 8.0))
    return font
