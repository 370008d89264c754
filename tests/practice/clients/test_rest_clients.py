"""PHP, Perl and urllib do the main job over REST and get the answers that are written down here."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA

HERE = Path(__file__).parent
CLIENTS = {
    "php": ("php", str(HERE / "client_rest.php")),
    "perl": ("perl", str(HERE / "client_rest.pl")),
    "urllib": (sys.executable, str(HERE / "client_rest.py")),
}
CHINESE, AWKWARD = "芳 李 👩‍💻", '<b> & "x" \' ]]>\nnext'
FIELDS = "firstName,title,leadScore,unsubscribed,annualRevenue,fax"

Step = dict[str, Any]


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


def ask(client: str, server: PracticeServer, *steps: Step, **changes: str) -> list[tuple[int, Any]]:
    told = {
        "identity_endpoint": server.identity_endpoint,
        "rest_endpoint": server.rest_endpoint,
        "client_id": server.client_id,
        "client_secret": server.client_secret,
        "steps": steps,
        **changes,
    }
    done = subprocess.run(
        CLIENTS[client], input=json.dumps(told), capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    answers = [(status, said) for status, said in json.loads(done.stdout)]
    for _, said in answers:
        said.pop("requestId")
    return answers


def get(path: str) -> Step:
    return {"method": "GET", "path": path}


def update(**values: object) -> Step:
    body = {"action": "updateOnly", "lookupField": "id", "input": [{"id": ANA, **values}]}
    return {"method": "POST", "path": "/v1/leads.json", "body": body}


@pytest.mark.parametrize("client", CLIENTS)
def test_the_main_job(client: str, server: PracticeServer) -> None:
    answers = ask(
        client,
        server,
        get("/v1/leads.json?filterType=email&filterValues=ana.ruiz%40acme.example&fields=leadPartitionId"),
        update(firstName=CHINESE, title=AWKWARD, leadScore=-7, unsubscribed=True),
        get(f"/v1/lead/{ANA}.json?fields={FIELDS}"),
        update(title=None, pants=1),
        get("/v1/lead/1.json"),
    )
    read = {
        "id": ANA,
        "firstName": CHINESE,
        "title": AWKWARD,
        "leadScore": -7,
        "unsubscribed": True,
        "annualRevenue": None,
        "fax": None,
    }
    reasons = [{"code": "1006", "message": "Field 'pants' not found"}]
    assert answers == [
        (200, {"result": [{"id": ANA, "leadPartitionId": 1}], "success": True}),
        (200, {"result": [{"id": ANA, "status": "updated"}], "success": True}),
        (200, {"result": [read], "success": True}),
        (200, {"result": [{"status": "skipped", "reasons": reasons}], "success": True}),
        (200, {"success": False, "errors": [{"code": "1004", "message": "Lead '1' not found"}]}),
    ]
    assert all(entry.notes == () for entry in server.journal)
    assert server.world.leads[ANA].attributes["FirstName"] == CHINESE


@pytest.mark.parametrize("client", CLIENTS)
def test_a_wrong_secret_gets_no_token_and_no_answer(client: str, server: PracticeServer) -> None:
    [answer] = ask(client, server, update(title="CTO"), client_secret="wrong")  # noqa: S106 - that is the point
    assert answer == (200, {"success": False, "errors": [{"code": "601", "message": "Access token invalid"}]})
    assert [entry.status for entry in server.journal] == [401, 200]
