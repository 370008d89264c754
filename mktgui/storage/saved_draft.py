"""A draft with what the desk knows of it, as the content of a file."""

from datetime import UTC, datetime

from mktgui.domain.desk import SavedDraft
from mktgui.storage.draft_format import ROWS, VERSION, draft_in, head_of, rows_of
from mktgui.storage.json_files import check_version, json_bytes, parse_object
from mktgui.storage.json_reader import Reader

LONG_AGO = datetime.min.replace(tzinfo=UTC)  # for a draft that does not say when it was changed

_TEXTS = ("id", "profile_id", "title", "note", "lead_id")


def content_of(one: SavedDraft) -> bytes:
    """Raises FormatError where it is larger than what would be read again."""
    texts = {name: getattr(one, name) for name in _TEXTS}
    own = {"version": VERSION, **texts, "order": one.order, "changed_at": one.changed_at.isoformat()}
    return json_bytes({**own, **head_of(one.draft)}, ROWS, rows_of(one.draft.rows))


def saved_draft_in(content: bytes) -> tuple[SavedDraft, str]:
    """What can be read, and in sentences what is wrong. Raises FormatError where nothing can be used."""
    plain = parse_object(content)
    check_version(plain, VERSION)
    reader = Reader(plain)
    texts = {name: reader.text(name) for name in _TEXTS}
    one = SavedDraft(
        **texts,
        draft=draft_in(reader),
        changed_at=reader.moment("changed_at", LONG_AGO),
        order=reader.number("order"),
    )
    return one, "\n".join(reader.complaints)
