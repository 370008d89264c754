"""What the window and its pages are given: the ports of the floors below, and what outlives them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QClipboard
    from PySide6.QtWidgets import QWidget

    from mktgui.domain.desk import DraftFiles
    from mktgui.domain.limits import Tally
    from mktgui.domain.ports import Connect, ConnectFor, PreviewOf, ReadMessage
    from mktgui.domain.profile import Profile
    from mktgui.domain.snippets import MakeSnippet
    from mktgui.domain.ticket import TicketMaker
    from mktgui.ui.field_carrier import FieldCarrier
    from mktgui.ui.field_desk import FieldDesk
    from mktgui.ui.field_labels import FieldLabels
    from mktgui.ui.head_start import MakeReady
    from mktgui.ui.history_desk import HistoryDesk
    from mktgui.ui.outcome_words import OutcomeWords
    from mktgui.ui.place_desk import PlaceDesk
    from mktgui.ui.preferences import Preferences
    from mktgui.ui.recent_desk import RecentDesk
    from mktgui.ui.recipe_desk import RecipeDesk
    from mktgui.ui.theme import Theme
    from mktgui.workers.runner import Runner

Words = Callable[[], "OutcomeWords"]
"""Gives the words when there is something to say: until then nothing of them is read."""


class ChooseValues(Protocol):
    """Keeps values from now on, or none, and then with `scrub` takes them out of past calls; gives of how many.

    For worker threads. Raises HistoryError, KeepError.
    """

    def __call__(self, *, keep: bool, scrub: bool) -> int: ...


class Desks(NamedTuple):
    """What all drafts share: fields and places of each Marketo, what both APIs call them, recents, recipes, history."""

    fields: "FieldDesk"
    names: "FieldCarrier"
    places: "PlaceDesk"
    recents: "RecentDesk"
    recipes: "RecipeDesk"
    history: "HistoryDesk"


class Parts(NamedTuple):
    """Made at the roof, once. `person` gives the name of whoever sits there, for receipts.

    `kept_in` gives the folders in which the program keeps what a person should know of.
    """

    connect: "Connect"
    connect_for: "ConnectFor"
    read_message: "ReadMessage"
    mask: Callable[[bytes], bytes]
    preview: "PreviewOf"
    make_ready: "MakeReady"
    tally: Callable[["Profile"], "Callable[[], Tally] | None"]
    edit_profiles: Callable[[tuple["Profile", ...], str, "QWidget"], None]
    runner: "Runner"
    theme: "Theme"
    preferences: "Preferences"
    words: Words
    labels: "Callable[[], FieldLabels]"
    desks: Desks
    draft_files: "Callable[[], DraftFiles]"
    choose_values: "ChooseValues"
    kept_in: "Callable[[], tuple[Path, ...]]"
    ticket_maker: "Callable[[], TicketMaker]"
    snippet: "MakeSnippet"
    person: Callable[[], str]
    clipboard: "QClipboard"
