"""A connection by name: where to, as whom, and how careful to be. Never the secret."""

from dataclasses import dataclass, replace
from enum import StrEnum

from mktgui.domain.proxy import AS_THE_SYSTEM, ProxyChoice

CONNECT_SECONDS = 20.0  # what shipped clients use (facts sheet 3.1)
ANSWER_SECONDS = 90.0  # slow calls of 90 s were normal (facts sheet 3.1)


class TransportKind(StrEnum):
    """Which of Marketo's APIs a connection speaks to."""

    SOAP = "soap"
    REST = "rest"


class Environment(StrEnum):
    """What is at stake."""

    PRACTICE = "practice"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One Marketo to talk to. `id` never changes and names the secret; times are seconds.

    `workspaces` are the names that the person knows, since no SOAP call lists them; over REST they are partitions.
    `ca_file` is the path of a PEM file with certificate authorities to trust besides those of the system, empty for
    none. `read_only` is None where the environment decides.

    Over REST `endpoint` ends in /rest, `user_id` is the client id and the secret the client secret. `identity` is the
    address of the identity service where it does not follow from the endpoint, and `foreign_field` the REST name of
    the custom field that stands for the foreign id, which REST has not got; both are empty for none.
    """

    id: str
    name: str
    endpoint: str
    user_id: str
    environment: Environment = Environment.TEST
    connect_seconds: float = CONNECT_SECONDS
    answer_seconds: float = ANSWER_SECONDS
    workspaces: tuple[str, ...] = ()
    proxy: ProxyChoice = AS_THE_SYSTEM
    ca_file: str = ""
    transport: TransportKind = TransportKind.SOAP
    identity: str = ""
    foreign_field: str = ""
    read_only: bool | None = None

    @property
    def is_guarded(self) -> bool:
        """Whether nothing is written until the person unlocks it: on for production, unless they chose otherwise."""
        return self.environment is Environment.PRODUCTION if self.read_only is None else self.read_only

    def leads_where(self, other: "Profile") -> bool:
        """Whether it leads to the same Marketo as the other one, as far as both say, by the same API."""
        return (self.id, self.endpoint, self.transport) == (other.id, other.endpoint, other.transport)

    def sees_as(self, other: "Profile") -> bool:
        """Whether what the other one has shown of leads is true of this one too: the same place, the same account."""
        mine, theirs = ((one.user_id, one.identity, one.foreign_field) for one in (self, other))
        return self.leads_where(other) and mine == theirs

    @property
    def is_built_in(self) -> bool:
        """Whether it is the practice server of this program, over either API."""
        return self.id in {PRACTICE.id, PRACTICE_REST.id}


PRACTICE = Profile(
    id="practice", name="Practice", endpoint="", user_id="", environment=Environment.PRACTICE
)  # its endpoint and user are known once its server runs
PRACTICE_REST = replace(
    PRACTICE,
    id="practice-rest",
    name="Practice (REST)",
    transport=TransportKind.REST,
    foreign_field="externalKey",  # the field of the practice world that is meant for it
)


def lead_to_try(profile_id: str) -> str:
    """The address of a lead that everybody may change: one of the practice server's. Empty where leads are real."""
    return "ana.ruiz@acme.example" if profile_id in {PRACTICE.id, PRACTICE_REST.id} else ""
