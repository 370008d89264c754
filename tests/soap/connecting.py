"""What tests of a transport begin with."""

from collections.abc import Callable
from datetime import UTC, datetime

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.exchange import Stage
from mktgui.domain.profile import Profile
from mktgui.practice.scenarios import names
from mktgui.soap.transport import SoapTransport

EMAIL = "ada.practice@corp.example"
CALL = SyncLead(email=EMAIL, attributes=(AttributeToSend("Title", "CTO"),))
Connect = Callable[..., SoapTransport]
FAULTS = [name for name in names() if name.startswith("fault-2") or name == "fault-10001"]


def now() -> datetime:
    return datetime.now(UTC)


def no_report(stage: Stage) -> None:
    assert stage in Stage


def profile_for(endpoint: str, seconds: float = 3.0, user_id: str = "acme1_55") -> Profile:
    return Profile(
        id="p", name="P", endpoint=endpoint, user_id=user_id, connect_seconds=seconds, answer_seconds=seconds
    )
