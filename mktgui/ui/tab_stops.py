"""Where Tab goes: what is made late would be the last of the whole window for it, wherever it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_after(before: QWidget, *late: QWidget) -> None:
    """Let Tab come to these, and to what is inside, from `before` on, in the order in which they were made."""
    for widget in late:
        for stop in (widget, *widget.findChildren(QWidget)):
            if _is_stop(stop) and stop.window() is before.window():  # the list of a combo box is a window of its own
                QWidget.setTabOrder(before, stop)
                before = stop


def come_before(place: QWidget, *late: QWidget) -> None:
    """Let Tab come to these before it comes to `place`, or to what is inside that."""
    before = place.previousInFocusChain()
    while before is not None and before is not place and not _is_stop(before):
        before = before.previousInFocusChain()
    if before is not None:
        come_after(before, *late)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
