"""Every switch changes what goes over the wire, from what the facts sheet suggests to what it leaves open."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Clearing, Settings, changed
from tests.practice.raw import ANA, ANAS_EMAIL, COOKIE, LISTED, Caller, Reply, envelope, header, signature
from tests.practice.rest.raw import Reply as RestReply
from tests.practice.rest.raw import RestCaller

IDENTITY = f"<Id>{ANA}</Id>"
NEW = "<Email>new@x.example</Email>"


def seen(reply: Reply) -> str:
    """A reply in a few words: code and message of a fault, or status and number, or just its HTTP status."""
    if reply.status == 500:
        return ": ".join(reply.fault)
    if reply.status == 200 and b"syncStatus" in reply.body:
        return " ".join(map(str, reply.outcome))
    return str(reply.status)


def signed_at(stamp: str) -> Callable[[Caller], str]:
    def call(caller: Caller) -> str:
        user = caller.server.user_id
        return seen(caller.post(envelope(LISTED, header(user, signature(caller.server.secret, stamp, user), stamp))))

    return call


def sync(record: str, values: dict[str, str] | None = None, **options: str) -> Callable[[Caller], str]:
    return lambda caller: seen(caller.sync(record, values, **options))


def shown(record: str, values: dict[str, str], name: str) -> Callable[[Caller], str]:
    return lambda caller: caller.sync(record, values).lead.get(name, "nothing")


def many(count: int) -> Callable[[Caller], str]:
    return lambda caller: seen([caller.ask(LISTED) for _ in range(count)][-1])


def over_rest(call: Callable[[RestCaller], RestReply]) -> Callable[[Caller], str]:
    """What REST says, without its number and in one order of members."""

    def seen_over_rest(caller: Caller) -> str:
        said = json.loads(call(RestCaller(caller.server)).body)
        said.pop("requestId", None)
        return json.dumps(said, sort_keys=True)

    return seen_over_rest


def skipped(rest: RestCaller) -> RestReply:
    return rest.sync({"email": ANAS_EMAIL, "title": "CTO"}, action="createOnly")


def in_form(rest: RestCaller) -> RestReply:
    form = {"grant_type": "client_credentials", "client_id": rest.client_id, "client_secret": "wrong"}
    kind = "application/x-www-form-urlencoded"
    return rest.send("POST", "/identity/oauth/token", {"Content-Type": kind}, urlencode(form).encode())


def lasting(caller: Caller) -> str:
    return str(RestCaller(caller.server).identify().said["expires_in"])


def made_in(caller: Caller) -> str:
    rest = RestCaller(caller.server)
    assert rest.sync({"email": "n@x.example", "country": "Japan"}, partitionName="EMEA").outcome[0] == "created"
    return caller.server.world.leads[ANA + 1].partition


def failed(code: str, message: str) -> str:
    return f'{{"errors": [{{"code": "{code}", "message": "{message}"}}], "success": false}}'


def written(status: str, number: int = ANA) -> str:
    return f'{{"result": [{{"id": {number}, "status": "{status}"}}], "success": true}}'


def why(code: str, message: str) -> str:
    reason = f'{{"code": "{code}", "message": "{message}"}}'
    return f'{{"result": [{{"reasons": [{reason}], "status": "skipped"}}], "success": true}}'


def failure_of_our_own(caller: Caller) -> str:
    caller.server.next("fault-20011")
    return caller.ask(LISTED).body.decode().partition("<faultcode>")[2].partition("<")[0]


@dataclass(frozen=True)
class Case:
    """One setting: what is seen with the suggested value, and what with another."""

    assignment: str
    call: Callable[[Caller], str]
    suggested: str
    instead: str

    @property
    def name(self) -> str:
        return self.assignment.partition("=")[0]


FOREIGN = "<ForeignSysPersonId>A-9</ForeignSysPersonId>"
MINUTE_OLD, MINUTE_AHEAD = "2026-03-14T16:25:53Z", "2026-03-14T16:27:53Z"
EXPIRED = "20016: Request Expired"
CASES = [
    Case("expiry_minutes=0.5", signed_at(MINUTE_OLD), "200", EXPIRED),
    Case("future_minutes=0.5", signed_at(MINUTE_AHEAD), "200", EXPIRED),
    Case("calls_per_day=1", many(2), "200", "20015: Request Limit Exceeded"),
    Case("calls_per_20_seconds=1", many(2), "200", "20023: Rate Limit Exceeded"),
    Case("calls_at_once=0", many(1), "200", "20024: Concurrency Limit Exceeded"),
    Case(
        "missing_header_code=20017",
        lambda caller: seen(caller.post(envelope(LISTED))),
        "20014: Authentication failed",
        "20017: Invalid Request",
    ),
    Case("bad_timestamp_code=20014", signed_at("now"), EXPIRED, "20014: Authentication failed"),
    Case("no_key_code=20017", sync(""), "20101: Lead Key Required", "20017: Invalid Request"),
    Case(
        "unknown_id_code=20106",
        sync("<Id>1</Id>"),
        "20103: No lead found with IDNUM = 1",
        "20106: No lead found with IDNUM = 1",
    ),
    Case(
        "missing_type_code=20017",
        sync(FOREIGN),
        "20109: ForeignSysType is required with ForeignSysPersonId",
        "20017: ForeignSysType is required with ForeignSysPersonId",
    ),
    Case(
        "type_may_be_missing=yes",
        sync(FOREIGN),
        "20109: ForeignSysType is required with ForeignSysPersonId",
        f"CREATED {ANA + 1}",
    ),
    Case(
        "unknown_workspace_code=20114",
        sync(NEW, workspace="Nowhere"),
        "20110: Workspace Nowhere is not valid",
        "20114: Workspace Nowhere is not valid",
    ),
    Case(
        "wrong_partition_code=20110",
        sync(IDENTITY, workspace="EMEA"),
        f"20106: Lead {ANA} is not in the primary partition of workspace EMEA",
        f"20110: Lead {ANA} is not in the primary partition of workspace EMEA",
    ),
    Case(
        "sync_failure_as_status=yes",
        sync(IDENTITY, workspace="EMEA"),
        f"20106: Lead {ANA} is not in the primary partition of workspace EMEA",
        f"FAILED {ANA}",
    ),
    Case("server_faultcode=Server", failure_of_our_own, "SOAP-ENV:Client", "SOAP-ENV:Server"),
    Case("workspaces=no", sync(NEW, workspace="EMEA"), f"CREATED {ANA + 1}", "20110: Workspace EMEA is not valid"),
    Case(
        "workspace_case_matters=yes",
        sync(NEW, workspace="default"),
        f"CREATED {ANA + 1}",
        "20110: Workspace default is not valid",
    ),
    Case(
        "foreign_miss=update-by-email",
        sync(f"<Email>{ANAS_EMAIL}</Email>{FOREIGN}<ForeignSysType>CUSTOM</ForeignSysType>"),
        f"CREATED {ANA + 1}",
        f"UPDATED {ANA}",
    ),
    Case(
        "cookie_with_email=cookie",
        sync(f"<Email>{ANAS_EMAIL}</Email>", cookie=COOKIE),
        f"UPDATED {ANA}",
        "UPDATED 50000",
    ),
    Case(
        "names_case_matters=no",
        sync(IDENTITY, {"TITLE": "CTO"}),
        "20105: syncLead operation failed: unknown fields for import: TITLE",
        f"UPDATED {ANA}",
    ),
    Case(
        "names_separator=; ",
        sync(IDENTITY, {"Shoes": "1", "Hats": "2"}),
        "20105: syncLead operation failed: unknown fields for import: Shoes, Hats",
        "20105: syncLead operation failed: unknown fields for import: Shoes; Hats",
    ),
    Case(
        "bad_value=20114",
        sync(IDENTITY, {"LeadScore": "x"}),
        "20110: Invalid value for field LeadScore",
        "20114: Invalid value for field LeadScore",
    ),
    Case(
        "bad_value=ignore",
        sync(IDENTITY, {"LeadScore": "x"}),
        "20110: Invalid value for field LeadScore",
        f"UPDATED {ANA}",
    ),
    Case(
        "read_only=fault",
        sync(IDENTITY, {"CreatedAt": "2026-01-01T00:00:00Z"}),
        f"UPDATED {ANA}",
        "20110: Field CreatedAt cannot be updated",
    ),
    Case("boolean_form=1-0", shown(IDENTITY, {"Unsubscribed": "true"}, "Unsubscribed"), "true", "1"),
    Case("clearing=ignored", shown(IDENTITY, {"Title": ""}, "Title"), "nothing", "VP Sales"),
    Case("website_on_create=no", shown(NEW, {}, "Website"), "x.example", "nothing"),
    Case(
        "newest_foreign_id_shown=no",
        shown(f"{IDENTITY}{FOREIGN}<ForeignSysType>CUSTOM</ForeignSysType>", {}, "ForeignSysPersonId"),
        "A-9",
        "0035000000ABcDeAAL",
    ),
    Case("retired=yes", many(1), "200", "410"),
    Case("token_seconds=60.5", lasting, "3600", "60"),
    Case(
        "token_in_query=yes",
        over_rest(lambda rest: rest.send("GET", f"/rest/v1/lead/{ANA}.json?fields=id&access_token={rest.token}", {})),
        failed("601", "Access token not found"),
        f'{{"result": [{{"id": {ANA}}}], "success": true}}',
    ),
    Case(
        "token_in_form=yes",
        over_rest(in_form),
        '{"error": "invalid_request", "error_description": "Missing grant type"}',
        '{"error": "invalid_client", "error_description": "Bad client credentials"}',
    ),
    Case(
        "missing_token_code=603",
        over_rest(lambda rest: rest.send("GET", f"/rest/v1/lead/{ANA}.json", {})),
        failed("601", "Access token not found"),
        failed("603", "Access token not found"),
    ),
    Case(
        "rest_calls_per_day=0",
        over_rest(lambda rest: rest.get(f"lead/{ANA}.json", fields="id")),
        f'{{"result": [{{"id": {ANA}}}], "success": true}}',
        failed("607", "Daily quota reached"),
    ),
    Case(
        "rest_unknown_id=empty",
        over_rest(lambda rest: rest.get("lead/1.json")),
        failed("1004", "Lead '1' not found"),
        '{"result": [], "success": true}',
    ),
    Case(
        "rest_nulls=left-out",
        over_rest(lambda rest: rest.get(f"lead/{ANA}.json", fields="title,fax")),
        f'{{"result": [{{"fax": null, "id": {ANA}, "title": "VP Sales"}}], "success": true}}',
        f'{{"result": [{{"id": {ANA}, "title": "VP Sales"}}], "success": true}}',
    ),
    Case(
        "rest_reasons=reason",
        over_rest(skipped),
        why("1005", "Lead already exists"),
        why("1005", "Lead already exists").replace('"reasons": [', '"reason": ').replace("}]", "}", 1),
    ),
    Case(
        "rest_codes_as_numbers=yes",
        over_rest(skipped),
        why("1005", "Lead already exists"),
        why("1005", "Lead already exists").replace('"1005"', "1005"),
    ),
    Case(
        "rest_empty_lists=yes",
        over_rest(lambda rest: rest.update(ANA)),
        written("updated"),
        f'{{"errors": [], {written("updated")[1:-1]}, "warnings": []}}',
    ),
    Case(
        "rest_warnings=yes",
        over_rest(lambda rest: rest.update(ANA)),
        written("updated"),
        f'{written("updated")[:-1]}, "warnings": ["This call is practised"]}}',
    ),
    Case(
        "rest_skipped_id=yes",
        over_rest(skipped),
        why("1005", "Lead already exists"),
        why("1005", "Lead already exists").replace('"reasons"', f'"id": {ANA}, "reasons"'),
    ),
    Case(
        "rest_read_only=1006",
        over_rest(lambda rest: rest.update(ANA, createdAt="2026-01-01T00:00:00Z")),
        written("updated"),
        why("1006", "Field 'createdAt' is read-only"),
    ),
    Case(
        "rest_typed=no",
        over_rest(lambda rest: rest.update(ANA, leadScore="7")),
        why("1001", "Invalid value '7'. Required of type 'integer'"),
        written("updated"),
    ),
    Case(
        "rest_company_writable=yes",
        over_rest(lambda rest: rest.update(ANA, company="Initech")),
        why("1021", "Field 'company' belongs to the company"),
        written("updated"),
    ),
    Case(
        "rest_partition_needed=yes",
        over_rest(lambda rest: rest.sync({"email": "new@x.example"})),
        written("created", ANA + 1),
        why("1009", "Partition name must be specified"),
    ),
    Case(
        "rest_rules_win=yes",
        made_in,
        "EMEA",
        "APAC",
    ),
    Case(
        "rest_describe_soap=no",
        lambda caller: str("soap" in RestCaller(caller.server).get("leads/describe.json").result[0]),
        "True",
        "False",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.assignment)
def test_a_switch_changes_what_is_seen(caller: Caller, server: PracticeServer, case: Case) -> None:
    now = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
    standing = case.name in {"expiry_minutes", "future_minutes", "token_seconds"}
    server.clock = lambda: now if standing else datetime.now(UTC)
    with PracticeServer() as other:
        other.clock = server.clock
        other.settings = changed(other.settings, case.assignment)
        assert case.call(caller) == case.suggested
        assert case.call(Caller(other)) == case.instead


def test_there_is_a_case_for_every_setting() -> None:
    assert {case.name for case in CASES} == {one.name for one in fields(Settings)}


def test_a_type_that_may_be_missing_is_custom(caller: Caller, server: PracticeServer) -> None:
    server.settings = changed(server.settings, "type_may_be_missing=yes")
    assert caller.sync(FOREIGN).lead["ForeignSysType"] == "CUSTOM"


def test_the_limits_are_those_of_the_facts_sheet() -> None:
    limits = Settings()
    assert (limits.calls_per_day, limits.calls_per_20_seconds, limits.calls_at_once) == (10_000, 100, 10)
    assert (limits.expiry_minutes, limits.rest_calls_per_day, limits.token_seconds) == (15.0, 50_000, 3600)


@pytest.mark.parametrize(
    ("assignment", "name", "value"),
    [
        ("expiry_minutes=0.5", "expiry_minutes", 0.5),
        ("calls_per_day=3", "calls_per_day", 3),
        ("no_key_code=20017", "no_key_code", "20017"),
        ("workspaces=no", "workspaces", False),
        ("retired=True", "retired", True),
        ("retired=0", "retired", False),
        ("clearing=ignored", "clearing", Clearing.IGNORED),
        ("names_separator==", "names_separator", "="),
        ("names_separator=", "names_separator", ""),
    ],
)
def test_one_is_changed_by_its_name(assignment: str, name: str, value: object) -> None:
    before = Settings()
    after = changed(before, assignment)
    assert getattr(after, name) == value
    assert type(getattr(after, name)) is type(getattr(before, name))
    assert all(getattr(after, one.name) == getattr(before, one.name) for one in fields(Settings) if one.name != name)


@pytest.mark.parametrize(
    ("assignment", "sentence"),
    [
        ("retired", "'retired' is not NAME=VALUE with one of the names expiry_minutes, .*, rest_describe_soap$"),
        ("colour=red", "is not NAME=VALUE"),
        ("calls_per_day=many", "'many' is no value for calls_per_day$"),
        ("retired=maybe", "'maybe' is no value for retired$"),
        ("no_key_code=99999", "'99999' is no value for no_key_code$"),
        ("no_key_code=601", "'601' is no value for no_key_code$"),
        ("missing_token_code=20014", "'20014' is no value for missing_token_code$"),
        ("clearing=never", "'never' is no value for clearing; choose from clears, ignored$"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(assignment: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        changed(Settings(), assignment)
