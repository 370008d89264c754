"""The leads that were worked on last, in one file for all profiles and for all copies of the program."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import Deed, LoadedRecents, Recent, with_recent, without_recent
from mktgui.storage.files import keep_beside, replace_file
from mktgui.storage.json_files import (
    FormatError,
    check_version,
    json_bytes,
    parse_object,
    problem_with,
    read_bytes,
)
from mktgui.storage.json_reader import Reader
from mktgui.storage.locks import BUSY_SECONDS, locked

VERSION = 1
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

Book = dict[str, tuple[Recent, ...]]


class RecentsFile:
    """Keeps the `RecentStore` port. What is broken is put beside before anything is saved over it."""

    def __init__(self, path: Path, keeps_values: Callable[[], bool] = lambda: True) -> None:
        self._path, self._keeps_values = path, keeps_values

    def load(self, profile_id: str) -> LoadedRecents:
        """Never raises."""
        if not self._keeps_values():
            return LoadedRecents()
        try:
            book, content, complaint = self._read()
        except (OSError, FormatError) as error:
            return LoadedRecents(problem=problem_with(self._path, error, KeepTrouble.UNREADABLE))
        try:
            problem = self._put_beside(content, complaint)
        except OSError:
            problem = KeepProblem(KeepTrouble.BROKEN, str(self._path), complaint)  # then nothing is saved over it
        return LoadedRecents(book.get(profile_id, ()), problem)

    def add(self, profile_id: str, new: Recent) -> LoadedRecents:
        """Raises KeepError, also where a newer version of the program has its own there."""
        if not self._keeps_values():
            return LoadedRecents()

        def added(recents: Sequence[Recent]) -> tuple[Recent, ...]:
            return with_recent(recents, new) if self._keeps_values() else ()  # `forget` may have come first

        return self._change(profile_id, added)

    def drop(self, profile_id: str, one: Recent) -> LoadedRecents:
        """Raises KeepError."""
        if not self._path.exists():
            return LoadedRecents()
        return self._change(profile_id, lambda recents: without_recent(recents, one))

    def forget(self, profile_id: str = "") -> None:
        """Without an id, what was put beside goes too. Raises KeepError."""
        if not self._path.parent.exists():
            return
        try:
            with locked(self._lock_file, BUSY_SECONDS):
                if profile_id:
                    self._forget_one(profile_id)
                else:
                    self._forget_all()
        except (OSError, FormatError) as error:
            raise KeepError(problem_with(self._path, error, KeepTrouble.UNWRITABLE)) from None

    def _change(self, profile_id: str, act: Callable[[Sequence[Recent]], tuple[Recent, ...]]) -> LoadedRecents:
        try:
            with locked(self._lock_file, BUSY_SECONDS):
                book, content, complaint = self._read()
                problem = self._put_beside(content, complaint)
                book[profile_id] = act(book.get(profile_id, ()))
                self._write(book)
        except (OSError, FormatError) as error:
            raise KeepError(problem_with(self._path, error, KeepTrouble.UNWRITABLE)) from None
        return LoadedRecents(book[profile_id], problem)

    @property
    def _lock_file(self) -> Path:
        return self._path.with_suffix(".lock")

    def _forget_one(self, profile_id: str) -> None:
        book, content, complaint = self._read()
        if book.pop(profile_id, ()):
            self._put_beside(content, complaint)
            self._write(book)

    def _forget_all(self) -> None:
        for path in (self._path, *self._path.parent.glob(f"{self._path.stem}.*-*{self._path.suffix}")):
            path.unlink(missing_ok=True)

    def _read(self) -> tuple[Book, bytes, str]:
        """The entries, the content, and what is wrong with it. Raises OSError, FormatError where it has to stay."""
        content = b""
        try:
            content = read_bytes(self._path)
            book, complaint = _parsed(content)
        except FileNotFoundError:
            return {}, b"", ""
        except FormatError as error:
            if error.trouble is not KeepTrouble.BROKEN:
                raise
            return {}, content, str(error)
        return book, content, complaint

    def _put_beside(self, content: bytes, complaint: str) -> KeepProblem | None:
        """Raises OSError."""
        if not complaint:
            return None
        kept = keep_beside(self._path, content, KeepTrouble.BROKEN.value)
        return KeepProblem(KeepTrouble.BROKEN, str(kept), complaint)

    def _write(self, book: Book) -> None:
        entries = (_plain(profile_id, one) for profile_id, recents in book.items() for one in recents)
        replace_file(self._path, json_bytes({"version": VERSION}, "recents", entries))


def _plain(profile_id: str, one: Recent) -> object:
    return {
        "profile_id": profile_id,
        "key": one.key.value,
        "text": one.text,
        "lead_id": one.lead_id,
        "who": one.who,
        "deed": one.deed.value,
        "fields": one.fields,
        "at": one.at.isoformat(),
    }


def _parsed(content: bytes) -> tuple[Book, str]:
    """By profile, and in sentences what is wrong: a bad entry costs only itself. Raises FormatError."""
    plain = parse_object(content)
    check_version(plain, VERSION)
    outer, book = Reader(plain), Book()
    for number, entry in enumerate(outer.entries("recents"), start=1):
        reader = Reader(entry if isinstance(entry, dict) else {"profile_id": None})
        profile_id, one = reader.text("profile_id"), _recent(reader)
        outer.complaints += [f"recents, entry {number}: {complaint}" for complaint in reader.complaints]
        if not reader.complaints:
            book[profile_id] = (*book.get(profile_id, ()), one)
    return book, "\n".join(outer.complaints)


def _recent(reader: Reader) -> Recent:
    return Recent(
        key=reader.word("key", KeyKind.EMAIL),
        text=reader.text("text"),
        deed=reader.word("deed", Deed.LOADED),
        at=reader.moment("at", _LONG_AGO),
        lead_id=reader.text("lead_id"),
        who=reader.text("who"),
        fields=reader.number("fields"),
    )
