"""What can go wrong with the next call. Some strike before anything is done, some after it was written."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from mktgui.practice.faults import TEXTS


class Trick(StrEnum):
    """What happens to a call."""

    FAULT = "fault"
    SLOW = "slow"
    RESET = "reset"
    NEVER = "never"
    HTML_503 = "html-503"
    NOT_FOUND = "not-found"
    REDIRECT = "redirect"
    REDIRECT_KEEPING = "redirect-307"
    NOT_XML = "not-xml"
    EMPTY = "empty"
    RETIRED = "retired"
    FAULT_WITHOUT_DETAIL = "fault-without-detail"
    FAULT_WITH_CAUSE = "fault-with-cause"
    CUT_AFTER_WRITE = "cut-after-write"
    NEVER_AFTER_WRITE = "never-after-write"
    SLOW_AFTER_WRITE = "slow-after-write"
    CUT_IN_HEADERS = "cut-in-headers"
    CUT_IN_BODY = "cut-in-body"
    TRUNCATED = "truncated"
    DRIP = "drip"
    GZIP = "gzip"
    HUGE = "huge"
    FAILED = "failed"
    UNKNOWN_STATUS = "unknown-status"
    EXTRA_ELEMENTS = "extra-elements"
    KINDS_OF_NOTHING = "kinds-of-nothing"
    OTHER_NAMESPACE = "other-namespace"
    CHUNKED = "chunked"


BEFORE_WRITE = frozenset(
    {
        Trick.FAULT,
        Trick.SLOW,
        Trick.RESET,
        Trick.NEVER,
        Trick.HTML_503,
        Trick.NOT_FOUND,
        Trick.REDIRECT,
        Trick.REDIRECT_KEEPING,
        Trick.NOT_XML,
        Trick.EMPTY,
        Trick.RETIRED,
        Trick.FAULT_WITHOUT_DETAIL,
        Trick.FAULT_WITH_CAUSE,
        Trick.FAILED,
    }
)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One trick. `code` goes with FAULT, `amount` is seconds for SLOW and NEVER, attributes for HUGE."""

    trick: Trick
    code: str = ""
    amount: float = 0.0

    @property
    def before_write(self) -> bool:
        """Whether it strikes before anything is done; SLOW waits first and then goes on."""
        return self.trick in BEFORE_WRITE


_AMOUNTS = {Trick.SLOW: 3.0, Trick.SLOW_AFTER_WRITE: 3.0, Trick.HUGE: 50_000.0, Trick.DRIP: 0.05}


def scenario(text: str) -> Scenario:
    """A scenario by its name: `fault-20016`, `slow`, `slow=5`, `huge=1000`, … Raises ValueError with the names."""
    name, _, amount = text.partition("=")
    if name.startswith("fault-") and name[6:] in TEXTS:
        return Scenario(Trick.FAULT, code=name[6:])
    if name not in set(Trick) - {Trick.FAULT}:
        message = f"{text!r} is no scenario; choose from {', '.join(names())}"
        raise ValueError(message)
    trick = Trick(name)
    return Scenario(trick, amount=float(amount) if amount else _AMOUNTS.get(trick, 0.0))


def names() -> list[str]:
    """Every name that `scenario` takes."""
    return [one.value for one in Trick if one is not Trick.FAULT] + [f"fault-{code}" for code in TEXTS]


class Agenda:
    """What the coming calls get, in order. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Scenario] = deque()

    def add(self, one: Scenario, times: int) -> None:
        """Arrange it for so many calls, after what is arranged already."""
        with self._lock:
            self._waiting.extend([one] * times)

    def take(self) -> Scenario | None:
        """What this call gets."""
        with self._lock:
            return self._waiting.popleft() if self._waiting else None
