"""Drafts that are handed on: read by people, taken in whole or not at all, and never with a connection."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given

from mktgui.domain.desk import CarriedDraft
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.draft_files import JsonDraftFiles
from mktgui.storage.json_files import LARGEST_FILE
from tests.domain.drafts import DRAFTS
from tests.storage.drafts_at_hand import draft_as_shown
from tests.storage.hard_times import ordinary_folder, room_for

FILES = JsonDraftFiles()
DRAFT = Draft(email="ada@corp.example", rows=(Row("Title", Edit(EditKind.SET, "首席技术官")), Row("City", CLEAR)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ada.mktgui-draft.json"


def problem_of(path: Path) -> KeepProblem:
    carried = FILES.read(path)
    assert carried == CarriedDraft(problem=carried.problem)
    assert carried.problem is not None
    assert carried.problem.path == str(path)
    return carried.problem


def test_people_can_read_it_and_it_says_what_it_is(path: Path) -> None:
    FILES.write(path, DRAFT, "EMEA", "TICKET-1")
    assert path.read_text(encoding="utf-8").splitlines() == [
        "{",
        ' "what": "mktgui draft",',
        ' "version": 1,',
        ' "connection": "EMEA",',
        ' "note": "TICKET-1",',
        ' "key": "email",',
        ' "marketo_id": "",',
        ' "email": "ada@corp.example",',
        ' "foreign_id": "",',
        ' "cookie": "",',
        ' "workspace": "",',
        ' "foreign_type": "",',
        ' "return_lead": true,',
        ' "action": "create-or-update",',
        ' "rows": [',
        '  {"name": "Title", "edit": "set", "text": "首席技术官"},',
        '  {"name": "City", "edit": "clear"}',
        " ]",
        "}",
    ]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(DRAFTS)
def test_any_draft_can_be_handed_on(tmp_path_factory: pytest.TempPathFactory, draft: Draft) -> None:
    path = tmp_path_factory.mktemp("place") / "any.mktgui-draft.json"
    FILES.write(path, draft, "EMEA", "")
    assert FILES.read(path) == CarriedDraft(draft_as_shown(draft), "EMEA", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_an_editor_on_windows_makes_of_it_is_no_matter(path: Path, encoding: str) -> None:
    FILES.write(path, DRAFT, "EMEA", "")
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    assert FILES.read(path).draft == DRAFT


def test_an_endpoint_or_a_secret_in_it_goes_nowhere(path: Path) -> None:
    FILES.write(path, DRAFT, "EMEA", "")
    more = {"endpoint": "https://evil.example/", "user_id": "u", "secret": "s", "profile_id": "emea", "colour": 1}
    path.write_text(json.dumps(json.loads(path.read_text()) | more))
    carried = FILES.read(path)
    assert carried == CarriedDraft(DRAFT, "EMEA", "")
    assert "evil" not in repr(carried)


def test_half_a_change_is_no_change_and_each_thing_wrong_is_named(path: Path) -> None:
    rows = [{"name": "Title", "edit": "put"}, {"name": "City", "edit": "clear"}]
    path.write_text(json.dumps({"what": "mktgui draft", "version": 1, "connection": 5, "rows": rows}))
    assert problem_of(path) == KeepProblem(
        KeepTrouble.BROKEN, str(path), "rows, entry 1: edit: must be one of keep, set, clear\nconnection: must be text"
    )


@pytest.mark.parametrize(
    ("content", "trouble", "detail"),
    [
        (b"", KeepTrouble.BROKEN, "JSONDecodeError: "),
        (b"%PDF-1.7 \xff\xfe", KeepTrouble.BROKEN, "UnicodeDecodeError: "),
        (b"[" * 100_000, KeepTrouble.BROKEN, "RecursionError: "),
        (b'{"version": 1, "rows": []}', KeepTrouble.FOREIGN, "what: must be 'mktgui draft'"),
        (b"[1, 2]", KeepTrouble.BROKEN, "must be an object in braces"),
        (b'{"what": "mktgui draft"}', KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"what": "mktgui draft", "version": 2}', KeepTrouble.NEWER, "version: is 2"),
        (b" " * (LARGEST_FILE + 1), KeepTrouble.TOO_BIG, "is larger than"),
    ],
)
def test_a_file_that_is_no_draft_is_told_why(path: Path, content: bytes, trouble: KeepTrouble, detail: str) -> None:
    path.write_bytes(content)
    problem = problem_of(path)
    assert problem.trouble is trouble
    assert problem.detail.startswith(detail)


def test_a_file_that_is_not_there_or_no_file_is_told(path: Path) -> None:
    assert problem_of(path).detail.startswith("FileNotFoundError: ")
    assert problem_of(path.parent).trouble is KeepTrouble.UNREADABLE


def test_where_it_cannot_be_written_the_old_one_stays(path: Path) -> None:
    FILES.write(path, DRAFT, "EMEA", "")
    before = path.read_bytes()
    huge = Draft(rows=(Row("Notes", Edit(EditKind.SET, "x" * LARGEST_FILE)),))
    with pytest.raises(KeepError, match="is larger than"):
        FILES.write(path, huge, "EMEA", "")
    with room_for(9), pytest.raises(KeepError, match="File too large") as error:
        FILES.write(path, DRAFT, "APAC", "")
    assert error.value.problem.trouble is KeepTrouble.UNWRITABLE
    assert {one.name: one.read_bytes() for one in path.parent.glob("*.json")} == {path.name: before}


def test_a_folder_that_may_not_be_written_is_told() -> None:
    with ordinary_folder() as folder:
        folder.chmod(0o500)
        with pytest.raises(KeepError, match="PermissionError"):
            FILES.write(folder / "a.json", DRAFT, "EMEA", "")
        folder.chmod(0o700)
