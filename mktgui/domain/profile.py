"""A connection by name: where to, as whom, and how careful to be. Never the secret."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.proxy import AS_THE_SYSTEM, ProxyChoice

CONNECT_SECONDS = 20.0  # what shipped clients use (facts sheet 3.1)
ANSWER_SECONDS = 90.0  # slow calls of 90 s were normal (facts sheet 3.1)


class Environment(StrEnum):
    """What is at stake."""

    PRACTICE = "practice"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One Marketo to talk to. `id` never changes and names the secret; times are seconds.

    `workspaces` are the names that the person knows, since no SOAP call lists them. `ca_file` is the path of a PEM file
    with certificate authorities to trust besides those of the system, empty for none. `read_only` is None where the
    environment decides.
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
    read_only: bool | None = None

    @property
    def is_guarded(self) -> bool:
        """Whether nothing is written until the person unlocks it: on for production, unless they chose otherwise."""
        return self.environment is Environment.PRODUCTION if self.read_only is None else self.read_only


PRACTICE = Profile(
    id="practice", name="Practice", endpoint="", user_id="", environment=Environment.PRACTICE
)  # its endpoint and user are known once its server runs
