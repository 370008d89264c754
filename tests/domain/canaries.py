"""Values that must never turn up in anything the program writes by itself."""

from datetime import UTC, datetime

from mktgui.domain.answers import Fault, Found, Synced
from mktgui.domain.calls import AttributeToSend, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message, Stage, Timing
from mktgui.domain.lead import ForeignType, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome

SECRET = "canary-secret-7F3A"  # noqa: S105 - has to be one
SIGNATURE = "canarysignature0badc0ffee"
USER_ID = "canaryuser1_5551212"
VALUE = "canary lead value"
LEAD_ID = 77_318_815
NAME = "Canary Corp EMEA"
HOST = "canary-abc-123.mktoapi.com"
CANARIES = (SECRET, SIGNATURE, USER_ID, VALUE, str(LEAD_ID), NAME, HOST, "canary")

REQUEST = (
    f"<e:Envelope><e:Header><m:AuthenticationHeader><mktowsUserId>{USER_ID}</mktowsUserId>"
    f"<requestSignature>{SIGNATURE}</requestSignature></m:AuthenticationHeader></e:Header>"
    f"<e:Body><Email>{VALUE}</Email><Id>{LEAD_ID}</Id></e:Body></e:Envelope>"
)
ANSWER = f"<status>{VALUE}</status><leadId>{LEAD_ID}</leadId>"

WRITE = SyncLead(
    marketo_id=LEAD_ID,
    email=VALUE,
    foreign_id=VALUE,
    foreign_type=ForeignType.SFDC,
    cookie=VALUE,
    workspace=NAME,
    attributes=(AttributeToSend("Title", VALUE),),
)
READ = GetLead(LookupKey.EMAIL, VALUE)
EXCHANGE = Exchange(
    endpoint=f"https://{HOST}/soap/mktows/3_1",
    sent=Message(f"POST /{VALUE} HTTP/1.1", (("Authorization", SECRET),), REQUEST.encode()),
    left=True,
    received=Message(f"HTTP/1.1 200 {VALUE}", (("Set-Cookie", SECRET),), ANSWER.encode()),
    status=200,
    complete=True,
    started=datetime(2026, 8, 1, tzinfo=UTC),
    timings=(Timing(Stage.CONNECTING, 0.012), Timing(Stage.WAITING, 0.4)),
)
RECORD = LeadRecord(
    id=text_value(str(LEAD_ID)),
    email=text_value(VALUE),
    attributes=(LeadAttribute("Title", text_value("string"), text_value(VALUE)),),
)
FAILURE = Failure(kind=FailureKind.HTTP_ERROR, detail=VALUE, place=HOST, status=503)

OUTCOMES: tuple[Outcome, ...] = (
    Answered(WRITE, EXCHANGE, Synced(lead_id=text_value(str(LEAD_ID)), status=text_value(VALUE), record=RECORD)),
    Answered(WRITE, EXCHANGE, Fault(code="20103", text=VALUE, message=VALUE)),
    Answered(WRITE, EXCHANGE, Fault(code=str(LEAD_ID), text=VALUE)),
    Answered(WRITE, EXCHANGE, Fault(code=VALUE, text=VALUE)),
    Answered(READ, EXCHANGE, Found(records=(RECORD,))),
    NotSent(DescribeObject(VALUE), FAILURE),
    NotSent(ListObjects(), FAILURE, EXCHANGE),
    NotAnswered(WRITE, FAILURE, EXCHANGE),
)


def assert_no_canary(text: str) -> None:
    """None of them, in any case, and no part of an encoded one."""
    for canary in CANARIES:
        assert canary.lower() not in text.lower(), canary
