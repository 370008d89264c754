"""Python code is run, and Marketo is then as it is after the program's own call."""

import sys
from pathlib import Path

from hypothesis import given, settings

from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from tests.copied_code import VALUES, arrived
from tests.rest.snippets.running import Runs, call_with, profile_of, run

COMMAND = (sys.executable,)


class TestRuns(Runs):
    language = Language.PYTHON
    command = COMMAND


@settings(max_examples=12)
@given(value=VALUES)
def test_any_value_arrives_as_it_is(make: SnippetMaker, marketo: PracticeServer, path: Path, value: str) -> None:
    said = run(COMMAND, make(call_with(value), profile_of(marketo), Language.PYTHON), path, marketo)
    assert arrived(marketo) == value, said
