"""What a send did to another lead than the one that was meant."""

from enum import StrEnum


class Surprise(StrEnum):
    """A word for what Marketo did there."""

    CREATED_INSTEAD = "created-instead"  # a lead was to be updated, and a new one came
    CREATED_THE_SAME = "created-the-same"  # it is called new, and has the number of the one that was seen before
    UPDATED_INSTEAD = "updated-instead"  # nobody had the key, and a lead was updated all the same
    ANOTHER_LEAD = "another-lead"  # a lead was updated, but not the one that was seen


ANOTHER = frozenset({Surprise.CREATED_INSTEAD, Surprise.ANOTHER_LEAD})
"""Where it was done to another lead than the one that was seen, which is as it was."""
