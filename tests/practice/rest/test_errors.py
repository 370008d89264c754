"""The codes of the facts sheet, each with a text."""

import pytest

from mktgui.practice.rest.errors import TEXTS, RestError


def test_every_code_has_a_text_of_its_own() -> None:
    assert len(set(TEXTS.values())) == len(TEXTS)
    assert all(len(code) in {3, 4} and code.isdigit() and text for code, text in TEXTS.items())
    assert {str(code) for code in (*range(601, 613), 614, 615, *range(1001, 1014), 1021)} <= set(TEXTS)


@pytest.mark.parametrize(("message", "told"), [("", "Lead not found"), ("Lead '7' not found", "Lead '7' not found")])
def test_an_error_says_its_text_unless_it_has_a_better_one(message: str, told: str) -> None:
    error = RestError("1004", message)
    assert (error.code, error.message, str(error)) == ("1004", told, told)
