"""Every act of the window in a menu, with its keys, so that nothing has to be guessed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from mktgui.domain.place_names import Place
from mktgui.ui.language import CHINESE, ENGLISH
from mktgui.ui.theme import Scheme

Keys = QKeySequence.StandardKey
Choose = Callable[..., None]


class Menus(QObject):
    """The menu bar. Signals say what the person wants; the window does it."""

    new_wanted = Signal()
    load_wanted = Signal()
    duplicate_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    file_wanted = Signal()
    """A draft is to be opened from a file."""
    to_file_wanted = Signal()
    """The draft on top is to be saved as a file."""
    receipt_wanted = Signal()
    ticket_wanted = Signal()
    """The call on top is to be copied for a ticket."""
    equivalent_wanted = Signal()
    """The draft on top is to be seen as both APIs would send it."""
    history_wanted = Signal()
    keeping_wanted = Signal()
    """The person wants to see, or choose, what is kept on this computer."""
    send_wanted = Signal()
    stop_wanted = Signal()
    key_wanted = Signal()
    connections_wanted = Signal()
    workspace_wanted = Signal()
    drawer_wanted = Signal(bool)
    tab_wanted = Signal(int)
    scheme_chosen = Signal(object)
    """A `Scheme`."""
    language_chosen = Signal(str)
    """`en`, `zh_CN`, or empty for the system's."""
    keys_wanted = Signal()
    about_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, window: QMainWindow, scheme: Scheme, language: str) -> None:
        super().__init__(window)
        self._window, self._scheme, self._language = window, scheme, language
        titles = (self.tr("&Lead"), self.tr("&Edit"), self.tr("&View"), self.tr("&Help"))
        self._lead, self._rows, self._view, self._help = (window.menuBar().addMenu(title) for title in titles)
        self.drawer = QAction(self)
        self.drawer.setCheckable(True)
        self._place: QAction | None = None
        self._named = Place.WORKSPACE

    def fill(self) -> None:
        """Put the acts into the menus: once, when the window is on the screen and nobody can have opened one yet."""
        self._fill_lead_menu()
        self._fill_view_menu()
        self._fill_help_menu()

    def show_row_actions(self, actions: tuple[QAction, ...]) -> None:
        """Offer the acts of the table on top; those of others must not answer to the same keys."""
        self._rows.clear()
        self._rows.addActions(actions)

    def offer_copies(self, copies: QMenu) -> None:
        """Offer these ways to copy a call, below the ticket."""
        self._lead.insertMenu(self._after_copies, copies)

    def name_place(self, place: Place) -> None:
        """Whether it is a workspace or a partition that can be checked; also before there is an entry for it."""
        self._named = place
        if self._place is None:
            return
        is_partition = place is Place.PARTITION
        self._place.setText(self.tr("Check a pa&rtition…") if is_partition else self.tr("Check a &workspace…"))

    def show_drawer(self, *, shown: bool) -> None:
        """Keep the tick in step with the drawer."""
        self.drawer.setChecked(shown)

    def _fill_lead_menu(self) -> None:
        menu = self._lead
        self._add(menu, self.tr("&New change"), [Keys.New], self.new_wanted.emit)
        self._add(menu, self.tr("D&uplicate"), ["Ctrl+D"], self.duplicate_wanted.emit)
        self._add(menu, self.tr("Clos&e"), ["Ctrl+W"], self.close_wanted.emit)
        self._add(menu, self.tr("Bring &back what was closed"), ["Ctrl+Shift+T"], self.reopen_wanted.emit)
        self._add(menu, self.tr("&Open a draft from a file…"), [Keys.Open], self.file_wanted.emit)
        self._add(menu, self.tr("Save the draft as a &file…"), ["Ctrl+Shift+S"], self.to_file_wanted.emit)
        menu.addSeparator()
        self._add(menu, self.tr("Go to the &key"), ["Ctrl+L"], self.key_wanted.emit)
        self._add(menu, self.tr("&Load the lead"), ["F5", "Ctrl+R"], self.load_wanted.emit)
        menu.addSeparator()
        self._add(menu, self.tr("&Send"), ["Ctrl+Return", "Ctrl+Enter"], self.send_wanted.emit)
        self._add(menu, self.tr("S&top"), ["Ctrl+."], self.stop_wanted.emit)
        self._add(menu, self.tr("Copy the recei&pt"), ["Ctrl+Shift+C"], self.receipt_wanted.emit)
        self._add(menu, self.tr("Copy for a t&icket…"), ["Ctrl+T"], self.ticket_wanted.emit)
        self._after_copies = self._add(
            menu, self.tr("The same over SOAP &and REST…"), ["Ctrl+E"], self.equivalent_wanted.emit
        )
        menu.addSeparator()
        self._add(menu, self.tr("&Connections…"), ["Ctrl+P"], self.connections_wanted.emit)
        self._place = self._add(menu, "", ["Ctrl+Shift+W"], self.workspace_wanted.emit)
        self.name_place(self._named)
        menu.addSeparator()
        self._add(menu, self.tr("&History…"), ["Ctrl+H", "Ctrl+4"], self.history_wanted.emit)
        self._add(menu, self.tr("Kept on this co&mputer…"), [], self.keeping_wanted.emit)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), [Keys.Quit], self._window.close)

    def _fill_view_menu(self) -> None:
        menu = self._view
        self.drawer.setText(self.tr("Result &drawer"))
        self.drawer.setShortcut("Ctrl+J")
        menu.addAction(self.drawer)
        self.drawer.triggered.connect(self.drawer_wanted)
        for number, text in enumerate((self.tr("&Result"), self.tr("Re&quest and response"), self.tr("Previe&w"))):
            action = self._add(menu, text, [f"Ctrl+{number + 1}"], None)
            action.triggered.connect(lambda _checked=False, tab=number: self.tab_wanted.emit(tab))
        menu.addSeparator()
        schemes = {
            Scheme.SYSTEM: self.tr("As the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        colours = menu.addMenu(self.tr("&Colours"))
        self._choices(colours, [(text, one) for one, text in schemes.items()], self._scheme, self.scheme_chosen.emit)
        languages = [(self.tr("As the system"), ""), ("English", ENGLISH), ("简体中文", CHINESE)]
        self._choices(menu.addMenu(self.tr("&Language")), languages, self._language, self.language_chosen.emit)

    def _fill_help_menu(self) -> None:
        menu = self._help
        self._add(menu, self.tr("&Keys"), ["F1"], self.keys_wanted.emit)
        self._add(menu, self.tr("&Support file…"), [], self.support_wanted.emit)
        self._add(menu, self.tr("&About mktgui"), [], self.about_wanted.emit)

    def _add(self, menu: QMenu, text: str, keys: list[str | QKeySequence.StandardKey], act: object) -> QAction:
        action = menu.addAction(text)
        action.setShortcuts([QKeySequence(one) for one in keys])
        if act is not None:
            action.triggered.connect(act)
        return action

    def _choices(self, menu: QMenu, choices: Sequence[tuple[str, object]], chosen: object, choose: Choose) -> None:
        from PySide6.QtGui import QActionGroup  # noqa: PLC0415 - not for the first paint

        group = QActionGroup(menu)
        for text, value in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))
