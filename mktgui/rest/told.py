"""What outlives a call over REST: the tokens, and what each Marketo calls its fields."""

from collections.abc import Callable
from dataclasses import dataclass, field

from mktgui.domain.profile import TransportKind
from mktgui.rest.names import NameBook, Names, standard_names, with_standard
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

    def known_names(self, endpoint: str) -> Names:
        """What the Marketo at this address calls its fields, as far as that is known without asking it.

        It may read files, so it is for worker threads.
        """
        known = self.names.get(endpoint) or self.kept()
        return with_standard(known, self.words) if known else standard_names().worded(self.words)
