"""Whether a request is one that may have been written already: sending it again takes a deliberate act. Pure."""

from mktgui.domain.calls import SyncLead


def repeats(request: SyncLead, earlier: SyncLead) -> bool:
    """Whether both would change the same lead in the same way. Where only the workspace differs, they would."""
    return what_it_does(request) == what_it_does(earlier)


def what_it_does(request: SyncLead) -> tuple[object, ...]:
    """A request without what makes no difference: the order of its attributes, and whether the lead comes back."""
    return (
        request.marketo_id,
        (request.email or "").casefold(),
        request.foreign_id,
        request.foreign_type,
        request.cookie,
        tuple(sorted((one.name, one.value) for one in request.attributes)),
    )
