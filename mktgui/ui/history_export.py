"""Takes past calls out of the program into a file, for a colleague, a table or a developer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mktgui.domain.history_port import ExportForm
from mktgui.ui.history_desk import HistoryDesk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mktgui.domain.history import Query
    from mktgui.domain.history_port import HistoryProblem


class HistoryExporter(QObject):
    """Asks where to, without standing in the way, and says what came of it."""

    said = Signal(str)

    def __init__(self, desk: HistoryDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._filters = {
            self.tr("Table (*.csv)"): ExportForm.CSV,
            self.tr("JSON (*.json)"): ExportForm.JSON,
            self.tr("HTTP archive, redacted (*.har)"): ExportForm.HAR,
        }
        desk.done.connect(self._say_written)
        desk.refused.connect(self._say_refused)

    def ask(self, which: "Query | Sequence[str]") -> QFileDialog:
        """Let the person say where these calls go, and in which form."""
        dialog = QFileDialog(self._window, self.tr("Export calls"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._filters))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(self._filters[chosen].value))
        dialog.setDefaultSuffix(ExportForm.CSV.value)
        dialog.selectFile(self.tr("calls"))
        dialog.fileSelected.connect(
            lambda path: self.write(which, Path(path), self._filters[dialog.selectedNameFilter()])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, which: "Query | Sequence[str]", path: Path, form: ExportForm) -> None:
        """Write them, once everything that was asked for before is done. An ending of the name that is known counts."""
        known = {f".{one.value}": one for one in ExportForm}
        form = known.get(path.suffix.casefold(), form)
        self._desk.change(_Export((path, form)), lambda store: store.export(which, form, path))

    def _say_written(self, what: object, count: object) -> None:
        if not isinstance(what, _Export):
            return
        (path, form), number = what, count if isinstance(count, int) else 0
        told = self.tr("%n calls written to {path}. The values are in it; signature and user are not.", "", number)
        if form is ExportForm.HAR:
            told = self.tr(
                "%n calls written to {path}: those whose messages were kept. "
                "The values are in them; signature and user are not.",
                "",
                number,
            )
        self.said.emit(told.format(path=path))

    def _say_refused(self, what: object, problem: "HistoryProblem") -> None:
        if isinstance(what, _Export):
            told = self.tr("Nothing was written to {path} ({detail}).")
            self.said.emit(told.format(path=what[0], detail=problem.detail))


class _Export(tuple[Path, ExportForm]):
    """Where to, and how."""

    __slots__ = ()
