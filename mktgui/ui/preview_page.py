"""The request as Send would send it, before it is sent."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.domain.calls import SyncLead
from mktgui.domain.exchange import Message
from mktgui.domain.ports import PreviewOf
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.message_view import MessageView
from mktgui.workers.runner import Job, Runner

_PAUSE = 150  # milliseconds without a key, so that typing is not followed letter by letter


class PreviewPage(QWidget):
    """Built by the same builder as the real one, on a thread, and only while it is looked at."""

    def __init__(self, preview: PreviewOf, view: MessageView, runner: Runner) -> None:
        super().__init__()
        self._preview, self._runner = preview, runner
        self._request: SyncLead | None = None
        self._profile = PRACTICE
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._build)
        self.message = view
        view.name(self.tr("The request to be sent"))
        for without_meaning in (view.details, view.reveal):  # there is neither a header nor a signature yet
            without_meaning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addWidget(view)

    def show_request(self, request: SyncLead | None, profile: Profile) -> None:
        """Show another one, or say that there is none yet."""
        if (request, profile) == (self._request, self._profile):
            return
        self._request, self._profile = request, profile
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build()

    def _build(self) -> None:
        self._job = None
        if self._request is None:
            self.message.show_message(None, self.tr("There is nothing to send yet: the reason stands beside Send."))
            return
        job = self._job = self._runner.run(partial(self._preview, self._profile, self._request))
        job.finished.connect(partial(self._take, job))
        job.failed.connect(partial(self._fail, job))

    def _take(self, job: Job, body: bytes) -> None:
        if job is self._job:
            self.message.show_message(Message("", (), body))

    def _fail(self, job: Job, _error: object) -> None:
        if job is self._job:
            self.message.show_message(None, self.tr("This cannot be written as Marketo wants it: Send would say why."))
