"""The shell scripts against made-up machines, on which every command is ours and notes what it heard."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOOLS = (
    "bash",
    "cat",
    "cut",
    "dirname",
    "env",
    "grep",
    "ln",
    "mkdir",
    "mktemp",
    "readlink",
    "rm",
    "sha256sum",
    "tail",
    "tee",
)
PACKAGES = "need_packages libgl1 libglib2.0-0 xvfb"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine on which nothing is installed but a shell and its tools."""

    bin: Path
    heard: Path

    def has(self, command: str, does: str = "") -> None:
        """Put a command on it, which notes how it was called."""
        script = self.bin / command
        script.write_text(f'#!{shutil.which("bash")}\necho "{command} $*" >>"{self.heard}"\n{does}\n')
        script.chmod(0o755)

    def is_debian(self, installed: str, user: int) -> None:
        """A Debian on which `installed` lists the packages, and `user` is at work."""
        lines = "".join(f"echo 'installed {name}'\n" for name in installed.split())
        self.has("dpkg-query", f"{lines}exit 1")
        self.has("id", f"echo {user}")
        self.has("apt-get")

    def run(self, *command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.bin), "HOME": str(self.bin), **variables}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )

    def prepare(self, call: str) -> subprocess.CompletedProcess[str]:
        """Source what the scripts share, and call one function of it."""
        return self.run("bash", "-c", f'set -euo pipefail; . "{ROOT}/packaging/prepare.sh"; {call}')

    @property
    def installs(self) -> list[str]:
        """What apt was asked to do."""
        return [line for line in self.heard.read_text().splitlines() if line.startswith(("apt-get", "sudo"))]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    found = Machine(tmp_path / "bin", tmp_path / "heard")
    found.bin.mkdir()
    found.heard.touch()
    for tool in TOOLS:
        place = shutil.which(tool)
        assert place, tool
        (found.bin / tool).symlink_to(place)
    return found


def test_where_everything_is_there_nothing_is_asked_for(machine: Machine) -> None:
    machine.is_debian("libgl1 libglib2.0-0t64 xvfb", user=1000)  # one under its name in newer releases
    done = machine.prepare(PACKAGES)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.installs == []


def test_root_installs_what_is_missing_with_one_question(machine: Machine) -> None:
    machine.is_debian("xvfb", user=0)
    done = machine.prepare(PACKAGES)
    assert (done.returncode, done.stderr) == (0, "Installing: libgl1 libglib2.0-0\n")
    update, install = machine.installs
    assert update.endswith(" update")
    assert install.endswith(" install -y --no-install-recommends libgl1 libglib2.0-0")


def test_a_person_who_may_installs_by_sudo(machine: Machine) -> None:
    machine.is_debian("xvfb", user=1000)
    machine.has("sudo", '[ "$1" = -n ] || "$@"')
    assert machine.prepare(PACKAGES).returncode == 0
    assert sum(line.startswith("sudo env") for line in machine.installs) == 2
    assert sum(line.startswith("apt-get") for line in machine.installs) == 2


@pytest.mark.parametrize("sudo", ["none", "refuses"])
def test_a_person_who_may_not_gets_the_command_to_hand_on(machine: Machine, sudo: str) -> None:
    machine.is_debian("xvfb", user=1000)
    if sudo == "refuses":
        machine.has("sudo", "exit 1")
    done = machine.prepare(PACKAGES)
    assert done.returncode == 1
    assert done.stderr.endswith("  apt-get install libgl1 libglib2.0-0\n")
    assert not any(line.startswith("apt-get") for line in machine.installs)


@pytest.mark.parametrize(("fails", "words"), [("update", "is there a network"), ("install", "could not be installed")])
def test_what_apt_cannot_do_is_said(machine: Machine, fails: str, words: str) -> None:
    machine.is_debian("xvfb", user=0)
    machine.has("apt-get", f'[[ " $* " != *" {fails} "* ]]')
    done = machine.prepare(PACKAGES)
    assert done.returncode == 1
    assert words in done.stderr


def test_other_systems_are_taken_at_their_word(machine: Machine) -> None:
    done = machine.prepare(PACKAGES)
    assert done.returncode == 0
    assert "no Debian" in done.stderr


def test_python_comes_along_where_there_is_none(machine: Machine) -> None:
    machine.is_debian("", user=0)
    machine.prepare("need_python_and xvfb")
    assert machine.installs[-1].endswith(" xvfb python3 python3-venv")


def test_an_old_python_is_named(machine: Machine) -> None:
    machine.is_debian("xvfb", user=0)
    machine.has("python3", '[ "$1" = --version ] && echo Python 3.9.2 || exit 1')
    done = machine.prepare("need_python_and xvfb")
    assert done.returncode == 1
    assert done.stderr == "Python 3.11 or newer is needed; this is Python 3.9.2.\n"


