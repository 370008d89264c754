"""A call as code for somebody else's hands: in which languages, and where the code takes its secrets from."""

from enum import StrEnum
from typing import Protocol

from mktgui.domain.calls import Call

USER_VARIABLE = "MARKETO_USER_ID"
SECRET_VARIABLE = "MARKETO_SECRET"  # noqa: S105 - the name of a variable, not a secret


class Language(StrEnum):
    """What a call can be copied as."""

    CURL_BASH = "curl-bash"
    CURL_CMD = "curl-cmd"
    POWERSHELL = "powershell"
    PYTHON = "python"
    PHP = "php"
    JAVA = "java"
    RUBY = "ruby"


class SnippetError(Exception):
    """Marketo does not take such a call, so there is no code for it. The text names what it does not take."""


class MakeSnippet(Protocol):
    """Writes code that makes this call. For worker threads.

    No user id and no key is in it: it takes both from the environment variables above, or asks for them, and signs when
    it runs. Raises SnippetError.
    """

    def __call__(self, call: Call, endpoint: str, language: Language) -> str: ...
