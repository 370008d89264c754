"""Every language gets its code, none with a secret in it, and an impossible call gets none."""

from dataclasses import replace

import pytest

from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, LookupKey, SyncLead
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.snippets import CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE, Language, SnippetError
from mktgui.rest.names import FieldName, Names
from mktgui.rest.snippets.maker import SnippetMaker
from mktgui.rest.told import Told

PROFILE = Profile(
    id="p",
    name="P",
    endpoint=" https://123-ABC-456.mktorest.com/rest/ ",
    user_id="canary",
    transport=TransportKind.REST,
    foreign_field="crmKey",
)
CALL = SyncLead(email="a@b.example", lookup_field="email", cookie="id:1", attributes=(AttributeToSend("own", "1.50"),))


@pytest.mark.parametrize("language", Language)
def test_each_language(language: Language) -> None:
    make = SnippetMaker(Told(kept=lambda: Names([FieldName("", "own", "float")])))
    code = make(CALL, PROFILE, language)
    assert "https://123-ABC-456.mktorest.com/rest" in code
    assert "https://123-ABC-456.mktorest.com/identity" in code
    assert "Sync Leads" in "".join(code.splitlines()[:2])
    assert CLIENT_VARIABLE in code
    assert CLIENT_SECRET_VARIABLE in code
    assert "canary" not in code
    assert ": 1.50" in code
    assert code.endswith("\n")
    assert max(map(len, code.splitlines())) < 700
    assert len({make(CALL, PROFILE, one) for one in Language}) == len(Language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("call", "why"),
    [
        (SyncLead(cookie="id:1"), "cookie"),
        (SyncLead(marketo_id=1, email="a@b.example", lookup_field="email"), "id"),
        (SyncLead(email="a@b.example", attributes=(AttributeToSend("X", "\ud800"),)), "half a character"),
        (GetLead(LookupKey.EMAIL, "a,b"), "comma"),
        (GetLead(LookupKey.LEADOWNEREMAIL, "a@b.example"), "LEADOWNEREMAIL"),
        (DescribeObject("Opportunity"), "Opportunity"),
    ],
)
def test_a_call_that_marketo_does_not_take(language: Language, call: Call, why: str) -> None:
    with pytest.raises(SnippetError, match=why):
        SnippetMaker(Told())(call, PROFILE, language)


def test_a_foreign_id_goes_to_the_field_of_the_connection() -> None:
    make, call = SnippetMaker(Told()), SyncLead(foreign_id="K1")
    assert '"lookupField": "crmKey"' in make(call, PROFILE, Language.PYTHON)
    with pytest.raises(SnippetError):
        make(call, replace(PROFILE, foreign_field=""), Language.PYTHON)


def test_the_command_prompt_takes_no_line_that_is_too_long() -> None:
    call = replace(CALL, cookie="王" * 800)
    with pytest.raises(SnippetError, match="8191"):
        SnippetMaker(Told())(call, PROFILE, Language.CURL_CMD)
    assert SnippetMaker(Told())(call, PROFILE, Language.PYTHON)
