"""Two pages that are read and shut: the keys, and what this program is."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

_KEYS = "font-family: monospace; padding-right: 24px"


class HelpPages(QObject):
    """Makes the pages when they are asked for. They are not modal: the form stays usable beside them."""

    def __init__(self, window: QWidget, version: str) -> None:
        super().__init__(window)
        self._window, self._version = window, version

    def show_keys(self) -> QDialog:
        """The list of keys."""
        lines = "".join(f"<tr><td style='{_KEYS}'>{keys}</td><td>{text}</td></tr>" for keys, text in self._keys())
        return self._show(self.tr("Keys"), f"<table cellpadding='3'>{lines}</table>")

    def show_about(self) -> QDialog:
        """Version, licences, and what the program does not do."""
        paragraphs = (
            f"<b>mktgui {self._version}</b>",
            self.tr("Fixes one Marketo lead at a time, and says before and after what happens."),
            self.tr("It talks to nobody but the Marketo you chose: no telemetry, no check for updates."),
            self.tr("Marketo removed its SOAP API on 31 July 2026; only the practice server still speaks it."),
            self.tr("Licence of this program: MIT."),
            self.tr(
                "The window uses Qt and PySide6 under the LGPL, version 3. You may replace these libraries by your"
                " own build; they lie beside the program as separate files."
            ),
        )
        return self._show(self.tr("About mktgui"), "".join(f"<p>{text}</p>" for text in paragraphs))

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+L", self.tr("Go to the key")),
            ("F5, Ctrl+R", self.tr("Load the lead, or read it again")),
            ("Ctrl+I", self.tr("Add a field")),
            ("F2, Enter", self.tr("Edit the new value")),
            ("Shift+Enter", self.tr("Edit the new value in several lines, and end that")),
            ("Space, Alt+Down", self.tr("Change true and false; choose a value while editing")),
            ("Tab", self.tr("While editing: on to the next cell that can be edited")),
            ("Ctrl+0", self.tr("Set to empty")),
            ("Ctrl+Backspace, Del", self.tr("Leave alone")),
            ("Alt+Enter", self.tr("Use what the remark offers")),
            ("Ctrl+B", self.tr("Make the field a favourite, or one no longer")),
            ("Ctrl+Del", self.tr("Delete the row")),
            ("Ctrl+C, Ctrl+V", self.tr("Copy cells, paste two columns from a spreadsheet")),
            ("Ctrl+Shift+L", self.tr("Copy all lines that are shown")),
            ("Ctrl+Z, Ctrl+Shift+Z", self.tr("Undo, redo")),
            ("Ctrl+Enter", self.tr("Send")),
            ("Ctrl+.", self.tr("Stop")),
            ("Ctrl+Shift+W", self.tr("Check a workspace or a partition")),
            ("Ctrl+J, Ctrl+1, Ctrl+2, Ctrl+3", self.tr("Result drawer, result, request and response, preview")),
            ("Ctrl+F, F3", self.tr("Filter the fields; find in a message, find the next one")),
            ("Ctrl+P", self.tr("Connections")),
            ("Ctrl+N, Ctrl+D", self.tr("New change, duplicate the change")),
            ("Ctrl+Tab", self.tr("Next draft")),
            ("Ctrl+W, Ctrl+Shift+T", self.tr("Close the draft, bring back what was closed")),
            ("Ctrl+O, Ctrl+Shift+S", self.tr("Open a draft from a file, save it as one")),
            ("Ctrl+Shift+C", self.tr("Copy the receipt for the ticket")),
            ("Ctrl+T", self.tr("Copy the last call for a ticket")),
            ("Ctrl+H, Ctrl+4", self.tr("History of calls")),
            ("Ctrl+E", self.tr("See the same change over SOAP and REST")),
            ("F1", self.tr("This page")),
        )

    def _show(self, title: str, html: str) -> QDialog:
        page = QDialog(self._window)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.setWindowTitle(title)
        text = QTextBrowser()
        text.setHtml(html)
        text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(page.close)
        layout = QVBoxLayout(page)
        layout.addWidget(text)
        layout.addWidget(buttons)
        page.resize(560, 460)
        page.show()
        return page
