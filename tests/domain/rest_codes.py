"""What only the rules of REST say of which lead is meant, where it goes, and what changes."""

from mktgui.domain.findings import Code

REST_ALONE = frozenset(
    {
        *(Code.GOES_BY_FIELD, Code.GOES_BY_WHAT_IS_FOUND, Code.ID_UNKNOWN_IS_SKIPPED, Code.UNKNOWN_IS_SKIPPED),
        *(Code.UNKNOWN_CANNOT_CREATE, Code.KNOWN_IS_SKIPPED, Code.SEVERAL_ARE_SKIPPED, Code.ID_UNKNOWN_SKIPS),
        *(Code.NOBODY_SKIPS, Code.NOBODY_TO_CHANGE, Code.HAS_TO_BE_FOUND, Code.SKIPS_EXISTING, Code.SKIPS_SEVERAL),
        *(Code.WHICH_OF_SEVERAL, Code.SETS_FOREIGN_FIELD, Code.LINKS_COOKIE_SECOND, Code.PARTITION_NOT_SENT),
        *(Code.MUST_BE_IN_PARTITION, Code.NEW_IN_PARTITION, Code.NEW_IN_USUAL_PARTITION, Code.CLEARS_BY_NULL),
        Code.READ_BY_SECOND_CALL,
    }
)
