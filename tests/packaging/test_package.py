"""What people install: the wheel holds the tree and nothing else, pins fit, and names and versions agree everywhere."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from packaging.requirements import Requirement

from mktgui import __version__
from mktgui.desktop import DESKTOP_ID

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LINUX = ROOT / "packaging" / "linux"
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "mktgui", "resources")
PIN = re.compile(r"^(\S+==.*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
PYTHONS, SYSTEMS = ("3.11", "3.12", "3.13", "3.14"), ("linux", "win32", "darwin")


def build(kind: str, source: Path, place: Path) -> Path:
    """Build a wheel or an sdist as an installer does, without a network."""
    hook = f"from setuptools import build_meta; build_meta.build_{kind}({str(place)!r})"
    subprocess.run([sys.executable, "-c", hook], cwd=source, check=True, capture_output=True)
    [built] = place.iterdir()
    return built


def contents(wheel: Path) -> dict[str, bytes]:
    """What the wheel installs, without what it says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that has been run, so that compiled files lie about in it."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy)
    for folder in ("mktgui", "mktgui/ui", "resources", "resources/icons"):
        (copy / folder / "__pycache__").mkdir()
        (copy / folder / "__pycache__" / "old.cpython-311.pyc").touch()
    return copy


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", sources, tmp_path_factory.mktemp("wheel"))


def test_every_package_of_the_tree_is_listed() -> None:
    found = {path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in ROOT.glob("mktgui/**/__init__.py")}
    listed = PROJECT["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted({*found, "mktgui.resources"})


def test_the_wheel_holds_the_tree_and_nothing_else(wheel: Path) -> None:
    expected = {}
    for top, place in (("mktgui", "mktgui"), ("resources", "mktgui/resources")):
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                expected[f"{place}/{path.relative_to(ROOT / top).as_posix()}"] = path.read_bytes()
    assert contents(wheel) == expected


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        own = {
            name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist() if "dist-info/" in name
        }
    assert "License-Expression: MIT\n" in own["METADATA"]
    assert own["licenses/LICENSE"] == (ROOT / "LICENSE").read_text()
    assert own["entry_points.txt"] == "[gui_scripts]\nmktgui = mktgui.__main__:main\n"
    assert own["top_level.txt"] == "mktgui\n"


def test_a_source_archive_builds_the_same_wheel(sources: Path, wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "sdist").mkdir()
    (tmp_path / "wheel").mkdir()
    archive = build("sdist", sources, tmp_path / "sdist")
    subprocess.run(["tar", "xf", archive], cwd=tmp_path, check=True)
    [unpacked] = tmp_path.glob("mktgui-*")
    assert contents(build("wheel", unpacked, tmp_path / "wheel")) == contents(wheel)


def constraints() -> str:
    return (ROOT / "packaging" / "constraints.txt").read_text()


def wanted() -> list[Requirement]:
    """What the program, its build and its extras ask for."""
    project = PROJECT["project"]
    groups = [project["dependencies"], PROJECT["build-system"]["requires"], *project["optional-dependencies"].values()]
    return [Requirement(text) for group in groups for text in group]


@pytest.mark.parametrize(("python", "system"), list(product(PYTHONS, SYSTEMS)))
def test_what_the_project_asks_for_is_pinned_once_for_every_python_and_system(python: str, system: str) -> None:
    here = {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": system}
    pins = [Requirement(text) for text, _ in PIN.findall(constraints())]
    for need in wanted():
        if need.marker is not None and not need.marker.evaluate(here):
            continue
        name = need.name.lower()
        [pin] = [pin for pin in pins if pin.name == name and (pin.marker is None or pin.marker.evaluate(here))]
        [exact] = pin.specifier
        assert need.specifier.contains(exact.version), f"{need} is pinned to {exact.version}"


def test_pins_are_exact_hashed_and_without_addresses() -> None:
    text = constraints()
    assert PIN.sub("", text) == ""
    assert "://" not in text


def test_versions_and_dates_agree() -> None:
    newest = re.search(r"^## \[(\d\S*)\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    release = etree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").find("releases/release")
    assert newest is not None
    assert release is not None
    assert newest[1] == release.get("version") == PROJECT["project"]["version"] == __version__
    assert newest[2] == release.get("date")


def test_the_desktop_knows_the_program_by_one_name() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    page = etree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml")
    assert sorted(path.name for path in LINUX.iterdir()) == [f"{DESKTOP_ID}.desktop", f"{DESKTOP_ID}.metainfo.xml"]
    assert entry["Desktop Entry"]["Icon"] == page.findtext("id") == DESKTOP_ID
    assert page.findtext("launchable") == f"{DESKTOP_ID}.desktop"
    assert [entry["Desktop Entry"]["Exec"]] == list(PROJECT["project"]["gui-scripts"])


def test_scripts_can_be_run_and_are_looked_at() -> None:
    looked_at = (ROOT / "packaging" / "test").read_text()
    scripts = [path for folder in ("packaging", ".ci") for path in (ROOT / folder).iterdir() if path.is_file()]
    for script in scripts:
        with script.open("rb") as opened:
            starts_itself = opened.read(2) == b"#!"
        assert starts_itself == os.access(script, os.X_OK), script
        if starts_itself:
            assert script.relative_to(ROOT).as_posix() in looked_at, f"packaging/test does not shellcheck {script}"
