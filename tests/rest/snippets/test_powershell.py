"""No value reaches the parser of PowerShell: a body is a literal here-string, and all else is always the same."""

import json
import re

import pytest
from hypothesis import given

from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from mktgui.rest.snippets.template import template_of
from tests.copied_code import VALUES
from tests.rest.connecting import told_by
from tests.rest.snippets.running import READS, WRITES, call_with, profile_of


def parts(code: str) -> tuple[str, str, str]:
    """Before, in and after the one here-string, which ends at the first line that begins with its mark."""
    before, opening, rest = code.partition("@'\n")
    inside, closing, after = rest.partition("\n'@\n")
    assert opening
    assert closing
    return before, inside, after


@given(value=VALUES)
def test_the_script_is_the_same_for_any_value(make: SnippetMaker, marketo: PracticeServer, value: str) -> None:
    code, known = (make(call_with(one), profile_of(marketo), Language.POWERSHELL) for one in (value, "x"))
    before, inside, after = parts(code)
    assert (before, after) == parts(known)[::2]
    assert json.loads(inside)["input"][0]["notes"] == value
    assert code.isascii()
    assert "'" not in inside


def test_what_a_write_does(make: SnippetMaker, marketo: PracticeServer) -> None:
    call = next(iter(WRITES.values()))
    before, _, after = parts(make(call, profile_of(marketo), Language.POWERSHELL))
    assert f"\n$endpoint = '{marketo.rest_endpoint}'\n" in before
    assert f"\n$identity = '{marketo.identity_endpoint}'\n" in before
    assert "        TimeoutSec = 110\n" in before
    assert "        MaximumRedirection = 0\n" in before, "a write goes nowhere else"
    assert before.count('Authorization = "Bearer $($held.Token)"') == 1
    assert before.count("Get-Token") == 3, "made, used at first, and once where it has run out"
    names = told_by(marketo).known_names(marketo.rest_endpoint)
    cookie, read_back = template_of(call, names, "", ("", ""), ascii_only=True).steps
    assert after.splitlines() == [
        "$said = Ask 'POST' '/v1/leads.json' 'application/json' $body",
        "$record = @($said.result)[0]",
        "if ($record.status -eq 'created' -or $record.status -eq 'updated') {",
        f"    $null = Ask 'POST' ('/v1/leads/' + $record.id + '{cookie.after}')",
        f"    $null = Ask 'GET' ('/v1/leads.json?filterType=id&filterValues=' + $record.id + '{read_back.after}')",
        "}",
        "}",
    ]


@pytest.mark.parametrize("answer", list(READS))
def test_reads_are_one_line(make: SnippetMaker, marketo: PracticeServer, answer: str) -> None:
    code = make(READS[answer], profile_of(marketo), Language.POWERSHELL)
    line = code.splitlines()[-2]
    assert re.fullmatch(r"\$null = Ask 'GET' '/v1/leads[A-Za-z0-9/.?=&%,+_-]*'", line)
    assert "@'" not in code
