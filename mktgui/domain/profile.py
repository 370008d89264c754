"""A connection by name: where to, as whom, and how careful to be. Never the secret."""

from dataclasses import dataclass
from enum import StrEnum

CONNECT_SECONDS = 20.0  # what shipped clients use (facts sheet 3.1)
ANSWER_SECONDS = 90.0  # slow calls of 90 s were normal (facts sheet 3.1)


class Environment(StrEnum):
    """What is at stake."""

    PRACTICE = "practice"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One Marketo to talk to. `id` never changes and names the secret; times are seconds."""

    id: str
    name: str
    endpoint: str
    user_id: str
    environment: Environment = Environment.TEST
    connect_seconds: float = CONNECT_SECONDS
    answer_seconds: float = ANSWER_SECONDS


PRACTICE = Profile(
    id="practice", name="Practice", endpoint="", user_id="", environment=Environment.PRACTICE
)  # its endpoint and user are known once its server runs
