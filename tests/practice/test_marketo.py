"""One instance: operations, the order of the checks, notes on what the schema does not allow, and its WSDL."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread

import pytest
from lxml import etree

from mktgui.practice.faults import ApiFault
from mktgui.practice.guard import Guard
from mktgui.practice.marketo import Marketo, schema_of, wsdl
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings
from mktgui.practice.turn import Said
from mktgui.practice.world import World
from tests.practice.raw import (
    ANA,
    LISTED,
    WSDL,
    Caller,
    attributes,
    canonical,
    envelope,
    get_lead,
    header,
    signature,
    sync_lead,
)

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
DESCRIBED = "<ns1:paramsDescribeMObject><objectName>LeadRecord</objectName></ns1:paramsDescribeMObject>"
ADDRESS = "{http://schemas.xmlsoap.org/wsdl/soap/}address"


class Instance:
    """A Marketo without a socket, whose clock stands still."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.marketo = Marketo(World.bundled(), settings or Settings(), Guard("u", "s"), lambda: NOW)

    def say(self, content: str, *, rightly: bool = True) -> Said:
        signed = signature("s" if rightly else "wrong", NOW.isoformat(), "u")
        with self.marketo.visit(envelope(content, header("u", signed, NOW.isoformat()))) as answer:
            return answer()


def code(said: Said) -> str:
    return etree.fromstring(said.body).findtext(".//code", "") if said.status == 500 else ""


@pytest.mark.parametrize(
    ("content", "operation"),
    [
        (LISTED, "listMObjects"),
        (get_lead("IDNUM", str(ANA)), "getLead"),
        (sync_lead(f"<Id>{ANA}</Id>"), "syncLead"),
        (
            "<ns1:paramsDescribeMObject><objectName>LeadRecord</objectName></ns1:paramsDescribeMObject>",
            "describeMObject",
        ),
    ],
)
def test_each_operation_is_answered_in_its_own_element(
    caller: Caller, server: PracticeServer, content: str, operation: str
) -> None:
    reply = caller.ask(content)
    assert reply.result.tag == "result"
    assert f"<ns1:success{operation[0].upper()}{operation[1:]}>".encode() in reply.body
    entry = server.journal[0]
    assert (entry.operation, entry.status, entry.notes, entry.reply) == (operation, 200, (), reply.body)


def test_the_checks_come_in_the_order_of_the_facts_sheet() -> None:
    settings = Settings(calls_per_day=0)
    assert code(Instance(settings).say("<x/>", rightly=False)) == "20019"
    assert code(Instance(settings).say(LISTED, rightly=False)) == "20014"
    assert code(Instance(settings).say("<ns1:paramsGetLead/>")) == "20015"
    assert code(Instance().say("<ns1:paramsGetLead/>")) == "20101"


def test_parameters_come_before_workspaces_and_these_before_keys(caller: Caller) -> None:
    unknown, bad = {"Shoes": "42"}, {"LeadScore": "many"}
    assert caller.sync("<Id>1</Id>", unknown | bad, workspace="Nowhere").fault[0] == "20105"
    assert caller.sync("<Id>1</Id>", bad, workspace="Nowhere").fault == ("20110", "Invalid value for field LeadScore")
    assert caller.sync("<Id>1</Id>", workspace="Nowhere").fault == ("20110", "Workspace Nowhere is not valid")
    assert caller.sync("<Id>1</Id>", workspace="EMEA").fault[0] == "20103"


def test_a_call_is_under_way_until_its_block_is_left() -> None:
    instance = Instance(Settings(calls_at_once=1))
    stamp = NOW.isoformat()
    with instance.marketo.visit(envelope(LISTED, header("u", signature("s", stamp, "u"), stamp))) as answer:
        assert code(instance.say(LISTED)) == "20024"
        assert answer().status == 200
    assert instance.say(LISTED).status == 200


def test_whoever_is_kept_out_is_told_so_and_the_operation_is_known() -> None:
    kept_out = Instance().say(LISTED, rightly=False)
    assert (kept_out.status, code(kept_out), kept_out.operation, kept_out.notes) == (500, "20014", "listMObjects", ())


