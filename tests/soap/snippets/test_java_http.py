"""The constants of the Java program hold the request, in ASCII and in pieces that Java takes."""

import json
import re

from hypothesis import given

from mktgui.domain.snippets import Language
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.snippets.template import template_of
from tests.copied_code import VALUES
from tests.soap.snippets.running import HOSTILE, call_with, profile_to

ENDPOINT = "https://h.example/soap/mktows/3_1"
CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"')


def lines_of(code: str) -> list[str]:
    """The envelope as Java would read it: with these escapes its strings are those of JSON."""
    block = code.partition('ENVELOPE = String.join("\\n",\n')[2].partition(");\n\n")[0]
    assert "\\u" not in block
    return [
        "".join(json.loads(one) for one in CONSTANT.findall(line.replace('String.join("", ', "")))
        for line in block.splitlines()
    ]


@given(value=VALUES)
def test_the_program_is_the_same_for_any_value(make: SnippetMaker, envelopes: EnvelopeBuilder, value: str) -> None:
    code = make(call_with(value), profile_to(ENDPOINT), Language.JAVA)
    assert code.isascii()
    assert tuple(lines_of(code)) == template_of(envelopes, call_with(value), ENDPOINT, ascii_only=True).lines
    known = make(call_with("x"), profile_to(ENDPOINT), Language.JAVA)
    assert len(code.splitlines()) == len(known.splitlines())
    assert code.partition("public static void main")[2] == known.partition("public static void main")[2]


def test_a_long_value_is_cut_into_constants_that_are_short_enough(
    make: SnippetMaker, envelopes: EnvelopeBuilder
) -> None:
    call = call_with("😀" * 7000)
    code = make(call, profile_to(ENDPOINT), Language.JAVA)
    assert max(len(one) for one in CONSTANT.findall(code)) <= 65_535
    assert tuple(lines_of(code)) == template_of(envelopes, call, ENDPOINT, ascii_only=True).lines


def test_the_three_gaps_are_filled(make: SnippetMaker) -> None:
    code = make(call_with(HOSTILE), profile_to(ENDPOINT), Language.JAVA)
    for gap in ("{user}", "{signature}", "{timestamp}"):
        assert code.count(f'.replace("{gap}"') == 1
    assert 'ENDPOINT = "https://h.example/soap/mktows/3_1"' in code
