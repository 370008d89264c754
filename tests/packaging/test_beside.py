"""What lies in the frozen build beside the program: licences, and icons that the systems can read."""

import configparser
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QImageReader

from mktgui.desktop import DESKTOP_ID

ROOT = Path(__file__).parent.parent.parent
BLUE = QColor("#0b5cad")


@pytest.fixture(scope="module")
def beside() -> ModuleType:
    """The script, which no package holds."""
    spec = importlib.util.spec_from_file_location("beside", ROOT / "packaging" / "beside.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("size", [16, 512])
def test_the_icon_is_drawn_in_the_size_asked_for_on_nothing(beside: ModuleType, size: int) -> None:
    image = QImage.fromData(QByteArray(beside.picture(size)))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size * 48 // 64, size * 48 // 64) == BLUE


def test_windows_finds_every_size_in_the_icon(beside: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "mktgui.ico").write_bytes(beside.windows_icon())
    reader = QImageReader(str(tmp_path / "mktgui.ico"))
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sizes.append(reader.read().width())
    assert sizes == list(beside.WINDOWS_SIZES)


def test_linux_gets_what_a_desktop_looks_for(beside: ModuleType, tmp_path: Path) -> None:
    beside.add_linux_files(tmp_path)
    assert beside.DESKTOP_ID == DESKTOP_ID
    share = tmp_path / "share"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(share / "applications" / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    icon = entry["Desktop Entry"]["Icon"]
    assert (share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml").is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{icon}.svg").is_file()
    for size in beside.LINUX_SIZES:
        assert QImage(str(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{icon}.png")).width() == size


def test_everything_shipped_brings_its_terms(beside: ModuleType, tmp_path: Path) -> None:
    beside.add_licences(tmp_path, ["zeep"])
    texts = tmp_path / "licences"
    assert (tmp_path / "LICENSE").is_file()
    assert "licences/LGPL-3.0.txt" in (tmp_path / "NOTICE-Qt.md").read_text()
    for name, title in (("LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"), ("GPL-3.0.txt", "GNU GENERAL PUBLIC")):
        assert title in (texts / name).read_text()
    assert {"zeep", "lxml", "requests", "urllib3"} <= {path.name for path in texts.iterdir()}
    assert all(list(path.iterdir()) for path in texts.iterdir() if path.is_dir())
    versions = (texts / "VERSIONS.txt").read_text().split("\n")
    assert versions[0].startswith("Python 3.")
    assert any(line.startswith("zeep ") for line in versions)
