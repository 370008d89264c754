"""What of a past call is copied as code, and why nothing is, where nothing can be."""

from dataclasses import replace

from PySide6.QtCore import QObject

from mktgui.domain.endpoint import read_endpoint
from mktgui.domain.history import Entry
from mktgui.domain.past_call import past_call
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.retold import SOME_FIELD
from mktgui.ui.copy_as_menu import CallToCopy


class PastCopies(QObject):
    """For the API that a call went over, whatever its connection speaks now."""

    def call(self, entry: Entry | None, profile: Profile | None) -> CallToCopy | str:
        """The call to copy, or a sentence. `profile` is the connection as it is now, None where it is not there."""
        if entry is None:
            return self.tr("Nothing was copied: no call is chosen.")
        if profile is None:
            return self.tr(
                "Nothing was copied: the connection {name} is not there any more, and with it the address."
            ).format(name=entry.summary.profile_name)
        there = replace(profile, transport=TransportKind(entry.summary.transport))
        if not profile.is_built_in and read_endpoint(profile.endpoint, there.transport).problem is not None:
            return self.tr(
                "Nothing was copied: the address of the connection {name} is none of the API that this call went over."
            ).format(name=profile.name)
        call = past_call(entry, profile.foreign_field.strip())
        if call is not None:
            return CallToCopy(call, there)
        if past_call(entry, SOME_FIELD) is not None:
            return self.no_field(profile.name)
        return self.tr("Nothing was copied: too little was kept of this call.")

    def no_field(self, name: str) -> str:
        """Why a call over REST cannot be made again that found its lead by a foreign id."""
        return self.tr(
            "This call goes by a foreign ID, and the connection {name} names no field for foreign IDs. "
            "Name one under Connections, and try again. Nothing was sent or copied."
        ).format(name=name)
