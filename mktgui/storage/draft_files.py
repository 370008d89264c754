"""Drafts to hand on: one JSON file each, to be read by people too, and taken in whole or not at all."""

from pathlib import Path

from mktgui.domain.desk import CarriedDraft
from mktgui.domain.draft import Draft
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.draft_format import ROWS, VERSION, draft_in, head_of, rows_of
from mktgui.storage.files import replace_file
from mktgui.storage.json_files import (
    FormatError,
    check_version,
    json_bytes,
    parse_object,
    problem_with,
    read_bytes,
)
from mktgui.storage.json_reader import Reader

KIND = "mktgui draft"


class JsonDraftFiles:
    """Keeps the `DraftFiles` port. What such a file holds beside our own keys is not even looked at."""

    def write(self, path: Path, draft: Draft, connection: str, note: str) -> None:
        """All or nothing. Raises KeepError."""
        head = {"what": KIND, "version": VERSION, "connection": connection, "note": note}
        try:
            replace_file(path, json_bytes({**head, **head_of(draft)}, ROWS, rows_of(draft.rows)))
        except (OSError, FormatError) as error:
            raise KeepError(problem_with(path, error, KeepTrouble.UNWRITABLE)) from None

    def read(self, path: Path) -> CarriedDraft:
        """Never raises. Every thing that is wrong is named, a line each."""
        try:
            carried, complaints = _parsed(read_bytes(path))
        except (OSError, FormatError) as error:
            return CarriedDraft(problem=problem_with(path, error, KeepTrouble.UNREADABLE))
        if complaints:
            return CarriedDraft(problem=KeepProblem(KeepTrouble.BROKEN, str(path), "\n".join(complaints)))
        return carried


def _parsed(content: bytes) -> tuple[CarriedDraft, list[str]]:
    """Raises FormatError."""
    plain = parse_object(content)
    if plain.get("what") != KIND:
        raise FormatError(KeepTrouble.FOREIGN, f"what: must be {KIND!r}")
    check_version(plain, VERSION)
    reader = Reader(plain)
    return CarriedDraft(draft_in(reader), reader.text("connection"), reader.text("note")), reader.complaints
