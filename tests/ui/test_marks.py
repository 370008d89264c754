"""The drawn pictures show something, each its own, in the colour that was asked for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from mktgui.ui import marks

RED = "#ff0000"


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(16, 16), mode).toImage()


def colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(one.red(), one.green(), one.blue()).name() for one in pixels if one.alpha() == 255}


def test_each_is_drawn_in_its_colour_and_unlike_the_others(qapp: QApplication) -> None:
    images = [drawn(icon) for icon in (marks.star(RED), marks.lock(RED), marks.turn_back(RED, "#ffffff"))]
    assert all(RED in colours(image) for image in images)
    assert len({bytes(image.bits()) for image in images}) == 3


def test_a_selected_star_has_a_colour_of_its_own_where_one_is_given(qapp: QApplication) -> None:
    assert "#00ff00" in colours(drawn(marks.star(RED, "#00ff00"), QIcon.Mode.Selected))
    assert RED in colours(drawn(marks.star(RED, "#00ff00")))


def test_a_block_is_the_same_in_a_selected_cell(qapp: QApplication) -> None:
    block = marks.block(RED)
    assert colours(drawn(block)) == colours(drawn(block, QIcon.Mode.Selected)) == {RED}


def test_a_selected_arrow_has_a_colour_of_its_own(qapp: QApplication) -> None:
    arrow = marks.turn_back(RED, "#00ff00")
    assert "#00ff00" in colours(drawn(arrow, QIcon.Mode.Selected))
    assert "#00ff00" not in colours(drawn(arrow))
