"""What a text is to its field: fit to be sent, or readable and offered in Marketo's way, or neither."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.field_types import FieldType
from mktgui.domain.findings import Code
from mktgui.domain.typed import Typed, is_any_text, read_typed, same_value
from tests.domain.fields import field
from tests.domain.values import assert_is_value

BERLIN = ZoneInfo("Europe/Berlin")
KINDS = st.sampled_from([*(kind.value for kind in FieldType), "", "Array"])
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="0123456789-/.:,T +Z'$%", max_size=26),
    st.sampled_from(
        ["true", "是", "0", "1,250", "1250.00", "2026-03-05", "5 Mar 2026", "2026-03-05T09:14:00Z", "a@b.c"]
    ),
)


def read(text: str, kind: str, size: int | None = None) -> Typed:
    return read_typed(text, field("F", kind=kind, size=size), BERLIN)


@pytest.mark.parametrize(
    ("kind", "text", "canonical"),
    [
        ("boolean", "true", "true"),
        ("boolean", "TRUE", "true"),
        ("boolean", " 0 ", "false"),
        ("integer", "-42", "-42"),
        ("score", "7", "7"),
        ("percent", "60", "60"),
        ("currency", "1250.50", "1250.50"),
        ("float", "1.250", "1.250"),
        ("date", "2026-03-05", "2026-03-05"),
        ("dateTime", "2026-03-05T09:14:00Z", "2026-03-05T09:14:00+00:00"),
        ("datetime", "2026-03-05 09:14+01", "2026-03-05T09:14:00+01:00"),
        ("email", "ana@acme.example", "ana@acme.example"),
        ("url", "acme.example", "acme.example"),
        ("phone", "call me", "call me"),
        ("string", "x" * 255, "x" * 255),
        ("string", " x ", "x"),
        ("reference", "x" * 300, "x" * 300),
        ("Array", "anything", "anything"),
        ("integer", "  ", ""),
    ],
)
def test_what_can_be_sent_as_it_stands_has_no_problem(kind: str, text: str, canonical: str) -> None:
    typed = read(text, kind)
    assert (typed.canonical, typed.problem) == (canonical, None)


@pytest.mark.parametrize(
    ("kind", "text", "problem", "canonical"),
    [
        ("boolean", "yes", Code.NO_BOOLEAN, "true"),
        ("boolean", "否", Code.NO_BOOLEAN, "false"),
        ("boolean", "maybe", Code.NO_BOOLEAN, None),
        ("integer", "1,250", Code.NO_INTEGER, "1250"),
        ("integer", "42.0", Code.NO_INTEGER, "42"),
        ("integer", "+5", Code.NO_INTEGER, "5"),
        ("score", "4.5", Code.NO_INTEGER, None),
        ("percent", "50 %", Code.NO_INTEGER, "50"),
        ("percent", "0.5", Code.NO_INTEGER, None),
        ("currency", "1.250,50 €", Code.NO_DECIMAL, "1250.50"),
        ("currency", "1,250", Code.NO_DECIMAL, None),
        ("float", "much", Code.NO_DECIMAL, None),
        ("date", "5 Mar 2026", Code.NO_DATE, "2026-03-05"),
        ("date", "2026-03-05 00:00:00", Code.NO_DATE, "2026-03-05"),
        ("date", "03/04/05", Code.NO_DATE, None),
        ("date", "soon", Code.NO_DATE, None),
        ("datetime", "5 Mar 2026 9:14 UTC", Code.NO_DATETIME, "2026-03-05T09:14:00+00:00"),
        ("datetime", "03/04/2026 9:14", Code.NO_DATETIME, None),
        ("datetime", "soon", Code.NO_DATETIME, None),
        ("email", "ana@acme", Code.NO_EMAIL, "ana@acme"),
        ("email", "ana@acme.example; bob@acme.example", Code.NO_EMAIL, "ana@acme.example; bob@acme.example"),
        ("url", "acme example", Code.NO_URL, "acme example"),
        ("url", "acme", Code.NO_URL, "acme"),
    ],
)
def test_what_cannot_is_offered_as_marketo_writes_it_where_it_has_one_meaning(
    kind: str, text: str, problem: Code, canonical: str | None
) -> None:
    typed = read(text, kind)
    assert (typed.problem, typed.canonical) == (problem, canonical)


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.example/a?b=c#d",
        "http://localhost:8080",
        "acme.example:8080/x",
        "https://[::1]/",
        "www.müller.example",
    ],
)
def test_web_addresses_come_with_and_without_their_protocol(text: str) -> None:
    assert read(text, "url").problem is None


def test_a_day_with_two_readings_is_told_with_both() -> None:
    typed = read("03/04/2026", "date")
    assert typed == Typed(None, Code.DATE_AMBIGUOUS, ("2026-03-04", "2026-04-03"))


def test_a_number_with_two_readings_is_told_with_both() -> None:
    assert read("1,250", "float").readings == ("1250", "1.250")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2026-07-05T09:14:00", Code.DATETIME_NO_ZONE),
        ("2026/7/5 9:14", Code.DATE_AMBIGUOUS),
    ],
)
def test_a_time_without_a_zone_may_be_the_persons_own_or_utc(text: str, problem: Code) -> None:
    readings = ("2026-07-05T09:14:00+02:00", "2026-07-05T09:14:00+00:00")
    assert read(text, "datetime") == Typed(None, problem, readings)


def test_a_day_without_a_time_is_midnight_here_or_there() -> None:
    assert read("2026-07-05", "datetime").readings == ("2026-07-05T00:00:00+02:00", "2026-07-05T00:00:00+00:00")


@pytest.mark.parametrize(
    ("text", "problem"), [("2026-07-05T09:14:00", Code.DATETIME_NO_ZONE), ("2026/7/5 9:14", Code.NO_DATETIME)]
)
def test_whoever_lives_by_utc_has_nothing_to_choose(text: str, problem: Code) -> None:
    typed = read_typed(text, field("F", kind="datetime"), UTC)
    assert (typed.problem, typed.canonical) == (problem, "2026-07-05T09:14:00+00:00")


def test_a_time_with_a_zone_is_a_moment() -> None:
    assert read("2026-07-05T09:14:00-07:00", "datetime").moment == datetime(2026, 7, 5, 16, 14, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["string", "text", "email", "phone", "url"])
def test_what_is_longer_than_its_field_is_told_with_both_lengths(kind: str) -> None:
    assert read("文" * 21, kind, 20) == Typed(None, Code.TOO_LONG, length=21, limit=20)
    assert read("文" * 20, kind, 20).problem is not Code.TOO_LONG


def test_a_string_without_a_size_holds_what_the_vendor_documents() -> None:
    assert read("x" * 256, "string").limit == 255


def test_a_text_area_is_measured_in_bytes_as_well() -> None:
    assert read("x" * 30_000, "text").problem is None
    assert read("x" * 30_001, "text") == Typed(None, Code.TOO_MANY_BYTES, length=30_001, limit=30_000)
    assert read("文" * 10_000, "text", 30_000).problem is None
    assert read("文" * 10_001, "text", 30_000) == Typed(None, Code.TOO_MANY_BYTES, length=30_003, limit=30_000)
    assert read("x" * 8_000, "text").problem is None


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("boolean", "true", "1"),
        ("boolean", "False", "0"),
        ("boolean", "yes", "true"),
        ("currency", "1250", "1250.00"),
        ("float", "0.75", ".75"),
        ("integer", "007", "7"),
        ("score", "-0", "0"),
        ("percent", "60", "60.0"),
        ("date", "2026-03-05", "2026/3/5"),
        ("date", "2026-03-05", "2026-03-05T00:00:00Z"),
        ("datetime", "2026-03-05T09:14:00+01:00", "2026-03-05T08:14:00Z"),
        ("datetime", "2026-03-05T09:14:00Z", "2026-03-05 09:14:00.123+00:00"),
        ("datetime", "2026-03-05T09:14:00", "2026-03-05T09:14:00-05:00"),
        ("text", "a\r\nb ", "a\nb"),
        ("string", " CTO", "CTO"),
        ("", "a\rb", "a\nb"),
    ],
)
def test_the_same_value_is_the_same_however_it_is_spelled(kind: str, one: str, other: str) -> None:
    assert same_value(one, other, kind)
    assert same_value(other, one, kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("boolean", "true", "false"),
        ("boolean", "maybe", "perhaps"),
        ("currency", "1250", "1250.01"),
        ("integer", "x", "y"),
        ("date", "2026-03-05", "2026-03-06"),
        ("date", "soon", "later"),
        ("datetime", "2026-03-05T09:14:00Z", "2026-03-05T09:14:00+01:00"),
        ("datetime", "2026-03-05T09:14:00Z", "soon"),
        ("string", "1250", "1250.00"),
        ("string", "cto", "CTO"),
        ("string", "a  b", "a b"),
        ("email", "Ana@acme.example", "ana@acme.example"),
        ("Array", "1", "true"),
    ],
)
def test_another_value_is_another(kind: str, one: str, other: str) -> None:
    assert not same_value(one, other, kind)
    assert not same_value(other, one, kind)


def test_what_was_read_is_a_value() -> None:
    assert_is_value(
        lambda: Typed("x", Code.NO_DATE, ("a", "b"), datetime(2026, 3, 5, tzinfo=timezone(timedelta())), 1, 2)
    )


@given(TEXTS, KINDS, st.sampled_from([None, 0, -5, 1, 10**9]))
def test_any_text_can_be_typed_into_any_field(text: str, kind: str, size: int | None) -> None:
    typed = read(text, kind, size)
    assert typed.problem is None or typed.canonical is None or isinstance(typed.canonical, str)


@given(TEXTS, KINDS)
def test_the_form_that_is_offered_can_be_sent_and_means_the_same(text: str, kind: str) -> None:
    typed = read(text, kind)
    if typed.canonical is None or typed.problem in {Code.NO_EMAIL, Code.NO_URL}:
        return
    again = read(typed.canonical, kind)
    assert (again.problem, again.canonical) == (None, typed.canonical)
    if typed.problem is None:
        assert same_value(text, typed.canonical, kind)


@given(TEXTS, KINDS)
def test_each_reading_that_is_offered_can_be_sent(text: str, kind: str) -> None:
    if read(text, kind).problem in {Code.DATE_AMBIGUOUS, Code.DATETIME_NO_ZONE}:
        for reading in read(text, kind).readings:
            assert read(reading, kind).problem is None


@given(TEXTS, TEXTS, KINDS)
def test_sameness_goes_both_ways(one: str, other: str, kind: str) -> None:
    assert same_value(one, one, kind)
    assert same_value(one, f" {one}\n", kind)
    assert same_value(one, other, kind) == same_value(other, one, kind)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001 - drawn without a zone
def test_a_moment_is_the_same_on_every_clock(naive: datetime) -> None:
    moment = naive.replace(tzinfo=UTC)
    there = moment.astimezone(timezone(timedelta(hours=8)))
    assert same_value(moment.isoformat(), there.isoformat(), "datetime")


@pytest.mark.parametrize(
    ("kind", "size", "text", "expected"),
    [
        ("string", None, "x" * 255, True),
        ("string", None, "x" * 256, False),
        ("string", 3, "abcd", False),
        ("phone", 20, "+1 555", True),
        ("text", 9, "abc", False),
        ("email", 255, "abc", False),
        ("nobody knows", None, "abc", False),
    ],
)
def test_the_short_way_is_for_text_of_which_there_is_nothing_to_say(
    kind: str, size: int | None, text: str, *, expected: bool
) -> None:
    described = field("F", kind=kind, size=size)
    assert is_any_text(text, described) is expected
    assert not expected or read_typed(text, described, UTC) == Typed(text)
