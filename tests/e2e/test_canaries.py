"""Real calls, a real crash and a real support file: nothing of it holds a key, a signature, a user id or a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from mktgui.domain.calls import AttributeToSend, Call, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.limits import instance_of
from mktgui.domain.outcome import Answered, NotSent, Outcome
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.crash_reports import CrashReports
from mktgui.storage.history_messages import pack, unpack
from mktgui.storage.logbook import Logbook
from mktgui.storage.places import Places
from mktgui.storage.support_bundle import collect, save
from mktgui.wire.redact import mask_text
from mktgui.workers.call_book import CallBook
from mktgui.workers.counted import CountedTransport
from mktgui.workers.crew import Crew
from mktgui.workers.facts import facts
from mktgui.workers.logged import LoggedTransport
from mktgui.workers.work import crash_from
from tests.practice.raw import ANA

EMAIL, TITLE, NAME = "canary.lead@corp.example", "Chief Canary Officer", "Canary Corp"
SIGNATURE = re.compile(rb"requestSignature>([^<]+)<")


@dataclass
class House:
    """The rooms that count, log and report, around the transport of each call."""

    home: Path
    server: PracticeServer

    def __post_init__(self) -> None:
        places = Places(self.home)
        self.clerk = Crew(1, "clerk")
        self.facts = facts("0.1.0")
        self.log = Logbook(places.log, mask_text, lambda error: crash_from(error).trace, self.clerk.submit)
        self.book = CallBook(CallCounts(places.data / "calls.json"), self.clerk.submit)
        self.crashes = CrashReports(places.log, mask_text, self.facts)
        self.envelopes = EnvelopeBuilder()
        self.signatures: list[str] = []
        self.told = Told()

    def profile(self, endpoint: str) -> Profile:
        return Profile(
            id="canary-id",
            name=NAME,
            endpoint=endpoint,
            user_id=self.server.user_id,
            environment=Environment.PRODUCTION,
            connect_seconds=5,
            answer_seconds=5,
        )

    def rest_call(self, call: Call, secret: str = "") -> Outcome:
        """The same over REST, by way of the history too."""
        endpoint, user = self.server.rest_endpoint, self.server.client_id
        profile = replace(self.profile(endpoint), user_id=user, transport=TransportKind.REST)
        rest = RestTransport(profile, lambda: Secret(secret or self.server.client_secret), self.told)
        counted = CountedTransport(rest, self.book, instance_of(profile))
        outcome = LoggedTransport(counted, profile.environment).send(call, lambda _stage: None)
        for exchange in outcome.exchange.all if outcome.exchange is not None else ():
            kept = unpack(pack(exchange))
            (self.home / f"message-{len(list(self.home.iterdir()))}.txt").write_text(repr((exchange, kept)))
        return outcome

    def call(self, call: Call, endpoint: str = "", secret: str = "") -> Outcome:
        profile = self.profile(endpoint or self.server.endpoint)
        key = Secret(secret or self.server.secret)
        soap = SoapTransport(profile, lambda: key, self.envelopes, lambda: datetime.now(UTC))
        counted = CountedTransport(soap, self.book, instance_of(profile))
        outcome = LoggedTransport(counted, profile.environment).send(call, lambda _stage: None)
        if outcome.exchange is not None:
            self.signatures += [one.decode() for one in SIGNATURE.findall(outcome.exchange.sent.body)]
        return outcome


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with PracticeServer() as server:
        house = House(tmp_path / "all", server)
        house.log.open()
        yield house
        house.log.close()
        assert house.clerk.close(5)


def written(folder: Path) -> dict[str, str]:
    """Everything that was written, unpacked."""
    found: dict[str, str] = {}
    for path in (one for one in folder.rglob("*") if one.is_file()):
        if path.suffix != ".zip":
            found[path.name] = path.read_text()
            continue
        with ZipFile(path) as bundle:
            found |= {f"{path.name}/{name}": bundle.read(name).decode() for name in bundle.namelist()}
    return found


def test_over_rest_neither_secret_nor_token_is_in_anything_that_is_kept(house: House) -> None:
    write = SyncLead(
        marketo_id=ANA, cookie="id:123-ABC-456&token:_mch-x", attributes=(AttributeToSend("title", "CTO"),)
    )
    outcomes = [house.rest_call(write), house.rest_call(GetLead(LookupKey.IDNUM, str(ANA)))]
    for trick in ("token-expires-now", "html-502", "fault-602", "reset"):
        house.server.next(trick, 2 if trick == "fault-602" else 1)
        outcomes.append(house.rest_call(write))
    house.told.tokens.clear()
    for trick in ("identity-html-502", "identity-truncated", "identity-reset", "identity-redirect"):
        house.server.next(trick)
        outcomes.append(house.rest_call(write))
    outcomes.append(house.rest_call(write, secret="canary-wrong-secret"))  # noqa: S106 - has to be one
    house.log.close()
    assert house.clerk.close(5)
    journal = repr([one.headers for one in house.server.journal])
    tokens = set(re.findall(r"Bearer ([^']+)'", journal))
    assert tokens
    everything = repr(outcomes) + "".join(written(house.home).values())
    for secret in (house.server.client_secret, "canary-wrong-secret", *tokens):
        assert secret not in everything
    assert everything.count("***") > len(outcomes)


def test_nothing_that_was_written_gives_anybody_away(house: House) -> None:
    write = SyncLead(email=EMAIL, attributes=(AttributeToSend("Title", TITLE),), workspace=NAME)
    outcomes = [
        house.call(write),
        house.call(GetLead(LookupKey.EMAIL, EMAIL)),
        house.call(GetLead(LookupKey.EMAIL, "nobody." + EMAIL)),
        house.call(ListObjects()),
        house.call(write, secret="wrong-canary-key"),  # noqa: S106 - has to be one
        house.call(write, endpoint="http://127.0.0.1:1/canary"),
    ]
    assert [type(one) for one in outcomes] == [Answered] * 5 + [NotSent]
    try:
        int(EMAIL + house.server.secret)
    except ValueError as error:
        crash = crash_from(error)
        house.crashes.keep(crash.type_name, crash.trace)
    house.log.close()
    assert house.clerk.close(5)
    profiles = [house.profile(house.server.endpoint)]
    files = collect(house.facts, profiles, house.log.newest(), house.crashes.read(), mask_text)
    save(files, house.home / "support.zip")

    found = written(house.home)
    assert {"calls.json", "mktgui.log", "support.zip/about.txt", "support.zip/settings.txt"} <= set(found)
    assert len(found["mktgui.log"].splitlines()) == 2 * len(outcomes)
    assert house.book.tally("127.0.0.1").today == 5
    assert len(house.signatures) == 6
    secrets = [house.server.secret, house.server.user_id, *house.signatures, EMAIL, TITLE, NAME, "canary"]
    for name, text in found.items():
        for secret in secrets:
            assert secret.lower() not in text.lower(), (name, secret)
