"""The practice server alone: `python -m mktgui.practice`."""

import json
import signal
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from dataclasses import fields, replace
from threading import Event

from mktgui.practice import scenarios
from mktgui.practice.rest.users import USERS
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings, changed


def main(arguments: list[str] | None = None) -> int:
    """Print one JSON line with what clients need, over SOAP and over REST, then serve until interrupted."""
    chosen, parser = _parse(arguments)
    if chosen.list_scenarios:
        sys.stdout.write("\n".join(scenarios.told()) + "\n")
        return 0
    if chosen.list_settings:
        sys.stdout.write("\n".join(f"{one.name}={getattr(Settings(), one.name)}" for one in fields(Settings)) + "\n")
        return 0
    settings = replace(Settings(), workspaces=chosen.workspaces)
    try:
        for assignment in chosen.set:
            settings = changed(settings, assignment)
        wanted = [scenarios.scenario(name) for name in chosen.next]
    except ValueError as error:
        parser.error(str(error))
    server = PracticeServer(settings=settings, port=chosen.port)
    for one in wanted:
        server.next(one)
    try:
        server.start()
    except (OSError, OverflowError) as error:
        parser.error(f"port {chosen.port}: {error}")
    return _serve(server, tell_calls=chosen.journal)


def _serve(server: PracticeServer, *, tell_calls: bool) -> int:
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with closing(server):
        sys.stdout.write(json.dumps(_told(server)) + "\n")
        sys.stdout.flush()
        shown, over = 0, False
        while not over:
            over = stop.wait(0.2)
            if tell_calls:
                shown = _print_journal(server, shown)
    return 0


def _told(server: PracticeServer) -> dict[str, object]:
    """The connection values; `clients` has one API user for each role, of which the first is told beside them, too."""
    return {
        "endpoint": server.endpoint,
        "user_id": server.user_id,
        "secret": server.secret,
        "rest_endpoint": server.rest_endpoint,
        "identity_endpoint": server.identity_endpoint,
        "client_id": server.client_id,
        "client_secret": server.client_secret,
        "clients": [
            {"role": user.role, "says": user.says, "client_id": user.client_id, "client_secret": secret}
            for user in USERS
            for secret in (server.clients[user.role][1],)
        ],
    }


def _print_journal(server: PracticeServer, shown: int) -> int:
    entries = server.journal
    for entry in entries[shown:]:
        notes = "; ".join(entry.notes)
        sys.stderr.write(f"{entry.method} {entry.operation or entry.path} -> {entry.status or 'nothing'} {notes}\n")
    return len(entries)


def _parse(arguments: list[str] | None) -> tuple[Namespace, ArgumentParser]:
    parser = ArgumentParser(
        prog="python -m mktgui.practice",
        description="A Marketo to practise on, on this computer, over SOAP and REST. ENDPOINT?WSDL gives its WSDL.",
    )
    parser.add_argument("--port", type=int, default=0, help="listen on this port (default: any free one)")
    parser.add_argument("--no-workspaces", dest="workspaces", action="store_false", help="a Marketo without workspaces")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a setting")
    parser.add_argument(
        "--next", action="append", default=[], metavar="SCENARIO", help="what a coming call gets, in order"
    )
    parser.add_argument("--journal", action="store_true", help="tell every call on standard error")
    parser.add_argument(
        "--list-scenarios", action="store_true", help="name the scenarios, with a sentence each, and end"
    )
    parser.add_argument("--list-settings", action="store_true", help="name the settings with their values and end")
    return parser.parse_args(arguments), parser


if __name__ == "__main__":
    raise SystemExit(main())
