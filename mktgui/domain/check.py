"""Looks at a draft field by field: what is missing, what cannot be sent, what looks like a slip."""

import re
from collections.abc import Iterator
from datetime import UTC, tzinfo

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.check_rows import RowChecker, unsendable
from mktgui.domain.draft import Draft, Row
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.lead import KeyKind

LARGEST_ID = 2**31 - 1  # xs:int (facts sheet 2.4)

# In an identifier a line break or tab is a slip of the clipboard, never meant.
_NOT_IN_IDENTIFIER = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_COOKIE = re.compile(r"id:[^&\s]+&token:\S+")

_SPOTS = {
    KeyKind.MARKETO_ID: Spot.MARKETO_ID,
    KeyKind.EMAIL: Spot.EMAIL,
    KeyKind.FOREIGN_ID: Spot.FOREIGN_ID,
    KeyKind.COOKIE: Spot.COOKIE,
}


def identifiers(draft: Draft) -> dict[Spot, str]:
    """The identifier and workspace texts by the spot where they are typed, as typed."""
    return {
        Spot.MARKETO_ID: draft.marketo_id,
        Spot.EMAIL: draft.email,
        Spot.FOREIGN_ID: draft.foreign_id,
        Spot.COOKIE: draft.cookie,
        Spot.WORKSPACE: draft.workspace,
    }


def sent_rows(draft: Draft) -> list[tuple[int, Row]]:
    """The rows that are marked to be sent, each with its number in the table."""
    return [(number, row) for number, row in enumerate(draft.rows) if row.edit.is_sent]


def check(draft: Draft, catalogue: Catalogue = NO_CATALOGUE, zone: tzinfo = UTC) -> tuple[Finding, ...]:
    """Everything to say about single fields, in the order of the form. `zone` is the person's own."""
    return Checker(catalogue, zone).check(draft)


class Checker:
    """Checks a draft again and again while it is edited: it remembers what it said of rows that stay as they are.

    What it says depends on the draft alone.
    """

    def __init__(
        self, catalogue: Catalogue = NO_CATALOGUE, zone: tzinfo = UTC, *, needs_foreign_type: bool = True
    ) -> None:
        self._rows, self._needs_foreign_type = RowChecker(catalogue, zone), needs_foreign_type

    def check(self, draft: Draft) -> tuple[Finding, ...]:
        """Everything to say about single fields, in the order of the form."""
        return (*self._check_identifiers(draft), *self._rows.check(draft.rows))

    def _check_identifiers(self, draft: Draft) -> Iterator[Finding]:
        texts = identifiers(draft)
        if not texts[_SPOTS[draft.key]].strip():
            yield error(Code.KEY_EMPTY, _SPOTS[draft.key], key=draft.key.value)
        for spot, text in texts.items():
            yield from _check_characters(text, spot)
        yield from _check_marketo_id(draft.marketo_id.strip())
        yield from _check_email(draft.email.strip())
        if self._needs_foreign_type and draft.foreign_id.strip() and not draft.foreign_type:
            yield error(Code.FOREIGN_TYPE_MISSING, Spot.FOREIGN_TYPE)
        if draft.cookie.strip() and not _COOKIE.fullmatch(draft.cookie.strip()):
            yield warning(Code.COOKIE_SHAPE, Spot.COOKIE)


def _check_characters(text: str, spot: Spot) -> Iterator[Finding]:
    bad = _NOT_IN_IDENTIFIER.search(text, len(text) - len(text.lstrip()), len(text.rstrip()))
    if bad:
        yield unsendable(bad, spot)
    elif text.strip() != text and text.strip():
        yield note(Code.TRIMMED, spot)


def _check_marketo_id(text: str) -> Iterator[Finding]:
    if not text:
        return
    if not (text.isascii() and text.isdigit()):
        yield error(Code.ID_NO_NUMBER, Spot.MARKETO_ID)
    elif len(text) > len(str(LARGEST_ID)) or not 1 <= int(text) <= LARGEST_ID:
        yield error(Code.ID_OUT_OF_RANGE, Spot.MARKETO_ID)


def _check_email(text: str) -> Iterator[Finding]:
    if any(character.isspace() for character in text):
        yield error(Code.EMAIL_HAS_SPACE, Spot.EMAIL)
    elif text and "@" not in text.strip("@"):
        yield warning(Code.EMAIL_NO_AT, Spot.EMAIL)
