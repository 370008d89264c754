"""What the window and its pages are given: the ports of the floors below, and what outlives them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QWidget

from mktgui.domain.ports import Connect, Preview, ReadMessage
from mktgui.domain.profile import Profile
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.domain.limits import Tally
    from mktgui.ui.outcome_words import OutcomeWords

Words = Callable[[], "OutcomeWords"]
"""Gives the words when there is something to say: until then nothing of them is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Made at the roof, once."""

    connect: Connect
    read_message: ReadMessage
    mask: Callable[[bytes], bytes]
    preview: Preview
    count: Callable[[Profile], "Callable[[], Tally] | None"]
    edit_profiles: Callable[[tuple[Profile, ...], str, QWidget], None]
    runner: Runner
    theme: Theme
    preferences: Preferences
    words: Words
    clipboard: QClipboard
