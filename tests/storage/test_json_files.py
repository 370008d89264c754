"""JSON that is read without trust and written for people: names, versions, limits, half characters."""

import errno
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.storage.json_files import (
    LARGEST_FILE,
    FormatError,
    check_version,
    file_name,
    json_bytes,
    parse_object,
    problem_with,
    read_bytes,
)
from tests.domain.drafts import ANYTHING
from tests.storage.drafts_at_hand import as_shown

UUID = "0123456789abcdef0123456789abcdef"


def trouble_of(content: bytes) -> tuple[KeepTrouble, str]:
    with pytest.raises(FormatError) as error:
        check_version(parse_object(content), 1)
    return error.value.trouble, str(error.value)


@pytest.mark.parametrize("name", ["practice", UUID])
def test_a_plain_id_names_its_file(name: str) -> None:
    assert file_name(name) == f"{name}.json"


@pytest.mark.parametrize(
    "name", ["", "emea", "EMEA", "../../etc/x", "a/b", "con", "CON.json", "a" * 300, "亚太", "\ud800"]
)
def test_any_other_id_gets_a_name_that_every_system_can_hold(name: str) -> None:
    assert file_name(name).startswith("id-")
    assert len(file_name(name)) == 40
    assert file_name(name).isascii()


def test_ids_that_differ_in_case_alone_have_files_that_differ_in_more() -> None:
    assert len({file_name(name).lower() for name in ("emea0001", "EMEA0001", "Emea0001")}) == 3


@pytest.mark.parametrize(
    ("content", "trouble", "text"),
    [
        (b"", KeepTrouble.BROKEN, "JSONDecodeError: "),
        (b'{"version": 1', KeepTrouble.BROKEN, "JSONDecodeError: "),
        (b"\xff\xff\xff", KeepTrouble.BROKEN, "UnicodeDecodeError: "),
        (b"[" * 100_000, KeepTrouble.BROKEN, "RecursionError: "),
        (b'{"version": ' + b"1" * 5000 + b"}", KeepTrouble.BROKEN, "ValueError: "),
        (b"[]", KeepTrouble.BROKEN, "must be an object in braces"),
        (b"{}", KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"version": true}', KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"version": "1"}', KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"version": 0}', KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"version": NaN}', KeepTrouble.BROKEN, "version: must be 1"),
        (b'{"version": 2}', KeepTrouble.NEWER, "version: is 2, and this program knows versions up to 1"),
    ],
)
def test_what_cannot_be_used_is_said(content: bytes, trouble: KeepTrouble, text: str) -> None:
    found, said = trouble_of(content)
    assert found is trouble
    assert said.startswith(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_unicode_that_an_editor_saves_is_read(encoding: str) -> None:
    plain = parse_object('{\r\n"name": "亚太"\r\n}\r\n'.encode(encoding))
    assert plain == {"name": "亚太"}


@given(st.dictionaries(ANYTHING, ANYTHING, max_size=4), st.lists(ANYTHING, max_size=4))
def test_any_text_comes_back(head: dict[str, str], entries: list[str]) -> None:
    found = parse_object(json_bytes(head, "list", entries))
    wanted = {as_shown(key): as_shown(value) for key, value in head.items() if key != "list"}
    assert found == {**wanted, "list": [as_shown(one) for one in entries]}


def test_people_can_read_it() -> None:
    text = json_bytes({"version": 1, "name": "亚太 \u2028 \ud800 é"}, "rows", [{"a": 1}, {"b": "\r\n\x01"}]).decode()
    assert text.endswith(',\n "rows": [\n  {"a": 1},\n  {"b": "\\r\\n\\u0001"}\n ]\n}\n')
    assert text.startswith('{\n "version": 1,\n "name": "亚太 \u2028 \\ud800 é",\n')
    assert json_bytes({}, "rows", []) == b'{\n "rows": []\n}\n'
    assert json.loads(text)["name"] == "亚太 \u2028 \ud800 é"


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(FormatError, match="is larger than 4 bytes") as error:
        read_bytes(path, 4)
    assert error.value.trouble is KeepTrouble.TOO_BIG


def test_nothing_is_written_that_would_not_be_read_again() -> None:
    assert len(json_bytes({}, "rows", ["x" * (LARGEST_FILE - 100)])) <= LARGEST_FILE
    with pytest.raises(FormatError, match="is larger than") as error:
        json_bytes({}, "rows", ["x" * LARGEST_FILE])
    assert error.value.trouble is KeepTrouble.UNWRITABLE


def test_a_problem_names_the_file_and_whose_fault_it_is() -> None:
    path = Path("a.json")
    broken = FormatError(KeepTrouble.BROKEN, "version: must be 1")
    assert problem_with(path, broken, KeepTrouble.UNREADABLE) == KeepProblem(
        KeepTrouble.BROKEN, "a.json", "version: must be 1"
    )
    full = OSError(errno.ENOSPC, "No space left on device", str(path.with_suffix(".new")))
    assert problem_with(path, full, KeepTrouble.UNWRITABLE).detail == "OSError: No space left on device"
    assert problem_with(path, PermissionError("no"), KeepTrouble.UNREADABLE) == KeepProblem(
        KeepTrouble.UNREADABLE, "a.json", "PermissionError: no"
    )
