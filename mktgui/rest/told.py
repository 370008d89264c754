"""What outlives a call over REST: the tokens, and what each Marketo calls its fields."""

from collections.abc import Callable
from dataclasses import dataclass, field

from mktgui.domain.profile import TransportKind
from mktgui.rest.names import NameBook, Names
from mktgui.rest.token import TokenKeeper


def nothing_kept() -> Names | None:
    """For a Marketo of which no description was kept."""
    return None


@dataclass(frozen=True, slots=True)
class Told:
    """One for the whole program, but for `kept`, which gives the names from an earlier run, on the worker thread.

    `words` says by which of their names fields go in answers.
    """

    tokens: TokenKeeper = field(default_factory=TokenKeeper)
    names: NameBook = field(default_factory=NameBook)
    kept: Callable[[], Names | None] = nothing_kept
    words: TransportKind = TransportKind.REST
