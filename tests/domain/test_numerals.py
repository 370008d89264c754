"""Numbers as people write them, and every number that they can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.numerals import is_decimal, is_integer, read_decimals, read_integers, value_of_number


@pytest.mark.parametrize("text", ["0", "42", "-5", "007", "9" * 30])
def test_a_whole_number_is_digits(text: str) -> None:
    assert is_integer(text)
    assert is_decimal(text)


@pytest.mark.parametrize("text", ["", "+5", "5.0", "1,250", "５", "٣", "5 ", "1e3", "--5"])
def test_anything_else_is_no_whole_number_for_the_wire(text: str) -> None:
    assert not is_integer(text)


@pytest.mark.parametrize(("text", "is_one"), [("1250.50", True), ("-0.5", True), (".5", False), ("5.", False)])
def test_a_decimal_has_digits_on_both_sides_of_its_point(text: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    assert is_decimal(text) is is_one


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1250.50", {"1250.50"}),
        ("1,250.50", {"1250.50"}),
        ("1.250,50", {"1250.50"}),
        ("1 250,50", {"1250.50"}),
        ("1\u202f250,50", {"1250.50"}),
        ("1’250.50", {"1250.50"}),
        ("1250,5", {"1250.5"}),
        ("12,34,567.8", {"1234567.8"}),
        ("1,250,000", {"1250000"}),
        ("1,250", {"1250", "1.250"}),
        ("1.250", {"1.250", "1250"}),
        (".5", {"0.5"}),
        ("$1,250.00", {"1250.00"}),
        ("US$ 12.50", {"12.50"}),
        ("￥１，２５０．００", {"1250.00"}),
        ("1.250,00 €", {"1250.00"}),
        ("12.50 EUR", {"12.50"}),
        ("12.50元", {"12.50"}),
        ("(12.50)", {"-12.50"}),
        ("−5", {"-5"}),
        ("-$5", {"-5"}),
        ("$-5", {"-5"}),
        ("+5", {"5"}),
        ("", set()),
        ("abc", set()),
        ("1.2.3", set()),
        ("1,25,0", set()),
        ("(5", set()),
        ("5)", set()),
        ("1" * 61, set()),
    ],
)
def test_every_number_that_a_text_can_mean_is_read(text: str, readings: set[str]) -> None:
    assert set(read_decimals(text)) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [("1,250", ("1250",)), ("1.250", ("1250",)), ("42.0", ("42",)), ("42,00", ("42",)), ("1.5", ()), ("x", ())],
)
def test_of_those_only_the_whole_ones_are_whole_numbers(text: str, readings: tuple[str, ...]) -> None:
    assert read_integers(text) == readings


@pytest.mark.parametrize(
    "same",
    [
        ["1250", "1250.00", "01250", "+1250", "1.25E3", "1.25e+3", "12500E-1", "1250."],
        ["0", "-0", "0.00", "0e5", ".0"],
        ["0.5", ".5", "5E-1", "0.50"],
        ["-12.5", "-12.50", "-125e-1"],
        ["0.0012", "12E-4"],
    ],
)
def test_the_same_number_is_the_same_however_it_is_written(same: list[str]) -> None:
    values = {value_of_number(text) for text in same}
    assert len(values) == 1
    assert None not in values


@pytest.mark.parametrize("text", ["", ".", "-", "x", "1,250", "1e9999", "e5", "1 2"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert value_of_number(text) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_grouped_numbers_read_back(whole: int, places: int) -> None:
    fraction = f".{'7' * places}" if places else ""
    for mark in ("", " ", "'"):
        assert f"{whole}{fraction}" in read_decimals(f"{whole:,}{fraction}".replace(",", mark))


@given(st.text() | st.text(alphabet="0123456789.,' -+()$€%"))
def test_any_text_can_be_read_and_what_comes_of_it_goes_over_the_wire(text: str) -> None:
    assert all(is_decimal(read) for read in read_decimals(text))
    assert all(is_integer(read) for read in read_integers(text))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_values_are_equal_exactly_where_the_numbers_are(number: object) -> None:
    assert value_of_number(f"{number}") == value_of_number(f"{number}00")
    assert value_of_number(f"{number}1") != value_of_number(f"{number}")
