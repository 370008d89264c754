"""Every language gets its code, none with a secret in it, and an impossible call gets none."""

import pytest

from mktgui.domain.calls import Action, AttributeToSend, Call, FieldKey, GetLead, SyncLead
from mktgui.domain.snippets import SECRET_VARIABLE, USER_VARIABLE, Language, SnippetError
from mktgui.soap.snippets.maker import SnippetMaker
from tests.soap.snippets.running import FULL, READS, profile_to

ENDPOINT = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"


@pytest.mark.parametrize("language", Language)
def test_each_language(make: SnippetMaker, language: Language) -> None:
    code = make(FULL, profile_to(ENDPOINT), language)
    assert ENDPOINT in code
    assert "syncLead" in code.splitlines()[1 if code.startswith(("(", "@", "&", "<?")) else 0]
    assert USER_VARIABLE in code
    assert SECRET_VARIABLE in code
    assert code.endswith("\n")
    assert len({make(FULL, profile_to(ENDPOINT), one) for one in Language}) == len(Language)


def test_a_read(make: SnippetMaker) -> None:
    assert "getLead" in make(READS["Ruiz"], profile_to(ENDPOINT), Language.PYTHON)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("call", "why"),
    [
        (SyncLead(email="a@b.example", lookup_field="email"), "lookupField"),
        (SyncLead(email="a@b.example", action=Action.UPDATE_ONLY), "update-only"),
        (SyncLead(email="a@b.example", action=Action.CREATE_ONLY), "create-only"),
        (SyncLead(foreign_id="K1"), "foreignSysType"),
        (GetLead(FieldKey("externalKey"), "K1"), "externalKey"),
        (SyncLead(attributes=(AttributeToSend("FirstName", "\x00"),)), "XML"),
    ],
)
def test_a_call_that_marketo_does_not_take(make: SnippetMaker, language: Language, call: Call, why: str) -> None:
    with pytest.raises(SnippetError, match=why):
        make(call, profile_to(ENDPOINT), language)
