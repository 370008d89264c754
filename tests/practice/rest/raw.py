"""A REST client made of `http.client` and `json`. Shares no code with the program or the server."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from mktgui.practice.server import PracticeServer

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
KIND = "application/json;charset=UTF-8"
LEADS = "/rest/v1/leads.json"
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Reply:
    """What came back, to be read as a success or as a failure; each asserts the whole envelope first."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> Any:
        """The JSON of a reply that is one."""
        assert self.headers["Content-Type"] == KIND
        assert int(self.headers["Content-Length"]) == len(self.body)
        return json.loads(self.body)

    @property
    def envelope(self) -> dict[str, Any]:
        """A reply of the API, without its number, after a look at it."""
        assert self.status == 200, self.body
        said: dict[str, Any] = self.said
        assert re.fullmatch(r"[0-9a-f]{4}#[0-9a-f]+", said.pop("requestId"))
        return said

    @property
    def result(self) -> list[Any]:
        """The result of a success, which has nothing beside it."""
        said = self.envelope
        assert sorted(said) == ["result", "success"], said
        assert said["success"] is True
        result: list[Any] = said["result"]
        return result

    @property
    def error(self) -> tuple[str, str]:
        """Code and message of a failure, which has one error and nothing beside it."""
        said = self.envelope
        assert sorted(said) == ["errors", "success"], said
        assert said["success"] is False
        [error] = said["errors"]
        assert sorted(error) == ["code", "message"]
        assert isinstance(error["code"], str)
        return error["code"], error["message"]

    @property
    def code(self) -> str:
        """The code of a failure."""
        return self.error[0]

    @property
    def outcome(self) -> tuple[str, int]:
        """Status and id of the one record that was written."""
        [one] = self.result
        assert sorted(one) == ["id", "status"]
        return one["status"], one["id"]

    @property
    def reasons(self) -> list[str]:
        """The codes of the reasons why the one record was skipped."""
        [one] = self.result
        assert sorted(one) == ["reasons", "status"]
        assert one["status"] == "skipped"
        assert all(sorted(reason) == ["code", "message"] for reason in one["reasons"])
        return [reason["code"] for reason in one["reasons"]]


class RestCaller:
    """Calls a running server as one of its API users."""

    def __init__(self, server: PracticeServer, role: str = "read-write") -> None:
        self.server = server
        self.client_id, self.client_secret = server.clients[role]
        self._token = ""

    @property
    def token(self) -> str:
        """A token, asked for once."""
        if not self._token:
            self._token = self.identify().said["access_token"]
        return self._token

    def identify(self, method: str = "GET", **changes: str) -> Reply:
        """Ask for a token; an empty value leaves a parameter out."""
        values = {"grant_type": "client_credentials", "client_id": self.client_id, "client_secret": self.client_secret}
        query = urlencode({name: value for name, value in (values | changes).items() if value})
        return self.send(method, f"/identity/oauth/token?{query}", {})

    def send(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes | None = None, timeout: float = 10.0
    ) -> Reply:
        """This request, as it is."""
        line = HTTPConnection(urlsplit(self.server.endpoint).netloc, timeout=timeout)
        try:
            line.request(method, target, body, dict(headers))
            answer = line.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            line.close()

    def call(self, method: str, target: str, body: bytes | None = None, kind: str = "", **options: Any) -> Reply:
        """A request with the token in its header."""
        headers = {"Authorization": f"Bearer {self.token}"} | ({"Content-Type": kind} if kind else {})
        return self.send(method, target, headers | options.pop("headers", {}), body, **options)

    def get(self, path: str, **parameters: object) -> Reply:
        """A GET below /rest/v1."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        return self.call("GET", f"/rest/v1/{path}{query}")

    def find(self, kind: str, values: object, **parameters: object) -> Reply:
        return self.get("leads.json", filterType=kind, filterValues=values, **parameters)

    def post(self, body: object, **options: Any) -> Reply:
        """A body for Sync Leads: bytes as they are, anything else as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.call("POST", LEADS, raw, JSON, **options)

    def sync(self, *records: Values, timeout: float = 10.0, **options: object) -> Reply:
        """Sync Leads with these records."""
        return self.post({**options, "input": list(records)}, timeout=timeout)

    def update(self, number: int, timeout: float = 10.0, **values: object) -> Reply:
        """Update the lead with this id."""
        return self.sync({"id": number, **values}, action="updateOnly", lookupField="id", timeout=timeout)

    def associate(self, number: object, cookie: str) -> Reply:
        return self.call("POST", f"/rest/v1/leads/{number}/associate.json?cookie={quote(cookie, safe='')}")
