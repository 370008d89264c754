"""A check box whose text goes on in the next line where there is no room for it: Qt's own is cut off."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WrappedTick(QCheckBox):
    """As high as its text needs at its width. For texts without a key underlined in them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._indicator().height(), self._text_place(width).height()) + 2

    def minimumSizeHint(self) -> QSize:
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._indent() + widest, self.heightForWidth(self.width()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        text, place = option.text, self._text_place(self.width())
        option.text = ""
        option.rect = QRect(0, 0, self._indent(), self._first_line())
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(place, _FLAGS, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(place.adjusted(-2, 0, 1, -1))

    def _indicator(self) -> QSize:
        style = self.style()
        width = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        return QSize(width, style.pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight))

    def _indent(self) -> int:
        return self._indicator().width() + self.style().pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing)

    def _first_line(self) -> int:
        return max(self._indicator().height(), self.fontMetrics().height()) + 2

    def _text_place(self, width: int) -> QRect:
        """Where the text stands in a tick of that width; its first line beside the middle of the box."""
        indent, metrics = self._indent(), self.fontMetrics()
        top = (self._first_line() - metrics.height()) // 2
        return metrics.boundingRect(QRect(indent, top, max(1, width - indent), 10_000), _FLAGS, self.text())
