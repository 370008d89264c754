"""The file that a person may hand to somebody who helps: listed before it is saved, and redacted throughout."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mktgui.domain.profile import Profile
from mktgui.domain.support import SupportFile, settings_text
from mktgui.storage.files import FILE_MODE, replace_file

_REGULAR_FILE = 0o100000  # what zip tools expect beside the mode


def collect(
    facts: Mapping[str, str],
    profiles: Sequence[Profile],
    log: str,
    crashes: Sequence[SupportFile],
    mask: Callable[[str], str],
) -> tuple[SupportFile, ...]:
    """Everything that would be saved, as it would be saved. Pure.

    All of it passes the redactor once more, although each part should have: what leaves the house is looked at twice.
    """
    about = "".join(f"{name}: {value}\n" for name, value in facts.items())
    parts = (
        SupportFile("about.txt", about),
        SupportFile("settings.txt", settings_text(profiles)),
        SupportFile("mktgui.log", log),
        *crashes,
    )
    return tuple(SupportFile(part.name, mask(part.text)) for part in parts)


def save(files: Sequence[SupportFile], path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
    """Put a zip with these files there, or leave what is there as it is. Raises OSError. For worker threads."""
    written = now().timetuple()[:6]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as bundle:
        for one in files:
            entry = ZipInfo(one.name, written)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = (_REGULAR_FILE | FILE_MODE) << 16  # without it unpacked files cannot be read
            bundle.writestr(entry, one.text.encode(errors="replace"))
    replace_file(path, packed.getvalue())
