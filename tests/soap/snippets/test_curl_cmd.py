"""No value reaches the command prompt: it reads the same lines whatever is sent, and the request stands below them."""

from hypothesis import given

from mktgui.domain.snippets import Language
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.soap.snippets.template import template_of
from tests.copied_code import VALUES
from tests.soap.snippets.running import HOSTILE, call_with, profile_to

ENDPOINT = "https://h.example/soap/mktows/3_1"


def parts(code: str) -> tuple[str, str]:
    commands, mark, request = code.rpartition("{request}\n")
    assert mark
    return commands, request


@given(value=VALUES)
def test_commands_are_the_same_for_any_value(make: SnippetMaker, envelopes: EnvelopeBuilder, value: str) -> None:
    call = call_with(value)
    code = make(call, profile_to(ENDPOINT), Language.CURL_CMD)
    commands, request = parts(code)
    assert commands == parts(make(call_with("x"), profile_to(ENDPOINT), Language.CURL_CMD))[0]
    assert request.strip() == template_of(envelopes, call, ENDPOINT, ascii_only=True).text
    assert code.isascii()


def test_what_the_command_prompt_reads(make: SnippetMaker) -> None:
    commands, _ = parts(make(call_with(HOSTILE), profile_to("https://h.example/a?b=%41&c=1"), Language.CURL_CMD))
    lines = commands.splitlines()
    assert lines[0] == "@echo off"
    assert "setlocal DisableDelayedExpansion" in lines
    # A percent sign in a batch file is written as two; an ampersand is nothing within double quotes.
    assert lines[lines.index("exit /b %MKTGUI_STATUS%") - 3].endswith('"https://h.example/a?b=%%41&c=1"')
    (sign,) = (line for line in lines if line.startswith("powershell "))
    command = sign.removeprefix('powershell -NoProfile -Command "').removesuffix('"')
    assert not set(command) & set('"%')
    assert len(sign) < 8191  # the longest line that the command prompt takes
    assert "syncLead" in lines[1]


def test_nothing_is_read_after_the_last_command(make: SnippetMaker) -> None:
    commands, _ = parts(make(call_with("x"), profile_to(ENDPOINT), Language.CURL_CMD))
    rest = commands.partition("exit /b %MKTGUI_STATUS%\n")[2]
    assert rest == "\nThe request. The command prompt does not read this far.\n"
    assert "goto" not in commands
