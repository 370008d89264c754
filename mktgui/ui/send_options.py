"""How a draft goes: what may become of the lead, in which workspace or partition, and whether it comes back."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.findings import Finding, Spot
from mktgui.domain.kinds import Action
from mktgui.domain.place_names import Place
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.domain.transport_rules import TransportRules
from mktgui.ui.field_notes import FieldNote
from mktgui.ui.names import plain
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme


class ActionLine(QWidget):
    """Create, update, or both."""

    edited = Signal()

    def __init__(self, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self.choice = QComboBox()
        for action, text in (
            (Action.CREATE_OR_UPDATE, self.tr("Create or update")),
            (Action.UPDATE_ONLY, self.tr("Only update, never create")),
            (Action.CREATE_ONLY, self.tr("Only create, never update")),
        ):
            self.choice.addItem(text, action.value)
        self.choice.setAccessibleName(self.tr("What to do with the lead"))
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.note = FieldNote(self.choice, theme, sentences)
        self.label = QLabel(self.tr("&Action"))
        self.label.setBuddy(self.choice)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.choice, 0, 1)
        grid.addWidget(self.note, 1, 1)
        self.choice.currentIndexChanged.connect(self.edited)

    @property
    def action(self) -> Action:
        """What is chosen."""
        return Action(self.choice.currentData())

    def choose(self, action: Action) -> None:
        """Show this one."""
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(action.value))


class SendOptions(QWidget):
    """Has a choice of the action only where the API of the connection has one, or where the draft chose already."""

    edited = Signal()
    load_wanted = Signal()
    """Enter was pressed in the line."""

    def __init__(self, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self._theme, self._sentences = theme, sentences
        self._rules = SOAP_RULES
        self._action_line: ActionLine | None = None
        self.workspace, self.workspace_label, self.names = QLineEdit(), QLabel(), QToolButton()
        self.note = FieldNote(self.workspace, theme, sentences)
        self.return_lead = QCheckBox(self.tr("Re&turn the lead afterwards"))
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.use_rules(SOAP_RULES)
        self._connect()

    @property
    def action_line(self) -> ActionLine:
        """The choice of the action; made when there is something to choose."""
        if self._action_line is None:
            from mktgui.ui.tab_stops import come_before  # noqa: PLC0415 - not for the first paint

            self._action_line = ActionLine(self._theme, self._sentences)
            self._layout.insertWidget(0, self._action_line)
            come_before(self.workspace, self._action_line)
            self._action_line.edited.connect(self._show_action)
            self._action_line.edited.connect(self.edited)
        return self._action_line

    @property
    def action(self) -> Action:
        """What may become of the lead."""
        return Action.CREATE_OR_UPDATE if self._action_line is None else self._action_line.action

    def fill(self, workspace: str, action: Action, *, return_lead: bool) -> None:
        """Show what a draft says."""
        self.workspace.setText(workspace)
        self.return_lead.setChecked(return_lead)
        if action is not self.action:
            self.action_line.choose(action)
        self._show_action()

    def use_rules(self, rules: TransportRules) -> None:
        """Ask for what this API has."""
        self._rules = rules
        label = {Place.WORKSPACE: self.tr("Worksp&ace"), Place.PARTITION: self.tr("&Partition")}[rules.place]
        self.workspace_label.setText(label)
        self.workspace.setAccessibleName(plain(label))
        self.names.setAccessibleName(
            {
                Place.WORKSPACE: self.tr("Show the workspaces that are known"),
                Place.PARTITION: self.tr("Show the partitions that are known"),
            }[rules.place]
        )
        self.names.setToolTip(self.names.accessibleName())
        self._show_action()
        self._align()

    def suggest(self, names: Iterable[str]) -> None:
        """Offer these names as the person types, and in a list."""
        known = list(dict.fromkeys(names))
        if known or self.workspace.completer() is not None:
            from PySide6.QtWidgets import QCompleter  # noqa: PLC0415 - not for the first paint

            completer = QCompleter(known, self.workspace)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.workspace.setCompleter(completer)
        self.names.setVisible(bool(known))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say what is the matter with the place and the action."""
        self.note.show_findings(one for one in findings if one.spot is Spot.WORKSPACE)
        about_action = [one for one in findings if one.spot is Spot.ACTION]
        if about_action or self._action_line is not None:
            self.action_line.note.show_findings(about_action)
            self._show_action()

    def _show_action(self) -> None:
        """What cannot be had here is shown as long as it is chosen, so that it can be taken back."""
        if len(self._rules.actions) > 1 or self.action not in self._rules.actions:
            self.action_line.show()
        elif self._action_line is not None:
            self._action_line.hide()

    def _align(self) -> None:
        """Both lines begin at one place."""
        if self._action_line is not None:
            labels = self.workspace_label, self._action_line.label
            width = max(label.sizeHint().width() for label in labels)
            for label in labels:
                label.setMinimumWidth(width)

    def _show_names(self) -> None:
        completer = self.workspace.completer()
        completer.setCompletionPrefix("")
        self.workspace.setFocus(Qt.FocusReason.OtherFocusReason)
        completer.complete()

    def _connect(self) -> None:
        self.workspace.textChanged.connect(self.edited)
        self.workspace.returnPressed.connect(self.load_wanted)
        self.return_lead.toggled.connect(self.edited)
        self.names.clicked.connect(self._show_names)

    def _lay_out(self) -> None:
        self.workspace.setPlaceholderText(self.tr("None"))
        self.workspace_label.setBuddy(self.workspace)
        self.names.setArrowType(Qt.ArrowType.DownArrow)
        self.names.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.names.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.workspace_label)
        line.addWidget(self.workspace, 1)
        line.addWidget(self.names)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addLayout(line)
        self._layout.addWidget(self.note)
        self._layout.addWidget(self.return_lead)
