"""What tests of calls as code have in common, whichever API they go over: hostile values, and how code is run."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from mktgui.practice.server import PracticeServer

EMAIL = "snippet@acme.example"
VALUES = st.text(
    st.one_of(
        st.sampled_from("\"'`$%!^&|<>(){}[]\\;#@=,~*? \t\r\n"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
    max_size=60,
)


def run_code(command: tuple[str, ...], code: str, path: Path, given: Mapping[str, str]) -> str:
    """Save the code and run it; its output. What it is `given` comes from the environment alone."""
    path.write_text(code, encoding="utf-8", newline="")
    ran = subprocess.run(
        [*command, str(path)], env=os.environ | given, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    return (ran.stdout + ran.stderr).decode()


def arrived(server: PracticeServer) -> str:
    """The value in the world; the lead is taken away again."""
    (lead,) = server.world.by_email(EMAIL)
    del server.world.leads[lead.id]
    assert lead.partition == "EMEA"
    return lead.attributes["Notes__c"]
