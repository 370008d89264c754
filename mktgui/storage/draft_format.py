"""A draft as JSON. The same in the files of the desk and in those that are handed on."""

from collections.abc import Iterable, Iterator

from mktgui.domain.calls import Action
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.lead import ForeignType, KeyKind
from mktgui.storage.json_reader import Reader

VERSION = 1
ROWS = "rows"

_TEXTS = ("marketo_id", "email", "foreign_id", "cookie", "workspace")


def head_of(draft: Draft) -> dict[str, object]:
    """All but the rows, in the order in which it is written."""
    texts = {name: getattr(draft, name) for name in _TEXTS}
    head = {"key": draft.key.value, **texts, "foreign_type": draft.foreign_type, "return_lead": draft.return_lead}
    return head | {"action": draft.action.value}


def rows_of(rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    """One object for each. Its text stands there also where it does not count: the person may come back to it."""
    for row in rows:
        plain = {"name": row.name, "edit": row.edit.kind.value}
        yield {**plain, "text": row.edit.text} if row.edit.text else plain


def draft_in(reader: Reader) -> Draft:
    """What can be read of a draft; the reader notes what is wrong. A bad row costs only itself."""
    texts = {name: reader.text(name) for name in _TEXTS}
    return Draft(
        key=reader.word("key", KeyKind.EMAIL),
        marketo_id=texts["marketo_id"],
        email=texts["email"],
        foreign_id=texts["foreign_id"],
        cookie=texts["cookie"],
        workspace=texts["workspace"],
        foreign_type=_foreign_type(reader),
        rows=rows_in(reader),
        return_lead=reader.truth("return_lead", usual=True),
        action=reader.word("action", Action.CREATE_OR_UPDATE),
    )


def _foreign_type(reader: Reader) -> str:
    text = reader.text("foreign_type")
    if text in {"", *ForeignType}:
        return text
    return reader.wrong("foreign_type", f"must be empty or one of {', '.join(ForeignType)}", "")


def rows_in(reader: Reader) -> tuple[Row, ...]:
    """The good ones; the reader notes the others."""
    rows: list[Row] = []
    for number, entry in enumerate(reader.entries(ROWS), start=1):
        row, complaints = row_in(entry)
        reader.complaints += [f"{ROWS}, entry {number}: {complaint}" for complaint in complaints]
        if not complaints:
            rows.append(row)
    return tuple(rows)


def row_in(entry: object) -> tuple[Row, list[str]]:
    """One row, and what is wrong with it."""
    if not isinstance(entry, dict):
        return Row(), ["must be an object in braces"]
    reader = Reader(entry)
    kind = reader.word("edit", EditKind.KEEP)
    return Row(reader.text("name"), Edit(kind, reader.text("text"))), reader.complaints
