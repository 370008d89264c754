"""Java code is run; and its constants hold the request, in ASCII and in pieces that Java takes."""

import json
import re

from hypothesis import given

from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from tests.copied_code import VALUES
from tests.rest.snippets.running import HOSTILE, Runs, call_with, profile_of

CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"')


class TestRuns(Runs):
    language = Language.JAVA
    command = (
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
    )  # as ever, but it makes less of a program so short


def body_of(code: str) -> str:
    """The body as Java would read it: with these escapes its strings are those of JSON."""
    block = code.partition('BODY = String.join("\\n",\n')[2].partition(");\n    static final HttpClient")[0]
    return "\n".join(
        "".join(json.loads(one) for one in CONSTANT.findall(line.replace('String.join("", ', "")))
        for line in block.splitlines()
    )


@given(value=VALUES)
def test_the_program_is_the_same_for_any_value(make: SnippetMaker, marketo: PracticeServer, value: str) -> None:
    code, known = (make(call_with(one), profile_of(marketo), Language.JAVA) for one in (value, "x"))
    assert code.isascii()
    assert json.loads(body_of(code))["input"][0]["notes"] == value
    assert code.partition("    static final HttpClient")[2] == known.partition("    static final HttpClient")[2]
    # A backslash before u begins a character anywhere in Java, unless another backslash stands before it.
    assert not re.search(r"(?<!\\)(?:\\\\)*\\u", code)


def test_a_long_value_is_cut_into_constants_that_are_short_enough(make: SnippetMaker, marketo: PracticeServer) -> None:
    code = make(call_with(HOSTILE * 400), profile_of(marketo), Language.JAVA)
    assert max(len(one) for one in CONSTANT.findall(code)) <= 65_535
    assert json.loads(body_of(code))["input"][0]["notes"] == HOSTILE * 400
