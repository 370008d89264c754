"""Which request of a call is shown: over REST one call can take several."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from mktgui.domain.exchange import Exchange, Part


class ExchangePicker(QComboBox):
    """Is there only where there is a choice."""

    picked = Signal(object)
    """The `Exchange` that is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._exchanges: tuple[Exchange, ...] = ()
        self.setAccessibleName(self.tr("Request of this call"))
        self.setAccessibleDescription(self.accessibleName())  # on Linux only this and the choice are told
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.hide()
        self.currentIndexChanged.connect(lambda number: self.picked.emit(self._exchanges[number]))

    def show_call(self, call: Exchange | None) -> None:
        """Offer what this call took, the request that it is named for first of all. Tells nobody."""
        self._exchanges = call.all if call is not None else ()
        with QSignalBlocker(self):
            self.clear()
            self.addItems([self._name(number) for number in range(len(self._exchanges))])
            if call is not None:
                self.setCurrentIndex(len(call.before))
        self.setVisible(len(self._exchanges) > 1)

    def _name(self, number: int) -> str:
        one = self._exchanges[number]
        words = {
            Part.CALL: self.tr("the call"),
            Part.TOKEN: self.tr("a token is fetched"),
            Part.FIELDS: self.tr("names of the fields"),
            Part.COOKIE: self.tr("the cookie is linked"),
            Part.READ_BACK: self.tr("the lead is read back"),
        }
        return self.tr("{number} of {count}: {what}").format(
            number=number + 1, count=len(self._exchanges), what=words[one.part]
        )
