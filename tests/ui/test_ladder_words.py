"""Every rung, mark and verdict has its words, in both languages and with whatever parameters the check gives."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.fixers import Fixer, fixer_of
from mktgui.domain.ladder import (
    REST_LADDER,
    SOAP_LADDER,
    Mark,
    Rung,
    RungResult,
    Verdict,
    blame,
    failed,
    passed,
    skipped,
    warned,
    whole,
)
from mktgui.domain.outcome import FailureKind
from mktgui.domain.profile_check import ProfileField, ProfileSlip
from mktgui.ui.ladder_words import LadderWords
from mktgui.ui.language import CHINESE, ENGLISH, Language
from mktgui.ui.outcome_words import Told, Tone
from tests.ui.doctors import doctor

CHINESE_SIGN = re.compile("[\u4e00-\u9fff]")
CERTIFICATE = {"issuer": "Office CA", "subject": "x", "names": "x, y", "expires": "2027-01-01"}
FULL = CERTIFICATE | {
    "address": "https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
    "host": "123-ABC-456.mktoapi.com",
    "addresses": "192.0.2.1, 2001:db8::1",
    "proxy": "proxy.corp.example:8080",
    "place": "123-ABC-456.mktoapi.com:443",
    "status": "503",
    "to": "login.corp.example",
    "seconds": "300",
    "days": "3",
    "version": "TLSv1.3",
    "code": "20014",
    "text": "Authentication failed",
    "detail": "ConnectError: no",
    "vendor": "yes",
    "field": "user_id",
    "slip": "user-empty",
    "problem": "is-rest",
    "scope": "api@corp.example",
    "calls_a_day": "50000",
    "calls_in_window": "100",
    "count": "2",
}
NOTHING: dict[str, str] = {}
NASTY = dict.fromkeys(FULL, "{x} } { %n %1 <b>") | {"seconds": "300"}
SETS = (NOTHING, FULL, dict.fromkeys(FULL, ""), NASTY)
BAD = [verdict for verdict in Verdict if verdict is not Verdict.GOOD]

# What a passed rung has besides nothing; the proxy's tunnel leaves the address empty, a certificate may lack its parts.
FOUND = [
    passed(Rung.PROFILE),
    passed(Rung.SECRET),
    passed(Rung.ADDRESS, address="https://x.mktoapi.com/{a"),
    passed(Rung.NAME, host="x", addresses="192.0.2.1"),
    passed(Rung.PROXY, proxy="proxy:8080"),
    passed(Rung.CONNECTION, place="x:443", address="192.0.2.1"),
    passed(Rung.CONNECTION, place="x:443", address=""),
    passed(Rung.TLS, **CERTIFICATE, version="TLSv1.3"),
    passed(Rung.TLS, version="TLSv1.3"),
    warned(Rung.TLS, **CERTIFICATE, days="3", version="TLSv1.3"),
    warned(Rung.TLS, **CERTIFICATE, days="-3", version="TLSv1.3"),
    passed(Rung.HTTP, status="200"),
    passed(Rung.SOAP),
    passed(Rung.CLOCK, seconds="0"),
    passed(Rung.CLOCK, seconds="1"),
    passed(Rung.CLOCK, seconds="-1"),
    warned(Rung.CLOCK, seconds="86400"),
    passed(Rung.SIGNATURE),
    passed(Rung.IDENTITY, place="x:443"),
    passed(Rung.CLIENT, scope="api@corp.example"),
    passed(Rung.CLIENT, scope=""),
    passed(Rung.REST, place="x:443"),
    passed(Rung.LIMITS, calls_a_day="50000", calls_in_window="100", seconds="20"),
    passed(Rung.PERMISSION),
    passed(Rung.PARTITIONS, count="2", names="Default, EMEA"),
    warned(Rung.PARTITIONS, count="0", names=""),
    *(skipped(rung, why) for rung in Rung for why in ("below", "number", "proxy", "straight", "loopback", "no-date")),
]
# A failure that means another thing than its kind says by itself, because of where it struck.
ELSEWHERE = [
    (Rung.TLS, Verdict.TLS_SELF_SIGNED, FailureKind.TLS_UNTRUSTED),
    (Rung.TLS, Verdict.NO_ANSWER, FailureKind.CONNECT_TIMEOUT),
    (Rung.TLS, Verdict.TLS_FAILED, FailureKind.CUT_OFF),
    (Rung.PROXY, Verdict.PROXY_REFUSES, FailureKind.CUT_OFF),
    (Rung.CONNECTION, Verdict.UNREACHABLE, FailureKind.PROXY_FAILED),
    (Rung.HTTP, Verdict.FORBIDDEN, FailureKind.HTTP_ERROR),
    (Rung.HTTP, Verdict.TOO_FAST, FailureKind.HTTP_ERROR),
    (Rung.HTTP, Verdict.WRONG_ENDPOINT, FailureKind.HTTP_ERROR),
    *(
        (rung, verdict, FailureKind(verdict.value))
        for rung in Rung
        for verdict in (Verdict.STOPPED, Verdict.UNEXPECTED)
    ),
]


@pytest.fixture(params=[ENGLISH, CHINESE])
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[LadderWords]:
    before = QLocale()
    language = Language(qapp, request.param)
    yield LadderWords(doctor(request.param))
    language.remove()
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def english(qapp: QApplication) -> LadderWords:
    return LadderWords(doctor())


def holds_words(text: str) -> bool:
    return bool(text.strip()) and not set("{}%") & set(text)


def verdict_of(words: LadderWords, one: RungResult, *others: RungResult) -> Told:
    told = words.verdict(whole([*others, one], Rung))
    assert told.tone is Tone.BAD
    assert told.title.strip()
    assert all(line.strip() for line in told.lines)
    assert len(told.lines) >= 2
    return told


def test_every_rung_and_mark_has_a_name_of_its_own(words: LadderWords) -> None:
    for names in ([words.name(rung) for rung in Rung], [words.mark(mark) for mark in Mark]):
        assert all(map(holds_words, names))
        assert len(set(names)) == len(names)


def test_whatever_was_found_is_said(words: LadderWords) -> None:
    for one in FOUND:
        text = words.found(one)
        assert text.strip(), one
        assert "–" not in text or (one.rung is Rung.TLS and not one.param("issuer")), one
        assert "%" not in text, one


@pytest.mark.parametrize("verdict", BAD)
def test_every_verdict_has_words_with_any_parameters(words: LadderWords, verdict: Verdict) -> None:
    kinds = [kind for kind in FailureKind if blame(kind)[1] is verdict]
    rung = blame(kinds[0])[0] if kinds else Rung.SIGNATURE
    for failure in (None, *kinds):
        for params in SETS:
            one = failed(rung, verdict, failure, **params)
            told = verdict_of(words, one)
            assert params is NASTY or all(map(holds_words, (told.title, *told.lines)))
            assert words.found(one).strip()


def test_no_failure_becomes_a_slip_of_the_program(english: LadderWords) -> None:
    for kind in FailureKind:
        told = verdict_of(english, failed(*blame(kind), kind, detail="X", place="there:443", status="500"))
        assert told.title.startswith("Something in this program") is (kind is FailureKind.UNEXPECTED)


def test_a_failure_at_another_place_has_words_too(words: LadderWords) -> None:
    for rung, verdict, kind in ELSEWHERE:
        for params in (NOTHING, FULL):
            verdict_of(words, failed(rung, verdict, kind, **params))


def test_an_incomplete_connection_is_said_to_be_one(english: LadderWords) -> None:
    for field in ProfileField:
        for slip in (*ProfileSlip, EndpointProblem.EMPTY):
            one = failed(Rung.PROFILE, Verdict.PROFILE_INCOMPLETE, field=field.value, slip=slip.value)
            assert verdict_of(english, one).title == "The connection is not complete."


def test_everybody_who_can_mend_it_is_named(words: LadderWords) -> None:
    named = {fixer_of(verdict): verdict_of(words, failed(Rung.HTTP, verdict)).lines[-1] for verdict in BAD}
    assert set(named) == set(Fixer)
    assert len(set(named.values())) == len(Fixer)


def test_chinese_is_chinese(words: LadderWords, request: pytest.FixtureRequest) -> None:
    is_chinese = request.node.callspec.params["words"] == CHINESE
    for verdict in Verdict:
        told = words.verdict(whole([] if verdict is Verdict.GOOD else [failed(Rung.HTTP, verdict, None, **FULL)]))
        assert all(bool(CHINESE_SIGN.search(text)) is is_chinese for text in (told.title, *told.lines))


def test_good_news_and_good_news_with_a_warning(english: LadderWords) -> None:
    good = english.verdict(whole([passed(rung) for rung in SOAP_LADDER]))
    assert (good.tone, good.title) == (Tone.GOOD, "This connection works.")
    assert len(good.lines) == 1
    rest = english.verdict(whole([passed(rung) for rung in REST_LADDER], REST_LADDER))
    assert (rest.tone, rest.title) == (Tone.GOOD, good.title)
    assert "client ID" in rest.lines[0]
    assert "client ID" not in good.lines[0]
    off = english.verdict(whole([warned(Rung.CLOCK, seconds="-90"), passed(Rung.SIGNATURE)]))
    assert off.tone is Tone.WARNING
    assert off.lines[1] == "Clock: this computer is 90 second(s) behind"


def test_a_fault_without_a_number_is_marketos_and_not_ours(english: LadderWords) -> None:
    one = failed(Rung.SIGNATURE, Verdict.OTHER_FAULT, code="", text="Boom")
    told = verdict_of(english, one)
    assert told.title == "Marketo refused without giving a number."
    assert "Marketo's own words: Boom" in told.lines
    assert "Your Marketo administrator can mend this." in told.lines


@pytest.mark.parametrize(
    ("rung", "verdict", "code", "words"),
    [
        (Rung.CLIENT, Verdict.WRONG_CLIENT, "", ""),
        (Rung.PERMISSION, Verdict.NO_PERMISSION, "603", "Access denied"),
        (Rung.LIMITS, Verdict.QUOTA, "607", "Daily quota reached"),
        (Rung.REST, Verdict.TOKEN_REFUSED, "601", "Access token invalid"),
    ],
)
def test_what_rest_refuses_is_said_with_marketos_number_and_words(
    english: LadderWords, rung: Rung, verdict: Verdict, code: str, words: str
) -> None:
    failure = FailureKind.CLIENT_REFUSED if rung is Rung.CLIENT else None
    one = failed(rung, verdict, failure, code=code, text=words, status="401", place="x:443")
    told = english.verdict(whole([one], REST_LADDER))
    assert "is not known here" not in told.title
    assert (f"({code})" in told.title) is bool(code)
    assert (f"Marketo's own words: {words}" in told.lines) is bool(words)


def test_no_line_of_marketos_passes_for_one_of_ours(english: LadderWords) -> None:
    one = failed(Rung.PERMISSION, Verdict.NO_PERMISSION, code="603", text="No\nAll is well.\u202e")
    assert "Marketo's own words: No↵All is well.⟨U+202E⟩" in english.verdict(whole([one], REST_LADDER)).lines


def test_a_clock_that_is_wrong_is_said_with_by_how_much(english: LadderWords) -> None:
    broken = failed(Rung.SIGNATURE, Verdict.CLOCK_SKEW, code="20016", text="expired")
    told = verdict_of(english, broken, warned(Rung.CLOCK, seconds="-600"))
    assert told.title == "The clock of this computer is wrong."
    assert "Clock: this computer is 600 second(s) behind" in told.lines


@pytest.mark.parametrize("kind", [FailureKind.ANSWER_TIMEOUT, FailureKind.CUT_OFF, FailureKind.UNEXPECTED])
def test_a_check_that_only_reads_frightens_nobody_with_leads(english: LadderWords, kind: FailureKind) -> None:
    told = verdict_of(english, failed(*blame(kind), kind))
    assert not any("lead" in line for line in told.lines)
    assert any("Nothing was written" in line for line in told.lines)


def test_a_line_cut_before_anything_left_is_not_said_to_have_left(english: LadderWords) -> None:
    told = verdict_of(english, failed(Rung.TLS, Verdict.TLS_FAILED, FailureKind.CUT_OFF, detail="reset"))
    assert not any("request left" in line for line in told.lines)


def test_the_issuer_of_a_mistrusted_certificate_is_named(english: LadderWords) -> None:
    told = verdict_of(english, failed(Rung.TLS, Verdict.TLS_INSPECTION, FailureKind.TLS_UNTRUSTED, **CERTIFICATE))
    assert "The certificate was issued by Office CA." in told.lines


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rung=st.sampled_from(Rung),
    mark=st.sampled_from(Mark),
    verdict=st.sampled_from(BAD),
    failure=st.none() | st.sampled_from(FailureKind),
    params=st.dictionaries(st.sampled_from([name for name in FULL if name != "seconds"]), st.text(max_size=8)),
)
def test_no_parameter_can_break_a_sentence(
    english: LadderWords,
    rung: Rung,
    mark: Mark,
    verdict: Verdict,
    failure: FailureKind | None,
    params: dict[str, str],
) -> None:
    one = RungResult(rung, mark, tuple(params.items()), verdict if mark is Mark.FAILED else None, failure)
    english.found(one)
    assert english.verdict(whole([one], Rung)).title


def test_at_the_vendors_address_its_removal_of_the_api_is_named(words: LadderWords) -> None:
    gone = failed(
        Rung.NAME, Verdict.NAME_UNKNOWN, FailureKind.NAME_UNKNOWN, host="123-abc-456.mktoapi.com", vendor="yes"
    )
    assert any("2026-07-31" in line for line in words.verdict(whole([gone])).lines)
    elsewhere = failed(Rung.NAME, Verdict.NAME_UNKNOWN, FailureKind.NAME_UNKNOWN, host="nowhere.example")
    assert not any("2026-07-31" in line for line in words.verdict(whole([elsewhere])).lines)


def test_a_strange_page_is_told_in_the_words_of_the_api_that_was_meant(english: LadderWords) -> None:
    page = failed(Rung.HTTP, Verdict.WRONG_ENDPOINT, FailureKind.HTTP_ERROR, place="host", status="404")
    soap, rest = (english.verdict(whole([page], ladder)) for ladder in (SOAP_LADDER, REST_LADDER))
    assert soap.title == rest.title
    assert "that does not speak SOAP" in soap.lines[0]
    assert "that does not speak Marketo's REST API" in rest.lines[0]
