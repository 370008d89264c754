"""How a connection gets out, how long it waits, and how careful it is."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.findings import Severity
from mktgui.domain.name_list import name_line, names_in
from mktgui.domain.profile import Profile
from mktgui.domain.proxy import LARGEST_PORT, ProxyChoice, ProxyKind, proxy_secret_id
from mktgui.domain.proxy_check import ProxySlip, check_proxy
from mktgui.ui.field_notes import Note
from mktgui.ui.names import plain
from mktgui.ui.secret_field import SecretField
from mktgui.ui.theme import Theme

LONGEST_SECONDS = 3600.0


class NetworkForm(QWidget):
    """The second page of a connection. `put_into` adds what it says to a profile."""

    edited = Signal()

    def __init__(self, password: SecretField, theme: Theme) -> None:
        super().__init__()
        self.password = password
        self.workspaces = QLineEdit()
        self.read_only = QComboBox()
        self.proxy = QComboBox()
        self.host, self.port, self.user_name = QLineEdit(), QSpinBox(), QLineEdit()
        self.proxy_note, self.user_note = Note(self.host, theme), Note(self.user_name, theme)
        self.ca_file = QLineEdit()
        self.browse = QPushButton(self.tr("&Browse…"))
        self.connect_seconds, self.answer_seconds = QDoubleSpinBox(), QDoubleSpinBox()
        self._fill_choices()
        self._lay_out()
        self._connect()

    def put_into(self, profile: Profile) -> Profile:
        """The profile with what this page says."""
        return replace(
            profile,
            workspaces=self._names,
            read_only={"": None, "on": True, "off": False}[self.read_only.currentData()],
            proxy=ProxyChoice(
                kind=ProxyKind(self.proxy.currentData()),
                host=self.host.text().strip(),
                port=self.port.value(),
                user_name=self.user_name.text().strip(),
            ),
            ca_file=self.ca_file.text().strip(),
            connect_seconds=self.connect_seconds.value(),
            answer_seconds=self.answer_seconds.value(),
        )

    def show_profile(self, profile: Profile, *, look_for_secret: bool = True) -> None:
        """Fill the page."""
        blockers = [QSignalBlocker(widget) for widget in self._fields()]
        self.workspaces.setText(name_line(profile.workspaces))
        guard = {None: "", True: "on", False: "off"}[profile.read_only]
        self.read_only.setCurrentIndex(self.read_only.findData(guard))
        self.proxy.setCurrentIndex(self.proxy.findData(profile.proxy.kind.value))
        self.host.setText(profile.proxy.host)
        self.port.setValue(profile.proxy.port)
        self.user_name.setText(profile.proxy.user_name)
        self.ca_file.setText(profile.ca_file)
        self.connect_seconds.setValue(profile.connect_seconds)
        self.answer_seconds.setValue(profile.answer_seconds)
        for blocker in blockers:
            blocker.unblock()
        self.show_slip(None)
        self._open_and_shut()
        if look_for_secret:
            self.password.open_for(proxy_secret_id(profile.id))

    def add_workspaces(self, names: Iterable[str]) -> None:
        """Type these after those that are there already."""
        self.workspaces.setText(name_line(dict.fromkeys((*self._names, *names))))

    @property
    def _names(self) -> tuple[str, ...]:
        """The workspaces or partitions that are typed."""
        return names_in(self.workspaces.text())

    def check(self) -> ProxySlip | None:
        """What is wrong with the proxy, said at its fields."""
        slip = check_proxy(self.put_into(Profile(id="", name="", endpoint="", user_id="")).proxy)
        self.show_slip(slip)
        return slip

    def show_slip(self, slip: ProxySlip | None) -> None:
        """Say what is wrong with the proxy, or nothing."""
        sentences = {
            ProxySlip.HOST_EMPTY: self.tr("Type the name of the proxy, as your network team gives it."),
            ProxySlip.HOST_SHAPE: self.tr("This is no name of a computer: no spaces, no http:// before it."),
            ProxySlip.PORT_RANGE: self.tr("A port lies between 1 and 65535."),
            ProxySlip.USER_NAME_SHAPE: self.tr("A user name for a proxy has no colon and no invisible character."),
        }
        at_user = slip is ProxySlip.USER_NAME_SHAPE
        text = sentences[slip] if slip else ""
        self.proxy_note.say("" if at_user else text, Severity.ERROR)
        self.user_note.say(text if at_user else "", Severity.ERROR)
        if slip is not None:
            (self.user_name if at_user else self.host).setFocus()

    def _open_and_shut(self) -> None:
        manual = self.proxy.currentData() == ProxyKind.MANUAL.value
        for widget in (self.host, self.port, self.user_name, self.password):
            widget.setEnabled(manual)

    def _fields(self) -> tuple[QWidget, ...]:
        texts = (self.workspaces, self.host, self.user_name, self.ca_file)
        return (*texts, self.read_only, self.proxy, self.port, self.connect_seconds, self.answer_seconds)

    def _fill_choices(self) -> None:
        for text, data in (
            (self.tr("As the environment: on for production"), ""),
            (self.tr("On: nothing is sent until it is unlocked"), "on"),
            (self.tr("Off"), "off"),
        ):
            self.read_only.addItem(text, data)
        for text, kind in (
            (self.tr("As the system says"), ProxyKind.SYSTEM),
            (self.tr("None"), ProxyKind.NONE),
            (self.tr("This one:"), ProxyKind.MANUAL),
        ):
            self.proxy.addItem(text, kind.value)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificates to trust besides those of the system"))
        dialog.setNameFilter(self.tr("Certificates (*.pem *.crt *.cer)"))
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()

    def _connect(self) -> None:
        for line in (self.workspaces, self.host, self.user_name, self.ca_file):
            line.textChanged.connect(self.edited)
        for box in (self.read_only, self.proxy):
            box.currentIndexChanged.connect(self.edited)
        for number in (self.port, self.connect_seconds, self.answer_seconds):
            number.valueChanged.connect(self.edited)
        self.proxy.currentIndexChanged.connect(self._open_and_shut)
        self.password.edited.connect(self.edited)
        self.browse.clicked.connect(self._browse)

    def _lay_out(self) -> None:
        self.workspaces.setPlaceholderText(self.tr("EMEA, APAC"))
        self.workspaces.setToolTip(
            self.tr("With commas between them. A name that has a comma itself stands in double quotes.")
        )
        self.host.setPlaceholderText("proxy.corp.example")
        self.user_name.setPlaceholderText(self.tr("none"))
        self.ca_file.setPlaceholderText(self.tr("only those of the system"))
        self.port.setRange(1, LARGEST_PORT)
        self.browse.setAutoDefault(False)
        for seconds in (self.connect_seconds, self.answer_seconds):
            seconds.setDecimals(1)
            seconds.setRange(0.1, LONGEST_SECONDS)
            seconds.setSuffix(self.tr(" s"))
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field, row in (
            (self.tr("&Workspaces or partitions"), self.workspaces, self.workspaces),
            (self.tr("Read-&only"), self.read_only, self.read_only),
            (self.tr("Prox&y"), self.proxy, self.proxy),
            (self.tr("Pro&xy host"), self.host, self._with_port()),
            (self.tr("Proxy &user"), self.user_name, self._with_user_note()),
            (self.tr("Proxy passwor&d"), self.password, self.password),
            (self.tr("Own c&ertificates"), self.ca_file, self._with_browse()),
            (self.tr("&Time to connect"), self.connect_seconds, self.connect_seconds),
            (self.tr("Time to &answer"), self.answer_seconds, self.answer_seconds),
        ):
            layout.addRow(label, row)
            (field.focusProxy() or field).setAccessibleName(plain(label))
        self.port.setAccessibleName(self.tr("Port of the proxy"))

    def _with_port(self) -> QWidget:
        both = QWidget()
        line = QHBoxLayout()
        line.addWidget(self.host, 1)
        line.addWidget(self.port)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.proxy_note)
        both.setFocusProxy(self.host)
        return both

    def _with_user_note(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.user_name)
        column.addWidget(self.user_note)
        both.setFocusProxy(self.user_name)
        return both

    def _with_browse(self) -> QWidget:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.ca_file, 1)
        line.addWidget(self.browse)
        both.setFocusProxy(self.ca_file)
        return both
