"""What can go wrong with the next call. Some strike before anything is done, some after it was written."""

from dataclasses import dataclass
from threading import Lock

from mktgui.practice.faults import TEXTS
from mktgui.practice.rest.errors import TEXTS as REST_TEXTS
from mktgui.practice.tricks import ABOUT, Door, Trick

_IDENTITY = "identity-"
_CODED = {Trick.FAULT, Trick.SKIPPED}
_NOT_FOR_TOKENS = {Trick.FAULT, Trick.SKIPPED, Trick.TOKEN_EXPIRES, Trick.TOKEN_INVALID, Trick.FAILED}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One trick. `code` goes with FAULT and SKIPPED, `amount` is seconds, or attributes for HUGE.

    With `identity` it waits for a request for a token, which nothing else does.
    """

    trick: Trick
    code: str = ""
    amount: float = 0.0
    identity: bool = False

    @property
    def before_write(self) -> bool:
        """Whether it strikes before anything is done; SLOW waits first and then goes on."""
        return ABOUT[self.trick].before_write

    @property
    def doors(self) -> Door:
        """Where it can strike; whoever comes through another door is left alone, and it waits."""
        if self.identity:
            return Door.IDENTITY
        if self.trick is Trick.FAULT:
            return Door.REST if self.code in REST_TEXTS else Door.SOAP
        return ABOUT[self.trick].doors


def scenario(text: str) -> Scenario:
    """A scenario by its name: `fault-20016`, `fault-602`, `slow=5`, `identity-slow`, … Raises ValueError with all."""
    name, _, amount = text.partition("=")
    inner = name.removeprefix(_IDENTITY)
    identity = inner != name
    found = _named(inner)
    allowed = found is not None and not (identity and (found.trick in _NOT_FOR_TOKENS or Door.REST not in found.doors))
    if found is None or not allowed:
        message = f"{text!r} is no scenario; choose from {', '.join(names())}"
        raise ValueError(message)
    return Scenario(found.trick, found.code, float(amount) if amount else ABOUT[found.trick].amount, identity)


def _named(name: str) -> Scenario | None:
    word, _, code = name.partition("-")
    if word == Trick.FAULT and code in TEXTS | REST_TEXTS:
        return Scenario(Trick.FAULT, code)
    if word == Trick.SKIPPED and code in REST_TEXTS:
        return Scenario(Trick.SKIPPED, code)
    return Scenario(Trick(name)) if name in set(Trick) - _CODED else None


def names(door: Door = Door.SOAP | Door.REST) -> list[str]:
    """Every name that `scenario` takes for these doors. For tokens there are the names of REST, after `identity-`."""
    listed = [one.value for one in Trick if one not in _CODED]
    listed += [f"{Trick.FAULT}-{code}" for code in TEXTS | REST_TEXTS]
    listed += [f"{Trick.SKIPPED}-{code}" for code in REST_TEXTS if len(code) == len("1007")]
    return [name for name in listed if (one := _named(name)) is not None and one.doors & door]


def told() -> list[str]:
    """Every name with a sentence, a line each."""
    wide = max(map(len, names())) + 2
    lines = []
    for name in names():
        one = _named(name)
        if one is None:
            continue
        about = ABOUT[one.trick]
        text = {**TEXTS, **REST_TEXTS}.get(one.code, "")
        only = "" if one.doors & Door.SOAP and one.doors & Door.REST else f" ({one.doors.name} only)"
        usual = f"; usually {about.amount:g}" if about.amount else ""
        lines.append(f"{name:{wide}}{text or about.says}{usual}{only}")
    return [*lines, f"{_IDENTITY + 'NAME':{wide}}what REST calls can have, for the next request for a token"]


class Agenda:
    """What the coming calls get, in order. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Scenario] = []

    def add(self, one: Scenario, times: int) -> None:
        """Arrange it for so many calls, after what is arranged already."""
        with self._lock:
            self._waiting.extend([one] * times)

    def take(self, door: Door) -> Scenario | None:
        """What a call through this door gets: the first that can strike there."""
        with self._lock:
            found = next((place for place, one in enumerate(self._waiting) if one.doors & door), None)
            return None if found is None else self._waiting.pop(found)
