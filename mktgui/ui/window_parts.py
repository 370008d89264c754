"""What the window and its pages are given: the ports of the floors below, and what outlives them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard
    from PySide6.QtWidgets import QWidget

    from mktgui.domain.desk import DraftFiles
    from mktgui.domain.limits import Tally
    from mktgui.domain.ports import Connect, Preview, ReadMessage
    from mktgui.domain.profile import Profile
    from mktgui.ui.field_desk import FieldDesk
    from mktgui.ui.field_labels import FieldLabels
    from mktgui.ui.outcome_words import OutcomeWords
    from mktgui.ui.preferences import Preferences
    from mktgui.ui.recent_desk import RecentDesk
    from mktgui.ui.recipe_desk import RecipeDesk
    from mktgui.ui.theme import Theme
    from mktgui.workers.runner import Runner

Words = Callable[[], "OutcomeWords"]
"""Gives the words when there is something to say: until then nothing of them is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desks:
    """What all drafts share: the fields of each Marketo, the recent leads, the recipes."""

    fields: "FieldDesk"
    recents: "RecentDesk"
    recipes: "RecipeDesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Made at the roof, once. `person` gives the name of whoever sits there, for receipts."""

    connect: "Connect"
    read_message: "ReadMessage"
    mask: Callable[[bytes], bytes]
    preview: "Preview"
    count: Callable[["Profile"], "Callable[[], Tally] | None"]
    edit_profiles: Callable[[tuple["Profile", ...], str, "QWidget"], None]
    runner: "Runner"
    theme: "Theme"
    preferences: "Preferences"
    words: Words
    labels: "Callable[[], FieldLabels]"
    desks: Desks
    draft_files: "Callable[[], DraftFiles]"
    person: Callable[[], str]
    clipboard: "QClipboard"
