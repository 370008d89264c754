"""Brings together what two copies of the program did to the connections. Pure."""

from collections.abc import Sequence

from mktgui.domain.profile import Profile


def merged(seen: Sequence[Profile], mine: Sequence[Profile], theirs: Sequence[Profile]) -> tuple[Profile, ...]:
    """What is to be kept: `mine`, where this copy changed something since it has `seen` them, and else `theirs`.

    Of one connection the last change counts as a whole, for its parts belong together. One that was deleted elsewhere
    stays deleted unless it was changed here. Those that are new elsewhere come last.
    """
    known, there = {one.id: one for one in seen}, {one.id: one for one in theirs}
    kept = [one if known.get(one.id) != one else there.get(one.id) for one in mine]
    ids = {one.id for one in mine} | known.keys()
    return (*(one for one in kept if one is not None), *(one for one in theirs if one.id not in ids))
