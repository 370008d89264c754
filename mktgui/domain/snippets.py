"""A call as code for somebody else's hands: in which languages, and where the code takes its secrets from."""

from enum import StrEnum
from typing import Protocol

from mktgui.domain.calls import Call
from mktgui.domain.profile import Profile

USER_VARIABLE, SECRET_VARIABLE = "MARKETO_USER_ID", "MARKETO_SECRET"
CLIENT_VARIABLE, CLIENT_SECRET_VARIABLE = "MARKETO_CLIENT_ID", "MARKETO_CLIENT_SECRET"
CONNECT_SECONDS, ANSWER_SECONDS = 20, 90  # facts sheet 3.1


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
    """Writes code that makes this call over the API of this connection. For worker threads.

    No user id and no key is in it: it takes both from environment variables, or asks for them, and signs, or gets a
    token, when it runs. Over SOAP they are the first two of the names above, over REST the other two. Raises
    SnippetError.
    """

    def __call__(self, call: Call, profile: Profile, language: Language) -> str: ...
