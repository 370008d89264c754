"""No value reaches the parser of PowerShell: the request is a literal here-string, and all else is always the same."""

from hypothesis import given

from mktgui.domain.snippets import Language
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.snippets.template import template_of
from tests.copied_code import VALUES
from tests.soap.snippets.running import HOSTILE, call_with, profile_to

ENDPOINT = "https://h.example/soap/mktows/3_1?a=1&b=2"


def parts(code: str) -> tuple[str, str, str]:
    """Before, in and after the one here-string, which ends at the first line that begins with its mark."""
    before, opening, rest = code.partition("@'\n")
    inside, closing, after = rest.partition("\n'@\n")
    assert opening
    assert closing
    return before, inside, after


@given(value=VALUES)
def test_the_script_is_the_same_for_any_value(make: SnippetMaker, envelopes: EnvelopeBuilder, value: str) -> None:
    call = call_with(value)
    code = make(call, profile_to(ENDPOINT), Language.POWERSHELL)
    before, inside, after = parts(code)
    known = parts(make(call_with("x"), profile_to(ENDPOINT), Language.POWERSHELL))
    assert (before, after) == (known[0], known[2])
    assert inside == template_of(envelopes, call, ENDPOINT, ascii_only=True).text
    assert code.isascii()
    assert not set(inside) & set("'\u2018\u2019")  # PowerShell takes all of them for its quote


def test_what_it_does(make: SnippetMaker) -> None:
    _, _, after = parts(make(call_with(HOSTILE), profile_to(ENDPOINT), Language.POWERSHELL))
    assert "    Uri = 'https://h.example/soap/mktows/3_1?a=1&b=2'\n" in after
    assert "    TimeoutSec = 110\n" in after
    assert "    MaximumRedirection = 0\n" in after, "what is signed goes nowhere else"
    assert """SOAPAction = '"http://www.marketo.com/mktows/syncLead"'""" in after
    for gap in ("{user}", "{signature}", "{timestamp}"):
        assert after.count(f"Replace('{gap}'") == 1
