"""No value reaches the command prompt but as percent signs that are doubled; a body stands below the last command."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from mktgui.domain.calls import Call, GetLead, LookupKey
from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from tests.copied_code import VALUES
from tests.rest.snippets.running import READS, WRITES, call_with, profile_of


def parts(code: str) -> tuple[str, str]:
    commands, mark, request = code.rpartition("{request}\n")
    assert mark
    return commands, request


@given(value=VALUES)
def test_commands_are_the_same_for_any_value(make: SnippetMaker, marketo: PracticeServer, value: str) -> None:
    code, known = (make(call_with(one), profile_of(marketo), Language.CURL_CMD) for one in (value, "x"))
    commands, request = parts(code)
    assert commands == parts(known)[0]
    assert json.loads(request)["input"][0]["notes"] == value
    assert code.isascii()


@given(value=VALUES.filter(lambda value: "," not in value))
def test_a_value_in_an_address_is_nothing_to_the_command_prompt(
    make: SnippetMaker, marketo: PracticeServer, value: str
) -> None:
    code = make(GetLead(LookupKey.EMAIL, value), profile_of(marketo), Language.CURL_CMD)
    (address, again) = re.findall(r'"(http[^"]*filterValues=[^"]*)"\n', code)
    assert address == again
    assert re.fullmatch(r"(?:[A-Za-z0-9:/.?=&,+_~*-]|%%[0-9A-F]{2})*", address)


@pytest.mark.parametrize("call", [*WRITES.values(), *READS.values()])
def test_what_the_command_prompt_reads(make: SnippetMaker, marketo: PracticeServer, call: Call) -> None:
    code = make(call, profile_of(marketo), Language.CURL_CMD)
    lines = code.partition("{request}\n")[0].splitlines()
    assert lines[0] == "@echo off"
    assert "setlocal DisableDelayedExpansion" in lines
    for line in lines:
        assert len(line) < 8191  # the longest line that the command prompt takes
        assert not line.replace(r"\"", "").count('"') % 2
    for command in re.findall(r'powershell -NoProfile -Command "([^"]*)"', code):
        assert "%" not in command
    asked, anew = code.count("\ncurl.exe "), code.count("\nif defined MKTGUI_GONE curl.exe ")
    assert asked == anew
    assert code.count('--header "Authorization: Bearer %MKTGUI_TOKEN%"') == asked + anew
    assert code.count("%MKTGUI_TOKEN%") == asked + anew
    assert "goto" not in code


def test_what_follows_a_write(make: SnippetMaker, marketo: PracticeServer) -> None:
    commands, _ = parts(make(next(iter(WRITES.values())), profile_of(marketo), Language.CURL_CMD))
    lines = commands.splitlines()
    at = lines.index("if not defined MKTGUI_LEAD exit /b %MKTGUI_STATUS%")
    end = lines.index("exit /b %MKTGUI_STATUS%")
    assert [line.split()[-2:] for line in lines[at:end] if line.startswith("curl.exe")] == [["POST", "^"], ["GET", "^"]]
    assert '  --header "Content-Type:" --data "" ^' in lines[at:end]
    base = marketo.rest_endpoint
    assert f"{base}/v1/leads/%MKTGUI_LEAD%/associate.json?cookie=id%%3A123-ABC-456%%26token" in commands
    assert f"{base}/v1/leads.json?filterType=id&filterValues=%MKTGUI_LEAD%&fields=id,email" in commands


def test_nothing_is_read_after_the_last_command(make: SnippetMaker, marketo: PracticeServer) -> None:
    commands, _ = parts(make(call_with("x"), profile_of(marketo), Language.CURL_CMD))
    rest = commands.partition("\nexit /b %MKTGUI_STATUS%\n")[2]
    assert rest == "\nThe request. The command prompt does not read this far.\n"


def test_percent_signs_of_an_endpoint_are_doubled(make: SnippetMaker, marketo: PracticeServer) -> None:
    there = replace(
        profile_of(marketo), endpoint="https://h.example/a%41/rest", identity="https://h.example/%42/identity"
    )
    code = make(READS["EMEA"], there, Language.CURL_CMD)
    assert '"https://h.example/a%%41/rest/v1/leads/partitions.json"' in code
    assert '"MKTGUI_IDENTITY=https://h.example/%%42/identity"' in code
