"""Every failure and every number of Marketo's has its words, in both languages."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import Fault
from mktgui.domain.outcome import HALF_WAY_FAULTS, Failure, FailureKind
from mktgui.practice.rest.errors import TEXTS
from mktgui.ui.doctor import Doctor, Repeat

FILE = Path(__file__).parent.parent.parent / "resources" / "doctor.toml"
LANGUAGES = ("en", "zh_CN")
DOCTORS = {language: Doctor(language) for language in LANGUAGES}  # each reads its texts once
PARTS = ("title", "cause", "remedy")
# Facts sheet 5.3.
KNOWN_FAULTS = [
    "10001",
    *map(str, range(20011, 20020)),
    *map(str, range(20022, 20025)),
    *map(str, range(20101, 20112)),
    *("20113", "20114", "20122", "20123"),
]
# Facts sheet 6.5, and what the vendor's table has besides.
REST_FAULTS = [
    *("413", "414", "500", "502", "503", "504"),
    *map(str, range(600, 616)),
    *("701", "702", "703", "704", "709", "710", "711", "712", "713", "719"),
    *map(str, range(1001, 1015)),
    *("1016", "1018", "1019", "1021", "1022", "1029", "1080"),
]
CHINESE = re.compile("[\u4e00-\u9fff]")
HALF_WIDTH = re.compile("[\u4e00-\u9fff][,;:(?!]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FailureKind)
def test_every_failure_has_words(kind: FailureKind, language: str) -> None:
    failure = Failure(kind=kind, detail="ConnectError: x", place="123-abc-456.mktoapi.com", status=502)
    advice = DOCTORS[language].entry_for_failure(failure)
    for text in (advice.title, advice.cause, advice.remedy):
        assert text
        assert "{" not in text
        assert bool(CHINESE.search(text)) is (language == "zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [*KNOWN_FAULTS, *REST_FAULTS])
def test_every_fault_of_the_vendor_has_words_of_its_own(code: str, language: str) -> None:
    doctor = DOCTORS[language]
    advice = doctor.entry_for_fault(Fault(code=code, text="as it came"))
    assert f"({code})" in advice.title.replace("（", "(").replace("）", ")")
    assert advice.cause != doctor.entry_for_fault(Fault(code="99999", text="")).cause


def test_a_fault_that_nobody_knows_is_said_to_be_so_and_keeps_its_number() -> None:
    assert "99999" in DOCTORS["en"].entry_for_fault(Fault(code="99999", text="?")).title


def test_no_number_belongs_to_both_apis() -> None:
    assert {len(code) for code in KNOWN_FAULTS} == {5}
    assert {len(code) for code in REST_FAULTS} == {3, 4}


def test_every_number_that_the_practice_server_gives_is_explained() -> None:
    assert set(TEXTS) <= set(REST_FAULTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whether_anything_was_written_is_left_to_whoever_knows_the_call(language: str) -> None:
    words = re.compile("nothing (of it )?was (written|done|read)|did nothing|(什么也没有|没有)(写入|做)")
    doctor = DOCTORS[language]
    causes = [doctor.entry_for_fault(Fault(code=code, text="")).cause for code in (*KNOWN_FAULTS, *REST_FAULTS)]
    causes += [doctor.entry_for_failure(Failure(kind=kind)).cause for kind in FailureKind]
    assert [cause for cause in causes if words.search(cause.lower())] == []


@pytest.mark.parametrize(
    ("soap", "rest"),
    [("20103", "1004"), ("20105", "1006"), ("20015", "607"), ("20011", "611"), ("20023", "606"), ("20024", "615")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_refusal_is_called_the_same_over_both(soap: str, rest: str, language: str) -> None:
    titles = {DOCTORS[language].entry_for_fault(Fault(code=code, text="")).title for code in (soap, rest)}
    assert len({re.sub("[0-9]+", "", title) for title in titles}) == 1


def test_after_a_fault_that_may_have_written_the_advice_is_to_look_first() -> None:
    for code in HALF_WAY_FAULTS:
        assert DOCTORS["en"].entry_for_fault(Fault(code=code, text="")).repeat is Repeat.LOOK_FIRST


@pytest.mark.parametrize(("kind", "repeat"), [
    (FailureKind.SECRET_MISSING, Repeat.YES),
    (FailureKind.ANSWER_TIMEOUT, Repeat.LOOK_FIRST),
    (FailureKind.CUT_OFF, Repeat.LOOK_FIRST),
    (FailureKind.TLS_UNTRUSTED, Repeat.NO),
])  # fmt: skip
def test_whether_to_send_again(kind: FailureKind, repeat: Repeat) -> None:
    assert DOCTORS["en"].entry_for_failure(Failure(kind=kind)).repeat is repeat


def test_both_languages_say_the_same_things_of_the_same_entries() -> None:
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert set(groups["failure"]) == {kind.value for kind in FailureKind}
    assert set(groups["fault"]) == {*KNOWN_FAULTS, *REST_FAULTS, "unknown", "none"}
    for name, entry in (groups["failure"] | groups["fault"] | groups["refused"]).items():
        blanks = [
            {part: set(re.findall(r"\{\w+\}", entry[language][part])) for part in PARTS} for language in LANGUAGES
        ]
        assert blanks[0] == blanks[1], name
        assert not any(HALF_WIDTH.search(text) for text in entry["zh_CN"].values()), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "repeat"), [(403, Repeat.NO), (404, Repeat.NO), (413, Repeat.NO), (429, Repeat.WAIT)]
)
def test_a_request_that_was_turned_away_needs_no_look_at_the_lead(status: int, repeat: Repeat, language: str) -> None:
    advice = DOCTORS[language].entry_for_failure(Failure(kind=FailureKind.HTTP_ERROR, place="host", status=status))
    assert advice.repeat is repeat
    assert str(status) in advice.title
    assert bool(CHINESE.search(advice.remedy)) is (language == "zh_CN")
    error = DOCTORS[language].entry_for_failure(Failure(kind=FailureKind.HTTP_ERROR, place="host", status=500))
    assert error.repeat is Repeat.LOOK_FIRST


@given(detail=st.text(), place=st.text(), status=st.none() | st.integers())
def test_no_detail_can_break_a_sentence(detail: str, place: str, status: int | None) -> None:
    failure = Failure(kind=FailureKind.REDIRECTED, detail=detail, place=place, status=status)
    advice = DOCTORS["en"].entry_for_failure(failure)
    assert (place or "–") in advice.title


def test_a_number_that_is_none_stays_one_line_and_short() -> None:
    title = Doctor("en").entry_for_fault(Fault(code="9\n\u202e" + "x" * 400, text="")).title
    assert title.startswith("Marketo refused with a number that is not known here (9↵⟨U+202E⟩xxx")
    assert len(title) < 130
