"""What tests of a transport over REST begin with: profiles, a practice Marketo, and one that says what it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mktgui.domain.answers import Synced
from mktgui.domain.calls import Action, AttributeToSend, Call, DescribeObject, GetLead, LookupKey, SyncLead
from mktgui.domain.exchange import Stage
from mktgui.domain.lead import LeadRecord
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.practice.raw import ANA, ANAS_EMAIL
from tests.wire.scripted import ScriptedServer, Talk, http

CLIENT_ID, SECRET = "5d8f2b1c-client", "canary-secret+/= 7F3A"
WRITE = SyncLead(
    marketo_id=ANA, attributes=(AttributeToSend("title", "CTO"),), action=Action.UPDATE_ONLY, lookup_field="id"
)
READ = GetLead(LookupKey.EMAIL, ANAS_EMAIL)
COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"


def no_report(stage: Stage) -> None:
    assert stage in Stage


def profile_for(endpoint: str, client_id: str = CLIENT_ID, seconds: float = 3.0) -> Profile:
    return Profile(
        id="p",
        name="P",
        endpoint=endpoint,
        user_id=client_id,
        transport=TransportKind.REST,
        connect_seconds=seconds,
        answer_seconds=seconds,
    )


def transport_to(server: PracticeServer, told: Told | None = None, seconds: float = 3.0) -> RestTransport:
    """A transport to a practice server as its best client."""
    profile = profile_for(server.rest_endpoint, server.client_id, seconds)
    return RestTransport(profile, lambda: Secret(server.client_secret), told or Told())


def operations(server: PracticeServer) -> list[str]:
    """What the server was asked for, in order."""
    return [entry.operation for entry in server.journal]


TOKEN = b'{"access_token":"canary-token-1:ab","token_type":"bearer","expires_in":3599,"scope":"api@corp.example"}'
FIELDS = (
    b'{"requestId":"1","success":true,"result":['
    b'{"id":1,"displayName":"Id","dataType":"integer","rest":{"name":"id","readOnly":true}},'
    b'{"id":2,"displayName":"Email","dataType":"email","rest":{"name":"email","readOnly":false}},'
    b'{"id":3,"displayName":"Title","dataType":"string","rest":{"name":"title","readOnly":false}}]}'
)
FIELDS2 = b'{"success":true,"result":[{"name":"API Lead","fields":[{"name":"score","dataType":"integer"}]}]}'
SYNCED = b'{"requestId":"2","success":true,"result":[{"id":7,"status":"updated"}]}'
LEAD = b'{"requestId":"3","success":true,"result":[{"id":7,"email":"a@x.example","title":"CTO"}]}'
PARTITIONS = b'{"requestId":"4","success":true,"result":[{"id":1,"name":"Default"},{"id":2,"name":"EMEA"}]}'
DONE = b'{"requestId":"5","success":true}'
USUAL: Mapping[str, bytes] = {
    "token": http(TOKEN),
    "fields": http(FIELDS),
    "fields2": http(FIELDS2),
    "sync": http(SYNCED),
    "leads": http(LEAD),
    "partitions": http(PARTITIONS),
    "cookie": http(DONE),
}
_PLACES = {
    "oauth/token": "token",
    "describe.json": "fields",
    "describe2.json": "fields2",
    "partitions.json": "partitions",
    "associate.json": "cookie",
}


def refusal(code: str, message: str = "No") -> bytes:
    """A failure of a whole call."""
    return http(
        b'{"requestId":"9","success":false,"errors":[{"code":"%s","message":"%s"}]}' % (code.encode(), message.encode())
    )


@dataclass
class Marketo:
    """A script: answers each request by what it asks for, with what is left in `says` for that, else as usual."""

    says: dict[str, list[bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heard: list[bytes] = field(default_factory=list)
    before: Callable[[str], object] = str  # is told what was asked for, before it is answered

    def __call__(self, talk: Talk) -> None:
        request = talk.hear_request()
        line = request.partition(b"\r\n")[0].decode()
        what = next((name for place, name in _PLACES.items() if place in line), "")
        if not what:
            what = "sync" if line.startswith("POST") and "_method=GET" not in line else "leads"
        self.asked.append(what)
        self.heard.append(request)
        self.before(what)
        waiting = self.says.get(what)
        talk.say(waiting.pop(0) if waiting else USUAL[what])


def answered(outcome: Outcome) -> Answered:
    assert isinstance(outcome, Answered), outcome
    return outcome


def record_of(outcome: Outcome) -> LeadRecord:
    answer = answered(outcome).answer
    assert isinstance(answer, Synced)
    assert answer.record is not None
    return answer.record


def parts(outcome: Outcome) -> list[str]:
    assert outcome.exchange is not None
    return [one.part.value for one in outcome.exchange.all]


def told_by(server: PracticeServer) -> Told:
    """What is known after one call: token and fields."""
    told = Told()
    answered(transport_to(server, told).send(DescribeObject(), no_report))
    return told


def scripted(marketo: Callable[[Talk], object], call: Call, told: Told | None = None, seconds: float = 3.0) -> Outcome:
    with ScriptedServer(marketo) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest", seconds=seconds)
        return RestTransport(profile, lambda: Secret(SECRET), told or Told()).send(call, no_report)
