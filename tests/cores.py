"""A plugin for the whole suite on every core: each worker measures itself, and none may die unnoticed.

`packaging/test` loads it with `-p tests.cores`, so that it is there before anything of the program is imported. The
programs that tests start inherit nothing of it and are not measured. Each worker leaves its lines in a file beside
`.coverage`, for `coverage combine`.
"""

import os
import sys

import pytest
from coverage import Coverage
from execnet import Gateway
from xdist.workermanage import WorkerController

MEASURED = pytest.StashKey[Coverage]()
WORKERS = pytest.StashKey[list[Gateway]]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Begin to measure in a worker: what it imports from here to its first test belongs to no test."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        early_config.stash[MEASURED] = Coverage(data_suffix=True)
        early_config.stash[MEASURED].start()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodeready(node: WorkerController) -> None:
    """Remember the worker, a replacement included."""
    node.config.stash.setdefault(WORKERS, []).append(node.gateway)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Save what a worker measured; in the one that leads them, fail where a worker died after its last test."""
    measured = session.config.stash.get(MEASURED, None)
    if measured is not None:
        measured.stop()
        measured.save()
    for gateway in session.config.stash.get(WORKERS, []):
        # execnet keeps the process to itself, and tells no one how it ended
        process = gateway._io.popen  # type: ignore[attr-defined]  # noqa: SLF001 - as said
        status = process.wait(10)
        if status != 0:
            sys.stderr.write(f"\nworker {gateway.id} ended with status {status}\n")
            session.exitstatus = pytest.ExitCode.INTERNAL_ERROR
