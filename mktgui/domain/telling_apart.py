"""Which fields tell several leads on one address apart: the few that a person looks at to know who is who."""

from collections.abc import Sequence

from mktgui.domain.lead import LeadRecord

MOST = 5  # more columns than that are read by nobody
SHOWN_ANYWAY = frozenset({"Id", "Email", "FirstName", "LastName", "Company", "CreatedAt"})
_READABLE = 40  # characters that fit into a column

# What a person knows a lead by comes before what a computer keeps; SOAP names (facts sheet 7), of which those over
# REST differ in their first letter alone.
_FIRST = (
    "ForeignSysPersonId",
    "LeadPartitionId",
    "LeadSource",
    "LeadStatus",
    "LeadScore",
    "Title",
    "Country",
    "City",
    "State",
    "Phone",
    "MobilePhone",
    "Department",
    "Website",
    "UpdatedAt",
    "Unsubscribed",
)
_SHOWN_FOLDED = frozenset(name.casefold() for name in SHOWN_ANYWAY)
_PLACES = {name.casefold(): place for place, name in enumerate(_FIRST)}


def telling_fields(records: Sequence[LeadRecord], most: int = MOST) -> tuple[str, ...]:
    """Names of the fields in which the records differ, the most telling first, at most so many.

    Those that are shown of every lead anyway are not among them. A field that some of the records do not have differs:
    Marketo leaves empty ones out (facts sheet 4.6).
    """
    texts = _texts(records)
    differing = [name for name in texts if len(set(texts[name])) > 1]
    return tuple(sorted(differing, key=lambda name: _rank(name, texts[name]))[:most])


def differ(texts: Sequence[str]) -> bool:
    """Whether a column of these texts tells anything apart."""
    return len(set(texts)) > 1


def _texts(records: Sequence[LeadRecord]) -> dict[str, list[str]]:
    """Each field with its text in every record, in the order in which the fields were first seen."""
    texts: dict[str, list[str]] = {}
    for number, record in enumerate(records):
        fields = [(one.name, one.value.text) for one in record.attributes]
        for name, text in (("ForeignSysPersonId", record.foreign_id.text), *fields):
            if name.casefold() not in _SHOWN_FOLDED:
                texts.setdefault(name, [""] * len(records))[number] = text
    return texts


def _rank(name: str, texts: list[str]) -> tuple[bool, int, int, int, str]:
    """Readable before long, known before unknown, then the more values and the fewer gaps the better."""
    known = _PLACES.get(name.casefold(), len(_FIRST))
    return (max(map(len, texts)) > _READABLE, known, -len(set(texts)), texts.count(""), name)
