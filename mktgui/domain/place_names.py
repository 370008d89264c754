"""Whether the name of a workspace or a partition is one that the connection knows, or a likely slip."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from mktgui.domain.findings import Code, Finding, Spot, warning

DEFAULT = "default"  # every Marketo has it, and its case does not matter (facts sheet 4.3)
_ALIKE = 0.75  # of difflib's measure: one slip in a name of four letters or more


class Place(StrEnum):
    """What the name is of: SOAP knows workspaces, REST partitions."""

    WORKSPACE = "workspace"
    PARTITION = "partition"


_TYPO = {Place.WORKSPACE: Code.WORKSPACE_TYPO, Place.PARTITION: Code.PARTITION_TYPO}
_NOT_KNOWN = {Place.WORKSPACE: Code.WORKSPACE_NOT_KNOWN, Place.PARTITION: Code.PARTITION_NOT_KNOWN}


def check_place(text: str, known: Collection[str], place: Place) -> Iterator[Finding]:
    """Compare a name with those that the connection knows. Where it knows none, there is nothing to say."""
    name = text.strip()
    names = {one.strip() for one in known} - {""}
    if not name or not names or name in names or name.casefold() == DEFAULT:
        return
    meant = _likely(name, sorted(names))
    if meant:
        yield warning(_TYPO[place], Spot.WORKSPACE, workspace=name, meant=meant)
    else:
        yield warning(_NOT_KNOWN[place], Spot.WORKSPACE, workspace=name, known=", ".join(sorted(names)))


def _likely(name: str, names: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - the window does not need it before its first paint

    folded = {one.casefold(): one for one in names}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else ""
