"""Which Alt keys lead to more than one place: Qt would go round between them, and press none."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenuBar, QTabBar, QWidget


def shared_keys(texts: Iterable[str]) -> set[str]:
    """The letters that more than one of these has behind its `&`."""
    counts = Counter(letter.upper() for text in texts for letter in re.findall(r"&(\w)", text.replace("&&", "")))
    return {letter for letter, count in counts.items() if count > 1}


def alt_texts(window: QWidget) -> list[str]:
    """The texts with an Alt key that are on the screen in this window, its menu bar among them."""
    return [text for part in window.findChildren(QWidget) if part.isVisible() for text in _texts(part) if "&" in text]


def _texts(part: QWidget) -> Iterator[str]:
    match part:
        case QAbstractButton():
            yield part.text()
        case QLabel() if part.buddy() is not None:
            yield part.text()
        case QGroupBox():
            yield part.title()
        case QTabBar():
            yield from (part.tabText(number) for number in range(part.count()))
        case QMenuBar():
            yield from (action.text() for action in part.actions())
        case _:
            pass
