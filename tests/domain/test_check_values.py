"""What is said of a new value: what is the matter, how grave it is, and what could be taken over instead."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from mktgui.domain.check_values import value_findings
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from tests.domain.fields import field

BERLIN = ZoneInfo("Europe/Berlin")
CELL = Spot.ROW_VALUE


def said(text: str, kind: str, size: int | None = None) -> list[Finding]:
    return list(value_findings(text, field("F", kind=kind, size=size), BERLIN, 3))


@pytest.mark.parametrize(("kind", "text"), [("string", "CTO"), ("boolean", "1"), ("date", "2026-03-05"), ("?", "x")])
def test_a_sound_value_leaves_nothing_to_say(kind: str, text: str) -> None:
    assert said(text, kind) == []


@pytest.mark.parametrize(
    ("kind", "text", "finding"),
    [
        ("boolean", "ja", error(Code.NO_BOOLEAN, CELL, 3)),
        ("boolean", "是", error(Code.NO_BOOLEAN, CELL, 3, meant="true")),
        ("integer", "1,250", error(Code.NO_INTEGER, CELL, 3, meant="1250")),
        ("currency", "1.250,50", error(Code.NO_DECIMAL, CELL, 3, meant="1250.50")),
        ("currency", "1,250", error(Code.NO_DECIMAL, CELL, 3)),
        ("date", "2026/3/5", error(Code.NO_DATE, CELL, 3, meant="2026-03-05")),
        ("date", "03/04/2026", error(Code.DATE_AMBIGUOUS, CELL, 3, one="2026-03-04", other="2026-04-03")),
        ("datetime", "soon", error(Code.NO_DATETIME, CELL, 3)),
        (
            "datetime",
            "2026-07-05T09:14:00",
            warning(Code.DATETIME_NO_ZONE, CELL, 3, local="2026-07-05T09:14:00+02:00", utc="2026-07-05T09:14:00+00:00"),
        ),
        ("string", "abc", error(Code.TOO_LONG, CELL, 3, length="3", limit="2")),
        ("email", "x", warning(Code.NO_EMAIL, CELL, 3)),
        ("url", "x", warning(Code.NO_URL, CELL, 3)),
    ],
)
def test_what_is_the_matter_is_said_with_what_could_be_meant(kind: str, text: str, finding: Finding) -> None:
    assert said(text, kind, 2 if kind == "string" else None) == [finding]


def test_bytes_that_are_too_many_are_told() -> None:
    assert said("文" * 10_001, "text") == [error(Code.TOO_MANY_BYTES, CELL, 3, length="30003", limit="30000")]


BOTH = {"local": "2026-07-05 11:14:00 +02:00", "utc": "2026-07-05 09:14:00"}


@pytest.mark.parametrize("text", ["2026-07-05T09:14:00Z", "2026-07-05T11:14:00+02:00", " 2026-07-05T09:14:00+00:00"])
def test_a_moment_is_shown_on_both_clocks(text: str) -> None:
    assert said(text, "datetime") == [note(Code.DATETIME_READ, CELL, 3, **BOTH)]


def test_the_documented_form_is_offered_for_a_moment_that_is_written_otherwise() -> None:
    meant = "2026-07-05T09:14:00+00:00"
    assert said("2026-07-05 09:14Z", "datetime") == [note(Code.DATETIME_READ, CELL, 3, **BOTH, meant=meant)]
    assert said("5 Jul 2026 9:14 UTC", "datetime") == [
        note(Code.DATETIME_READ, CELL, 3, **BOTH, meant=meant),
        error(Code.NO_DATETIME, CELL, 3, meant=meant),
    ]


def test_whoever_lives_by_utc_is_told_that_the_zone_is_missing() -> None:
    [finding] = value_findings("2026-07-05T09:14:00", field("F", kind="datetime"), UTC)
    assert (finding.code, finding.param("local")) == (Code.DATETIME_NO_ZONE, finding.param("utc"))
