"""A module counts as covered by its own tests only."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parent.parent.parent
MODULE = "def double(number):\n    return number * 2\n"
IMPORTED, CALLED = [(-1, 1), (1, -1)], [(-1, 2), (2, -1)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module in the strictest room."""
    for name, text in (("mktgui/domain/sums.py", MODULE), ("tests/domain/test_sums.py", ""), ("tests/test_app.py", "")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "pyproject.toml").write_text("[tool.coverage.run]\nbranch = true\n")
    (tmp_path / "packaging").mkdir()
    shutil.copy(ROOT / "packaging" / "mirror_coverage.py", tmp_path / "packaging")
    return tmp_path


def judge(project: Path, called_by: str) -> tuple[int, str]:
    """The verdict where pytest imported the module, and the tests in `called_by` call it."""
    data = CoverageData(str(project / ".coverage"))
    for context, arcs in (("", IMPORTED), (called_by, CALLED)):
        data.set_context(context)
        data.add_arcs({str(project / "mktgui/domain/sums.py"): arcs})
    data.write()
    command = [sys.executable, str(project / "packaging" / "mirror_coverage.py")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_module_that_its_mirror_covers_holds_its_floor(project: Path) -> None:
    assert judge(project, "tests/domain/test_sums.py") == (0, "1 of 1 modules hold their floor; 100.0 % in total\n")


def test_what_other_tests_cover_does_not_count(project: Path) -> None:
    status, said = judge(project, "tests/test_app.py")
    assert status == 1
    assert said.startswith("  50.0 % of mktgui/domain/sums.py by tests/domain/test_sums.py, 100 % wanted\n")
    assert said.endswith("0 of 1 modules hold their floor; 100.0 % in total\n")


def test_a_module_without_a_mirror_fails(project: Path) -> None:
    (project / "tests/domain/test_sums.py").unlink()
    status, said = judge(project, "tests/domain/test_sums.py")
    assert status == 1
    assert said.startswith("   0.0 % of mktgui/domain/sums.py")
