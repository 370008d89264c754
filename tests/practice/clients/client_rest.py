"""A REST client of Python's urllib. Standard input and output are those of client_rest.php."""

import json
import sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def ask(method: str, url: str, headers: dict[str, str], body: bytes | None = None) -> tuple[int, object]:
    request = Request(url, body, headers, method=method)  # noqa: S310 - the practice server
    try:
        with urlopen(request, timeout=10) as reply:  # noqa: S310 - as above
            return reply.status, json.load(reply)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def main() -> None:
    told = json.load(sys.stdin)
    values = {"grant_type": "client_credentials", **{name: told[name] for name in ("client_id", "client_secret")}}
    _, token = ask("GET", f"{told['identity_endpoint']}/oauth/token?{urlencode(values)}", {})
    text = token.get("access_token", "none") if isinstance(token, dict) else "none"
    headers = {"Authorization": f"Bearer {text}", "Content-Type": "application/json"}
    answers = [
        ask(
            step["method"],
            told["rest_endpoint"] + step["path"],
            headers,
            json.dumps(step["body"]).encode() if "body" in step else None,
        )
        for step in told["steps"]
    ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
