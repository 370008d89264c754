"""A menu that copies a call as code for somebody else: the key is never in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QClipboard
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from mktgui.domain.calls import Call, writes
from mktgui.domain.endpoint import read_endpoint
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.snippets import (
    CLIENT_SECRET_VARIABLE,
    CLIENT_VARIABLE,
    SECRET_VARIABLE,
    USER_VARIABLE,
    Language,
    MakeSnippet,
    SnippetError,
)
from mktgui.ui.names import plain
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import Crash


@dataclass(frozen=True, slots=True)
class CallToCopy:
    """A call, and the connection whose API and address the code goes by."""

    call: Call
    profile: Profile


class CopyAsMenu(QMenu):
    """`provider` is asked each time the menu opens; where there is no call to copy, it gives a sentence why."""

    said = Signal(str)
    """A sentence for the person: what was copied, or why nothing was."""

    def __init__(
        self,
        make: MakeSnippet,
        provider: Callable[[], CallToCopy | str],
        runner: Runner,
        clipboard: QClipboard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._provider, self._runner, self._clipboard = make, provider, runner, clipboard
        self._job: Job | None = None
        self.actions_by_language: dict[Language, QAction] = {}
        for language, name in self._names(TransportKind.SOAP).items():
            action = self.addAction(name)
            action.triggered.connect(partial(self.copy, language))
            self.actions_by_language[language] = action
        self.addSeparator()
        self.masked = self.addAction(self.tr("With placeholders for personal &values"))
        self.masked.setCheckable(True)
        self.setTitle(self.tr("Cop&y as"))
        self.aboutToShow.connect(self._look)

    def copy(self, language: Language) -> None:
        """Copy the call that there is now, and say so as soon as it is done."""
        wanted = self._provider()
        if isinstance(wanted, str):
            self.said.emit(wanted)
            return
        masked = self.masked.isChecked()
        job = self._job = self._runner.run(partial(_made, self._make, wanted, language, masked=masked), SnippetError)
        job.finished.connect(partial(self._take, job, wanted, language, masked))
        job.failed.connect(partial(self._fail, job))

    def _look(self) -> None:
        wanted = self._provider()
        if isinstance(wanted, CallToCopy):
            for language, name in self._names(wanted.profile.transport).items():
                self.actions_by_language[language].setText(name)
        for action in self.actions_by_language.values():
            action.setEnabled(isinstance(wanted, CallToCopy))

    def _take(self, job: Job, wanted: CallToCopy, language: Language, masked: bool, code: str) -> None:  # noqa: FBT001 - bound by `copy`
        if job is not self._job or not isValid(self):
            return
        self._clipboard.setText(code)
        sentences = [self._what_it_wants(wanted.profile.transport, language)]
        if masked:
            sentences.append(self.tr("Personal values are placeholders, and a Marketo ID is 0: fill in real ones."))
        if writes(wanted.call):
            endpoint = read_endpoint(wanted.profile.endpoint, wanted.profile.transport).text
            host = urlsplit(endpoint).hostname or endpoint or self.tr("the practice server")
            sentences.append(self.tr("Running it writes to {host}.").format(host=host))
        self.said.emit(" ".join(sentences))

    def _fail(self, job: Job, error: SnippetError | Crash) -> None:
        if job is not self._job or not isValid(self):
            return
        reason = error.type_name if isinstance(error, Crash) else str(error)
        self.said.emit(
            self.tr("Nothing was copied: this cannot be written as Marketo wants it ({reason}).").format(reason=reason)
        )

    def _what_it_wants(self, transport: TransportKind, language: Language) -> str:
        name = plain(self._names(transport)[language])
        if transport is TransportKind.REST:
            return self.tr(
                "Copied as {language}. Neither secret nor token is in it: put the client ID into {user_variable} and"
                " the client secret into {secret_variable} before you run it."
            ).format(language=name, user_variable=CLIENT_VARIABLE, secret_variable=CLIENT_SECRET_VARIABLE)
        return self.tr(
            "Copied as {language}. The key is not in it: put the user ID into {user_variable} and the key into"
            " {secret_variable} before you run it."
        ).format(language=name, user_variable=USER_VARIABLE, secret_variable=SECRET_VARIABLE)

    def _names(self, transport: TransportKind) -> dict[Language, str]:
        """What a language goes by, and the library that the code uses over this API."""
        names = {
            Language.CURL_BASH: self.tr("cURL (&bash)"),
            Language.CURL_CMD: self.tr("cURL (&Windows cmd)"),
            Language.POWERSHELL: self.tr("P&owerShell"),
            Language.PYTHON: self.tr("&Python (zeep)"),
            Language.PHP: self.tr("P&HP (SoapClient)"),
            Language.JAVA: self.tr("&Java"),
            Language.RUBY: self.tr("&Ruby (savon)"),
        }
        if transport is TransportKind.SOAP:
            return names
        return names | {
            Language.PYTHON: self.tr("&Python (requests)"),
            Language.PHP: self.tr("P&HP (curl)"),
            Language.RUBY: self.tr("&Ruby (net/http)"),
        }


def _made(make: MakeSnippet, wanted: CallToCopy, language: Language, *, masked: bool) -> str:
    call = wanted.call
    if masked:
        from mktgui.domain.pseudonyms import masked_call, pseudonyms_for  # noqa: PLC0415 - 1 MiB, and few people copy

        call = masked_call(call, pseudonyms_for(call))
    return make(call, wanted.profile, language)
