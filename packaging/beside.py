"""What lies in the frozen build beside the program: licences, and icons for the system it is for."""

import platform
import re
import shutil
import struct
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path

from packaging.requirements import Requirement
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
DESKTOP_ID = "io.github.mktgui.Mktgui"
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)
LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


def add_licences(folder: Path, roots: Iterable[str]) -> None:
    """The program's licence, Qt's notice and texts, and those of everything that `roots` need."""
    shutil.copy(HERE.parent / "LICENSE", folder)
    shutil.copy(HERE / "NOTICE-Qt.md", folder)
    texts = folder / "licences"
    shutil.copytree(HERE / "licences", texts, dirs_exist_ok=True)
    versions = [f"Python {platform.python_version()}\n"]
    for found in _with_needs(roots):
        versions.append(f"{found.name} {found.version}\n")
        for file in found.files or ():
            if ".dist-info" in file.parts[0] and LICENCE.search(file.name):
                (texts / found.name).mkdir(exist_ok=True)
                shutil.copy(str(found.locate_file(file)), texts / found.name)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():  # a Python of the system's own has its terms with the system's packages
        shutil.copy(python, texts / "Python.txt")
    (texts / "VERSIONS.txt").write_text("".join(versions))


def add_system_licences(folder: Path, libraries: Iterable[str]) -> None:
    """The terms of the libraries that came from the packages of a Debian or Ubuntu system."""
    if shutil.which("dpkg-query") is None:
        return
    system = {path for text in libraries for path in (text, str(Path(text).resolve())) if not _is_ours(path)}
    asked = subprocess.run(["dpkg-query", "-S", *sorted(system)], capture_output=True, text=True, check=False)  # noqa: S603, S607 - the system's own
    for package in {line.partition(":")[0] for line in asked.stdout.splitlines()}:
        terms = Path("/usr/share/doc") / package / "copyright"
        if terms.is_file():
            shutil.copy(terms, folder / "licences" / f"{package}.txt")


def add_linux_files(folder: Path) -> None:
    """A `share` as the desktops want it under /usr or ~/.local: the entry, the catalogue's page, the icon."""
    share = folder / "share"
    for kind, name in (("applications", f"{DESKTOP_ID}.desktop"), ("metainfo", f"{DESKTOP_ID}.metainfo.xml")):
        (share / kind).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "linux" / name, share / kind)
    icons = share / "icons" / "hicolor"
    for size in LINUX_SIZES:
        place = icons / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{DESKTOP_ID}.png").write_bytes(picture(size))
    scalable = icons / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / f"{DESKTOP_ID}.svg").write_bytes(_drawing())


def windows_icon() -> bytes:
    """An .ico file: a table of contents, then PNG pictures."""
    pictures = [(size, picture(size)) for size in WINDOWS_SIZES]
    offset = 6 + 16 * len(pictures)
    table = struct.pack("<HHH", 0, 1, len(pictures))
    for size, png in pictures:
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)  # 0 stands for 256
        offset += len(png)
    return table + b"".join(png for _, png in pictures)


def picture(size: int) -> bytes:
    """The program's icon as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_drawing())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _drawing() -> bytes:
    return (files("mktgui.resources") / "icons" / "mktgui.svg").read_bytes()


def _is_ours(path: str) -> bool:
    return Path(path).is_relative_to(sys.prefix)


def _with_needs(roots: Iterable[str]) -> Iterator[Distribution]:
    """These distributions and what they need on this system, each once."""
    waiting, seen = list(roots), set[str]()
    while waiting:
        found = distribution(waiting.pop())
        if found.name in seen:
            continue
        seen.add(found.name)
        yield found
        needs = [Requirement(text) for text in found.requires or ()]
        waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
