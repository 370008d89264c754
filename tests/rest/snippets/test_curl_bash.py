"""cURL code for bash is run, and Marketo is then as it is after the program's own call."""

import os
import shutil
import subprocess
from pathlib import Path

from hypothesis import given, settings

from mktgui.domain.snippets import CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE, Language
from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from tests.copied_code import VALUES, arrived
from tests.rest.snippets.running import Runs, call_with, profile_of, run, token_in

COMMAND = ("bash",)


class TestRuns(Runs):
    language = Language.CURL_BASH
    command = COMMAND


@settings(max_examples=12)
@given(value=VALUES)
def test_any_value_arrives_as_it_is(make: SnippetMaker, marketo: PracticeServer, path: Path, value: str) -> None:
    said = run(COMMAND, make(call_with(value), profile_of(marketo), Language.CURL_BASH), path, marketo)
    assert arrived(marketo) == value, said


def test_pasted_into_a_shell_that_rewrites_history(make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
    code = make(call_with("a!b !! !$ 'c'"), profile_of(marketo), Language.CURL_BASH)
    path.write_text(code, encoding="utf-8")
    with path.open("rb") as pasted:
        environment = os.environ | {
            CLIENT_VARIABLE: marketo.client_id,
            CLIENT_SECRET_VARIABLE: marketo.client_secret,
        }
        subprocess.run(
            ["bash", "--norc", "-i"], stdin=pasted, env=environment, capture_output=True, check=True, timeout=60
        )
    assert arrived(marketo) == "a!b !! !$ 'c'"


def test_it_leaves_nothing_behind_where_it_is_pasted(
    make: SnippetMaker, marketo: PracticeServer, path: Path, tmp_path: Path
) -> None:
    code = (
        make(call_with("x"), profile_of(marketo), Language.CURL_BASH)
        + 'echo "left: ${token-nothing} ${secret-nothing}"\nfalse\necho on\n'
    )
    place = tmp_path / "place"
    place.mkdir()
    assert run(COMMAND, code, path, marketo, TMPDIR=str(place)).endswith("left: nothing nothing\non\n")
    assert arrived(marketo) == "x"
    assert list(place.iterdir()) == []


def test_neither_secret_nor_token_is_an_argument_that_others_can_see(
    make: SnippetMaker, marketo: PracticeServer, path: Path, tmp_path: Path
) -> None:
    seen, curl = tmp_path / "seen", tmp_path / "curl"
    curl.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{seen}"\nexec {shutil.which("curl")} "$@"\n')
    curl.chmod(0o700)
    since = len(marketo.journal)
    code = make(call_with("x"), profile_of(marketo), Language.CURL_BASH)
    run(COMMAND, code, path, marketo, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert arrived(marketo) == "x"
    arguments = seen.read_text()
    assert "--data-binary" in arguments
    assert token_in(marketo, since) not in arguments
    assert marketo.client_secret not in arguments


def test_without_a_secret_and_without_anybody_to_ask_nothing_is_sent(
    make: SnippetMaker, marketo: PracticeServer, path: Path
) -> None:
    before = len(marketo.journal)
    code = make(call_with("x"), profile_of(marketo), Language.CURL_BASH)
    run(("setsid", "bash"), code, path, marketo, **{CLIENT_SECRET_VARIABLE: ""})
    assert len(marketo.journal) == before
