"""What is said under the attribute table: what an act did, else what there is to say of the current line."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from mktgui.domain.findings import Spot
from mktgui.ui.attribute_cells import Column, suggestions
from mktgui.ui.attribute_lines import Line
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.offer_line import Offer, OfferLine

MOST_OFFERS = 3


class TableRemarks(QObject):
    """Made when there is something to say first. What an act did stands until the person moves on."""

    def __init__(self, model: AttributeModel, view: AttributeView, line: OfferLine) -> None:
        super().__init__(view)
        self._model, self._view, self._under = model, view, line
        self._told = False  # whether it tells of an act

    def tell(self, sentence: str) -> None:
        """Say this of an act."""
        self._told = True
        self._under.say(sentence)

    def look_again(self) -> None:
        """Something else may be the matter with the line; what was told of an act stays."""
        if not self._told:
            self.move_on()

    def move_on(self) -> None:
        """Say in full what there is to say of the current line: its column may be too narrow for it."""
        self._told = False
        line = self._line
        self._under.say("" if line is None else self._model.cells.remark(line), self.offers())

    def offers(self) -> list[Offer]:
        """What the remarks on the current line offer."""
        line = self._line
        offers = []
        for finding in line.told if line is not None else ():
            column = Column.FIELD if finding.spot is Spot.ROW_NAME else Column.VALUE
            for text in suggestions(finding):
                label = self.tr("Use {text}").format(text=text)
                offers.append(Offer(label, partial(self._use, text, column)))
        return offers[:MOST_OFFERS]

    def take_offer(self) -> None:
        """Take the first of them, where there is any."""
        offers = self.offers()
        if offers:
            offers[0].act()

    @property
    def _line(self) -> Line | None:
        return self._model.line(self._view.currentIndex().row())

    def _use(self, text: str, column: Column) -> None:
        self._model.setData(self._view.currentIndex().siblingAtColumn(column), text)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
