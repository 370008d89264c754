"""What the rules of both APIs have in common."""

import pytest

from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, note, warning
from mktgui.domain.lead import KeyKind, LeadRecord, text_value
from mktgui.domain.lookup import NoLookup
from mktgui.domain.transport_rules import no_look, not_the_chosen_key, overwritten_email, sets_and_clears
from mktgui.domain.verdict import Verdict, VerdictKind

EMAIL = "ada@corp.example"


def test_a_stronger_key_is_told() -> None:
    assert not_the_chosen_key(Draft(key=KeyKind.EMAIL), KeyKind.MARKETO_ID) == warning(
        Code.NOT_THE_CHOSEN_KEY, chosen="email", winner="marketo_id"
    )


def test_why_nothing_is_known_is_told() -> None:
    assert no_look(Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=KeyKind.EMAIL)) == note(Code.NOT_LOOKED_UP)
    assert no_look(Verdict(kind=VerdictKind.LOOK_FAILED, key=KeyKind.EMAIL)) == warning(Code.LOOK_FAILED)
    cannot = Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=KeyKind.EMAIL, reason=NoLookup.COMMA)
    assert no_look(cannot) == warning(Code.CANNOT_BE_LOOKED_UP, reason="holds-comma")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, [warning(Code.OVERWRITES_EMAIL, email=EMAIL)]),
        (LeadRecord(), [warning(Code.OVERWRITES_EMAIL, email=EMAIL)]),
        (LeadRecord(email=text_value("old@x")), [warning(Code.REPLACES_EMAIL, email=EMAIL, old="old@x")]),
        (LeadRecord(email=text_value(EMAIL)), []),
    ],
)
def test_an_address_that_would_be_another_one_is_told(record: LeadRecord | None, said: list[object]) -> None:
    assert list(overwritten_email(EMAIL, record)) == said


def test_what_is_set_and_what_is_emptied_is_told_by_name() -> None:
    rows = [(0, Row(" title ", Edit(EditKind.SET, "x"))), (2, Row("city", CLEAR)), (3, Row(" ", CLEAR))]
    assert list(sets_and_clears(rows, Code.CLEARS_BY_NULL)) == [
        note(Code.SETS, count="1", names="title"),
        warning(Code.CLEARS_BY_NULL, count="1", names="city"),
    ]
    assert list(sets_and_clears([], Code.CLEARS)) == [warning(Code.CHANGES_NOTHING)]
