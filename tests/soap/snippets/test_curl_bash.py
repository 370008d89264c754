"""cURL code for bash is run, and what arrives at Marketo is the value to the last character."""

import os
import subprocess
from pathlib import Path

from hypothesis import given, settings

from mktgui.domain.snippets import SECRET_VARIABLE, USER_VARIABLE, Language
from mktgui.practice.server import PracticeServer
from mktgui.soap.snippets.maker import SnippetMaker
from tests.copied_code import VALUES, arrived
from tests.soap.snippets.running import Runs, call_with, profile_to, run

COMMAND = ("bash",)


class TestRuns(Runs):
    language = Language.CURL_BASH
    command = COMMAND


@settings(max_examples=12)
@given(value=VALUES)
def test_any_value_arrives_as_it_is(make: SnippetMaker, marketo: PracticeServer, path: Path, value: str) -> None:
    said = run(COMMAND, make(call_with(value), profile_to(marketo.endpoint), Language.CURL_BASH), path, marketo)
    assert arrived(marketo) == value, said


def test_pasted_into_a_shell_that_rewrites_history(make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
    code = make(call_with("a!b !! !$ 'c'"), profile_to(marketo.endpoint), Language.CURL_BASH)
    path.write_text(code, encoding="utf-8")
    with path.open("rb") as pasted:
        environment = os.environ | {USER_VARIABLE: marketo.user_id, SECRET_VARIABLE: marketo.secret}
        subprocess.run(
            ["bash", "--norc", "-i"], stdin=pasted, env=environment, capture_output=True, check=True, timeout=60
        )
    assert arrived(marketo) == "a!b !! !$ 'c'"


def test_it_leaves_nothing_behind_where_it_is_pasted(make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
    code = (
        make(call_with("x"), profile_to(marketo.endpoint), Language.CURL_BASH)
        + 'echo "left: ${signature-nothing}"\nfalse\necho on\n'
    )
    assert run(COMMAND, code, path, marketo).endswith("left: nothing\non\n")
    assert arrived(marketo) == "x"


def test_without_a_key_and_without_anybody_to_ask_nothing_is_sent(
    make: SnippetMaker, marketo: PracticeServer, path: Path
) -> None:
    before = len(marketo.journal)
    code = make(call_with("x"), profile_to(marketo.endpoint), Language.CURL_BASH)
    run(("setsid", "bash"), code, path, marketo, MARKETO_SECRET="")
    assert len(marketo.journal) == before
