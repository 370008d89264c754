"""The preview shows what Send sends, with words in place of the token."""

from dataclasses import replace

import pytest

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.json_text import spread
from mktgui.domain.outcome import Answered
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.names import FieldName, Names
from mktgui.rest.preview import MADE_AT_SEND, RestPreview
from mktgui.rest.requests import NoSuchRequestError
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.practice.raw import ANA
from tests.rest.connecting import WRITE, no_report, profile_for

PROFILE = profile_for("https://123-ABC-456.mktorest.com/rest/")
COOKIE = "id:123-ABC-456&token:_mch-x"


def preview(call: SyncLead, told: Told | None = None) -> str:
    return RestPreview(PROFILE, told or Told())(call, "client").decode()


def test_head_and_body_of_the_request() -> None:
    assert preview(WRITE).split("\n") == [
        "POST https://123-ABC-456.mktorest.com/rest/v1/leads.json",
        f"Authorization: Bearer {MADE_AT_SEND}",
        "Content-Type: application/json",
        "",
        "{",
        '  "action": "updateOnly",',
        '  "lookupField": "id",',
        '  "input": [',
        "    {",
        f'      "id": {ANA},',
        '      "title": "CTO"',
        "    }",
        "  ]",
        "}",
    ]


def test_a_cookie_goes_by_a_request_of_its_own_for_a_lead_that_is_not_known_yet() -> None:
    text = preview(replace(WRITE, cookie=COOKIE))
    assert text.endswith(
        "\n\nPOST https://123-ABC-456.mktorest.com/rest/v1/leads/[id]/associate.json?cookie=id%3A123-ABC-456%26token%3A_mch-x"
        f"\nAuthorization: Bearer {MADE_AT_SEND}"
    )


def test_it_knows_the_types_that_were_told_in_this_run_or_kept_from_another() -> None:
    call = replace(WRITE, attributes=(AttributeToSend("own", "1.50"),))
    assert '"own": "1.50"' in preview(call)
    names = Names([FieldName("", "own", "float")])
    assert '"own": 1.50' in preview(call, Told(kept=lambda: names))
    told = Told()
    told.names.put("https://123-ABC-456.mktorest.com/rest", names)
    assert '"own": 1.50' in preview(call, told)


def test_a_foreign_id_goes_to_the_field_of_the_connection() -> None:
    shown = RestPreview(replace(PROFILE, foreign_field="crmId"), Told())(SyncLead(foreign_id="A-9"), "")
    assert b'"lookupField": "crmId"' in shown


def test_what_cannot_be_sent_cannot_be_shown() -> None:
    with pytest.raises(NoSuchRequestError):
        preview(SyncLead(cookie=COOKIE))


def test_what_is_shown_is_what_is_sent(server: PracticeServer) -> None:
    profile = profile_for(server.rest_endpoint, server.client_id)
    told = Told()
    outcome = RestTransport(profile, lambda: Secret(server.client_secret), told).send(WRITE, no_report)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    body = outcome.exchange.sent.body.decode()
    shown = RestPreview(profile, told)(WRITE, profile.user_id).decode()
    assert shown.partition("\n\n")[2] == spread(body)
    assert server.client_secret not in shown