def test_a_newer_python_beside_an_old_one_is_found(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    machine.has("python3.12")
    assert machine.prepare('find_python; echo "$python"').stdout == "python3.12\n"


@pytest.fixture
def checkout(machine: Machine, tmp_path: Path) -> Path:
    """A checkout on a Debian with every package, and a Python that can make environments with itself in them."""
    machine.is_debian("xvfb", user=1000)
    machine.has("python3", '[[ $* != "-m venv"* ]] || { mkdir -p "$4/bin"; ln -sf "$0" "$4/bin/python"; }')
    checkout = tmp_path / "my 程序"
    (checkout / "packaging").mkdir(parents=True)
    for name in ("packaging/prepare.sh", "packaging/constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout / name)
    return checkout


def prepared(machine: Machine, checkout: Path) -> bool:
    """Whether getting ready made the environment anew."""
    done = machine.run("bash", "-c", f'set -euo pipefail; . "{checkout}/packaging/prepare.sh"; prepare xvfb')
    assert done.returncode == 0, done.stderr
    return "Making the virtual environment" in done.stderr


def test_the_environment_is_made_once(machine: Machine, checkout: Path) -> None:
    assert prepared(machine, checkout)
    assert not prepared(machine, checkout)
    installs = [line for line in machine.heard.read_text().splitlines() if " install " in line]
    assert ["--require-hashes" in line for line in installs] == [True, False]


@pytest.mark.parametrize("changed", ["pins", "project", "place", "python", "half made"])
def test_the_environment_is_made_anew_when_what_it_stands_on_has_changed(
    machine: Machine, checkout: Path, changed: str
) -> None:
    prepared(machine, checkout)
    if changed == "pins":
        (checkout / "packaging" / "constraints.txt").write_text("")
    elif changed == "project":
        (checkout / "pyproject.toml").write_text("")
    elif changed == "place":
        checkout = checkout.rename(checkout.with_name("elsewhere"))
    elif changed == "python":
        (machine.bin / "python3").rename(machine.bin / "python3.14")
    else:
        (checkout / ".venv" / "stamp").unlink()
    assert prepared(machine, checkout)
    assert not prepared(machine, checkout)


@dataclass(frozen=True, slots=True)
class Checks:
    """packaging/test on a machine where nothing has to be prepared."""

    machine: Machine
    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.machine.run(self.root / "packaging" / "test", *arguments)


@pytest.fixture
def checks(machine: Machine, tmp_path: Path) -> Checks:
    packaging = tmp_path / "packaging"
    packaging.mkdir()
    shutil.copy(ROOT / "packaging" / "test", packaging)
    (packaging / "prepare.sh").write_text(
        f'root="{tmp_path}" venv="{tmp_path}" window_packages=() test_packages=()\n'
        "say() { printf '%s\\n' \"$*\" >&2; }\n"
        "prepare() { :; }\n"
    )
    for command in ("ruff", "mypy", "lint-imports", "shellcheck", "desktop-file-validate", "appstreamcli", "python"):
        machine.has(command)
    pytest_says(machine, "===== 3 passed in 0.10s =====", 0)
    return Checks(machine, tmp_path)


def pytest_says(machine: Machine, last: str, status: int, after: str = ":") -> None:
    machine.has("python", f'[[ $* != *pytest* ]] || {{ echo "{last}"; {after}; exit {status}; }}')


def test_the_last_line_is_the_test_runners(checks: Checks) -> None:
    done = checks.run()
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "===== 3 passed in 0.10s ====="
    assert "FAILED" not in done.stderr
    heard = checks.machine.heard.read_text()
    ours = [line for line in heard.splitlines() if line.startswith("python ")]
    assert ours == [
        "python -m pytest --collect-only --quiet",
        (
            "python -m pytest --context-by-file -p tests.cores -n auto --dist loadfile --no-loadscope-reorder"
            " --max-worker-restart 0"
        ),
        "python -m coverage combine --quiet",
        f"python {Path('packaging', 'mirror_coverage.py')}",
    ]


@pytest.mark.parametrize("command", ["ruff", "mypy", "lint-imports", "shellcheck", "appstreamcli"])
def test_any_check_that_fails_is_named_and_the_rest_still_runs(checks: Checks, command: str) -> None:
    checks.machine.has(command, "exit 1")
    done = checks.run()
    assert done.returncode == 1
    assert "\nFAILED: " in done.stderr
    assert done.stdout.splitlines()[-1] == "===== 3 passed in 0.10s ====="


@pytest.mark.parametrize(
    ("last", "status"), [("= 1 failed, 2 passed in 75.10s (0:01:15) =", 1), ("no tests ran in 0.01s", 5)]
)
def test_failing_tests_fail_the_whole(checks: Checks, last: str, status: int) -> None:
    pytest_says(checks.machine, last, status)
    done = checks.run()
    assert done.returncode == 1
    assert "FAILED: tests;" in done.stderr
    assert done.stdout.splitlines()[-1] == last


def test_what_is_said_after_the_summary_does_not_hide_it(checks: Checks) -> None:
    pytest_says(checks.machine, "===== 3 passed in 0.10s =====", 0, after="echo Exception ignored in: something")
    assert checks.run().stdout.splitlines()[-1] == "===== 3 passed in 0.10s ====="


def test_a_runner_that_died_is_a_failure(checks: Checks) -> None:
    pytest_says(checks.machine, "Fatal Python error: Aborted", 134)
    done = checks.run()
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "Fatal Python error: Aborted"


def test_arguments_go_to_pytest_and_leave_coverage_alone(checks: Checks) -> None:
    assert checks.run("tests/domain", "-k", "one two").returncode == 0
    heard = checks.machine.heard.read_text()
    assert "python -m coverage run -m pytest --context-by-file tests/domain -k one two" in heard
    assert "combine" not in heard
    assert "mirror_coverage.py" not in heard
