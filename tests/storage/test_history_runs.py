"""A run is alive as long as its process, and no longer."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from mktgui.storage.history_runs import Run, alone
from tests.storage.hard_times import ordinary_folder

CHILD = """
import sys
from pathlib import Path
from mktgui.storage.history_runs import Run
run = Run(Path(sys.argv[1]))
run.hold()
print(run.name, flush=True)
sys.stdin.read()
"""


@contextmanager
def another(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A run in a process of its own, and its name."""
    command = [sys.executable, "-c", CHILD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        yield child, child.stdout.readline().strip()


def test_a_run_is_alive_until_its_process_is_killed(tmp_path: Path) -> None:
    run = Run(tmp_path)
    with another(tmp_path) as (child, name):
        assert run.is_alive(name)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert not run.is_alive(name)
    assert list(tmp_path.glob("run-*")) == []


def test_a_run_is_alive_to_itself_and_to_others_until_it_lets_go(tmp_path: Path) -> None:
    run, other = Run(tmp_path), Run(tmp_path)
    assert run.is_alive(run.name)
    assert not other.is_alive(run.name)
    run.hold()
    run.hold()
    assert other.is_alive(run.name)
    run.let_go()
    run.let_go()
    assert not other.is_alive(run.name)
    assert list(tmp_path.glob("run-*")) == []


def test_what_cannot_be_known_counts_as_alive() -> None:
    with ordinary_folder() as folder:
        run = Run(folder)
        run.hold()
        (folder / f"run-{run.name}.lock").chmod(0)
        assert Run(folder).is_alive(run.name)
        run.let_go()


def test_one_after_the_other(tmp_path: Path) -> None:
    order, inside, go_on = list[str](), Event(), Event()

    def first() -> None:
        with alone(tmp_path / "a.lock", 30):
            inside.set()
            go_on.wait()
            order.append("first")

    thread = Thread(target=first)
    thread.start()
    inside.wait()
    with alone(tmp_path / "a.lock", 0.05):
        order.append("did not wait for ever")
    go_on.set()
    with alone(tmp_path / "a.lock", 30):
        order.append("second")
    thread.join()
    assert order == ["did not wait for ever", "first", "second"]


def test_a_place_where_nothing_can_be_locked_is_gone_into_all_the_same(tmp_path: Path) -> None:
    entered = False
    with alone(tmp_path / "no" / "such" / "folder.lock", 30):
        entered = True
    assert entered


def test_a_held_lock_is_not_handed_to_child_processes(tmp_path: Path) -> None:
    run = Run(tmp_path)
    run.hold()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        run.let_go()
        assert not Run(tmp_path).is_alive(run.name)
        child.communicate(os.linesep.encode())
