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
from mktgui.domain.pseudonyms import masked_call, pseudonyms_for
from mktgui.domain.snippets import SECRET_VARIABLE, USER_VARIABLE, Language, MakeSnippet, SnippetError
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import Crash


@dataclass(frozen=True, slots=True)
class CallToCopy:
    """A call, and where it goes: without an endpoint to the practice server."""

    call: Call
    endpoint: str


class CopyAsMenu(QMenu):
    """`provider` is asked each time the menu opens, and gives None where there is no call to copy."""

    said = Signal(str)
    """A sentence for the person: what was copied, or why nothing was."""

    def __init__(
        self,
        make: MakeSnippet,
        provider: Callable[[], CallToCopy | None],
        runner: Runner,
        clipboard: QClipboard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._provider, self._runner, self._clipboard = make, provider, runner, clipboard
        self._job: Job | None = None
        self._names = {
            Language.CURL_BASH: self.tr("cURL (&bash)"),
            Language.CURL_CMD: self.tr("cURL (&Windows cmd)"),
            Language.POWERSHELL: self.tr("P&owerShell"),
            Language.PYTHON: self.tr("&Python (zeep)"),
            Language.PHP: self.tr("P&HP (SoapClient)"),
            Language.JAVA: self.tr("&Java"),
            Language.RUBY: self.tr("&Ruby (savon)"),
        }
        self.actions_by_language: dict[Language, QAction] = {}
        for language, name in self._names.items():
            action = self.addAction(name)
            action.triggered.connect(partial(self.copy, language))
            self.actions_by_language[language] = action
        self.addSeparator()
        self.masked = self.addAction(self.tr("With placeholders for personal &values"))
        self.masked.setCheckable(True)
        self.setTitle(self.tr("Copy &as"))
        self.aboutToShow.connect(self._look)

    def copy(self, language: Language) -> None:
        """Copy the call that there is now, and say so as soon as it is done."""
        wanted = self._provider()
        if wanted is None:
            self.said.emit(self.tr("Nothing was copied: there is no complete call yet."))
            return
        masked = self.masked.isChecked()
        job = self._job = self._runner.run(partial(_made, self._make, wanted, language, masked=masked), SnippetError)
        job.finished.connect(partial(self._take, job, wanted, language, masked))
        job.failed.connect(partial(self._fail, job))

    def _look(self) -> None:
        there = self._provider() is not None
        for action in self.actions_by_language.values():
            action.setEnabled(there)

    def _take(self, job: Job, wanted: CallToCopy, language: Language, masked: bool, code: str) -> None:  # noqa: FBT001 - bound by `copy`
        if job is not self._job or not isValid(self):
            return
        self._clipboard.setText(code)
        sentences = [
            self.tr(
                "Copied as {language}. The key is not in it: put the user ID into {user_variable} and the key into"
                " {secret_variable} before you run it."
            ).format(language=self._name(language), user_variable=USER_VARIABLE, secret_variable=SECRET_VARIABLE)
        ]
        if masked:
            sentences.append(self.tr("Personal values are placeholders, and a Marketo ID is 0: fill in real ones."))
        if writes(wanted.call):
            host = urlsplit(wanted.endpoint).hostname or wanted.endpoint or self.tr("the practice server")
            sentences.append(self.tr("Running it writes to {host}.").format(host=host))
        self.said.emit(" ".join(sentences))

    def _fail(self, job: Job, error: SnippetError | Crash) -> None:
        if job is not self._job or not isValid(self):
            return
        reason = error.type_name if isinstance(error, Crash) else str(error)
        self.said.emit(
            self.tr("Nothing was copied: this cannot be written as Marketo wants it ({reason}).").format(reason=reason)
        )

    def _name(self, language: Language) -> str:
        return self._names[language].replace("&", "")


def _made(make: MakeSnippet, wanted: CallToCopy, language: Language, *, masked: bool) -> str:
    call = masked_call(wanted.call, pseudonyms_for(wanted.call)) if masked else wanted.call
    return make(call, wanted.endpoint, language)
