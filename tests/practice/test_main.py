"""`python -m mktgui.practice` as a process, and its main function in this one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from http.client import HTTPConnection
from io import StringIO
from threading import Thread
from types import SimpleNamespace
from typing import IO
from urllib.parse import urlsplit

import pytest

from mktgui.practice.__main__ import main
from mktgui.practice.scenarios import told
from mktgui.practice.server import PATH, PracticeServer
from mktgui.practice.settings import Settings
from tests.practice.raw import ANA, LISTED, Caller, Reply, sync_lead
from tests.practice.rest.raw import RestCaller

COMMAND = (sys.executable, "-m", "mktgui.practice")


class Told(Caller):
    """Calls a server of which only the line of JSON is known."""

    def __init__(self, line: str) -> None:
        told = json.loads(line)
        assert list(told) == [
            *("endpoint", "user_id", "secret", "rest_endpoint", "identity_endpoint", "client_id", "client_secret"),
            "clients",
        ]
        told["clients"] = {one["role"]: (one["client_id"], one["client_secret"]) for one in told["clients"]}
        assert told["clients"]["read-write"] == (told["client_id"], told["client_secret"])
        super().__init__(SimpleNamespace(**told))  # type: ignore[arg-type] # the things that a caller needs


class Output(StringIO):
    """Standard output of a main function that does not return: what is written starts somebody who acts on it."""

    def __init__(self, calls: "list[tuple[str, str]]") -> None:
        super().__init__()
        self._calls = calls
        self.replies: list[Reply] = []

    def write(self, text: str) -> int:
        Thread(target=self._act, args=(text,)).start()
        return super().write(text)

    def _act(self, text: str) -> None:
        try:
            self.replies += [Told(text).ask(content, workspace) for content, workspace in self._calls]
        finally:
            signal.raise_signal(signal.SIGINT)


@pytest.fixture
def handlers() -> Iterator[None]:
    """The handlers of this process come back afterwards."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen((*COMMAND, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def first_line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_interrupted(number: signal.Signals) -> None:
    with started() as process:
        caller = Told(first_line(process.stdout))
        assert caller.get("IDNUM", ANA).lead["Email"] == "ana.ruiz@acme.example"
        line = HTTPConnection(urlsplit(caller.server.endpoint).netloc, timeout=5)
        line.request("GET", f"{PATH}?WSDL")
        assert caller.server.endpoint.encode() in line.getresponse().read()
        line.close()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)
    assert (process.returncode, rest, errors) == (0, "", "")
    with pytest.raises(ConnectionRefusedError):
        caller.ask(LISTED)


def test_it_does_what_its_arguments_say() -> None:
    arguments = ("--no-workspaces", "--set", "boolean_form=1-0", "--next", "fault-20011", "--next", "gzip", "--journal")
    with PracticeServer() as other:
        port = urlsplit(other.endpoint).port
    with started("--port", str(port), *arguments) as process:
        caller = Told(first_line(process.stdout))
        assert caller.server.endpoint == f"http://127.0.0.1:{port}{PATH}"
        assert caller.server.rest_endpoint == f"http://127.0.0.1:{port}/rest"
        assert caller.server.identity_endpoint == f"http://127.0.0.1:{port}/identity"
        assert caller.ask(LISTED).fault[0] == "20011"
        assert caller.ask(LISTED).headers["Content-Encoding"] == "gzip"
        assert caller.sync(f"<Id>{ANA}</Id>", workspace="EMEA").fault[0] == "20110"
        assert caller.sync(f"<Id>{ANA}</Id>").lead["Unsubscribed"] == "0"
        rest = RestCaller(caller.server, "emea-only")
        assert rest.get("leads/partitions.json").result[0]["name"] == "Default"
        assert rest.find("id", "1021").result[0]["id"] == 1021
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
    assert errors.splitlines() == [
        f"POST {PATH} -> 500 ",
        "POST listMObjects -> 200 ",
        "POST syncLead -> 500 ",
        "POST syncLead -> 200 ",
        "GET token -> 200 ",
        "GET partitions -> 200 ",
        "GET leadsByFilter -> 200 ",
    ]


def test_nothing_is_printed_but_the_one_line(handlers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    output = Output([(LISTED, ""), (sync_lead("<id>1</id>"), "EMEA")])
    monkeypatch.setattr(sys, "stdout", output)
    assert main([]) == 0
    assert [reply.status for reply in output.replies] == [200, 500]
    assert output.getvalue().count("\n") == 1
    assert output.getvalue().endswith("}\n")


def test_the_journal_is_told_on_standard_error(
    handlers: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = Output([(sync_lead("<id>1</id>"), "EMEA"), (LISTED, "")])
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["--journal", "--no-workspaces"]) == 0
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 2
    assert errors[0].startswith("POST syncLead -> 500 schema: ")
    assert errors[0].endswith("; ignored child id")
    assert errors[1] == "POST listMObjects -> 200 "


def test_settings_and_scenarios_come_in_order(handlers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    output = Output([(LISTED, ""), (LISTED, ""), (LISTED, "")])
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["--set", "calls_per_day=1", "--set", "calls_per_day=2", "--next", "html-503", "--next", "empty"]) == 0
    assert [reply.status for reply in output.replies] == [503, 200, 500]
    assert output.replies[2].fault[0] == "20015"


def test_the_scenarios_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list-scenarios"]) == 0
    assert capsys.readouterr().out.splitlines() == told()


def test_the_settings_are_listed_with_their_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition("=")[0] for line in lines] == [one.name for one in fields(Settings)]
    assert "calls_per_day=10000" in lines
    assert "foreign_miss=create" in lines


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--set", "colour=red"], "'colour=red' is not NAME=VALUE"),
        (["--set", "retired=maybe"], "'maybe' is no value for retired"),
        (["--next", "sideways"], "'sideways' is no scenario; choose from as-usual, slow, "),
        (["--next", "slow=soon"], "could not convert string to float: 'soon'"),
        (["--port", "many"], "invalid int value: 'many'"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_started(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str], handlers: None) -> None:
    with PracticeServer() as other, pytest.raises(SystemExit) as caught:
        main(["--port", str(urlsplit(other.endpoint).port)])
    assert caught.value.code == 2
    assert "in use" in capsys.readouterr().err


def test_it_runs_in_a_process_that_has_no_environment() -> None:
    environment = {"PATH": os.environ["PATH"]}
    done = subprocess.run((*COMMAND, "--list-settings"), capture_output=True, check=True, env=environment, timeout=30)
    assert b"retired=False" in done.stdout
