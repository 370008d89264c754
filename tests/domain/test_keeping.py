"""What can happen to a file is a value, and its error says the detail."""

import pytest

from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from tests.domain.values import assert_is_value


def test_a_problem_is_a_value() -> None:
    assert_is_value(lambda: KeepProblem(KeepTrouble.BROKEN, "drafts/a.broken-1.json", "line 3"))


@pytest.mark.parametrize("trouble", KeepTrouble)
def test_an_error_carries_its_problem(trouble: KeepTrouble) -> None:
    problem = KeepProblem(trouble, "drafts", "OSError: no space left")
    error = KeepError(problem)
    assert (error.problem, str(error)) == (problem, "OSError: no space left")