def test_what_the_schema_does_not_allow_is_noted_and_ignored(caller: Caller, server: PracticeServer) -> None:
    swapped = f"<returnLead>true</returnLead><leadRecord><Email>new@x.example</Email><Id>{ANA}</Id></leadRecord>"
    assert caller.ask(f"<ns1:paramsSyncLead>{swapped}</ns1:paramsSyncLead>").outcome == ("UPDATED", ANA)
    assert any(note.startswith("schema: Element 'returnLead'") for note in server.journal[0].notes)
    assert caller.sync(f"<Id>{ANA}</Id>", {"Title": "CTO"}).status == 200
    assert server.journal[1].notes == ()


def test_a_fault_keeps_the_notes_of_its_way(caller: Caller, server: PracticeServer) -> None:
    assert caller.sync("<id>1</id>").fault[0] == "20101"
    assert server.journal[0].status == 500
    assert server.journal[0].notes[-1] == "ignored child id"
    assert server.journal[0].notes[0].startswith("schema: ")


def test_types_named_by_value_are_no_strays(caller: Caller, server: PracticeServer) -> None:
    """As toolkits without a WSDL write them; the prefix is declared far outside and used in a value only."""
    body = envelope(get_lead("IDNUM", str(ANA)), caller.blocks()).decode()
    body = body.replace("<keyValue>", '<keyValue xsi:type="xsd:string">')
    body = body.replace(" xmlns:ns1=", ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ns1=', 1)
    assert caller.post(body.encode()).lead["Id"] == str(ANA)
    assert server.journal[0].notes == ()


def test_an_answer_that_breaks_the_schema_is_our_own_bug() -> None:
    instance = Instance()
    instance.marketo.world.leads[1] = instance.marketo.world.leads.pop(ANA)
    instance.marketo.world.leads[1].id = 2**31  # more than xs:int holds
    with pytest.raises(AssertionError, match=r"the answer breaks the schema: .*2147483648"):
        instance.say(get_lead("IDNUM", "1"))


def test_settings_may_change_between_two_calls(caller: Caller, turn: Callable[..., None]) -> None:
    assert caller.ask(LISTED).status == 200
    turn(calls_per_day=1)
    assert caller.ask(LISTED).fault[0] == "20015"


def test_its_faults_are_worded_by_its_settings() -> None:
    fault = Instance(Settings(server_faultcode="Server")).marketo.fault(ApiFault("10001"))
    assert etree.fromstring(fault).findtext(".//faultcode") == "SOAP-ENV:Server"


def test_many_at_once_all_write(caller: Caller, server: PracticeServer) -> None:
    results: list[tuple[str, int]] = []

    def create(number: int) -> None:
        results.append(caller.sync(f"<Email>new{number}@x.example</Email>", {"Title": "CTO"}).outcome)

    threads = [Thread(target=create, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert {status for status, _ in results} == {"CREATED"}
    assert len({number for _, number in results}) == 8
    assert len(server.world.leads) == 208


def test_the_wsdl_is_the_one_in_the_resources() -> None:
    assert wsdl() == WSDL.read_bytes()


def test_the_wsdl_takes_any_address_and_nothing_else_changes() -> None:
    ours = wsdl("http://127.0.0.1:1/soap?a=1&b=2")
    tree = etree.fromstring(ours)
    address = next(tree.iter(ADDRESS))
    assert address.get("location") == "http://127.0.0.1:1/soap?a=1&b=2"
    address.set("location", next(etree.fromstring(wsdl()).iter(ADDRESS)).get("location", ""))
    assert canonical(etree.tostring(tree)) == canonical(wsdl())


def test_the_schema_in_it_tells_right_from_wrong() -> None:
    schema = schema_of(wsdl())
    right = etree.fromstring(envelope(sync_lead(attributes({"Title": "CTO"}))))[1][0]
    wrong = etree.fromstring(envelope(sync_lead("<Id>many</Id>")))[1][0]
    assert schema.validate(right)
    assert not schema.validate(wrong)
