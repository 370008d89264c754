"""The here-document of the Ruby program is literal, and holds the request."""

import pytest
from hypothesis import given

from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey
from mktgui.domain.snippets import Language
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.snippets.template import template_of
from tests.copied_code import VALUES
from tests.soap.snippets.running import call_with, profile_to

ENDPOINT = "https://h.example/soap/mktows/3_1"


@given(value=VALUES)
def test_the_program_is_the_same_for_any_value(make: SnippetMaker, envelopes: EnvelopeBuilder, value: str) -> None:
    def parts(code: str) -> tuple[str, str, str]:
        before, _, rest = code.partition("<<'END_OF_ENVELOPE'\n")
        inside, _, after = rest.partition("\nEND_OF_ENVELOPE\n")
        return before, inside, after

    before, inside, after = parts(make(call_with(value), profile_to(ENDPOINT), Language.RUBY))
    known = parts(make(call_with("x"), profile_to(ENDPOINT), Language.RUBY))
    assert (before, after) == (known[0], known[2])
    assert inside == template_of(envelopes, call_with(value), ENDPOINT, ascii_only=False).text


@pytest.mark.parametrize(
    ("call", "symbol"),
    [
        (call_with("x"), ":sync_lead"),
        (GetLead(LookupKey.EMAIL, "a@b.example"), ":get_lead"),
        (DescribeObject(), ":describe_mobject"),
        (ListObjects(), ":list_mobjects"),
    ],
)
def test_operations_have_the_names_that_ruby_people_give_them(make: SnippetMaker, call: Call, symbol: str) -> None:
    assert f"client.call({symbol}, soap_action: " in make(call, profile_to(ENDPOINT), Language.RUBY)
