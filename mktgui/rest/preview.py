"""The request that Send would send, shown before it is sent: the same builder, words in place of the token."""

from mktgui.domain.calls import SyncLead
from mktgui.domain.endpoint import read_endpoint
from mktgui.domain.json_text import spread
from mktgui.domain.profile import Profile
from mktgui.rest.requests import RestRequest, associate, sync_lead
from mktgui.rest.told import Told

MADE_AT_SEND = "[made at send]"
_THE_LEAD = 0  # stands for the number of the lead, which the answer to the first request tells


class RestPreview:
    """Implements the port `Preview` for one connection."""

    def __init__(self, profile: Profile, told: Told) -> None:
        self._profile, self._told = profile, told

    def __call__(self, call: SyncLead, user_id: str) -> bytes:  # noqa: ARG002 - over SOAP the request has the user in it
        """The request as text; that of a cookie follows after an empty line. Raises NoSuchRequestError.

        The body is spread over lines for the eye; what is sent has none of them.
        """
        endpoint = read_endpoint(self._profile.endpoint, self._profile.transport).text
        names = self._told.known_names(endpoint)
        parts = [_shown(sync_lead(call, names, self._profile.foreign_field.strip()), endpoint)]
        if call.cookie:
            parts.append(_shown(associate(_THE_LEAD, call.cookie), endpoint).replace("/leads/0/", "/leads/[id]/", 1))
        return "\n\n".join(parts).encode()


def _shown(request: RestRequest, endpoint: str) -> str:
    lines = [f"{request.method} {endpoint}{request.target}", f"Authorization: Bearer {MADE_AT_SEND}"]
    if request.kind:
        lines.append(f"Content-Type: {request.kind}")
    return "\n".join((*lines, "", spread(request.body.decode())) if request.body else lines)
