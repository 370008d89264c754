"""The request that Send would send, shown before it is sent: the same builder, words in place of the signature."""

from mktgui.domain.calls import SyncLead
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.signature import Credentials

MADE_AT_SEND = "[made at send]"


class RequestPreview:
    """Implements the port `Preview`."""

    def __init__(self, envelopes: EnvelopeBuilder) -> None:
        self._envelopes = envelopes

    def __call__(self, call: SyncLead, user_id: str) -> bytes:
        """The request bytes. Raises RequestInvalidError. That of the practice server is known once it runs."""
        return self._envelopes.build(call, Credentials(user_id or MADE_AT_SEND, MADE_AT_SEND, MADE_AT_SEND))
