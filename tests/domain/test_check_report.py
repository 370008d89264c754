"""What goes into a ticket: everything that helps, and nothing that lets somebody in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from mktgui.domain.check_report import report_text
from mktgui.domain.ladder import CheckResult, Rung, Verdict, failed, passed, warned, whole
from mktgui.domain.outcome import FailureKind
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind

PROFILE = Profile(
    id="1",
    name="Acme EU",
    endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
    user_id="acme1_55",
    environment=Environment.PRODUCTION,
    proxy=ProxyChoice(kind=ProxyKind.MANUAL, host="proxy", user_name="ada"),
    ca_file="/home/ada/office.pem",
)
WHEN = datetime(2026, 3, 14, 9, 26, 53, tzinfo=timezone(timedelta(hours=-7)))


def report(result: CheckResult, profile: Profile = PROFILE) -> str:
    return report_text(result, profile, "mktgui 0.1.0", WHEN)


def test_a_report_is_read_from_top_to_bottom() -> None:
    result = whole(
        [
            passed(Rung.PROFILE),
            passed(Rung.ADDRESS, address=PROFILE.endpoint),
            failed(Rung.NAME, Verdict.NAME_UNKNOWN, FailureKind.NAME_UNKNOWN, place="x", detail="two\nlines"),
            warned(Rung.CLOCK, seconds="70"),
        ]
    )
    assert report(result).splitlines()[:12] == [
        "Connection check by mktgui 0.1.0",
        "Time: 2026-03-14T16:26:53+00:00",
        "Connection: Acme EU (production)",
        "Endpoint: https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
        "Proxy: manual; own CA file: yes",
        "Verdict: name-unknown; can be mended by: you",
        "",
        "ok     profile",
        "-      secret     why: below",
        "ok     address    address: https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
        "FAILED name       [name-unknown] place: x; detail: two lines",
        "-      proxy      why: below",
    ]
    assert "look   clock      seconds: 70\n" in report(result)


def test_nobody_gets_in_with_it() -> None:
    signature = "840c2bcb97b1b47d73013a45e3450cafcea08cb5"
    echo = f"User acme1_55 (ada) with {signature.upper()} at /home/ada is not 'acme1_55'"
    text = report(whole([failed(Rung.SIGNATURE, Verdict.WRONG_SECRET, code="20014", text=echo)]))
    for private in ("acme1_55", signature, signature.upper(), "ada"):
        assert private not in text
    assert "office.pem" not in text
    assert "text: User *** (***) with *** at /home/*** is not '***'" in text


def test_a_short_user_id_does_not_star_the_whole_text_and_an_empty_one_nothing() -> None:
    bare = replace(PROFILE, user_id="e", proxy=ProxyChoice(), ca_file="")
    assert "Acme EU" in report(whole([]), bare)
    assert "*" not in report(whole([]), replace(bare, user_id=" "))
    assert "own CA file: no" in report(whole([]), bare)


def test_a_good_report_says_so() -> None:
    good = whole([passed(rung) for rung in Rung])
    assert "Verdict: good; can be mended by: nobody" in report_text(good, PROFILE, "mktgui", datetime.now(UTC))
