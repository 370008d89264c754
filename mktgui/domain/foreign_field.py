"""Which field of a Marketo may hold the ids of another system, for a connection over REST. Pure."""

import re

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.field_types import FieldType, field_type

# Leads can be looked up by fields of one's own of these types (facts sheet 6.3).
_SEARCHABLE = frozenset({FieldType.STRING, FieldType.EMAIL, FieldType.INTEGER})
_SYSTEM = re.compile(r"sfdc|salesforce|netsuite|crm|erp|sap|foreign|external|dynamics|hubspot", re.IGNORECASE)
_ID = re.compile(r"(?:\b|_|(?<=[a-z]))(?:I[Dd]|id|key|number|no)(?:\b|_|$)")


def candidates(catalogue: Catalogue, standard: Catalogue) -> tuple[FieldDescription, ...]:
    """The fields that may be it, the likeliest first: those of one's own that can be written and looked up by.

    `standard` are the fields that every Marketo has, by their REST names.
    """
    own = (one for one in catalogue.attributes if one.name not in standard.by_name and _can_be(one))
    return tuple(sorted(own, key=lambda one: (-_likelihood(one), one.label.casefold(), one.name)))


def _can_be(field: FieldDescription) -> bool:
    return bool(field.rest_name) and not field.read_only and field_type(field.type) in _SEARCHABLE


def _likelihood(field: FieldDescription) -> int:
    texts = field.name, field.label
    return 2 * any(map(_SYSTEM.search, texts)) + any(map(_ID.search, texts))
