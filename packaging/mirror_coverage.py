"""Reads .coverage and says how much of each module its own mirror test covers: mktgui/a/b.py by tests/a/test_b.py.

A module that only other modules' tests cover is not testable by itself, and a total number hides that. What runs when a
module is imported counts for every module that has a mirror: who imports it first is chance. The exit status is 1 where
a module is below its floor.
"""

import io
import re
import sys
from pathlib import Path

from coverage import Coverage
from coverage.exceptions import NoDataError

ROOT = Path(__file__).parent.parent
FLOOR = 95.0
FLOORS = {"domain": 100.0, "soap": 100.0, "rest": 100.0}  # per cent of lines and branches, by room
IMPORTING = "^$"  # the context of what runs before the first test, while pytest collects


def mirror_of(module: Path) -> str:
    """The test file of a module, both relative to the root."""
    inside = module.relative_to("mktgui")
    return (Path("tests") / inside.parent / f"test_{inside.stem.strip('_')}.py").as_posix()


def floor_of(module: Path) -> float:
    """How much of the module has to be covered."""
    return FLOORS.get(module.parts[1], FLOOR)


def covered(coverage: Coverage, module: Path) -> float:
    """Per cent of the module's lines and branches that its mirror covers; none where there is no mirror."""
    mirror = mirror_of(module)
    if not (ROOT / mirror).is_file():
        return 0.0
    contexts = [f"^{re.escape(mirror)}$", IMPORTING]
    try:
        return coverage.report(morfs=[str(ROOT / module)], contexts=contexts, file=io.StringIO(), skip_covered=False)
    except NoDataError:
        return 0.0


def main() -> int:
    """Print a line for each module below its floor, and a summary."""
    coverage = Coverage(data_file=ROOT / ".coverage", config_file=ROOT / "pyproject.toml")
    coverage.load()
    modules = sorted(path.relative_to(ROOT) for path in (ROOT / "mktgui").rglob("*.py") if path.name != "__init__.py")
    below = [(module, found) for module in modules if (found := covered(coverage, module)) < floor_of(module)]
    for module, found in below:
        sys.stdout.write(f"{found:6.1f} % of {module} by {mirror_of(module)}, {floor_of(module):.0f} % wanted\n")
    total = coverage.report(file=io.StringIO())
    sys.stdout.write(
        f"{len(modules) - len(below)} of {len(modules)} modules hold their floor; {total:.1f} % in total\n"
    )
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main())
