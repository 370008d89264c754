"""The catalogue of fields of each profile, kept so that reading it does not cost a call at every start."""

from datetime import UTC, datetime
from pathlib import Path

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.catalogue_store import LoadedCatalogue
from mktgui.domain.keeping import KeepError, KeepTrouble
from mktgui.storage.files import replace_file
from mktgui.storage.json_files import (
    FormatError,
    check_version,
    file_name,
    json_bytes,
    parse_object,
    problem_with,
    read_bytes,
)
from mktgui.storage.json_reader import Reader

VERSION = 1
_MOST_COMPLAINTS = 3  # a file that is wrong everywhere needs no thousand sentences
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_OTHER_NAMES = ("soap_name", "rest_name")
_TRUTHS = ("read_only", "update_blocked", "custom")


class CatalogueFolder:
    """Keeps the `CatalogueStore` port. A file that cannot be used stays until the next catalogue takes its place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, profile_id: str) -> LoadedCatalogue:
        """Never raises."""
        path = self._path(profile_id)
        try:
            return LoadedCatalogue(_parsed(read_bytes(path), profile_id))
        except FileNotFoundError:
            return LoadedCatalogue()
        except (OSError, FormatError) as error:
            return LoadedCatalogue(problem=problem_with(path, error, KeepTrouble.UNREADABLE))

    def save(self, profile_id: str, catalogue: Catalogue) -> None:
        """Raises KeepError, also where a newer version of the program has its own there."""
        path = self._path(profile_id)
        if catalogue.read_at is None:
            return
        head = {"version": VERSION, "profile_id": profile_id, "read_at": catalogue.read_at.isoformat()}
        try:
            content = json_bytes(head, "fields", map(_plain, catalogue.fields))
            _check_not_newer(path)
            replace_file(path, content)
        except (OSError, FormatError) as error:
            raise KeepError(problem_with(path, error, KeepTrouble.UNWRITABLE)) from None

    def remove(self, profile_id: str) -> None:
        """Raises KeepError."""
        path = self._path(profile_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise KeepError(problem_with(path, error, KeepTrouble.UNWRITABLE)) from None

    def _path(self, profile_id: str) -> Path:
        return self._folder / file_name(profile_id)


def _check_not_newer(path: Path) -> None:
    """Raises FormatError where a newer version of the program has its own there."""
    try:
        content = read_bytes(path)
        check_version(parse_object(content), VERSION)
    except OSError:
        return  # none there, or one that nobody can read: writing says what is in the way
    except FormatError as error:
        if error.trouble is KeepTrouble.NEWER:
            raise


def _plain(one: FieldDescription) -> object:
    """Without what is as usual, which is most of it."""
    plain: dict[str, object] = {"name": one.name, "label": one.label, "type": one.type}
    plain |= {name: getattr(one, name) for name in _OTHER_NAMES if getattr(one, name)}
    if one.size is not None:
        plain["size"] = one.size
    return plain | {name: True for name in _TRUTHS if getattr(one, name)}


def _parsed(content: bytes, profile_id: str) -> Catalogue:
    """Raises FormatError."""
    plain = parse_object(content)
    check_version(plain, VERSION)
    reader = Reader(plain)
    if reader.text("profile_id", profile_id) != profile_id:
        reader.wrong("profile_id", "must be that of the connection", None)
    if "read_at" not in plain:
        reader.wrong("read_at", "is missing", None)
    read_at = reader.moment("read_at", _LONG_AGO)
    fields = tuple(_field(entry, number, reader) for number, entry in enumerate(reader.entries("fields"), start=1))
    if reader.complaints:
        raise FormatError(KeepTrouble.BROKEN, "\n".join(reader.complaints[:_MOST_COMPLAINTS]))
    return Catalogue(fields, read_at)


def _field(entry: object, number: int, outer: Reader) -> FieldDescription:
    reader = Reader(entry if isinstance(entry, dict) else {"name": None})
    one = FieldDescription(
        name=reader.text("name"),
        label=reader.text("label"),
        type=reader.text("type"),
        size=reader.number("size") if "size" in reader.plain else None,
        read_only=reader.truth("read_only", usual=False),
        update_blocked=reader.truth("update_blocked", usual=False),
        custom=reader.truth("custom", usual=False),
        soap_name=reader.text("soap_name"),
        rest_name=reader.text("rest_name"),
    )
    outer.complaints += [f"fields, entry {number}: {complaint}" for complaint in reader.complaints]
    return one
