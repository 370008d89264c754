"""Workspaces: rules, slips in a name, and a probe whose outcome proves, refutes or says nothing."""

from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Answer, Fault, Found, Listed, Synced
from mktgui.domain.calls import GetLead, LookupKey, SyncLead, writes
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.findings import Code, Finding, Severity, Spot
from mktgui.domain.lead import KeyKind, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent
from mktgui.domain.workspaces import (
    ProbeReason,
    ProbeResult,
    Proof,
    check_name,
    judge_probe,
    lead_is_there,
    look_first,
    probe,
    workspace_findings,
)
from tests.domain.values import assert_is_value

KNOWN = ("Default", "EMEA", "Asia Pacific", "亚太区")
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=datetime(2026, 3, 14, tzinfo=UTC))
PROBE = SyncLead(marketo_id=7, workspace="EMEA", return_lead=False)


def codes(found: tuple[Finding, ...]) -> list[Code]:
    return [one.code for one in found]


def answered(answer: Answer) -> Answered:
    return Answered(PROBE, EXCHANGE, answer)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("EMAE", "EMEA"),
        ("emea", "EMEA"),
        ("EMEA1", "EMEA"),
        (" Asia-Pacific ", "Asia Pacific"),
        ("Asia Pacifc", "Asia Pacific"),
    ],
)
def test_a_likely_slip_names_what_was_meant(typed: str, meant: str) -> None:
    [found] = check_name(typed, KNOWN)
    assert (found.code, found.severity, found.spot) == (Code.WORKSPACE_TYPO, Severity.WARNING, Spot.WORKSPACE)
    assert (found.param("workspace"), found.param("meant")) == (typed.strip(), meant)


@pytest.mark.parametrize("typed", ["LATAM", "X", "北美"])
def test_a_name_like_none_of_the_known_ones(typed: str) -> None:
    [found] = check_name(typed, KNOWN)
    assert found.code is Code.WORKSPACE_NOT_KNOWN
    assert found.param("known") == "Asia Pacific, Default, EMEA, 亚太区"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("EMEA", KNOWN),
        (" EMEA", (" EMEA ",)),
        ("", KNOWN),
        (" ", KNOWN),
        ("default", ("EMEA",)),
        ("X", ()),
        ("X", ("", " ")),
    ],
)
def test_where_there_is_nothing_to_say(typed: str, known: tuple[str, ...]) -> None:
    assert list(check_name(typed, known)) == []


def test_the_rules_depend_on_key_and_name() -> None:
    assert codes(workspace_findings(KeyKind.EMAIL, " EMEA ", KNOWN))[0] is Code.WORKSPACE_IGNORED
    assert codes(workspace_findings(KeyKind.MARKETO_ID, "EMEA", KNOWN)) == [
        Code.MUST_BE_IN_PRIMARY,
        Code.ONLY_DEFAULT_WITHOUT_WORKSPACES,
    ]
    assert codes(workspace_findings(KeyKind.COOKIE, "EMAE", KNOWN))[:2] == [
        Code.WORKSPACE_TYPO,
        Code.MUST_BE_IN_PRIMARY,
    ]
    assert codes(workspace_findings(KeyKind.FOREIGN_ID, "")) == [Code.UPDATED_WHERE_IT_IS, Code.NEW_IN_DEFAULT]


def test_a_probe_is_an_update_by_id_without_attributes() -> None:
    made = probe(" 7 ", " EMEA ", KNOWN)
    assert made.request == PROBE
    assert made.request.attributes == ()
    assert writes(made.request)
    assert Code.CHANGES_NOTHING in codes(made.findings)
    assert Code.UNKNOWN_CREATES not in codes(made.findings)


@pytest.mark.parametrize("marketo_id", ["", "x", "0", "99999999999"])
def test_without_an_id_there_is_no_probe(marketo_id: str) -> None:
    made = probe(marketo_id, "EMEA")
    assert made.request is None
    assert made.errors


def test_without_a_workspace_there_is_no_probe() -> None:
    made = probe("7", " ")
    assert made.request is None
    assert codes(made.errors) == [Code.WORKSPACE_EMPTY]


def test_a_likely_slip_is_told_before_the_probe() -> None:
    assert codes(probe("7", "EMAE", KNOWN).findings)[0] is Code.WORKSPACE_TYPO


def test_the_lead_is_looked_for_first_so_that_none_can_be_created() -> None:
    look = look_first(" 7 ")
    assert look == GetLead(LookupKey.IDNUM, "7")
    assert lead_is_there(Answered(look, EXCHANGE, Found(records=(LeadRecord(id=text_value("7")),))))
    assert not lead_is_there(Answered(look, EXCHANGE, Found()))
    assert not lead_is_there(Answered(look, EXCHANGE, Fault(code="20103", text="not found")))
    assert not lead_is_there(NotSent(look, Failure(kind=FailureKind.REFUSED)))


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (Synced(status=text_value("UPDATED")), ProbeResult(Proof.PROVED, ProbeReason.UPDATED)),
        (
            Synced(status=text_value("FAILED"), error=text_value("no")),
            ProbeResult(Proof.REFUTED, ProbeReason.WRONG_PARTITION, text="no"),
        ),
        (
            Synced(status=text_value("CREATED"), lead_id=text_value("8")),
            ProbeResult(Proof.NOTHING, ProbeReason.CREATED, text="8"),
        ),
        (Synced(status=text_value("SKIPPED")), ProbeResult(Proof.NOTHING, ProbeReason.OTHER_STATUS, text="SKIPPED")),
        (Synced(), ProbeResult(Proof.NOTHING, ProbeReason.OTHER_STATUS)),
        (
            Fault(code="20106", text="t", message="m"),
            ProbeResult(Proof.REFUTED, ProbeReason.WRONG_PARTITION, "20106", "m"),
        ),
        (Fault(code="20110", text="t"), ProbeResult(Proof.REFUTED, ProbeReason.NO_SUCH_WORKSPACE, "20110", "t")),
        (Fault(code="20103", text="t"), ProbeResult(Proof.NOTHING, ProbeReason.LEAD_MISSING, "20103", "t")),
        (Fault(code="20014", text="t"), ProbeResult(Proof.NOTHING, ProbeReason.OTHER_FAULT, "20014", "t")),
        (Fault(code="", text="t"), ProbeResult(Proof.NOTHING, ProbeReason.OTHER_FAULT, "", "t")),
        (Listed(("LeadRecord",)), ProbeResult(Proof.NOTHING, ProbeReason.NO_ANSWER)),
    ],
)
def test_what_an_answer_proves(answer: Answer, result: ProbeResult) -> None:
    assert judge_probe(answered(answer)) == result


def test_no_answer_proves_nothing() -> None:
    failure = Failure(kind=FailureKind.ANSWER_TIMEOUT)
    for outcome in (NotSent(PROBE, failure), NotAnswered(PROBE, failure, EXCHANGE)):
        assert judge_probe(outcome) == ProbeResult(Proof.NOTHING, ProbeReason.NO_ANSWER)


def test_a_result_is_a_value() -> None:
    assert_is_value(lambda: ProbeResult(Proof.REFUTED, ProbeReason.WRONG_PARTITION, "20106", "m"))
