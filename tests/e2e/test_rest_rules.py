"""What the plan says of a draft over REST is what a practice Marketo then does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import CookieEnd, Fault, Synced
from mktgui.domain.calls import Action, Call, GetLead
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code
from mktgui.domain.known import VerdictKind
from mktgui.domain.lead import KeyKind
from mktgui.domain.look import knowledge_from
from mktgui.domain.outcome import Answered, Outcome, Written
from mktgui.domain.plan import Plan, plan
from mktgui.domain.profile import PRACTICE_REST
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.domain.drafts import COOKIE

ANA, NOBODY, TWICE = "ana.ruiz@acme.example", "nobody@acme.example", "person3@cafe.example"
FIELD = PRACTICE_REST.foreign_field
TITLE = (Row("title", Edit(EditKind.SET, "CTO")),)
BY_EMAIL = Draft(email=ANA, rows=TITLE)
BY_ID = Draft(key=KeyKind.MARKETO_ID, marketo_id="318815", rows=TITLE)
BY_FIELD = Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", rows=TITLE)
BY_CONTACT = Draft(key=KeyKind.FOREIGN_ID, foreign_id="0035000000ABcDeAAL", foreign_type="SFDC", rows=TITLE)
BY_COOKIE = Draft(key=KeyKind.COOKIE, cookie=COOKIE, rows=TITLE)


@dataclass
class Marketo:
    """A practice Marketo, and the plan by which it is written to."""

    server: PracticeServer
    rules: RestRules
    told: Told

    def call(self, call: Call) -> Outcome:
        there = replace(PRACTICE_REST, endpoint=self.server.rest_endpoint, user_id=self.server.client_id)
        transport = RestTransport(there, lambda: Secret(self.server.client_secret), self.told)
        return transport.send(call, lambda _stage: None)

    def looked(self, draft: Draft) -> Plan:
        """As Send does it: look, and plan by what is known then."""
        question = self.rules.question(draft)
        assert isinstance(question, GetLead)
        known = knowledge_from(self.call(question), question, "p", datetime.now(UTC))
        return plan(draft, known, rules=self.rules)

    def sent(self, draft: Draft) -> tuple[Plan, Outcome]:
        made = self.looked(draft)
        assert made.request is not None
        return made, self.call(made.request)


@pytest.fixture
def marketo() -> Iterator[Marketo]:
    with PracticeServer() as server:
        yield Marketo(server, RestRules(FIELD), Told())


def came_of(outcome: Outcome) -> str:
    """Marketo's word, or the code with which it left the lead alone."""
    assert isinstance(outcome, Answered)
    if isinstance(outcome.answer, Fault):
        return outcome.answer.code
    assert isinstance(outcome.answer, Synced)
    return outcome.answer.status.text


@pytest.mark.parametrize(
    ("draft", "kind", "word"),
    [
        (BY_EMAIL, VerdictKind.UPDATES, "UPDATED"),
        (replace(BY_EMAIL, email=NOBODY), VerdictKind.CREATES, "CREATED"),
        (replace(BY_EMAIL, email=TWICE), VerdictKind.SKIPPED, "1007"),
        (replace(BY_EMAIL, email=NOBODY, action=Action.UPDATE_ONLY), VerdictKind.REFUSED, "1004"),
        (replace(BY_EMAIL, action=Action.CREATE_ONLY), VerdictKind.SKIPPED, "1005"),
        (replace(BY_EMAIL, email=NOBODY, action=Action.CREATE_ONLY, workspace="EMEA"), VerdictKind.CREATES, "CREATED"),
        (replace(BY_ID, workspace="EMEA"), VerdictKind.UPDATES, "UPDATED"),
        (replace(BY_ID, email="ana@acme.example"), VerdictKind.UPDATES, "UPDATED"),
        (replace(BY_ID, marketo_id="99"), VerdictKind.REFUSED, "1004"),
        (replace(BY_FIELD, email=NOBODY), VerdictKind.CREATES, "CREATED"),
        (BY_CONTACT, VerdictKind.UPDATES, "UPDATED"),
        (replace(BY_EMAIL, foreign_id="A-10"), VerdictKind.UPDATES, "UPDATED"),
        (replace(BY_EMAIL, rows=(Row("title", CLEAR),)), VerdictKind.UPDATES, "UPDATED"),
        (
            replace(BY_EMAIL, rows=(Row("unsubscribed", Edit(EditKind.SET, "1")),)),
            VerdictKind.UPDATES,
            "UPDATED",
        ),
    ],
)
def test_what_is_said_is_what_comes_of_it(marketo: Marketo, draft: Draft, kind: VerdictKind, word: str) -> None:
    made, outcome = marketo.sent(draft)
    assert made.verdict.kind is kind
    assert came_of(outcome) == word
    assert (outcome.written is Written.YES) is (word in {"CREATED", "UPDATED"})


def test_a_lead_is_found_again_by_the_field_for_foreign_ids(marketo: Marketo) -> None:
    marketo.sent(replace(BY_FIELD, email=NOBODY))
    made, outcome = marketo.sent(BY_FIELD)
    assert made.verdict.kind is VerdictKind.UPDATES
    assert came_of(outcome) == "UPDATED"


def test_a_cookie_goes_by_itself_and_then_finds_the_lead(marketo: Marketo) -> None:
    _, outcome = marketo.sent(replace(BY_EMAIL, cookie=COOKIE))
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.cookie is not None
    assert outcome.answer.cookie.end is CookieEnd.GIVEN
    made, outcome = marketo.sent(BY_COOKIE)
    assert made.verdict.lead_id == "318815"
    assert came_of(outcome) == "UPDATED"


def test_what_is_warned_of_is_skipped(marketo: Marketo) -> None:
    for draft, code, word in (
        (replace(BY_EMAIL, workspace="EMEA"), Code.MUST_BE_IN_PARTITION, "1010"),
        (replace(BY_EMAIL, rows=(Row("company", CLEAR),)), Code.COMPANY_FIELD, "1021"),
    ):
        made, outcome = marketo.sent(draft)
        assert code in {finding.code for finding in made.findings}
        assert came_of(outcome) == word


def test_what_nobody_has_and_cannot_be_made_is_not_sent(marketo: Marketo) -> None:
    made = marketo.looked(BY_COOKIE)
    assert made.verdict.kind is VerdictKind.REFUSED
    assert [finding.code for finding in made.errors] == [Code.NOBODY_TO_CHANGE]
