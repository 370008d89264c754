"""Every text is translated, the files are up to date, and placeholders survive translation."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from mktgui.storage.history_index import added_of
from mktgui.storage.history_words import fold

ROOT = Path(__file__).parent.parent
FOLDER = Path("resources/translations")
BIN = Path(sys.executable).parent
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")


def messages(language: str) -> list[etree._Element]:
    return list(etree.parse(ROOT / FOLDER / f"mktgui_{language}.ts").iter("message"))


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources in which the update has just been run."""
    copy = tmp_path_factory.mktemp("sources")
    for name in ("mktgui", str(FOLDER)):
        shutil.copytree(ROOT / name, copy / name)
    (copy / "packaging").mkdir()
    shutil.copy(ROOT / "packaging" / "update-translations", copy / "packaging")
    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    environment = {"VIRTUAL_ENV": str(BIN.parent), "PATH": "/usr/bin:/bin"}
    subprocess.run(["packaging/update-translations"], cwd=copy, check=True, env=environment, capture_output=True)
    return copy


@pytest.mark.parametrize("name", ["mktgui_zh_CN.ts", "mktgui_zh_CN.qm", "mktgui_en.ts", "mktgui_en.qm"])
def test_updating_changes_nothing(updated: Path, name: str) -> None:
    assert (updated / FOLDER / name).read_bytes() == (ROOT / FOLDER / name).read_bytes(), "run update-translations"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_is_unfinished_or_empty(language: str) -> None:
    found = messages(language)
    assert len(found) > 3
    for message in found:
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        assert all(text.strip() for text in [form.text or "" for form in translation] or [translation.text or ""])


def test_chinese_keeps_every_placeholder() -> None:
    for message in messages("zh_CN"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        for text in [form.text or "" for form in translation] or [translation.text or ""]:
            assert placeholders(text) == placeholders(source), source


def test_chinese_keeps_every_mnemonic() -> None:
    for message in messages("zh_CN"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        for text in [form.text or "" for form in translation] or [translation.text or ""]:
            assert mnemonics(text) == mnemonics(source), source


def mnemonics(text: str) -> list[str]:
    return [key.upper() for key in re.findall(r"&(\w)", text.replace("&token", ""))]


@pytest.mark.parametrize(
    ("settled", "english"), [("yes", "Written (re-read)"), ("no", "Not written (re-read)")], ids=["written", "not"]
)
def test_a_settled_call_is_found_by_what_the_list_says_of_it(settled: str, english: str) -> None:
    """The history looks for words that the screen has: where those change, it has to learn the new ones."""
    [one] = [one for one in messages("zh_CN") if one.findtext("source") == english]
    text = added_of("", "", settled)
    assert fold(english) in text
    assert fold(one.findtext("translation") or "") in text
