"""Makes what can be made of a request before it is sent, once the form has stood still for a moment."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from mktgui.domain.calls import SyncLead
    from mktgui.domain.profile import Profile
    from mktgui.workers.runner import Runner

MakeReady = Callable[["Profile", "SyncLead"], None]
"""For worker threads. Whatever stands against the request, Send will say it."""

STILL = 60  # milliseconds without a change: from one key to the next it is more
MOST = 300  # attributes: with more, it would take Python from a person who goes on typing


class HeadStart(QObject):
    """Follows the plan of one page."""

    def __init__(self, runner: "Runner", make_ready: MakeReady) -> None:
        super().__init__()
        self._runner, self._make_ready = runner, make_ready
        self._next: tuple[Profile, SyncLead] | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL)
        self._still.timeout.connect(self._begin)

    def follow(self, profile: "Profile", request: "SyncLead | None") -> None:
        """This is what would be sent now; None where nothing could."""
        self._next = (profile, request) if request is not None and len(request.attributes) <= MOST else None
        if self._next is not None:
            self._still.start()
        else:
            self._still.stop()

    def _begin(self) -> None:
        if self._next is not None:
            self._runner.run(partial(self._make_ready, *self._next))
