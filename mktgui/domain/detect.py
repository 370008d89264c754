"""Says what a pasted text is: which kind of key, and the key alone, without what was around it.

Nothing is guessed silently: where a text holds several keys, none of them is taken, and a choice that the person has
made is kept, whatever the text looks like.
"""

from dataclasses import dataclass

from mktgui.domain.key_search import Candidate, Why, could_be_foreign, is_url, search, tidied, without_invisible
from mktgui.domain.lead import ForeignType, KeyKind

LONGEST = 8_000  # characters, as many as a line of cookies can have; in more than that nobody means one lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """What a text was taken for. `kind` is None where it could be nothing, anything, or several things.

    `text` is the key to put into the form, `foreign_type` a `ForeignType` word or empty. `cleaned` tells that `text` is
    not what was pasted, letter by letter. `others` are, with `why` SEVERAL, all the keys in the text in their order;
    with LOOKS_OTHERWISE what it looks like, against the person's choice.
    """

    kind: KeyKind | None
    text: str
    foreign_type: str = ""
    cleaned: bool = False
    why: Why = Why.UNKNOWN
    others: tuple[Candidate, ...] = ()


def detect(text: str, chosen: KeyKind | None = None, foreign_type: str = "") -> Detected:
    """What the text is. `chosen` is the kind that the person has chosen, `foreign_type` the type of foreign ID."""
    tidy = tidied(text[:LONGEST])
    found = search(tidy) if len(text) <= LONGEST else ()
    if chosen is None:
        return _judged(text, tidy, found)
    if chosen is KeyKind.FOREIGN_ID:
        return _kept_foreign(text, foreign_type, found)
    return _kept(text, tidy, chosen, found)


def _judged(text: str, tidy: str, found: tuple[Candidate, ...]) -> Detected:
    if not found and could_be_foreign(tidy) and len(text) <= LONGEST:
        found = (Candidate(KeyKind.FOREIGN_ID, without_invisible(text), Why.FOREIGN_ID),)
    if len(found) == 1:
        return _taken(text, found[0])
    return Detected(kind=None, text=tidy, cleaned=tidy != text, why=_why_none(tidy, found), others=found)


def _why_none(tidy: str, found: tuple[Candidate, ...]) -> Why:
    if found:
        return Why.SEVERAL
    if not tidy:
        return Why.EMPTY
    return Why.URL_WITHOUT_ID if is_url(tidy) else Why.UNKNOWN


def _taken(text: str, one: Candidate) -> Detected:
    cleaned = one.text != text
    return Detected(kind=one.kind, text=one.text, foreign_type=one.foreign_type, cleaned=cleaned, why=one.why)


def _kept(text: str, tidy: str, chosen: KeyKind, found: tuple[Candidate, ...]) -> Detected:
    fitting = tuple(one for one in found if one.kind is chosen)
    if len(fitting) == 1:
        return _taken(text, fitting[0])
    why = Why.SEVERAL if fitting else Why.LOOKS_OTHERWISE if found else Why.AS_CHOSEN
    return Detected(kind=chosen, text=tidy, cleaned=tidy != text, why=why, others=fitting or found)


def _kept_foreign(text: str, foreign_type: str, found: tuple[Candidate, ...]) -> Detected:
    """Any text may be the ID of another system, addresses and numbers too: only Salesforce's can be told."""
    salesforce = tuple(one for one in found if one.foreign_type == ForeignType.SFDC)
    if len(salesforce) == 1 and foreign_type in {"", ForeignType.SFDC}:
        return _taken(text, salesforce[0])
    whole = without_invisible(text)
    others = tuple(one for one in found if one.kind is not KeyKind.MARKETO_ID and one.foreign_type != foreign_type)
    why = Why.LOOKS_OTHERWISE if others else Why.AS_CHOSEN
    if len(salesforce) > 1 and foreign_type in {"", ForeignType.SFDC}:
        why, others = Why.SEVERAL, salesforce
    return Detected(
        kind=KeyKind.FOREIGN_ID, text=whole, foreign_type=foreign_type, cleaned=whole != text, why=why, others=others
    )
