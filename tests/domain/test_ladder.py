"""The ladder of the credential check: what every failure breaks, and what that means."""

import pytest

from mktgui.domain.ladder import (
    CLOCK_MATTERS,
    REST_LADDER,
    SOAP_LADDER,
    CheckResult,
    Mark,
    Rung,
    RungResult,
    Verdict,
    blame,
    clock_result,
    failed,
    ladder_of,
    passed,
    rung_of_fault,
    skipped,
    verdict_of_fault,
    warned,
    whole,
)
from mktgui.domain.outcome import FailureKind
from mktgui.domain.profile import TransportKind
from tests.domain.values import assert_is_value


def test_rungs_and_results_are_values() -> None:
    assert_is_value(lambda: failed(Rung.TLS, Verdict.TLS_FAILED, FailureKind.TLS_FAILED, issuer="x"))
    assert_is_value(lambda: CheckResult((passed(Rung.PROFILE),)))


def test_a_result_holds_every_rung_once_in_order() -> None:
    result = whole([passed(Rung.SECRET), passed(Rung.PROFILE), failed(Rung.NAME, Verdict.NAME_UNKNOWN)])
    assert [one.rung for one in result.rungs] == list(SOAP_LADDER)
    assert [one.mark for one in result.rungs[:5]] == [
        Mark.PASSED,
        Mark.PASSED,
        Mark.SKIPPED,
        Mark.FAILED,
        Mark.SKIPPED,
    ]
    assert result.on(Rung.TLS) == skipped(Rung.TLS)
    assert result.on(Rung.TLS).param("why") == "below"


def test_what_was_told_last_of_a_rung_counts() -> None:
    result = whole([skipped(Rung.PROXY, "straight"), failed(Rung.PROXY, Verdict.PROXY_LOGIN)])
    assert result.on(Rung.PROXY).mark is Mark.FAILED


def test_the_lowest_rung_that_fails_gives_the_verdict() -> None:
    result = whole([failed(Rung.SIGNATURE, Verdict.BLOCKED), failed(Rung.NAME, Verdict.NAME_UNKNOWN)])
    assert result.verdict is Verdict.NAME_UNKNOWN


def test_a_ladder_that_holds_is_good_even_with_a_warning() -> None:
    result = whole([*(passed(rung) for rung in SOAP_LADDER), warned(Rung.CLOCK, seconds="70")])
    assert result.verdict is Verdict.GOOD


def test_a_rung_of_a_part_of_a_result_is_skipped() -> None:
    assert CheckResult(()).on(Rung.SOAP) == skipped(Rung.SOAP)


def test_a_parameter_that_is_not_there_is_empty_text() -> None:
    assert passed(Rung.HTTP, status="200").param("status") == "200"
    assert RungResult(Rung.HTTP, Mark.PASSED).param("status") == ""


@pytest.mark.parametrize("kind", FailureKind)
def test_every_failure_breaks_a_rung(kind: FailureKind) -> None:
    rung, verdict = blame(kind)
    assert rung in Rung
    assert verdict is not Verdict.GOOD


@pytest.mark.parametrize(
    ("seconds", "mark"),
    [
        (0, Mark.PASSED),
        (CLOCK_MATTERS - 1, Mark.PASSED),
        (1 - CLOCK_MATTERS, Mark.PASSED),
        (CLOCK_MATTERS, Mark.WARNING),
        (-CLOCK_MATTERS, Mark.WARNING),
        (10**9, Mark.WARNING),
    ],
)
def test_a_clock_is_worth_a_word_from_a_minute_on(seconds: int, mark: Mark) -> None:
    result = clock_result(seconds)
    assert (result.mark, result.param("seconds")) == (mark, str(seconds))


def test_no_date_no_clock() -> None:
    assert clock_result(None) == skipped(Rung.CLOCK, "no-date")


@pytest.mark.parametrize(
    ("code", "skew", "verdict"),
    [
        ("20014", 0, Verdict.WRONG_SECRET),
        ("20014", 5000, Verdict.WRONG_SECRET),
        ("20016", 5000, Verdict.CLOCK_SKEW),
        ("20016", -5000, Verdict.CLOCK_SKEW),
        ("20016", 3, Verdict.SIGNATURE_EXPIRED),
        ("20016", None, Verdict.SIGNATURE_EXPIRED),
        ("20013", 0, Verdict.BLOCKED),
        ("20015", 0, Verdict.QUOTA),
        ("20023", 0, Verdict.TOO_FAST),
        ("20024", 0, Verdict.TOO_FAST),
        ("10001", 0, Verdict.MARKETO_TROUBLE),
        ("20011", 0, Verdict.MARKETO_TROUBLE),
        ("20019", 0, Verdict.OTHER_FAULT),
        ("", 0, Verdict.OTHER_FAULT),
        ("600", 0, Verdict.TOKEN_LOST),
        ("601", 0, Verdict.TOKEN_REFUSED),
        ("602", None, Verdict.TOKEN_REFUSED),
        ("603", 0, Verdict.NO_PERMISSION),
        ("606", 0, Verdict.TOO_FAST),
        ("607", 0, Verdict.QUOTA),
        ("608", 0, Verdict.MARKETO_TROUBLE),
        ("610", 0, Verdict.WRONG_ENDPOINT),
        ("614", 0, Verdict.BLOCKED),
        ("615", 0, Verdict.TOO_FAST),
        ("1003", 0, Verdict.OTHER_FAULT),
    ],
)
def test_what_a_fault_says_of_the_credentials(code: str, skew: int | None, verdict: Verdict) -> None:
    assert verdict_of_fault(code, skew) is verdict


def test_each_api_has_a_ladder_of_its_own() -> None:
    assert ladder_of(TransportKind.SOAP) == SOAP_LADDER
    assert ladder_of(TransportKind.REST) == REST_LADDER
    assert set(SOAP_LADDER) | set(REST_LADDER) == set(Rung)
    assert {Rung.SOAP, Rung.SIGNATURE} == set(SOAP_LADDER) - set(REST_LADDER)
    for ladder in (SOAP_LADDER, REST_LADDER):
        assert list(ladder) == [rung for rung in Rung if rung in ladder]


def test_a_result_over_rest_has_its_rungs_and_the_partitions() -> None:
    result = whole([passed(Rung.PROFILE)], REST_LADDER, ("Default", "EMEA"))
    assert [one.rung for one in result.rungs] == list(REST_LADDER)
    assert (result.is_of_rest, result.partitions) == (True, ("Default", "EMEA"))
    assert not whole([]).is_of_rest


@pytest.mark.parametrize(
    ("code", "rung"),
    [
        ("603", Rung.PERMISSION),
        ("606", Rung.LIMITS),
        ("607", Rung.LIMITS),
        ("615", Rung.LIMITS),
        ("601", Rung.REST),
        ("611", Rung.REST),
        ("", Rung.REST),
    ],
)
def test_which_rung_a_refusal_over_rest_breaks(code: str, rung: Rung) -> None:
    assert rung_of_fault(code) is rung
