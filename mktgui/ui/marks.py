"""Small pictures that are drawn: they take the colours of the window, and need no file or font."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

SIZE, FINENESS = 16, 3  # logical pixels, and how many real ones are drawn for each

_STAR = (
    (8.0, 1.6),
    (9.9, 5.7),
    (14.4, 6.3),
    (11.1, 9.4),
    (11.9, 13.9),
    (8.0, 11.7),
    (4.1, 13.9),
    (4.9, 9.4),
    (1.6, 6.3),
    (6.1, 5.7),
)


def star(colour: str, selected: str = "") -> QIcon:
    """A favourite. In a selected cell it has a colour of its own."""
    icon = QIcon(_drawn(colour, _draw_star))
    if selected:
        icon.addPixmap(_drawn(selected, _draw_star), QIcon.Mode.Selected)
    return icon


def block(colour: str) -> QIcon:
    """What a colour stands for, beside the word that says it."""
    icon = QIcon(_drawn(colour, _draw_block))
    icon.addPixmap(_drawn(colour, _draw_block), QIcon.Mode.Selected)
    return icon


def lock(colour: str) -> QIcon:
    """Something that cannot be changed."""
    return QIcon(_drawn(colour, _draw_lock))


def turn_back(colour: str, selected: str) -> QIcon:
    """Take a change back: an arrow that turns round. In a selected cell it has a colour of its own."""
    icon = QIcon(_drawn(colour, _draw_turn_back))
    icon.addPixmap(_drawn(selected, _draw_turn_back), QIcon.Mode.Selected)
    return icon


def _drawn(colour: str, draw: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(SIZE * FINENESS, SIZE * FINENESS)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(FINENESS)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(QColor(colour))
    draw(painter)
    painter.end()
    return picture


def _draw_star(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in _STAR]))


def _draw_block(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 2, 2)


def _draw_lock(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(4, 7.5, 8, 6), 1, 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shackle = QPainterPath(QPointF(5.5, 7.5))
    shackle.lineTo(5.5, 5.5)
    shackle.arcTo(QRectF(5.5, 3, 5, 5), 180, -180)
    shackle.lineTo(10.5, 7.5)
    painter.drawPath(shackle)


def _draw_turn_back(painter: QPainter) -> None:
    arrow = QPainterPath(QPointF(4, 6))
    arrow.lineTo(9.5, 6)
    arrow.arcTo(QRectF(6.5, 6, 6.5, 6.5), 90, -180)
    arrow.lineTo(5.5, 12.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(arrow)
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([QPointF(2.5, 6), QPointF(6, 3), QPointF(6, 9)]))
