"""The signature of a request: HMAC-SHA1 over time and user, as the vendor prescribes (facts sheet 3.2)."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from mktgui.domain.secret import Secret


@dataclass(frozen=True, slots=True)
class Credentials:
    """What goes into the authentication header: made afresh for each call, never kept."""

    user_id: str
    signature: str
    timestamp: str


def sign(user_id: str, secret: Secret, moment: datetime) -> Credentials:
    """Sign for this moment, which must know its offset from UTC.

    The very text that is signed is the one to send: the same instant in another spelling has another signature.
    """
    timestamp = moment.isoformat(timespec="seconds")
    message = f"{timestamp}{user_id}".encode()
    return Credentials(user_id, hmac.new(secret.reveal().encode(), message, "sha1").hexdigest(), timestamp)
