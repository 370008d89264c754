"""What others have done to a connection that is on the screen: another copy of the program, or a person in its file.

Pure.
"""

from collections.abc import Sequence
from enum import StrEnum

from mktgui.domain.profile import Profile


class News(StrEnum):
    """From nothing to all of it."""

    NOTHING = "nothing"
    CHANGED = "changed"  # and leads to the same leads as before
    LEADS_ELSEWHERE = "leads-elsewhere"  # to another Marketo, by another API or as somebody else
    GONE = "gone"


def now_of(shown: Profile, profiles: Sequence[Profile]) -> Profile | None:
    """The same connection as it is now, None where it is gone. Nobody changes what is built in."""
    if shown.is_built_in:
        return shown
    return next((one for one in profiles if one.id == shown.id), None)


def news_of(shown: Profile, profiles: Sequence[Profile]) -> News:
    """What has become of it."""
    now = now_of(shown, profiles)
    if now is None:
        return News.GONE
    if now == shown:
        return News.NOTHING
    return News.CHANGED if now.sees_as(shown) else News.LEADS_ELSEWHERE
