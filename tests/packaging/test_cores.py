"""The whole suite on every core, in small: what the workers covered is known by test file, and none dies unnoticed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parent.parent.parent
CONFTEST = """
from pathlib import Path
from coverage import Coverage
import mktgui

def pytest_runtest_setup(item):
    Coverage.current().switch_context(item.path.name)
"""
CALLING = "import mktgui\n\ndef test_it():\n    assert mktgui.double(2) == 4\n"
ASIDE = """
import subprocess, sys

def test_it():
    subprocess.run([sys.executable, "-c", "import mktgui; mktgui.double(2)"], check=True)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module, with a test that calls it and one that starts a program of it."""
    folder = tmp_path / "project"
    (folder / "mktgui").mkdir(parents=True)
    (folder / "mktgui" / "__init__.py").write_text("def double(number):\n    return number * 2\n")
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_calling.py").write_text(CALLING)
    (folder / "test_aside.py").write_text(ASIDE)
    (folder / "pyproject.toml").write_text('[tool.coverage.run]\nsource = ["mktgui"]\n')
    return folder


def on_two_workers(project: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COVERAGE_"))}
    places = os.pathsep.join([str(project), str(ROOT)])
    told = {"PYTHONPATH": places, "COVERAGE_FILE": str(project / ".coverage")}
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # the others take most of the time it takes to start
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "xdist",
            "-p",
            "tests.cores",
            "-n",
            "2",
            "--dist",
            "loadfile",
            "--max-worker-restart",
            "0",
        ],
        cwd=project,
        env=kept | told | alone,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_each_worker_leaves_what_its_files_covered_and_programs_leave_nothing(project: Path) -> None:
    done = on_two_workers(project)
    assert done.returncode == 0, done.stdout
    left = list(project.glob(".coverage.*"))
    assert len(left) == 2
    lines: dict[str, set[int]] = {}
    for place in left:
        data = CoverageData(str(place))
        data.read()
        for context in data.measured_contexts():
            data.set_query_context(context)
            found = data.lines(str(project / "mktgui" / "__init__.py"))
            lines.setdefault(context, set()).update(found or ())
    assert {context: found for context, found in lines.items() if found} == {"": {1}, "test_calling.py": {2}}


def test_a_worker_that_dies_in_a_test_fails_the_run(project: Path) -> None:
    (project / "test_dying.py").write_text("import os\n\ndef test_it():\n    os.abort()\n")
    done = on_two_workers(project)
    assert done.returncode != 0
    assert "crashed while running 'test_dying.py::test_it'" in done.stdout


def test_a_worker_that_dies_after_its_last_test_fails_the_run(project: Path) -> None:
    (project / "test_late.py").write_text("import atexit, os\n\ndef test_it():\n    atexit.register(os.abort)\n")
    done = on_two_workers(project)
    assert "3 passed" in done.stdout
    assert "ended with status -6" in done.stderr
    assert done.returncode == 3
