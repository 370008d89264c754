"""Runs code that a call was copied as, and tells what arrived at Marketo."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.lead import ForeignType
from mktgui.domain.profile import Profile
from mktgui.domain.snippets import SECRET_VARIABLE, USER_VARIABLE, Language
from mktgui.practice.server import PracticeServer
from mktgui.soap.snippets.maker import SnippetMaker
from tests.copied_code import EMAIL, arrived, run_code

HOSTILE = (
    "  A\"b' %PATH% !x! ^c $HOME `e` $(f) \\n {user} & <z>\n\t王小明 😀 \u202eRTL שלום ]]> '@ \"@ #{x} "
    "\r\nEOF\nEND_OF_ENVELOPE\n'@ "
)
FULL = SyncLead(
    marketo_id=1007,
    email="full@acme.example",
    foreign_id="A-9",
    foreign_type=ForeignType.CUSTOM,
    cookie="id:123-ABC-456&token:_mch-acme.example-1300000000000-12345",
    attributes=(
        AttributeToSend("Notes__c", HOSTILE),
        AttributeToSend("FirstName", "{signature}"),
        AttributeToSend("City", ""),
    ),
    return_lead=False,
)
READS: dict[str, Call] = {
    "Ruiz": GetLead(LookupKey.EMAIL, "ana.ruiz@acme.example"),
    "Notes__c": DescribeObject(),
    "OpportunityPersonRole": ListObjects(),
}


def call_with(value: str) -> SyncLead:
    """A call that brings this value into the world."""
    return SyncLead(email=EMAIL, attributes=(AttributeToSend("Notes__c", value),), workspace="EMEA")


def profile_to(endpoint: str) -> Profile:
    return Profile(id="p", name="P", endpoint=endpoint, user_id="")


def running_server() -> Iterator[PracticeServer]:
    """A practice Marketo without a limit of calls; the body of a fixture."""
    with PracticeServer() as server:
        server.settings = replace(server.settings, calls_per_20_seconds=10_000)
        yield server


def run(command: tuple[str, ...], code: str, path: Path, server: PracticeServer, **environment: str) -> str:
    """Save the code and run it; its output. The secret comes from the environment alone."""
    assert server.secret not in code
    assert server.user_id not in code
    return run_code(command, code, path, {USER_VARIABLE: server.user_id, SECRET_VARIABLE: server.secret} | environment)


class Runs:
    """What code in any language has to do. A test class names the language and the command that runs it."""

    language: Language
    command: tuple[str, ...]

    def said(self, make: SnippetMaker, marketo: PracticeServer, path: Path, call: Call, **environment: str) -> str:
        code = make(call, profile_to(f"{marketo.endpoint}?WSDL"), self.language)
        return run(self.command, code, path, marketo, **environment)

    def test_a_hostile_value_arrives_as_it_is(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        said = self.said(make, marketo, path, call_with(HOSTILE))
        assert arrived(marketo) == HOSTILE, said
        assert "CREATED" in said

    def test_all_that_a_call_can_have(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        said = self.said(make, marketo, path, FULL)
        lead = marketo.world.leads[1007]
        assert lead.email == FULL.email, said
        assert (lead.attributes["Notes__c"], lead.attributes["FirstName"]) == (HOSTILE, "{signature}")
        assert "City" not in lead.attributes
        assert (lead.foreign[-1], lead.cookies[-1]) == (("CUSTOM", "A-9"), FULL.cookie)

    @pytest.mark.parametrize("answer", list(READS))
    def test_reads(self, make: SnippetMaker, marketo: PracticeServer, path: Path, answer: str) -> None:
        assert answer in self.said(make, marketo, path, READS[answer])

    def test_a_refusal_is_told(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        assert "Lead not found" in self.said(make, marketo, path, SyncLead(marketo_id=1))

    def test_a_wrong_key_is_told(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        said = self.said(make, marketo, path, READS["OpportunityPersonRole"], MARKETO_SECRET="x")  # noqa: S106 - is none
        assert "Authentication failed" in said

    def test_what_is_signed_is_sent_nowhere_else(self, make: SnippetMaker, marketo: PracticeServer, path: Path) -> None:
        marketo.next("redirect-307")  # to an address at which it would be done
        said = self.said(make, marketo, path, call_with("x"))
        assert not marketo.world.by_email(EMAIL), said
        assert "CREATED" not in said
        assert "307" in said or "redirect" in said.lower(), "it says why"
