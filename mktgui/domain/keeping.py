"""What can happen to a file in which the desk keeps something, as values for a sentence."""

from dataclasses import dataclass
from enum import StrEnum


class KeepTrouble(StrEnum):
    """What is wrong with a file, or with the place it should lie in."""

    BROKEN = "broken"
    NEWER = "newer"
    FOREIGN = "foreign"  # whole, but not a file of the kind that was asked for
    TOO_BIG = "too-big"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"  # a full disk, a read-only folder, or another copy of the program that holds it


@dataclass(frozen=True, slots=True)
class KeepProblem:
    """Something to tell the person. `path` is where the untouched content lies, `detail` technical English."""

    trouble: KeepTrouble
    path: str = ""
    detail: str = ""


class KeepError(Exception):
    """It could not be kept; what was there before is still there."""

    def __init__(self, problem: KeepProblem) -> None:
        super().__init__(problem.detail)
        self.problem = problem
