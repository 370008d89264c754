"""Python with requests."""

from collections.abc import Iterator

from mktgui.rest.snippets.template import Step, Template

# An `auth` of one's own keeps requests from putting in what ~/.netrc has for the host. What it says of a failure has
# the whole address in it, and that of the token has the secret.
_CODE = """# {operation} with requests, with a token that is asked for each time it runs.
# Needs: python -m pip install requests
# Put the client ID into {client_variable} and the client secret into {secret_variable}; what is
# missing is asked for.
import getpass
import os
import sys

import requests

IDENTITY = "{identity}"
ENDPOINT = "{endpoint}"
TIMEOUT = ({connect_seconds}, {answer_seconds})
{body}
client_id = os.environ.get("{client_variable}") or input("Client ID: ")
client_secret = os.environ.get("{secret_variable}") or getpass.getpass("Client secret: ")
sys.stdout.reconfigure(errors="backslashreplace")


def get_token():
    values = {{"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}}
    try:
        answer = requests.get(IDENTITY + "/oauth/token", params=values, timeout=TIMEOUT, allow_redirects=False)
    except requests.RequestException as error:
        sys.exit("There is no token: %s" % type(error).__name__)
    try:
        return answer.json()["access_token"]
    except (ValueError, KeyError, TypeError):
        sys.exit("There is no token: %s" % answer.text)


def bearer(request):
    request.headers["Authorization"] = "Bearer " + token
    return request


def ask(method, target, **more):
    global token
    for is_last in (False, True):
        answer = requests.request(
            method, ENDPOINT + target, auth=bearer, timeout=TIMEOUT, allow_redirects=False, **more
        )
        answer.encoding = "utf-8"
        print("HTTP status:", answer.status_code)
        print(answer.text)
        try:
            said = dict(answer.json())
        except (ValueError, TypeError):
            return {{}}
        # A token that has run out is refused before anything is done, so once more is safe.
        if is_last or not any(str(one.get("code")) in ("601", "602") for one in said.get("errors") or []):
            return said
        token = get_token()


token = get_token()
{request}
"""
_BODY = """# The text is raw: an escape of JSON stays one. Nothing in it ends it.
BODY = r'''{body}'''
"""
_WITH_BODY = ', data=BODY.encode(), headers={{"Content-Type": "{kind}"}}'
_STEPS = """said = {ask}
record = (said.get("result") or [{{}}])[0]
if record.get("status") in ("created", "updated"):
{steps}"""


def python_requests(template: Template) -> str:
    """The program."""
    return template.fill(
        _CODE,
        body=_BODY.format(body=template.body) if template.lines else "",
        request="\n".join(_request(template)),
    )


def _request(template: Template) -> Iterator[str]:
    body = _WITH_BODY.format(kind=template.kind) if template.lines else ""
    ask = f'ask("{template.method}", "{template.target}"{body})'
    yield _STEPS.format(ask=ask, steps="\n".join(map(_step, template.steps))) if template.steps else ask


def _step(step: Step) -> str:
    return f'    ask("{step.method}", "{step.before}" + str(record["id"]) + "{step.after}")'
