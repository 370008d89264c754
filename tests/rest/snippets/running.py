"""Runs code that a call was copied as, and compares what becomes of Marketo with what the program's own call does."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from mktgui.domain.calls import (
    Action,
    AttributeToSend,
    Call,
    DescribeObject,
    FieldKey,
    GetLead,
    ListObjects,
    LookupKey,
    SyncLead,
)
from mktgui.domain.profile import Profile
from mktgui.domain.snippets import CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE, Language
from mktgui.practice.rest.users import READ_WRITE
from mktgui.practice.server import PracticeServer
from mktgui.practice.world import Lead
from mktgui.rest.snippets.maker import SnippetMaker
from tests.copied_code import EMAIL, run_code
from tests.practice.raw import ANA, ANAS_EMAIL
from tests.rest.connecting import answered, no_report, profile_for, told_by, transport_to

SECRET = "a%b&c'd\"e $HOME !x ^y `z` \\ +/=%PATH%"  # noqa: S105 - of a practice server
COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"
HOSTILE = (
    "  A\"b' %PATH% !x! ^c $HOME `e` $(f) \\n {id} & <z>\n\t王小明 😀 \u202eRTL שלום ]]> '@ \"@ #{x} "
    "\r\nEOF\nEND_OF_BODY\n'''\n'@ "
)
FULL = "created in a partition, with a cookie"
WRITES = {
    FULL: SyncLead(
        email=EMAIL,
        lookup_field="email",
        workspace="EMEA",
        cookie=COOKIE,
        attributes=(
            AttributeToSend("Notes__c", HOSTILE),
            AttributeToSend("firstName", "王小明"),
            AttributeToSend("leadScore", "-7"),
            AttributeToSend("Unsubscribed", "yes"),
        ),
    ),
    "updated by id, and not read back": SyncLead(
        marketo_id=ANA,
        lookup_field="id",
        action=Action.UPDATE_ONLY,
        attributes=(AttributeToSend("title", ""), AttributeToSend("lastName", HOSTILE)),
        return_lead=False,
    ),
    "created by a field of one's own": SyncLead(
        foreign_id="K'1 $x", lookup_field="externalKey", attributes=(AttributeToSend("title", "{id}"),)
    ),
    "left alone, since it is there": SyncLead(
        email=ANAS_EMAIL,
        lookup_field="email",
        action=Action.CREATE_ONLY,
        cookie=COOKIE,
        attributes=(AttributeToSend("title", "CTO"),),
    ),
}
READS: dict[str, Call] = {
    "Ruiz": GetLead(LookupKey.EMAIL, ANAS_EMAIL),
    '"result":[],': GetLead(FieldKey("externalKey"), "K'%1 $x & \"!^`王"),
    "notes": DescribeObject(),
    "EMEA": ListObjects(),
}


def running_server() -> Iterator[PracticeServer]:
    """A practice Marketo without a limit of calls, whose clock stands still; the body of a fixture."""
    with PracticeServer() as server:
        server.clients[READ_WRITE.role] = (server.client_id, SECRET)
        server.clock = lambda: datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
        server.settings = replace(server.settings, calls_per_20_seconds=10_000)
        yield server


def profile_of(server: PracticeServer) -> Profile:
    return replace(profile_for(server.rest_endpoint, server.client_id), foreign_field="externalKey")


def call_with(value: str) -> SyncLead:
    """A call that brings this value into the world."""
    return SyncLead(
        email=EMAIL, lookup_field="email", attributes=(AttributeToSend("Notes__c", value),), workspace="EMEA"
    )


def run(command: tuple[str, ...], code: str, path: Path, server: PracticeServer, **environment: str) -> str:
    """Save the code and run it; its output. Id and secret of the client come from the environment alone."""
    assert server.client_secret not in code
    assert server.client_id not in code
    return run_code(
        command,
        code,
        path,
        {CLIENT_VARIABLE: server.client_id, CLIENT_SECRET_VARIABLE: server.client_secret} | environment,
    )


def token_in(server: PracticeServer, since: int) -> str:
    """The token that was given since, and went in the header of every request after it, and nowhere else."""
    first, *others = server.journal[since:]
    token = json.loads(first.reply)["access_token"]
    assert isinstance(token, str)
    for one in others:
        assert dict(one.headers)["Authorization"] == f"Bearer {token}"
        assert token not in one.path
        assert token.encode() not in one.body
    return token


def leads_after(server: PracticeServer, before: dict[int, Lead]) -> dict[int, Lead]:
    """The leads as they are, in exchange for those as they were."""
    after = server.world.leads
    server.world.leads = deepcopy(before)
    return after


class Runs:
    """What code in any language has to do. A test class names the language and the command that runs it."""

    language: Language
    command: tuple[str, ...]

    @classmethod
    def said(cls, make: SnippetMaker, marketo: PracticeServer, path: Path, call: Call, **environment: str) -> str:
        return run(cls.command, make(call, profile_of(marketo), cls.language), path, marketo, **environment)

    def test_a_write_is_sent_nowhere_else(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        since = len(marketo.journal)
        marketo.next("redirect-307")
        said = self.said(make, marketo, path, call_with("x"))
        assert [one.path for one in marketo.journal[since + 1 :]] == ["/rest/v1/leads.json"], said
        assert "307" in said

    @pytest.fixture(scope="class")
    @classmethod
    def in_the_end(cls, make: SnippetMaker, marketo: PracticeServer, path: Path) -> Callable[[], dict[int, Lead]]:
        """Runs a call whose token lasts, when first asked, and tells the leads after it: each run takes its time."""

        @cache
        def leads() -> dict[int, Lead]:
            before = deepcopy(marketo.world.leads)
            cls.said(make, marketo, path, WRITES[FULL])
            return leads_after(marketo, before)

        return leads

    @pytest.mark.parametrize("which", WRITES)
    def test_the_world_is_as_after_the_programs_own_call(
        self, make: SnippetMaker, marketo: PracticeServer, path: Path, which: str
    ) -> None:
        before = deepcopy(marketo.world.leads)
        since = len(marketo.journal)
        own = transport_to(marketo, told_by(marketo)).send(WRITES[which], no_report)
        asked = [(one.method, one.operation, one.body) for one in marketo.journal[since:]]
        expected, since = leads_after(marketo, before), len(marketo.journal)
        said = self.said(make, marketo, path, WRITES[which])
        assert leads_after(marketo, before) == expected, said
        answered(own)
        token = token_in(marketo, since)
        assert token not in said
        assert SECRET not in said
        anew = [(one.method, one.operation) for one in marketo.journal[since:]]
        # Token and fields, which the program asked for before, are not asked for again by the code, but the token is.
        assert anew == [asked[0][:2], *(one[:2] for one in asked[2:])]
        assert said.count("HTTP status: 200") == len(anew) - 1

    @pytest.mark.parametrize("answer", list(READS))
    def test_reads(self, make: SnippetMaker, marketo: PracticeServer, path: Path, answer: str) -> None:
        since = len(marketo.journal)
        assert answer in self.said(make, marketo, path, READS[answer])
        assert len(marketo.journal) == since + 2
        assert token_in(marketo, since)

    def test_a_refusal_is_told(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        nobody = SyncLead(marketo_id=1, lookup_field="id", action=Action.UPDATE_ONLY, cookie=COOKIE)
        since = len(marketo.journal)
        assert "'1' not found" in self.said(make, marketo, path, nobody)
        assert len(marketo.journal) == since + 2  # nothing follows: there is no lead

    @pytest.mark.parametrize("trick", ["token-expires-now", "token-invalid"])
    @pytest.mark.parametrize("after", [0, 1, 2])
    def test_a_token_that_runs_out_in_the_middle_is_renewed(
        self,
        make: SnippetMaker,
        marketo: PracticeServer,
        path: Path,
        in_the_end: Callable[[], dict[int, Lead]],
        trick: str,
        after: int,
    ) -> None:
        expected, before, since = in_the_end(), deepcopy(marketo.world.leads), len(marketo.journal)
        for _ in range(after):
            marketo.next("as-usual")
        marketo.next(trick)
        said = self.said(make, marketo, path, WRITES[FULL])
        assert leads_after(marketo, before) == expected, said
        usual = ["syncLeads", "associate", "leadsByFilter"]
        asked = [one.operation for one in marketo.journal[since:]]
        assert asked == ["token", *usual[: after + 1], "token", *usual[after:]]
        assert said.count("HTTP status: 200") == 4

    def test_a_token_that_is_refused_twice_is_told(
        self, make: SnippetMaker, marketo: PracticeServer, path: Path
    ) -> None:
        since = len(marketo.journal)
        marketo.next("fault-602", times=2)
        said = self.said(make, marketo, path, WRITES[FULL])
        assert [one.operation == "token" for one in marketo.journal[since:]] == [True, False, True, False]
        assert said.count('"602"') == 2

    def test_a_wrong_secret_is_told(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        since = len(marketo.journal)
        said = self.said(make, marketo, path, READS["EMEA"], **{CLIENT_SECRET_VARIABLE: "canary"})
        assert "Bad client credentials" in said
        assert "canary" not in said
        assert len(marketo.journal) == since + 1

    def test_nobody_listens(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        nowhere = replace(profile_of(marketo), endpoint="http://127.0.0.1:9/rest")
        code = make(READS["EMEA"], nowhere, self.language)
        said = run(self.command, code, path, marketo, **{CLIENT_SECRET_VARIABLE: "canary"})
        assert said
        assert "canary" not in said  # libraries like to tell the whole address
